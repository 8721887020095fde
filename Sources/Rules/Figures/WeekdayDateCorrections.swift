import DocumentModel
package import DraftAnalysis
import TextCore

extension WeekdayDate {
  /// The weekday that the date has; then the date next to it that has the weekday.
  func corrections(of finding: Finding, in analysis: Analysis) -> [Correction] {
    guard let passage = Passage(finding, in: analysis),
      let quantity = days(in: passage.analyzed, isDated: analysis.draft.referenceDate != nil).first(where: {
        $0.span.overlaps(passage.span)
      }), !isPair(quantity, passage.analyzed),
      case .temporal(.calendar(let year, let month?, let day?, let weekday?)) = quantity.value,
      let said = year ?? analysis.draft.referenceDate?.year,
      let verdict = Figures.weekday(quantity, reference: analysis.draft.referenceDate), let actual = verdict.actual,
      let date = CivilDate(year: said, month: month, day: day), date.weekday != weekday,
      let name = weekdayToken(quantity, passage.analyzed)
    else { return [] }
    let new = WeekdaySpelling(passage.analyzed.text(name), of: verdict.said).text(actual)
    var fixes = [
      Correction(
        "Change to \(new)", [passage.replace(passage.layers.tokens.span(name), with: new)], isPreferred: true)
    ]
    // The nearest such day is at most three off.
    let other = date.adding(days: ((weekday - date.weekday) % 7 + 10) % 7 - 3)
    if other.month == month, let figure = dayFigure(day, of: quantity, passage) {
      let text = figure.text(other.day)
      fixes.append(Correction("Change the day to \(text)", [passage.replace(figure.span, with: text)]))
    }
    return fixes
  }

  /// The figure of the day, beside the month's name: "May 5", "5th of May". Nil where the month is a figure too: "5/5/2026" does
  /// not say which is which.
  private func dayFigure(_ day: Int, of quantity: Quantity, _ passage: Passage) -> DayFigure? {
    let run = passage.layers.tokens.tokens(in: quantity.span)
    guard let month = run.range.first(where: { months.contains(passage.layers.tokens.hashes[$0]) }) else { return nil }
    let near = [month + 1, month - 1, month - 2, month - 3, month + 2].filter { run.contains($0) }
    return near.lazy.compactMap { DayFigure(token: $0, day: day, passage) }.first
  }
}

/// The figure of a day as it is written: "05", "3rd".
private struct DayFigure {
  let span: TextSpan
  /// "05"
  private let isPadded: Bool
  private let suffix: String

  /// Nil if the token is not the day's figure.
  init?(token: Int, day: Int, _ passage: Passage) {
    let prose = passage.analyzed.paragraph
    let start = passage.layers.tokens.span(token).start
    let digits = prose.bytes.dropFirst(start).prefix { $0 >= 0x30 && $0 <= 0x39 }
    let letters = prose.bytes.dropFirst(start + digits.count).prefix { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
    guard digits.count <= 2, Int(String(decoding: digits, as: UTF8.self)) == day, letters.isEmpty || letters.count == 2
    else { return nil }
    span = TextSpan(start, start + digits.count + letters.count)
    isPadded = digits.count == 2 && digits.first == 0x30
    suffix = String(decoding: letters, as: UTF8.self)
  }

  /// Another day in the same form: "04" for "05", "2nd" for "3rd".
  func text(_ day: Int) -> String {
    let digits = String(day)
    let padded = isPadded && digits.utf8.count == 1 ? "0" + digits : digits
    guard !suffix.isEmpty else { return padded }
    let ending = ordinalEnding(day)
    return padded + (suffix == suffix.uppercased() ? ending.uppercased() : ending)
  }

  private func ordinalEnding(_ day: Int) -> String {
    if (11...13).contains(day) { return "th" }
    switch day % 10 {
    case 1: return "st"
    case 2: return "nd"
    case 3: return "rd"
    default: return "th"
    }
  }
}

/// How a weekday is written: whole or shortened, with a stop or without, in capitals or not.
private struct WeekdaySpelling {
  /// Letters of the short form: 3 for "Thu", more for "Thurs"; nil for the whole name.
  private let shortLength: Int?
  private let hasStop: Bool
  private let isUpper: Bool

  init(_ written: String, of name: String) {
    hasStop = written.hasSuffix(".")
    let letters = hasStop ? String(written.dropLast()) : written
    shortLength = letters.count < name.count ? letters.count : nil
    isUpper = letters == letters.uppercased()
  }

  /// Another weekday in the same form: "Tues." for "Thurs.", "TUESDAY" for "MONDAY".
  func text(_ name: String) -> String {
    let letters = shortLength.map { String(name.prefix($0 > 3 ? usualLength(name) : 3)) } ?? name
    return (isUpper ? letters.uppercased() : letters) + (hasStop ? "." : "")
  }

  /// "Tues", "Thurs"; the others have three letters.
  private func usualLength(_ name: String) -> Int {
    switch name.prefix(2) {
    case "Tu": 4
    case "Th": 5
    default: 3
    }
  }
}
