import DocumentModel

/// Dates told from today and parts of longer stretches: "yesterday", "early March", "later this week".
extension QuantityReader {
  /// Dates that begin with a word of the calendar: "yesterday", "last week", "early March", "every Tuesday".
  func worded(_ row: CalendarWord, _ index: Int, _ end: Int) -> Moment? {
    switch row.role {
    case .day, .tonight, .lastNight, .thisPart: return dayByNow(row, index, end)
    case .last, .next, .this: return directed(row.number, index, end)
    case .season: return season(row.number, index, end)
    case .early, .mid, .late: return partOfStretch(row.role, index, end)
    case .toDate:
      return Moment(
        start: index, end: end,
        expression: .interval(.relative(count: 0, row.unit, whole: true), .present, closed: false),
        kind: .daterange)
    case .dayEdge, .monthEdge, .yearEdge: return edge(row, index, end)
    case .every: return every(index, end)
    case .unit: return unitAlone(row.unit, index, end)
    case .within: return within(at: index)
    case .partOfDay: return partOfNamedDay(at: index)
    case .partsOfDay:
      guard row.partOfDay != .night else { return nil }
      return set(TimexSet.daily(row.partOfDay), index, end)
    case .closest: return closest(index, end)
    case .vague: return distance(at: index)
    case .decade: return wordedDecade(row.number, index, end)
    case .set: return recurringAdverb(row, index, end)
    case .alternate: return alternate(index, end)
    default: return nil
    }
  }

  /// "yesterday", "tonight", "last night", "this morning".
  private func dayByNow(_ row: CalendarWord, _ index: Int, _ end: Int) -> Moment? {
    func part(_ name: PartOfDay, ofDay count: Int) -> Moment {
      Moment(
        start: index, end: end, expression: .partOfDay(name, of: .relative(count: count, .day, whole: true)),
        kind: .datetimerange)
    }
    switch row.role {
    case .day:
      return Moment(start: index, end: end, expression: .relative(count: row.number, .day, whole: true), kind: .date)
    case .tonight: return part(.night, ofDay: 0)
    case .lastNight: return part(.night, ofDay: -1)
    case .thisPart: return part(row.partOfDay, ofDay: 0)
    default: return nil
    }
  }

  /// "early March", "mid-2014", "later this week", "late last night": a part of what follows.
  private func partOfStretch(_ role: CalendarRole, _ index: Int, _ end: Int) -> Moment? {
    // "the early morning of June 5"
    if let part = partOfNamedDay(at: end) {
      return Moment(start: index, end: part.end, expression: part.expression, kind: part.kind)
    }
    if role == .mid, let middle = middleOfYear(index, end) { return middle }
    return partToPart(role, index, end) ?? sofar(index, end) ?? portion(role, index, end)
      ?? partOfDay(role, index, end) ?? partOfSomeDay(at: index)
  }

  /// "EOD Friday", "EOM", "BOY": the edge of a day, month or year, words in capitals only.
  private func edge(_ row: CalendarWord, _ index: Int, _ end: Int) -> Moment? {
    guard lexemes.isCapital(lexeme: index), lexemes.lastByte(index) < UInt8(ascii: "a") else { return nil }
    guard row.role == .dayEdge else {
      return Moment(
        start: index, end: end,
        expression: .part(
          row.edge,
          of: .relative(count: 0, row.role == .yearEdge ? .year : .month, whole: true)), kind: .daterange)
    }
    guard let clock = ClockTime(hour: 23, minute: 59, second: 59) else { return nil }
    // "EOD Friday"
    if let day = date(at: end), day.kind == .date, isDay(day.expression) {
      return Moment(start: index, end: day.end, expression: .dateTime(day.expression, clock), kind: .datetime)
    }
    return Moment(
      start: index, end: end, expression: .dateTime(.relative(count: 0, .day, whole: true), clock), kind: .datetime)
  }

  /// "daily", "weekly", "nightly at 10".
  private func recurringAdverb(_ row: CalendarWord, _ index: Int, _ end: Int) -> Moment? {
    guard !lexemes.isCapital(lexeme: index) || opensSentence(index),
      lexemes.hash(index) != words.particles.everyday || end >= lexemes.count || lexemes.kind(end) == .mark
        || timeOfSet(end) != nil,
      !isIn(.yearlyMeasures, end)
    else { return nil }
    if row.unit == .day, let (clock, finish) = timeOfSet(end) {
      // "nightly at 10"
      let isNight = lexemes.firstByte(index).inLowerCase == UInt8(ascii: "n") && (5..<12).contains(clock.hour)
      let at = isNight ? ClockTime(hour: clock.hour + 12, minute: clock.minute) ?? clock : clock
      return set(TimexSet.daily(at: at), index, finish)
    }
    return set(TimexSet.adverb(row), index, end)
  }

  /// "earlier this year": from its beginning until now; "later this month": the rest of it.
  private func sofar(_ index: Int, _ start: Int) -> Moment? {
    let p = words.particles
    let isEarlier = lexemes.hash(index) == p.earlier
    // "later in the week"
    if isEarlier || lexemes.hash(index) == p.later, lexemes.hash(start) == p.in,
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

  /// "early March", "mid-2014", "late last week", "late 1990s".
  private func portion(_ role: CalendarRole, _ index: Int, _ start: Int) -> Moment? {
    var next = start
    if lexemes.hash(next) == words.particles.in || lexemes.hash(next) == words.particles.of { next += 1 }
    if lexemes.hash(next) == words.particles.the { next += 1 }
    // "the middle of the week"
    if lexemes.hash(start) == words.particles.of, lexemes.hash(index) == words.particles.middle,
      let (period, end) = period(after: start)
    {
      return Moment(start: index, end: end, expression: .part(.middle, of: period), kind: .daterange)
    }
    // "the early days of 2020"
    if role != .mid, let row = words.dates.row(lexemes.hash(start)), row.role == .unit, lexemes.isWord(start),
      lexemes.isPluralForm(start), [.day, .week, .month, .year].contains(row.unit),
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
