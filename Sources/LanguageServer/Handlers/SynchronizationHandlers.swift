import EditorFeatures
import JSONRPC
import LanguageServerProtocol
import Logging
import Segmentation
import TextCore

struct DidOpenHandler: NotificationHandler {
  /// A client that opens a draft twice means the second text: where that cannot be read, the first is no longer the client's.
  func handle(_ body: [UInt8], _ session: inout Session) throws(ResponseError) {
    let notification: DidOpenTextDocumentNotification?
    do throws(ResponseError) {
      notification = try MessageCoding.params(DidOpenTextDocumentNotification.self, of: body)
    } catch {
      session.lose(session.draftsConcerned(by: body))
      throw error
    }
    guard let notification else { throw .invalidParams("The parameters are missing.") }
    take(notification, &session)
  }

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
  func handle(_ body: [UInt8], _ session: inout Session) throws(ResponseError) {
    let notification: DidChangeTextDocumentNotification?
    do throws(ResponseError) {
      notification = try MessageCoding.params(DidChangeTextDocumentNotification.self, of: body)
    } catch {
      let concerned = session.draftsConcerned(by: body)
      if concerned.isEmpty { throw error }
      return session.lose(concerned)
    }
    guard let notification else {
      session.lose(session.drafts.keys.sorted())
      throw .invalidParams("The parameters are missing.")
    }
    try take(notification, &session)
  }

  func take(
    _ notification: DidChangeTextDocumentNotification, _ session: inout Session
  ) throws(ResponseError) {
    let document = notification.textDocument
    guard let draft = session.drafts[document.uri] else { throw .invalidParams("That document is not open.") }
    var changes = notification.contentChanges[...]
    if draft.isLost {
      // What stood before a whole text does not matter; without one the draft stays lost.
      guard let whole = changes.lastIndex(where: { $0.range == nil }) else { return }
      changes = changes[whole...]
      session.drafts[document.uri]?.isLost = false
    }
    let last = draft.snapshot.version
    let version = document.version ?? min(last, Int.max - 1) + 1
    if version <= last { session.log.error("A change came with version \(version) after \(last).") }
    var snapshot = draft.snapshot
    var edits: [TextReplacement] = []
    for change in changes {
      let from = FromProtocol(snapshot, session.client, session.log, isEdit: true)
      guard let edit = from.replacement(change) else { return session.lose([document.uri]) }
      edits.append(snapshot.wholeCharacters(edit))
      snapshot = snapshot.applying(edit, version: version)
    }
    session.drafts[document.uri]?.take(edits, snapshot.renumbered(version))
    session.analyze(document.uri)
  }
}

struct DidSaveHandler: NotificationHandler {
  func take(_ notification: DidSaveTextDocumentNotification, _ session: inout Session) {
    session.noteSave(notification.textDocument.uri)
  }
}

struct DidCloseHandler: NotificationHandler {
  func take(_ notification: DidCloseTextDocumentNotification, _ session: inout Session) {
    session.close(notification.textDocument.uri)
    session.clearDiagnostics(notification.textDocument.uri)
  }
}
