import DocumentModel
import TextCore

/// A date or time as read: lexemes `start..<end` and what they say.
struct Moment {
  var start: Int
  var end: Int
  var expression: TemporalExpression
  var kind: QuantityKind
}

extension QuantityReader {
  /// A date, a time, both, or a span between two.
  func temporal(at index: Int) -> Reading? {
    if lexemes.isFigure(index), lexemes.gap(index) == .none, index > 0, lexemes.kind(index - 1) != .quote,
      lexemes.kind(index - 1) != .mark
    {
      return nil
    }
    if lexemes.isFigure(index), lexemes.gap(index) == .hyphen && monthAndDay(at: index) == nil {
      return prefixedYear(at: index)
    }
    if lexemes.isFigure(index), lexemes.gap(index) == .minus,
      lexemes.gap(index + 1) != .hyphen || lexemes.gap(index + 2) != .hyphen
    {
      return nil
    }
    if let end = nameOfTime(at: index) { return Reading(start: index, end: end, quantity: nil) }
    if let other = beforeChrist(at: index) ?? schoolYear(at: index) ?? nameOfDay(at: index) {
      return other
    }
    if let set = timesPer(at: index) ?? ofEveryMonth(at: index) ?? furtherWeekdayOfSet(at: index) {
      return reading(set)
    }
    if let range = rangeFromNow(at: index) ?? rangeBeforeDay(at: index) { return reading(range) }
    guard let first = furtherDay(at: index) ?? moment(at: index) else { return nil }
    if let range = rangeOfDay(first) { return reading(range) }
    if let whole = span(from: first) { return reading(whole) }
    return reading(first)
  }

  func reading(_ moment: Moment) -> Reading {
    var span = lexemes.span(moment.start, moment.end)
    // The dot of "on the second of Aug." ends the sentence as well.
    if moment.end == lexemes.count, lexemes.lastByte(moment.end - 1) == 0x2E,
      lexemes.length(moment.end - 1) > 2 && words.months.row(lexemes.hash(moment.end - 1)) != nil
        || words.weekdays.row(lexemes.hash(moment.end - 1)) != nil || lexemes.firstByte(moment.end - 1) == 0x5A
    {
      span = TextSpan(span.start, span.end - 1)
    }
    // So may that of "in Q3." and "in 1Q25."
    if lexemes.isWord(moment.end - 1), lexemes.lastByte(moment.end - 1) == 0x2E, span.count > 2,
      lexemes.bytes[span.end - 1] == 0x2E, (0x30...0x39).contains(lexemes.bytes[span.end - 2])
    {
      span = TextSpan(span.start, span.end - 1)
    }
    return Reading(
      start: moment.start, end: moment.end,
      quantity: Quantity(
        span: span, kind: moment.kind, value: .temporal(moment.expression)))
  }

  /// "Tuesday to Friday", "between 2014 and 2016", "3 to 5 p.m.", "May–June".
  private func span(from first: Moment) -> Moment? {
    guard first.kind != .set else { return nil }
    let p = words.particles
    var next = first.end
    // "between the end of 2007 and …" opens before its article.
    var begin = lexemes.hash(first.start - 1) == p.the ? first.start - 1 : first.start
    // "between the hours of 10 p.m. and 6 a.m."
    if lexemes.hash(begin - 1) == p.of, lexemes.hash(begin - 2) == p.hours, lexemes.hash(begin - 3) == p.the {
      begin -= 3
    }
    let opener = lexemes.hash(begin - 1)
    let openedStart = opener == p.from || opener == p.between ? begin - 1 : first.start
    // "from May 4, 1979, to …"
    if lexemes.isMark(next, ","), goesOn(first, next + 1, opener) { next += 1 }
    let hash = lexemes.hash(next)
    if lexemes.gap(next) == .dash || lexemes.gap(next) == .hyphen {
      // "a noon-to-8 p.m. shift", "the January-to-March quarter"
      if lexemes.isWord(next), words.dates.row(hash)?.role == .to { next += 1 }
    } else if let row = words.dates.row(hash), row.role == .to, lexemes.isWord(next) {
      next += 1
    } else if hash == p.and, opener == p.between {
      next += 1
    } else if lexemes.isFreeDash(next) || lexemes.isMark(next, "~") {
      next += 1
    } else {
      return nil
    }
    if lexemes.hash(next) == p.the { next += 1 }
    if first.kind == .time, case .time(let from) = first.expression, let second = moment(at: next),
      case .dateTime(let day, let to) = second.expression
    {
      let (early, late) = ordered(
        from, to, plainFirst: isPlainHalf(first.end - 1),
        plainSecond: time(at: next).map { isPlainHalf($0.end - 1) } ?? false)
      return Moment(
        start: openedStart, end: second.end,
        expression: .interval(.dateTime(day, early), .time(late), closed: false), kind: .datetimerange)
    }
    if let end = presentEnd(next), sameNature(first.kind, .date) || first.kind == .time {
      return Moment(
        start: openedStart, end: end,
        expression: .interval(first.expression, .present, closed: false),
        kind: first.kind == .time || first.kind == .datetime ? .datetimerange : .daterange)
    }
    if var range = hourRange(first, next, opener) {
      range.start = min(range.start, openedStart)
      return range
    }
    // "2 to 10 July" ends with a day, "2 July to 10 July" with a date of its own.
    var (day, date) = (dayEnd(next, first), moment(at: next))
    // "Monday to Thursday 9 a.m. to 5 p.m.": the hours are another range.
    if first.kind == .date, date?.kind == .datetime, let plain = self.date(at: next), plain.kind == .date {
      date = plain
    }
    if day?.end ?? 0 > date?.end ?? 0 { date = nil } else { day = nil }
    guard let second = date ?? day, second.kind != .set, sameNature(first.kind, second.kind) else { return nil }
    // "2015 to 1990" are votes or figures of another kind.
    if case .calendar(let early?, nil, nil, nil) = first.expression,
      case .calendar(let late?, nil, nil, nil) = second.expression, late <= early
    {
      return nil
    }
    var expression = first.expression
    // "3 to 5 p.m.": the half of the day is said once; "March 3 to 5" the month.
    if case .time(let late) = second.expression, case .time(let early) = expression, late.hour >= 12, early.hour < 12,
      early.hour + 12 < late.hour,
      let shifted = ClockTime(hour: early.hour + 12, minute: early.minute, second: early.second), !hasHalfDay(first)
    {
      expression = .time(shifted)
    }
    // "Nov–Feb 2017" begins the year before.
    if case .calendar(nil, let month?, let day, let weekday) = expression,
      case .calendar(let later?, let last, _, _) = second.expression
    {
      let isBefore = last.map { $0 < month } ?? false
      expression = .calendar(year: isBefore ? later - 1 : later, month: month, day: day, weekday: weekday)
    }
    // "Friday 4 to Sunday 6 December" are of one month, or of two that follow each other.
    if case .calendar(nil, nil, let day?, let weekday) = expression,
      case .calendar(let year, let month?, let later?, _) = second.expression
    {
      let isBefore = day > later
      expression = .calendar(
        year: isBefore && month == 1 ? year.map { $0 - 1 } : year, month: isBefore ? (month + 10) % 12 + 1 : month,
        day: day, weekday: weekday)
    }
    // "the April-June period of 2024"
    if case .calendar(nil, let month?, nil, nil) = expression,
      case .calendar(nil, let last?, nil, nil) = second.expression,
      let (year, end) = yearOfPeriod(second.end)
    {
      return Moment(
        start: openedStart, end: end,
        expression: .interval(
          .calendar(year: last < month ? year - 1 : year, month: month, day: nil, weekday: nil),
          .calendar(year: year, month: last, day: nil, weekday: nil), closed: true), kind: .daterange)
    }
    // "Q1 to Q3 2014" are of one year.
    if case .part(let part, of: nil) = expression, case .part(_, let year?) = second.expression {
      expression = .part(part, of: year)
    }
    let kind: QuantityKind =
      switch second.kind {
      case .time, .timerange: first.kind == .datetime ? .datetimerange : .timerange
      case .datetime, .datetimerange: .datetimerange
      default: .daterange
      }
    return Moment(
      start: openedStart, end: second.end,
      expression: .interval(
        expression, anchored(second.expression, to: expression), closed: kind == .daterange), kind: kind)
  }

  /// Whether after a comma a full date goes on to its other end: "from May 4, 1979, to …", "between March 1, 2020, and …",
  /// "Friday, Dec. 4, through …".
  private func goesOn(_ first: Moment, _ index: Int, _ opener: UInt64) -> Bool {
    guard case .calendar(let year, _?, _?, let weekday) = first.expression, year != nil || weekday != nil,
      lexemes.isWord(index)
    else { return false }
    let p = words.particles
    if lexemes.hash(index) == p.and { return opener == p.between }
    return words.dates.row(lexemes.hash(index))?.role == .to && (opener == p.from || lexemes.hash(index) != p.to)
  }

  /// "now" or "the present", as the end of a range.
  private func presentEnd(_ index: Int) -> Int? {
    let p = words.particles
    guard lexemes.isWord(index) else { return nil }
    if lexemes.hash(index) == p.present, lexemes.hash(index - 1) == p.the { return index + 1 }
    return lexemes.hash(index) == p.now ? index + 1 : nil
  }

  /// "from now until Friday", "from now to 3 p.m.".
  private func rangeFromNow(at index: Int) -> Moment? {
    let p = words.particles
    guard lexemes.hash(index) == p.from, lexemes.hash(index + 1) == p.now, lexemes.isWord(index),
      words.dates.row(lexemes.hash(index + 2))?.role == .to, lexemes.isWord(index + 2), let end = moment(at: index + 3),
      end.kind != .set
    else { return nil }
    return Moment(
      start: index, end: end.end, expression: .interval(.present, end.expression, closed: end.kind != .datetime),
      kind: sameNature(end.kind, .date) && end.kind != .datetime ? .daterange : .datetimerange)
  }

  private func hasHalfDay(_ moment: Moment) -> Bool { words.dates.row(lexemes.hash(moment.end - 1))?.role == .halfDay }

  /// The second day of "March 3–5".
  private func dayEnd(_ index: Int, _ first: Moment) -> Moment? {
    if case .calendar(let from?, nil, nil, nil) = first.expression, let (year, end) = clippedEnd(of: from, at: index) {
      return Moment(
        start: index, end: end, expression: .calendar(year: year, month: nil, day: nil, weekday: nil), kind: .daterange)
    }
    if case .calendar(_?, nil, nil, nil) = first.expression, let year = year(at: index), !hasMeasure(index + 1) {
      return Moment(
        start: index, end: index + 1, expression: .calendar(year: year, month: nil, day: nil, weekday: nil),
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

  private func sameNature(_ a: QuantityKind, _ b: QuantityKind) -> Bool {
    let clock: Set<QuantityKind> = [.time, .timerange]
    return clock.contains(a) == clock.contains(b) || (a == .datetime && b == .time)
  }

  /// One date, time, or both together. Expressions nest ("late in the third quarter of last year") no deeper than people do.
  func moment(at index: Int) -> Moment? {
    guard nesting.depth < 5 else { return nil }
    nesting.depth += 1
    defer { nesting.depth -= 1 }
    if let moment = hourOfNamedPart(at: index) ?? hourBeforeDay(at: index) { return moment }
    if let time = time(at: index) { return ofDay(time) }
    guard let first = numberBeforeHour(at: index) ?? date(at: index) else { return nil }
    let found = sharedYear(first) ?? first
    if let time = isoTime(after: found) { return time }
    var day = onWeekday(found) ?? partOfPossessor(found) ?? ofYear(found) ?? apposed(found) ?? found
    guard day.kind == .date || day.kind == .datetime || day.kind == .datetimerange,
      isDay(day.expression) || day.kind == .datetimerange
    else { return day }
    if let open = bounded(day) ?? lasting(on: day) { return open }
    if day.kind == .date, let (part, end) = partAfterDay(day.end) {
      day = Moment(
        start: index, end: end, expression: .partOfDay(partName(part), of: day.expression), kind: .datetimerange)
    }
    return withTime(day) ?? day
  }

  /// "tomorrow, May 5," is May 5.
  private func apposed(_ day: Moment) -> Moment? {
    guard case .relative(_, .day, whole: true) = day.expression, lexemes.isMark(day.end, ","),
      let date = date(at: day.end + 1), case .calendar(_, _?, _?, _) = date.expression
    else { return nil }
    return Moment(start: day.start, end: date.end, expression: date.expression, kind: .date)
  }

  /// A time, with the day after it if one follows: "3 p.m. on Tuesday", "3 p.m. or later on Monday", "6 a.m. every day".
  private func ofDay(_ time: Moment) -> Moment {
    guard case .time(let clock) = time.expression else { return time }
    if let again = recurring(clock, time.start, time.end) ?? recurringWithNext(time, clock) { return again }
    var next = time.end
    var bound: QuantityModifier?
    // "1730 GMT on Sunday", "5 p.m. Eastern on Tuesday"
    if let (row, end) = words.dates.longest(lexemes, next), row.role == .zone, lexemes.isWord(next) { next = end }
    if let (row, end) = words.modifiers.longest(lexemes, next), row.place == .afterDate,
      lexemes.hash(end) == words.particles.on
    {
      bound = row.modifier
      next = end
    }
    if lexemes.hash(next) == words.particles.on, lexemes.isWord(next) {
      next += 1
    } else if lexemes.isMark(next, ",") {
      next += 1
    }
    let isOn = lexemes.hash(next - 1) == words.particles.on && next > time.end
    guard let day = dayOfHour(at: next, isOn: isOn) else { return time }
    let end = day.end
    let at = hour(clock, of: day.expression)
    if let bound {
      return Moment(
        start: time.start, end: end,
        expression: .interval(bound.isLowerBound ? at : nil, bound.isLowerBound ? nil : at, closed: false),
        kind: .datetimerange)
    }
    return Moment(start: time.start, end: end, expression: at, kind: .datetime)
  }

  /// A day with the time after it: "Tuesday at 3 p.m.", "tonight around 8".
  private func withTime(_ day: Moment) -> Moment? {
    var next = day.end
    if let row = words.dates.row(lexemes.hash(next)), row.role == .at, lexemes.isWord(next) {
      next += 1
      // "Christmas on 7 January": a day of its own, no hour.
      if dayBeforeMonth(at: next) != nil { return nil }
      // "Monday at around 3 p.m."
      if let again = words.dates.row(lexemes.hash(next)), again.role == .at,
        lexemes.hash(next - 1) == words.particles.at
      {
        next += 1
      }
    } else if lexemes.isMark(next, ",") || lexemes.isMark(next, "@") {
      next += 1
      // "Jan. 20, at noon"; a weekday with its date stays by itself, since the two are held to each other.
      if lexemes.hash(next) == words.particles.at, !isDateOfWeekday(day.expression) { next += 1 }
    }
    guard lexemes.hash(next) != words.particles.the,
      let time = time(
        at: next,
        afterDay: next > day.end && !lexemes.isMark(next - 1, ",") && lexemes.hash(next - 1) != words.particles.on,
        besideDay: true),
      case .time(let clock) = time.expression
    else { return nil }
    return Moment(
      start: day.start, end: time.end, expression: hour(clock, of: day.expression), kind: .datetime)
  }

  private func isDateOfWeekday(_ expression: TemporalExpression) -> Bool {
    if case .calendar(_, _?, _?, _?) = expression { return true }
    return false
  }

  /// "February 14 for 7 hours from 9:30 a.m."
  private func lasting(on day: Moment) -> Moment? {
    let p = words.particles
    guard day.kind == .date, lexemes.hash(day.end) == p.fors, let span = timeSpan(at: day.end + 1), span.seconds != nil,
      lexemes.hash(span.end) == p.from, let time = time(at: span.end + 1) ?? bareHour(at: span.end + 1),
      case .time(let clock) = time.expression
    else { return nil }
    let from = TemporalExpression.dateTime(day.expression, clock)
    return Moment(
      start: day.start, end: time.end, expression: .interval(from, span.shift(from, 1), closed: false),
      kind: .datetimerange)
  }

  /// "Tuesday after 2 p.m.", "1 May, no later than 6:00": the rest of the day from an hour on, or until it.
  private func bounded(_ day: Moment) -> Moment? {
    guard day.kind == .date, lexemes.isWord(day.end), let (bound, end) = words.modifiers.longest(lexemes, day.end),
      bound.place == .date, let modifier = bound.modifier, lexemes.hash(day.end) != words.particles.from,
      let time = time(at: end, afterDay: isBareBound(day, lexemes.hash(day.end))),
      case .time(let clock) = time.expression,
      lexemes.gap(time.end) != .dash, lexemes.gap(time.end) != .hyphen, lexemes.hash(time.end) != words.particles.to
    else { return nil }
    let at = TemporalExpression.dateTime(day.expression, clock)
    let isFrom = modifier == .moreThan || modifier == .atLeast
    return Moment(
      start: day.start, end: time.end, expression: .interval(isFrom ? at : nil, isFrom ? nil : at, closed: false),
      kind: .datetimerange)
  }

  /// "tomorrow after 8": of a day to come a bare hour will do.
  private func isBareBound(_ day: Moment, _ bound: UInt64) -> Bool {
    let p = words.particles
    return isAhead(day.expression) && [p.after, p.before, p.until].contains(bound)
  }

  func partName(_ number: Int) -> String {
    number == 1 ? "MO" : number == 2 ? "AF" : number == 3 ? "EV" : number == 5 ? "DT" : number == 6 ? "EH" : "NI"
  }

  func isDay(_ expression: TemporalExpression) -> Bool {
    switch expression {
    case .calendar(_, _, let day, let weekday): day != nil || weekday != nil
    case .relative(_, let unit, let isWhole): unit == .day || !isWhole && unit.seconds == nil
    case .nth(_, count: 1, .day, _), .part(.weekday, _): true
    case .within(let inner, _): isDay(inner)
    case .weekday, .nthWeekday, .weekdayNear, .partOfDay, .holiday, .offset: true
    default: false
    }
  }
}
