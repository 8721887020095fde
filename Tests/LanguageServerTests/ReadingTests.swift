import DraftAnalysis
import English
import LanguageServerProtocol
import TestSupport
import Testing

/// The trained reader at work behind the server.
@Suite struct ReadingTests {
  private let pipeline: Pipeline
  /// Some 12,000 bytes: more than is read before the first findings.
  private let long = (0..<120)
    .map {
      "Reports say pier \($0) of the harbour is unsafe, and Ana Ruiz, its master, told the council that it must close."
    }
    .joined(separator: "\n\n")

  /// Read in several portions: long enough for a client to answer in between.
  private var longer: String { Array(repeating: long, count: 4).joined(separator: "\n\n") }
  private static let progress: JSONValue = ["window": ["workDoneProgress": true]]
  private static let refreshes: JSONValue = [
    "textDocument": ["diagnostic": [:]],
    "workspace": ["diagnostics": ["refreshSupport": true], "inlayHint": ["refreshSupport": true]],
  ]

  init() throws { pipeline = try .standard(English.language, model: English.model()) }

  private func codes(_ diagnostics: [JSONValue]) -> [String] { diagnostics.compactMap { $0["code"]?.string } }

  @Test func aShortDraftIsReadBeforeAnythingIsSaid() throws {
    let client = try TestClient(
      capabilities: Self.progress, pipeline: pipeline)
    client.open("Reports say the pier is unsafe.\n")
    #expect(try codes(client.diagnostics(version: 1)) == ["hearsay-source"])
    _ = try client.request("textDocument/hover", TestClient.at(0, 0))
    #expect(!client.untaken.contains { $0["method"]?.string == "window/workDoneProgress/create" })
  }

  /// Findings are added as the reader comes along; none goes away again, and the end is told.
  @Test func aLongDraftIsReadInPortions() throws {
    let client = try TestClient(
      capabilities: Self.progress, pipeline: pipeline)
    client.open(longer)
    var counts = [try client.diagnostics(version: 1).count]
    let token = try acceptProgress(client)
    #expect(try client.next("$/progress")["value"]?["kind"] == "begin")
    // A hover does not wait for the reader.
    _ = try client.request("textDocument/hover", TestClient.at(0, 0))
    while counts.last != 480 { counts.append(try client.diagnostics(version: 1).count) }
    #expect(counts == counts.sorted())
    let end = try client.next { $0["params"]?["value"]?["kind"] == "end" }
    #expect(end["params"]?["token"] == token)
  }

  /// Takes the token that the server offers; gives it back.
  private func acceptProgress(_ client: TestClient) throws -> JSONValue? {
    let question = try client.next { $0["method"] == "window/workDoneProgress/create" }
    client.send(["jsonrpc": "2.0", "id": question["id"] ?? .null, "result": .null])
    return question["params"]?["token"]
  }

  /// Nothing is sent for a token before the client has taken it, nor after it would not (LSP 3.17).
  @Test(arguments: [true, false])
  func nothingIsShownUnasked(isAnswered: Bool) throws {
    let client = try TestClient(capabilities: Self.progress, pipeline: pipeline)
    client.open(long)
    let question = try client.next { $0["method"] == "window/workDoneProgress/create" }
    if isAnswered {
      client.send(["jsonrpc": "2.0", "id": question["id"] ?? .null, "error": ["code": -32601, "message": "no"]])
    }
    while try client.diagnostics(version: 1).count != 120 {}
    client.close()
    #expect(try client.request("shutdown", .null) == .null)
    #expect(!client.untaken.contains { $0["method"] == "$/progress" })
    #expect(!client.untaken.contains { $0["method"] == "window/workDoneProgress/create" })
  }

  /// A client that can be told to ask again gets what there is, and is told once there is all.
  @Test func aPullIsAnsweredAndRefreshed() throws {
    let client = try TestClient(capabilities: Self.refreshes, pipeline: pipeline)
    client.open(longer)
    let first = try client.request("textDocument/diagnostic", DiagnosticsTests.document)
    #expect((1..<480).contains(first["items"]?.elements.count ?? 0))
    _ = try client.next("workspace/diagnostic/refresh")
    let second = try client.request("textDocument/diagnostic", DiagnosticsTests.document)
    #expect(second["items"]?.elements.count == 480)
    // Nobody asked for hints.
    #expect(client.untaken.isEmpty)
  }

  @Test func hintsAreRefreshedOnceAllIsRead() throws {
    let client = try TestClient(capabilities: Self.refreshes, pipeline: pipeline)
    client.open(longer)
    _ = try client.request(
      "textDocument/inlayHint",
      ["textDocument": ["uri": .string(TestClient.uri)], "range": TestClient.range(0, 0, 9, 0)])
    _ = try client.next("workspace/inlayHint/refresh")
    _ = try client.request("textDocument/hover", TestClient.at(0, 0))
    #expect(client.untaken.isEmpty)
  }

  @Test func typingReadsOneParagraph() throws {
    let client = try TestClient(capabilities: [:], pipeline: pipeline)
    client.open(long)
    while try client.diagnostics(version: 1).count != 120 {}
    client.change((0, 0, 0, 11), to: "The council said", version: 2)
    // The one that was put right is gone, the others have stayed.
    #expect(try client.diagnostics(version: 2).count == 119)
  }

  @Test func aPullWaitsForTheReader() throws {
    let client = try TestClient(
      capabilities: ["textDocument": ["diagnostic": ["dynamicRegistration": false]]], pipeline: pipeline)
    client.open(long)
    let report = try client.request(
      "textDocument/diagnostic", ["textDocument": ["uri": .string(TestClient.uri)]])
    #expect(report["items"]?.elements.count == 120)
  }

  /// A paragraph that is too long to be read is judged by the tables, though others were read before it was shown.
  @Test func whatIsNeverReadHasItsFindings() throws {
    let client = try TestClient(capabilities: [:], pipeline: pipeline)
    client.open(longer + "\n\n" + String(repeating: "Reports say the pier is unsafe. ", count: 2100))
    while try client.diagnostics(version: 1).count < 480 + 2100 {}
  }

  /// A draft that is closed while it is read shows nothing on.
  @Test func closingEndsTheProgress() throws {
    let client = try TestClient(
      capabilities: Self.progress, pipeline: pipeline)
    client.open(longer)
    _ = try acceptProgress(client)
    _ = try client.next { $0["params"]?["value"]?["kind"] == "begin" }
    client.close()
    _ = try client.next { $0["params"]?["value"]?["kind"] == "end" }
  }

  @Test func theSettingLeavesItOut() throws {
    let client = try TestClient(capabilities: [:], options: ["reader": false], pipeline: pipeline)
    client.open(long)
    #expect(try client.diagnostics(version: 1).count == 120)
    client.notify("workspace/didChangeConfiguration", ["settings": ["copydesk": ["reader": "yes"]]])
    #expect(try client.next("window/logMessage")["message"]?.string?.contains("“reader” is true or false") == true)
  }

  /// What the tables say of a paragraph that is yet to be read may be taken back: a client that cannot be told waits.
  @Test func hintsWaitForTheReader() throws {
    let client = try TestClient(capabilities: [:], pipeline: pipeline)
    client.open(longer)
    _ = try client.request(
      "textDocument/inlayHint",
      ["textDocument": ["uri": .string(TestClient.uri)], "range": TestClient.range(0, 0, 9, 0)])
    #expect(client.untaken.contains { $0["params"]?["diagnostics"]?.elements.count == 480 })
  }

  /// No speaker is guessed for a quotation whose own words are yet to be read.
  @Test func noSpeakerIsGuessedBeforeTheReader() throws {
    let client = try TestClient(capabilities: Self.refreshes, pipeline: pipeline)
    client.open(longer + "\n\n“We never saw the rocks,” Ana Ruiz said. “It was dark.\n\n“Nobody had told us.”\n")
    let all: JSONValue = ["textDocument": ["uri": .string(TestClient.uri)], "range": TestClient.range(0, 0, 9999, 0)]
    #expect(try client.request("textDocument/inlayHint", all) == [])
    _ = try client.next("workspace/inlayHint/refresh")
    #expect(try client.request("textDocument/inlayHint", all).elements.first?["label"] == "Ana Ruiz:")
  }
}
