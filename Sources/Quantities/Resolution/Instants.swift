import DocumentModel

/// A point in time: a day, and a time of it where one is told.
struct Instant: Comparable {
  var day: CivilDate
  var clock: ClockTime?

  /// "2014-10-31", "2014-10-31T15", "2014-10-31T15:30"
  var iso: String { day.iso + (clock?.iso ?? "") }

  private var second: Int { (clock?.hour ?? 0) * 3600 + (clock?.minute ?? 0) * 60 + (clock?.second ?? 0) }

  static func < (left: Instant, right: Instant) -> Bool {
    left.day == right.day ? left.second < right.second : left.day < right.day
  }

  func adding(seconds: Int) -> Instant {
    let bounded = max(-200_000_000_000, min(200_000_000_000, seconds))
    let total = second + bounded
    let days = total >= 0 ? total / 86_400 : (total - 86_399) / 86_400
    let rest = total - days * 86_400
    return Instant(
      day: day.adding(days: days),
      clock: ClockTime(hour: rest / 3600, minute: rest / 60 % 60, second: rest % 60 == 0 ? nil : rest % 60))
  }
}

/// Points in time and the ranges between two.
extension TemporalReading {
  typealias Edges = (low: Instant, high: Instant)

  /// First and last instant of whatever an expression may mean, best reading first; days have no time.
  func instants(_ expression: TemporalExpression) -> [Edges] {
    switch expression {
    case .dateTime(let day, let clock):
      // 24:00 is the next day's midnight.
      return spans(day).map { span in
        let at = Instant(day: span.low, clock: clock)
        return (at, at)
      }
    case .present:
      return reference.map { [(Instant(day: $0, clock: clock), Instant(day: $0, clock: clock))] } ?? []
    case .relative(let count, let unit, _) where unit.seconds != nil:
      guard let reference, let seconds = unit.seconds else { return [] }
      guard let clock else {
        // Without a time of day only the day can be told.
        let day = reference.adding(days: max(-4_000_000, min(4_000_000, count)) * seconds / 86_400)
        return [(Instant(day: day), Instant(day: day))]
      }
      let at = Instant(day: reference, clock: clock).adding(seconds: bounded(count) * seconds)
      return [(at, at)]
    case .offset(let count, let unit, let base):
      return instants(base).flatMap { edges -> [Edges] in
        if let seconds = unit.seconds {
          var from = edges.low
          if from.clock == nil, countsFromNow(base) { from.clock = clock }
          // Without a time of day only the day can be told.
          guard from.clock != nil || !countsFromNow(base) else { return [(edges.low, edges.low)] }
          let at = from.adding(seconds: bounded(count) * seconds)
          return [(at, at)]
        }
        return relative(count, unit, false, from: edges.low.day).prefix(1).map { span in
          (Instant(day: span.low, clock: edges.low.clock), Instant(day: span.low, clock: edges.low.clock))
        }
      }
    case .partOfDay(let part, let day):
      let days = day.map { spans($0) } ?? reference.map { [.day($0)] } ?? []
      return days.map { ends(of: part, $0.low) }
    case .interval(let first?, let second?, _):
      return zip(instants(first), instants(second)).map { ($0.low, $1.high) }
    default:
      return spans(expression).map { (Instant(day: $0.low), Instant(day: $0.high)) }
    }
  }

  /// Whether a day is so far from now, to the minute: "a day and five hours ago".
  private func countsFromNow(_ expression: TemporalExpression) -> Bool {
    switch expression {
    case .present, .relative(_, _, false): true
    case .offset(_, _, let base): countsFromNow(base)
    default: false
    }
  }

  private func bounded(_ count: Int) -> Int { max(-10_000_000, min(10_000_000, count)) }

  func partOfDay(_ part: PartOfDay, _ day: CivilDate) -> ResolvedTime {
    let (low, high) = ends(of: part, day)
    return ResolvedTime(low: low.iso, high: high.iso)
  }

  private func ends(of part: PartOfDay, _ day: CivilDate) -> Edges {
    func at(_ hour: Int) -> Instant {
      Instant(day: day.adding(days: hour / 24), clock: ClockTime(hour: hour % 24, minute: 0))
    }
    return (at(part.hours.lowerBound), at(part.hours.upperBound))
  }

  /// "The last two hours": up to now, or from now on.
  func stretchOfClock(_ lengths: [TimeLength], _ direction: Int) -> ResolvedTime? {
    guard let now = instants(.present).first?.low else { return nil }
    var other = TemporalExpression.present
    for length in lengths { other = .offset(count: direction * length.count, length.unit, from: other) }
    guard now.clock != nil, let end = instants(other).first?.low else { return ResolvedTime(value: now.day.iso) }
    return direction < 0 ? ResolvedTime(low: end.iso, high: now.iso) : ResolvedTime(low: now.iso, high: end.iso)
  }

  /// From the first to the second; one of them may be open. Who writes "10am-12am" may mean noon, and with "9 p.m. to 12
  /// p.m." midnight; and a week ends on its Sunday or, as in America, on the Saturday before.
  func interval(_ first: TemporalExpression?, _ second: TemporalExpression?, _ closed: Bool) -> ResolvedTime? {
    guard var plain = plainInterval(first, second, closed) else { return nil }
    if let first, let second, let other = withTwelveMeant(first, second),
      let reading = plainInterval(first, other, closed)
    {
      plain.alternatives.append(contentsOf: alone(reading))
    }
    // "Tuesday from 7 to 9" may be the evening.
    if let first, case .time(let to)? = second, let late = to.afterNoon, let from = afterNoon(first),
      let reading = plainInterval(from, .time(late), closed)
    {
      plain.alternatives.append(contentsOf: alone(reading))
    }
    if closed, first == .present, case .relative(0, .week, whole: true)? = second, let reference, reference.weekday < 7
    {
      let sunday = reference.adding(days: 7 - reference.weekday)
      plain.alternatives.append(ResolvedTime(low: plain.low, high: sunday.iso))
    }
    return plain
  }

  private func afterNoon(_ expression: TemporalExpression) -> TemporalExpression? {
    switch expression {
    case .time(let clock): clock.afterNoon.map { .time($0) }
    case .dateTime(let day, let clock): clock.afterNoon.map { .dateTime(day, $0) }
    default: nil
    }
  }

  /// A reading and its alternatives, side by side.
  private func alone(_ reading: ResolvedTime) -> [ResolvedTime] {
    var first = reading
    first.alternatives = []
    return [first] + reading.alternatives
  }

  /// The end of a range at twelve with the other half of the day, where the beginning has the same: "10am-12am" until
  /// noon. Nil for others: "noon to midnight" is plain.
  private func withTwelveMeant(_ first: TemporalExpression, _ second: TemporalExpression) -> TemporalExpression? {
    let from: ClockTime
    switch first {
    case .time(let clock), .dateTime(_, let clock): from = clock
    default: return nil
    }
    guard case .time(let to) = second, from.isHalfSaid, to.isHalfSaid, to.hour % 12 == 0, to.minute ?? 0 == 0,
      from.hour % 12 != 0, (from.hour < 12) == (to.hour == 0)
    else { return nil }
    return ClockTime(hour: 12 - to.hour, minute: to.minute, isHalfSaid: true).map { .time($0) }
  }

  private func plainInterval(_ first: TemporalExpression?, _ second: TemporalExpression?, _ closed: Bool)
    -> ResolvedTime?
  {
    if case .time(let from)? = first, case .time(let to)? = second { return ResolvedTime(low: from.iso, high: to.iso) }
    guard let first, let second else {
      if let first { return joined(edges(first).map { ResolvedTime(low: $0.low.iso) }) }
      return joined((second.map { edges($0) } ?? []).map { ResolvedTime(high: (closed ? $0.high : $0.low).iso) })
    }
    if let readings = intervalOfSomeYear(first, second, closed) { return readings }
    var readings: [ResolvedTime] = []
    for low in starts(first) {
      // Whatever year the beginning is read in, the end is the next one after it.
      guard let high = ends(second, after: low.low).filter({ $0.high > low.low }).min(by: { $0.high < $1.high }) else {
        continue
      }
      let end = closed ? high.high : high.low
      // "Since Monday until now" is told in days, "from 8 a.m. until now" in hours.
      let isOfDays = first == .present && end.clock == nil || second == .present && low.low.clock == nil
      readings.append(
        ResolvedTime(low: isOfDays ? low.low.day.iso : low.low.iso, high: isOfDays ? end.day.iso : end.iso))
      // Whether "2014 to 2018" takes its last year in is for the reader to say.
      if closed, low.low < high.low { readings.append(ResolvedTime(low: low.low.iso, high: high.low.iso)) }
    }
    return joined(readings)
  }

  /// "Between 1 January and 30 September", "from March to May": months and days of one year that is not told are read in the
  /// year of the reference, or in the one they are nearest to.
  private func intervalOfSomeYear(
    _ first: TemporalExpression, _ second: TemporalExpression, _ closed: Bool
  ) -> ResolvedTime? {
    guard closed, let reference, case .calendar(nil, let month?, let day, _) = first,
      case .calendar(nil, let last?, let until, _) = second, month < last || month == last && day ?? 1 < until ?? 31
    else { return nil }
    func edges(_ year: Int) -> (low: CivilDate, inner: CivilDate, high: CivilDate)? {
      let from =
        day.map { CivilDate(year: year, month: month, day: $0).map { CalendarSpan.day($0) } }
        ?? CalendarSpan.month(year, month)
      let to =
        until.map { CivilDate(year: year, month: last, day: $0).map { CalendarSpan.day($0) } }
        ?? CalendarSpan.month(year, last)
      guard let from, let to else { return nil }
      return (from.low, to.low, to.high)
    }
    func distance(_ span: (low: CivilDate, inner: CivilDate, high: CivilDate)) -> Int {
      if span.low.year == reference.year, reference.dayNumber - span.high.dayNumber <= 300 { return -1 }
      return min(abs(span.low.dayNumber - reference.dayNumber), abs(span.high.dayNumber - reference.dayNumber))
    }
    let spans = (-1...1).compactMap { edges(reference.year + $0) }.sorted { distance($0) < distance($1) }
    return joined(
      spans.flatMap { span in
        [
          ResolvedTime(low: span.low.iso, high: span.high.iso),
          span.low < span.inner ? ResolvedTime(low: span.low.iso, high: span.inner.iso) : nil,
        ].compactMap { $0 }
      })
  }

  /// The readings of a beginning; an hour alone is one of the reference day.
  private func starts(_ expression: TemporalExpression) -> [Edges] {
    guard case .time(let clock) = expression else { return edges(expression) }
    return reference.map { [(Instant(day: $0, clock: clock), Instant(day: $0, clock: clock))] } ?? []
  }

  /// The readings of an end: an hour is one of the day of the beginning or of the night after it, a bare weekday the next one.
  private func ends(_ expression: TemporalExpression, after low: Instant) -> [Edges] {
    switch expression {
    case .time(let clock):
      let same = Instant(day: low.day, clock: clock)
      let at = same > low ? same : Instant(day: low.day.adding(days: 1), clock: clock)
      return [(at, at)]
    case .weekday(let number, nil):
      let days = (number - low.day.weekday + 7) % 7
      let day = CalendarSpan.day(low.day.adding(days: days == 0 ? 7 : days))
      return [(Instant(day: day.low), Instant(day: day.high))]
    default: return edges(expression)
    }
  }

  /// The edges of an expression that bounds a range. "The end of 2007" is a point there, and so are "the beginning of March"
  /// and "the middle of March".
  private func edges(_ expression: TemporalExpression) -> [Edges] {
    guard case .part(let part, let of?) = expression else { return instants(expression) }
    switch part {
    case .start: return spans(of).map { (Instant(day: $0.low), Instant(day: $0.low)) }
    case .middle: return spans(of).map { (Instant(day: middle(of: $0)), Instant(day: middle(of: $0))) }
    case .end: return spans(of).map { (Instant(day: $0.high), Instant(day: $0.high)) }
    default: return instants(expression)
    }
  }
}
