package import JSONRPC

/// LSP 3.17, "Initialize Request".
package struct InitializeRequest: LSPRequest {
  package static let method = "initialize"
  package struct Response: Codable, Sendable {
    package struct ServerInfo: Codable, Sendable {
      package var name: String
      package var version: String
    }
    package var capabilities: ServerCapabilities
    package var serverInfo: ServerInfo

    package init(capabilities: ServerCapabilities, name: String, version: String) {
      self.capabilities = capabilities
      serverInfo = ServerInfo(name: name, version: version)
    }
  }

  /// Of the editor; the server ends when it does. Null if there is none.
  @Lenient package var processId: Int?
  @Lenient package var capabilities: ClientCapabilities?
  package var initializationOptions: JSONValue?
  @Lenient package var rootUri: String?
  /// In place of `rootUri`, which is deprecated; some clients send only these.
  @Lenient package var workspaceFolders: LenientArray<WorkspaceFolder>?
  /// In place of `rootUri` in clients of before LSP 3.
  @Lenient package var rootPath: String?
}

/// LSP 3.17, "Workspace Folders Request".
package struct WorkspaceFolder: Codable, Sendable {
  package var uri: String
}

/// What this server offers.
package struct ServerCapabilities: Codable, Sendable {
  package struct TextDocumentSync: Codable, Sendable {
    package var openClose = true
    /// 2: incremental.
    package var change = 2
    package var save = true
    package init() {}
  }
  package struct CodeActionOptions: Codable, Sendable {
    package var codeActionKinds: [String]
    package init(codeActionKinds: [String]) { self.codeActionKinds = codeActionKinds }
  }
  package struct DiagnosticOptions: Codable, Sendable {
    package var identifier = "copydesk"
    package var interFileDependencies = false
    package var workspaceDiagnostics = false
    package init() {}
  }

  package var positionEncoding: String
  package var textDocumentSync = TextDocumentSync()
  package var hoverProvider: Bool?
  package var codeActionProvider: CodeActionOptions?
  package var documentSymbolProvider: Bool?
  package var documentHighlightProvider: Bool?
  package var inlayHintProvider: Bool?
  package var diagnosticProvider: DiagnosticOptions?

  package init(positionEncoding: String) { self.positionEncoding = positionEncoding }
}

package struct InitializedNotification: LSPNotification {
  package static let method = "initialized"
}

package struct ShutdownRequest: LSPRequest {
  package static let method = "shutdown"
  package typealias Response = Null
}

package struct ExitNotification: LSPNotification {
  package static let method = "exit"
}

package struct CancelNotification: LSPNotification {
  package static let method = "$/cancelRequest"
  package var id: RequestID
}
