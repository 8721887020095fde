import JSONRPC
import LanguageServerProtocol
import Logging
import Segmentation
import TextCore

struct DidOpenHandler: NotificationHandler {
  func take(_ notification: DidOpenTextDocumentNotification, _ session: inout Session) {
    let item = notification.textDocument
    session.close(item.uri)
    session.drafts[item.uri] = OpenDraft(
      uri: item.uri, markup: languageFor(languageID: item.languageId, path: item.uri),
      opening: session.nextOpening(), snapshot: TextSnapshot(item.text, version: item.version))
    session.analyze(item.uri)
  }
}

/// Applies the changes one after another, each to the text that the one before it left, and sends the result to the worker.
/// Nothing is analysed here: the loop is free again at once.
struct DidChangeHandler: NotificationHandler {
  func take(
    _ notification: DidChangeTextDocumentNotification, _ session: inout Session
  ) throws(ResponseError) {
    let document = notification.textDocument
    guard let draft = session.drafts[document.uri] else { throw .invalidParams("That document is not open.") }
    if document.version <= draft.snapshot.version {
      session.log.error("A change came with version \(document.version) after \(draft.snapshot.version).")
    }
    var snapshot = draft.snapshot
    for change in notification.contentChanges {
      let edit = FromProtocol(snapshot, session.client, session.log).replacement(change)
      snapshot = snapshot.applying(edit, version: document.version)
      session.drafts[document.uri]?.attention = edit.span.start
    }
    session.drafts[document.uri]?.snapshot = snapshot.renumbered(document.version)
    session.drafts[document.uri]?.revision += 1
    session.analyze(document.uri)
  }
}

struct DidCloseHandler: NotificationHandler {
  func take(_ notification: DidCloseTextDocumentNotification, _ session: inout Session) {
    session.close(notification.textDocument.uri)
    session.clearDiagnostics(notification.textDocument.uri)
  }
}
