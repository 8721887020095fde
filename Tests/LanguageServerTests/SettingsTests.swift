import LanguageServerProtocol
import TestSupport
import Testing

/// Settings by every way that clients send them.
@Suite struct SettingsTests {
  static let draft = DiagnosticsTests.draft

  static let forms: [JSONValue] = [
    ["rules": ["hearsay-source": "off"]],
    ["copydesk": ["rules": ["hearsay-source": "off"]]],
    ["copydesk.rules.hearsay-source": "off"],
    ["rules.hearsay-source": false],
    ["copydesk": ["rules.hearsay-source": "off"]],
    ["rules": ["hearsay-source": "Off"]],
    ["copydesk": ["rules": ["hearsay-source": "off"]], "python": ["analysis": [:]], "editor.fontSize": 12],
  ]

  private func codes(_ diagnostics: [JSONValue]) -> [String] { diagnostics.compactMap { $0["code"]?.string } }

  @Test(arguments: forms)
  func withInitialize(options: JSONValue) throws {
    let client = try TestClient(capabilities: [:], options: options)
    client.open(Self.draft)
    #expect(try !codes(client.diagnostics(version: 1)).contains("hearsay-source"))
  }

  @Test(arguments: forms)
  func withAChange(settings: JSONValue) throws {
    let client = try TestClient(capabilities: [:])
    client.open(Self.draft)
    #expect(try codes(client.diagnostics(version: 1)).contains("hearsay-source"))
    client.notify("workspace/didChangeConfiguration", ["settings": settings])
    #expect(try !codes(client.diagnostics(version: 1)).contains("hearsay-source"))
  }

  @Test func askedForOnceInitialized() throws {
    let client = try TestClient(capabilities: ["workspace": ["configuration": true]])
    let question = try client.next { $0["method"] == "workspace/configuration" }
    #expect(question["params"]?["items"]?.elements.first?["section"] == "copydesk")
    client.send(["jsonrpc": "2.0", "id": question["id"] ?? .null, "result": [["rules": ["hearsay-source": "hint"]]]])
    client.open(Self.draft)
    let found = try client.diagnostics(version: 1).first { $0["code"] == "hearsay-source" }
    #expect(found?["severity"] == 4)
  }

  @Test func theSectionItselfMayBeTheAnswer() throws {
    let client = try TestClient(capabilities: ["workspace": ["configuration": true]])
    let question = try client.next { $0["method"] == "workspace/configuration" }
    client.send(["jsonrpc": "2.0", "id": question["id"] ?? .null, "result": ["rules": ["hearsay-source": "off"]]])
    client.open(Self.draft)
    #expect(try !codes(client.diagnostics(version: 1)).contains("hearsay-source"))
  }

  /// Other programs' sections, and what editors' extensions read themselves.
  @Test(
    arguments: [
      ["python": ["analysis": [:]], "editor.fontSize": 12, "files": [:]],
      ["copydesk": ["trace": ["server": "off"], "path": "/opt/copydesk"]],
      ["copydesk.trace.server": "verbose", "copydesk.positionEncoding": "utf-16", "python.path": "/usr"],
      ["rules": [:], "diagnostics": ["mode": "push"], "path": "/opt/copydesk"],
    ] as [JSONValue])
  func whatIsNotOursIsPassedOver(settings: JSONValue) throws {
    let client = try TestClient(capabilities: [:])
    client.notify("workspace/didChangeConfiguration", ["settings": settings])
    #expect(try client.request("shutdown", .null) == .null)
    #expect(client.untaken.isEmpty)
  }

  static let slips: [(JSONValue, String)] = [
    (["rules": ["hearsay-source": "info"]], "Did you mean “information”?"),
    (["rules": ["hearsay-source": "None"]], "Did you mean “off”?"),
    (["rules": ["hearsay-source": "eror"]], "Did you mean “error”?"),
    (["rules": ["hearsay-source": "loud"]], "is one of off, on, hint, information, warning, error, true and false."),
    (["rulez": ["hearsay-source": "off"]], "Did you mean “rules”?"),
    (["copydesk": ["colour": "blue"]], "there is no setting “colour”"),
  ]

  @Test(arguments: slips)
  func slipsAreTold(settings: JSONValue, told: String) throws {
    let client = try TestClient(capabilities: [:])
    client.notify("workspace/didChangeConfiguration", ["settings": settings])
    #expect(try client.next("window/logMessage")["message"]?.string?.contains(told) == true)
  }

  @Test func aBadKeyFallsBackAlone() throws {
    let client = try TestClient(
      capabilities: [:],
      options: ["rules": ["hearsay-source": "loud", "no-such-rule": "off", "vague-source": "off"], "colour": "blue"])
    let complaints = try (0..<3).map { _ in try client.next("window/logMessage")["message"]?.string ?? "" }
    #expect(complaints.contains { $0.contains("hearsay-source") })
    #expect(complaints.contains { $0.contains("no-such-rule") })
    #expect(complaints.contains { $0.contains("colour") })
    client.open(Self.draft)
    #expect(try codes(client.diagnostics(version: 1)).contains("hearsay-source"))
  }
}
