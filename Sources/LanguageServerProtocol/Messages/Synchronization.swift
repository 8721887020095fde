/// LSP 3.17, "Text Document Synchronization".
package struct DidOpenTextDocumentNotification: LSPNotification {
  package static let method = "textDocument/didOpen"
  package var textDocument: TextDocumentItem
}

package struct DidChangeTextDocumentNotification: LSPNotification {
  package static let method = "textDocument/didChange"
  package var textDocument: VersionedTextDocumentIdentifier
  /// Each against the text the one before it left.
  package var contentChanges: [TextDocumentContentChangeEvent]
}

/// Which document a message is about, for one that is of no other use.
package struct DocumentMention: Codable, Sendable {
  package var textDocument: TextDocumentIdentifier
}

package struct DidCloseTextDocumentNotification: LSPNotification {
  package static let method = "textDocument/didClose"
  package var textDocument: TextDocumentIdentifier
}

package struct DidSaveTextDocumentNotification: LSPNotification {
  package static let method = "textDocument/didSave"
  package var textDocument: TextDocumentIdentifier
}
