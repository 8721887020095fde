import LanguageServerProtocol
import TestSupport
import Testing

/// What an editor shows, through the whole server.
@Suite struct FeatureTests {
  static let draft = """
    # Pier closed

    Reports say the pier will stay closed. “We saw it coming,” said Delia Northcote, the mayor.

    Northcote said the crack was 40 metres (98 feet) from the quay.
    """
  static let document: JSONValue = ["textDocument": ["uri": .string(TestClient.uri)]]

  static func client(_ capabilities: JSONValue = actions) throws -> TestClient {
    let client = try TestClient(capabilities: capabilities)
    client.open(draft)
    return client
  }
  static let actions: JSONValue = [
    "textDocument": ["codeAction": ["codeActionLiteralSupport": [:], "isPreferredSupport": true]]
  ]

  @Test func hoverTellsWho() throws {
    let hover = try Self.client().request("textDocument/hover", TestClient.at(4, 2))
    #expect(hover["contents"]?["kind"] == "plaintext")
    #expect(hover["contents"]?["value"]?.string?.contains("Delia Northcote") == true)
    #expect(hover["range"] == TestClient.range(4, 0, 4, 9))
  }

  /// Their order is the client's preference.
  @Test(arguments: [
    (["markdown"], "markdown"), (["markdown", "plaintext"], "markdown"), (["plaintext", "markdown"], "plaintext"),
    (["html", "markdown"], "markdown"), ([], "plaintext"),
  ])
  func hoverIsOfTheFormatPreferred(formats: [String], chosen: String) throws {
    let contentFormat = JSONValue.array(formats.map { .string($0) })
    let client = try Self.client(["textDocument": ["hover": ["contentFormat": contentFormat]]])
    let hover = try client.request("textDocument/hover", TestClient.at(4, 2))
    #expect(hover["contents"]?["kind"] == .string(chosen))
  }

  @Test func fixesComeBeforeSilencing() throws {
    let actions = try Self.client().request(
      "textDocument/codeAction",
      ["textDocument": ["uri": .string(TestClient.uri)], "range": TestClient.range(2, 0, 2, 4), "context": [:]]
    ).elements
    #expect(actions.count >= 2)
    #expect(actions.first?["isPreferred"] == true && actions.first?["kind"] == "quickfix")
    #expect(actions.last?["title"]?.string?.hasPrefix("Disable") == true)
    #expect(actions.allSatisfy { $0["edit"]?["changes"]?[TestClient.uri]?.elements.isEmpty == false })
  }

  /// Two findings of a rule on one line are silenced by one comment.
  @Test func whatDoesTheSameIsOfferedOnce() throws {
    let client = try TestClient(capabilities: Self.actions)
    client.open("Reports say the dam broke. Reports say the pier broke.\n")
    let actions = try client.request(
      "textDocument/codeAction",
      ["textDocument": ["uri": .string(TestClient.uri)], "range": TestClient.range(0, 0, 1, 0), "context": [:]]
    ).elements
    let silencing = actions.filter { $0["title"]?.string?.hasPrefix("Disable hearsay-source") == true }
    #expect(silencing.count == 1 && silencing.first?["diagnostics"]?.elements.count == 2)
    #expect(actions.count { $0["isPreferred"] == true } == 2)
  }

  @Test func aWholeDraftIsAnsweredForItsBeginning() throws {
    let client = try TestClient(capabilities: Self.actions)
    client.open(String(repeating: "Reports say the dam broke.\n\n", count: 150))
    func lines(from line: Int) throws -> [Int] {
      let actions = try client.request(
        "textDocument/codeAction",
        ["textDocument": ["uri": .string(TestClient.uri)], "range": TestClient.range(line, 0, 999, 0), "context": [:]])
      return Set(
        actions.elements.compactMap {
          $0["diagnostics"]?.elements.first?["range"]?["start"]?["line"]?.integer
        }
      ).sorted()
    }
    #expect(try lines(from: 0) == (0..<100).map { $0 * 2 })
    #expect(try lines(from: 60) == (30..<130).map { $0 * 2 })
  }

  @Test func fixesCarryTheVersionWhereItIsTaken() throws {
    var capabilities = Self.actions.object ?? [:]
    capabilities["workspace"] = ["workspaceEdit": ["documentChanges": true]]
    let actions = try Self.client(.object(capabilities)).request(
      "textDocument/codeAction",
      ["textDocument": ["uri": .string(TestClient.uri)], "range": TestClient.range(2, 0, 2, 4), "context": [:]])
    let edited = actions.elements.first?["edit"]?["documentChanges"]?.elements.first?["textDocument"]
    #expect(edited == ["uri": .string(TestClient.uri), "version": 1])
  }

  @Test func placeholdersAreTabStopsWhereTheyAreTaken() throws {
    var capabilities = Self.actions.object ?? [:]
    capabilities["workspace"] = ["workspaceEdit": ["documentChanges": true, "snippetEditSupport": true]]
    let actions = try Self.client(.object(capabilities)).request(
      "textDocument/codeAction",
      ["textDocument": ["uri": .string(TestClient.uri)], "range": TestClient.range(2, 0, 2, 4), "context": [:]])
    let edit = actions.elements.first?["edit"]?["documentChanges"]?.elements.first?["edits"]?.elements.first
    #expect(
      edit?["snippet"] == ["kind": "snippet", "value": "${1:[outlet]} reported on ${2:[date]} that"])
    #expect(edit?["newText"] == nil)
    // What leaves nothing to fill in is a plain edit.
    let last = actions.elements.last?["edit"]?["documentChanges"]?.elements.first?["edits"]?.elements.first
    #expect(last?["newText"]?.string?.contains("copydesk-disable") == true && last?["snippet"] == nil)
  }

  @Test func onlyTheKindsAskedFor() throws {
    let actions = try Self.client().request(
      "textDocument/codeAction",
      [
        "textDocument": ["uri": .string(TestClient.uri)], "range": TestClient.range(0, 0, 9, 0),
        "context": ["only": ["refactor"]],
      ])
    #expect(actions == [])
  }

  @Test func symbolsAreFlatForThoseWhoTakeNoTree() throws {
    let flat = try Self.client().request("textDocument/documentSymbol", Self.document).elements
    #expect(flat.first?["name"] == "Pier closed" && flat.first?["location"]?["uri"] == .string(TestClient.uri))
    let client = try Self.client(["textDocument": ["documentSymbol": ["hierarchicalDocumentSymbolSupport": true]]])
    let tree = try client.request("textDocument/documentSymbol", Self.document).elements
    #expect(tree.first?["selectionRange"] == TestClient.range(0, 2, 0, 13))
  }

  @Test func highlightsAreTheMentions() throws {
    let found = try Self.client().request("textDocument/documentHighlight", TestClient.at(4, 2)).elements
    let ranges = found.compactMap { $0["range"] }
    #expect(ranges.contains(TestClient.range(4, 0, 4, 9)) && ranges.contains(TestClient.range(2, 64, 2, 79)))
  }

  @Test func conversionsAreHintsOnRequest() throws {
    let client = try TestClient(capabilities: [:])
    client.open("It is 70 kilometres long.")
    let everything: JSONValue = [
      "textDocument": ["uri": .string(TestClient.uri)], "range": TestClient.range(0, 0, 9, 0),
    ]
    #expect(try client.request("textDocument/inlayHint", everything) == [])
    client.notify("workspace/didChangeConfiguration", ["settings": ["hints": true]])
    let hints = try client.request("textDocument/inlayHint", everything).elements
    #expect(hints.map { $0["label"] } == ["≈ 43 miles"])
    #expect(hints.first?["position"] == ["line": 0, "character": 19])
  }
}
