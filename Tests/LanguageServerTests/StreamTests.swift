import Dispatch
import Foundation
import JSONRPC
import Synchronization
import Testing

/// The two file descriptors of a server, as clients leave them.
@Suite struct StreamTests {
  static let body = FramingTests.body

  /// What a connection has received.
  private final class Received: Sendable {
    private let all = Mutex<[Incoming]>([])
    private let arrived = DispatchSemaphore(value: 0)

    func take(_ incoming: Incoming) {
      all.withLock { $0.append(incoming) }
      arrived.signal()
    }

    /// The next one; nil if none comes in time.
    func next() -> Incoming? {
      guard arrived.wait(timeout: .now() + .seconds(120)) == .success else { return nil }
      return all.withLock { $0.removeFirst() }
    }
  }

  private func makeNonBlocking(_ end: FileHandle) {
    _ = fcntl(end.fileDescriptor, F_SETFL, fcntl(end.fileDescriptor, F_GETFL) | O_NONBLOCK)
  }

  @Test func waitsForInputThatDoesNotBlock() throws {
    let (input, output) = (Pipe(), Pipe())
    makeNonBlocking(input.fileHandleForReading)
    let received = Received()
    let connection = StdioConnection(
      input: input.fileHandleForReading.fileDescriptor, output: output.fileHandleForWriting.fileDescriptor)
    connection.start(received.take)
    Thread.sleep(forTimeInterval: 0.1)
    input.fileHandleForWriting.write(Data(MessageFramer.frame(Self.body)))
    guard case .message(Self.body) = received.next() else {
      Issue.record("nothing was read")
      return
    }
    try input.fileHandleForWriting.close()
    guard case .end = received.next() else {
      Issue.record("the end was not seen")
      return
    }
  }

  /// More than a pipe holds, read slowly.
  @Test func waitsForOutputThatDoesNotBlock() throws {
    let (input, output) = (Pipe(), Pipe())
    makeNonBlocking(output.fileHandleForWriting)
    let connection = StdioConnection(
      input: input.fileHandleForReading.fileDescriptor, output: output.fileHandleForWriting.fileDescriptor)
    let large = [UInt8](repeating: 0x20, count: 1 << 20)
    Thread.detachNewThread { connection.send(large) }
    // The pipe fills up before anybody reads.
    Thread.sleep(forTimeInterval: 0.1)
    var framer = MessageFramer()
    var outputs: [MessageFramer.Output] = []
    while outputs.isEmpty { outputs = framer.append(output.fileHandleForReading.availableData) }
    #expect(outputs == [.message(large)])
    try input.fileHandleForWriting.close()
  }

  @Test func aReaderThatHasGoneIsTheEnd() throws {
    let (input, output) = (Pipe(), Pipe())
    let received = Received()
    let connection = StdioConnection(
      input: input.fileHandleForReading.fileDescriptor, output: output.fileHandleForWriting.fileDescriptor)
    connection.start(received.take)
    try output.fileHandleForReading.close()
    connection.send(Self.body)
    guard case .end = received.next() else {
      Issue.record("the end was not told")
      return
    }
    try input.fileHandleForWriting.close()
    // The thread that reads must be done before its descriptor is another test's.
    _ = received.next()
  }
}
