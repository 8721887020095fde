import DocumentModel

/// Dates in figures alone: "2010-12-14", "12/14/2010", "14.12.2010", "14-12-2010", "2010/Dec/14", "on 12/14".
extension QuantityReader {
  func numericDate(at index: Int) -> Moment? {
    if let moment = isoDate(at: index) ?? dottedDate(at: index) ?? hyphenedDate(at: index) ?? compactDate(at: index) {
      return moment
    }
    if let week = isoWeek(at: index) { return week }
    guard lexemes.isMark(index + 1, "/"), lexemes.gap(index + 1) == .none, lexemes.gap(index + 2) == .none else {
      return nil
    }
    return slashedDate(at: index) ?? monthAndYear(at: index) ?? shortDate(at: index)
  }

  /// "2010-12-14"; "2014-10" where no span of years is meant.
  private func isoDate(at index: Int) -> Moment? {
    guard lexemes.length(index) == 4, let year = lexemes.digits(index), (1000...2199).contains(year),
      lexemes.gap(index + 1) == .hyphen || lexemes.isMark(index + 1, "/") && lexemes.gap(index + 1) == .none
    else { return nil }
    let next = lexemes.gap(index + 1) == .hyphen ? index + 1 : index + 2
    guard let month = lexemes.digits(next), lexemes.length(next) <= 2, (1...12).contains(month) else { return nil }
    if next == index + 1, lexemes.gap(next + 1) == .hyphen {
      guard let day = lexemes.digits(next + 1), CivilDate(year: year, month: month, day: day) != nil else { return nil }
      return date(index, next + 2, year, month, day)
    }
    guard lexemes.length(next) == 2 || next == index + 1 && !lexemes.isWord(next + 1),
      next == index + 2 || month != (year + 1) % 100, (1900...2199).contains(year),
      !lexemes.isMark(next + 1, "/") || lexemes.gap(next + 1) != .none, !hasUnit(next + 1)
    else { return nil }
    return Moment(
      start: index, end: next + 1, expression: .calendar(year: year, month: month, day: nil, weekday: nil),
      kind: .daterange)
  }

  /// "23.04.2022", one figure of two dots.
  private func dottedDate(at index: Int) -> Moment? {
    guard lexemes.isFigure(index), (8...10).contains(lexemes.length(index)) else { return nil }
    let parts = lexemes.bytes[lexemes.starts[index]..<lexemes.ends[index]].split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    let numbers = parts.map { part in
      part.reduce(0) { $1.isDigit ? $0 * 10 + $1.digit : $0 + 100_000 }
    }
    // "2026.12.05"
    if parts[0].count == 4, parts[1].count == 2, parts[2].count == 2, (1900...2199).contains(numbers[0]) {
      return CivilDate(year: numbers[0], month: numbers[1], day: numbers[2]).flatMap { _ in
        date(index, index + 1, numbers[0], numbers[1], numbers[2])
      }
    }
    guard parts[2].count == 4 else { return nil }
    return ordered(numbers[0], numbers[1], numbers[2], index, index + 1, dayFirst: true)
  }

  /// "20200701", the basic form of ISO 8601, where it is no number of anything.
  func compactDate(at index: Int) -> Moment? {
    guard lexemes.length(index) == 8, let number = lexemes.digits(index), (1900...2099).contains(number / 10_000),
      CivilDate(year: number / 10_000, month: number / 100 % 100, day: number % 100) != nil, !hasUnit(index + 1),
      lexemes.gap(index + 1) != .none || !lexemes.isWord(index + 1),
      !lexemes.isWord(index - 1) && lexemes.kind(index - 1) != .symbol && lexemes.kind(index - 1) != .figure
        || isAfterWordOfTime(index)
    else { return nil }
    return date(index, index + 1, number / 10_000, number / 100 % 100, number % 100)
  }

  private func isAfterWordOfTime(_ index: Int) -> Bool {
    let p = words.particles
    return [p.on, p.of, p.from, p.to, p.until, p.since, p.by, p.before, p.after, p.between, p.and, DateParticle.till]
      .contains(lexemes.hash(index - 1))
  }

  /// "14-12-2010", "10-31-74".
  private func hyphenedDate(at index: Int) -> Moment? {
    guard lexemes.length(index) <= 2, let a = lexemes.digits(index), lexemes.gap(index + 1) == .hyphen,
      lexemes.gap(index + 2) == .hyphen, lexemes.length(index + 1) == 2, let b = lexemes.digits(index + 1),
      let c = lexemes.digits(index + 2), lexemes.gap(index + 3) != .hyphen
    else { return nil }
    if lexemes.length(index + 2) == 2, a > 12 || b > 12 {
      return ordered(a, b, ShortYear.inForms(c), index, index + 3, dayFirst: false)
    }
    guard lexemes.length(index + 2) == 4 else { return nil }
    return ordered(a, b, c, index, index + 3, dayFirst: false)
  }

  /// "12/14/2010", "2010/12/14", "23/Sep/2020", "2019/aug/01".
  private func slashedDate(at index: Int) -> Moment? {
    guard lexemes.isMark(index + 3, "/"), lexemes.gap(index + 3) == .none, lexemes.gap(index + 4) == .none,
      let a = lexemes.digits(index), let c = lexemes.digits(index + 4)
    else { return nil }
    let end = index + 5
    guard let b = lexemes.digits(index + 2) else {
      guard lexemes.isWord(index + 2), let month = words.months.row(lexemes.hash(index + 2))?.number else { return nil }
      let (year, day) = lexemes.length(index) == 4 ? (a, c) : (c, a)
      return CivilDate(year: year, month: month, day: day).flatMap { _ in date(index, end, year, month, day) }
    }
    if lexemes.length(index) == 4 {
      return CivilDate(year: a, month: b, day: c).flatMap { _ in date(index, end, a, b, c) }
    }
    return ordered(
      a, b, lexemes.length(index + 4) == 2 ? ShortYear.inForms(c) : c, index, end, dayFirst: false)
  }

  /// "2026-W50", a week by its number (ISO 8601).
  private func isoWeek(at index: Int) -> Moment? {
    let length = lexemes.length(index + 1)
    guard let year = year(at: index), lexemes.gap(index + 1) == .hyphen, lexemes.isWord(index + 1),
      length == 3, lexemes.firstByte(index + 1) == UInt8(ascii: "W"), lexemes.gap(index + 2) != .hyphen
    else { return nil }
    let start = lexemes.starts[index + 1]
    let digits = lexemes.bytes[start + 1..<start + 3]
    guard digits.allSatisfy({ $0.isDigit }) else { return nil }
    let number = digits.reduce(0) { $0 * 10 + $1.digit }
    guard (1...53).contains(number) else { return nil }
    return Moment(
      start: index, end: index + 2,
      expression: .nth(number, count: 1, .week, of: .year(year)),
      kind: .daterange)
  }

  /// "in 09/2029", after a word of time: "Law 11/2008" is no month.
  private func monthAndYear(at index: Int) -> Moment? {
    let p = words.particles
    guard let month = lexemes.digits(index), (1...12).contains(month), lexemes.length(index) <= 2,
      lexemes.length(index + 2) == 4, let year = lexemes.digits(index + 2), (1900...2199).contains(year),
      !lexemes.isMark(index + 3, "/"), !hasUnit(index + 3),
      [p.in, p.since, p.until, p.by, p.from].contains(lexemes.hash(index - 1)) && index > 0
        || index == 0 && lexemes.count == 3
    else { return nil }
    return Moment(
      start: index, end: index + 3, expression: .calendar(year: year, month: month, day: nil, weekday: nil),
      kind: .daterange)
  }

  /// "on 12/14", "from 10/1 to 11/7", "11/20, 11/22 or 11/25": a fraction unless a word of time stands before it.
  private func shortDate(at index: Int) -> Moment? {
    let p = words.particles
    var before = index - 1
    // One of several: the first tells.
    var steps = 0
    while steps < 4,
      lexemes.isMark(before, ",") || lexemes.hash(before) == p.or || lexemes.hash(before) == p.and
        || isTo(before)
    {
      guard monthAndDay(at: before - 3) != nil else { break }
      before -= 4
      steps += 1
    }
    let opener = lexemes.hash(before)
    let isOpened = lexemes.isWord(before) && [p.on, p.until, p.since, p.from, p.this].contains(opener)
    // "since 9/11": the attacks, not this year's day.
    if slashedPair(at: index) == .september11 { return nil }
    guard let (month, day) = monthAndDay(at: index), lexemes.hash(index + 3) != p.of, !hasUnit(index + 3),
      isOpened || isPlainDate(index)
    else { return nil }
    return Moment(
      start: index, end: index + 3, expression: .calendar(year: nil, month: month, day: day, weekday: nil), kind: .date)
  }

  /// "25/4 at 4 p.m.", "2/29-3/1", or "2/15" and nothing else: more than a fraction.
  private func isPlainDate(_ index: Int) -> Bool {
    guard let pair = slashedPair(at: index) else { return false }
    let next = index + 3
    if let row = words.dates.row(lexemes.hash(next)), row.role == .at, lexemes.isWord(next), time(at: next + 1) != nil {
      return true
    }
    // "11/27 3pm"
    if lexemes.isFigure(next), lexemes.gap(next) == .space, let hour = time(at: next), isPlainHalf(hour.end - 1) {
      return true
    }
    if let (bound, end) = words.modifiers.longest(lexemes, next), bound.place == .date, time(at: end) != nil {
      return true
    }
    if lexemes.gap(index) == .hyphen || lexemes.gap(index) == .dash, monthAndDay(at: index - 3) != nil,
      let first = slashedPair(at: index - 3), first.hasDayBeyondMonths
    {
      return true
    }
    // "12/24 thru 1/2"
    func isBeyond(_ at: Int) -> Bool {
      guard monthAndDay(at: at) != nil, let pair = slashedPair(at: at) else { return false }
      return pair.hasDayBeyondMonths && pair != .always
    }
    if isTo(next), monthAndDay(at: next + 1) != nil, isBeyond(index) || isBeyond(next + 1) { return true }
    if isTo(index - 1), monthAndDay(at: index - 4) != nil, isBeyond(index) || isBeyond(index - 4) { return true }
    // Around the clock is "24/7".
    guard pair.hasDayBeyondMonths, pair != .always else { return false }
    if lexemes.gap(next) == .hyphen || lexemes.gap(next) == .dash { return monthAndDay(at: next) != nil }
    return index == 0 && next >= lexemes.count
  }

  private func isTo(_ index: Int) -> Bool {
    lexemes.isWord(index) && words.dates.row(lexemes.hash(index))?.role == .to
  }

  /// "12/14", as Americans write it, or "14/12".
  func monthAndDay(at index: Int) -> (month: Int, day: Int)? {
    guard let a = lexemes.digits(index), lexemes.isMark(index + 1, "/"), lexemes.gap(index + 1) == .none,
      let b = lexemes.digits(index + 2), lexemes.gap(index + 2) == .none, !lexemes.isMark(index + 3, "/")
    else { return nil }
    let (month, day) = a > 12 ? (b, a) : (a, b)
    return CivilDate(year: 2000, month: month, day: day) == nil ? nil : (month, day)
  }

  /// Month before day unless the figures forbid it; the other way round for dots, which Americans do not use.
  private func ordered(_ a: Int, _ b: Int, _ year: Int, _ start: Int, _ end: Int, dayFirst: Bool) -> Moment? {
    let isDayFirst = dayFirst ? b <= 12 : a > 12
    let (month, day) = isDayFirst ? (b, a) : (a, b)
    guard CivilDate(year: year, month: month, day: day) != nil else { return nil }
    return date(start, end, year, month, day)
  }

  private func date(_ start: Int, _ end: Int, _ year: Int, _ month: Int, _ day: Int) -> Moment {
    Moment(
      start: start, end: end, expression: .calendar(year: year, month: month, day: day, weekday: nil), kind: .date)
  }
}
