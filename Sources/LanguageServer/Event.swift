import Dispatch
import JSONRPC
import Synchronization

/// All that can happen to the server: the loop is one `switch` over this.
enum Event: Sendable {
  case incoming(Incoming)
  /// The worker is done with a draft, or gave up because it was told to.
  case analyzed(AnalysisOutcome)
  /// A second or so has gone by.
  case tick
}

/// Events in the order in which they came. Any thread may post; the loop alone takes.
final class Mailbox: Sendable {
  private let events = Mutex<[Event]>([])
  private let count = DispatchSemaphore(value: 0)

  func post(_ event: Event) {
    events.withLock { $0.append(event) }
    count.signal()
  }

  /// Waits for the next event.
  func next() -> Event {
    count.wait()
    return events.withLock { $0.removeFirst() }
  }
}
