/// LSP 3.17, "Hover Request".
package struct HoverRequest: LSPRequest {
  package static let method = "textDocument/hover"
  package struct Hover: Codable, Sendable {
    package var contents: MarkupContent
    package var range: LSPRange?
    package init(contents: MarkupContent, range: LSPRange?) {
      self.contents = contents
      self.range = range
    }
  }
  package typealias Response = Hover?

  package var textDocument: TextDocumentIdentifier
  package var position: Position
}

/// LSP 3.17, "Code Action Request".
package struct CodeActionRequest: LSPRequest {
  package static let method = "textDocument/codeAction"
  package typealias Response = [CodeAction]
  package struct Context: Codable, Sendable {
    /// Kinds wanted; all if absent. The client's diagnostics are not read: what the server found is its own.
    package var only: [String]?
  }

  package var textDocument: TextDocumentIdentifier
  package var range: LSPRange
  package var context: Context?
}

package struct CodeAction: Codable, Hashable, Sendable {
  package var title: String
  package var kind: String
  package var diagnostics: [Diagnostic]?
  package var isPreferred: Bool?
  /// Complete: nothing is left to resolve.
  package var edit: WorkspaceEdit

  package init(title: String, kind: String, diagnostics: [Diagnostic]?, isPreferred: Bool?, edit: WorkspaceEdit) {
    self.title = title
    self.kind = kind
    self.diagnostics = diagnostics
    self.isPreferred = isPreferred
    self.edit = edit
  }
}

/// LSP 3.17, "Inlay Hint Request".
package struct InlayHintRequest: LSPRequest {
  package static let method = "textDocument/inlayHint"
  package typealias Response = [InlayHint]

  package var textDocument: TextDocumentIdentifier
  package var range: LSPRange
}

package struct InlayHint: Codable, Hashable, Sendable {
  package var position: Position
  package var label: String
  package var tooltip: String?
  package var paddingLeft: Bool?
  package init(position: Position, label: String, tooltip: String?, paddingLeft: Bool?) {
    self.position = position
    self.label = label
    self.tooltip = tooltip
    self.paddingLeft = paddingLeft
  }
}

/// LSP 3.17, "Document Symbols Request".
package struct DocumentSymbolRequest: LSPRequest {
  package static let method = "textDocument/documentSymbol"
  package typealias Response = [DocumentSymbol]

  package var textDocument: TextDocumentIdentifier
}

package struct DocumentSymbol: Codable, Hashable, Sendable {
  package var name: String
  package var detail: String?
  /// `SymbolKind`: 15 string (heading), 13 variable, …
  package var kind: Int
  package var range: LSPRange
  /// Within `range`.
  package var selectionRange: LSPRange
  package var children: [DocumentSymbol]?

  package init(
    name: String, detail: String?, kind: Int, range: LSPRange, selectionRange: LSPRange, children: [DocumentSymbol]?
  ) {
    self.name = name
    self.detail = detail
    self.kind = kind
    self.range = range
    self.selectionRange = selectionRange
    self.children = children
  }
}

/// For clients that take no tree: LSP 3.17, "SymbolInformation".
package struct SymbolInformation: Codable, Hashable, Sendable {
  package var name: String
  package var kind: Int
  package var location: Location
  package init(name: String, kind: Int, location: Location) {
    self.name = name
    self.kind = kind
    self.location = location
  }
}

/// LSP 3.17, "Document Highlights Request".
package struct DocumentHighlightRequest: LSPRequest {
  package static let method = "textDocument/documentHighlight"
  package typealias Response = [DocumentHighlight]

  package var textDocument: TextDocumentIdentifier
  package var position: Position
}

package struct DocumentHighlight: Codable, Hashable, Sendable {
  package var range: LSPRange
  /// 1 text, 2 read, 3 write.
  package var kind: Int?
  package init(range: LSPRange, kind: Int? = 1) {
    self.range = range
    self.kind = kind
  }
}
