import JSONRPC
import LanguageServerProtocol
import Logging

extension Session {
  /// Gives up drafts after a change that could not be read: their text is no longer the client's, so findings and fixes would
  /// land in other words than they were made for. They are found again when the client sends their whole text, or opens them
  /// anew.
  mutating func lose(_ uris: [String]) {
    let lost = uris.filter { drafts[$0].map { !$0.isLost } ?? false }
    for uri in lost { giveUp(uri) }
    guard !lost.isEmpty else { return }
    // A client that pulls has the findings of before, and asks for none until it is told to.
    ask(for: [.diagnostics])
    log.error("A change could not be read, so \(lost.count) drafts are given up until their whole text comes.")
    show(
      .error,
      lost.count == 1
        ? "A change to this draft could not be read. Close and open the draft to have it checked again."
        : "A change could not be read, of one of \(lost.count) drafts. Close and open them to have them checked again.")
  }

  private mutating func giveUp(_ uri: String) {
    guard var draft = drafts[uri] else { return }
    endProgress(uri)
    let waiting = draft.waiting
    draft.job?.cancellation.cancel()
    draft.job = nil
    draft.hasGivenUp = false
    draft.isBehind = false
    draft.reading = nil
    draft.edits = []
    draft.lastEdit = nil
    draft.waiting = []
    draft.refreshes = []
    draft.isLost = true
    drafts[uri] = draft
    for request in waiting { answer(request.id, error: .contentModified) }
    clearDiagnostics(uri)
  }

  /// The drafts that a change is about which cannot be read. Where not even that is told, it may be any.
  func draftsConcerned(by body: [UInt8]) -> [String] {
    guard let mention = try? MessageCoding.params(DocumentMention.self, of: body) else { return drafts.keys.sorted() }
    return drafts[mention.textDocument.uri].map { [$0.uri] } ?? []
  }
}
