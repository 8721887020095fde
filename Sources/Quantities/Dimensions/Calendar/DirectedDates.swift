import DocumentModel

/// What follows "last", "this" or "next": "next Friday", "last week", "this summer", "the past two years".
extension QuantityReader {
  /// After "last", "this" or "next": a day, a month, a unit, a season, or a number of units.
  func directed(_ direction: Int, _ index: Int, _ start: Int) -> Moment? {
    guard lexemes.isWord(start) || lexemes.isFigure(start) else { return nil }
    // "this 12/14"
    if direction >= 0, let (month, day) = monthAndDay(at: start) {
      return Moment(
        start: index, end: start + 3, expression: .calendar(year: nil, month: month, day: day, weekday: nil),
        kind: .date)
    }
    if let day = directedWeekday(direction, index, start) ?? weekdayOfWeek(direction, index, start)
      ?? directedHoliday(direction, index, start)
    {
      return day
    }
    if let row = words.months.row(lexemes.hash(start)), row.role == .month, lexemes.isWord(start) {
      guard isMonth(start) else { return nil }
      return Moment(
        start: index, end: start + 1, expression: .month(row.number, direction: direction), kind: .daterange)
    }
    if let (row, end) = words.dates.longest(lexemes, start), lexemes.isWord(start) {
      switch row.role {
      case .unit: return directedUnit(direction, row.unit, index, start, end)
      case .season: return directedSeason(direction, row.number, index, start)
      case .partOfDay where row.partOfDay != .daytime && row.partOfDay != .smallHours:
        return directedPart(direction, row.partOfDay, index, start)
      default: break
      }
    }
    // "the last two weeks"
    guard direction != 0, !isVerbOfLasting(index), let span = timeSpan(at: start), !span.isArticle else { return nil }
    return Moment(
      start: index, end: span.end, expression: .stretch(span.lengths, direction: direction),
      kind: span.isOfClock ? .datetimerange : .daterange)
  }

  /// "next Friday", "this Friday the 13th", "the coming Friday", "this Friday 12/14".
  private func directedWeekday(_ direction: Int, _ index: Int, _ start: Int) -> Moment? {
    guard let row = words.weekdays.row(lexemes.hash(start)),
      row.role == .weekday || row.role == .weekdayAbbreviation && isTimedWeekday(row.number, start)
    else { return nil }
    if let (month, day) = monthAndDay(at: start + 1) {
      return Moment(
        start: index, end: start + 4, expression: .calendar(year: nil, month: month, day: day, weekday: row.number),
        kind: .date)
    }
    // "this Friday the 13th"
    if lexemes.hash(start + 1) == words.particles.the, let (day, end) = ordinalDay(at: start + 2),
      !lexemes.isWord(end) || words.dates.row(lexemes.hash(end)) != nil
    {
      return Moment(
        start: index, end: end, expression: .calendar(year: nil, month: nil, day: day, weekday: row.number), kind: .date
      )
    }
    // "The coming Friday" is the nearest one.
    return Moment(
      start: index, end: start + 1,
      expression: isComing(start - 1)
        ? .weekdayNear(row.number, side: 1, which: 1, of: .present) : .weekday(row.number, direction: direction),
      kind: .date)
  }

  /// "next week on Tuesday", "last week Tuesday".
  private func weekdayOfWeek(_ direction: Int, _ index: Int, _ start: Int) -> Moment? {
    let weekday = lexemes.hash(start + 1) == words.particles.on ? start + 2 : start + 1
    guard let row = words.dates.row(lexemes.hash(start)), row.role == .unit, row.unit == .week,
      let day = words.weekdays.row(lexemes.hash(weekday)), day.role == .weekday, lexemes.gap(weekday) == .space,
      weekday == start + 2 || direction != 0 && !lexemes.isCapital(lexeme: start)
    else { return nil }
    return Moment(start: index, end: weekday + 1, expression: .weekday(day.number, direction: direction), kind: .date)
  }

  /// "Next Easter", "last Christmas": the one to come or the one gone by.
  private func directedHoliday(_ direction: Int, _ index: Int, _ start: Int) -> Moment? {
    guard let day = holiday(at: start), case .holiday(_, nil) = day.expression else { return nil }
    return Moment(
      start: index, end: day.end,
      expression: direction == 0
        ? day.expression
        : .within(day.expression, of: .stretch([TimeLength(1, .year)], direction: direction < 0 ? -1 : 1)),
      kind: .date)
  }

  /// "next summer"; "this past summer" is the last one that is over.
  private func directedSeason(_ direction: Int, _ number: Int, _ index: Int, _ start: Int) -> Moment {
    let season = TemporalExpression.part(.season(number), of: nil)
    return Moment(
      start: index, end: start + 1,
      expression: lexemes.hash(start - 1) == words.particles.past
        ? .within(season, of: .stretch([TimeLength(1, .year)], direction: -1))
        : .part(.season(number), of: .relative(count: direction, .year, whole: true)), kind: .daterange)
  }

  /// "Next morning" is that of the day after what was spoken of last.
  private func directedPart(_ direction: Int, _ part: PartOfDay, _ index: Int, _ start: Int) -> Moment {
    let day: TemporalExpression =
      direction > 0 || lexemes.hash(index) == words.particles.previous
      ? .offset(count: direction, .day, from: .anchor) : .relative(count: direction, .day, whole: true)
    return Moment(
      start: index, end: start + 1, expression: .partOfDay(part, of: day), kind: .datetimerange)
  }

  /// "the coming Friday", "the upcoming weekend".
  private func isComing(_ index: Int) -> Bool {
    lexemes.hash(index) == words.particles.coming || lexemes.hash(index) == words.particles.upcoming
  }

  /// "last week", "the next day", "the past hour".
  private func directedUnit(
    _ direction: Int, _ unit: TemporalUnit, _ index: Int, _ start: Int, _ end: Int
  ) -> Moment? {
    let p = words.particles
    guard !lexemes.isPluralForm(end - 1) else { return nil }
    switch unit {
    case .second, .minute, .halfYear: return nil
    case .hour:
      guard direction != 0, lexemes.hash(index - 1) == p.the else { return nil }
      // "the next hour and a half"
      let half = numerals.wordFraction(afterAnd: end).flatMap { $0.0 == Rational(1, over: 2) ? $0.1 : nil }
      let length = half == nil ? TimeLength(1, .hour) : TimeLength(90, .minute)
      return Moment(
        start: index, end: half ?? end, expression: .stretch([length], direction: direction), kind: .datetimerange)
    case .day, .businessDay:
      let hash = lexemes.hash(index)
      guard hash == p.next || hash == p.following || hash == p.previous, lexemes.hash(index - 1) == p.the else {
        return nil
      }
      return Moment(
        start: index, end: end, expression: .offset(count: direction, unit, from: .anchor), kind: .date)
    case .decade
    where lexemes.hash(start - 1) == p.past || lexemes.hash(index) == p.last && lexemes.hash(index - 1) == p.the,
      .century where lexemes.hash(start - 1) == p.past,
      .week where lexemes.hash(index) == p.past && lexemes.hash(index - 1) == p.the,
      .month where lexemes.hash(index) == p.past && lexemes.hash(index - 1) == p.the,
      .year where lexemes.hash(index) == p.past && lexemes.hash(index - 1) == p.the:
      // "The past decade": ten years up to now, not those of a round number.
      return Moment(
        start: index, end: end, expression: .stretch([TimeLength(1, unit)], direction: direction), kind: .daterange)
    default:
      // "The coming weekend" is the next one to begin, even if it is this week's.
      let isComing = isComing(start - 1)
      let isNearest = unit == .weekend && isComing
      return Moment(
        start: index, end: end,
        expression: .relative(count: isNearest ? 0 : isComing ? 1 : direction, unit, whole: true),
        kind: .daterange)
    }
  }
}
