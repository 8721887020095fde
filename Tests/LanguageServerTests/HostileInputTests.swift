import TextCore
import Foundation
import LanguageServerProtocol
import TestSupport
import Testing

/// Any bytes get a proper answer or a proper error, and the server lives on.
@Suite struct HostileInputTests {
  @Test(arguments: [
    ("", -32700), ("{", -32700), ("nonsense", -32700), ("\u{0}\u{1}", -32700), ("[]", -32600), ("3", -32600),
    ("{}", -32600), (#"{"jsonrpc":"2.0","id":1.5,"method":"initialize"}"#, -32600),
    (#"{"jsonrpc":"2.0","id":"a","method":7}"#, -32600),
  ])
  func wrongMessagesAreAnswered(body: String, code: Int) throws {
    let client = TestClient()
    client.send(bytes: Array(body.utf8))
    #expect(try client.next { $0["error"] != nil }["error"]?["code"]?.integer == code)
    #expect(try client.request("initialize", LifecycleTests.hello)["capabilities"] != nil)
  }

  @Test func deepNestingIsNoStackOverflow() throws {
    let client = TestClient()
    client.send(bytes: Array(String(repeating: "[", count: 200_000).utf8))
    #expect(try client.next { $0["error"] != nil }["error"]?["code"] == -32700)
  }

  /// Broken copies of good messages.
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func survivesDamage(seed: UInt64) throws {
    var numbers = SeededGenerator(seed: seed)
    let client = try TestClient(capabilities: [:])
    let good: [JSONValue] = [
      [
        "jsonrpc": "2.0", "method": "textDocument/didOpen",
        "params": [
          "textDocument": ["uri": "file:///d", "languageId": "markdown", "version": 1, "text": "# A\n\nB said “C”."]
        ],
      ],
      [
        "jsonrpc": "2.0", "method": "textDocument/didChange",
        "params": [
          "textDocument": ["uri": "file:///d", "version": 2],
          "contentChanges": [["range": TestClient.range(0, 1, 2, 3), "text": "x"]],
        ],
      ],
      [
        "jsonrpc": "2.0", "id": "x", "method": "textDocument/codeAction",
        "params": ["textDocument": ["uri": "file:///d"], "range": TestClient.range(0, 0, 9, 9), "context": [:]],
      ],
    ]
    for message in good {
      var bytes = Array(message.json.utf8)
      for _ in 0..<Int.random(in: 0...3, using: &numbers) {
        let place = Int.random(in: 0..<bytes.count, using: &numbers)
        switch Int.random(in: 0...3, using: &numbers) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(contentsOf: Array("-99999999999999999999".utf8), at: place)
        default: bytes.insert(UInt8.random(in: 48...57, using: &numbers), at: place)
        }
      }
      client.send(bytes: bytes)
    }
    #expect(try client.request("shutdown", .null) == .null)
  }
}
