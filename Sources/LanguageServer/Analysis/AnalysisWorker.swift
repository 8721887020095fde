import Dispatch
import DocumentModel
import DraftAnalysis
import EditorFeatures
import JSONRPC
import LanguageServerProtocol
import Lexicons
import Rules
import Synchronization
import TextCore

/// Told once, heard by the thread that works.
final class Cancellation: Sendable {
  private let flag = Atomic(false)
  func cancel() { flag.store(true, ordering: .relaxed) }
  var isCancelled: Bool { flag.load(ordering: .relaxed) }
}

/// A draft to be read: everything the worker needs, frozen.
final class AnalysisJob: Sendable {
  let uri: String
  let opening: Int
  let snapshot: TextSnapshot
  let markup: MarkupLanguage
  /// An earlier reading, and the edits that lead from its text to `snapshot`.
  let base: DraftFindings?
  let edits: [TextReplacement]
  let settings: Settings
  let client: ClientSupport
  /// Whether the message for the client is to be made as well.
  let wantsPublication: Bool
  let cancellation = Cancellation()

  init(
    uri: String, opening: Int, snapshot: TextSnapshot, markup: MarkupLanguage, base: DraftFindings?,
    edits: [TextReplacement], settings: Settings, client: ClientSupport, wantsPublication: Bool
  ) {
    self.uri = uri
    self.opening = opening
    self.snapshot = snapshot
    self.markup = markup
    self.base = base
    self.edits = edits
    self.settings = settings
    self.client = client
    self.wantsPublication = wantsPublication
  }
}

struct AnalysisOutcome: Sendable {
  let job: AnalysisJob
  /// nil if the job was cancelled.
  let reading: DraftReading?
  /// A whole `publishDiagnostics` message.
  let publication: [UInt8]?
}

/// The engine behind the server, made on first use.
final class Engine: Sendable {
  struct Parts: Sendable {
    let host: AnalysisHost
    let catalog: RuleCatalog
    let features: EditorFeatures
  }

  private let make: @Sendable () -> Language
  private let made = Mutex<Parts?>(nil)

  init(_ language: @escaping @Sendable () -> Language) { make = language }

  var parts: Parts {
    made.withLock { made in
      if let made { return made }
      let language = make()
      let catalog = RuleCatalog(language)
      // A draft of 100,000 words has some 3,000 paragraphs: all of them stay cached through a rewrite of its middle.
      let parts = Parts(
        host: AnalysisHost(language, cachedParagraphs: 8192), catalog: catalog,
        features: EditorFeatures(language, catalog: catalog))
      made = parts
      return parts
    }
  }

  var catalog: RuleCatalog { parts.catalog }
  var features: EditorFeatures { parts.features }
}

/// Reads drafts, one after another, on a thread of its own.
final class AnalysisWorker: Sendable {
  let engine: Engine
  private let queue = DispatchQueue(label: "copydesk.analysis", qos: .userInitiated)
  private let done: @Sendable (AnalysisOutcome) -> Void
  private let stopped = Cancellation()

  init(_ language: @escaping @Sendable () -> Language, _ done: @escaping @Sendable (AnalysisOutcome) -> Void) {
    engine = Engine(language)
    self.done = done
    // The tables are opened while the client introduces itself.
    queue.async { [engine] in _ = engine.parts }
  }

  func start(_ job: AnalysisJob) {
    queue.async { [self] in done(read(job)) }
  }

  func stop() { stopped.cancel() }

  private func read(_ job: AnalysisJob) -> AnalysisOutcome {
    let cancelled = AnalysisOutcome(job: job, reading: nil, publication: nil)
    guard let analysis = analysis(job) else { return cancelled }
    let findings = engine.catalog.findings(in: analysis, settings: job.settings.rules, after: job.base)
    if isCancelled(job) { return cancelled }
    let converter = ToProtocol(analysis.snapshot, uri: job.uri, client: job.client)
    let diagnostics = findings.all.map { converter.diagnostic($0) }
    let publication =
      job.wantsPublication
      ? DiagnosticsPublisher.message(uri: job.uri, version: analysis.snapshot.version, diagnostics) : nil
    let reading = DraftReading(findings: findings, settings: job.settings, diagnostics: diagnostics)
    return AnalysisOutcome(job: job, reading: reading, publication: publication)
  }

  private func analysis(_ job: AnalysisJob) -> Analysis? {
    let host = engine.parts.host
    if let base = job.base, base.analysis.draft.givenReference == job.settings.reference {
      return host.analysis(
        after: base.analysis, snapshot: job.snapshot, edits: job.edits, workers: 2,
        isCancelled: { self.isCancelled(job) })
    }
    return host.analysis(
      of: job.snapshot, language: job.markup, reference: job.settings.reference, workers: 2,
      isCancelled: { self.isCancelled(job) })
  }

  private func isCancelled(_ job: AnalysisJob) -> Bool { job.cancellation.isCancelled || stopped.isCancelled }
}
