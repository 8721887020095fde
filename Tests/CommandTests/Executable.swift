import Foundation
import TestSupport

/// The built `copydesk`, run as a user runs it.
enum Executable {
  struct Result {
    let status: Int32
    let output: String
    let complaints: String

    var lines: [Substring] { output.split(separator: "\n") }
    /// Each line as a JSON object.
    var objects: [[String: Any]] {
      lines.compactMap { try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
    }
    var object: [String: Any] { (try? JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]) ?? [:] }
  }

  static let url = builtProducts.appendingPathComponent("copydesk")

  static func run(_ arguments: String..., input: String = "") throws -> Result {
    try run(url, arguments, input: Data(input.utf8))
  }

  static func run(_ program: URL, _ arguments: [String], input: Data = Data()) throws -> Result {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = repository
    // Files instead of pipes: neither side ever waits for the other.
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func file(_ name: String, _ data: Data = Data()) throws -> URL {
      let url = folder.appendingPathComponent(name)
      try data.write(to: url)
      return url
    }
    let output = try file("output")
    let complaints = try file("complaints")
    process.standardInput = try FileHandle(forReadingFrom: file("input", input))
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: complaints)
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      complaints: String(decoding: try Data(contentsOf: complaints), as: UTF8.self))
  }

  /// Runs a line of shell with `$COPYDESK` set.
  static func shell(_ line: String) throws -> Result {
    try run(URL(fileURLWithPath: "/bin/bash"), ["-c", "COPYDESK='\(url.path)'; \(line)"])
  }
}
