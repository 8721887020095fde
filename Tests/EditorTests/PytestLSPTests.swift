import Foundation
import TestSupport
import Testing

/// An independent client, pytest-lsp, that holds every message against the LSP specification.
@Suite struct PytestLSPTests {
  @Test(.enabled(if: Editor.canRun("python3", module: "pytest_lsp"), "needs python3 with pytest-lsp"))
  func anIndependentClientDoesTheMainJob() throws {
    let python = try #require(Editor.find("python3"))
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
}
