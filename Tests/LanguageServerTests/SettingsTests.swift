import Foundation
import Glibc
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

  /// Some clients tell of changes only where they were asked to.
  @Test(arguments: [true, false])
  func changesAreAskedFor(isDynamic: Bool) throws {
    let client = try TestClient(
      capabilities: ["workspace": ["didChangeConfiguration": ["dynamicRegistration": .bool(isDynamic)]]])
    #expect(try client.request("shutdown", .null) == .null)
    let asked = client.untaken.filter { $0["method"] == "client/registerCapability" }
    #expect(
      asked.compactMap { $0["params"]?["registrations"]?.elements.first?["method"] }
        == (isDynamic ? ["workspace/didChangeConfiguration"] : []))
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

  private static let overProject: [(JSONValue, JSONValue?)] = [
    (.null, nil), (["rules": ["hearsay-source": "hint"]], 4),
  ]

  /// The project's file holds where the client says nothing else.
  @Test(arguments: overProject)
  func ofTheProject(options: JSONValue, severity: JSONValue?) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("a project \(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(#"{"rules": {"hearsay-source": "off"}}"#.utf8).write(to: folder.appendingPathComponent("copydesk.json"))
    let client = TestClient()
    _ = try client.request(
      "initialize",
      ["capabilities": [:], "rootUri": .string(folder.absoluteString), "initializationOptions": options])
    client.notify("initialized", [:])
    client.open(Self.draft)
    let found = try client.diagnostics(version: 1).first { $0["code"] == "hearsay-source" }
    #expect(found?["severity"] == severity)
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

  /// A folder with a project's file that turns a rule off; `body` gets its path.
  private func withProject(_ json: String = #"{"rules": {"hearsay-source": "off"}}"#, _ body: (URL) throws -> Void)
    throws
  {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("a project \(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(json.utf8).write(to: folder.appendingPathComponent("copydesk.json"))
    try body(folder)
  }

  /// Every way in which clients tell where the project is.
  @Test(arguments: ["rootUri", "localhost", "FILE", "workspaceFolders", "rootPath"])
  func theProjectIsFound(by way: String) throws {
    try withProject { folder in
      let uri = folder.absoluteString
      var params: [String: JSONValue] = ["capabilities": [:], "rootUri": .null]
      switch way {
      case "localhost": params["rootUri"] = .string("file://localhost" + uri.dropFirst("file://".count))
      case "FILE": params["rootUri"] = .string("FILE" + uri.dropFirst("file".count))
      case "workspaceFolders": params[way] = [5, ["uri": .string(uri), "name": "desk"]]
      case "rootPath": params[way] = .string(folder.path)
      default: params[way] = .string(uri)
      }
      let client = TestClient()
      _ = try client.request("initialize", .object(params))
      client.open(Self.draft)
      #expect(try !codes(client.diagnostics(version: 1)).contains("hearsay-source"))
    }
  }

  @Test(arguments: ["file://elsewhere/desk", "untitled:desk", "file:desk", ""])
  func otherRootsAreNoProject(uri: String) throws {
    let client = TestClient()
    _ = try client.request("initialize", ["capabilities": [:], "rootUri": .string(uri), "rootPath": "desk"])
    client.open(Self.draft)
    #expect(try codes(client.diagnostics(version: 1)).contains("hearsay-source"))
  }

  /// Nobody writes into it, so reading would not end.
  @Test func aPipeIsNotWaitedFor() throws {
    try withProject { folder in
      let file = folder.appendingPathComponent("copydesk.json").path
      try FileManager.default.removeItem(atPath: file)
      #expect(mkfifo(file, 0o600) == 0)
      let client = TestClient()
      _ = try client.request("initialize", ["capabilities": [:], "rootUri": .string(folder.absoluteString)])
      #expect(try client.next("window/logMessage")["message"]?.string?.contains("cannot be read") == true)
    }
  }

  /// What is wrong is told when it comes up, not with every change of something else.
  @Test func complaintsAreToldOnce() throws {
    try withProject(#"{"rules": {"no-such-rule": "off"}}"#) { folder in
      let client = TestClient()
      _ = try client.request("initialize", ["capabilities": [:], "rootUri": .string(folder.absoluteString)])
      client.notify("workspace/didChangeConfiguration", ["settings": ["rules": ["vague-source": "off"]]])
      client.notify("workspace/didChangeConfiguration", ["settings": ["rules": ["vague-source": "hint"]]])
      #expect(try client.request("shutdown", .null) == .null)
      #expect(client.untaken.count { $0["method"] == "window/logMessage" } == 1)
    }
  }

  /// A draft knows its own day better than its project.
  @Test(arguments: [("", true), ("---\ndate: 2026-11-27\n---\n\n", false)])
  func theDraftsDayWins(front: String, isWrong: Bool) throws {
    let client = try TestClient(capabilities: [:], options: ["reference": "2025-11-25"])
    client.open(front + "The ferry sailed on Friday, Nov. 27, Ana Lopes said.\n")
    #expect(try codes(client.diagnostics(version: 1)).contains("weekday-date") == isWrong)
  }
}
