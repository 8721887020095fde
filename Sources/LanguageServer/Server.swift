import Dispatch
package import DraftAnalysis
package import JSONRPC
package import Logging

/// The language server: one loop over one stream of events. The session is a local value of the loop, so nothing else can
/// change it; work that takes time happens on the worker and comes back as an event.
///
/// Every request gets exactly one answer, because only `answer` sends one and it takes the request out of the open ones.
package final class Server: Sendable {
  private let connection: any Connection
  private let mailbox = Mailbox()
  private let worker: AnalysisWorker
  private let log: Logger

  /// - Parameters:
  ///   - pipeline: made on another thread, while the client is still introducing itself.
  package init(
    connection: any Connection, pipeline: @escaping @Sendable () -> Pipeline, log: Logger
  ) {
    self.connection = connection
    self.log = log
    let mailbox = mailbox
    worker = AnalysisWorker(pipeline) { mailbox.post(.analyzed($0)) }
  }

  /// Takes what came from the client; any thread may call it, one at a time.
  package func receive(_ incoming: Incoming) { mailbox.post(.incoming(incoming)) }

  /// Runs until the client says `exit`, its stream ends or its process dies.
  ///
  /// - Returns: the status to leave with: 0 if `shutdown` came first, else 1 (LSP 3.17, "Exit Notification").
  package func run(version: String, parentProcess: Int? = nil) -> Int32 {
    var session = Session(version: version, engine: worker.engine, log: log)
    session.parentProcess = parentProcess
    let clock = startClock()
    defer { clock.cancel() }
    while session.exitStatus == nil {
      handle(mailbox.next(), &session)
      flush(&session)
    }
    worker.stop()
    return session.exitStatus ?? 1
  }

  private func handle(_ event: Event, _ session: inout Session) {
    switch event {
    case .incoming(.message(let body)): Dispatcher.dispatch(body, &session)
    case .incoming(.fault(let sentence, let losesMessage)):
      log.error("The client sent bytes that are no message.")
      if losesMessage { session.lose(session.drafts.keys.sorted()) }
      session.send(MessageCoding.response(id: nil, error: .parseError(sentence)))
    case .incoming(.end):
      if session.phase != .shutDown { log.info("The input ended before “exit”.") }
      session.exitStatus = session.phase == .shutDown ? 0 : 1
    case .analyzed(let outcome): session.take(outcome)
    case .tick: session.tick()
    }
  }

  /// Does what the session wants done: messages out, work to the worker.
  private func flush(_ session: inout Session) {
    for body in session.outbox { connection.send(body) }
    session.outbox.removeAll()
    for job in session.jobs { worker.start(job) }
    session.jobs.removeAll()
  }

  private func startClock() -> any DispatchSourceTimer {
    let mailbox = mailbox
    let clock = DispatchSource.makeTimerSource(queue: .global(qos: .utility))
    clock.schedule(deadline: .now() + 1, repeating: 1, leeway: .milliseconds(200))
    clock.setEventHandler { mailbox.post(.tick) }
    clock.resume()
    return clock
  }
}

/// Serves one client over standard input and output until it is done.
///
/// - Parameter parentProcess: the editor's process, if the command line names it; the server ends when it does.
/// - Returns: the status to leave with.
package func serveStandardIO(
  version: String, log: Logger, parentProcess: Int?, pipeline: @escaping @Sendable () -> Pipeline
) -> Int32 {
  let connection = StdioConnection()
  let server = Server(connection: connection, pipeline: pipeline, log: log)
  connection.start { server.receive($0) }
  return server.run(version: version, parentProcess: parentProcess)
}
