import TextCore
import LanguageServerProtocol
import TestSupport
import Testing

/// Text as client and server both see it, in every encoding.
@Suite struct SynchronizationTests {
  static func client(_ encodings: JSONValue) throws -> TestClient {
    try TestClient(capabilities: ["general": ["positionEncodings": encodings]])
  }

  static let offers: [([String], String)] = [
    ([], "utf-16"), (["utf-16"], "utf-16"), (["utf-32", "utf-8"], "utf-32"), (["utf-32"], "utf-32"),
    (["utf-16", "utf-8"], "utf-16"), (["ebcdic", "utf-8", "utf-16"], "utf-8"), (["ebcdic"], "utf-16"),
  ]

  /// The client's first that the server knows: their order is its preference.
  @Test(arguments: offers)
  func negotiatesTheEncoding(offered: [String], chosen: String) throws {
    let encodings = JSONValue.array(offered.map { .string($0) })
    let result = try TestClient().request(
      "initialize", ["processId": .null, "capabilities": ["general": ["positionEncodings": encodings]]])
    #expect(result["capabilities"]?["positionEncoding"] == .string(chosen))
  }

  @Test func publishesEveryVersion() throws {
    let client = try TestClient(capabilities: [:])
    client.open("The council met.")
    _ = try client.diagnostics(version: 1)
    client.change((0, 15, 0, 15), to: " on Tuesday", version: 2)
    _ = try client.diagnostics(version: 2)
    client.change(nil, to: "", version: 3)
    #expect(try client.diagnostics(version: 3).isEmpty)
  }

  @Test func changesApplyOneAfterAnother() throws {
    let client = try TestClient(capabilities: [:])
    client.open("# One\n")
    client.notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": .string(TestClient.uri), "version": 2],
        "contentChanges": [
          ["range": TestClient.range(0, 2, 0, 5), "text": "Two\n\n# Three"],
          ["range": TestClient.range(2, 2, 2, 7), "text": "Four"],
        ],
      ])
    let symbols = try client.request("textDocument/documentSymbol", ["textDocument": ["uri": .string(TestClient.uri)]])
    #expect(symbols.elements.compactMap { $0["name"]?.string } == ["Two", "Four"])
  }

  /// The same heading, wherever the characters before it are counted differently.
  @Test(arguments: ["utf-8", "utf-16", "utf-32"])
  func countsAsTheClientDoes(encoding: String) throws {
    let client = try Self.client([.string(encoding)])
    let before = "# A 🗞 é̂ “quoted” "
    client.open(before + "x\r\n")
    let width =
      switch encoding {
      case "utf-8": before.utf8.count
      case "utf-16": before.utf16.count
      default: before.unicodeScalars.count
      }
    client.change((0, width, 0, width + 1), to: "end", version: 2)
    let symbols = try client.request("textDocument/documentSymbol", ["textDocument": ["uri": .string(TestClient.uri)]])
    #expect(symbols.elements.first?["name"]?.string == "A 🗞 é̂ “quoted” end")
  }

  @Test func closingTakesTheDiagnosticsAway() throws {
    let client = try TestClient(capabilities: [:])
    client.open("The council met.")
    _ = try client.diagnostics(version: 1)
    client.close()
    let cleared = try client.next("textDocument/publishDiagnostics")
    #expect(cleared["diagnostics"] == [] && cleared["version"] == nil)
    #expect(try client.answer("textDocument/hover", TestClient.at(0, 0))["error"]?["code"] == -32602)
  }

  @Test func placesOutsideTheTextAreMended() throws {
    let client = try TestClient(capabilities: [:])
    client.open("One 🗞 line.\n")
    for (line, character) in [(0, 5), (0, 900), (99, 0), (-1, -1), (0, -7)] {
      #expect(try client.answer("textDocument/hover", TestClient.at(line, character))["result"] != nil)
    }
    client.change((7, 0, 2, 3), to: "End", version: 2)
    client.change((0, 5, 0, 4), to: "x", version: 3)
    _ = try client.diagnostics(version: 3)
    let log = client.log
    #expect(log.contains { $0.contains("past the last line") } && log.contains { $0.contains("inside a character") })
    #expect(!log.contains { $0.contains("line.") && $0.contains("One") })
  }

  /// Clients ask for a whole draft so: no mistake, unless it is an edit.
  @Test func requestsPastTheEndAreNoErrors() throws {
    let client = try TestClient(capabilities: [:])
    client.open("One line.\n")
    let everything: JSONValue = [
      "textDocument": ["uri": .string(TestClient.uri)], "range": TestClient.range(0, 0, 9999, 0),
    ]
    _ = try client.request("textDocument/inlayHint", everything)
    #expect(client.log.contains { $0.hasPrefix("copydesk debug: A position was past the last line") })
    #expect(!client.log.contains { $0.hasPrefix("copydesk error") })
    client.change((9, 0, 9, 0), to: "End", version: 2)
    _ = try client.diagnostics(version: 2)
    #expect(client.log.contains { $0.hasPrefix("copydesk error: A position was past the last line") })
  }

  /// Whatever is typed, the server knows what it would know of the text opened afresh.
  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func typedAsOpened(seed: UInt64) throws {
    var numbers = SeededGenerator(seed: seed)
    var text = Array(
      "# Budget\n\nThe mayor, Ana Ruiz, said taxes would rise 5 percent. “We had no choice,” she said.\n\nCritics say so.\n"
    )
    let scraps = ["\n\n", "“", "said ", "5 percent ", "*", "Reports say ", ".", "é", "🗞", "# ", "<!-- ", "- "].map(
      Array.init)
    let client = try Self.client(["utf-32"])
    client.open(String(text))
    for version in 2...25 {
      let start = Int.random(in: 0...text.count, using: &numbers)
      let end = min(text.count, start + Int.random(in: 0...3, using: &numbers))
      let scrap = scraps[Int.random(in: 0..<scraps.count, using: &numbers)]
      func place(_ offset: Int) -> (Int, Int) {
        let before = text[..<offset]
        let line = before.filter { $0 == "\n" }.count
        let column = before.reversed().prefix { $0 != "\n" }
        return (line, String(column).unicodeScalars.count)
      }
      let (from, to) = (place(start), place(end))
      client.change((from.0, from.1, to.0, to.1), to: String(scrap), version: version)
      text.replaceSubrange(start..<end, with: scrap)
      // Scalars that join with their neighbours change what counts as one character; keep to the text as it now is.
      text = Array(String(text))
    }
    var typed = try client.diagnostics(version: 25)
    // What waits for the cursor to leave is let go by a save.
    client.notify("textDocument/didSave", FeatureTests.document)
    _ = try client.request("textDocument/documentSymbol", FeatureTests.document)
    if client.untaken.contains(where: { $0["params"]?["version"] == 25 }) {
      typed = try client.diagnostics(version: 25)
    }
    let fresh = try Self.client(["utf-32"])
    fresh.open(String(text), version: 25)
    #expect(try typed == fresh.diagnostics(version: 25))
  }

  static let cuts: [(range: (Int, Int), text: String, heading: String)] = [
    ((2, 3), "", "\u{FFFD}x"), ((3, 4), "", "\u{FFFD}x"), ((2, 3), "ab", "ab\u{FFFD}x"),
    ((3, 3), "zz", "\u{FFFD}zz\u{FFFD}x"), ((2, 4), "", "x"), ((3, 5), "y", "\u{FFFD}y"), ((3, 2), "", "\u{FFFD}x"),
  ]

  /// A change that ends between the halves of a pair leaves the other half: one UTF-16 unit, as the client counts it.
  @Test(arguments: cuts)
  func halvesOfCutPairsStay(range: (Int, Int), text: String, heading: String) throws {
    let client = try Self.client(["utf-16"])
    client.open("# 😀x")
    client.change((0, range.0, 0, range.1), to: text, version: 2)
    let symbols = try client.request("textDocument/documentSymbol", FeatureTests.document)
    #expect(symbols.elements.first?["name"]?.string == heading)
  }

  /// The bytes that stay of a cut character are no text.
  @Test func aCutCharacterInUTF8LosesTheDraft() throws {
    let client = try Self.client(["utf-8"])
    client.open("# 😀x")
    client.change((0, 2, 0, 3), to: "", version: 2)
    #expect(try client.next("window/showMessage")["type"] == 1)
  }

  /// One odd element does not cost the others.
  @Test func oddEncodingsArePassedOver() throws {
    let result = try TestClient().request(
      "initialize", ["capabilities": ["general": ["positionEncodings": [7, .null, "utf-8"]]]])
    #expect(result["capabilities"]?["positionEncoding"] == "utf-8")
  }
}
