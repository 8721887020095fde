import DocumentModel
import DraftAnalysis
import English
import Rules
import Testing
import TestSupport
import TextCore

let catalog = RuleCatalog(English.language)

/// Every example of every rule is a test, with the trained reader and without.
@Suite struct ManualTests {
  /// A rule's example; its place says which.
  struct Case: CustomTestStringConvertible, Sendable {
    let code: String
    let example: Manual.Example
    var testDescription: String { "\(code): \(example.draft)" }
  }

  static let firing = catalog.rules.flatMap { rule in rule.manual.fires.map { Case(code: rule.code, example: $0) } }
  static let silent = catalog.rules.flatMap { rule in rule.manual.silent.map { Case(code: rule.code, example: $0) } }

  /// Rules that are off unless asked for are asked for.
  private func findings(of code: String, in analysis: Analysis) -> [Finding] {
    let severity = catalog.rule(code)?.severity ?? .information
    return catalog.findings(in: analysis, settings: RuleSettings(severities: [code: severity])).all.filter {
      $0.rule == code
    }
  }

  /// The draft without « and », and the spans between them.
  static func unmarked(_ draft: String) -> (text: String, spans: [TextSpan]) {
    var text = ""
    var starts: [Int] = []
    var spans: [TextSpan] = []
    for character in draft {
      switch character {
      case "«": starts.append(text.utf8.count)
      case "»": if let start = starts.popLast() { spans.append(TextSpan(start, text.utf8.count)) }
      default: text.append(character)
      }
    }
    return (text, spans)
  }

  @Test(arguments: firing, Reader.allCases)
  func fires(example: Case, reader: Reader) {
    KnownDifferences.expect(reader, example.code, example.example.draft) {
      let (text, spans) = ManualTests.unmarked(example.example.draft)
      let analysis = analyze(text, .markdown, by: reader)
      let found = findings(of: example.code, in: analysis)
      #expect(found.map { analysis.snapshot.text($0.span) } == spans.map { analysis.snapshot.text($0) })
      #expect(found.map(\.span) == spans)
      guard let fixed = example.example.fixed else { return }
      let correction = try #require(found.first.flatMap { catalog.corrections(of: $0, in: analysis).first })
      #expect(applied(correction, to: analysis.snapshot) == fixed)
    }
  }

  @Test(arguments: silent, Reader.allCases)
  func staysSilent(example: Case, reader: Reader) {
    KnownDifferences.expect(reader, example.code, example.example.draft) {
      let analysis = analyze(example.example.draft, .markdown, by: reader)
      let found = findings(of: example.code, in: analysis)
      #expect(found.map { analysis.snapshot.text($0.span) } == [])
    }
  }

  @Test func theReaderIsThere() { #expect(readingPipeline?.canRead == true) }

  @Test(arguments: catalog.rules.map(\.code))
  func everyRuleShowsItsSides(code: String) throws {
    let manual = try #require(catalog.rule(code)).manual
    #expect(manual.fires.count >= 3)
    #expect(manual.silent.count >= 4)
    #expect(!manual.standards.isEmpty && manual.finds.hasSuffix(".") && manual.instead.hasSuffix("."))
  }
}

/// The text after a correction.
func applied(_ correction: Correction, to snapshot: TextSnapshot) -> String {
  let last = correction.edits.reversed().reduce(snapshot) { $0.applying($1, version: 0) }
  return last.text(TextSpan(0, last.count))
}
