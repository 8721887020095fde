import JSONRPC
import LanguageServerProtocol
import Logging

struct InitializeHandler: SessionRequestHandler {
  func answer(_ request: InitializeRequest?, _ session: inout Session) -> InitializeRequest.Response {
    session.client = ClientSupport(request?.capabilities)
    session.publisher.mode = session.client.pullsDiagnostics ? .pull : .push
    if let parent = request?.processId { session.parentProcess = parent }
    session.phase = .running
    if let options = request?.initializationOptions, options != .null { session.initialSettings = options }
    if let request { session.adoptProject(of: request) }
    if session.initialSettings != nil || session.projectSettings != nil { session.adopt(.null) }
    var capabilities = ServerCapabilities(positionEncoding: session.client.encoding.rawValue)
    for handler in Handlers.allRequests { handler.announce(&capabilities, session.client) }
    return InitializeRequest.Response(capabilities: capabilities, name: "Copydesk", version: session.version)
  }
}

/// Asks for settings, now and whenever they change: only now may the server send requests.
struct InitializedHandler: NotificationHandler {
  func take(_ notification: InitializedNotification, _ session: inout Session) {
    if session.client.registersConfiguration { session.ask(RegistrationRequest(configurationOf: "copydesk")) }
    guard session.client.answersConfiguration else { return }
    session.ask(ConfigurationRequest(items: [.init(section: "copydesk")]), for: .configuration)
  }
}

struct ShutdownHandler: SessionRequestHandler {
  func answer(_ request: ShutdownRequest?, _ session: inout Session) -> Null {
    session.phase = .shutDown
    for uri in session.drafts.keys.sorted() { session.close(uri) }
    return Null()
  }
}

/// A cancelled request is answered too, with an error.
struct CancelHandler: NotificationHandler {
  func take(_ notification: CancelNotification, _ session: inout Session) {
    for uri in session.drafts.keys {
      guard let index = session.drafts[uri]?.waiting.firstIndex(where: { $0.id == notification.id }) else { continue }
      session.drafts[uri]?.waiting.remove(at: index)
      session.answer(notification.id, error: .requestCancelled)
    }
  }
}

struct DidChangeConfigurationHandler: NotificationHandler {
  func take(_ notification: DidChangeConfigurationNotification, _ session: inout Session) {
    // Clients that answer questions send null or an empty object here, to say that it is time to ask.
    let isEmpty = notification.settings.map { $0 == .null || $0 == .object([:]) } ?? true
    if isEmpty, session.client.answersConfiguration {
      session.ask(ConfigurationRequest(items: [.init(section: "copydesk")]), for: .configuration)
    } else {
      session.adopt(notification.settings ?? .null)
    }
  }
}
