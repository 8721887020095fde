import DocumentModel

/// Lengths of time within dates: the nine days of "nine days later", the three years of "the past three years".
extension QuantityReader {
  /// The length that a date of lexemes `start..<end` tells, with its unit; none for hours and for days of the calendar,
  /// where nothing lasts: "two minutes past five".
  func lengthsTold(by expression: TemporalExpression, _ start: Int, _ end: Int) -> [Quantity] {
    switch expression {
    case .calendar, .time, .dateTime, .weekday, .years, .holiday, .month, .present, .partOfDay: return []
    default: break
    }
    for index in start..<end where lexemes.isFigure(index) || words.numbers.row(lexemes.hash(index)) != nil {
      if let length = length(at: index, before: end) { return [length] }
    }
    return []
  }

  private func length(at index: Int, before end: Int) -> Quantity? {
    guard let span = timeSpan(at: index) ?? spanPassingOver(at: index), !span.isVague, !span.isArticle,
      span.end <= end, let first = span.lengths.first
    else { return nil }
    var parts = DurationParts()
    for length in span.lengths where !parts.add(Rational(Int64(length.count)), length.unit.rawValue) { return nil }
    var (value, name) = (Rational(Int64(first.count)), first.unit.rawValue)
    // "a year and two days" has no total.
    if span.lengths.count > 1 { (value, name) = parts.total ?? (value, name) }
    return duration(index, span.end, value, name, parts, nil).quantity
  }

  /// "50 previous years", "two more nights": a word of order stands between.
  private func spanPassingOver(at index: Int) -> TimeSpan? {
    guard let numeral = numerals.numeral(at: index), !numeral.isOrdinal, !numeral.isVague, numeral.value.isWhole,
      numeral.value < Rational(100_000), let order = words.dates.row(lexemes.hash(numeral.end)),
      order.role == .last || order.role == .next, let row = words.dates.row(lexemes.hash(numeral.end + 1)),
      row.role == .unit
    else { return nil }
    return TimeSpan(
      start: index, end: numeral.end + 2, lengths: [TimeLength(Int(numeral.value.numerator), row.unit)])
  }
}
