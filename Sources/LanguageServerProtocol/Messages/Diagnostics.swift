/// LSP 3.17, "PublishDiagnostics Notification". The whole list of one document, each time.
package struct PublishDiagnosticsNotification: LSPNotification {
  package static let method = "textDocument/publishDiagnostics"
  package var uri: String
  package var version: Int?
  package var diagnostics: [Diagnostic]

  package init(uri: String, version: Int?, diagnostics: [Diagnostic]) {
    self.uri = uri
    self.version = version
    self.diagnostics = diagnostics
  }
}

/// LSP 3.17, "Document Diagnostics" (pull).
package struct DocumentDiagnosticRequest: LSPRequest {
  package static let method = "textDocument/diagnostic"
  package struct Response: Codable, Sendable {
    /// "full" or "unchanged".
    package var kind: String
    package var resultId: String
    /// Absent when unchanged.
    package var items: [Diagnostic]?

    package init(kind: String, resultId: String, items: [Diagnostic]?) {
      self.kind = kind
      self.resultId = resultId
      self.items = items
    }
  }

  package var textDocument: TextDocumentIdentifier
  package var previousResultId: String?
}

package struct DiagnosticRefreshRequest: LSPRequest {
  package static let method = "workspace/diagnostic/refresh"
  package typealias Response = JSONValue
  package init() {}
}
