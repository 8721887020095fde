import DocumentModel
import TextCore

enum RecurrenceWords {
  static let times = CaseFolding.hash("times")
  static let per = CaseFolding.hash("per")
  static let month = CaseFolding.hash("month")
  static let single = CaseFolding.hash("single")
}

/// What recurs by the calendar, and how often: "three times a week", "the first Thursday of every month", "every
/// January".
extension QuantityReader {
  /// "once a day", "three times a week", "twice daily", "once every two weeks": the period in which it happens so
  /// often.
  func timesPer(at index: Int) -> Moment? {
    let p = words.particles
    let next: Int
    if lexemes.isWord(index), words.dates.row(lexemes.hash(index))?.role == .times {
      next = index + 1
    } else if lexemes.gap(index) != .hyphen, let numeral = numerals.numeral(at: index), !numeral.isOrdinal,
      numeral.value.isWhole, numeral.value > Rational(1), numeral.value < Rational(10_000),
      lexemes.hash(numeral.end) == RecurrenceWords.times, lexemes.gap(numeral.end) == .space
    {
      next = numeral.end + 1
    } else {
      return nil
    }
    guard lexemes.isWord(next), lexemes.gap(next) == .space else { return nil }
    let hash = lexemes.hash(next)
    if let row = words.dates.row(hash) {
      if row.role == .set { return set(TimexSet.adverb(row), index, next + 1) }
      if row.role == .every, let again = every(next, next + 1) {
        return Moment(start: index, end: again.end, expression: again.expression, kind: .set)
      }
    }
    // "three times a year's rent", "twice a week-long course"
    guard hash == p.a || hash == p.an || hash == RecurrenceWords.per, lexemes.isWord(next + 1),
      let row = words.dates.row(lexemes.hash(next + 1)), row.role == .unit, !lexemes.isPluralForm(next + 1),
      next + 2 >= lexemes.count || lexemes.kind(next + 2) != .other, lexemes.gap(next + 2) != .hyphen
    else { return nil }
    return set(TimexSet.every(row.unit), index, next + 2)
  }

  /// "first Thursday of every month", "last Friday of each month at noon", "1st of each month".
  func ofEveryMonth(at index: Int) -> Moment? {
    let p = words.particles
    let isLast = lexemes.isWord(index) && lexemes.hash(index) == p.last
    var number = -1
    var next = index + 1
    if !isLast {
      guard let (day, end) = ordinalDay(at: index) else { return nil }
      (number, next) = (day, end)
    }
    var timex = TimexSet.dayOfMonth(number)
    if let day = words.weekdays.row(lexemes.hash(next)), day.role == .weekday {
      guard number <= 5 else { return nil }
      timex = .weekdayOfMonth(day.number, which: number)
      next += 1
    } else if isLast {
      return nil
    } else if lexemes.hash(next) == p.day {
      next += 1
    }
    guard lexemes.hash(next) == p.of, words.dates.row(lexemes.hash(next + 1))?.role == .every,
      lexemes.hash(next + 2) == RecurrenceWords.month
    else { return nil }
    if let (clock, end) = timeOfSet(next + 3) { return set(timex.at(clock), index, end) }
    return set(timex, index, next + 3)
  }

  /// The Wednesday and Friday of "every Monday, Wednesday and Friday at 6 a.m.": a weekday coordinated with one that
  /// recurs.
  func furtherWeekdayOfSet(at index: Int) -> Moment? {
    guard lexemes.isWord(index), let row = words.weekdays.row(lexemes.hash(index)), row.role == .weekday,
      let last = quantities.last, last.kind == .set, case .temporal(.set(let timex)) = last.value,
      TimexSet(text: timex).isOfWeek, free < index, index - free <= 2
    else { return nil }
    for at in free..<index {
      let isJoint = lexemes.hash(at) == words.particles.and || lexemes.hash(at) == words.particles.or
      guard isJoint && lexemes.isWord(at) || lexemes.isMark(at, ",") else { return nil }
    }
    // "Tuesdays and Sunday mornings" are read elsewhere.
    guard !lexemes.isFigure(index + 1), lexemes.hash(index + 1) != words.particles.of, partsOfDay(index + 1) == nil,
      words.months.row(lexemes.hash(index + 1)) == nil
    else { return nil }
    let day = TimexSet.weekday(row.number)
    if let (part, end) = partAfterDay(index + 1) { return set(day.in(part), index, end) }
    if let (clock, end) = timeOfSet(index + 1) { return set(day.at(clock), index, end) }
    return set(day, index, index + 1)
  }

  /// "every January", "every 5 November", "every Christmas Eve", "each spring"; "each fall in prices" is none.
  func everyPartOfYear(_ index: Int, _ start: Int) -> Moment? {
    let p = words.particles
    if lexemes.isWord(start), let row = words.dates.row(lexemes.hash(start)), row.role == .season {
      guard ![p.of, p.in].contains(lexemes.hash(start + 1)),
        lexemes.gap(start + 1) != .hyphen
      else { return nil }
      return TimexSet.season(row.number).map { set($0, index, start + 1) }
    }
    if let feast = holiday(at: start), case .holiday(let rule, nil) = feast.expression {
      return set(yearly(rule), index, feast.end)
    }
    guard lexemes.isFigure(start) || words.months.row(lexemes.hash(start)) != nil, let day = date(at: start),
      case .calendar(nil, let month?, let number, nil) = day.expression
    else { return nil }
    return set(TimexSet.month(month, day: number), index, day.end)
  }

  /// The day that a holiday falls on in every year; where it moves, only that it comes once a year is told.
  private func yearly(_ rule: String) -> TimexSet {
    let days = [2025, 2026, 2028].compactMap { HolidayRule.spans(rule, in: $0).first?.low }
    guard let first = days.first, days.count == 3,
      days.allSatisfy({ $0.month == first.month && $0.day == first.day })
    else { return .every(.year) }
    return .month(first.month, day: first.day)
  }

  /// "alternate Wednesdays", "alternate weeks".
  func alternate(_ index: Int, _ next: Int) -> Moment? {
    guard lexemes.isWord(next), lexemes.gap(next) == .space, lexemes.isPluralForm(next) else { return nil }
    if let row = words.weekdays.row(lexemes.hash(next)), row.role == .weekdays {
      return set(TimexSet.weekday(row.number), index, next + 1)
    }
    guard let row = words.dates.row(lexemes.hash(next)), row.role == .unit else { return nil }
    return set(TimexSet.every(row.unit, count: 2), index, next + 1)
  }
}
