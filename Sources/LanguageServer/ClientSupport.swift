import LanguageServerProtocol
import TextCore

/// What the client can do, as named questions, answered once from what it declared.
struct ClientSupport: Sendable {
  /// The first of the client's encodings that this server prefers; UTF-16 if it names none (LSP 3.17).
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
  let showsProgress: Bool

  init(_ capabilities: ClientCapabilities?) {
    let text = capabilities?.textDocument
    let workspace = capabilities?.workspace
    let offered = capabilities?.general?.positionEncodings ?? []
    // UTF-8 costs nothing to convert.
    encoding = [.utf8, .utf16, .utf32].first { offered.contains($0.rawValue) } ?? .utf16
    pullsDiagnostics = text?.diagnostic != nil
    refreshesDiagnostics = workspace?.diagnostics?.refreshSupport ?? false
    refreshesHints = workspace?.inlayHint?.refreshSupport ?? false
    readsMarkdownHovers = text?.hover?.contentFormat?.contains("markdown") ?? false
    takesRelatedInformation = text?.publishDiagnostics?.relatedInformation ?? false
    takesActionLiterals = text?.codeAction?.codeActionLiteralSupport != nil
    takesPreferredActions = text?.codeAction?.isPreferredSupport ?? false
    takesDocumentChanges = workspace?.workspaceEdit?.documentChanges ?? false
    takesSnippetEdits = takesDocumentChanges && workspace?.workspaceEdit?.snippetEditSupport ?? false
    takesSymbolTrees = text?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false
    answersConfiguration = workspace?.configuration ?? false
    showsProgress = capabilities?.window?.workDoneProgress ?? false
  }
}
