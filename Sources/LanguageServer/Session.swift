import JSONRPC
import LanguageServerProtocol
import Logging

/// The server's only mutable state, a local value of the loop. Changing it does nothing by itself: what should happen
/// outside waits in `outbox` and `jobs` until the loop carries it out.
struct Session {
  enum Phase: Equatable { case uninitialized, running, shutDown }

  let version: String
  let engine: Engine
  let log: Logger

  var phase = Phase.uninitialized
  /// Set: the loop ends.
  var exitStatus: Int32?
  var parentProcess: Int?
  var client = ClientSupport(nil)
  var settings = Settings()
  /// What `copydesk.json` in the root of the workspace, or in the nearest folder above it, says; everything the client sends lies on top of it.
  var projectSettings: JSONValue?
  /// What the client gave with `initialize`; later settings lie on top of it.
  var initialSettings: JSONValue?
  /// What was wrong with the settings when they were last read: told once, until it has been put right.
  private var complaints: [String] = []
  /// By URI, byte for byte as the client sent it.
  var drafts: [String: OpenDraft] = [:]
  var publisher = DiagnosticsPublisher()

  /// Requests of the client that have no answer yet.
  var openRequests: Set<RequestID> = []
  /// Our own requests, by id, with what their answer is for.
  var ownRequests: [RequestID: OwnRequest] = [:]
  private var lastOwnRequest = 0
  private var lastOpening = 0
  private var lastProgress = 0

  /// Message bodies to send, in order.
  var outbox: [[UInt8]] = []
  var jobs: [AnalysisJob] = []

  enum OwnRequest {
    case configuration
    case progress(uri: String, token: String)
    case other
  }

  init(version: String, engine: Engine, log: Logger) {
    self.version = version
    self.engine = engine
    self.log = log
  }

  mutating func nextOpening() -> Int {
    lastOpening += 1
    return lastOpening
  }

  mutating func nextProgressToken() -> String {
    lastProgress += 1
    return "copydesk-reading-\(lastProgress)"
  }

  // MARK: - Messages out

  mutating func send(_ body: [UInt8]) { outbox.append(body) }

  mutating func notify<Message: LSPNotification>(_ message: Message) {
    send(MessageCoding.notification(method: Message.method, params: message))
  }

  mutating func ask<Message: LSPRequest>(_ message: Message, for purpose: OwnRequest = .other) {
    lastOwnRequest += 1
    let id = RequestID.string("copydesk-\(lastOwnRequest)")
    ownRequests[id] = purpose
    send(MessageCoding.request(id: id, method: Message.method, params: message))
  }

  /// Answers an open request; a second answer to the same request is dropped.
  mutating func answer(_ id: RequestID, result: some Encodable) {
    guard openRequests.remove(id) != nil else { return log.fault("A request was answered twice.") }
    send(MessageCoding.response(id: id, result: result))
  }

  mutating func answer(_ id: RequestID, error: ResponseError) {
    guard openRequests.remove(id) != nil else { return log.fault("A request was answered twice.") }
    send(MessageCoding.response(id: id, error: error))
  }

  enum MessageType: Int { case error = 1, warning, info, log }

  /// A sentence for the person at the editor, to be found in its log.
  mutating func tell(_ type: MessageType, _ sentence: String) {
    notify(LogMessageNotification(type: type.rawValue, message: "Copydesk: " + sentence))
  }

  /// A sentence for the person at the editor that calls for a step of theirs.
  mutating func show(_ type: MessageType, _ sentence: String) {
    notify(ShowMessageNotification(type: type.rawValue, message: "Copydesk: " + sentence))
  }

  // MARK: - Messages in

  mutating func takeResponse(_ id: RequestID?, _ error: ResponseError?, _ body: [UInt8]) {
    guard let id, let purpose = ownRequests.removeValue(forKey: id) else {
      return log.error("An answer came to a question nobody asked.")
    }
    switch purpose {
    case .configuration where error == nil: takeConfiguration(body)
    case .progress(let uri, let token): takeProgressAnswer(uri, token, isAccepted: error == nil)
    case .configuration, .other: break
    }
  }

  /// A value for each section that was asked for, so an array of one; some clients answer with the section itself.
  private mutating func takeConfiguration(_ body: [UInt8]) {
    switch MessageCoding.result(JSONValue.self, of: body) {
    case .array(let values): adopt(values.first ?? .null)
    case .object(let section): adopt(.object(section))
    default: break
    }
  }

  /// Takes settings from the client, over those of `initialize`; reads the open drafts again if they matter.
  mutating func adopt(_ value: JSONValue) {
    let reading = SettingsReader.read(
      [projectSettings, initialSettings, value].compactMap(\.self), catalog: engine.catalog)
    for complaint in reading.complaints where !complaints.contains(complaint) { tell(.warning, complaint) }
    complaints = reading.complaints
    guard reading.settings != settings else { return }
    settings = reading.settings
    // Nothing depends on them yet; and before “initialized” nothing may be asked.
    guard !drafts.isEmpty else { return }
    for uri in drafts.keys.sorted() {
      // What was read by other settings answers nothing any more, and nothing waits for a cursor.
      drafts[uri]?.revision += 1
      drafts[uri]?.lastEdit = nil
      analyze(uri)
    }
    ask(for: Set(Refresh.allCases))
  }

  mutating func tick() {
    if let parent = parentProcess, !ParentProcess.isAlive(parent) {
      log.info("The editor's process has ended.")
      exitStatus = 1
    }
    noteRest()
    publishUnpulled()
  }
}
