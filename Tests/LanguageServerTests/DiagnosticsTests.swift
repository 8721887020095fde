import Foundation
import LanguageServerProtocol
import TestSupport
import Testing

/// Findings reach the client by one way only.
@Suite struct DiagnosticsTests {
  static let draft = "Reports say the pier is unsafe.\n"
  static let pulling: JSONValue = ["textDocument": ["diagnostic": ["dynamicRegistration": false]]]
  static let document: JSONValue = ["textDocument": ["uri": .string(TestClient.uri)]]

  @Test func pushedToAClientThatCannotPull() throws {
    let client = try TestClient(capabilities: [:])
    client.open(Self.draft)
    let found = try client.diagnostics(version: 1)
    #expect(found.contains { $0["code"] == "hearsay-source" && $0["source"] == "copydesk" })
  }

  @Test func pulledByAClientThatCan() throws {
    let client = try TestClient(capabilities: Self.pulling)
    client.open(Self.draft)
    let report = try client.request("textDocument/diagnostic", Self.document)
    #expect(report["kind"] == "full" && report["items"]?.elements.isEmpty == false)
    let name = try #require(report["resultId"]?.string)
    let again = try client.request(
      "textDocument/diagnostic", ["textDocument": ["uri": .string(TestClient.uri)], "previousResultId": .string(name)])
    #expect(again["kind"] == "unchanged" && again["items"] == nil)
    client.change((0, 0, 0, 11), to: "The council said", version: 2)
    let after = try client.request(
      "textDocument/diagnostic", ["textDocument": ["uri": .string(TestClient.uri)], "previousResultId": .string(name)])
    #expect(after["kind"] == "full" && after["items"] == [])
    #expect(!client.untaken.contains { $0["method"] == "textDocument/publishDiagnostics" })
  }

  /// Seen in an editor that declared pulling and never pulled (zed-industries/zed#13102).
  @Test func pushedAfterAllToAClientThatNeverPulls() throws {
    let client = try TestClient(capabilities: Self.pulling)
    client.open(Self.draft)
    #expect(try !client.diagnostics(version: 1).isEmpty)
    // The first pull ends the pushing, and takes back what was pushed.
    #expect(try client.request("textDocument/diagnostic", Self.document)["kind"] == "full")
    #expect(try client.next("textDocument/publishDiagnostics")["diagnostics"] == [])
  }

  /// A client that can be told to pull again does pull, if only when the draft comes to the front.
  @Test func notPushedToAClientKnownToPull() throws {
    var capabilities = Self.pulling.object ?? [:]
    capabilities["workspace"] = ["diagnostics": ["refreshSupport": true]]
    let client = try TestClient(capabilities: .object(capabilities))
    client.open(Self.draft)
    Thread.sleep(forTimeInterval: 4.5)
    #expect(try client.request("textDocument/diagnostic", Self.document)["items"]?.elements.isEmpty == false)
    #expect(client.untaken.isEmpty)
  }

  @Test func supersededVersionsAreNotPublished() throws {
    let client = try TestClient(capabilities: [:])
    client.open(String(repeating: Self.draft + "\n", count: 500))
    for version in 2...40 { client.change((0, 0, 0, 0), to: "x", version: version) }
    _ = try client.diagnostics(version: 40)
    let versions = client.untaken.compactMap { $0["params"]?["version"]?.integer }
    #expect(versions == versions.sorted() && versions.count < 20)
  }
}
