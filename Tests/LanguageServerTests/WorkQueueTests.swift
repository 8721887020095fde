import Dispatch
import Synchronization
import Testing

@testable import LanguageServer

/// Who types goes before what is read on.
@Suite struct WorkQueueTests {
  @Test func urgentWorkGoesFirst() {
    let queue = WorkQueue(label: "copydesk.test")
    let order = Order()
    let gate = DispatchSemaphore(value: 0)
    let end = DispatchSemaphore(value: 0)
    queue.post(.urgent) { gate.wait() }
    queue.post(.later) { order.note("book") }
    queue.post(.later) { order.note("story") }
    queue.post(.later, isFirst: true) { order.note("interrupted book") }
    queue.post(.urgent) { order.note("key") }
    queue.post(.urgent) { order.note("second key") }
    #expect(queue.hasUrgentWork)
    gate.signal()
    queue.post(.later) { end.signal() }
    end.wait()
    #expect(order.all == ["key", "second key", "interrupted book", "book", "story"])
    #expect(!queue.hasUrgentWork)
  }

  private final class Order: Sendable {
    private let notes = Mutex([String]())
    func note(_ name: String) { notes.withLock { $0.append(name) } }
    var all: [String] { notes.withLock { $0 } }
  }
}
