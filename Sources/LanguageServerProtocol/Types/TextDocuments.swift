/// LSP 3.17, "TextDocumentItem".
package struct TextDocumentItem: Codable, Hashable, Sendable {
  /// Goes back byte for byte as it came.
  package var uri: String
  package var languageId: String
  package var version: Int
  package var text: String

  package init(uri: String, languageId: String, version: Int, text: String) {
    self.uri = uri
    self.languageId = languageId
    self.version = version
    self.text = text
  }

  /// Only what is open and what it says cannot be guessed: a version counts from 0, and the language is told by the URI, too.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    uri = try container.decode(String.self, forKey: .uri)
    languageId = (try? container.decode(String.self, forKey: .languageId)) ?? ""
    version = container.clamped(.version) ?? 0
    text = try container.decode(String.self, forKey: .text)
  }
}

package struct TextDocumentIdentifier: Codable, Hashable, Sendable {
  package var uri: String
  package init(uri: String) { self.uri = uri }
}

package struct VersionedTextDocumentIdentifier: Codable, Hashable, Sendable {
  package var uri: String
  /// nil if the client left it out, or gave something else: it follows from the one before.
  package var version: Int?
  package init(uri: String, version: Int?) {
    self.uri = uri
    self.version = version
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    uri = try container.decode(String.self, forKey: .uri)
    version = container.clamped(.version)
  }
}

/// As in edits: null where the version is not known.
package struct OptionalVersionedTextDocumentIdentifier: Codable, Hashable, Sendable {
  package var uri: String
  package var version: Int?
  package init(uri: String, version: Int?) {
    self.uri = uri
    self.version = version
  }
}

/// One change; without a range the text is the whole new document.
package struct TextDocumentContentChangeEvent: Codable, Hashable, Sendable {
  package var range: LSPRange?
  package var text: String
  package init(range: LSPRange? = nil, text: String) {
    self.range = range
    self.text = text
  }
}

/// A `TextEdit`, or a `SnippetTextEdit` (LSP 3.18) where it has a snippet instead of a text.
package struct TextEdit: Codable, Hashable, Sendable {
  /// LSP 3.18, "String Value".
  package struct Snippet: Codable, Hashable, Sendable {
    package var kind = "snippet"
    package var value: String
    package init(value: String) { self.value = value }
  }

  package var range: LSPRange
  package var newText: String?
  package var snippet: Snippet?
  package init(range: LSPRange, newText: String) {
    self.range = range
    self.newText = newText
  }
  package init(range: LSPRange, snippet: String) {
    self.range = range
    self.snippet = Snippet(value: snippet)
  }
}

package struct TextDocumentEdit: Codable, Hashable, Sendable {
  package var textDocument: OptionalVersionedTextDocumentIdentifier
  package var edits: [TextEdit]
  package init(textDocument: OptionalVersionedTextDocumentIdentifier, edits: [TextEdit]) {
    self.textDocument = textDocument
    self.edits = edits
  }
}

/// `documentChanges` where the client takes it, else `changes`.
package struct WorkspaceEdit: Codable, Hashable, Sendable {
  package var changes: [String: [TextEdit]]?
  package var documentChanges: [TextDocumentEdit]?
  package init(changes: [String: [TextEdit]]? = nil, documentChanges: [TextDocumentEdit]? = nil) {
    self.changes = changes
    self.documentChanges = documentChanges
  }
}

/// "markdown" or "plaintext".
package struct MarkupContent: Codable, Hashable, Sendable {
  package var kind: String
  package var value: String
  package init(kind: String, value: String) {
    self.kind = kind
    self.value = value
  }
}
