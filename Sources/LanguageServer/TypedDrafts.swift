import EditorFeatures
import LanguageServerProtocol

/// Drafts as they are shown while somebody types.
extension Session {
  /// Ticks without a key after which the hand is said to rest: two seconds or three.
  static let ticksOfRest = 3

  /// What the worker found, as far as it is shown.
  func viewed(_ found: DraftReading, of job: AnalysisJob, _ draft: inout OpenDraft) -> DraftReading {
    let seen = draft.edits.prefix { $0.revision <= found.revision }
    draft.edits.removeFirst(seen.count)
    // The draft may have been saved, or left alone, while the worker was busy.
    let lastEdit = draft.revision == found.revision ? draft.lastEdit : job.lastEdit
    guard lastEdit != nil else { return found }
    let view = (draft.reading?.view ?? TypingView()).following(
      seen.map(\.edit), to: found.findings, lastEdit: lastEdit, catalog: engine.catalog)
    return view.isAll && view.shown == found.view.shown && !view.mayHideHints
      ? found : reading(found, as: view, uri: draft.uri)
  }

  private func reading(_ found: DraftReading, as view: TypingView, uri: String) -> DraftReading {
    let converter = ToProtocol(found.findings.analysis.snapshot, uri: uri, client: client)
    return DraftReading(
      findings: found.findings, settings: found.settings, revision: found.revision, view: view,
      diagnostics: view.shown.map { converter.diagnostic($0) })
  }

  /// What waited under a draft that is saved is shown: nobody saves half a sentence unasked.
  mutating func noteSave(_ uri: String) { release(uri, as: nil) }

  /// After a rest a word and a sentence are taken as they stand.
  mutating func noteRest() {
    for uri in drafts.keys.sorted() {
      guard var edit = drafts[uri]?.lastEdit, !edit.isResting else { continue }
      drafts[uri]?.ticksSinceEdit += 1
      guard drafts[uri]?.ticksSinceEdit ?? 0 >= Session.ticksOfRest else { continue }
      edit.isResting = true
      release(uri, as: edit)
    }
  }

  /// Shows the newest reading anew. One that is still being made is seen in this light when it comes.
  private mutating func release(_ uri: String, as edit: LastEdit?) {
    drafts[uri]?.lastEdit = edit
    guard let draft = drafts[uri], draft.isCurrent, let old = draft.reading else { return }
    let view = old.view.following([], to: old.findings, lastEdit: edit, catalog: engine.catalog)
    let new = reading(old, as: view, uri: uri)
    drafts[uri]?.reading = new
    if view.shown != old.view.shown {
      if publisher.mode == .push {
        send(DiagnosticsPublisher.message(uri: uri, version: new.version, new.diagnostics))
      }
      ask(for: [.diagnostics])
    }
    if old.view.mayHideHints { ask(for: [.hints]) }
  }
}
