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
    if lexemes.isFigure(index), lexemes.gap(index) == .minus, compactDate(at: index) == nil,
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
    if moment.end == lexemes.count, lexemes.lastByte(moment.end - 1) == UInt8(ascii: "."),
      lexemes.length(moment.end - 1) > 2 && words.months.row(lexemes.hash(moment.end - 1)) != nil
        || words.weekdays.row(lexemes.hash(moment.end - 1)) != nil
        || lexemes.firstByte(moment.end - 1) == UInt8(ascii: "Z")
    {
      span = TextSpan(span.start, span.end - 1)
    }
    // So may that of "in Q3." and "in 1Q25."
    if lexemes.isWord(moment.end - 1), lexemes.lastByte(moment.end - 1) == UInt8(ascii: "."), span.count > 2,
      lexemes.bytes[span.end - 1] == UInt8(ascii: "."), lexemes.bytes[span.end - 2].isDigit
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
    guard first.kind != .set, let joint = rangeJoint(after: first) else { return nil }
    if let range = hourToHourOfDay(first, joint) ?? rangeToPresent(first, joint) { return range }
    if var range = hourRange(first, joint.next, joint.opener) {
      range.start = min(range.start, joint.start)
      return range
    }
    guard let second = rangeEnd(at: joint.next, of: first), second.kind != .set, sameNature(first.kind, second.kind),
      !runsBackwards(first.expression, second.expression)
    else { return nil }
    if let range = monthsOfPeriod(first, second, start: joint.start) { return range }
    let begin = completed(first, by: second.expression)
    let kind: QuantityKind =
      switch second.kind {
      case .time, .timerange: first.kind == .datetime ? .datetimerange : .timerange
      case .datetime, .datetimerange: .datetimerange
      default: .daterange
      }
    return Moment(
      start: joint.start, end: second.end,
      expression: .interval(begin, anchored(second.expression, to: begin), closed: kind == .daterange), kind: kind)
  }

  /// What joins the two ends of a range.
  private struct RangeJoint {
    /// Where the range begins: at the word that opens it, if one does ("from", "between").
    var start: Int
    /// The word before the first end, its article passed over.
    var opener: UInt64
    /// Where the second end begins.
    var next: Int
  }

  /// The joint after the first end of a range: "to", "until", a dash; "and" after "between".
  private func rangeJoint(after first: Moment) -> RangeJoint? {
    let p = words.particles
    // "between the end of 2007 and …" opens before its article.
    var begin = lexemes.hash(first.start - 1) == p.the ? first.start - 1 : first.start
    // "between the hours of 10 p.m. and 6 a.m."
    if lexemes.hash(begin - 1) == p.of, lexemes.hash(begin - 2) == p.hours, lexemes.hash(begin - 3) == p.the {
      begin -= 3
    }
    let opener = lexemes.hash(begin - 1)
    var next = first.end
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
    let isOpened = opener == p.from || opener == p.between
    return RangeJoint(start: isOpened ? begin - 1 : first.start, opener: opener, next: next)
  }

  /// "3 p.m. to 5 p.m. on Tuesday": the day is said with the second hour.
  private func hourToHourOfDay(_ first: Moment, _ joint: RangeJoint) -> Moment? {
    guard first.kind == .time, case .time(let from) = first.expression, let second = moment(at: joint.next),
      case .dateTime(let day, let to) = second.expression
    else { return nil }
    let (early, late) = ordered(
      from, to, plainFirst: isPlainHalf(first.end - 1),
      plainSecond: time(at: joint.next).map { isPlainHalf($0.end - 1) } ?? false)
    return Moment(
      start: joint.start, end: second.end,
      expression: .interval(.dateTime(day, early), .time(late), closed: false), kind: .datetimerange)
  }

  /// "from 2014 to the present", "from 8 a.m. until now".
  private func rangeToPresent(_ first: Moment, _ joint: RangeJoint) -> Moment? {
    guard let end = presentEnd(joint.next), sameNature(first.kind, .date) || first.kind == .time else { return nil }
    return Moment(
      start: joint.start, end: end, expression: .interval(first.expression, .present, closed: false),
      kind: first.kind == .time || first.kind == .datetime ? .datetimerange : .daterange)
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
        start: index, end: end, expression: .partOfDay(part, of: day.expression), kind: .datetimerange)
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
    guard day.kind == .date, lexemes.hash(day.end) == p.for, let span = timeSpan(at: day.end + 1), span.seconds != nil,
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
