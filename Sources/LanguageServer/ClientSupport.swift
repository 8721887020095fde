import LanguageServerProtocol
import TextCore

/// What the client can do, as named questions, answered once from what it declared.
struct ClientSupport: Sendable {
  /// The first of the client's encodings that this server knows, since their order is its preference; UTF-16 if it names none
  /// (LSP 3.17, "PositionEncodingKind").
  let encoding: PositionEncoding
  let pullsDiagnostics: Bool
  let refreshesDiagnostics: Bool
  let refreshesHints: Bool
  let readsMarkdownHovers: Bool
  let takesRelatedInformation: Bool
  let takesActionLiterals: Bool
  let takesPreferredActions: Bool
  let takesDocumentChanges: Bool
  /// Edits with places to fill in (LSP 3.18); they travel in `documentChanges` only.
  let takesSnippetEdits: Bool
  let takesSymbolTrees: Bool
  let answersConfiguration: Bool
  /// Tells of changed settings only if it was asked to.
  let registersConfiguration: Bool
  let showsProgress: Bool

  init(_ capabilities: ClientCapabilities?) {
    let text = capabilities?.textDocument
    let workspace = capabilities?.workspace
    let encodings = capabilities?.general?.positionEncodings?.elements ?? []
    encoding = encodings.lazy.compactMap(PositionEncoding.init(rawValue:)).first ?? .utf16
    pullsDiagnostics = text?.diagnostic != nil
    refreshesDiagnostics = workspace?.diagnostics?.refreshSupport ?? false
    refreshesHints = workspace?.inlayHint?.refreshSupport ?? false
    // Their order is the client's preference, too (LSP 3.17, "HoverClientCapabilities").
    let formats = text?.hover?.contentFormat?.elements ?? []
    readsMarkdownHovers = formats.first { ["markdown", "plaintext"].contains($0) } == "markdown"
    takesRelatedInformation = text?.publishDiagnostics?.relatedInformation ?? false
    takesActionLiterals = text?.codeAction?.codeActionLiteralSupport != nil
    takesPreferredActions = text?.codeAction?.isPreferredSupport ?? false
    takesDocumentChanges = workspace?.workspaceEdit?.documentChanges ?? false
    takesSnippetEdits = takesDocumentChanges && workspace?.workspaceEdit?.snippetEditSupport ?? false
    takesSymbolTrees = text?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false
    answersConfiguration = workspace?.configuration ?? false
    registersConfiguration = workspace?.didChangeConfiguration?.dynamicRegistration ?? false
    showsProgress = capabilities?.window?.workDoneProgress ?? false
  }
}
