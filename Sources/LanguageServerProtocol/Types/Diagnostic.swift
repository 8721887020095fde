package enum DiagnosticSeverity: Int, Codable, Hashable, Sendable { case error = 1, warning, information, hint }

package struct DiagnosticRelatedInformation: Codable, Hashable, Sendable {
  package var location: Location
  package var message: String
  package init(location: Location, message: String) {
    self.location = location
    self.message = message
  }
}

/// LSP 3.17, "Diagnostic". Everything essential is in `code` and `message`: some clients show nothing else.
package struct Diagnostic: Codable, Hashable, Sendable {
  package var range: LSPRange
  package var severity: DiagnosticSeverity
  package var code: String
  package var source: String
  package var message: String
  package var relatedInformation: [DiagnosticRelatedInformation]?
  package var data: JSONValue?

  package init(
    range: LSPRange, severity: DiagnosticSeverity, code: String, source: String, message: String,
    relatedInformation: [DiagnosticRelatedInformation]? = nil, data: JSONValue? = nil
  ) {
    self.range = range
    self.severity = severity
    self.code = code
    self.source = source
    self.message = message
    self.relatedInformation = relatedInformation
    self.data = data
  }
}
