import LanguageServerProtocol
import TestSupport
import Testing

/// A change is applied if it can be, and a draft whose change cannot be read is given up rather than taken for what it is not.
@Suite struct LostDraftTests {
  private func change(
    _ changes: JSONValue, document: JSONValue = ["uri": .string(TestClient.uri), "version": 2], _ client: TestClient
  ) {
    client.notify("textDocument/didChange", ["textDocument": document, "contentChanges": changes])
  }

  private func opened(_ capabilities: JSONValue = [:]) throws -> TestClient {
    let client = try TestClient(capabilities: capabilities)
    client.open(DiagnosticsTests.draft)
    #expect(try !client.diagnostics(version: 1).isEmpty)
    return client
  }

  /// Where a word is put, and what the heading says then.
  static let places: [(JSONValue, String)] = [
    (["line": .number(0.5), "character": .number(2.5)], "XOne"),
    (["line": .number(1e30), "character": 0], "OneX"),
    (["line": .number(-1e30), "character": 0], "One"),
    (["line": 0, "character": .number(1e19)], "OneX"),
  ]

  @Test(arguments: places)
  func oddNumbersAreClamped(place: JSONValue, heading: String) throws {
    let client = try TestClient(capabilities: [:])
    client.open("# One")
    change([["range": ["start": place, "end": place], "text": .string(heading == "One" ? "\n" : "X")]], client)
    let symbols = try client.request("textDocument/documentSymbol", FeatureTests.document)
    #expect(symbols.elements.first?["name"] == .string(heading))
    #expect(!client.untaken.contains { $0["method"] == "window/showMessage" })
  }

  @Test(arguments: [nil, .null, "two", 2] as [JSONValue?])
  func aMissingVersionFollowsFromTheLast(version: JSONValue?) throws {
    let client = try opened()
    var document: [String: JSONValue] = ["uri": .string(TestClient.uri)]
    document["version"] = version
    change([["text": "The council met."]], document: .object(document), client)
    #expect(try client.diagnostics(version: 2).isEmpty)
  }

  static let unreadable: [JSONValue] = [
    [["range": ["start": ["line": "one", "character": 0], "end": ["line": 0, "character": 0]], "text": "x"]],
    [["range": TestClient.range(0, 0, 0, 0)]], [["range": [], "text": "x"]], ["x"], .null,
  ]

  @Test(arguments: unreadable)
  func aChangeThatCannotBeReadLosesTheDraft(changes: JSONValue) throws {
    let client = try opened()
    change(changes, client)
    let cleared = try client.next("textDocument/publishDiagnostics")
    #expect(cleared["diagnostics"] == [] && cleared["version"] == nil)
    #expect(try client.next("window/showMessage")["type"] == 1)
    #expect(try client.answer("textDocument/hover", TestClient.at(0, 0))["error"]?["code"] == -32801)
    // What is typed on is of no use, and not complained of again.
    change(changes, client)
    client.change((0, 0, 0, 0), to: "x", version: 3)
    #expect(try client.answer("textDocument/hover", TestClient.at(0, 0))["error"]?["code"] == -32801)
    #expect(client.untaken.isEmpty)
  }

  @Test func theWholeTextFindsItAgain() throws {
    let client = try opened()
    change(["x"], client)
    _ = try client.next("window/showMessage")
    change(
      [["range": TestClient.range(0, 0, 0, 0), "text": "x"], ["text": "Critics say so."]],
      document: ["uri": .string(TestClient.uri), "version": 3], client)
    #expect(try client.diagnostics(version: 3).contains { $0["code"] == "vague-source" })
  }

  @Test func openingFindsItAgain() throws {
    let client = try opened()
    change(["x"], client)
    _ = try client.next("window/showMessage")
    client.close()
    client.open(DiagnosticsTests.draft, version: 7)
    #expect(try !client.diagnostics(version: 7).isEmpty)
  }

  @Test func nobodyKnowsWhichDraftItWas() throws {
    let client = try opened()
    change(["x"], document: 3, client)
    #expect(try client.next("window/showMessage")["type"] == 1)
  }

  @Test func otherDraftsAreNotConcerned() throws {
    let client = try opened()
    change(["x"], document: ["uri": "file:///desk/other.md"], client)
    #expect(try client.next("window/logMessage")["message"]?.string?.contains("didChange") == true)
    #expect(try client.request("textDocument/hover", TestClient.at(0, 0))["contents"] != nil)
  }

  private func isLost(_ client: TestClient) throws -> Bool {
    try client.answer("textDocument/hover", TestClient.at(0, 0))["error"]?["code"] == -32801
  }

  static let lost: [(String, Bool)] = [
    // No JSON: it may have been a change.
    (#"{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":"#, true),
    (#"{"jsonrpc":"2.0","method":"textDocument/didChange"}"#, true),
    (
      #"{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///desk/draft.md","text":5}}}"#,
      true
    ),
    (
      #"{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///desk/new.md","text":5}}}"#,
      false
    ),
    (#"{"jsonrpc":"2.0","id":"a","method":7}"#, false), ("[]", false),
  ]

  /// A message that cannot be read may have changed the text; later changes would land in other words.
  @Test(arguments: lost)
  func aLostMessageIsALostDraft(body: String, isLost: Bool) throws {
    let client = try opened()
    client.send(bytes: Array(body.utf8))
    client.change((0, 0, 0, 0), to: "x", version: 3)
    #expect(try self.isLost(client) == isLost)
  }

  @Test(arguments: [true, false])
  func headersTellWhetherAMessageWentWithThem(losesMessage: Bool) throws {
    let client = try opened()
    client.receive(.fault("A header.", losesMessage: losesMessage))
    #expect(try isLost(client) == losesMessage)
  }

  @Test func severalDraftsAreToldOfAtOnce() throws {
    let client = try opened()
    client.open("Reports say so.", uri: "file:///desk/other.md")
    client.send(bytes: Array("{".utf8))
    #expect(try client.next("window/showMessage")["message"]?.string?.contains("of one of 2 drafts") == true)
    #expect(try isLost(client))
    #expect(!client.untaken.contains { $0["method"] == "window/showMessage" })
  }

  /// Its old findings go, where the client asks for them itself.
  @Test func aPullFindsNothingInALostDraft() throws {
    let client = try TestClient(capabilities: [
      "textDocument": ["diagnostic": [:]], "workspace": ["diagnostics": ["refreshSupport": true]],
    ])
    client.open(DiagnosticsTests.draft)
    #expect(try client.request("textDocument/diagnostic", DiagnosticsTests.document)["items"] != [])
    change(["x"], client)
    _ = try client.next("workspace/diagnostic/refresh")
    #expect(try client.request("textDocument/diagnostic", DiagnosticsTests.document)["items"] == [])
  }
}
