import Dispatch
package import DraftAnalysis
import Foundation
package import JSONRPC
package import LanguageServer
package import LanguageServerProtocol
import Logging
import Synchronization

/// An editor in the test's own process: speaks to a real server through a connection without pipes, in messages as they are
/// on the wire.
package final class TestClient: Sendable {
  package struct Silence: Error {}

  private struct State {
    var received: [JSONValue] = []
    var lastRequest = 0
    var status: Int32?
    var log: [String] = []
  }

  private let state = Mutex(State())
  private let arrived = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)
  private let server: Server

  /// - Parameters:
  ///   - parentProcess: as on the command line.
  ///   - pipeline: what reads the drafts; by the tables alone unless told otherwise.
  package init(parentProcess: Int? = nil, pipeline: Pipeline = sharedPipeline) {
    let inbox = Inbox()
    server = Server(
      connection: LocalConnection { inbox.take($0) }, pipeline: { pipeline },
      log: Logger(level: .debug) { inbox.note($0) })
    inbox.connect(self)
    let server = server
    Thread.detachNewThread { [weak self] in
      let status = server.run(version: "test", parentProcess: parentProcess)
      self?.finish(status)
    }
  }

  /// A client that has introduced itself.
  package convenience init(
    capabilities: JSONValue, options: JSONValue = .null, pipeline: Pipeline = sharedPipeline
  ) throws {
    self.init(pipeline: pipeline)
    _ = try request(
      "initialize", ["processId": .null, "capabilities": capabilities, "initializationOptions": options])
    notify("initialized", [:])
  }

  // MARK: - Speaking

  package func send(_ message: JSONValue) {
    guard let data = try? JSONEncoder().encode(message) else { return }
    server.receive(.message(Array(data)))
  }

  package func send(bytes: [UInt8]) { server.receive(.message(bytes)) }

  package func receive(_ incoming: Incoming) { server.receive(incoming) }

  package func end() { server.receive(.end) }

  package func notify(_ method: String, _ params: JSONValue) {
    send(["jsonrpc": "2.0", "method": .string(method), "params": params])
  }

  /// Sends a request without waiting; its id.
  package func start(_ method: String, _ params: JSONValue) -> Int {
    let id = state.withLock { state in
      state.lastRequest += 1
      return state.lastRequest
    }
    send(["jsonrpc": "2.0", "id": .number(Double(id)), "method": .string(method), "params": params])
    return id
  }

  /// The whole answer to a request, with its `result` or its `error`.
  package func answer(_ method: String, _ params: JSONValue) throws -> JSONValue {
    let id = start(method, params)
    return try answer(to: id)
  }

  package func answer(to id: Int) throws -> JSONValue {
    try next { $0["method"] == nil && $0["id"] == .number(Double(id)) }
  }

  /// The result of a request that must succeed.
  package func request(_ method: String, _ params: JSONValue) throws -> JSONValue {
    let answer = try answer(method, params)
    guard let result = answer["result"] else { throw Silence() }
    return result
  }

  // MARK: - Listening

  /// Takes the first message not yet taken that fits, waiting for it if need be.
  package func next(_ fits: (JSONValue) -> Bool) throws -> JSONValue {
    let deadline = DispatchTime.now() + .seconds(60)
    while true {
      let found = state.withLock { state -> JSONValue? in
        guard let index = state.received.firstIndex(where: fits) else { return nil }
        return state.received.remove(at: index)
      }
      if let found { return found }
      guard arrived.wait(timeout: deadline) == .success else { throw Silence() }
    }
  }

  package func next(_ method: String) throws -> JSONValue {
    try next { $0["method"]?.string == method }["params"] ?? .null
  }

  /// The diagnostics of a version, pushed.
  package func diagnostics(version: Int) throws -> [JSONValue] {
    let message = try next {
      $0["method"]?.string == "textDocument/publishDiagnostics"
        && $0["params"]?["version"] == .number(Double(version))
    }
    return message["params"]?["diagnostics"]?.elements ?? []
  }

  /// What has come and was not taken.
  package var untaken: [JSONValue] { state.withLock { $0.received } }

  package var log: [String] { state.withLock { $0.log } }

  /// The status the server left with.
  package func status() throws -> Int32 {
    guard ended.wait(timeout: .now() + .seconds(60)) == .success else { throw Silence() }
    return state.withLock { $0.status } ?? -1
  }

  // MARK: - Drafts

  package static let uri = "file:///desk/draft.md"

  package func open(_ text: String, language: String = "markdown", uri: String = TestClient.uri, version: Int = 1) {
    notify(
      "textDocument/didOpen",
      [
        "textDocument": [
          "uri": .string(uri), "languageId": .string(language), "version": .number(Double(version)),
          "text": .string(text),
        ]
      ])
  }

  /// - Parameter range: line and character of both ends; nil for the whole text.
  package func change(
    _ range: (Int, Int, Int, Int)?, to text: String, uri: String = TestClient.uri, version: Int
  ) {
    var change: [String: JSONValue] = ["text": .string(text)]
    if let range { change["range"] = TestClient.range(range.0, range.1, range.2, range.3) }
    notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": .string(uri), "version": .number(Double(version))],
        "contentChanges": .array([.object(change)]),
      ])
  }

  package func close(uri: String = TestClient.uri) {
    notify("textDocument/didClose", ["textDocument": ["uri": .string(uri)]])
  }

  package static func position(_ line: Int, _ character: Int) -> JSONValue {
    ["line": .number(Double(line)), "character": .number(Double(character))]
  }

  package static func range(_ line: Int, _ character: Int, _ endLine: Int, _ endCharacter: Int) -> JSONValue {
    ["start": position(line, character), "end": position(endLine, endCharacter)]
  }

  package static func at(_ line: Int, _ character: Int, uri: String = TestClient.uri) -> JSONValue {
    ["textDocument": ["uri": .string(uri)], "position": position(line, character)]
  }

  fileprivate func take(_ body: [UInt8]) {
    guard let message = try? JSONDecoder().decode(JSONValue.self, from: Data(body)) else { return }
    state.withLock { $0.received.append(message) }
    arrived.signal()
  }

  fileprivate func note(_ line: String) { state.withLock { $0.log.append(line) } }

  private func finish(_ status: Int32) {
    state.withLock { $0.status = status }
    ended.signal()
  }
}

/// Where the server's messages land before the client exists.
private final class Inbox: Sendable {
  private struct Weak: Sendable { weak var client: TestClient? }
  private let client = Mutex(Weak())

  func connect(_ client: TestClient) { self.client.withLock { $0.client = client } }
  func take(_ body: [UInt8]) { client.withLock { $0.client }?.take(body) }
  func note(_ line: String) { client.withLock { $0.client }?.note(line) }
}

extension JSONValue {
  package var elements: [JSONValue] { if case .array(let values) = self { values } else { [] } }
  package var integer: Int? { if case .number(let value) = self { Int(exactly: value) } else { nil } }

  /// The text, on one line with sorted keys.
  package var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByStringLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral
{
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(Dictionary(elements) { $1 })
  }
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .number(Double(value)) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
}
