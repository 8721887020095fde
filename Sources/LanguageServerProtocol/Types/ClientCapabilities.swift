/// What a client can do, as far as this server asks. Every field may be missing, or be what
/// this server does not understand.
package struct ClientCapabilities: Codable, Sendable {
  package struct General: Codable, Sendable { @Lenient package var positionEncodings: LenientArray<String>? }
  package struct Dynamic: Codable, Sendable { @Lenient package var dynamicRegistration: Bool? }
  package struct Refresh: Codable, Sendable { @Lenient package var refreshSupport: Bool? }

  package struct Workspace: Codable, Sendable {
    package struct Edit: Codable, Sendable {
      @Lenient package var documentChanges: Bool?
      /// LSP 3.18.
      @Lenient package var snippetEditSupport: Bool?
    }
    @Lenient package var workspaceEdit: Edit?
    @Lenient package var configuration: Bool?
    @Lenient package var didChangeConfiguration: Dynamic?
    @Lenient package var diagnostics: Refresh?
    @Lenient package var inlayHint: Refresh?
  }

  package struct Window: Codable, Sendable { @Lenient package var workDoneProgress: Bool? }

  package struct TextDocument: Codable, Sendable {
    package struct Hover: Codable, Sendable { @Lenient package var contentFormat: LenientArray<String>? }
    package struct PublishDiagnostics: Codable, Sendable {
      @Lenient package var relatedInformation: Bool?
    }
    package struct CodeAction: Codable, Sendable {
      package struct Literals: Codable, Sendable {}
      @Lenient package var codeActionLiteralSupport: Literals?
      @Lenient package var isPreferredSupport: Bool?
    }
    package struct DocumentSymbol: Codable, Sendable { @Lenient package var hierarchicalDocumentSymbolSupport: Bool? }
    @Lenient package var hover: Hover?
    @Lenient package var publishDiagnostics: PublishDiagnostics?
    @Lenient package var diagnostic: Dynamic?
    @Lenient package var codeAction: CodeAction?
    @Lenient package var documentSymbol: DocumentSymbol?
  }

  @Lenient package var general: General?
  @Lenient package var workspace: Workspace?
  @Lenient package var window: Window?
  @Lenient package var textDocument: TextDocument?

  package init() {}
}
