import DocumentModel
package import DraftAnalysis
package import Lexicons
import TextCore

/// A weekday beside a date on which that day did not fall.
struct WeekdayDate: DraftRule {
  let weekdays: Lexicon
  let months: Lexicon

  init(_ language: Language) {
    weekdays = language.lexicon("weekdays")
    months = language.lexicon("months")
  }

  var code: String { "weekday-date" }
  var severity: Severity? { .warning }
  var needsReading: Bool { false }

  /// Years that are listed where the draft tells none.
  private static let listedYears = 2000...2035

  func isConcerned(with paragraph: AnalyzedParagraph) -> Bool {
    !days(in: paragraph, isDated: true).isEmpty
  }

  func matches(in analysis: Analysis, of paragraphs: [Int]) -> [(paragraph: Int, match: RuleMatch)] {
    var found: [(paragraph: Int, match: RuleMatch)] = []
    let reference = analysis.draft.referenceDate
    for index in paragraphs {
      let paragraph = analysis.analyzed[index]
      for quantity in days(in: paragraph, isDated: reference != nil) {
        guard case .temporal(.calendar(let year, let month?, let day?, let weekday?)) = quantity.value,
          let match = match(quantity, year, month, day, weekday, reference, paragraph),
          // Of two days that stand together one alarm is enough, as is one hint a draft.
          !found.contains(where: {
            $0.paragraph == index && $0.match.span == match.span
              || match.severity == .hint && $0.match.severity == .hint
          })
        else { continue }
        found.append((index, match))
      }
    }
    return found
  }

  private func match(
    _ quantity: Quantity, _ year: Int?, _ month: Int, _ day: Int, _ weekday: Int, _ reference: CivilDate?,
    _ paragraph: AnalyzedParagraph
  ) -> RuleMatch? {
    let date =
      isPair(quantity, paragraph) ? written(month, day, like: quantity, paragraph) : bareDate(quantity, paragraph)
    guard year != nil || reference != nil else {
      let years = WeekdayDate.listedYears.filter { CivilDate(year: $0, month: month, day: day)?.weekday == weekday }
      // "Fri 06-Apr" is an entry of a list, and its year stands in the list's head.
      guard let said = weekdayToken(quantity, paragraph).map({ paragraph.text($0) }), !years.isEmpty,
        !date.contains("-"), !date.contains("/")
      else { return nil }
      return RuleMatch(
        quantity.span, "No year is given: \(date) falls on a \(said) in \(list(years)).", severity: .hint)
    }
    guard let verdict = Figures.weekday(quantity, reference: reference), !verdict.agrees else { return nil }
    guard let actual = verdict.actual else { return nil }
    let inYear = year == nil ? " in \((reference?.year).map(String.init) ?? "that year")" : ""
    return RuleMatch(quantity.span, "\(date) falls on a \(actual)\(inYear), not on a \(verdict.said).")
  }

  /// The date as it is written, without the weekday.
  private func bareDate(_ quantity: Quantity, _ paragraph: AnalyzedParagraph) -> String {
    let within = paragraph.layers.quantities(in: quantity.span)
    if let date = within.first(where: { isDate($0, isDated: true) && quantity.span.contains($0.span) }) {
      return paragraph.paragraph.text(date.span)
    }
    let tokens = paragraph.layers.tokens
    var run = tokens.tokens(in: quantity.span)
    while let first = run.range.first, weekdays.contains(tokens.hashes[first]) || tokens.kinds[first] == .punctuation {
      run = TokenSpan(first + 1, run.end)
    }
    while let last = run.range.last, weekdays.contains(tokens.hashes[last]) || tokens.kinds[last] == .punctuation {
      run = TokenSpan(run.start, last)
    }
    return paragraph.paragraph.text(tokens.span(run))
  }

  /// Two weekdays, or two days: the quantity's span holds both.
  func isPair(_ quantity: Quantity, _ paragraph: AnalyzedParagraph) -> Bool {
    paragraph.layers.tokens.tokens(in: quantity.span).range.count {
      weekdays.contains(paragraph.layers.tokens.hashes[$0])
    } != 1
  }

  /// A day of "Nov. 24-26" by itself: "Nov. 24".
  private func written(_ month: Int, _ day: Int, like quantity: Quantity, _ paragraph: AnalyzedParagraph) -> String {
    let tokens = paragraph.layers.tokens
    let run = tokens.tokens(in: quantity.span).range
    guard let name = run.first(where: { months.contains(tokens.hashes[$0]) }), let last = run.last else {
      return String(day)
    }
    let word = paragraph.text(name)
    return name == last || name > last - 2 && Int(paragraph.text(name - 1)) != nil ? "\(day) \(word)" : "\(word) \(day)"
  }

  func weekdayToken(_ quantity: Quantity, _ paragraph: AnalyzedParagraph) -> Int? {
    paragraph.layers.tokens.tokens(in: quantity.span).range.first {
      weekdays.contains(paragraph.layers.tokens.hashes[$0])
    }
  }

  private func list(_ years: [Int]) -> String {
    guard let last = years.last, years.count > 1 else { return years.map(String.init).joined() }
    return years.dropLast().map(String.init).joined(separator: ", ") + " and \(last)"
  }

  var manual: Manual {
    Manual(
      finds: "A weekday and a date that do not agree; without a year, which years would make them agree.",
      why: "One of the two is wrong, and readers plan by them. It is the error that is easiest to check.",
      instead: "Look the day up and correct the weekday or the date.",
      standards: ["AP Stylebook"],
      fires: [
        .init(
          "The council meets on «Monday, May 5, 2026», at noon.",
          fixed: "The council meets on Tuesday, May 5, 2026, at noon."),
        .init(
          "---\ndate: 2026-05-02\n---\n\nThe vote is on «Monday, May 7».",
          fixed: "---\ndate: 2026-05-02\n---\n\nThe vote is on Thursday, May 7."),
        "The ferry leaves on «Sunday, March 3».",
        "The fair runs from «Monday, May 5» to Thursday, May 7, 2026.",
        .init(
          "The council met on «Monday (May 5, 2026»).", fixed: "The council met on Tuesday (May 5, 2026)."),
        .init(
          "The council met on the evening of «Monday 5 May 2026».",
          fixed: "The council met on the evening of Tuesday 5 May 2026."),
        .init("The council met on «May 5, 2026, a Monday».", fixed: "The council met on May 5, 2026, a Tuesday."),
        .init(
          "---\ndate: 2026-05-02\n---\n\nThe vote is on the «7th of May, a Monday».",
          fixed: "---\ndate: 2026-05-02\n---\n\nThe vote is on the 7th of May, a Thursday."),
        "---\ndate: 2026-05-02\n---\n\nThe vote is «next Monday, May 7».",
        "---\ndate: 2026-05-02\n---\n\nThe vote is on «Monday of next week (May 7»).",
        "---\ndate: 2026-05-02\n---\n\nThe vote is on «Monday at 8 p.m. on May 7».",
        "---\ndate: 2026-05-02\n---\n\nThe fair is on «Saturday and Sunday, May 8 and 9», in Dell.",
        "---\ndate: 2026-05-02\n---\n\nThe fair runs «Monday-Wednesday, May 5-7», in Dell.",
        "---\ndate: 2026-05-02\n---\n\nIt burned in the night of «Monday to Tuesday, May 5-6», in Dell.",
      ],
      silent: [
        "The council meets on Tuesday, May 5, 2026, at noon.",
        "---\ndate: 2026-05-02\n---\n\nThe vote is on Thursday, May 7.",
        "The vote is on Thursday.",
        "The bakery burned on Sunday, Sept. 2, 1666.",
        "Troops fired on the crowd on Sunday, Jan. 9, 1905, by the old calendar.",
        "Lot 14 closes Fri 06-Apr at noon.",
        "The vote is on May 7, 2026.",
        "The council met on Tuesday (May 5, 2026).",
        "The fair runs from Wednesday, December 30 to Saturday, January 2, 2027.",
        "The fair runs from Tuesday, May 5 to Thursday, May 7, 2026.",
        "The council put off on Monday (the vote of May 5, 2026, stands).",
        "---\ndate: 2026-01-02\n---\n\nThe ship sank on Friday, December 26.",
        "---\ndate: 2026-05-02\n---\n\nThe vote is on May 7, a Thursday.",
        "---\ndate: 2026-05-02\n---\n\nThe fair is on Saturday and Sunday, May 9 and 10, in Dell.",
        "---\ndate: 2026-05-02\n---\n\nThe court met on Monday (May 7 is the last day).",
        "The vote is on May 7, a Monday.",
      ])
  }
}
