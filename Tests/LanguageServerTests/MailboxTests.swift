import JSONRPC
import Testing

@testable import LanguageServer

/// Events wait in order, and many wait as well as few.
@Suite struct MailboxTests {
  private func post(_ numbers: Range<Int>, _ mailbox: Mailbox) {
    for number in numbers { mailbox.post(.incoming(.fault("\(number)"))) }
  }

  private func take(_ count: Int, _ mailbox: Mailbox) -> [Int] {
    (0..<count).compactMap { _ in
      guard case .incoming(.fault(let number, _)) = mailbox.next() else { return nil }
      return Int(number)
    }
  }

  @Test func inTheOrderOfPosting() {
    let mailbox = Mailbox()
    post(0..<3, mailbox)
    #expect(take(2, mailbox) == [0, 1])
    post(3..<6, mailbox)
    #expect(take(4, mailbox) == [2, 3, 4, 5])
  }

  /// A tenth of a second; if every taking moved all that wait, it would be minutes.
  @Test(.timeLimit(.minutes(1))) func aFloodIsLinear() {
    let mailbox = Mailbox()
    post(0..<200_000, mailbox)
    #expect(take(200_000, mailbox) == Array(0..<200_000))
  }
}
