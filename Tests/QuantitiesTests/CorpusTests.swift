import Foundation
import ModelTraining
import Quantities
import TestSupport
import Testing
import TextCore

/// Our own sentences with gold, written before they were ever run: what is right must stay right.
@Suite struct QuantityCorpusTests {
  struct Line: Sendable, CustomTestStringConvertible {
    let marked: String
    var testDescription: String { marked }
  }

  private static let folder = repository.appendingPathComponent("Tests/Corpus/quantities")

  private static func lines(_ name: String) -> [Line] {
    let text = (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { Line(marked: String($0)) }
  }

  static let amounts = lines("amounts.txt")
  static let dates = lines("dates.txt")

  @Test(arguments: amounts + dates)
  func readsAsMarked(line: Line) {
    let gold = MarkedText(line.marked)
    #expect(MarkedText.render(gold.text, QuantityFixture.annotations(gold.text)) == line.marked)
  }

  @Test func areThere() { #expect(QuantityCorpusTests.amounts.count + QuantityCorpusTests.dates.count >= 150) }
}
