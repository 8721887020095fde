import Dispatch
import Synchronization

/// Work for one thread, in two ranks: who types waits for no book that is read on elsewhere. Within a rank, in order.
final class WorkQueue: Sendable {
  typealias Work = @Sendable () -> Void

  enum Rank {
    /// Somebody looks at the draft and waits.
    case urgent
    case later
  }

  private struct Waiting: Sendable {
    var urgent: [Work] = []
    var later: [Work] = []
  }

  private let waiting = Mutex(Waiting())
  /// How much urgent work waits: asked between paragraphs, so it takes no lock.
  private let urgentCount = Atomic(0)
  private let thread: DispatchQueue

  init(label: String) { thread = DispatchQueue(label: label, qos: .userInitiated) }

  /// Whether work of the lower rank should make way.
  var hasUrgentWork: Bool { urgentCount.load(ordering: .relaxed) > 0 }

  /// - Parameter isFirst: before what waits in its rank, as for work that made way.
  func post(_ rank: Rank, isFirst: Bool = false, _ work: @escaping Work) {
    waiting.withLock { waiting in
      switch rank {
      case .urgent:
        waiting.urgent.insert(work, at: isFirst ? 0 : waiting.urgent.count)
        urgentCount.store(waiting.urgent.count, ordering: .relaxed)
      case .later: waiting.later.insert(work, at: isFirst ? 0 : waiting.later.count)
      }
    }
    // One call for each piece of work; which piece it does is settled when its turn comes.
    thread.async { [self] in takeFirst()?() }
  }

  private func takeFirst() -> Work? {
    waiting.withLock { waiting in
      if !waiting.urgent.isEmpty {
        let work = waiting.urgent.removeFirst()
        urgentCount.store(waiting.urgent.count, ordering: .relaxed)
        return work
      }
      return waiting.later.isEmpty ? nil : waiting.later.removeFirst()
    }
  }
}
