#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif
import Dispatch
import Synchronization

/// The sending half: one whole message body at a time, in order.
package protocol Connection: Sendable {
  func send(_ body: [UInt8])
}

/// What arrives from the other side.
package enum Incoming: Sendable {
  case message([UInt8])
  /// Bytes that are no message, told in a sentence. With what was lost a change of a draft may have gone, so that later
  /// changes would land in other words than they were made for.
  case fault(String, losesMessage: Bool = true)
  /// The other side has closed, or can no longer be reached.
  case end
}

/// Messages over standard input and output (or any two file descriptors).
///
/// One thread reads; writing is under a lock, so that messages never mix. The reader knows nothing of what messages mean.
package final class StdioConnection: Connection {
  private let input: Int32
  private let output: Int32
  private let writing = Mutex(Writing())

  private struct Writing {
    var isOpen = true
    /// Who is told when the other side can no longer be reached.
    var receive: (@Sendable (Incoming) -> Void)?
  }

  package init(input: Int32 = 0, output: Int32 = 1) {
    self.input = input
    self.output = output
    // A client that goes away must give an error from `write`, not end the process.
    signal(SIGPIPE, SIG_IGN)
  }

  /// Reads until the end of input on a thread of its own; `receive` is called there, in order. It is called by a sender, too,
  /// whose message could not be written: nobody would hear another answer.
  package func start(_ receive: @escaping @Sendable (Incoming) -> Void) {
    writing.withLock { $0.receive = receive }
    let input = input
    let queue = DispatchQueue(label: "copydesk.reader", qos: .userInteractive)
    queue.async {
      var framer = MessageFramer()
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = chunk.withUnsafeMutableBytes { read(input, $0.baseAddress, $0.count) }
        if count < 0, StdioConnection.isPassing(errno, input, POLLIN) { continue }
        guard count > 0 else { break }
        for output in framer.append(chunk[0..<count]) {
          switch output {
          case .message(let body): receive(.message(body))
          case .fault(let sentence, let losesMessage): receive(.fault(sentence, losesMessage: losesMessage))
          }
        }
      }
      if framer.isMidMessage {
        // Nothing comes after it that could land in the wrong words.
        receive(.fault("The input ended in the middle of a message.", losesMessage: false))
      }
      receive(.end)
    }
  }

  package func send(_ body: [UInt8]) {
    let bytes = MessageFramer.frame(body)
    let receive = writing.withLock { writing -> (@Sendable (Incoming) -> Void)? in
      guard writing.isOpen else { return nil }
      writing.isOpen = writeAll(bytes)
      return writing.isOpen ? nil : writing.receive
    }
    receive?(.end)
  }

  /// Whether all bytes were written.
  private func writeAll(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var sent = 0
      while sent < buffer.count {
        let count = write(output, buffer.baseAddress.map { $0 + sent }, buffer.count - sent)
        if count < 0, StdioConnection.isPassing(errno, output, POLLOUT) { continue }
        guard count > 0 else { return false }
        sent += count
      }
      return true
    }
  }

  /// Whether a call may be repeated after a failure. A descriptor that the other side made non-blocking is waited for.
  private static func isPassing(_ failure: Int32, _ descriptor: Int32, _ direction: Int32) -> Bool {
    if failure == EAGAIN || failure == EWOULDBLOCK {
      var wait = pollfd(fd: descriptor, events: Int16(direction), revents: 0)
      poll(&wait, 1, -1)
      return true
    }
    return failure == EINTR
  }
}

/// Two ends in one process, for tests: what is sent here is received there, as bytes.
package final class LocalConnection: Connection {
  private let receive: @Sendable ([UInt8]) -> Void

  package init(_ receive: @escaping @Sendable ([UInt8]) -> Void) { self.receive = receive }

  package func send(_ body: [UInt8]) { receive(body) }
}
