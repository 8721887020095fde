import JSONRPC
import LanguageServerProtocol
import Rules
import TextCore

struct HoverHandler: DraftRequestHandler {
  func announce(_ capabilities: inout ServerCapabilities, _ client: ClientSupport) {
    capabilities.hoverProvider = true
  }

  func answer(_ request: HoverRequest, _ view: SessionSnapshot) -> HoverRequest.Hover? {
    view.features.hover(at: view.from.offset(request.position), in: view.reading.findings).map(view.to.hover)
  }
}

/// The corrections of the findings that touch the range. Reads what was found; checks nothing again.
struct CodeActionHandler: DraftRequestHandler {
  static let quickFix = "quickfix"

  func announce(_ capabilities: inout ServerCapabilities, _ client: ClientSupport) {
    if client.takesActionLiterals { capabilities.codeActionProvider = .init(codeActionKinds: [Self.quickFix]) }
  }

  func answer(_ request: CodeActionRequest, _ view: SessionSnapshot) -> [CodeAction] {
    // "" asks for every kind; a kind asks for its sub-kinds too.
    if let only = request.context?.only, !only.contains(where: { $0.isEmpty || $0 == Self.quickFix }) { return [] }
    let span = view.from.span(request.range)
    let findings = view.reading.findings.all
    let touched = findings.indices.filter {
      findings[$0].span.start <= span.end && findings[$0].span.end >= span.start
    }
    let corrections = touched.map { view.catalog.corrections(of: findings[$0], in: view.analysis) }
    // First what puts things right, then what silences: each finding's last correction silences it.
    var actions: [CodeAction] = []
    for isLast in [false, true] {
      for (index, own) in zip(touched, corrections) {
        let part = isLast ? own.suffix(1) : own.dropLast()
        actions += part.map { view.to.action($0, for: view.reading.diagnostics[index]) }
      }
    }
    return actions
  }
}

struct DocumentSymbolHandler: DraftRequestHandler {
  func announce(_ capabilities: inout ServerCapabilities, _ client: ClientSupport) {
    capabilities.documentSymbolProvider = true
  }

  enum Symbols: Encodable {
    case tree([DocumentSymbol])
    case flat([SymbolInformation])

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .tree(let symbols): try symbols.encode(to: encoder)
      case .flat(let symbols): try symbols.encode(to: encoder)
      }
    }
  }

  func answer(_ request: DocumentSymbolRequest, _ view: SessionSnapshot) -> Symbols {
    let outline = view.features.outline(of: view.analysis)
    return view.client.takesSymbolTrees ? .tree(outline.map(view.to.symbol)) : .flat(view.to.flatSymbols(outline))
  }
}

struct DocumentHighlightHandler: DraftRequestHandler {
  func announce(_ capabilities: inout ServerCapabilities, _ client: ClientSupport) {
    capabilities.documentHighlightProvider = true
  }

  func answer(_ request: DocumentHighlightRequest, _ view: SessionSnapshot) -> [DocumentHighlight] {
    view.features.highlights(at: view.from.offset(request.position), in: view.analysis).map(view.to.highlight)
  }
}

struct InlayHintHandler: DraftRequestHandler {
  func announce(_ capabilities: inout ServerCapabilities, _ client: ClientSupport) {
    capabilities.inlayHintProvider = true
  }

  func answer(_ request: InlayHintRequest, _ view: SessionSnapshot) -> [InlayHint] {
    view.features.hints(in: view.from.span(request.range), of: view.analysis)
      .filter { hint in view.settings.hints.contains { "\($0)" == "\(hint.kind)" } }
      .map(view.to.hint)
  }
}

struct DocumentDiagnosticHandler: DraftRequestHandler {
  func announce(_ capabilities: inout ServerCapabilities, _ client: ClientSupport) {
    if client.pullsDiagnostics { capabilities.diagnosticProvider = .init() }
  }

  func handle(_ id: RequestID, _ body: [UInt8], _ session: inout Session) throws(ResponseError) {
    session.notePull()
    guard let request = try MessageCoding.params(DocumentDiagnosticRequest.self, of: body) else {
      throw .invalidParams("The parameters are missing.")
    }
    try session.whenRead(request.textDocument.uri, id, isPatient: true) { id, reading, session in
      let view = SessionSnapshot(uri: request.textDocument.uri, reading: reading, session)
      session.answer(id, result: self.answer(request, view))
    }
  }

  func answer(_ request: DocumentDiagnosticRequest, _ view: SessionSnapshot) -> DocumentDiagnosticRequest.Response {
    // The name of a result is its content: equal findings, equal name, whatever the version.
    let content = MessageCoding.encoded(view.reading.diagnostics)
    let name = String(StableHash.of(content), radix: 36)
    return name == request.previousResultId
      ? .init(kind: "unchanged", resultId: name, items: nil)
      : .init(kind: "full", resultId: name, items: view.reading.diagnostics)
  }
}

extension HoverRequest: DraftRequest {}
extension CodeActionRequest: DraftRequest {}
extension DocumentSymbolRequest: DraftRequest {}
extension DocumentHighlightRequest: DraftRequest {}
extension InlayHintRequest: DraftRequest {}
extension DocumentDiagnosticRequest: DraftRequest {}
