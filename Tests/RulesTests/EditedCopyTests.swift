import DraftAnalysis
import Foundation
import Rules
import Testing
import TestSupport

/// Articles as they would be printed, of our own invention and of every beat: what is reported there is a false alarm, or
/// listed with why it stays.
@Suite struct EditedCopyTests {
  private static let folder = repository.appendingPathComponent("Tests/Corpus/edited")

  /// Findings that are known, as "file rule: words".
  private static func known(to reader: Reader) -> Set<String> {
    let name = reader == .tables ? "known-without-reader.txt" : "known.txt"
    let text = (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)) ?? ""
    return Set(text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init))
  }

  @Test(arguments: Reader.allCases)
  func raisesNoOtherAlarm(reader: Reader) throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: EditedCopyTests.folder.path)
      .filter { $0.hasSuffix(".md") }.sorted()
    #expect(files.count == 162)
    var found: Set<String> = []
    for file in files {
      let text = try String(contentsOf: EditedCopyTests.folder.appendingPathComponent(file), encoding: .utf8)
      let analysis = analyze(text, .markdown, by: reader)
      for finding in catalog.findings(in: analysis).all {
        found.insert("\(file) \(finding.rule): \(analysis.snapshot.text(finding.span))")
      }
    }
    let known = EditedCopyTests.known(to: reader)
    #expect(found.subtracting(known).sorted() == [])
    #expect(known.subtracting(found).sorted() == [], "no longer reported: to be struck off the list")
  }
}
