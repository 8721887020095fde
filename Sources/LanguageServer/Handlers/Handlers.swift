import JSONRPC
import LanguageServerProtocol

/// Every message the server understands. To add one: its type in LanguageServerProtocol, a handler here, a line below.
enum Handlers {
  static let allRequests: [any AnyRequestHandler] = [
    InitializeHandler(),
    ShutdownHandler(),
    HoverHandler(),
    CodeActionHandler(),
    DocumentSymbolHandler(),
    DocumentHighlightHandler(),
    InlayHintHandler(),
    DocumentDiagnosticHandler(),
  ]

  static let allNotifications: [any AnyNotificationHandler] = [
    InitializedHandler(),
    CancelHandler(),
    DidOpenHandler(),
    DidChangeHandler(),
    DidSaveHandler(),
    DidCloseHandler(),
    DidChangeConfigurationHandler(),
  ]

  static let requests = Dictionary(uniqueKeysWithValues: allRequests.map { ($0.method, $0) })
  static let notifications = Dictionary(uniqueKeysWithValues: allNotifications.map { ($0.method, $0) })
}

/// A handler of one request, its types left out.
protocol AnyRequestHandler: Sendable {
  var method: String { get }
  /// Writes what the handler offers into the server's capabilities.
  func announce(_ capabilities: inout ServerCapabilities, _ client: ClientSupport)
  /// Answers the request now or later; throws instead of answering.
  func handle(_ id: RequestID, _ body: [UInt8], _ session: inout Session) throws(ResponseError)
}

/// A handler of one notification, its types left out.
protocol AnyNotificationHandler: Sendable {
  var method: String { get }
  func handle(_ body: [UInt8], _ session: inout Session) throws(ResponseError)
}

/// Answers at once, with the session in hand.
protocol SessionRequestHandler: AnyRequestHandler {
  associatedtype Message: LSPRequest
  func answer(_ request: Message?, _ session: inout Session) throws(ResponseError) -> Message.Response
}

extension SessionRequestHandler {
  var method: String { Message.method }
  func announce(_ capabilities: inout ServerCapabilities, _ client: ClientSupport) {}

  func handle(_ id: RequestID, _ body: [UInt8], _ session: inout Session) throws(ResponseError) {
    let request = try MessageCoding.params(Message.self, of: body)
    session.answer(id, result: try answer(request, &session))
  }
}

/// A request about an open draft.
protocol DraftRequest: LSPRequest {
  var textDocument: TextDocumentIdentifier { get }
}

/// Asks a frozen reading of a draft, as soon as its newest text has been read: convert in, ask, convert out.
protocol DraftRequestHandler: AnyRequestHandler {
  associatedtype Message: DraftRequest
  associatedtype Answer: Encodable
  /// What the client is asked to ask for again, if its answer came before the draft was read to its end.
  var refresh: Refresh? { get }
  /// Whether a client waits until the draft has been read to its end: one that is not told when to ask again.
  func isPatient(_ client: ClientSupport) -> Bool
  func answer(_ request: Message, _ view: SessionSnapshot) -> Answer
}

extension DraftRequestHandler {
  var method: String { Message.method }
  var refresh: Refresh? { nil }
  func isPatient(_ client: ClientSupport) -> Bool { false }

  func handle(_ id: RequestID, _ body: [UInt8], _ session: inout Session) throws(ResponseError) {
    guard let request = try MessageCoding.params(Message.self, of: body) else {
      throw .invalidParams("The parameters are missing.")
    }
    try session.whenRead(
      request.textDocument.uri, id, isPatient: isPatient(session.client), refresh: refresh
    ) { id, reading, session in
      let view = SessionSnapshot(uri: request.textDocument.uri, reading: reading, session)
      session.answer(id, result: self.answer(request, view))
    }
  }
}

protocol NotificationHandler: AnyNotificationHandler {
  associatedtype Message: LSPNotification
  func take(_ notification: Message, _ session: inout Session) throws(ResponseError)
}

extension NotificationHandler {
  var method: String { Message.method }

  func handle(_ body: [UInt8], _ session: inout Session) throws(ResponseError) {
    guard let notification = try MessageCoding.params(Message.self, of: body) else {
      throw .invalidParams("The parameters are missing.")
    }
    try take(notification, &session)
  }
}
