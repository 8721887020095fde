import DocumentModel
package import DraftAnalysis
package import Lexicons
import TextCore

/// A figure that nothing can have: a day its month lacks, an hour the clock lacks, more than all of the voters.
struct ImpossibleFigure: ParagraphRule {
  private let words: RuleWords

  init(_ language: Language) { words = RuleWords(language) }

  var code: String { "impossible-figure" }
  var severity: Severity? { .warning }
  var needsReading: Bool { false }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  func matches(in paragraph: AnalyzedParagraph) -> [RuleMatch] {
    let figures = paragraph.layers.quantities.compactMap { quantity -> RuleMatch? in
      guard !paragraph.isQuoted(quantity.span) else { return nil }
      switch quantity.value {
      case .temporal(.calendar(let year, let month?, let day?, _)): return date(quantity, year, month, day)
      case .exact(let value) where quantity.kind == .percent && value > Rational(100):
        return percentage(quantity, paragraph)
      default: return nil
      }
    }
    return figures + ImpossibleClock(paragraph: paragraph, words: words).matches
  }

  private func date(_ quantity: Quantity, _ year: Int?, _ month: Int, _ day: Int) -> RuleMatch? {
    // Without a year, 29 February is a day.
    let days = CivilDate.days(inMonth: month, ofYear: year ?? 2000)
    guard (1...12).contains(month), day > days else { return nil }
    let inYear = month == 2 && day == 29 ? year.map { " in \($0)" } ?? "" : ""
    return RuleMatch(quantity.span, "\(ImpossibleFigure.months[month - 1]) has \(days) days\(inYear).")
  }

  /// "110 percent of voters": nobody beyond all of them can have done anything.
  private func percentage(_ quantity: Quantity, _ paragraph: AnalyzedParagraph) -> RuleMatch? {
    guard quantity.modifier != .up, quantity.modifier != .down else { return nil }
    let run = paragraph.layers.tokens.tokens(in: quantity.span)
    var token = run.end
    guard paragraph.text(token).lowercased() == "of" else { return nil }
    token += 1
    while token < run.end + 4, let hash = paragraph.hash(token), words[hash] == .definite || words[hash] == .crowd {
      token += 1
    }
    // One word may describe them: "registered voters".
    let isPopulation = [token, token + 1].contains { paragraph.hash($0).map { words[$0] == .population } ?? false }
    guard isPopulation else { return nil }
    return RuleMatch(quantity.span, "No more than 100 percent of a group of people can be meant.")
  }

  func corrections(of finding: Finding, in analysis: Analysis) -> [Correction] { [] }

  var manual: Manual {
    Manual(
      finds: "A date or a time of day that does not exist, or a share of more than all.",
      why: "It is a slip of the keyboard or of the arithmetic, and readers see it at once.",
      instead: "Look the figure up again.",
      standards: ["Reuters Handbook of Journalism", "BBC News Style Guide"],
      fires: [
        "The lease ran out on «31 June».",
        "She was born on «February 29, 2013», in Lagos.",
        "Some «110 percent» of registered voters turned out.",
        "The road stays shut until «25:00» on Wednesday.",
        "The alarm rang at «12:75» a.m., a guest said.",
      ],
      silent: [
        "The lease ran out on 30 June.",
        "She was born on February 29, 2012, in Lagos.",
        "Profit was 110 percent of the forecast.",
        "Membership rose 110 percent of late.",
        "Some 95 percent of registered voters turned out.",
        "The road stays shut until 24:00 on Wednesday.",
        "She won in 62:15, a minute ahead.",
        "Smith scored at 34:10 of the second half.",
        "The psalm, 119:105, was read at 10:30 a.m.",
        "“We have 110 percent of the voters,” said Ana Ruiz.",
      ])
  }
}
