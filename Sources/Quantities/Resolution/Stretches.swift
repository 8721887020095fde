import DocumentModel

/// Days and stretches counted from another day.
extension TemporalReading {
  /// The readings of a day so far from another; what is counted from a whole year or month in units of its own is one again.
  func offset(_ count: Int, _ unit: TemporalUnit, from base: CalendarSpan) -> [CalendarSpan] {
    let length = base.high.dayNumber - base.low.dayNumber
    let isWhole = unit == .year && length > 300 || unit == .month && length > 27 || unit == .week && length == 7
    return Array(relative(count, unit, isWhole, from: base.low).prefix(1))
  }

  /// The last or next so many units: counted from the reference day, or in units of the calendar.
  func stretch(_ lengths: [TimeLength], _ direction: Int) -> [CalendarSpan] {
    guard let reference, let first = lengths.first else { return [] }
    let begin = direction < 0 ? reference : reference.adding(days: 1)
    let end = lengths.reduce(begin) { day, length in
      relative(direction * length.count, length.unit, false, from: day).first?.low ?? day
    }
    var readings = [CalendarSpan(value: nil, low: min(begin, end), high: max(begin, end))]
    if lengths.count == 1, first.unit != .day, first.unit != .businessDay {
      let (near, far) = direction < 0 ? (-1, -first.count) : (1, first.count)
      if let one = relative(near, first.unit, true, from: reference).first,
        let other = relative(far, first.unit, true, from: reference).first
      {
        readings.append(CalendarSpan(value: nil, low: min(one.low, other.low), high: max(one.high, other.high)))
      }
    }
    return readings
  }

  /// That many days from Monday to Friday off.
  func businessDays(_ count: Int, from day: CivilDate) -> CivilDate {
    let step = count < 0 ? -1 : 1
    // Whole weeks at once.
    var at = day.adding(days: count / 5 * 7)
    var left = abs(count % 5)
    while left > 0 {
      at = at.adding(days: step)
      if at.weekday < 6 { left -= 1 }
    }
    // From a weekend one arrives on one.
    while at.weekday > 5, count != 0 { at = at.adding(days: step) }
    return at
  }

  /// The month by direction: the last one that is over, this year's, the next one to begin.
  func month(_ number: Int, _ direction: Int) -> [CalendarSpan] {
    guard let reference, (1...12).contains(number) else { return [] }
    let year = reference.year
    let years: [Int]
    switch direction {
    case ..<0:
      let last = number < reference.month ? year : year - 1
      years = [last + direction + 1, last + direction]
    case 0: years = [year]
    default:
      let next = number > reference.month ? year : year + 1
      years = [next + direction - 1, next + direction]
    }
    return years.compactMap { CalendarSpan.month($0, number) }
  }

  /// The weekday nearest to a day.
  func weekday(_ number: Int, _ side: Int, _ which: Int, near span: CalendarSpan) -> CivilDate {
    let later = span.high.adding(days: (number - span.high.weekday + 7) % 7)
    let last = span.low.adding(days: -1)
    let earlier = last.adding(days: -((last.weekday - number + 7) % 7))
    let weeks = max(0, min(52, which - 1))
    if side < 0 { return earlier.adding(days: -7 * weeks) }
    if side > 0 { return later.adding(days: 7 * weeks) }
    if span.low.weekday == number, weeks == 0 { return span.low }
    let isLaterNearer = later.dayNumber - span.low.dayNumber <= span.low.dayNumber - earlier.dayNumber
    let (near, far) = isLaterNearer ? (later, earlier) : (earlier, later)
    return which <= 1 ? near : far
  }
}
