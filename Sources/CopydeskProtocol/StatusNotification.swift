import LanguageServerProtocol

/// Our one message of our own: what the server knows of a draft, for a status line. Sent after each analysis to clients
/// that ask for it with the initialization option `copydeskStatus: true`.
package struct StatusNotification: LSPNotification {
  package static let method = "copydesk/status"
  package var uri: String
  package var version: Int
  package var words: Int
  package var entities: Int
  package var attributions: Int
  package var findings: Int

  package init(uri: String, version: Int, words: Int, entities: Int, attributions: Int, findings: Int) {
    self.uri = uri
    self.version = version
    self.words = words
    self.entities = entities
    self.attributions = attributions
    self.findings = findings
  }
}
