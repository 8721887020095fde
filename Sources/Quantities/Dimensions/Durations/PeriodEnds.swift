import DocumentModel

/// Stretches told by their end: "the three months to June", "the year ended March 31", "by year-end", "end-November".
extension QuantityReader {
  /// "three months to June", "30 days to 14 November", "six months ended June 30".
  func periodEnding(_ span: TimeSpan) -> Moment? {
    guard let length = span.lengths.first, span.lengths.count == 1, !span.isVague, !span.isOfClock else { return nil }
    return stretch(length, span.start, span.end)
  }

  /// "the year to 31 March 2024", "the week ending 14 November", "for the quarter ended Sept. 30".
  func unitEnding(_ unit: TemporalUnit, _ index: Int, _ end: Int) -> Moment? {
    switch unit {
    case .week, .fortnight, .month, .quarter, .halfYear, .year, .decade: return stretch(TimeLength(1, unit), index, end)
    default: return nil
    }
  }

  private func stretch(_ length: TimeLength, _ start: Int, _ index: Int) -> Moment? {
    let p = words.particles
    let hash = lexemes.hash(index)
    let before = lexemes.hash(start - 1)
    guard lexemes.isWord(index), lexemes.gap(index) == .space else { return nil }
    switch hash {
    case DateParticle.ending: break
    case DateParticle.ended:
      // "The week ended Friday with a fall" tells what the week did.
      guard
        length.count > 1 || index > start + 1
          || start > 1 && [p.in, p.for, p.of, p.during, p.over, p.from].contains(lexemes.hash(start - 2))
      else { return nil }
    case p.to, DateParticle.through:
      guard start > 0, before == p.the else { return nil }
    default: return nil
    }
    let next = lexemes.hash(index + 1) == p.on || lexemes.hash(index + 1) == p.the ? index + 2 : index + 1
    guard var last = date(at: next) else { return nil }
    // "the 12 months to the end of March"
    if case .part(.end, let of?) = last.expression { last.expression = of }
    guard let from = beginning(of: length, before: last) else { return nil }
    return Moment(
      start: start, end: last.end, expression: .interval(from, last.expression, closed: true), kind: .daterange)
  }

  /// The first day of so long a stretch that ends with a day, a month or a year.
  private func beginning(of length: TimeLength, before last: Moment) -> TemporalExpression? {
    let size = max(0, min(1000, length.count))
    let months: Int? =
      switch length.unit {
      case .month: size
      case .quarter: 3 * size
      case .halfYear: 6 * size
      case .year: 12 * size
      case .decade: 120 * size
      default: nil
      }
    if last.kind == .date, isDay(last.expression) {
      let next = TemporalExpression.offset(count: 1, .day, from: last.expression)
      if let months { return .offset(count: -months, .month, from: next) }
      return .offset(count: -size, length.unit, from: next)
    }
    guard last.kind == .daterange, let months, months > 0 else { return nil }
    switch last.expression {
    case .calendar(_, _?, nil, nil), .month: return .offset(count: 1 - months, .month, from: last.expression)
    case .calendar(let year?, nil, nil, nil) where months % 12 == 0 && year > months / 12:
      return .year(year + 1 - months / 12)
    default: return nil
    }
  }

  /// "by year-end", "at week's end", "by year-end 2025": the end as a stretch, where no noun goes on.
  func unitEnd(_ unit: TemporalUnit, _ index: Int, _ end: Int) -> Moment? {
    let p = words.particles
    guard [.week, .month, .quarter, .year].contains(unit), end == index + 1, !lexemes.isPluralForm(index) else {
      return nil
    }
    let word = lexemes.isPossessive(end) ? end + 1 : end
    guard lexemes.hash(word) == DateParticle.end, lexemes.isWord(word),
      [p.by, p.at, p.until, p.before, p.after, p.since, p.from, p.to].contains(lexemes.hash(index - 1)), index > 0
    else { return nil }
    if unit == .year, let year = year(at: word + 1) {
      return Moment(
        start: index, end: word + 2,
        expression: .part(.end, of: .year(year)), kind: .daterange)
    }
    guard isWithoutNounOrDate(word + 1) else { return nil }
    return Moment(
      start: index, end: word + 1, expression: .part(.end, of: .relative(count: 0, unit, whole: true)),
      kind: .daterange)
  }

  /// The year of "by mid-year".
  func middleOfYear(_ index: Int, _ start: Int) -> Moment? {
    guard lexemes.gap(start) == .hyphen, lexemes.hash(start) == words.particles.year, isWithoutNounOrDate(start + 1)
    else {
      return nil
    }
    return Moment(
      start: index, end: start + 1, expression: .part(.middle, of: .relative(count: 0, .year, whole: true)),
      kind: .daterange)
  }

  /// "end-November", "end-2025".
  func hyphenedEnd(_ index: Int) -> Moment? {
    guard lexemes.hash(index) == DateParticle.end, lexemes.gap(index + 1) == .hyphen else { return nil }
    if let year = year(at: index + 1), lexemes.gap(index + 2) != .hyphen {
      return Moment(
        start: index, end: index + 2,
        expression: .part(.end, of: .year(year)), kind: .daterange)
    }
    guard lexemes.isWord(index + 1), lexemes.isCapital(lexeme: index + 1),
      let month = words.months.row(lexemes.hash(index + 1))
    else { return nil }
    let year = year(at: index + 2)
    return Moment(
      start: index, end: year == nil ? index + 2 : index + 3,
      expression: .part(.end, of: .calendar(year: year, month: month.number, day: nil, weekday: nil)), kind: .daterange)
  }
}
