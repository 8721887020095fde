import DocumentModel
import Lexicons
import TextCore

extension WeekdayDate {
  /// The dates of a paragraph that have a weekday, in order: those that are read as one ("Monday, May 5, 2026"), pairs of a
  /// weekday and a date that a bracket or an apposition joins ("Monday (May 5, 2026)", "May 5, a Monday", "next Monday, May 5"),
  /// and two of each ("Saturday and Sunday, May 2 and 3").
  ///
  /// - Parameter isDated: whether the draft tells its day, and with it the year of "May 5".
  func days(in paragraph: AnalyzedParagraph, isDated: Bool) -> [Quantity] {
    let quantities = paragraph.layers.quantities
    let doubles = doubles(in: paragraph)
    let singles = quantities.indices.flatMap { index -> [Quantity] in
      let quantity = quantities[index]
      guard isDate(quantity, isDated: isDated) else { return named(in: quantity, paragraph) }
      if index > 0, let pair = pair(quantity, quantities[index - 1], paragraph) { return [pair] }
      guard index + 1 < quantities.count,
        WeekdayDate.appositions.contains(joint(quantity, quantities[index + 1], paragraph) ?? "")
      else { return [] }
      return pair(quantity, quantities[index + 1]).filter { isWhole($0) || isClosed($0.span.end, paragraph) }
    }
    guard !doubles.isEmpty else { return singles }
    return
      (singles.filter { single in !doubles.contains { $0.extent.overlaps(single.span) } }
      + doubles.flatMap(\.days).filter { isDated || isWhole($0) }).sorted { $0.span < $1.span }
  }

  /// What stands between a date and its weekday.
  private static let appositions: Set = [", a ", " (a ", ", which is a ", ", which was a ", ", which falls on a "]

  /// The days with a weekday that a time is made of: "the evening of Monday 5 May 2026", and both ends of "from Monday, May 5 to
  /// Wednesday, May 7, 2026", where the year stands for both.
  private func named(in quantity: Quantity, _ paragraph: AnalyzedParagraph) -> [Quantity] {
    guard case .temporal(let expression) = quantity.value else { return [] }
    let run = paragraph.layers.tokens.tokens(in: quantity.span)
    let names = run.range.filter { weekdays.contains(paragraph.layers.tokens.hashes[$0]) }
    switch expression {
    case .calendar(_, .some, .some, .some): return [quantity]
    case .partOfDay(_, .some(let day)):
      guard names.count == 1, let name = names.first else { return [] }
      return [part(day, TokenSpan(name, run.end), of: quantity, paragraph)].compactMap { $0 }
    case .interval(.some(let low), .some(let high), _):
      guard names.count == 2, let first = names.first, let second = names.last,
        case .calendar(let year?, let last?, _, _) = high,
        case .calendar(let own, let month, let day, let weekday) = low
      else { return [] }
      let opening = TemporalExpression.calendar(
        year: own ?? (month.map { $0 > last } ?? false ? year - 1 : year), month: month, day: day, weekday: weekday)
      return [
        part(opening, TokenSpan(first, second - 1), of: quantity, paragraph),
        part(high, TokenSpan(second, run.end), of: quantity, paragraph),
      ].compactMap { $0 }
    default: return []
    }
  }

  private func part(
    _ day: TemporalExpression, _ run: TokenSpan, of quantity: Quantity, _ paragraph: AnalyzedParagraph
  ) -> Quantity? {
    guard case .calendar(.some, .some, .some, .some) = day, !run.isEmpty else { return nil }
    var part = quantity
    part.span = paragraph.layers.tokens.span(run)
    part.value = .temporal(day)
    return part
  }

  /// A date without a weekday: whole, or of the draft's year.
  func isDate(_ quantity: Quantity, isDated: Bool) -> Bool {
    guard quantity.modifier == nil || quantity.modifier == .exactly,
      case .temporal(.calendar(let year, .some, .some, nil)) = quantity.value
    else { return false }
    return year != nil || isDated
  }

  private func joint(_ first: Quantity, _ second: Quantity, _ paragraph: AnalyzedParagraph) -> String? {
    guard first.span.end < second.span.start else { return nil }
    return paragraph.paragraph.text(TextSpan(first.span.end, second.span.start))
  }

  private func pair(_ date: Quantity, _ name: Quantity) -> [Quantity] {
    guard case .temporal(.weekday(let weekday, nil)) = name.value else { return [] }
    return [day(date, weekday, date.span.union(name.span))].compactMap { $0 }
  }

  /// "Monday (May 5, 2026)", "next Monday, May 5,", "Sunday night, 23 November", "Sunday at 8 p.m. on Nov. 23".
  private func pair(_ date: Quantity, _ before: Quantity, _ paragraph: AnalyzedParagraph) -> Quantity? {
    guard let joint = joint(before, date, paragraph), let weekday = weekday(of: before, paragraph) else { return nil }
    switch joint {
    case " (":
      guard isWhole(date) || mark(at: date.span.end, paragraph) == UInt8(ascii: ")") else { return nil }
    case ", ":
      // "He speaks next Monday, May 5 and June 6": several days.
      guard isClosed(date.span.end, paragraph), !isBare(before) else { return nil }
    case " on ":
      guard case .temporal(.dateTime) = before.value else { return nil }
    default: return nil
    }
    return day(date, weekday, date.span.union(before.span))
  }

  /// The byte at an offset; a full stop at the end of the paragraph.
  private func mark(at offset: Int, _ paragraph: AnalyzedParagraph) -> UInt8 {
    let bytes = paragraph.paragraph.bytes
    return offset < bytes.count ? bytes[offset] : UInt8(ascii: ".")
  }

  /// "Nov. 17, a Monday in 2025" goes on.
  private func isClosed(_ end: Int, _ paragraph: AnalyzedParagraph) -> Bool {
    [UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: ";")].contains(mark(at: end, paragraph))
  }

  private func isWhole(_ date: Quantity) -> Bool {
    if case .temporal(.calendar(.some, _, _, _)) = date.value { true } else { false }
  }

  private func isBare(_ quantity: Quantity) -> Bool {
    if case .temporal(.weekday(_, nil)) = quantity.value { true } else { false }
  }

  /// The one weekday that a time without a date names.
  private func weekday(of quantity: Quantity, _ paragraph: AnalyzedParagraph) -> Int? {
    guard quantity.modifier == nil, case .temporal(let expression) = quantity.value else { return nil }
    switch expression {
    case .weekday(let number, _), .dateTime(.weekday(let number, _), _), .partOfDay(_, .weekday(let number, _)?),
      .within(.weekday(let number, _), _), .part(.weekday(let number), _):
      return number
    default: return nil
    }
  }

  private func day(_ date: Quantity, _ weekday: Int, _ span: TextSpan) -> Quantity? {
    guard case .temporal(.calendar(let year, let month, let day, nil)) = date.value else { return nil }
    var pair = date
    pair.span = span
    pair.value = .temporal(.calendar(year: year, month: month, day: day, weekday: weekday))
    return pair
  }

  // MARK: - Two days

  private struct DayPair {
    let extent: TextSpan
    let days: [Quantity]
  }

  /// "Saturday and Sunday, May 2 and 3", "Monday-Wednesday, Nov. 24-26", "the night of Tuesday to Wednesday, November 18-19",
  /// "Saturday and Sunday (2-3 May)": the first weekday is the first day's. What reads one of them alone would be misled.
  private func doubles(in paragraph: AnalyzedParagraph) -> [DayPair] {
    let tokens = paragraph.layers.tokens
    var found: [DayPair] = []
    for token in tokens.indices where tokens.kinds[token] == .word {
      guard found.last.map({ $0.extent.end <= tokens.span(token).start }) ?? true,
        let (first, second, next) = names(at: token, paragraph), let (month, days, end) = dates(from: next, paragraph)
      else { continue }
      let year = year(from: end, paragraph)
      let extent = tokens.span(TokenSpan(token, year?.end ?? end))
      guard days.count == 2, days[0] < days[1] else { continue }
      let pairs = zip([first, second], days).map { weekday, day in
        Quantity(
          span: extent, kind: .date,
          value: .temporal(.calendar(year: year?.year, month: month, day: day, weekday: weekday)))
      }
      found.append(DayPair(extent: extent, days: pairs))
    }
    return found
  }

  /// "Monday to Wednesday", "Monday-Wednesday"; a hyphen may leave them one token.
  private func names(at token: Int, _ paragraph: AnalyzedParagraph) -> (first: Int, second: Int, next: Int)? {
    if let first = number(ofWeekday: token, paragraph) {
      guard isJoint(token + 1, paragraph), let second = number(ofWeekday: token + 2, paragraph) else { return nil }
      return (first, second, token + 3)
    }
    let span = paragraph.layers.tokens.span(token)
    guard (13...21).contains(span.count) else { return nil }
    let halves = paragraph.text(token).split { $0 == "-" || $0 == "–" }.map {
      weekdays.row(CaseFolding.hash(String($0)))
    }
    guard halves.count == 2, let first = halves[0], let second = halves[1] else { return nil }
    return (weekdays.integer(first, 1), weekdays.integer(second, 1), token + 1)
  }

  /// "2026", ", 2026"
  private func year(from token: Int, _ paragraph: AnalyzedParagraph) -> (year: Int, end: Int)? {
    let at = paragraph.text(token) == "," ? token + 1 : token
    guard let year = Int(paragraph.text(at)), (1000...2999).contains(year) else { return nil }
    return (year, at + 1)
  }

  private func isJoint(_ token: Int, _ paragraph: AnalyzedParagraph) -> Bool {
    ["and", "to", "-", "–", "&", "or"].contains(paragraph.text(token).lowercased())
  }

  private func number(ofWeekday token: Int, _ paragraph: AnalyzedParagraph) -> Int? {
    guard let row = paragraph.hash(token).flatMap(weekdays.row) else { return nil }
    return weekdays.integer(row, 1)
  }

  /// "(, ]Month d[and|-]e" or "d[and|-]e Month".
  private func dates(from start: Int, _ paragraph: AnalyzedParagraph) -> (month: Int, days: [Int], end: Int)? {
    var at = start
    if [",", "("].contains(paragraph.text(at)) { at += 1 }
    if let month = month(at, paragraph) {
      at += paragraph.text(at + 1) == "." ? 2 : 1
      guard let (days, end) = twoDays(from: at, paragraph) else { return nil }
      return (month, days, end)
    }
    guard let (days, end) = twoDays(from: at, paragraph), let month = month(end, paragraph) else { return nil }
    return (month, days, end + 1)
  }

  private func month(_ token: Int, _ paragraph: AnalyzedParagraph) -> Int? {
    guard let row = paragraph.hash(token).flatMap(months.row) else { return nil }
    return months.integer(row, 1)
  }

  private func twoDays(from start: Int, _ paragraph: AnalyzedParagraph) -> (days: [Int], end: Int)? {
    guard let first = Int(paragraph.text(start)), isJoint(start + 1, paragraph),
      let second = Int(paragraph.text(start + 2)), (1...31).contains(first), (1...31).contains(second)
    else {
      // "24-26" may be one token.
      let parts = paragraph.text(start).split { $0 == "-" || $0 == "–" }.map { Int($0) }
      guard parts.count == 2, let first = parts[0], let second = parts[1], (1...31).contains(first),
        (1...31).contains(second)
      else { return nil }
      return ([first, second], start + 1)
    }
    return ([first, second], start + 3)
  }
}
