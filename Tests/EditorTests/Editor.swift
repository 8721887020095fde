import Foundation
import TestSupport
import Testing

/// A real editor, run on a draft.
enum Editor {
  /// The program's path; nil if it is not installed.
  static func find(_ name: String) -> URL? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").lazy.map { URL(fileURLWithPath: String($0)).appendingPathComponent(name) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  /// Whether a test that needs a program, or Python and one of its modules, is run: continuous integration must have them.
  static func canRun(_ name: String, module: String? = nil) -> Bool {
    if ProcessInfo.processInfo.environment["CI"] == "true" { return true }
    guard let program = find(name) else { return false }
    guard let module else { return true }
    let process = Process()
    process.executableURL = program
    process.arguments = ["-c", "import \(module)"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  /// Runs the editor on a file that holds `draft`, with `copydesk` on its path; what it wrote to `$COPYDESK_REPORT`.
  static func run(
    _ program: URL, _ arguments: [String], draft: String, name: String = "draft.md", environment: [String: String] = [:]
  ) throws -> Data {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("copydesk-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent(name)
    try Data(draft.utf8).write(to: file)
    let report = folder.appendingPathComponent("report.json")
    let process = Process()
    process.executableURL = program
    process.arguments = arguments + [file.path]
    process.currentDirectoryURL = folder
    var variables = ProcessInfo.processInfo.environment
    variables["PATH"] = builtProducts.path + ":" + (variables["PATH"] ?? "")
    variables["HOME"] = folder.path
    variables["XDG_CONFIG_HOME"] = folder.path
    variables["XDG_DATA_HOME"] = folder.path
    variables["COPYDESK_REPORT"] = report.path
    process.environment = variables.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let deadline = Date(timeIntervalSinceNow: 60)
    while process.isRunning, Date() < deadline { usleep(20_000) }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    return try Data(contentsOf: report)
  }
}
