import DocumentModel

/// Stretches told by their place in a longer one: "the last week of July", "the first three months of 2012", "the end of the
/// year", "the 15th day of next month".
extension QuantityReader {
  func partOfPeriod(at index: Int) -> Moment? {
    var next = index
    if lexemes.hash(next) == words.particles.the { next += 1 }
    if let moment = countedPart(index, next) { return moment }
    return boundary(index, next)
  }

  /// "[the] first three weeks of 2021", "[the] last month of the year", "[the] 9th month of next year".
  private func countedPart(_ start: Int, _ index: Int) -> Moment? {
    var first: Int
    var next: Int
    if let (row, end) = words.dates.longest(lexemes, index), row.role == .last, row.number < 0 {
      first = -1
      next = end
    } else if lexemes.hash(index) == words.particles.final, lexemes.isWord(index) {
      first = -1
      next = index + 1
    } else if let numeral = numerals.numeral(at: index), numeral.isOrdinal, numeral.value.isWhole,
      (Rational(1)...Rational(366)).contains(numeral.value)
    {
      first = Int(numeral.value.numerator)
      next = numeral.end
      // "the third last week of 2018"
      if let (row, end) = words.dates.longest(lexemes, next), row.role == .last, row.number < 0 {
        first = -first
        next = end
      }
    } else {
      return nil
    }
    var count = 1
    if first == 1 || first == -1, next > index, let numeral = numerals.numeral(at: next), !numeral.isOrdinal,
      numeral.value.isWhole,
      (Rational(1)...Rational(366)).contains(numeral.value)
    {
      count = Int(numeral.value.numerator)
      next = numeral.end
    }
    guard lexemes.isWord(next), let (row, end) = words.dates.longest(lexemes, next), row.role == .unit,
      let (period, finish) = period(after: end)
    else { return nil }
    let unit = row.unit
    switch unit {
    case .day, .week, .weekend, .month, .quarter, .year: break
    default: return nil
    }
    // "the first days of January", "the final weeks of 2025": as many as anybody's guess.
    if next > index, abs(first) == 1, count == 1, lexemes.isPluralForm(end - 1) {
      return Moment(
        start: start, end: finish, expression: .part(first > 0 ? .early : .late, of: period), kind: .daterange)
    }
    // Quarters of a year have a name of their own in ISO 8601.
    if unit == .quarter, count == 1, first > 0 { return nil }
    if count > 1, first < 0 { first = -count }
    return Moment(
      start: start, end: finish, expression: .nth(first, count: count, unit, of: period),
      kind: unit == .day && count == 1 ? .date : .daterange)
  }

  /// "end of 2000", "beginning of next month", "middle of the year".
  private func boundary(_ start: Int, _ index: Int) -> Moment? {
    if start == index, let (_, end) = words.dates.longest(lexemes, index), let moment = endOfDay(index, end) {
      return moment
    }
    if start == index, let moment = hyphenedEnd(index) { return moment }
    guard start == index, let (row, end) = words.dates.longest(lexemes, index), row.role == .boundary,
      lexemes.hash(end) == words.particles.of, let (period, finish) = period(after: end) ?? bareUnit(end + 1)
    else { return nil }
    if lexemes.hash(index) == words.particles.rest {
      return Moment(
        start: index, end: finish, expression: .interval(.present, period, closed: true), kind: .daterange)
    }
    return Moment(start: index, end: finish, expression: .part(row.edge, of: period), kind: .daterange)
  }

  /// "end of year": the unit without its article.
  private func bareUnit(_ index: Int) -> (TemporalExpression, Int)? {
    guard lexemes.isWord(index), let row = words.dates.row(lexemes.hash(index)), row.role == .unit,
      !lexemes.isPluralForm(index)
    else { return nil }
    switch row.unit {
    case .week: return (.relative(count: 0, .week, whole: true), index + 1)
    case .month: return (.relative(count: 0, .month, whole: true), index + 1)
    case .quarter: return (.relative(count: 0, .quarter, whole: true), index + 1)
    case .year: return (.relative(count: 0, .year, whole: true), index + 1)
    default: return nil
    }
  }

  /// "week of October 6", "week 27 of last year", "week 1".
  func numberedWeek(at index: Int) -> Moment? {
    guard lexemes.isWord(index), let row = words.dates.row(lexemes.hash(index)), row.role == .unit,
      row.unit == .week, !lexemes.isPluralForm(index)
    else { return nil }
    if lexemes.hash(index + 1) == words.particles.of, let day = dayNamed(at: index + 2) {
      // "week of Dec. 7-13"
      var end = day.end
      if lexemes.gap(end) == .hyphen || lexemes.gap(end) == .dash, let (_, after) = dayNumber(end), !hasUnit(after) {
        end = after
      }
      return Moment(start: index, end: end, expression: .part(.wholeWeek, of: day.expression), kind: .daterange)
    }
    guard let number = lexemes.digits(index + 1), (1...53).contains(number), lexemes.gap(index + 1) == .space,
      !hasMeasure(index + 2)
    else { return nil }
    let (period, end) =
      period(after: index + 2) ?? yearAfter(index + 2).0.map {
        (.year($0), yearAfter(index + 2).1)
      } ?? (.relative(count: 0, .year, whole: true), index + 2)
    return Moment(
      start: index, end: end, expression: .nth(number, count: 1, .week, of: period), kind: .daterange)
  }

  /// "20th of next month", "the 3rd of this month".
  func dayOfMonth(at index: Int) -> Moment? {
    guard let (day, next) = ordinalDay(at: index), lexemes.hash(next) == words.particles.of,
      let (period, end) = period(after: next), case .relative(_, .month, true) = period
    else { return nil }
    return Moment(
      start: index, end: end, expression: .nth(day, count: 1, .day, of: period), kind: .date)
  }

  /// The longer stretch after "of" or "in": a month, a year, "last year", "the year".
  func period(after index: Int) -> (TemporalExpression, Int)? {
    var next = index
    guard words.dates.row(lexemes.hash(next))?.role == .of, lexemes.isWord(next) else { return nil }
    next += 1
    if let row = words.dates.row(lexemes.hash(next)), row.role == .at, lexemes.hash(next) != words.particles.on {
      next += 1
    }
    let hasArticle = lexemes.hash(next) == words.particles.the
    if hasArticle { next += 1 }
    if hasArticle, let row = words.dates.row(lexemes.hash(next)), row.role == .unit, lexemes.isWord(next) {
      let unit = row.unit
      guard unit == .week || unit == .month || unit == .quarter || unit == .year || unit == .decade,
        !lexemes.isPluralForm(next)
      else { return nil }
      return (.relative(count: 0, unit, whole: true), next + 1)
    }
    guard let inner = moment(at: next), inner.kind == .daterange else { return nil }
    switch inner.expression {
    // "the start of the 2016 season"
    case .calendar(_, nil, nil, nil) where hasArticle: return nil
    case .calendar, .relative, .years, .month, .within: return (inner.expression, inner.end)
    case .part(.quarter, _), .part(.half, _), .part(.season, _): return (inner.expression, inner.end)
    default: return nil
    }
  }

  /// "on the 18th", where nothing follows that could be numbered.
  func dayAlone(at index: Int) -> Moment? {
    let p = words.particles
    guard lexemes.hash(index) == p.the,
      [p.on, p.by, p.until, p.since].contains(lexemes.hash(index - 1)), index > 0,
      // "on the first" is seldom a day.
      let (day, end) = ordinalDay(at: index + 1), lexemes.isFigure(index + 1) || day > 9,
      end >= lexemes.count || lexemes.kind(end) == .mark
    else { return nil }
    return Moment(
      start: index, end: end, expression: .calendar(year: nil, month: nil, day: day, weekday: nil), kind: .date)
  }

  /// "over the weekend".
  func weekend(at index: Int) -> Moment? {
    let p = words.particles
    guard lexemes.hash(index) == p.the, lexemes.hash(index + 1) == p.weekend, lexemes.isWord(index + 1),
      weekendOf(index + 1, index + 2) == nil, unitAlone(.weekend, index + 1, index + 2) == nil,
      isWithoutNounOrDate(index + 2)
    else { return nil }
    return Moment(
      start: index, end: index + 2, expression: .relative(count: 0, .weekend, whole: true), kind: .daterange)
  }
}
