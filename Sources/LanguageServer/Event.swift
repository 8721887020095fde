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
  private struct Queue {
    var posted: [Event] = []
    /// Those that are taken first, the next one last: taking it moves none of the others, however many wait.
    var taken: [Event] = []
  }

  private let events = Mutex(Queue())
  private let count = DispatchSemaphore(value: 0)

  func post(_ event: Event) {
    events.withLock { $0.posted.append(event) }
    count.signal()
  }

  /// Waits for the next event.
  func next() -> Event {
    while true {
      count.wait()
      if let event = events.withLock({ Mailbox.takeFirst(&$0) }) { return event }
    }
  }

  private static func takeFirst(_ queue: inout Queue) -> Event? {
    if queue.taken.isEmpty {
      queue.taken = queue.posted.reversed()
      queue.posted.removeAll(keepingCapacity: true)
    }
    return queue.taken.popLast()
  }
}
