import DocumentModel

/// Weekdays, with their date or alone: "Tuesday", "Wed., Dec. 2", "Mon-Fri", "Tuesday of next week".
extension QuantityReader {
  /// "Tuesday", "Tuesday, December 14, 2010", "Tuesday 14 December".
  func weekday(_ row: CalendarWord, at index: Int) -> Moment? {
    // "he sat", "the sun"
    if row.role == .weekdayAbbreviation, row.number > 5, !lexemes.isCapital(lexeme: index) {
      return shortDayBesideHour(row, at: index)
    }
    if row.role != .weekdayAbbreviation, let again = recurringWeekday(row, index) { return again }
    guard row.role != .weekdays else { return nil }
    return weekdayWithDate(row, at: index)
      ?? (row.role == .weekday ? fullWeekday(row.number, at: index) : abbreviatedWeekday(row, at: index))
  }

  /// "Wed., Dec. 2", "Friday 7/6", "Monday 21.", "Monday the 27th".
  private func weekdayWithDate(_ row: CalendarWord, at index: Int) -> Moment? {
    var next = index + 1
    // "Wed., Dec. 2"
    if row.role == .weekdayAbbreviation, lexemes.isMark(next, "."), lexemes.isMark(next + 1, ",") { next += 1 }
    if lexemes.isMark(next, ",") || lexemes.isMark(next, ".") { next += 1 }
    if lexemes.hash(next) == words.particles.the { next += 1 }
    func dated(_ end: Int, _ year: Int?, _ month: Int?, _ day: Int) -> Moment {
      Moment(
        start: index, end: end, expression: .calendar(year: year, month: month, day: day, weekday: row.number),
        kind: .date)
    }
    if let full = monthDate(at: next) ?? figureDate(at: next),
      case .calendar(let year, let month?, let day?, nil) = full.expression
    {
      return dated(full.end, year, month, day)
    }
    // "Friday 7/6": month and day, as Americans write them.
    if let (month, day) = monthAndDay(at: next) { return dated(next + 3, nil, month, day) }
    // "Monday 21." with nothing after it to count.
    if row.role == .weekday, let day = lexemes.digits(next), (1...31).contains(day), next == index + 1,
      lexemes.gap(next) == .space,
      next + 1 >= lexemes.count || lexemes.kind(next + 1) == .mark && !lexemes.isFigure(next + 2)
        || isDayBeforeDay(next + 1)
    {
      return dated(next + 1, nil, nil, day)
    }
    // "Monday the 27th", but not "on Sunday the 18th hole".
    guard lexemes.isFigure(next) || next == index + 2 && lexemes.isWord(next), let (day, end) = ordinalDay(at: next),
      !lexemes.isWord(end) || words.dates.row(lexemes.hash(end)) != nil
        || lexemes.hash(end) == words.particles.at || time(at: end) != nil
    else { return nil }
    return dated(end, nil, nil, day)
  }

  /// "Mon-Fri", "Thu 9-11am", "by Fri": a weekday cut short, where what stands around it tells.
  private func abbreviatedWeekday(_ row: CalendarWord, at index: Int) -> Moment? {
    func plain(_ end: Int) -> Moment {
      Moment(start: index, end: end, expression: .weekday(row.number, direction: nil), kind: .date)
    }
    if let day = shortDayBesideHour(row, at: index) { return day }
    let isCapital = lexemes.isCapital(lexeme: index)
    // "Mon-Fri", "Mon. to Fri."
    let after = lexemes.isMark(index + 1, ".") && lexemes.gap(index + 1) == .none ? index + 2 : index + 1
    if isCapital, isWeekdayRange(index, after) { return plain(after) }
    // "Thu 9-11am", "Fri at 5 p.m."
    if isCapital, time(at: lexemes.hash(index + 1) == words.particles.at ? index + 2 : index + 1) != nil {
      return plain(index + 1)
    }
    // "Mon." as all there is, as in a table.
    if index == 0, lexemes.isMark(1, ".") ? lexemes.count == 2 : lexemes.count == 1,
      lexemes.isMark(1, ".") || lexemes.lastByte(0) == UInt8(ascii: ".")
    {
      return plain(lexemes.count)
    }
    if let again = furtherWeekday(row.number, index) { return again }
    guard isTimedWeekday(row.number, index) || isOneOfWeekdays(index, after) else { return nil }
    let isEnd = after > index + 1 && (after >= lexemes.count || opensSentence(after))
    return plain(isEnd ? index + 1 : after)
  }

  /// "the Friday after Thanksgiving", "Tuesday of next week", "Tuesday".
  private func fullWeekday(_ number: Int, at index: Int) -> Moment? {
    if let moment = furtherWeekday(number, index) ?? besideWeekday(number, at: index) { return moment }
    let end = index + 1
    // "Tuesday last week", "Tuesday of next week" keep to their week.
    let of = words.dates.row(lexemes.hash(end))?.role == .of ? end + 1 : end
    if let (side, after) = words.dates.longest(lexemes, of),
      side.role == .last || side.role == .next || side.role == .this,
      let word = words.dates.row(lexemes.hash(after)), word.role == .unit, word.unit == .week
    {
      return Moment(start: index, end: after + 1, expression: .weekday(number, direction: side.number), kind: .date)
    }
    return Moment(start: index, end: end, expression: .weekday(number, direction: nil), kind: .date)
  }

  /// Whether "to Sunday 6 December" goes on from "Friday 4".
  private func isDayBeforeDay(_ index: Int) -> Bool {
    guard lexemes.isWord(index), words.dates.row(lexemes.hash(index))?.role == .to,
      words.weekdays.row(lexemes.hash(index + 1))?.role == .weekday
    else { return false }
    return dayBeforeMonth(at: index + 2) != nil
  }

  /// Whether a weekday's abbreviation and another are the ends of a range.
  private func isWeekdayRange(_ index: Int, _ after: Int) -> Bool {
    func isDay(_ at: Int) -> Bool { words.weekdays.row(lexemes.hash(at)) != nil && lexemes.isCapital(lexeme: at) }
    func isGlued(_ at: Int) -> Bool { lexemes.gap(at) == .hyphen || lexemes.gap(at) == .dash }
    func joins(_ at: Int) -> Bool {
      lexemes.isFreeDash(at) || lexemes.isWord(at) && words.dates.row(lexemes.hash(at))?.role == .to
    }
    func isDayBefore(_ at: Int) -> Bool { isDay(at) || lexemes.isMark(at, ".") && isDay(at - 1) }
    return isGlued(after) && isDay(after) || joins(after) && isDay(after + 1)
      || isGlued(index) && isDayBefore(index - 1) || joins(index - 1) && isDayBefore(index - 2)
  }
}
