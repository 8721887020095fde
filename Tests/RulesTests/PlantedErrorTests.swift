import DraftAnalysis
import Foundation
import ModelTraining
import Rules
import Testing
import TestSupport
import TextCore

/// Drafts with errors among their figures: how many are found, and that nothing else is.
@Suite struct PlantedErrorTests {
  private static let codes: Set<String> = [
    "conversion-error", "weekday-date", "numbers-disagree", "impossible-figure", "figure-inconsistent",
    "percent-for-points", "age-birth-year",
  ]

  /// A file of drafts, and what it plants that is known to be missed.
  struct Corpus: CustomTestStringConvertible, Sendable {
    let name: String
    let count: Int
    var missed: [String] = []
    var testDescription: String { name }

    var drafts: [String] {
      let file = repository.appendingPathComponent("Tests/Corpus/planted/\(name).txt")
      let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      return text.split(separator: "\n").reduce(into: []) { drafts, line in
        if line.hasPrefix("===") {
          drafts.append("")
        } else if !drafts.isEmpty {
          drafts[drafts.count - 1] += line + "\n\n"
        }
      }
    }
  }

  static let corpora = [
    Corpus(name: "drafts", count: 21),
    Corpus(name: "twins", count: 19),
    Corpus(
      name: "wordings", count: 15,
      missed: ["a percent (percent-for-points)", "102 people aboard (figure-inconsistent)"]),
    Corpus(name: "phrasings", count: 33),
  ]

  @Test(arguments: corpora)
  func findsThemAndNothingElse(corpus: Corpus) {
    var (found, missed, false_) = (0, [String](), [String]())
    for draft in corpus.drafts {
      let marked = MarkedText(draft)
      let analysis = analyze(marked.text, .plaintext)
      let findings = catalog.findings(in: analysis).all.filter { PlantedErrorTests.codes.contains($0.rule) }
      for planted in marked.annotations {
        if findings.contains(where: { $0.rule == planted.label && $0.span.overlaps(planted.span) }) {
          found += 1
        } else {
          missed.append("\(analysis.snapshot.text(planted.span)) (\(planted.label))")
        }
      }
      false_ += findings.filter { finding in !marked.annotations.contains { $0.span.overlaps(finding.span) } }
        .map { "\($0.message) (\($0.rule))" }
    }
    #expect(false_ == [])
    #expect(missed == corpus.missed)
    #expect(found == corpus.count)
    print("planted errors, \(corpus.name): \(found) found, \(missed.count) missed, \(false_.count) false")
  }
}
