import Foundation
import JSONRPC
import LanguageServerProtocol
import TestSupport
import Testing

/// The recorded sessions of `protocol/transcripts`, replayed against the built server: what it says is what was written down,
/// message by message. With `COPYDESK_RECORD=1` in the environment the server's lines are written anew; read the difference.
@Suite struct TranscriptTests {
  static let folder = repository.appendingPathComponent("protocol/transcripts")
  static let names =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasSuffix(".jsonl") }
    .sorted()

  /// One line: a message and who sent it.
  struct Line: Codable, Equatable {
    var client: JSONValue?
    var server: JSONValue?
  }

  @Test func thereAreSome() { #expect(!Self.names.isEmpty) }

  @Test(arguments: names)
  func isSaidAgain(name: String) throws {
    let file = Self.folder.appendingPathComponent(name)
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
    let server = try ServerProcess()
    if ProcessInfo.processInfo.environment["COPYDESK_RECORD"] == "1" {
      try record(lines.compactMap(\.client), server).write(to: file, atomically: true, encoding: .utf8)
      return
    }
    for (number, line) in lines.enumerated() {
      if let message = line.client { server.send(message) }
      if let expected = line.server {
        let said = try server.next()
        #expect(said == expected, "\(name):\(number + 1): the server said \(said?.json ?? "nothing")")
      }
    }
    let last = lines.last { $0.client != nil }?.client
    if last?["method"] == "exit" { #expect(server.finish() == 0) }
  }

  /// The session with what the server says now: after a request up to its answer, after a change or a save up to
  /// its diagnostics (a save in a session lets something go).
  private func record(_ messages: [JSONValue], _ server: ServerProcess) throws -> String {
    var lines: [Line] = []
    let pulls = messages.contains { $0["params"]?["capabilities"]?["textDocument"]?["diagnostic"] != nil }
    for message in messages {
      lines.append(Line(client: message))
      server.send(message)
      let method = message["method"]?.string ?? ""
      let publishes =
        !pulls && method.hasPrefix("textDocument/did")
      let asks = message["id"] != nil && message["method"] != nil
      while publishes || asks {
        guard let said = try server.next() else { break }
        lines.append(Line(server: said))
        if asks ? said["id"] == message["id"] : said["method"] == "textDocument/publishDiagnostics" { break }
      }
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try lines.map { String(decoding: try encoder.encode($0), as: UTF8.self) + "\n" }.joined()
  }
}

/// The built server as a process of its own.
final class ServerProcess {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var framer = MessageFramer()
  private var waiting: [JSONValue] = []

  init() throws {
    process.executableURL = builtProducts.appendingPathComponent("copydesk")
    process.arguments = ["serve", "--stdio"]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  deinit { if process.isRunning { process.terminate() } }

  func send(_ message: JSONValue) {
    guard let body = try? JSONEncoder().encode(message) else { return }
    input.fileHandleForWriting.write(Data(MessageFramer.frame(Array(body))))
  }

  /// The next message of the server; nil when there are no more.
  func next() throws -> JSONValue? {
    while waiting.isEmpty {
      let data = output.fileHandleForReading.availableData
      if data.isEmpty { return nil }
      for case .message(let body) in framer.append(data) {
        waiting.append(try JSONDecoder().decode(JSONValue.self, from: Data(body)))
      }
    }
    return waiting.removeFirst()
  }

  /// The status the process leaves with.
  func finish() -> Int32 {
    process.waitUntilExit()
    return process.terminationStatus
  }
}
