import DocumentModel

extension QuantityReader {
  static let temporalUnits: [TemporalUnit] = [
    .second, .minute, .hour, .day, .weekend, .week, .fortnight, .month, .quarter, .halfYear, .year, .decade, .century,
    .businessDay,
  ]

  func temporalUnit(_ number: Int) -> TemporalUnit {
    QuantityReader.temporalUnits.indices.contains(number) ? QuantityReader.temporalUnits[number] : .day
  }

  /// Dates that begin with a word of the calendar: "yesterday", "last week", "early March", "every Tuesday".
  func worded(_ row: CalendarWord, _ index: Int, _ end: Int) -> Moment? {
    switch row.role {
    case .day:
      return Moment(start: index, end: end, expression: .relative(count: row.number, .day, whole: true), kind: .date)
    case .tonight:
      return Moment(
        start: index, end: end, expression: .partOfDay("NI", of: .relative(count: 0, .day, whole: true)),
        kind: .datetimerange)
    case .lastNight:
      return Moment(
        start: index, end: end, expression: .partOfDay("NI", of: .relative(count: -1, .day, whole: true)),
        kind: .datetimerange)
    case .thisPart:
      return Moment(
        start: index, end: end,
        expression: .partOfDay(partName(row.number), of: .relative(count: 0, .day, whole: true)), kind: .datetimerange)
    case .last, .next, .this:
      return directed(row.number, index, end)
    case .season:
      return season(row.number, index, end)
    case .early, .mid, .late:
      // "the early morning of June 5"
      if let part = partOfNamedDay(at: end) {
        return Moment(start: index, end: part.end, expression: part.expression, kind: part.kind)
      }
      if row.role == .mid, let middle = middleOfYear(index, end) { return middle }
      return partToPart(row.role, index, end) ?? sofar(row.role, index, end) ?? portion(row.role, index, end)
        ?? partOfDay(row.role, index, end)
        ?? partOfSomeDay(at: index)
    case .toDate:
      return Moment(
        start: index, end: end,
        expression: .interval(.relative(count: 0, temporalUnit(row.number), whole: true), .present, closed: false),
        kind: .daterange)
    case .monthEdge, .yearEdge:
      // "EOY" is a word in capitals only.
      guard lexemes.isCapital(lexeme: index), lexemes.lastByte(index) < 0x60 else { return nil }
      return Moment(
        start: index, end: end,
        expression: .part(
          row.number == 1 ? .start : .end,
          of: .relative(count: 0, row.role == .yearEdge ? .year : .month, whole: true)), kind: .daterange)
    case .every:
      return every(index, end)
    case .unit:
      return unitAlone(temporalUnit(row.number), index, end)
    case .within:
      return within(at: index)
    case .partOfDay:
      return partOfNamedDay(at: index)
    case .partsOfDay:
      guard row.number < 4 else { return nil }
      return Moment(start: index, end: end, expression: .set(timex: "T" + partName(row.number)), kind: .set)
    case .closest:
      return closest(index, end)
    case .vague:
      return distance(at: index)
    case .decade:
      return wordedDecade(row.number, index, end)
    case .dayEdge:
      guard lexemes.isCapital(lexeme: index), lexemes.lastByte(index) < 0x60,
        let clock = ClockTime(hour: 23, minute: 59, second: 59)
      else { return nil }
      // "EOD Friday"
      if let day = date(at: end), day.kind == .date, isDay(day.expression) {
        return Moment(start: index, end: day.end, expression: .dateTime(day.expression, clock), kind: .datetime)
      }
      return Moment(
        start: index, end: end, expression: .dateTime(.relative(count: 0, .day, whole: true), clock), kind: .datetime)
    case .set:
      guard !lexemes.isCapital(lexeme: index) || opensSentence(index),
        lexemes.hash(index) != words.particles.everyday || end >= lexemes.count || lexemes.kind(end) == .mark
          || timeOfSet(end) != nil,
        !isIn(.yearlyMeasures, end)
      else { return nil }
      if row.number == 3, let (clock, finish) = timeOfSet(end) {
        // "nightly at 10"
        let isNight = lexemes.firstByte(index) | 0x20 == 0x6E && (5..<12).contains(clock.hour)
        let at = isNight ? ClockTime(hour: clock.hour + 12, minute: clock.minute) ?? clock : clock
        return Moment(start: index, end: finish, expression: .set(timex: at.iso), kind: .set)
      }
      return Moment(start: index, end: end, expression: .set(timex: recurrence(row.number)), kind: .set)
    case .alternate:
      return alternate(index, end)
    default: return nil
    }
  }

  /// After "last", "this" or "next": a unit, a weekday, a month, a season, or a number of units.
  private func directed(_ direction: Int, _ index: Int, _ start: Int) -> Moment? {
    guard lexemes.isWord(start) || lexemes.isFigure(start) else { return nil }
    let hash = lexemes.hash(start)
    if direction >= 0, let (month, day) = monthAndDay(at: start) {
      return Moment(
        start: index, end: start + 3, expression: .calendar(year: nil, month: month, day: day, weekday: nil),
        kind: .date)
    }
    if let row = words.weekdays.row(hash),
      row.role == .weekday || row.role == .weekdayAbbreviation && isTimedWeekday(row.number, start)
    {
      if let (month, day) = monthAndDay(at: start + 1) {
        return Moment(
          start: index, end: start + 4, expression: .calendar(year: nil, month: month, day: day, weekday: row.number),
          kind: .date)
      }
      // "this Friday the 13th"
      if lexemes.hash(start + 1) == words.particles.the, let numeral = numerals.numeral(at: start + 2),
        numeral.isOrdinal,
        numeral.value.isWhole, (Rational(1)...Rational(31)).contains(numeral.value),
        !lexemes.isWord(numeral.end) || words.dates.row(lexemes.hash(numeral.end)) != nil
      {
        return Moment(
          start: index, end: numeral.end,
          expression: .calendar(year: nil, month: nil, day: Int(numeral.value.numerator), weekday: row.number),
          kind: .date)
      }
      // "The coming Friday" is the nearest one.
      let isNearest =
        lexemes.hash(start - 1) == words.particles.coming || lexemes.hash(start - 1) == words.particles.upcoming
      return Moment(
        start: index, end: start + 1,
        expression: isNearest
          ? .weekdayNear(row.number, side: 1, which: 1, of: .present) : .weekday(row.number, direction: direction),
        kind: .date)
    }
    // "next week on Tuesday"
    let weekday = lexemes.hash(start + 1) == words.particles.on ? start + 2 : start + 1
    if let row = words.dates.row(hash), row.role == .unit, temporalUnit(row.number) == .week,
      let day = words.weekdays.row(lexemes.hash(weekday)), day.role == .weekday, lexemes.gap(weekday) == .space,
      weekday == start + 2 || direction != 0 && !lexemes.isCapital(lexeme: start)
    {
      return Moment(
        start: index, end: weekday + 1, expression: .weekday(day.number, direction: direction), kind: .date)
    }
    if let day = holiday(at: start), case .holiday(_, nil) = day.expression {
      // "Next Easter", "last Christmas": the one to come or the one gone by.
      return Moment(
        start: index, end: day.end,
        expression: direction == 0
          ? day.expression
          : .within(day.expression, of: .stretch([TimeLength(1, .year)], direction: direction < 0 ? -1 : 1)),
        kind: .date)
    }
    if let row = words.months.row(hash), row.role == .month, lexemes.isWord(start) {
      guard lexemes.isCapital(lexeme: start) || (hash != words.particles.may && hash != words.particles.march) else {
        return nil
      }
      return Moment(
        start: index, end: start + 1, expression: .month(row.number, direction: direction), kind: .daterange)
    }
    if let (row, end) = words.dates.longest(lexemes, start), lexemes.isWord(start) {
      switch row.role {
      case .unit:
        return directedUnit(direction, temporalUnit(row.number), index, start, end)
      case .season:
        // "This past summer" is the last one that is over.
        let season = TemporalExpression.part(.season(row.number), of: nil)
        return Moment(
          start: index, end: start + 1,
          expression: lexemes.hash(start - 1) == words.particles.past
            ? .within(season, of: .stretch([TimeLength(1, .year)], direction: -1))
            : .part(.season(row.number), of: .relative(count: direction, .year, whole: true)), kind: .daterange)
      case .partOfDay where row.number <= 4:
        // "Next morning" is that of the day after what was spoken of last.
        let day: TemporalExpression =
          direction > 0 || lexemes.hash(index) == words.particles.previous
          ? .offset(count: direction, .day, from: .anchor) : .relative(count: direction, .day, whole: true)
        return Moment(
          start: index, end: start + 1, expression: .partOfDay(partName(row.number), of: day), kind: .datetimerange)
      default: break
      }
    }
    guard direction != 0, !isVerbOfLasting(index), let span = timeSpan(at: start), !span.isArticle else { return nil }
    return Moment(
      start: index, end: span.end, expression: .stretch(span.lengths, direction: direction),
      kind: span.isOfClock ? .datetimerange : .daterange)
  }

  /// "last week", "the next day", "the past hour".
  private func directedUnit(
    _ direction: Int, _ unit: TemporalUnit, _ index: Int, _ start: Int, _ end: Int
  ) -> Moment? {
    let p = words.particles
    guard lexemes.lastByte(end - 1) != 0x73 else { return nil }
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
      let isComing = lexemes.hash(start - 1) == p.coming || lexemes.hash(start - 1) == p.upcoming
      let isNearest = unit == .weekend && isComing
      return Moment(
        start: index, end: end,
        expression: .relative(count: isNearest ? 0 : isComing ? 1 : direction, unit, whole: true),
        kind: .daterange)
    }
  }

  /// "summer 2014", "the summer of 2014", "this summer"; a season alone only after "the" or "in".
  private func season(_ number: Int, _ index: Int, _ end: Int) -> Moment? {
    var next = end
    if lexemes.hash(next) == words.particles.of { next += 1 }
    if let (year, finish) = clippedYear(at: next) {
      return Moment(
        start: index, end: finish,
        expression: .part(.season(number), of: .calendar(year: year, month: nil, day: nil, weekday: nil)),
        kind: .daterange)
    }
    if let year = year(at: next) {
      // "winter 2024-25", "the winter of 2024/25"
      let isLong = number == 4 && shortYear(next, year) == year + 1
      let long = lexemes.isMark(next + 1, "/") ? next + 3 : next + 2
      return Moment(
        start: index, end: isLong ? long : next + 1,
        expression: .part(.season(number), of: .calendar(year: year, month: nil, day: nil, weekday: nil)),
        kind: .daterange)
    }
    let p = words.particles
    // "the spring and summer of 2023"
    if next == end, lexemes.isWord(end), [p.and, p.or].contains(lexemes.hash(end)),
      let row = words.dates.row(lexemes.hash(end + 1)), row.role == .season, row.number > number,
      let other = season(row.number, end + 1, end + 2), case .part(.season, let year?) = other.expression
    {
      return Moment(start: index, end: end, expression: .part(.season(number), of: year), kind: .daterange)
    }
    // "the winter of 1962-63", "the spring of last year"
    if next > end, let (period, finish) = period(after: end), case .relative(_, .year, true) = period {
      return Moment(start: index, end: finish, expression: .part(.season(number), of: period), kind: .daterange)
    }
    // "the summer before last"
    if lexemes.hash(index - 1) == p.the, let sign = afterNext(end) {
      return Moment(
        start: index, end: end + 2,
        expression: .part(.season(number), of: .relative(count: sign, .year, whole: true)), kind: .daterange)
    }
    guard lexemes.hash(index - 2) == p.ins || lexemes.hash(index - 2) == p.since, lexemes.hash(index - 1) == p.the,
      lexemes.hash(end) != p.of
    else { return nil }
    return Moment(start: index, end: end, expression: .part(.season(number), of: nil), kind: .daterange)
  }

  /// "earlier this year": from its beginning until now; "later this month": the rest of it.
  private func sofar(_ role: CalendarRole, _ index: Int, _ start: Int) -> Moment? {
    let p = words.particles
    let isEarlier = lexemes.hash(index) == p.earlier
    // "later in the week"
    if isEarlier || lexemes.hash(index) == p.later, lexemes.hash(start) == p.ins,
      let (period, end) = period(after: start),
      case .relative(0, _, true) = period
    {
      return Moment(
        start: index, end: end, expression: .part(isEarlier ? .earlier : .later, of: period), kind: .daterange)
    }
    guard isEarlier || lexemes.hash(index) == p.later, let inner = moment(at: start), inner.kind == .daterange,
      case .relative(0, let unit, true) = inner.expression, unit != .weekend
    else { return nil }
    return Moment(
      start: index, end: inner.end,
      expression: isEarlier
        ? .part(.earlier, of: inner.expression) : .part(.later, of: inner.expression),
      kind: .daterange)
  }

  /// "mid to late 1970s", "early-to-mid 1960s", "mid-to-late October": from the one part to the other.
  private func partToPart(_ role: CalendarRole, _ index: Int, _ next: Int) -> Moment? {
    guard role != .late, lexemes.isWord(next), lexemes.hash(next) == words.particles.to, lexemes.isWord(next + 1),
      let row = words.dates.row(lexemes.hash(next + 1)), row.role == .mid && role == .early || row.role == .late,
      let later = portion(row.role, next + 1, next + 2), case .part(let part, let of?) = later.expression
    else { return nil }
    return Moment(
      start: index, end: later.end,
      expression: .interval(.part(role == .early ? .early : .mid, of: of), .part(part, of: of), closed: true),
      kind: .daterange)
  }

  /// "in late spring", where no year is told and no noun follows but of its own.
  private func partOfSeason(_ role: CalendarRole, _ index: Int, _ start: Int) -> Moment? {
    let p = words.particles
    guard lexemes.isWord(start), lexemes.gap(start) == .space || lexemes.gap(start) == .hyphen,
      let row = words.dates.row(lexemes.hash(start)), row.role == .season,
      [p.ins, p.by, p.since, p.until, p.from, p.during].contains(lexemes.hash(index - 1)), index > 0,
      !lexemes.isWord(start + 1) || words.countWords.row(lexemes.hash(start + 1))?.role == .stop
    else { return nil }
    let part: TemporalExpression.Part = role == .early ? .early : role == .mid ? .mid : .late
    return Moment(
      start: index, end: start + 1, expression: .part(part, of: .part(.season(row.number), of: nil)), kind: .daterange)
  }

  /// "early March", "mid-2014", "late last week", "late 1990s".
  private func portion(_ role: CalendarRole, _ index: Int, _ start: Int) -> Moment? {
    var next = start
    if lexemes.hash(next) == words.particles.ins || lexemes.hash(next) == words.particles.of { next += 1 }
    if lexemes.hash(next) == words.particles.the { next += 1 }
    // "the middle of the week"
    if lexemes.hash(start) == words.particles.of, lexemes.hash(index) == words.particles.middle,
      let (period, end) = period(after: start)
    {
      return Moment(start: index, end: end, expression: .part(.middle, of: period), kind: .daterange)
    }
    // "the early days of 2020"
    if role != .mid, let row = words.dates.row(lexemes.hash(start)), row.role == .unit, lexemes.isWord(start),
      lexemes.lastByte(start) == 0x73, [.day, .week, .month, .year].contains(temporalUnit(row.number)),
      let (period, end) = period(after: start + 1)
    {
      return Moment(
        start: index, end: end, expression: .part(role == .early ? .early : .late, of: period), kind: .daterange)
    }
    // "the early '90s"
    let short = lexemes.kind(next) == .quote ? decade(at: next + 1) : nil
    guard next < lexemes.count, next <= start + 1, let inner = short ?? moment(at: next), inner.kind == .daterange
    else {
      return partOfSeason(role, index, start)
    }
    let isMiddle = lexemes.hash(start) == words.particles.of && lexemes.hash(index) == words.particles.middle
    let part: TemporalExpression.Part = role == .early ? .early : isMiddle ? .middle : role == .mid ? .mid : .late
    return Moment(start: index, end: inner.end, expression: .part(part, of: inner.expression), kind: .daterange)
  }
}
