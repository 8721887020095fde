import Foundation
import TestSupport
import Testing

/// A real editor, run on a draft.
enum Editor {
  /// The editor's path. Without it the test says that it was skipped; in continuous integration that is a failure.
  static func find(_ name: String, sourceLocation: SourceLocation = #_sourceLocation) -> URL? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    for folder in path.split(separator: ":") {
      let url = URL(fileURLWithPath: String(folder)).appendingPathComponent(name)
      if FileManager.default.isExecutableFile(atPath: url.path) { return url }
    }
    #expect(
      ProcessInfo.processInfo.environment["CI"] != "true", "\(name) is not installed", sourceLocation: sourceLocation)
    print("Skipped: \(name) is not installed, so what it shows was not tested.")
    return nil
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
