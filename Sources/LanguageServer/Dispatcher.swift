import JSONRPC
import LanguageServerProtocol
import Logging

/// From a message's bytes to the handler that knows its method, by the rules of the lifecycle (LSP 3.17, "Lifecycle
/// Messages").
enum Dispatcher {
  static func dispatch(_ body: [UInt8], _ session: inout Session) {
    switch Envelope(body) {
    case .request(let id, let method): request(id, method, body, &session)
    case .notification(let method): notification(method, body, &session)
    case .response(let id, let error): session.takeResponse(id, error, body)
    case .malformed(let id, let error):
      // What is no JSON may have been a change of any draft.
      if id == nil, error.code == ResponseError.parseErrorCode { session.lose(session.drafts.keys.sorted()) }
      session.send(MessageCoding.response(id: id, error: error))
    }
  }

  private static func request(_ id: RequestID, _ method: String, _ body: [UInt8], _ session: inout Session) {
    guard session.openRequests.insert(id).inserted else {
      return session.send(
        MessageCoding.response(id: id, error: .invalidRequest("A request with this id is still open.")))
    }
    do throws(ResponseError) {
      try checkPhase(method, session)
      guard let handler = Handlers.requests[method] else { throw .methodNotFound(method) }
      try handler.handle(id, body, &session)
    } catch {
      session.answer(id, error: error)
    }
  }

  private static func checkPhase(_ method: String, _ session: Session) throws(ResponseError) {
    switch session.phase {
    case .uninitialized where method != InitializeRequest.method: throw .serverNotInitialized
    case .running where method == InitializeRequest.method:
      throw .invalidRequest("“initialize” is sent once.")
    case .shutDown: throw .invalidRequest("The server is shut down; only “exit” may follow.")
    default: break
    }
  }

  private static func notification(_ method: String, _ body: [UInt8], _ session: inout Session) {
    if method == ExitNotification.method {
      session.exitStatus = session.phase == .shutDown ? 0 : 1
      return
    }
    guard session.phase == .running else { return }
    guard let handler = Handlers.notifications[method] else {
      // Those that begin with “$/” are optional (LSP 3.17, "$ Notifications and Requests").
      if !method.hasPrefix("$/") { session.log.debug("No use was made of a notification: \(name: method).") }
      return
    }
    do throws(ResponseError) {
      try handler.handle(body, &session)
    } catch {
      session.log.error("A notification could not be used: \(name: method).")
      session.tell(.error, "\(method): \(error.message)")
    }
  }
}
