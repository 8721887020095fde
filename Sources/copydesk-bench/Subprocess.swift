import Glibc

/// A program with pipes on its standard input and output.
final class Subprocess {
  struct SpawnFailure: Error { let sentence: String }

  let identifier: pid_t
  private let input: Int32
  private let output: Int32
  private var buffer: [UInt8] = []

  init(_ words: [String]) throws(SpawnFailure) {
    var toChild: [Int32] = [0, 0]
    var fromChild: [Int32] = [0, 0]
    guard pipe(&toChild) == 0, pipe(&fromChild) == 0 else { throw SpawnFailure(sentence: "no pipes left") }
    // Later children must not hold this one's pipes open.
    for end in toChild + fromChild { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, toChild[0], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, fromChild[1], STDOUT_FILENO)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child: pid_t = 0
    let problem = posix_spawnp(&child, words[0], &actions, nil, &arguments, environ)
    close(toChild[0])
    close(fromChild[1])
    guard problem == 0 else {
      throw SpawnFailure(sentence: "cannot start \(words[0]): \(String(cString: strerror(problem)))")
    }
    identifier = child
    input = toChild[1]
    output = fromChild[0]
  }

  func write(_ bytes: [UInt8]) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { Glibc.write(input, $0.baseAddress.map { $0 + sent }, $0.count - sent) }
      if count <= 0, errno != EINTR { return }
      sent += max(0, count)
    }
  }

  func closeInput() { close(input) }

  /// Bytes up to and including `mark`; nil when the program has ended.
  func read(through mark: [UInt8]) -> [UInt8]? {
    var searched = 0
    while true {
      if let end = range(of: mark, from: searched) { return take(end) }
      searched = max(0, buffer.count - mark.count)
      guard fill() else { return nil }
    }
  }

  func read(count: Int) -> [UInt8]? {
    while buffer.count < count { guard fill() else { return nil } }
    return take(count)
  }

  /// Reads and forgets what is left; status and peak memory in KiB once the program has ended.
  func finish() -> (status: Int32, peak: Int) {
    while fill() { buffer.removeAll(keepingCapacity: true) }
    close(output)
    var status: Int32 = 0
    var usage = rusage()
    wait4(identifier, &status, 0, &usage)
    return (status >> 8 & 0xFF, Int(usage.ru_maxrss))
  }

  private func take(_ count: Int) -> [UInt8] {
    let taken = Array(buffer[..<count])
    buffer.removeSubrange(..<count)
    return taken
  }

  private func range(of mark: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + mark.count <= buffer.count {
      if buffer[index..<index + mark.count].elementsEqual(mark) { return index + mark.count }
      index += 1
    }
    return nil
  }

  private func fill() -> Bool {
    var block = [UInt8](repeating: 0, count: 1 << 16)
    var count = 0
    repeat {
      count = block.withUnsafeMutableBytes { Glibc.read(output, $0.baseAddress, $0.count) }
    } while count < 0 && errno == EINTR
    buffer.append(contentsOf: block[..<max(0, count)])
    return count > 0
  }
}
