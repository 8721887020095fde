import DocumentModel

/// The second end of a range, and what the first takes over from it where it is said but once: "3 to 5 p.m.", "Nov–Feb
/// 2017".
extension QuantityReader {
  /// "2 to 10 July" ends with a day, "2 July to 10 July" with a date of its own: the longer reading is the end.
  func rangeEnd(at index: Int, of first: Moment) -> Moment? {
    let day = dayEnd(index, first)
    var date = moment(at: index)
    // "Monday to Thursday 9 a.m. to 5 p.m.": the hours are another range.
    if first.kind == .date, date?.kind == .datetime, let plain = self.date(at: index), plain.kind == .date {
      date = plain
    }
    return day?.end ?? 0 > date?.end ?? 0 ? day : date
  }

  /// "2015 to 1990" are votes or figures of another kind.
  func runsBackwards(_ first: TemporalExpression, _ second: TemporalExpression) -> Bool {
    guard case .calendar(let early?, nil, nil, nil) = first, case .calendar(let late?, nil, nil, nil) = second else {
      return false
    }
    return late <= early
  }

  /// "the April-June period of 2024": the year stands after a noun.
  func monthsOfPeriod(_ first: Moment, _ second: Moment, start: Int) -> Moment? {
    guard case .calendar(nil, let month?, nil, nil) = first.expression,
      case .calendar(nil, let last?, nil, nil) = second.expression, let (year, end) = yearOfPeriod(second.end)
    else { return nil }
    return Moment(
      start: start, end: end,
      expression: .interval(
        .calendar(year: last < month ? year - 1 : year, month: month, day: nil, weekday: nil),
        .calendar(year: year, month: last, day: nil, weekday: nil), closed: true), kind: .daterange)
  }

  /// The first end of a range with what only the second says.
  func completed(_ first: Moment, by second: TemporalExpression) -> TemporalExpression {
    halfDaySaidLater(first, second) ?? yearSaidLater(first.expression, second)
      ?? monthSaidLater(first.expression, second) ?? yearOfPartSaidLater(first.expression, second) ?? first.expression
  }

  /// "3 to 5 p.m.": the half of the day is said once.
  private func halfDaySaidLater(_ first: Moment, _ second: TemporalExpression) -> TemporalExpression? {
    guard case .time(let early) = first.expression, case .time(let late) = second, late.hour >= 12, early.hour < 12,
      early.hour + 12 < late.hour, !hasHalfDay(first)
    else { return nil }
    return ClockTime(hour: early.hour + 12, minute: early.minute, second: early.second).map { .time($0) }
  }

  /// "Nov–Feb 2017" begins the year before.
  private func yearSaidLater(_ first: TemporalExpression, _ second: TemporalExpression) -> TemporalExpression? {
    guard case .calendar(nil, let month?, let day, let weekday) = first,
      case .calendar(let year?, let last, _, _) = second
    else { return nil }
    let isYearBefore = last.map { $0 < month } ?? false
    return .calendar(year: isYearBefore ? year - 1 : year, month: month, day: day, weekday: weekday)
  }

  /// "Friday 4 to Sunday 6 December" are of one month, "30 to 2 January" of two that follow each other.
  private func monthSaidLater(_ first: TemporalExpression, _ second: TemporalExpression) -> TemporalExpression? {
    guard case .calendar(nil, nil, let day?, let weekday) = first,
      case .calendar(let year, let month?, let later?, _) = second
    else { return nil }
    guard day > later else { return .calendar(year: year, month: month, day: day, weekday: weekday) }
    let isOfJanuary = month == 1
    return .calendar(
      year: isOfJanuary ? year.map { $0 - 1 } : year, month: isOfJanuary ? 12 : month - 1, day: day, weekday: weekday)
  }

  /// "Q1 to Q3 2014" are of one year.
  private func yearOfPartSaidLater(_ first: TemporalExpression, _ second: TemporalExpression) -> TemporalExpression? {
    guard case .part(let part, of: nil) = first, case .part(_, let year?) = second else { return nil }
    return .part(part, of: year)
  }

  private func hasHalfDay(_ moment: Moment) -> Bool { words.dates.row(lexemes.hash(moment.end - 1))?.role == .halfDay }

  /// The second day of "March 3–5".
  private func dayEnd(_ index: Int, _ first: Moment) -> Moment? {
    if case .calendar(let from?, nil, nil, nil) = first.expression, let (year, end) = clippedEnd(of: from, at: index) {
      return Moment(
        start: index, end: end, expression: .year(year), kind: .daterange)
    }
    if case .calendar(_?, nil, nil, nil) = first.expression, let year = year(at: index), !hasMeasure(index + 1) {
      return Moment(
        start: index, end: index + 1, expression: .year(year),
        kind: .daterange)
    }
    guard case .calendar(let year, let month?, _?, _) = first.expression, let (day, end) = dayNumber(index),
      !hasUnit(end), !isClock(index)
    else { return nil }
    let (said, finish) = yearAfter(end)
    return Moment(
      start: index, end: finish, expression: .calendar(year: said ?? year, month: month, day: day, weekday: nil),
      kind: .date)
  }
}
