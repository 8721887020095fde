import DraftAnalysis
import Foundation
import ModelTraining
import Rules
import Testing
import TestSupport
import TextCore

/// Ten drafts with errors among their figures: how many are found, and that nothing else is.
@Suite struct PlantedErrorTests {
  private static let codes: Set<String> = ["conversion-error", "weekday-date", "numbers-disagree", "impossible-figure"]

  private static let drafts: [String] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Corpus/planted/drafts.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").reduce(into: []) { drafts, line in
      if line.hasPrefix("===") {
        drafts.append("")
      } else if !drafts.isEmpty {
        drafts[drafts.count - 1] += line + "\n\n"
      }
    }
  }()

  @Test func findsThemAndNothingElse() {
    var (found, missed, false_) = (0, [String](), [String]())
    for draft in PlantedErrorTests.drafts {
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
    #expect(missed == [])
    #expect(found >= 20)
    print("planted errors: \(found) found, \(missed.count) missed, \(false_.count) false")
  }
}
