import Foundation
import TestSupport
import Testing

/// An independent client, pytest-lsp, that holds every message against the LSP specification.
@Suite struct PytestLSPTests {
  @Test func anIndependentClientDoesTheMainJob() throws {
    guard let python = Editor.find("python3"), try has(python, module: "pytest_lsp") else { return }
    let process = Process()
    process.executableURL = python
    process.arguments = [
      "-m", "pytest", "-q", "-p", "no:cacheprovider", "-o", "asyncio_mode=auto",
      "\(repository.path)/Tests/EditorTests/pytest_lsp_session.py",
    ]
    // A folder of its own: Python takes modules from where it is started.
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("copydesk-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging([
      "COPYDESK": builtProducts.appendingPathComponent("copydesk").path, "PYTHONDONTWRITEBYTECODE": "1",
    ]) { $1 }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(said)")
  }

  private func has(_ python: URL, module: String) throws -> Bool {
    let process = Process()
    process.executableURL = python
    process.arguments = ["-c", "import \(module)"]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus != 0 else { return true }
    #expect(ProcessInfo.processInfo.environment["CI"] != "true", "\(module) is not installed")
    print("Skipped: \(module) is not installed, so an independent client was not tried.")
    return false
  }
}
