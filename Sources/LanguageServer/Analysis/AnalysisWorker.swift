import DraftAnalysis
import Glibc
import Rules

/// Reads drafts, one after another, on a thread of its own: new text first, then what is yet to be read of all drafts.
final class AnalysisWorker: Sendable {
  let engine: Engine
  private let queue = WorkQueue(label: "copydesk.analysis")
  private let done: @Sendable (AnalysisOutcome) -> Void
  private let stopped = Cancellation()

  init(_ pipeline: @escaping @Sendable () -> Pipeline, _ done: @escaping @Sendable (AnalysisOutcome) -> Void) {
    engine = Engine(pipeline)
    self.done = done
    // The tables are opened while the client introduces itself.
    queue.post(.urgent) { [engine] in _ = engine.parts }
  }

  func start(_ job: AnalysisJob) {
    queue.post(.urgent) { [self] in work(job) }
  }

  func stop() { stopped.cancel() }

  /// What the reader goes through before findings are first told, and then at a time, in bytes of prose: a story of a
  /// thousand words is read before anything is shown, a book a chapter at a time.
  private enum Portion {
    static let first = 8_000
    /// After a key: the paragraph at the cursor, though much of the draft may still be unread.
    static let key = 1_500
    static let further = 48_000
  }

  /// Hands over an outcome for the part of the draft that is read soonest, and further ones until all of it is.
  private func work(_ job: AnalysisJob) {
    tell(job, firstAnalysis(job), after: job.base)
  }

  private func tell(_ job: AnalysisJob, _ analysis: Analysis?, after base: DraftFindings?) {
    let findings = analysis.map { engine.catalog.findings(in: $0, settings: job.settings.rules, after: base) }
    guard let findings, !isCancelled(job) else {
      return done(AnalysisOutcome(job: job, reading: nil, publication: nil))
    }
    let outcome = outcome(job, findings)
    done(outcome)
    // Behind what waits: a keystroke in another draft does not wait for the rest of a book.
    if outcome.isPartial { queue.post(.later) { [self] in readOn(job, findings) } }
  }

  private func readOn(_ job: AnalysisJob, _ findings: DraftFindings) {
    let analysis = engine.parts.host.analysis(
      readingOn: findings.analysis, options(job, Portion.further),
      isCancelled: { self.isCancelled(job) || self.queue.hasUrgentWork })
    if analysis == nil, !isCancelled(job) {
      // It made way; the paragraphs that were read by then are in the cache.
      return queue.post(.later, isFirst: true) { [self] in readOn(job, findings) }
    }
    tell(job, analysis, after: findings)
  }

  private func outcome(_ job: AnalysisJob, _ findings: DraftFindings) -> AnalysisOutcome {
    let analysis = findings.analysis
    let converter = ToProtocol(analysis.snapshot, uri: job.uri, client: job.client)
    let diagnostics = findings.all.map { converter.diagnostic($0) }
    let publication =
      job.wantsPublication
      ? DiagnosticsPublisher.message(uri: job.uri, version: analysis.snapshot.version, diagnostics) : nil
    let reading = DraftReading(
      findings: findings, settings: job.settings, revision: job.revision, diagnostics: diagnostics)
    return AnalysisOutcome(
      job: job, reading: reading, isPartial: analysis.unread > 0, publication: publication)
  }

  private func firstAnalysis(_ job: AnalysisJob) -> Analysis? {
    let host = engine.parts.host
    if let base = job.base, base.analysis.draft.projectReference == job.settings.reference {
      return host.analysis(
        after: base.analysis, snapshot: job.snapshot, options(job, Portion.key),
        isCancelled: { self.isCancelled(job) })
    }
    return host.analysis(
      of: job.snapshot, language: job.markup, options(job, Portion.first), isCancelled: { self.isCancelled(job) })
  }

  private func options(_ job: AnalysisJob, _ portion: Int) -> AnalysisHost.Options {
    AnalysisHost.Options(
      projectReference: job.settings.reference,
      depth: job.settings.isReading ? .some(bytes: portion, near: job.lastEdit?.cursor ?? 0) : .none,
      workers: AnalysisWorker.workers)
  }

  /// Cores to read with: all but one, so that the editor keeps its own.
  private static let workers = max(2, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))) - 1)

  private func isCancelled(_ job: AnalysisJob) -> Bool { job.cancellation.isCancelled || stopped.isCancelled }
}
