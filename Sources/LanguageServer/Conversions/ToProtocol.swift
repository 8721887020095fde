import EditorFeatures
import LanguageServerProtocol
import Rules
import TextCore

/// The only way out: from UTF-8 offsets of one snapshot to the client's positions and forms.
struct ToProtocol {
  private let snapshot: TextSnapshot
  private let uri: String
  private let client: ClientSupport
  private let cursor: PositionCursor

  init(_ snapshot: TextSnapshot, uri: String, client: ClientSupport) {
    self.snapshot = snapshot
    self.uri = uri
    self.client = client
    cursor = PositionCursor(snapshot, as: client.encoding)
  }

  func position(_ offset: Int) -> Position {
    let place = cursor.position(of: offset)
    return Position(line: place.line, character: place.column)
  }

  func range(_ span: TextSpan) -> LSPRange { LSPRange(start: position(span.start), end: position(span.end)) }

  func location(_ span: TextSpan) -> Location { Location(uri: uri, range: range(span)) }

  // MARK: - Findings

  func diagnostic(_ finding: Finding) -> Diagnostic {
    Diagnostic(
      range: range(finding.span), severity: severity(finding.severity), code: finding.rule, source: "copydesk",
      message: finding.message, relatedInformation: related(finding),
      data: finding.category.map { .object(["category": .string($0)]) })
  }

  private func related(_ finding: Finding) -> [DiagnosticRelatedInformation]? {
    guard client.takesRelatedInformation, !finding.related.isEmpty else { return nil }
    return finding.related.map { DiagnosticRelatedInformation(location: location($0.span), message: $0.message) }
  }

  private func severity(_ severity: Severity) -> DiagnosticSeverity {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .information: .information
    case .hint: .hint
    }
  }

  // MARK: - Edits

  func action(_ correction: Correction, for diagnostic: Diagnostic) -> CodeAction {
    CodeAction(
      title: correction.title, kind: CodeActionHandler.quickFix, diagnostics: [diagnostic],
      isPreferred: client.takesPreferredActions && correction.isPreferred ? true : nil, edit: edit(correction.edits))
  }

  /// With the version where the client takes it, so that an edit never lands in other text than it was made for.
  private func edit(_ edits: [TextReplacement]) -> WorkspaceEdit {
    let edits = edits.map { edit in
      let text = String(decoding: edit.bytes, as: UTF8.self)
      guard client.takesSnippetEdits, let snippet = Placeholders.snippet(of: text) else {
        return TextEdit(range: range(edit.span), newText: text)
      }
      return TextEdit(range: range(edit.span), snippet: snippet)
    }
    guard client.takesDocumentChanges else { return WorkspaceEdit(changes: [uri: edits]) }
    let document = OptionalVersionedTextDocumentIdentifier(uri: uri, version: snapshot.version)
    return WorkspaceEdit(documentChanges: [TextDocumentEdit(textDocument: document, edits: edits)])
  }

  // MARK: - Features

  func hover(_ hover: HoverText) -> HoverRequest.Hover {
    HoverRequest.Hover(
      contents: client.readsMarkdownHovers
        ? MarkupContent(kind: "markdown", value: hover.markdown) : MarkupContent(kind: "plaintext", value: hover.plain),
      range: range(hover.span))
  }

  func hint(_ hint: Hint) -> InlayHint {
    InlayHint(position: position(hint.offset), label: hint.text, tooltip: hint.tooltip, paddingLeft: true)
  }

  func highlight(_ highlight: Highlight) -> DocumentHighlight {
    let kind =
      switch highlight.kind {
      case .text: 1
      case .read: 2
      case .write: 3
      }
    return DocumentHighlight(range: range(highlight.span), kind: kind)
  }

  func symbol(_ item: OutlineItem) -> DocumentSymbol {
    DocumentSymbol(
      name: item.name, detail: item.detail, kind: symbolKind(item.kind), range: range(item.span),
      selectionRange: range(item.selection), children: item.children.isEmpty ? nil : item.children.map(symbol))
  }

  /// The tree as a list, for clients that take none.
  func flatSymbols(_ items: [OutlineItem]) -> [SymbolInformation] {
    items.flatMap { item in
      [SymbolInformation(name: item.name, kind: symbolKind(item.kind), location: location(item.span))]
        + flatSymbols(item.children)
    }
  }

  /// `SymbolKind` has no people; editors draw these kinds apart.
  private func symbolKind(_ kind: OutlineItem.Kind) -> Int {
    switch kind {
    case .heading: 15
    case .quotation: 21
    default: 13
    }
  }
}
