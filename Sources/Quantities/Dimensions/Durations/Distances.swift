import DocumentModel

/// Moments told by their distance from another: "two weeks ago", "three days after Christmas", "in half an hour", "15 minutes
/// from 1 p.m.", and stretches that begin with one: "for 3 hours from 10 a.m.".
extension QuantityReader {
  func distance(at index: Int) -> Moment? {
    guard let span = timeSpan(at: index) else { return weekdaysAgo(at: index) ?? rangeAgo(at: index) }
    if let lasting = lasting(span) ?? periodEnding(span) { return lasting }
    if let distant = offset(span) { return distant }
    if let ahead = ahead(span) { return ahead }
    guard let (row, finish) = words.dates.longest(lexemes, span.end), lexemes.isWord(span.end) else { return nil }
    let kind: QuantityKind = span.isOfClock ? .datetime : .date
    switch row.role {
    case .ago:
      // "two weeks ago today"
      let today = words.dates.row(lexemes.hash(finish))
      let isToday = today?.role == .day && today?.number == 0 && lexemes.isWord(finish) && kind == .date
      return Moment(
        start: index, end: isToday ? finish + 1 : finish, expression: span.fromNow(-1), kind: kind)
    case .fromNow:
      return Moment(start: index, end: finish, expression: span.fromNow(1), kind: kind)
    case .early, .late:
      return told(span, row.role)
    default: return nil
    }
  }

  /// "10 to 15 years ago", "between two and three weeks ago", "two or three days ago".
  private func rangeAgo(at index: Int) -> Moment? {
    let p = words.particles
    guard let low = numerals.numeral(at: index), !low.isOrdinal, low.value.isWhole, low.value > Rational(0) else {
      return nil
    }
    let opener = lexemes.hash(index - 1)
    let isBetween = index > 0 && opener == p.between
    var next = low.end
    if lexemes.gap(next) == .dash || lexemes.gap(next) == .hyphen {
    } else if lexemes.isWord(next),
      [p.to, p.or].contains(lexemes.hash(next)) || isBetween && lexemes.hash(next) == p.and
    {
      next += 1
    } else {
      return nil
    }
    guard let span = timeSpan(at: next), span.lengths.count == 1, let length = span.lengths.first,
      length.unit.seconds == nil,
      !span.isVague, low.value < Rational(Int64(length.count)), let (row, end) = words.dates.longest(lexemes, span.end),
      row.role == .ago
    else { return nil }
    let near = TimeSpan(start: index, end: low.end, lengths: [TimeLength(Int(low.value.numerator), length.unit)])
    return Moment(
      start: isBetween ? index - 1 : index, end: end,
      expression: .interval(span.fromNow(-1), near.fromNow(-1), closed: false), kind: .daterange)
  }

  /// "three weeks later", "two days earlier": from what was spoken of last; "30 minutes later today" is no such.
  private func told(_ span: TimeSpan, _ role: CalendarRole) -> Moment? {
    let p = words.particles
    let hash = lexemes.hash(span.end)
    guard hash == p.later || hash == p.earlier, lexemes.gap(span.end) == .space, !span.isVague || role == .late,
      lexemes.hash(span.end + 1) != words.particles.than
    else { return nil }
    if let (row, _) = words.dates.longest(lexemes, span.end + 1),
      [CalendarRole.this, .day, .of, .tonight, .thisPart].contains(row.role),
      lexemes.isWord(span.end + 1), lexemes.hash(span.end + 1) != p.of
    {
      return nil
    }
    return Moment(
      start: span.start, end: span.end + 1,
      expression: span.shift(span.isOfClock ? .present : .anchor, role == .late ? 1 : -1),
      kind: span.isOfClock ? .datetime : .date)
  }

  /// "Two days after Christmas", "three weeks from tomorrow", "20 minutes to 2 p.m.": what follows is no count itself, so
  /// nothing recurs.
  private func offset(_ span: TimeSpan) -> Moment? {
    let p = words.particles
    let end = span.end
    let hash = lexemes.hash(end)
    guard lexemes.isWord(end), !span.isVague || !span.isOfClock else { return nil }
    let isTo = hash == p.to || hash == p.past
    guard hash == p.before || hash == p.after || hash == p.from || isTo else { return nil }
    let isFigure = lexemes.isFigure(end + 1)
    guard
      isFigure || lexemes.hash(end + 1) != p.a && lexemes.hash(end + 1) != p.an
    else { return nil }
    let sign = hash == p.before || hash == p.to ? -1 : 1
    if span.seconds != nil {
      guard let base = moment(at: end + 1), base.kind == .time || base.kind == .datetime,
        lexemes.hash(base.end) != p.to || isTo
      else { return nil }
      guard !isTo || span.lengths.allSatisfy({ $0.unit == .minute && $0.count < 60 }) else { return nil }
      return Moment(start: span.start, end: base.end, expression: span.shift(base.expression, sign), kind: base.kind)
    }
    guard !isTo, !span.isOfClock, isFigure || numerals.numeral(at: end + 1).map({ $0.isOrdinal }) ?? true else {
      return nil
    }
    // "Two days from now."
    if hash == p.from, lexemes.hash(end + 1) == p.now { return nil }
    guard let base = isFigure ? figureDate(at: end + 1) ?? date(at: end + 1) : moment(at: end + 1),
      base.kind == .date || base.kind == .datetime, isDay(base.expression), lexemes.hash(base.end) != p.to
    else { return nil }
    return Moment(
      start: span.start, end: base.end, expression: span.shift(base.expression, sign), kind: base.kind)
  }

  /// "for 3 hours from 10 a.m.", "2 weeks starting May 20", "for 3 days, from today": as long as that from then on.
  private func lasting(_ span: TimeSpan) -> Moment? {
    let p = words.particles
    let isFor = lexemes.hash(span.start - 1) == p.for && span.start > 0
    guard !span.isVague, let (start, isStarting) = afterStart(span.end), isFor || isStarting else { return nil }
    var base = moment(at: start)
    if base == nil, isFor, span.isOfClock, !isStarting { base = bareHour(at: start) }
    guard let base else { return nil }
    switch base.kind {
    case .time, .datetime: break
    case .date:
      guard isDay(base.expression) else { return nil }
    default: return nil
    }
    let kind: QuantityKind =
      base.kind == .time ? .timerange : base.kind == .datetime || span.isOfClock ? .datetimerange : .daterange
    return Moment(
      start: isFor && !isStarting ? span.start - 1 : span.start, end: base.end,
      expression: .interval(base.expression, span.shift(base.expression, 1), closed: false), kind: kind)
  }

  /// Where the beginning stands after "from", ", from", "starting", "starting on"; whether it is one of the latter.
  private func afterStart(_ index: Int) -> (Int, isStarting: Bool)? {
    let p = words.particles
    var next = index
    if lexemes.isMark(next, ",") { next += 1 }
    guard lexemes.isWord(next) else { return nil }
    if lexemes.hash(next) == p.from { return (next + 1, false) }
    guard let (row, end) = words.modifiers.longest(lexemes, next), row.place == .date, row.modifier == .atLeast,
      lexemes.hash(next) == p.starting || lexemes.hash(next) == p.beginning
    else { return nil }
    return (end, true)
  }

  /// "will reopen in two weeks": so far ahead, since what will take place is told; also an answer of its own, and "in two
  /// weeks' time".
  private func ahead(_ span: TimeSpan) -> Moment? {
    let p = words.particles
    var opener = span.start - 1
    // "in about half an hour"
    if let (row, end) = words.modifiers.longest(lexemes, opener), row.place == .before, end == span.start {
      opener -= 1
    }
    guard lexemes.hash(opener) == p.in, opener >= 0 else { return nil }
    var end = span.end
    // "in two weeks' time"
    var time = end
    if lexemes.kind(time) == .quote || lexemes.kind(time) == .other { time += 1 }
    let isTime = lexemes.hash(time) == p.time && lexemes.isWord(time)
    if isTime { end = time + 1 }
    guard isTime || endsClause(end) && (isToCome(opener, end) || isDue(opener, span)) else { return nil }
    return Moment(
      start: opener == span.start - 1 ? opener : span.start, end: end, expression: span.fromNow(1),
      kind: span.isOfClock ? .datetime : .date)
  }

  /// "within 9 months", "within the next 5 minutes", where what will take place is told: from now until then.
  func within(at index: Int) -> Moment? {
    var next = index + 1
    if lexemes.hash(next) == words.particles.the { next += 1 }
    if let (row, end) = words.dates.longest(lexemes, next), row.role == .next { next = end }
    var length = timeSpan(at: next)
    if length == nil, next > index + 1, let (row, end) = words.dates.longest(lexemes, next), row.role == .unit,
      !lexemes.isPluralForm(end - 1)
    {
      length = continued(
        TimeSpan(start: next, end: end, lengths: [TimeLength(1, row.unit)]))
    }
    guard let span = length, !span.isVague, endsClause(span.end) || next > index + 1,
      isToCome(index, span.end)
    else { return nil }
    return Moment(
      start: index, end: span.end, expression: .interval(.present, span.fromNow(1), closed: false),
      kind: span.isOfClock ? .datetimerange : .daterange)
  }

  /// "The fair opens in two weeks", "remind me in 10 days": what begins or is asked for so is yet to come.
  private func isDue(_ opener: Int, _ span: TimeSpan) -> Bool {
    if !span.isOfClock, isIn(.due, opener - 1) { return true }
    return (1...2).contains { back in
      let first = opener - back
      return first >= 0 && opensSentence(first) && isIn(.asking, first)
    }
  }

  private func endsClause(_ index: Int) -> Bool {
    if lexemes.hash(index) == words.particles.at, time(at: index + 1) != nil { return true }
    return lexemes.kind(index) == .mark || index >= lexemes.count || lexemes.hash(index) == words.particles.and
      || lexemes.hash(index) == words.particles.or
  }

  /// Whether a sentence tells of the future up to a lexeme, or has nothing else in it: "In two weeks."
  private func isToCome(_ index: Int, _ end: Int) -> Bool {
    let p = words.particles
    var before = index - 1
    let limit = max(0, index - 16)
    while before >= limit, !(lexemes.isMark(before, ".") || lexemes.isMark(before, ";") || lexemes.isMark(before, "?"))
    {
      let hash = lexemes.hash(before)
      if hash == p.will || hash == p.clitic || hash == p.curlyClitic || hash == p.shall { return true }
      before -= 1
    }
    let isAlone =
      index == 0 || opensSentence(index)
      || lexemes.hash(index - 1) == p.or && (opensSentence(index - 1) || lexemes.isMark(index - 2, "?"))
    return isAlone
      && (end >= lexemes.count || lexemes.isMark(end, ".") || lexemes.isMark(end, "?") || lexemes.hash(end) == p.at)
  }

  /// "the 2 next days", "the ten previous weeks".
  func nextUnits(at index: Int) -> Moment? {
    guard let numeral = numerals.numeral(at: index), !numeral.isOrdinal, numeral.value.isWhole,
      numeral.value < Rational(100_000), numeral.value > Rational(0),
      let (side, after) = words.dates.longest(lexemes, numeral.end), side.role == .last || side.role == .next,
      let (row, end) = words.dates.longest(lexemes, after), row.role == .unit,
      lexemes.isPluralForm(end - 1) || lexemes.hash(numeral.end) == words.particles.upcoming
    else { return nil }
    let length = TimeLength(Int(numeral.value.numerator), row.unit)
    return Moment(
      start: index, end: end, expression: .stretch([length], direction: side.number < 0 ? -1 : 1),
      kind: length.unit.seconds != nil ? .datetimerange : .daterange)
  }
}
