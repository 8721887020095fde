import DocumentModel
import EditorFeatures
import JSONRPC
import LanguageServerProtocol
import Rules
import TextCore

/// A draft the client has open: its newest text, and the newest that is known of it.
struct OpenDraft {
  let uri: String
  let markup: MarkupLanguage
  /// Tells this opening of the draft from an earlier one under the same URI.
  let opening: Int
  var snapshot: TextSnapshot
  /// The latest findings; of an older version while the worker is busy.
  var reading: DraftReading?
  /// Changes taken since it was opened, of the text and of the settings it is read by: a client's version numbers may repeat.
  var revision = 0
  /// The edits that the latest reading has not seen, with the revisions they led to, in order.
  var edits: [(revision: Int, edit: TextReplacement)] = []
  /// Where the reporter is at work; nil if nobody has typed since the draft was opened or saved.
  var lastEdit: LastEdit?
  /// Ticks since then.
  var ticksSinceEdit = 0
  /// What the worker is doing for this draft.
  var job: AnalysisJob?
  /// Whether the work before that was given up, so that this one is not: who types faster than a long draft is read gets
  /// every second version.
  var hasGivenUp = false
  /// Whether newer text waits for the work in hand to tell its first findings.
  var isBehind = false
  /// Requests that wait for the newest version to be read, in order.
  var waiting: [WaitingRequest] = []

  /// What the client is shown of the reader's way through it.
  var progress: ReadingProgress?
  /// What the client is asked to ask for again once the draft has been read to its end.
  var refreshes: Set<Refresh> = []
  /// Whether a change could not be read: nothing is said of the text until the client sends all of it.
  var isLost = false

  /// Takes the edits of one change and the text they lead to.
  mutating func take(_ edits: [TextReplacement], _ text: TextSnapshot) {
    snapshot = text
    revision += 1
    self.edits += edits.map { (revision, $0) }
    lastEdit = LastEdit(edits) ?? lastEdit
    ticksSinceEdit = 0
  }

  /// Whether there is something to say of the newest text, though the reader may still be at work on it.
  var isCurrent: Bool { reading?.revision == revision }
  /// Whether the newest text has been read to its end.
  var isSettled: Bool { job == nil && isCurrent }
}

/// A version of a draft as it was read, with its diagnostics in the client's terms.
struct DraftReading: Sendable {
  let findings: DraftFindings
  let settings: Settings
  /// The changes it takes in, as `OpenDraft` counts them.
  let revision: Int
  /// What of the findings the reporter is shown.
  let view: TypingView
  /// Parallel to `view.shown`.
  let diagnostics: [Diagnostic]

  /// - Parameter view: nil: all that is found.
  init(
    findings: DraftFindings, settings: Settings, revision: Int, view: TypingView? = nil, diagnostics: [Diagnostic]
  ) {
    self.findings = findings
    self.settings = settings
    self.revision = revision
    self.view = view ?? TypingView(of: findings)
    self.diagnostics = diagnostics
  }

  var version: Int { findings.analysis.snapshot.version }
  /// The findings as far as they are shown: what diagnostics, hovers and quick fixes are about.
  var shown: DraftFindings { findings.showing(view.shown) }
}

struct WaitingRequest {
  let id: RequestID
  /// Wants the draft read to its end.
  let isPatient: Bool
  let refresh: Refresh?
  let answer: (RequestID, DraftReading, inout Session) -> Void
}

/// Answers that clients keep and that grow as the reader comes along.
enum Refresh: Hashable, CaseIterable { case diagnostics, hints }

extension Session {
  /// Sends the newest text to the worker; work on older text is given up, though not twice in a row.
  mutating func analyze(_ uri: String) {
    guard var draft = drafts[uri], !draft.isLost else { return }
    if let job = draft.job {
      if draft.hasGivenUp, draft.reading?.revision != job.revision {
        drafts[uri]?.isBehind = true
        return
      }
      job.cancellation.cancel()
      draft.hasGivenUp = true
    }
    let job = AnalysisJob(
      uri: uri, opening: draft.opening, snapshot: draft.snapshot, markup: draft.markup, revision: draft.revision,
      base: draft.reading.flatMap { $0.settings.isReading == settings.isReading ? $0.findings : nil },
      settings: settings, client: client, lastEdit: draft.lastEdit,
      wantsPublication: publisher.mode == .push)
    draft.job = job
    drafts[uri] = draft
    jobs.append(job)
  }

  /// Takes what the worker found. What is not of the newest text is told with its version, and is a base for the next reading:
  /// who types on and on would otherwise see nothing at all.
  mutating func take(_ outcome: AnalysisOutcome) {
    guard var draft = drafts[outcome.job.uri], draft.opening == outcome.job.opening, draft.job === outcome.job
    else { return }
    if !outcome.isPartial { draft.job = nil }
    guard let found = outcome.reading else {
      // Given up, though nothing newer was asked for.
      drafts[outcome.job.uri] = draft
      return analyze(outcome.job.uri)
    }
    let reading = viewed(found, of: outcome.job, &draft)
    draft.reading = reading
    draft.hasGivenUp = false
    if draft.isBehind {
      draft.isBehind = false
      draft.job = nil
      outcome.job.cancellation.cancel()
      drafts[outcome.job.uri] = draft
      publish(reading, outcome)
      return analyze(outcome.job.uri)
    }
    let waiting = draft.waiting.filter { !(outcome.isPartial && $0.isPatient) }
    draft.waiting.removeAll { !(outcome.isPartial && $0.isPatient) }
    if outcome.isPartial { draft.refreshes.formUnion(waiting.compactMap(\.refresh)) }
    let refreshes = draft.refreshes
    if !outcome.isPartial { draft.refreshes = [] }
    drafts[outcome.job.uri] = draft
    publish(reading, outcome)
    showProgress(outcome)
    for request in waiting { request.answer(request.id, reading, &self) }
    if !outcome.isPartial { ask(for: refreshes) }
  }

  /// Has the client ask again, where it lets itself be told to.
  mutating func ask(for refreshes: Set<Refresh>) {
    if refreshes.contains(.diagnostics), client.refreshesDiagnostics, publisher.mode == .pull {
      ask(DiagnosticRefreshRequest())
    }
    if refreshes.contains(.hints), client.refreshesHints { ask(InlayHintRefreshRequest()) }
  }

  /// Answers now if there is something to say of the newest text, else as soon as there is.
  ///
  /// - Parameters:
  ///   - isPatient: waits until the reader is through, too.
  ///   - refresh: what to ask for in the end if the answer came before the reader was through.
  mutating func whenRead(
    _ uri: String, _ id: RequestID, isPatient: Bool = false, refresh: Refresh? = nil,
    _ answer: @escaping (RequestID, DraftReading, inout Session) -> Void
  ) throws(ResponseError) {
    guard let draft = drafts[uri] else { throw .invalidParams("That document is not open.") }
    if draft.isLost { throw .contentModified }
    if isPatient ? draft.isSettled : draft.isCurrent, let reading = draft.reading {
      if let refresh, !draft.isSettled { drafts[uri]?.refreshes.insert(refresh) }
      return answer(id, reading, &self)
    }
    drafts[uri]?.waiting.append(WaitingRequest(id: id, isPatient: isPatient, refresh: refresh, answer: answer))
    if draft.job == nil { analyze(uri) }
  }

  /// Forgets a draft; what waits for it is answered.
  mutating func close(_ uri: String) {
    endProgress(uri)
    guard let draft = drafts.removeValue(forKey: uri) else { return }
    draft.job?.cancellation.cancel()
    for request in draft.waiting { answer(request.id, error: .contentModified) }
  }
}
