import LanguageServerProtocol
import TestSupport
import Testing

/// Text that a client cut inside a character arrives all the same, and what follows stays in its place.
@Suite struct TextRepairTests {
  static let opening = ##"""
    {"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///desk/draft.md",
    "languageId":"markdown","version":1,"text":"# @ end"}}}
    """##

  /// The message that opens a heading of these bytes.
  private func open(_ heading: [UInt8], _ client: TestClient) {
    client.send(
      bytes: Array(
        Self.opening.utf8.split(separator: UInt8(ascii: "@")).map(Array.init).joined(separator: heading)))
  }

  private func heading(_ client: TestClient) throws -> String? {
    try client.request("textDocument/documentSymbol", FeatureTests.document).elements.first?["name"]?.string
  }

  static let escapes = [
    (#"\ud83d"#, "\u{FFFD}"), (#"\uDE00"#, "\u{FFFD}"), (#"\ud83d\ud83d\ude00"#, "\u{FFFD}😀"),
    (#"\ud83d\\ude00"#, "\u{FFFD}\\ude00"), (#"\\ud83d\ud83d"#, "\\ud83d\u{FFFD}"), (#"\ud83d\u0041"#, "\u{FFFD}A"),
  ]

  @Test(arguments: escapes)
  func halvesOfPairsAreReplaced(written: String, read: String) throws {
    let client = try TestClient(capabilities: [:])
    open(Array(written.utf8), client)
    #expect(try heading(client) == "\(read) end")
  }

  static let bytes: [([UInt8], String)] = [
    ([0x63, 0x61, 0x66, 0xE9], "caf\u{FFFD}"), ([0xF0, 0x9F, 0x97], "\u{FFFD}"), ([0xED, 0xA0, 0xBD], "\u{FFFD}"),
    ([0xFF, 0xC3, 0xA9], "\u{FFFD}é"),
  ]

  @Test(arguments: bytes)
  func bytesThatAreNoTextAreReplaced(written: [UInt8], read: String) throws {
    let client = try TestClient(capabilities: [:])
    open(written, client)
    #expect(try heading(client) == "\(read) end")
  }

  /// JavaScript writes halves as escapes, and some editors send a pair in two changes.
  @Test func aPairInTwoChangesCountsTwoUnits() throws {
    let client = try TestClient(capabilities: ["general": ["positionEncodings": ["utf-16"]]])
    client.open("# x")
    for (place, half) in [(2, #"\ud83d"#), (3, #"\ude00"#)] {
      client.send(
        bytes: Array(
          """
          {"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":\
          {"uri":"file:///desk/draft.md","version":\(place)},"contentChanges":[{"range":\
          {"start":{"line":0,"character":\(place)},"end":{"line":0,"character":\(place)}},"text":"\(half)"}]}}
          """.utf8))
    }
    client.change((0, 4, 0, 5), to: "end", version: 4)
    #expect(try heading(client) == "\u{FFFD}\u{FFFD}end")
  }

  @Test func otherMessagesAreMendedToo() throws {
    let client = try TestClient(capabilities: [:])
    client.send(bytes: Array(#"{"jsonrpc":"2.0","id":"\ud83d","method":"unheardOf"}"#.utf8))
    #expect(try client.next { $0["id"] == "\u{FFFD}" }["error"]?["code"] == -32601)
  }

  /// JSON wants control characters as escapes; some clients send them as they are.
  @Test func controlCharactersInStringsAreRead() throws {
    let headings = try ["a\tb \u{1}\u{1F} \\\"c", #"a\tb \u0001\u001f \"c"#].map { written in
      let client = try TestClient(capabilities: [:])
      open(Array(written.utf8), client)
      return try #require(try heading(client))
    }
    #expect(headings[0] == headings[1])
  }
}
