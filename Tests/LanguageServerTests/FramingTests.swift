import JSONRPC
import Testing

/// From bytes to messages, and back to the stream after bytes that are none (LSP 3.17, "Base Protocol").
@Suite struct FramingTests {
  static let body = Array(#"{"jsonrpc":"2.0","method":"$/x"}"#.utf8)

  private func messages(_ outputs: [MessageFramer.Output]) -> [[UInt8]] {
    outputs.compactMap { if case .message(let body) = $0 { body } else { nil } }
  }

  private func faults(_ outputs: [MessageFramer.Output]) -> Int { outputs.count - messages(outputs).count }

  static let badHeaders = [
    "Content-Length: abc", "Content-Length: -5", "Content-Type: x", "Content-Length: 99999999999999",
    "Content-Length: 99999999999999999999999", "Content-Length: 5\r\nContent-Length: 32", "Content-Length:", "X",
  ]

  /// The body of the bad message is lost with it, and nothing else.
  @Test(arguments: badHeaders)
  func goesOnAfterABadHeader(header: String) {
    var framer = MessageFramer()
    var outputs = framer.append(Array("\(header)\r\n\r\n".utf8) + Self.body)
    for _ in 0..<50 { outputs += framer.append(MessageFramer.frame(Self.body)) }
    #expect(messages(outputs) == Array(repeating: Self.body, count: 50))
    #expect(faults(outputs) == 1)
  }

  @Test func cutAnywhereItIsTheSame() {
    let stream = Array("Content-Length: abc\r\n\r\n".utf8) + Self.body + MessageFramer.frame(Self.body)
    var framer = MessageFramer()
    #expect(messages(stream.flatMap { framer.append([$0]) }) == [Self.body])
  }

  @Test func goesOnAfterABodyThatIsLongerThanAnnounced() {
    var framer = MessageFramer()
    let long = Array("Content-Length: \(Self.body.count)\r\n\r\n".utf8) + Self.body + Array("}}}".utf8)
    #expect(messages(framer.append(long + MessageFramer.frame(Self.body))) == [Self.body, Self.body])
  }

  @Test func goesOnAfterABodyThatIsShorterThanAnnounced() {
    var framer = MessageFramer()
    let short = Array("Content-Length: \(Self.body.count + 11)\r\n\r\n".utf8) + Self.body
    let outputs = framer.append(short + (0..<3).flatMap { _ in MessageFramer.frame(Self.body) })
    // The one whose header was taken for the body is lost.
    #expect(messages(outputs).dropFirst() == [Self.body, Self.body])
  }

  /// What a draft says of headers is none: it has no line break in JSON.
  @Test func aHeaderInALostDraftIsNone() {
    let draft = Array(#"{"text":"Content-Length: 7\r\n\r\n, wrote the clerk."}"#.utf8)
    var framer = MessageFramer()
    let lost = Array("Content-Length: abc\r\n\r\n".utf8) + draft + Array("\n".utf8)
    #expect(messages(framer.append(lost + MessageFramer.frame(Self.body))) == [Self.body])
  }

  @Test func aMessageTooLargeIsPassedOver() {
    var framer = MessageFramer()
    var outputs = framer.append(Array("Content-Length: \(MessageFramer.maximumMessage + 1)\r\n\r\n".utf8))
    for _ in 0..<100 { outputs += framer.append([UInt8](repeating: 0x78, count: 10_000)) }
    outputs += framer.append(MessageFramer.frame(Self.body))
    #expect(messages(outputs) == [Self.body] && faults(outputs) == 1)
  }

  @Test func aByteOrderMarkIsNoFault() {
    var framer = MessageFramer()
    #expect(framer.append([0xEF, 0xBB, 0xBF] + MessageFramer.frame(Self.body)) == [.message(Self.body)])
  }

  @Test(arguments: ["content-length : 32\n\n", " Content-Length:32\r\nContent-Type: x\r\n\r\n"])
  func headersMayLookDifferent(header: String) {
    var framer = MessageFramer()
    #expect(framer.append(Array(header.utf8) + Self.body) == [.message(Self.body)])
  }

  /// A stray line of another program is no message; a header without a length had one.
  @Test(arguments: [("a wrapper's line\n", false), ("Content-Length: abc\r\n\r\n{}", true)])
  func tellsWhetherAMessageWasLost(before: String, losesMessage: Bool) {
    var framer = MessageFramer()
    let outputs = framer.append(Array(before.utf8) + MessageFramer.frame(Self.body))
    #expect(messages(outputs) == [Self.body])
    let losses = outputs.compactMap { if case .fault(_, let losesMessage) = $0 { losesMessage } else { nil } }
    #expect(losses.contains(true) == losesMessage)
  }
}
