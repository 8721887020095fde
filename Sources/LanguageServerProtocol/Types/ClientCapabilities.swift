/// What a client can do, as far as this server asks. Every field may be missing.
package struct ClientCapabilities: Codable, Sendable {
  package struct General: Codable, Sendable { package var positionEncodings: [String]? }
  package struct Dynamic: Codable, Sendable { package var dynamicRegistration: Bool? }
  package struct Refresh: Codable, Sendable { package var refreshSupport: Bool? }

  package struct Workspace: Codable, Sendable {
    package struct Edit: Codable, Sendable {
      package var documentChanges: Bool?
      /// LSP 3.18.
      package var snippetEditSupport: Bool?
    }
    package var workspaceEdit: Edit?
    package var configuration: Bool?
    package var didChangeConfiguration: Dynamic?
    package var diagnostics: Refresh?
    package var inlayHint: Refresh?
  }

  package struct Window: Codable, Sendable { package var workDoneProgress: Bool? }

  package struct TextDocument: Codable, Sendable {
    package struct Hover: Codable, Sendable { package var contentFormat: [String]? }
    package struct PublishDiagnostics: Codable, Sendable {
      package var relatedInformation: Bool?
      package var versionSupport: Bool?
      package var dataSupport: Bool?
    }
    package struct CodeAction: Codable, Sendable {
      package struct Literals: Codable, Sendable {}
      package var codeActionLiteralSupport: Literals?
      package var isPreferredSupport: Bool?
    }
    package struct DocumentSymbol: Codable, Sendable { package var hierarchicalDocumentSymbolSupport: Bool? }
    package var hover: Hover?
    package var publishDiagnostics: PublishDiagnostics?
    package var diagnostic: Dynamic?
    package var codeAction: CodeAction?
    package var documentSymbol: DocumentSymbol?
    package var inlayHint: Dynamic?
  }

  package var general: General?
  package var workspace: Workspace?
  package var window: Window?
  package var textDocument: TextDocument?

  package init() {}
}
