import DocumentModel

/// Hours and the days they belong to: "3 p.m. this afternoon", "at 6 on Sunday morning", "9 a.m. the next day".
extension QuantityReader {
  /// The day that follows an hour, with the part of it: "this afternoon", "tonight", "Monday evening", "the 14th of
  /// December".
  /// - Parameter isOn: "on" stands before it, so that an article will do.
  func dayOfHour(at index: Int, isOn: Bool) -> Moment? {
    let hasArticle = lexemes.isWord(index) && lexemes.hash(index) == words.particles.the
    guard var day = hasArticle ? dayAfterArticle(index + 1, isOn: isOn) : date(at: index) else { return nil }
    if case .partOfDay(let part, _) = day.expression {
      return day.kind == .datetimerange && [.morning, .afternoon, .evening, .night].contains(part) ? day : nil
    }
    guard day.kind == .date, isDay(day.expression) else { return nil }
    guard !opensRunOfDays(day) else { return nil }
    if let (part, end) = partAfterDay(day.end) {
      day.expression = .partOfDay(part, of: day.expression)
      day.kind = .datetimerange
      day.end = end
    }
    return day
  }

  /// "8 a.m. Monday to Saturday": every day of them, not the first.
  func opensRunOfDays(_ day: Moment) -> Bool {
    guard case .weekday = day.expression else { return false }
    if lexemes.gap(day.end) == .hyphen || lexemes.gap(day.end) == .dash {
      return words.weekdays.row(lexemes.hash(day.end)) != nil
    }
    let hash = lexemes.hash(day.end)
    return words.dates.row(hash)?.role == .to && hash != words.particles.until
      && words.weekdays.row(lexemes.hash(day.end + 1)) != nil && time(at: day.end + 2) == nil
  }

  /// "on the 14th", "on the morning of 3 November"; without "on" only what is counted from another day: "the next day".
  private func dayAfterArticle(_ index: Int, isOn: Bool) -> Moment? {
    if isOn, let day = partOfNamedDay(at: index) ?? dayNamed(at: index - 1) { return day }
    guard let day = date(at: index) else { return nil }
    switch day.expression {
    case .offset, .weekdayNear, .partOfDay(_, of: .offset?): return day
    default: return nil
    }
  }

  /// An hour of a day, or of a part of it: 7:30 of an evening is 19:30, and midnight, 2:15 and 2 a.m. of a night are
  /// the next day's, and so is the 3 of "tonight at 3".
  func hour(_ clock: ClockTime, of day: TemporalExpression) -> TemporalExpression {
    guard case .partOfDay(let part, let of) = day else { return .dateTime(day, clock) }
    let base = of ?? .relative(count: 0, .day, whole: true)
    let isNight = part == .night || part == .lateNight
    let isTwelve = clock.hour == 0 || clock.hour == 12 && !clock.isHalfSaid
    let isSmall = (1...4).contains(clock.hour)
    if isTwelve && (isNight || part == .evening && clock.minute ?? 0 == 0) || isNight && isSmall,
      let small = ClockTime(hour: clock.hour % 12, minute: clock.minute, second: clock.second, isHalfSaid: true)
    {
      return .dateTime(.offset(count: 1, .day, from: base), small)
    }
    let isLate = part.isAfterNoon || part == .late || part == .lateNight
    if isLate, (1..<12).contains(clock.hour), !clock.isHalfSaid,
      let late = ClockTime(hour: clock.hour + 12, minute: clock.minute, second: clock.second)
    {
      return .dateTime(base, late)
    }
    let said = ClockTime(hour: clock.hour, minute: clock.minute, second: clock.second, isHalfSaid: true)
    return .dateTime(base, said ?? clock)
  }

  /// A bare hour between a word of time and its day: "at 6 on Sunday morning", "by 8 on Friday", "at 8 tomorrow", "at
  /// 9 the next morning"; "the toll stood at 9 on Friday" and "fell by 3 on Monday" tell none.
  func hourBeforeDay(at index: Int) -> Moment? {
    let p = words.particles
    let opener = lexemes.hash(index - 1)
    let isAboutAt = lexemes.hash(index - 2) == p.at && words.dates.row(opener)?.role == .at
    guard index > 0, lexemes.isWord(index - 1), isAboutAt || isIn(.bareHourOpeners, index - 1),
      let hour = bareHour(at: index), case .time(let clock) = hour.expression, hour.end == index + 1,
      (1...12).contains(clock.hour), clock.minute == nil, lexemes.gap(index) == .space,
      lexemes.gap(index + 1) == .space, lexemes.isWord(index + 1), !isOfTrade(before: index),
      !isIn(.aiming, index - 2)
    else { return nil }
    let isOn = lexemes.hash(index + 1) == p.on
    guard let day = dayOfHour(at: isOn ? index + 2 : index + 1, isOn: isOn) else { return nil }
    switch day.expression {
    case .partOfDay, .relative(_, .day, whole: true): break
    case .weekday: guard isOn || opener == p.at else { return nil }
    default: guard isOn else { return nil }
    }
    return Moment(start: index, end: day.end, expression: self.hour(clock, of: day.expression), kind: .datetime)
  }

  /// "8 tonight", "eight this evening", "5 tomorrow afternoon".
  func hourOfNamedPart(at index: Int) -> Moment? {
    guard lexemes.isFigure(index) || words.numbers.row(lexemes.hash(index))?.role == .one,
      !lexemes.isWord(index - 1) || words.dates.row(lexemes.hash(index - 1))?.role == .at
        || isIn(.hourOpeners, index - 1) && !isOfTrade(before: index),
      let numeral = numerals.numeral(at: index), numeral.end == index + 1, numeral.value.isWhole, !numeral.isOrdinal,
      (Rational(1)...Rational(12)).contains(numeral.value), let (row, _) = words.dates.longest(lexemes, index + 1),
      [.tonight, .thisPart, .lastNight, .day].contains(row.role), let day = date(at: index + 1)
    else { return nil }
    var part = day
    if case .relative(_, .day, _) = day.expression {
      guard let (name, end) = partAfterDay(day.end) else { return nil }
      part.end = end
      part.expression = .partOfDay(name, of: day.expression)
    }
    guard case .partOfDay(let name, let of) = part.expression else { return nil }
    let hour = Int(numeral.value.numerator)
    // "at 3 tonight"
    if name == .night, hour <= 4, let small = ClockTime(hour: hour) {
      return Moment(
        start: index, end: part.end, expression: self.hour(small, of: part.expression), kind: .datetime)
    }
    guard let clock = ClockTime(hour: name == .morning || hour == 12 ? hour : hour + 12, isHalfSaid: true) else {
      return nil
    }
    return Moment(
      start: index, end: part.end, expression: .dateTime(of ?? .relative(count: 0, .day, whole: true), clock),
      kind: .datetime)
  }

  /// "fri 7pm", "on sat at 5pm", "9am Mon": a weekday cut short beside an hour. "Sat", "sun" and "wed" are words of
  /// their own, so that without a capital they need "on".
  func shortDayBesideHour(_ row: CalendarWord, at index: Int) -> Moment? {
    let p = words.particles
    guard row.role == .weekdayAbbreviation else { return nil }
    let isOn = index > 0 && lexemes.hash(index - 1) == p.on
    let isOtherWord = row.number == 3 || row.number > 5
    guard lexemes.isCapital(lexeme: index) || isOn || !isOtherWord else { return nil }
    let before = isOn ? index - 2 : index - 1
    let isAfterHour =
      lexemes.gap(index) == .space && words.dates.row(lexemes.hash(before))?.role == .halfDay
      && lexemes.kind(before - 1) == .figure
    let next = lexemes.hash(index + 1) == p.at ? index + 2 : index + 1
    guard isAfterHour || lexemes.gap(next) == .space && lexemes.isFigure(next) && time(at: next) != nil else {
      return nil
    }
    return Moment(start: index, end: index + 1, expression: .weekday(row.number, direction: nil), kind: .date)
  }

  /// "the 3rd at 6:45 p.m.": a numbered day that the hour after it tells to be one.
  func numberBeforeHour(at index: Int) -> Moment? {
    let p = words.particles
    guard lexemes.hash(index) == p.the, lexemes.isFigure(index + 1), let (day, end) = ordinalDay(at: index + 1),
      lexemes.hash(end) == p.at, let hour = time(at: end + 1), isPlainHalf(hour.end - 1)
    else { return nil }
    return Moment(
      start: index, end: end, expression: .calendar(year: nil, month: nil, day: day, weekday: nil), kind: .date)
  }

  /// What "the next day" is counted from, where the beginning of a range tells it: "between 8 p.m. on Friday and 9
  /// a.m. the next day".
  func anchored(_ expression: TemporalExpression, to first: TemporalExpression) -> TemporalExpression {
    guard case .dateTime(let day, _) = first else { return expression }
    switch expression {
    case .dateTime(.offset(let count, let unit, from: .anchor), let clock):
      return .dateTime(.offset(count: count, unit, from: day), clock)
    default: return expression
    }
  }
}
