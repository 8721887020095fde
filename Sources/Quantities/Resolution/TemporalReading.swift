import DocumentModel

/// Works out what a temporal expression comes to on a day. Where news leaves the direction open ("Tuesday", "in March"),
/// the nearest past reading comes first and the next one follows.
struct TemporalReading {
  /// The day that words like "yesterday" count from; nil if the draft does not tell.
  let reference: CivilDate?
  /// The time of that day, where it is known.
  var clock: ClockTime?
  /// What was spoken of last: "three weeks later" counts from it.
  var anchor: CalendarSpan?

  func resolve(_ expression: TemporalExpression) -> ResolvedTime? {
    switch expression {
    case .time(let clock):
      return ResolvedTime(value: clock.iso, alternatives: clock.afterNoon.map { [ResolvedTime(value: $0.iso)] } ?? [])
    case .dateTime(let day, let clock):
      var readings = instants(expression)
      // "Tuesday at 3" says no half of the day.
      if let late = clock.afterNoon { readings += instants(.dateTime(day, late)) }
      // Whoever is still up may say "tonight at 3" of the same day.
      if case .offset(1, .day, let today) = day, case .relative(0, .day, whole: true) = today,
        (1..<5).contains(clock.hour)
      {
        readings += instants(.dateTime(today, clock))
      }
      return joined(readings.map { ResolvedTime(value: $0.low.iso) }) ?? ResolvedTime(value: clock.iso)
    case .set(let timex):
      return ResolvedTime(
        timex: timex, alternatives: TimexSet(text: timex).asHalf.map { [ResolvedTime(timex: $0.text)] } ?? [])
    case .present:
      return ResolvedTime(value: "PRESENT")
    case .partOfDay(let part, let day):
      let days = day.map { spans($0) } ?? reference.map { [.day($0)] } ?? []
      return joined(days.map { partOfDay(part, $0.low) })
    case .relative(_, let unit, _) where unit.seconds != nil:
      return joined(instants(expression).map { ResolvedTime(value: $0.low.iso) })
    case .offset(_, let unit, _) where unit.seconds != nil:
      return joined(instants(expression).map { ResolvedTime(value: $0.low.iso) })
    case .stretch(let lengths, let direction) where lengths.contains { $0.unit.seconds != nil }:
      return stretchOfClock(lengths, direction)
    case .interval(let first, let second, let closed):
      return interval(first, second, closed)
    default:
      return joined(spans(expression).map(\.resolved))
    }
  }

  func joined(_ readings: [ResolvedTime]) -> ResolvedTime? {
    guard var first = readings.first else { return nil }
    var seen: Set<ResolvedTime> = []
    first.alternatives = readings.filter { seen.insert($0).inserted }.dropFirst().prefix(6).map { $0 }
    return first
  }

  /// The stretches of days an expression may mean, best first.
  func spans(_ expression: TemporalExpression) -> [CalendarSpan] {
    switch expression {
    case .calendar(let year, let month, let day, let weekday): calendar(year, month, day, weekday)
    case .relative(let count, let unit, let whole): relative(count, unit, whole, from: reference)
    case .offset(let count, let unit, let base): spans(base).flatMap { offset(count, unit, from: $0) }
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
    case .anchor: [anchor, reference.map { .day($0) }].compactMap { $0 }
    case .within(let inner, let of):
      spans(of).flatMap { base in
        TemporalReading(reference: middle(of: base)).spans(inner).filter { $0.low >= base.low && $0.low < base.high }
          .prefix(1)
      }
    case .month(let number, let direction): month(number, direction)
    case .stretch(let lengths, let direction): stretch(lengths, direction)
    case .weekdayNear(let number, let side, let which, let of):
      spans(of).map { .day(weekday(number, side, which, near: $0)) }
    case .interval(let first, let second, _):
      if let low = first.map({ instants($0) })?.first?.low.day,
        let high = second.map({ instants($0) })?.first(where: { $0.high.day > low })?.high.day
      {
        [CalendarSpan(value: nil, low: low, high: high)]
      } else {
        []
      }
    case .holiday(let rule, let year): holiday(rule, year)
    case .time, .set: []
    }
  }

  /// The day in the year said, else the nearest before and after the reference.
  private func holiday(_ rule: String, _ year: Int?) -> [CalendarSpan] {
    if let year { return HolidayRule.spans(rule, in: year) }
    guard let reference else { return [] }
    // What is held every fourth year is up to four years off.
    let reach = rule.utf8.contains(UInt8(ascii: "%")) ? 4 : 1
    let all = (reference.year - reach...reference.year + reach).flatMap { HolidayRule.spans(rule, in: $0) }
    let past = all.filter { $0.low <= reference }.sorted { $0.low > $1.low }
    let future = all.filter { $0.low > reference }
    // Within three weeks of a feast nobody speaks of last year's.
    if let next = future.first, let last = past.first, next.low <= reference.adding(days: 21),
      last.low < reference.adding(days: -300)
    {
      return [next] + past + future.dropFirst()
    }
    return past + future
  }

  private func calendar(_ year: Int?, _ month: Int?, _ day: Int?, _ weekday: Int?) -> [CalendarSpan] {
    guard let month else {
      if year == nil, let day { return dayOfSomeMonth(day, weekday) }
      return year.flatMap(CalendarSpan.year).map { [$0] } ?? []
    }
    guard let year else {
      guard let reference else { return [] }
      let years = (-1...1).map { reference.year + $0 }
      let all = years.compactMap { year -> CalendarSpan? in
        guard let day else { return CalendarSpan.month(year, month) }
        return CivilDate(year: year, month: month, day: day).map { .day($0) }
      }
      let ordered = nearFirst(all, reference, within: day == nil ? 320 : 300)
      guard let weekday, day != nil else { return Array(ordered.prefix(3)) }
      let agreeing = ordered.filter { $0.low.weekday == weekday }
      return agreeing.isEmpty ? Array(ordered.prefix(3)) : agreeing
    }
    guard let day else { return CalendarSpan.month(year, month).map { [$0] } ?? [] }
    return CivilDate(year: year, month: month, day: day).map { [.day($0)] } ?? []
  }

  /// News leaves the year out where it is the current one (AP Stylebook, "months"), or where the turn of the year lies
  /// between: then more than so many days lie between.
  private func nearFirst(_ all: [CalendarSpan], _ reference: CivilDate, within days: Int) -> [CalendarSpan] {
    func distance(_ span: CalendarSpan) -> Int {
      let distance = abs(span.low.dayNumber - reference.dayNumber)
      return span.low.year == reference.year && distance <= days ? -1 : distance
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

  func relative(
    _ count: Int, _ unit: TemporalUnit, _ whole: Bool, from reference: CivilDate?
  ) -> [CalendarSpan] {
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
    let point =
      months.map { reference.adding(months: bounded * $0) }
      ?? (unit == .businessDay ? businessDays(bounded, from: reference) : reference.adding(days: bounded * days))
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
    case .second, .minute, .hour, .day, .businessDay: return [.day(point)]
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
    case -2: days = [strictlyBefore.adding(days: -7), sameWeek.adding(days: -14)]
    case -1: days = [strictlyBefore, sameWeek.adding(days: -7)]
    case 0: days = [sameWeek, strictlyAfter]
    case 1: days = [sameWeek.adding(days: 7), strictlyAfter]
    case 2: days = [strictlyAfter.adding(days: 7), sameWeek.adding(days: 14)]
    default: days = [before, strictlyAfter, strictlyBefore]
    }
    var seen: Set<CivilDate> = []
    return days.filter { seen.insert($0).inserted }.map { .day($0) }
  }
}
