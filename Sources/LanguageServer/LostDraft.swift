import JSONRPC
import LanguageServerProtocol
import Logging

extension Session {
  /// Gives up a draft after a change that could not be read: its text is no longer the client's, so findings and fixes would
  /// land in other words than they were made for. It is found again when the client sends its whole text, or opens it anew.
  mutating func lose(_ uri: String) {
    guard var draft = drafts[uri], !draft.isLost else { return }
    endProgress(uri)
    let waiting = draft.waiting
    draft.job?.cancellation.cancel()
    draft.job = nil
    draft.hasGivenUp = false
    draft.isBehind = false
    draft.reading = nil
    draft.waiting = []
    draft.refreshes = []
    draft.isLost = true
    drafts[uri] = draft
    for request in waiting { answer(request.id, error: .contentModified) }
    clearDiagnostics(uri)
    log.error("A change could not be read, so the draft is given up until its whole text comes.")
    show(.error, "A change to this draft could not be read. Close and open the draft to have it checked again.")
  }

  /// The drafts that a change is about which cannot be read. Where not even that is told, it may be any.
  func draftsConcerned(by body: [UInt8]) -> [String] {
    guard let mention = try? MessageCoding.params(DocumentMention.self, of: body) else { return drafts.keys.sorted() }
    return drafts[mention.textDocument.uri].map { [$0.uri] } ?? []
  }
}
