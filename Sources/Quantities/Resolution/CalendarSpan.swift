import DocumentModel

/// A stretch of the calendar or the clock: ISO 8601 cut at its precision, with its first day and the day after its last.
struct CalendarSpan {
  /// "2014-10", "2014-W42", "2014-10-31T15:00"; nil for stretches that ISO has no word for.
  var value: String?
  var low: CivilDate
  /// Exclusive.
  var high: CivilDate

  static func day(_ day: CivilDate) -> CalendarSpan {
    CalendarSpan(value: day.iso, low: day, high: day.adding(days: 1))
  }

  static func month(_ year: Int, _ month: Int) -> CalendarSpan? {
    guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
    return CalendarSpan(value: pad(year, 4) + "-" + pad(month, 2), low: first, high: first.adding(months: 1))
  }

  static func year(_ year: Int) -> CalendarSpan? {
    guard let first = CivilDate(year: year, month: 1, day: 1) else { return nil }
    return CalendarSpan(value: pad(year, 4), low: first, high: first.adding(months: 12))
  }

  static func quarter(_ year: Int, _ quarter: Int) -> CalendarSpan? {
    guard let first = CivilDate(year: year, month: quarter * 3 - 2, day: 1) else { return nil }
    return CalendarSpan(value: pad(year, 4) + "-Q\(quarter)", low: first, high: first.adding(months: 3))
  }

  static func half(_ year: Int, _ half: Int) -> CalendarSpan? {
    guard let first = CivilDate(year: year, month: half * 6 - 5, day: 1) else { return nil }
    return CalendarSpan(value: pad(year, 4) + "-H\(half)", low: first, high: first.adding(months: 6))
  }

  /// The ISO week of a day, Monday to Sunday.
  static func week(of day: CivilDate) -> CalendarSpan {
    let monday = day.adding(days: 1 - day.weekday)
    let thursday = monday.adding(days: 3)
    let number =
      CivilDate(year: thursday.year, month: 1, day: 1).map { (thursday.dayNumber - $0.dayNumber) / 7 + 1 } ?? 1
    return CalendarSpan(value: pad(thursday.year, 4) + "-W" + pad(number, 2), low: monday, high: monday.adding(days: 7))
  }

  static func weekend(of day: CivilDate) -> CalendarSpan {
    let saturday = day.adding(days: 6 - day.weekday)
    return CalendarSpan(value: nil, low: saturday, high: saturday.adding(days: 2))
  }

  static func years(_ first: Int, _ count: Int) -> CalendarSpan? {
    guard let low = CivilDate(year: max(1, first), month: 1, day: 1),
      let high = CivilDate(year: first + count, month: 1, day: 1)
    else { return nil }
    return CalendarSpan(
      value: count == 10 && first % 10 == 0 ? String(pad(first, 4).dropLast()) + "X" : nil, low: low, high: high)
  }

  /// Spring begins with March, in the northern reckoning news agencies use.
  static func season(_ year: Int, _ season: Int) -> CalendarSpan? {
    guard let first = CivilDate(year: year, month: season == 4 ? 12 : season * 3, day: 1) else { return nil }
    return CalendarSpan(value: nil, low: first, high: first.adding(months: 3))
  }

  /// As an annotation.
  var resolved: ResolvedTime {
    value.map { ResolvedTime(value: $0) } ?? ResolvedTime(low: low.iso, high: high.iso)
  }
}
