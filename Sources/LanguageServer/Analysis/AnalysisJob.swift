import DocumentModel
import EditorFeatures
import Rules
import TextCore

/// A draft to be read: everything the worker needs, frozen.
final class AnalysisJob: Sendable {
  let uri: String
  let opening: Int
  let snapshot: TextSnapshot
  let markup: MarkupLanguage
  /// How many changes the draft had taken since it was opened.
  let revision: Int
  /// An earlier reading.
  let base: DraftFindings?
  let settings: Settings
  let client: ClientSupport
  /// Where the reporter is at work: the reader begins there, and what is new there waits.
  let lastEdit: LastEdit?
  /// Whether the message for the client is to be made as well.
  let wantsPublication: Bool
  let cancellation = Cancellation()

  init(
    uri: String, opening: Int, snapshot: TextSnapshot, markup: MarkupLanguage, revision: Int,
    base: DraftFindings?, settings: Settings, client: ClientSupport, lastEdit: LastEdit?, wantsPublication: Bool
  ) {
    self.uri = uri
    self.opening = opening
    self.snapshot = snapshot
    self.markup = markup
    self.revision = revision
    self.base = base
    self.settings = settings
    self.client = client
    self.lastEdit = lastEdit
    self.wantsPublication = wantsPublication
  }
}
