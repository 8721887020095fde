import JSONRPC
import LanguageServerProtocol
import TextCore

struct HoverHandler: DraftRequestHandler {
  func announce(_ capabilities: inout ServerCapabilities, _ client: ClientSupport) {
    capabilities.hoverProvider = true
  }

  func answer(_ request: HoverRequest, _ view: SessionSnapshot) -> HoverRequest.Hover? {
    view.features.hover(at: view.from.offset(request.position), in: view.reading.shown).map(view.to.hover)
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
  let refresh: Refresh? = .hints

  func isPatient(_ client: ClientSupport) -> Bool { !client.refreshesHints }

  func announce(_ capabilities: inout ServerCapabilities, _ client: ClientSupport) {
    capabilities.inlayHintProvider = true
  }

  func answer(_ request: InlayHintRequest, _ view: SessionSnapshot) -> [InlayHint] {
    view.features.hints(in: view.from.span(request.range), of: view.analysis)
      .filter { view.settings.hints.contains($0.kind) && !view.reading.view.hides($0) }
      .map(view.to.hint)
  }
}

struct DocumentDiagnosticHandler: DraftRequestHandler {
  let refresh: Refresh? = .diagnostics

  /// A client that is told when to ask again gets what there is; another gets all, once.
  func isPatient(_ client: ClientSupport) -> Bool { !client.refreshesDiagnostics }

  func announce(_ capabilities: inout ServerCapabilities, _ client: ClientSupport) {
    if client.pullsDiagnostics { capabilities.diagnosticProvider = .init() }
  }

  func handle(_ id: RequestID, _ body: [UInt8], _ session: inout Session) throws(ResponseError) {
    session.notePull()
    guard let request = try MessageCoding.params(DocumentDiagnosticRequest.self, of: body) else {
      throw .invalidParams("The parameters are missing.")
    }
    if session.drafts[request.textDocument.uri]?.isLost ?? false {
      // An error would leave the client with the findings of a text that is gone.
      return session.answer(id, result: DocumentDiagnosticRequest.Response(kind: "full", resultId: "", items: []))
    }
    try session.whenRead(
      request.textDocument.uri, id, isPatient: isPatient(session.client), refresh: refresh
    ) { id, reading, session in
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
