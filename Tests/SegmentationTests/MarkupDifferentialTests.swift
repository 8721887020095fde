import DocumentModel
import Foundation
import Segmentation
import Testing
import TextCore

/// Whether the peer is there; in continuous integration it must be.
private let hasPeer: Bool = {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = ["python3", "-c", "import markdown_it, mdit_py_plugins"]
  process.standardError = FileHandle.nullDevice
  guard ProcessInfo.processInfo.environment["CI"] != "true", (try? process.run()) != nil else { return true }
  process.waitUntilExit()
  return process.terminationStatus == 0
}()

/// Our blocks of prose against those of markdown-it-py, a peer written by others.
@Suite struct MarkupDifferentialTests {
  @Test(.enabled(if: hasPeer, "needs python3 with markdown-it-py"))
  func readsMarkdownAsItsPeerDoes() throws {
    let documents = MarkupSamples.drafts + MarkupSamples.documents(300, seed: 7) + MarkupSamples.soups(300, seed: 5)
    let answers = try #require(try peerAnswers(documents))
    for (document, answer) in zip(documents, answers) {
      let ours = DocumentSegmenter().document(TextSnapshot(document), language: .markdown).paragraphs.map {
        String(decoding: $0.paragraph.bytes, as: UTF8.self).split { $0.isWhitespace }.joined(separator: " ")
      }
      #expect(ours == answer, "in:\n\(document)")
    }
  }

  private func peerAnswers(_ documents: [String]) throws -> [[String]]? {
    let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "peers/markdown_prose.py")
    let folder = FileManager.default.temporaryDirectory.appending(path: "markup-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (input, output) = (folder.appending(path: "in.json"), folder.appending(path: "out.json"))
    try JSONEncoder().encode(documents).write(to: input)
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", script.path]
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    return try JSONDecoder().decode([[String]].self, from: Data(contentsOf: output))
  }
}
