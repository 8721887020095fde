import DocumentModel

/// Ranges of the clock on a day: "Tuesday from 7 to 7:30", "between 10 and 11:30 on January 1".
extension QuantityReader {
  /// The day's own range after it: "December 15 from 7:00 to 8:00pm".
  func rangeOfDay(_ day: Moment) -> Moment? {
    let p = words.particles
    guard day.kind == .date || day.kind == .datetimerange, isDay(day.expression) else { return nil }
    var next = day.end
    if lexemes.isMark(next, ",") { next += 1 }
    let opener = lexemes.hash(next)
    let isOpened = lexemes.isWord(next) && (opener == p.from || opener == p.between)
    if !isOpened, lexemes.isFigure(next), isAhead(day.expression) || isOfOpeningHours(day),
      let (early, late, end) = hours(at: next, isBetween: false),
      !hasUnit(end), isAhead(day.expression) || early.hour >= 6 && !isScore(end)
    {
      return Moment(start: day.start, end: end, expression: hours(early, late, of: day), kind: .datetimerange)
    }
    guard isOpened, let (early, late, end) = hours(at: next + 1, isBetween: opener == p.between) else { return nil }
    return Moment(start: day.start, end: end, expression: hours(early, late, of: day), kind: .datetimerange)
  }

  /// "open Monday 11-4", "Hours: Saturday 10-2, Sunday 12-4", "a time Monday 12-4": elsewhere such figures are a score.
  private func isOfOpeningHours(_ day: Moment) -> Bool {
    guard case .weekday(_, nil) = day.expression else { return false }
    var at = day.start - 1
    if lexemes.isWord(at), lexemes.hash(at) == words.particles.on || lexemes.hash(at) == words.particles.for { at -= 1 }
    if lexemes.hash(at) == words.particles.time, lexemes.isWord(at) {
      return [words.particles.a, words.particles.some].contains(lexemes.hash(at - 1))
    }
    // "Saturday 10-2, Sunday 12-4"
    if quantities.last?.kind == .datetimerange, free == at,
      lexemes.isMark(at, ",") || lexemes.hash(at) == words.particles.and
    {
      return true
    }
    while at >= 0, at > day.start - 6, !lexemes.isMark(at, "."), !lexemes.isMark(at, ";") {
      // The U.S. Open is another matter.
      if lexemes.isWord(at), isIn(.openHours, at), !lexemes.isCapital(lexeme: at) || opensSentence(at) { return true }
      at -= 1
    }
    return false
  }

  /// "6-4, 6-3": the next set follows.
  private func isScore(_ index: Int) -> Bool {
    lexemes.isMark(index, ",") && lexemes.isFigure(index + 1) && lexemes.gap(index + 2) == .hyphen
  }

  /// Hours of a day; those of an afternoon, evening or night are after noon.
  private func hours(_ early: ClockTime, _ late: ClockTime, of day: Moment) -> TemporalExpression {
    guard case .partOfDay(let part, let of) = day.expression else {
      return .interval(.dateTime(day.expression, early), .time(late), closed: false)
    }
    func shifted(_ time: ClockTime) -> ClockTime {
      guard part != .morning, time.hour < 12 else { return time }
      return ClockTime(hour: time.hour + 12, minute: time.minute, second: time.second) ?? time
    }
    // "8am-3 yesterday afternoon" begins before it.
    let from = late.hour >= 12 && early.hour < 12 ? early : shifted(early)
    return .interval(
      .dateTime(of ?? .relative(count: 0, .day, whole: true), from), .time(shifted(late)), closed: false)
  }

  /// "8 a.m. until 6", "Tuesday at 2:00 - 2:30 pm": an hour, and the one that ends it.
  func hourRange(_ first: Moment, _ next: Int, _ opener: UInt64) -> Moment? {
    let p = words.particles
    let isOpened = opener == p.from || opener == p.between
    let early: ClockTime
    switch first.expression {
    case .time(let clock), .dateTime(_, let clock): early = clock
    default: return nil
    }
    guard first.kind == .time || first.kind == .datetime else { return nil }
    let bare = isPlain(first.start, first.end) && !hasUnit(next + 1) ? bareHour(at: next) : nil
    guard let second = time(at: next) ?? bare, case .time(let late) = second.expression else { return nil }
    // What follows may belong to the end alone: "3 p.m. to 5 p.m. on Tuesday" is read elsewhere.
    if let whole = moment(at: next), whole.end > second.end { return nil }
    let (from, to) = ordered(
      early, late, plainFirst: isPlainHalf(first.end - 1), plainSecond: isPlainHalf(second.end - 1))
    var begin = TemporalExpression.time(from)
    if case .dateTime(let day, _) = first.expression { begin = .dateTime(day, from) }
    return Moment(
      start: isOpened ? first.start - 1 : first.start, end: second.end,
      expression: .interval(begin, .time(to), closed: false),
      kind: first.kind == .datetime ? .datetimerange : .timerange)
  }

  /// Hours whose half of the day is said once or not at all, so that the second comes after the first.
  func ordered(
    _ early: ClockTime, _ late: ClockTime, plainFirst: Bool, plainSecond: Bool
  ) -> (ClockTime, ClockTime) {
    func minutes(_ time: ClockTime) -> Int { time.hour * 60 + (time.minute ?? 0) }
    func shifted(_ time: ClockTime) -> ClockTime? {
      ClockTime(hour: time.hour + 12, minute: time.minute, second: time.second)
    }
    if late.hour >= 12, early.hour < 12, minutes(early) + 720 < minutes(late), plainSecond, !plainFirst,
      let from = shifted(early)
    {
      return (from, late)
    }
    if minutes(late) <= minutes(early), late.hour < 12, !plainSecond, let to = shifted(late),
      minutes(to) > minutes(early)
    {
      return (early, to)
    }
    return (early, late)
  }

  /// A range of the clock with its day after it: "from 5 to 6pm on April 22"; without one, only if the hours are plainly so.
  func rangeBeforeDay(at index: Int) -> Moment? {
    let p = words.particles
    let opener = lexemes.hash(index - 1)
    let isOpened = index > 0 && lexemes.isWord(index - 1) && (opener == p.from || opener == p.between)
    guard let (early, late, end) = hours(at: index, isBetween: opener == p.between) else { return nil }
    guard isOpened else {
      // "7 to 9 in the evening"
      if lexemes.isFigure(index), isWithoutNoun(end), words.dates.row(lexemes.hash(end - 1))?.role == .partOfDay,
        lexemes.hash(end - 2) == p.the
      {
        return Moment(
          start: index, end: end, expression: .interval(.time(early), .time(late), closed: false), kind: .timerange)
      }
      // "6-8 next Monday": what is yet to come has no score.
      guard lexemes.isFigure(index), let day = dayOfBareRange(index, end) else { return nil }
      return Moment(
        start: index, end: day.end, expression: hours(early, late, of: day), kind: .datetimerange)
    }
    var next = end
    if lexemes.hash(next) == p.on || lexemes.hash(next) == p.of { next += 1 }
    // "rose from nine to ten on Friday"
    let isPlainFigure = lexemes.isFigure(index) && dottedClock(index) == nil
    if isPlainFigure || isPlain(index, end) || !isOfTrade(before: index), let day = moment(at: next),
      day.kind == .date || day.kind == .datetimerange, isDay(day.expression), !opensRunOfDays(day)
    {
      return Moment(
        start: index - 1, end: day.end, expression: hours(early, late, of: day), kind: .datetimerange)
    }
    guard isPlain(index, end) else { return nil }
    return Moment(
      start: index - 1, end: end, expression: .interval(.time(early), .time(late), closed: false), kind: .timerange)
  }

  /// The day after a range of figures that nothing opens: "6-8 next Monday", "7-8:30 tonight", "9.30 to 10.30 on
  /// Friday".
  private func dayOfBareRange(_ index: Int, _ end: Int) -> Moment? {
    let isOn = lexemes.hash(end) == words.particles.on
    let hasMinutes = (index..<end).contains { lexemes.isMark($0, ":") && lexemes.gap($0) == .none }
    let isDotted = end == index + 2 || end == index + 3
    if isDotted && dottedClock(index) != nil && dottedClock(end - 1) != nil && !isOfTrade(before: index)
      || hasMinutes && lexemes.gap(index + 1) == .hyphen && !isHalfDayWithin(index, end)
    {
      return dayOfHour(at: isOn ? end + 1 : end, isOn: isOn)
    }
    guard !isPlain(index, end), let day = moment(at: end), isAhead(day.expression), day.kind == .date else {
      return nil
    }
    return day
  }

  private func isHalfDayWithin(_ start: Int, _ end: Int) -> Bool {
    (start..<end).contains { words.dates.row(lexemes.hash($0))?.role == .halfDay }
  }

  /// Whether a day is told as one to come: "tomorrow", "next Monday".
  func isAhead(_ expression: TemporalExpression) -> Bool {
    switch expression {
    case .relative(let count, .day, true): count > 0
    case .weekday(_, let direction?): direction >= 0
    default: false
    }
  }

  /// Whether minutes, a half of the day or a part of it are said.
  private func isPlain(_ start: Int, _ end: Int) -> Bool {
    (start..<end).contains { index in
      lexemes.isMark(index, ":")
        || words.dates.row(lexemes.hash(index)).map {
          [.halfDay, .partOfDay, .oclock, .clock].contains($0.role)
        } ?? false
    }
  }

  /// "7 to 7:30", "10 and 11:30", "3 to 5 in the afternoon".
  func hours(at index: Int, isBetween: Bool) -> (ClockTime, ClockTime, Int)? {
    let p = words.particles
    guard let first = time(at: index, afterDay: true) ?? bareHour(at: index), case .time(let early) = first.expression
    else { return nil }
    var next = first.end
    let hash = lexemes.hash(next)
    if lexemes.gap(next) == .hyphen || lexemes.gap(next) == .dash {
    } else if lexemes.isWord(next), words.dates.row(hash)?.role == .to || isBetween && hash == p.and {
      next += 1
    } else if lexemes.isFreeDash(next) {
      next += 1
    } else {
      return nil
    }
    guard let second = time(at: next, afterDay: true) ?? bareHour(at: next), case .time(let late) = second.expression
    else { return nil }
    let (from, to) = ordered(
      early, late, plainFirst: isPlainHalf(first.end - 1), plainSecond: isPlainHalf(second.end - 1))
    return (from, to, second.end)
  }

  func isPlainHalf(_ index: Int) -> Bool {
    words.dates.row(lexemes.hash(index)).map { $0.role == .halfDay || $0.role == .partOfDay } ?? false
  }

  /// Whether an hour in words may end there: before a mark, a word of time, "to", "and" or "on"; "One of the
  /// suspects" is none.
  private func isClosedHour(_ index: Int) -> Bool {
    guard lexemes.isWord(index) else { return lexemes.kind(index) != .figure }
    let p = words.particles
    let hash = lexemes.hash(index)
    if hash == p.and || hash == p.the || words.weekdays.row(hash) != nil { return true }
    return words.dates.longest(lexemes, index).map {
      [.at, .to, .day, .tonight, .thisPart, .lastNight, .next, .oclock, .of].contains($0.row.role)
        && hash != p.of && hash != p.by
    } ?? false
  }

  /// A bare hour, or one with minutes after a dot, within a range whose other end or whose day tells it to be one.
  func bareHour(at index: Int) -> Moment? {
    if let clock = dottedClock(index) {
      return Moment(start: index, end: index + 1, expression: .time(clock), kind: .time)
    }
    if lexemes.isWord(index), let word = words.numbers.row(lexemes.hash(index)), word.role == .one, word.value.isWhole,
      (Rational(1)...Rational(12)).contains(word.value), lexemes.gap(index + 1) != .hyphen,
      !lexemes.isCapital(lexeme: index) || opensSentence(index - 1), isClosedHour(index + 1)
    {
      return halved(Int(word.value.numerator), nil, nil, index, index + 1)
    }
    if let pieces = dottedPieces(index) { return pieces }
    guard lexemes.isFigure(index), let hour = lexemes.digits(index), lexemes.length(index) <= 2,
      (1...24).contains(hour), lexemes.gap(index + 1) != .none || !lexemes.isMark(index + 1, "/"),
      let clock = ClockTime(hour: hour)
    else { return nil }
    return Moment(start: index, end: index + 1, expression: .time(clock), kind: .time)
  }
}
