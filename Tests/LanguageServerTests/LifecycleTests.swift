import Foundation
import LanguageServerProtocol
import TestSupport
import Testing

/// LSP 3.17, "Lifecycle Messages", to the letter.
@Suite struct LifecycleTests {
  static let hello: JSONValue = ["processId": .null, "capabilities": [:]]

  @Test func answersNothingBeforeInitialize() throws {
    let client = TestClient()
    #expect(try client.answer("textDocument/hover", TestClient.at(0, 0))["error"]?["code"] == -32002)
    #expect(try client.answer("shutdown", .null)["error"]?["code"] == -32002)
    client.open("Nobody reads this.")
    #expect(try client.request("initialize", Self.hello)["serverInfo"]?["name"] == "Copydesk")
    #expect(client.untaken.isEmpty)
  }

  @Test func initializesOnce() throws {
    let client = try TestClient(capabilities: [:])
    #expect(try client.answer("initialize", Self.hello)["error"]?["code"] == -32600)
  }

  @Test func answersNothingAfterShutdown() throws {
    let client = try TestClient(capabilities: [:])
    client.open("The mayor said taxes would rise.")
    #expect(try client.request("shutdown", .null) == .null)
    #expect(try client.answer("textDocument/hover", TestClient.at(0, 0))["error"]?["code"] == -32600)
    client.notify("exit", .null)
    #expect(try client.status() == 0)
  }

  @Test func exitWithoutShutdownIsAFailure() throws {
    let client = try TestClient(capabilities: [:])
    client.notify("exit", .null)
    #expect(try client.status() == 1)
  }

  @Test func exitBeforeInitializeIsAFailure() throws {
    let client = TestClient()
    client.notify("exit", .null)
    #expect(try client.status() == 1)
  }

  @Test(arguments: [(true, 0 as Int32), (false, 1)])
  func leavesWhenTheInputEnds(afterShutdown: Bool, status: Int32) throws {
    let client = try TestClient(capabilities: [:])
    if afterShutdown { _ = try client.request("shutdown", .null) }
    client.end()
    #expect(try client.status() == status)
  }

  @Test func leavesWhenItsEditorIsGone() throws {
    let editor = Process()
    editor.executableURL = URL(fileURLWithPath: "/bin/sleep")
    editor.arguments = ["0.3"]
    try editor.run()
    let client = TestClient()
    _ = try client.request(
      "initialize", ["processId": .number(Double(editor.processIdentifier)), "capabilities": [:]])
    editor.waitUntilExit()
    #expect(try client.status() == 1)
  }

  @Test func answersWhatItDoesNotKnow() throws {
    let client = try TestClient(capabilities: [:])
    #expect(try client.answer("textDocument/rename", [:])["error"]?["code"] == -32601)
    #expect(try client.answer("$/unheardOf", [:])["error"]?["code"] == -32601)
    #expect(try client.answer("textDocument/hover", ["position": 3])["error"]?["code"] == -32602)
    #expect(try client.answer("textDocument/hover", .null)["error"]?["code"] == -32602)
    #expect(
      try client.answer("textDocument/hover", TestClient.at(0, 0, uri: "file:///other"))["error"]?["code"] == -32602)
    client.notify("$/unheardOf", [:])
    client.notify("workspace/unheardOf", [:])
    #expect(try client.request("shutdown", .null) == .null)
  }

  /// An answer is none to be answered, however its error is written.
  @Test(arguments: [["code": -32601], ["message": 7], "no"] as [JSONValue])
  func oddErrorsAreAnswers(error: JSONValue) throws {
    let client = try TestClient(capabilities: ["workspace": ["configuration": true]])
    let question = try client.next { $0["method"] == "workspace/configuration" }
    client.send(["jsonrpc": "2.0", "id": question["id"] ?? .null, "error": error])
    #expect(try client.request("shutdown", .null) == .null)
    #expect(client.untaken.isEmpty && !client.log.contains { $0.contains("nobody asked") })
  }

  /// What a client says wrongly counts as not said; all else it says counts.
  @Test(
    arguments: [
      .null, [], "all", ["textDocument": .null], ["textDocument": ["hover": true]],
      ["general": ["positionEncodings": "utf-8"]], ["workspace": ["configuration": "yes"]],
      ["window": ["workDoneProgress": 1]], ["textDocument": ["codeAction": ["isPreferredSupport": [:]]]],
    ] as [JSONValue])
  func oddCapabilitiesAreNone(odd: JSONValue) throws {
    let client = TestClient()
    let result = try client.request("initialize", ["processId": "12", "rootUri": 7, "capabilities": odd])
    #expect(result["capabilities"]?["positionEncoding"] == "utf-16")
  }

  @Test func oddCapabilitiesLeaveTheOthers() throws {
    let result = try TestClient().request(
      "initialize",
      [
        "processId": .number(0.5),
        "capabilities": [
          "general": ["positionEncodings": ["utf-8"]], "window": 3,
          "textDocument": ["hover": true, "diagnostic": [:]],
        ],
      ])
    #expect(result["capabilities"]?["positionEncoding"] == "utf-8")
    #expect(result["capabilities"]?["diagnosticProvider"] != nil)
  }

  @Test func everyHandlerIsAnnounced() throws {
    let result = try TestClient().request(
      "initialize",
      [
        "processId": .null,
        "capabilities": ["textDocument": ["diagnostic": [:], "codeAction": ["codeActionLiteralSupport": [:]]]],
      ])
    let capabilities = try #require(result["capabilities"]?.object)
    for provider in [
      "hoverProvider", "codeActionProvider", "documentSymbolProvider", "documentHighlightProvider", "inlayHintProvider",
      "diagnosticProvider",
    ] {
      #expect(capabilities[provider] != nil, "\(provider)")
    }
    #expect(capabilities["textDocumentSync"]?["change"] == 2)
  }

  @Test func cancelledRequestsAreAnswered() throws {
    let client = try TestClient(capabilities: [:])
    client.open(String(repeating: "The mayor said on Tuesday that taxes would rise by 5 percent.\n\n", count: 4000))
    let id = client.start("textDocument/documentSymbol", ["textDocument": ["uri": .string(TestClient.uri)]])
    client.notify("$/cancelRequest", ["id": .number(Double(id))])
    let answer = try client.answer(to: id)
    // Cancelled in time, or already answered: one answer in either case.
    #expect(answer["error"]?["code"] == -32800 || answer["result"] != nil)
    _ = try client.diagnostics(version: 1)
    #expect(client.untaken.isEmpty)
  }
}
