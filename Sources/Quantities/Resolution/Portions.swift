import DocumentModel

/// Parts of longer stretches: their early days, their weeks, a weekday of theirs.
extension TemporalReading {
  /// A stretch from its first Monday on: whoever counts only whole weeks begins there.
  func wholeWeeks(of base: CalendarSpan) -> CalendarSpan {
    CalendarSpan(value: nil, low: base.low.adding(days: (8 - base.low.weekday) % 7), high: base.high)
  }

  /// The week a day lies in. Of a Sunday it may be the week that begins then, as in America, and with it the next one of
  /// the ISO calendar.
  private func weeks(of day: CivilDate) -> [CalendarSpan] {
    let week = CalendarSpan.week(of: day)
    guard day.weekday == 7 else { return [week] }
    return [
      week, CalendarSpan.week(of: day.adding(days: 1)), CalendarSpan(value: nil, low: day, high: day.adding(days: 7)),
    ]
  }

  func nthWeekday(_ which: Int, _ weekday: Int, _ base: CalendarSpan) -> CalendarSpan? {
    let day: CivilDate
    if which > 0 {
      day = base.low.adding(days: (weekday - base.low.weekday + 7) % 7 + 7 * (which - 1))
    } else {
      let last = base.high.adding(days: -1)
      day = last.adding(days: -((last.weekday - weekday + 7) % 7) + 7 * (which + 1))
    }
    return day >= base.low && day < base.high ? .day(day) : nil
  }

  func nth(_ first: Int, _ count: Int, _ unit: TemporalUnit, _ base: CalendarSpan) -> CalendarSpan? {
    /// The beginning of the unit of that number, counted from 0.
    func start(_ number: Int) -> CivilDate {
      switch unit {
      case .week:
        // The week of the fourth day is the first that lies mostly within.
        return CalendarSpan.week(of: base.low.adding(days: 3)).low.adding(days: 7 * number)
      case .month: return base.low.adding(months: number)
      case .quarter: return base.low.adding(months: 3 * number)
      case .year: return base.low.adding(months: 12 * number)
      case .weekend: return base.low.adding(days: (6 - base.low.weekday + 7) % 7 + 7 * number)
      default: return base.low.adding(days: number)
      }
    }
    var from = first - 1
    if first < 0 {
      // As many as begin before the end; a week counts if its fourth day does.
      var all = 0
      while all < 400, start(all).adding(days: unit == .week ? 3 : 0) < base.high { all += 1 }
      from = all + first
    }
    guard from >= 0 else { return nil }
    let (low, high) = (start(from), start(from + count))
    guard low < base.high else { return nil }
    if count == 1 {
      switch unit {
      case .day: return .day(low)
      case .week: return .week(of: low)
      case .month: return CalendarSpan.month(low.year, low.month)
      case .quarter: return CalendarSpan.quarter(low.year, (low.month - 1) / 3 + 1)
      case .year: return CalendarSpan.year(low.year)
      case .weekend: return CalendarSpan.weekend(of: low)
      default: break
      }
    }
    return CalendarSpan(value: nil, low: low, high: high)
  }

  func portion(_ part: TemporalExpression.Part, _ of: TemporalExpression?) -> [CalendarSpan] {
    let bases = of.map { spans($0) } ?? reference.flatMap { CalendarSpan.year($0.year) }.map { [$0] } ?? []
    switch part {
    case .weekday(let number): return bases.flatMap { weekday(number, beside: $0.low) }
    case .earlier: return bases.flatMap { over($0) }
    case .later: return bases.flatMap { toCome($0) }
    case .wholeWeek: return bases.flatMap { weeks(of: $0.low) }
    default: break
    }
    return bases.compactMap { base in
      let year = base.low.year
      switch part {
      case .quarter(let number): return CalendarSpan.quarter(year, number)
      case .half(let number): return CalendarSpan.half(year, number)
      case .season(let number): return CalendarSpan.season(year, number)
      case .week(let number): return CalendarSpan.week(of: base.low.adding(days: 7 * (number - 1)))
      case .weekend: return weekend(beside: base)
      case .wholeWeek, .weekday, .earlier, .later: return nil
      case .early, .mid, .late, .start, .middle, .end:
        let place: TemporalExpression.Part =
          part == .start ? .early : part == .middle ? .mid : part == .end ? .late : part
        let months = (base.high.year - base.low.year) * 12 + base.high.month - base.low.month
        if months >= 3, base.low.day == 1, base.high.day == 1 {
          let third = months / 3
          let start = base.low.adding(months: place == .early ? 0 : place == .mid ? third : months - third)
          return CalendarSpan(value: nil, low: start, high: start.adding(months: third))
        }
        let length = base.high.dayNumber - base.low.dayNumber
        let third = max(1, length / 3)
        let start = place == .early ? 0 : place == .mid ? third : length - third
        return CalendarSpan(value: nil, low: base.low.adding(days: start), high: base.low.adding(days: start + third))
      }
    }
  }

  /// The weekend of a stretch, or the one a day lies in or beside: with Monday or Friday, if that is the day.
  private func weekend(beside base: CalendarSpan) -> CalendarSpan {
    guard base.high == base.low.adding(days: 1) else { return CalendarSpan.weekend(of: base.low) }
    let day = base.low
    switch day.weekday {
    case 1: return CalendarSpan(value: nil, low: day.adding(days: -2), high: base.high)
    case 2: return CalendarSpan.weekend(of: day.adding(days: -3))
    case 4, 5: return CalendarSpan(value: nil, low: day, high: day.adding(days: 8 - day.weekday))
    default: return CalendarSpan.weekend(of: day)
    }
  }

  /// The weekday of the week a day lies in; weeks begin on Sunday for some readers and on Monday for others.
  private func weekday(_ number: Int, beside day: CivilDate) -> [CalendarSpan] {
    let sunday = day.adding(days: -(day.weekday % 7))
    let first = sunday.adding(days: number % 7)
    let second = day.adding(days: number - day.weekday)
    return first == second ? [.day(first)] : [.day(first), .day(second)]
  }

  /// "Earlier this month": from its beginning until now, or its first half.
  private func over(_ base: CalendarSpan) -> [CalendarSpan] {
    [base.low < (reference ?? base.low) ? reference : nil, middle(of: base)].compactMap { $0 }.map {
      CalendarSpan(value: nil, low: base.low, high: $0)
    }
  }

  /// "Later this week": from now to its end, or its second half.
  private func toCome(_ base: CalendarSpan) -> [CalendarSpan] {
    [reference.map { max($0, base.low) }.flatMap { $0 < base.high ? $0 : nil }, middle(of: base)].compactMap { $0 }.map
    {
      CalendarSpan(value: nil, low: $0, high: base.high)
    }
  }

  /// The day on which the second half begins.
  func middle(of base: CalendarSpan) -> CivilDate {
    base.low.adding(days: (base.high.dayNumber - base.low.dayNumber) / 2)
  }
}
