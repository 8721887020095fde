import DocumentModel

/// Works out what a temporal expression comes to on a day. Where news leaves the direction open ("Tuesday", "in March"),
/// the nearest past reading comes first and the next one follows.
struct TemporalReading {
  /// The day that words like "yesterday" count from; nil if the draft does not tell.
  let reference: CivilDate?

  func resolve(_ expression: TemporalExpression) -> ResolvedTime? {
    switch expression {
    case .time(let clock):
      let late =
        clock.hour >= 1 && clock.hour < 12
        ? ClockTime(hour: clock.hour + 12, minute: clock.minute, second: clock.second) : nil
      return ResolvedTime(value: clock.iso, alternatives: late.map { [ResolvedTime(value: $0.iso)] } ?? [])
    case .dateTime(let day, let clock):
      return joined(spans(day).map { ResolvedTime(value: $0.low.iso + clock.iso) }) ?? ResolvedTime(value: clock.iso)
    case .set(let timex):
      return ResolvedTime(timex: timex)
    case .present:
      return ResolvedTime(value: "PRESENT")
    case .partOfDay(let part, let day):
      let days = day.map { spans($0) } ?? reference.map { [.day($0)] } ?? []
      return joined(days.map { partOfDay(part, $0.low) })
    case .relative(let count, let unit, _) where unit == .hour || unit == .minute || unit == .second:
      guard let reference else { return nil }
      return ResolvedTime(value: reference.adding(days: unit == .hour ? count / 24 : 0).iso)
    case .interval(let first, let second, let closed):
      return interval(first, second, closed)
    default:
      return joined(spans(expression).map(\.resolved))
    }
  }

  private func joined(_ readings: [ResolvedTime]) -> ResolvedTime? {
    guard var first = readings.first else { return nil }
    first.alternatives = Array(readings.dropFirst())
    return first
  }

  private func partOfDay(_ part: String, _ day: CivilDate) -> ResolvedTime {
    switch part {
    case "MO": ResolvedTime(low: day.iso + "T06:00", high: day.iso + "T12:00")
    case "AF": ResolvedTime(low: day.iso + "T12:00", high: day.iso + "T18:00")
    case "EV": ResolvedTime(low: day.iso + "T18:00", high: day.adding(days: 1).iso + "T00:00")
    default: ResolvedTime(low: day.iso + "T20:00", high: day.adding(days: 1).iso + "T04:00")
    }
  }

  private func interval(_ first: TemporalExpression?, _ second: TemporalExpression?, _ closed: Bool) -> ResolvedTime? {
    if case .time(let from)? = first, case .time(let to)? = second { return ResolvedTime(low: from.iso, high: to.iso) }
    if case .time(let to)? = second, case .dateTime(let day, let from)? = first {
      return joined(spans(day).map { ResolvedTime(low: $0.low.iso + from.iso, high: $0.low.iso + to.iso) })
    }
    if case .dateTime? = second, let low = first.flatMap(resolve)?.value, let high = second.flatMap(resolve)?.value {
      return ResolvedTime(low: low, high: high)
    }
    guard let first, let second else {
      return first.flatMap(resolve)?.value.map { ResolvedTime(low: $0) }
        ?? second.flatMap(resolve)?.value.map { ResolvedTime(high: $0) }
    }
    var readings: [ResolvedTime] = []
    for low in edges(first) {
      guard let high = ends(second, after: low.low).first(where: { $0.high > low.low }) else { continue }
      readings.append(ResolvedTime(low: low.low.iso, high: (closed ? high.high : high.low).iso))
      // Whether "2014 to 2018" takes its last year in is for the reader to say.
      if closed, low.low < high.low { readings.append(ResolvedTime(low: low.low.iso, high: high.low.iso)) }
    }
    return joined(readings)
  }

  /// The readings of an end: a bare weekday is the next one after the beginning.
  private func ends(_ expression: TemporalExpression, after low: CivilDate) -> [CalendarSpan] {
    guard case .weekday(let number, nil) = expression else { return edges(expression) }
    let days = (number - low.weekday + 7) % 7
    return [.day(low.adding(days: days == 0 ? 7 : days))]
  }

  private func edges(_ expression: TemporalExpression) -> [CalendarSpan] {
    if case .present = expression { return reference.map { [.day($0)] } ?? [] }
    return spans(expression)
  }

  /// The stretches of days an expression may mean, best first.
  func spans(_ expression: TemporalExpression) -> [CalendarSpan] {
    switch expression {
    case .calendar(let year, let month, let day, let weekday): calendar(year, month, day, weekday)
    case .relative(let count, let unit, let whole): relative(count, unit, whole)
    case .offset(let count, let unit, let base):
      spans(base).flatMap { TemporalReading(reference: $0.low).relative(count, unit, false).prefix(1) }
    case .nth(let first, let count, let unit, let of):
      spans(of).flatMap { base in
        [nth(first, count, unit, base), unit == .week ? nth(first, count, unit, wholeWeeks(of: base)) : nil]
          .compactMap { $0 }
      }
    case .nthWeekday(let which, let weekday, let of): spans(of).compactMap { nthWeekday(which, weekday, $0) }
    case .weekday(let number, let direction): weekdays(number, direction)
    case .part(let part, let of): portion(part, of)
    case .years(let first, let count): CalendarSpan.years(first, count).map { [$0] } ?? []
    case .partOfDay(_, let of): of.map { spans($0) } ?? []
    case .dateTime(let day, _): spans(day)
    case .present: reference.map { [.day($0)] } ?? []
    case .interval(let first, let second, _):
      if let low = first.map({ edges($0) })?.first,
        let high = second.map({ edges($0) })?.first(where: { $0.high > low.low })
      {
        [CalendarSpan(value: nil, low: low.low, high: high.high)]
      } else {
        []
      }
    case .holiday(let rule, let year): holiday(rule, year)
    case .time, .set: []
    }
  }

  /// A stretch from its first Monday on: whoever counts only whole weeks begins there.
  private func wholeWeeks(of base: CalendarSpan) -> CalendarSpan {
    CalendarSpan(value: nil, low: base.low.adding(days: (8 - base.low.weekday) % 7), high: base.high)
  }

  private func nthWeekday(_ which: Int, _ weekday: Int, _ base: CalendarSpan) -> CalendarSpan? {
    let day: CivilDate
    if which > 0 {
      day = base.low.adding(days: (weekday - base.low.weekday + 7) % 7 + 7 * (which - 1))
    } else {
      let last = base.high.adding(days: -1)
      day = last.adding(days: -((last.weekday - weekday + 7) % 7) + 7 * (which + 1))
    }
    return day >= base.low && day < base.high ? .day(day) : nil
  }

  private func nth(_ first: Int, _ count: Int, _ unit: TemporalUnit, _ base: CalendarSpan) -> CalendarSpan? {
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

  /// The day in the year said, else the nearest before and after the reference.
  private func holiday(_ rule: String, _ year: Int?) -> [CalendarSpan] {
    if let year { return HolidayRule.day(rule, in: year).map { [.day($0)] } ?? [] }
    guard let reference else { return [] }
    let all = (reference.year - 1...reference.year + 1).compactMap { HolidayRule.day(rule, in: $0) }
    return (all.filter { $0 <= reference }.reversed() + all.filter { $0 > reference }).map { .day($0) }
  }

  private func calendar(_ year: Int?, _ month: Int?, _ day: Int?, _ weekday: Int?) -> [CalendarSpan] {
    guard let month else {
      if year == nil, let day { return dayOfSomeMonth(day, weekday) }
      return year.flatMap(CalendarSpan.year).map { [$0] } ?? []
    }
    guard let year else {
      guard let reference else { return [] }
      // The reading that has begun comes first.
      let years = (-1...1).map { reference.year + $0 }
      let all = years.compactMap { year -> CalendarSpan? in
        guard let day else { return CalendarSpan.month(year, month) }
        return CivilDate(year: year, month: month, day: day).map { .day($0) }
      }
      let ordered = day == nil ? begunFirst(all, reference) : nearFirst(all, reference)
      guard let weekday, day != nil else { return Array(ordered.prefix(3)) }
      let agreeing = ordered.filter { $0.low.weekday == weekday }
      return agreeing.isEmpty ? Array(ordered.prefix(3)) : agreeing
    }
    guard let day else { return CalendarSpan.month(year, month).map { [$0] } ?? [] }
    return CivilDate(year: year, month: month, day: day).map { [.day($0)] } ?? []
  }

  private func begunFirst(_ all: [CalendarSpan], _ reference: CivilDate) -> [CalendarSpan] {
    all.filter { $0.low <= reference }.reversed() + all.filter { $0.low > reference }
  }

  /// News leaves the year out where it is the current one (AP Stylebook, "months"), or where the turn of the year lies
  /// between.
  private func nearFirst(_ all: [CalendarSpan], _ reference: CivilDate) -> [CalendarSpan] {
    func distance(_ span: CalendarSpan) -> Int {
      let days = abs(span.low.dayNumber - reference.dayNumber)
      return span.low.year == reference.year && days <= 300 ? -1 : days
    }
    return all.sorted { distance($0) < distance($1) }
  }

  /// "Monday the 27th", "the 18th": the days so numbered and named within half a year, those that have begun first.
  private func dayOfSomeMonth(_ day: Int, _ weekday: Int?) -> [CalendarSpan] {
    guard let reference else { return [] }
    let days = (-6...6).compactMap { months -> CivilDate? in
      let month = reference.adding(months: months)
      guard let date = CivilDate(year: month.year, month: month.month, day: day),
        weekday == nil || date.weekday == weekday
      else {
        return nil
      }
      return date
    }
    return (days.filter { $0 <= reference }.reversed().prefix(1) + days.filter { $0 > reference }.prefix(1)).map {
      .day($0)
    }
  }

  private func relative(_ count: Int, _ unit: TemporalUnit, _ whole: Bool) -> [CalendarSpan] {
    guard let reference else { return [] }
    let months: Int? =
      switch unit {
      case .month: 1
      case .quarter: 3
      case .halfYear: 6
      case .year: 12
      case .decade: 120
      case .century: 1200
      default: nil
      }
    let days: Int =
      switch unit {
      case .week, .weekend: 7
      case .fortnight: 14
      case .day: 1
      default: 0
      }
    let bounded = max(-100_000, min(100_000, count))
    let point = months.map { reference.adding(months: bounded * $0) } ?? reference.adding(days: bounded * days)
    guard whole else {
      // "Two years ago" is told to the year, "three days ago" to the day; the exact day stays a reading.
      var readings = [CalendarSpan.day(point)]
      if unit == .year, let year = CalendarSpan.year(point.year) { readings.append(year) }
      if unit == .month || unit == .year, let month = CalendarSpan.month(point.year, point.month) {
        readings.append(month)
      }
      if unit == .week { readings.append(.week(of: point)) }
      return readings
    }
    switch unit {
    case .second, .minute, .hour, .day: return [.day(point)]
    case .weekend: return [.weekend(of: point)]
    case .week: return [.week(of: point)]
    case .fortnight: return [CalendarSpan(value: nil, low: min(point, reference), high: max(point, reference))]
    case .month: return CalendarSpan.month(point.year, point.month).map { [$0] } ?? []
    case .quarter: return CalendarSpan.quarter(point.year, (point.month - 1) / 3 + 1).map { [$0] } ?? []
    case .halfYear: return CalendarSpan.half(point.year, point.month <= 6 ? 1 : 2).map { [$0] } ?? []
    case .year: return CalendarSpan.year(point.year).map { [$0] } ?? []
    case .decade: return CalendarSpan.years(point.year / 10 * 10, 10).map { [$0] } ?? []
    case .century: return CalendarSpan.years(point.year / 100 * 100, 100).map { [$0] } ?? []
    }
  }

  private func weekdays(_ number: Int, _ direction: Int?) -> [CalendarSpan] {
    guard let reference else { return [] }
    let monday = reference.adding(days: 1 - reference.weekday)
    let sameWeek = monday.adding(days: number - 1)
    let past = (reference.weekday - number + 7) % 7
    let before = reference.adding(days: -past)
    let strictlyBefore = past == 0 ? reference.adding(days: -7) : before
    let strictlyAfter = reference.adding(days: past == 0 ? 7 : 7 - past)
    let days: [CivilDate]
    switch direction {
    case -1: days = [strictlyBefore, sameWeek.adding(days: -7)]
    case 0: days = [sameWeek, strictlyAfter]
    case 1: days = [sameWeek.adding(days: 7), strictlyAfter]
    default: days = [before, strictlyAfter, strictlyBefore]
    }
    var seen: Set<CivilDate> = []
    return days.filter { seen.insert($0).inserted }.map { .day($0) }
  }

  private func portion(_ part: TemporalExpression.Part, _ of: TemporalExpression?) -> [CalendarSpan] {
    let bases = of.map { spans($0) } ?? reference.flatMap { CalendarSpan.year($0.year) }.map { [$0] } ?? []
    return bases.compactMap { base in
      let year = base.low.year
      switch part {
      case .quarter(let number): return CalendarSpan.quarter(year, number)
      case .half(let number): return CalendarSpan.half(year, number)
      case .season(let number): return CalendarSpan.season(year, number)
      case .week(let number): return CalendarSpan.week(of: base.low.adding(days: 7 * (number - 1)))
      case .weekend: return CalendarSpan.weekend(of: base.low)
      case .wholeWeek: return CalendarSpan.week(of: base.low)
      case .early, .mid, .late:
        let months = (base.high.year - base.low.year) * 12 + base.high.month - base.low.month
        if months >= 3, base.low.day == 1, base.high.day == 1 {
          let third = months / 3
          let start = base.low.adding(months: part == .early ? 0 : part == .mid ? third : months - third)
          return CalendarSpan(value: nil, low: start, high: start.adding(months: third))
        }
        let length = base.high.dayNumber - base.low.dayNumber
        let third = max(1, length / 3)
        let start = part == .early ? 0 : part == .mid ? third : length - third
        return CalendarSpan(value: nil, low: base.low.adding(days: start), high: base.low.adding(days: start + third))
      }
    }
  }
}
