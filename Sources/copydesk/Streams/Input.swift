import Glibc

/// A file, or standard input under the name `-`, read by blocks.
struct Input: ~Copyable {
  /// Bytes a draft may have. A newspaper's whole year is shorter: what is longer is no draft, and would fill the memory.
  static let longestDraft = 64 << 20
  static let longestDraftInWords = "64 MiB"

  let name: Argument
  private let descriptor: Int32

  init(_ name: Argument) throws(CommandFailure) {
    self.name = name
    if name.isStandardInput {
      descriptor = STDIN_FILENO
      return
    }
    descriptor = name.withCString { open($0, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw .unusable("cannot open \(name.told): \(reason())") }
  }

  deinit { if descriptor > STDIN_FILENO { close(descriptor) } }

  /// Appends the next block, as much as is there; false at the end.
  func readBlock(into bytes: inout [UInt8], atMost limit: Int = 1 << 20) throws(CommandFailure) -> Bool {
    let used = bytes.count
    var count = 0
    bytes.append(contentsOf: repeatElement(0, count: limit))
    repeat {
      count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress.map { $0 + used }, limit) }
    } while count < 0 && errno == EINTR
    let problem = reason()
    bytes.removeLast(limit - max(0, count))
    guard count >= 0 else { throw .unusable("cannot read \(name.told): \(problem)") }
    return count > 0
  }

  /// The whole of it, if it is no longer than a draft may be.
  consuming func readAll() throws(CommandFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    while try readBlock(into: &bytes) {
      guard bytes.count <= Input.longestDraft else {
        throw .unusable("\(name.told) is longer than \(Input.longestDraftInWords): that is no draft")
      }
    }
    return bytes
  }
}
