import DocumentModel

/// Days, months and years as a calendar names them.
extension QuantityReader {
  func date(at index: Int) -> Moment? {
    // "the day after the day after …": nested no deeper than people do.
    guard nesting.depth < 6 else { return nil }
    nesting.depth += 1
    defer { nesting.depth -= 1 }
    return dateUnbounded(at: index)
  }

  private func dateUnbounded(at index: Int) -> Moment? {
    if lexemes.isFigure(index) {
      if let moment = figureDate(at: index) ?? holiday(at: index) ?? weekdayOfMonth(at: index) { return moment }
      if let moment = partOfEra(at: index) ?? partOfLabelledYear(at: index) { return moment }
      if let moment = distance(at: index) ?? partOfPeriod(at: index) ?? dayOfMonth(at: index) { return moment }
      return ordinalPart(at: index) ?? nextUnits(at: index)
    }
    guard lexemes.isWord(index) else { return nil }
    if let row = words.weekdays.row(lexemes.hash(index)) { return weekday(row, at: index) }
    if let moment = monthDate(at: index) { return moment }
    if let moment = holiday(at: index) ?? weekdayOfMonth(at: index) { return moment }
    if let moment = numberedQuarter(at: index) ?? numberedWeek(at: index) ?? labelledPeriod(at: index) { return moment }
    if let moment = partOfEra(at: index) ?? spokenDecade(at: index) { return moment }
    if let moment = partOfPeriod(at: index) ?? dayAlone(at: index) ?? numberedDays(at: index)
      ?? weekend(at: index) ?? partOfSomeDay(at: index)
    {
      return moment
    }
    if lexemes.hash(index) == words.particles.ad || lexemes.hash(index) == words.particles.adDots,
      let moment = yearOfEra(at: index)
    {
      return moment
    }
    if let (row, end) = words.dates.longest(lexemes, index), let moment = worded(row, index, end) { return moment }
    guard words.numbers.row(lexemes.hash(index)) != nil else { return nil }
    if let moment = distance(at: index) ?? dayBeforeMonth(at: index) ?? daysBeforeMonth(at: index) { return moment }
    if let moment = dayOfMonth(at: index) ?? ordinalClosest(at: index) { return moment }
    return ordinalPart(at: index) ?? nextUnits(at: index)
  }

  /// A day of the month: "14", "14th", "fourteenth".
  func dayNumber(_ index: Int) -> (Int, Int)? {
    var index = index
    if lexemes.hash(index) == words.particles.the { index += 1 }
    if let number = lexemes.digits(index), lexemes.length(index) <= 2, (1...31).contains(number) {
      let p = words.particles
      let ending = lexemes.hash(index + 1)
      if lexemes.gap(index + 1) == .none, ending == p.th || ending == p.st || ending == p.nd || ending == p.rd {
        return (number, index + 2)
      }
      guard
        lexemes.gap(index + 1) != .none || !lexemes.isWord(index + 1)
          || words.months.row(lexemes.hash(index + 1)) != nil,
        !lexemes.isMark(index + 1, "%"),
        !lexemes.isMark(index + 1, ":")
      else { return nil }
      return (number, index + 1)
    }
    guard lexemes.isWord(index), let numeral = numerals.numeral(at: index), numeral.isOrdinal, numeral.value.isWhole,
      (1...31).contains(numeral.value.numerator)
    else { return nil }
    return (Int(numeral.value.numerator), numeral.end)
  }

  func isClock(_ index: Int) -> Bool {
    lexemes.isMark(index + 1, ":") || words.dates.longest(lexemes, index + 1)?.row.role == .halfDay
  }

  /// A year after a date: ", 2014" or " 2014".
  func yearAfter(_ index: Int) -> (Int?, Int) {
    var next = index
    if lexemes.isMark(next, ",") || lexemes.hash(next) == words.particles.of
      || lexemes.hash(next) == words.particles.in
    {
      next += 1
    }
    if let year = year(at: next), !lexemes.isMark(next + 1, "%"), !hasMeasure(next + 1) { return (year, next + 1) }
    if let (year, end) = clippedYear(at: next) { return (year, end) }
    return spelledYear(at: next).map { ($0.0, $0.1) } ?? (nil, index)
  }

  /// A year in words: "nineteen seventy-two", "two thousand and thirty-two", "seventeen hundred thirty-three".
  private func spelledYear(at index: Int) -> (Int, Int)? {
    guard lexemes.isWord(index), let word = words.numbers.row(lexemes.hash(index)),
      word.role == .one || word.role == .ten,
      let whole = numerals.numeral(at: index), !whole.isOrdinal, whole.value.isWhole
    else { return nil }
    if (Rational(1100)...Rational(2199)).contains(whole.value) { return (Int(whole.value.numerator), whole.end) }
    guard (Rational(10)...Rational(21)).contains(whole.value), lexemes.isWord(whole.end),
      let rest = numerals.numeral(at: whole.end), !rest.isOrdinal, rest.value.isWhole,
      (Rational(10)...Rational(99)).contains(rest.value)
    else { return nil }
    return (Int(whole.value.numerator) * 100 + Int(rest.value.numerator), rest.end)
  }

  /// Four digits that may be a year.
  func year(at index: Int) -> Int? {
    guard lexemes.length(index) == 4, let number = lexemes.digits(index), (1000...2199).contains(number),
      lexemes.gap(index) != .none || index == 0 || lexemes.isMark(index - 1, "~") || isBracketedYear(index)
    else { return nil }
    if lexemes.isMark(index + 1, ":"), lexemes.isFigure(index + 2), lexemes.gap(index + 2) == .none { return nil }
    return number
  }

  /// Dates that begin with a figure: "14 December 2010", "2010-12-14", "12/14/2010", "1990s", "2014", "2014-15".
  func figureDate(at index: Int) -> Moment? {
    if let moment = decade(at: index) ?? yearOfEra(at: index) ?? yearRange(at: index) { return moment }
    if let moment = dayBeforeMonth(at: index) ?? daysBeforeMonth(at: index) { return moment }
    if let moment = numericDate(at: index) ?? dayOfLaterMonth(at: index) { return moment }
    // "2019 Q1", "2019-H2".
    if let year = year(at: index), let part = partMark(at: index + 1) {
      return Moment(
        start: index, end: index + 2,
        expression: .part(part, of: .year(year)), kind: .daterange)
    }
    // "2017 April"
    if let year = year(at: index), lexemes.gap(index + 1) == .space, lexemes.isWord(index + 1),
      let row = words.months.row(lexemes.hash(index + 1)), isMonth(index + 1),
      lexemes.hash(index + 2) != words.particles.on
    {
      // "2020 Jan 1"
      if let (day, end) = dayNumber(index + 2) {
        return hasUnit(end) || isClock(index + 2)
          ? nil
          : Moment(
            start: index, end: end, expression: .calendar(year: year, month: row.number, day: day, weekday: nil),
            kind: .date)
      }
      return Moment(
        start: index, end: index + 2, expression: .calendar(year: year, month: row.number, day: nil, weekday: nil),
        kind: .daterange)
    }
    guard let year = year(at: index), isYear(index) else { return nil }
    // "2015-32" and "2015-1-32" are codes.
    if lexemes.gap(index + 1) == .hyphen, lexemes.isFigure(index + 1), shortYear(index, year) == nil,
      self.year(at: index + 1) == nil || lexemes.gap(index + 2) == .hyphen && lexemes.isFigure(index + 2)
    {
      return nil
    }
    if lexemes.isFreeDash(index + 1), let other = lexemes.digits(index + 2), (32..<100).contains(other),
      !hasUnit(index + 3)
    {
      return nil
    }
    if let end = shortYear(index, year) {
      return Moment(
        start: index, end: lexemes.isMark(index + 1, "/") ? index + 3 : index + 2,
        expression: .interval(
          .year(year),
          .year(end), closed: true), kind: .daterange)
    }
    return Moment(
      start: index, end: index + 1, expression: .year(year),
      kind: .daterange)
  }

  /// "14 December 2010", "14th of December", "first of March".
  func dayBeforeMonth(at index: Int) -> Moment? {
    guard let (day, end) = dayNumber(index) else { return nil }
    var next = end
    let hasOf = lexemes.hash(next) == words.particles.of
    if hasOf { next += 1 }
    guard lexemes.isWord(next), let row = words.months.row(lexemes.hash(next)),
      lexemes.gap(next) != .none || lexemes.isFigure(next - 1),
      isMonth(next) || hasOf && lexemes.isWord(index) || isMonthOfDay(next, index)
    else { return nil }
    let (year, finish) = yearAfter(next + 1)
    // "14th April 15", with nothing after it to count
    if year == nil, end > index + 1, lexemes.gap(next + 1) == .space, lexemes.length(next + 1) == 2,
      let short = lexemes.digits(next + 1), next + 2 >= lexemes.count || lexemes.isMark(next + 2, ".")
    {
      return Moment(
        start: index, end: next + 2,
        expression: .calendar(
          year: ShortYear.inForms(short), month: row.number, day: day, weekday: nil),
        kind: .date)
    }
    return Moment(
      start: index, end: finish, expression: .calendar(year: year, month: row.number, day: day, weekday: nil),
      kind: .date)
  }

  /// The 18 of "18 and 19 June", the 6 and the 13 of "6, 13 and 20 December".
  private func dayOfLaterMonth(at index: Int) -> Moment? {
    let p = words.particles
    guard let (day, end) = dayNumber(index), lexemes.isFigure(index), lexemes.hash(index - 1) != p.between else {
      return nil
    }
    var (last, next) = (day, end)
    for _ in 0..<8 {
      let isJoint =
        lexemes.isWord(next) && (lexemes.hash(next) == p.and || lexemes.hash(next) == p.or)
        || lexemes.hash(next) == DateParticle.ampersand
      guard isJoint || lexemes.isMark(next, ","), lexemes.isFigure(next + 1), lexemes.gap(next + 1) == .space else {
        return nil
      }
      if isJoint, let later = dayBeforeMonth(at: next + 1),
        case .calendar(let year, let month?, let second?, nil) = later.expression, last < second
      {
        return Moment(
          start: index, end: end, expression: .calendar(year: year, month: month, day: day, weekday: nil), kind: .date)
      }
      guard !isJoint, let (further, after) = dayNumber(next + 1), last < further else { return nil }
      (last, next) = (further, after)
    }
    return nil
  }

  /// Where a range begins: at its "from" or "between", with or without an article after it.
  func openedStart(_ index: Int) -> Int {
    let p = words.particles
    let begin = lexemes.hash(index - 1) == p.the ? index - 1 : index
    let opener = lexemes.hash(begin - 1)
    return begin > 0 && (opener == p.between || opener == p.from) ? begin - 1 : index
  }

  /// "3-5 May", "3 to 5 May 2012", "between 3 and 5 May".
  private func daysBeforeMonth(at index: Int) -> Moment? {
    guard let (first, middle) = dayNumber(index) else { return nil }
    var next = middle
    if lexemes.gap(next) == .hyphen || lexemes.gap(next) == .dash {
    } else if lexemes.hash(next) == words.particles.to || lexemes.isFreeDash(next)
      || lexemes.isMark(next, "/") && lexemes.gap(next) == .none && lexemes.gap(next + 1) == .none
    {
      next += 1
    } else if lexemes.hash(next) == words.particles.and,
      lexemes.hash(openedStart(index)) == words.particles.between
    {
      next += 1
    } else {
      return nil
    }
    guard let (last, end) = dayNumber(next), first < last else { return nil }
    // "from the 4th to the 23rd of next month"
    if let (period, finish) = period(after: end), case .relative(_, .month, true) = period {
      return Moment(
        start: openedStart(index), end: finish,
        expression: .interval(
          .nth(first, count: 1, .day, of: period), .nth(last, count: 1, .day, of: period), closed: true),
        kind: .daterange)
    }
    let at = lexemes.hash(end) == words.particles.of ? end + 1 : end
    guard lexemes.isWord(at), let row = words.months.row(lexemes.hash(at)), isMonth(at) || isMonthOfDay(at, index)
    else {
      return nil
    }
    let (year, finish) = yearAfter(at + 1)
    func day(_ day: Int) -> TemporalExpression { .calendar(year: year, month: row.number, day: day, weekday: nil) }
    return Moment(
      start: openedStart(index), end: finish, expression: .interval(day(first), day(last), closed: true),
      kind: .daterange)
  }

  /// The 6 of "May 5 and 6", the 6 and 7 of "May 5, 6 and 7": more days of the month told before.
  func furtherDay(at index: Int) -> Moment? {
    let p = words.particles
    guard lexemes.isFigure(index), let last = quantities.last, case .temporal(let said) = last.value else { return nil }
    // "Dec. 5-6, 12-13 and 19-20"
    var before = said
    var isRange = false
    if case .interval(.calendar?, let end?, closed: true) = said { (before, isRange) = (end, true) }
    guard last.kind == .date || isRange, case .calendar(let year, let month?, let day?, _) = before,
      let (number, single) = dayNumber(index), day < number
    else { return nil }
    var end = single
    if isRange, lexemes.gap(end) == .hyphen || lexemes.gap(end) == .dash, let (until, after) = dayNumber(end),
      number < until
    {
      end = after
    }
    guard !hasUnit(end), !isClock(index), words.months.row(lexemes.hash(end)) == nil, lexemes.kind(end) != .symbol,
      lexemes.gap(end) != .hyphen, lexemes.gap(end) != .dash
    else { return nil }
    func isJoint(_ at: Int) -> Bool { lexemes.isWord(at) && (lexemes.hash(at) == p.and || lexemes.hash(at) == p.or) }
    let isLast = isJoint(index - 1) && (free == index - 1 || free == index - 2 && lexemes.isMark(free, ","))
    // "5, 6" goes on to its "and".
    let next = lexemes.isMark(end, ",") ? end + 1 : end
    let after = isJoint(next) ? next + 1 : next
    let isMiddle =
      free == index - 1 && lexemes.isMark(free, ",") && after > end && lexemes.isFigure(after)
      && dayNumber(after) != nil
    guard isLast || isMiddle else { return nil }
    let (ownYear, finish) = isLast && end == single ? yearAfter(end) : (nil, single)
    return Moment(
      start: index, end: finish, expression: .calendar(year: ownYear ?? year, month: month, day: number, weekday: nil),
      kind: .date)
  }
}
