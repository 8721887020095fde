import DocumentModel

/// Seasons: "summer 2014", "the winter of 1962-63", "in late spring".
extension QuantityReader {
  /// "summer 2014", "the summer of 2014", "this summer"; a season alone only after "the" or "in".
  func season(_ number: Int, _ index: Int, _ end: Int) -> Moment? {
    var next = end
    if lexemes.hash(next) == words.particles.of { next += 1 }
    if let (year, finish) = clippedYear(at: next) {
      return Moment(
        start: index, end: finish,
        expression: .part(.season(number), of: .year(year)),
        kind: .daterange)
    }
    if let year = year(at: next) {
      // "winter 2024-25", "the winter of 2024/25"
      let isLong = number == 4 && shortYear(next, year) == year + 1
      let long = lexemes.isMark(next + 1, "/") ? next + 3 : next + 2
      return Moment(
        start: index, end: isLong ? long : next + 1,
        expression: .part(.season(number), of: .year(year)),
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
    guard lexemes.hash(index - 2) == p.in || lexemes.hash(index - 2) == p.since, lexemes.hash(index - 1) == p.the,
      lexemes.hash(end) != p.of
    else { return nil }
    return Moment(start: index, end: end, expression: .part(.season(number), of: nil), kind: .daterange)
  }

  /// "in late spring", where no year is told and no noun follows but of its own.
  func partOfSeason(_ role: CalendarRole, _ index: Int, _ start: Int) -> Moment? {
    let p = words.particles
    guard lexemes.isWord(start), lexemes.gap(start) == .space || lexemes.gap(start) == .hyphen,
      let row = words.dates.row(lexemes.hash(start)), row.role == .season,
      [p.in, p.by, p.since, p.until, p.from, p.during].contains(lexemes.hash(index - 1)), index > 0,
      isWithoutNoun(start + 1)
    else { return nil }
    let part: TemporalExpression.Part = role == .early ? .early : role == .mid ? .mid : .late
    return Moment(
      start: index, end: start + 1, expression: .part(part, of: .part(.season(row.number), of: nil)), kind: .daterange)
  }
}
