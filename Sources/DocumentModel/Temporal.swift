/// A day of the proleptic Gregorian calendar.
package struct CivilDate: Hashable, Sendable, Comparable {
  package let year: Int
  /// 1…12
  package let month: Int
  /// 1…31
  package let day: Int

  /// Nil if there is no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CivilDate.days(inMonth: month, ofYear: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  private init(unchecked year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  package static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  package static func days(inMonth month: Int, ofYear year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01 (Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`).
  package var dayNumber: Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// `civil_from_days` of the same source; clamped to the years 1…9999.
  package init(dayNumber: Int) {
    let z = max(-719_162, min(2_932_896, dayNumber)) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let mp = (5 * dayOfYear + 2) / 153
    let month = mp < 10 ? mp + 3 : mp - 9
    self.init(unchecked: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * mp + 2) / 5 + 1)
  }

  /// 1 Monday … 7 Sunday (ISO 8601).
  package var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 + 1 }

  package func adding(days: Int) -> CivilDate {
    CivilDate(dayNumber: dayNumber + max(-4_000_000, min(4_000_000, days)))
  }

  /// `months` later; a day that month lacks becomes its last.
  package func adding(months: Int) -> CivilDate {
    let total = max(12, min(9999 * 12 + 11, year * 12 + month - 1 + max(-120_000, min(120_000, months))))
    let y = total / 12
    let m = total % 12 + 1
    return CivilDate(unchecked: y, m, min(day, CivilDate.days(inMonth: m, ofYear: y)))
  }

  /// "2014-10-31"
  package var iso: String { "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))" }

  package init?(iso: String) {
    let parts = iso.prefix(10).split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else { return nil }
    self.init(year: year, month: month, day: day)
  }

  package static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

/// A number with leading zeros.
package func pad(_ number: Int, _ width: Int) -> String {
  let digits = String(number.magnitude)
  return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

package struct ClockTime: Hashable, Sendable {
  /// 0…24
  package let hour: Int
  /// 0…59; nil when only the hour is said.
  package let minute: Int?
  package let second: Int?
  /// Whether the half of the day is said ("4 a.m."), so that 16:00 is no other reading.
  package let isHalfSaid: Bool

  package init?(hour: Int, minute: Int? = nil, second: Int? = nil, isHalfSaid: Bool = false) {
    guard (0...24).contains(hour), minute.map((0...59).contains) ?? true, second.map((0...60).contains) ?? true,
      hour < 24 || (minute ?? 0) == 0
    else { return nil }
    self.hour = hour
    self.minute = minute
    self.second = second
    self.isHalfSaid = isHalfSaid
  }

  /// "T15", "T15:30", "T15:30:05"
  package var iso: String {
    "T" + pad(hour, 2) + (minute.map { ":" + pad($0, 2) } ?? "") + (second.map { ":" + pad($0, 2) } ?? "")
  }
}

package enum TemporalUnit: String, Sendable {
  case second, minute, hour, day, weekend, week, fortnight, month, quarter, halfYear, year, decade, century, businessDay

  /// Seconds in one, for units of the clock; nil for those of the calendar.
  package var seconds: Int? {
    switch self {
    case .second: 1
    case .minute: 60
    case .hour: 3600
    default: nil
    }
  }
}

/// One part of a length of time: the 2 hours of "2 hours 30 minutes".
package struct TimeLength: Hashable, Sendable {
  package let count: Int
  package let unit: TemporalUnit

  package init(_ count: Int, _ unit: TemporalUnit) {
    self.count = count
    self.unit = unit
  }
}

/// A date or time as the draft words it: calendar fields that are said, and directions for those that are not.
package indirect enum TemporalExpression: Hashable, Sendable {
  /// Calendar fields; at least one is set. `weekday` is 1 Monday … 7 Sunday. A day may stand without a month ("Monday the
  /// 27th", "the 18th").
  case calendar(year: Int?, month: Int?, day: Int?, weekday: Int?)
  case time(ClockTime)
  case dateTime(TemporalExpression, ClockTime)
  /// `count` units from the reference: yesterday (-1 day), "next year" (+1 year), "two weeks ago" (-2 week). When `whole`,
  /// the calendar unit itself is meant ("last week"), else the point that far off.
  case relative(count: Int, TemporalUnit, whole: Bool)
  /// `count` units from another day: "two days after Christmas".
  case offset(count: Int, TemporalUnit, from: TemporalExpression)
  /// `count` units of a longer stretch, from the one of that number on (1 the first, -1 the last): "the first three months of
  /// 2012". A week belongs to the stretch that holds most of it (ISO 8601).
  case nth(Int, count: Int, TemporalUnit, of: TemporalExpression)
  /// The weekday of that number within a stretch (1 the first, -1 the last): "the first Tuesday of next month".
  case nthWeekday(Int, weekday: Int, of: TemporalExpression)
  /// A weekday counted from the reference: -1 "last Tuesday", 0 "this Tuesday", +1 "next Tuesday", nil bare "Tuesday".
  case weekday(Int, direction: Int?)
  /// Quarter 1…4, half 1…2, season 1 spring … 4 winter of a year (nil: of the reference's year).
  case part(Part, of: TemporalExpression?)
  /// The 1990s: first year and length in years.
  case years(from: Int, count: Int)
  /// Both ends as said; the end included when `closed`.
  case interval(TemporalExpression?, TemporalExpression?, closed: Bool)
  /// A recurring time: TIMEX3 value ("XXXX-WXX-2", "P1D").
  case set(timex: String)
  /// A part of a date, nil for the reference day.
  case partOfDay(PartOfDay, of: TemporalExpression?)
  /// Named day by rule name in the holidays table.
  case holiday(String, year: Int?)
  /// A day, month or season of a longer stretch: "March of next year", "Christmas last year".
  case within(TemporalExpression, of: TemporalExpression)
  /// "now"
  case present
  /// The day last spoken of, else the reference: what "three weeks later" and "the next day" count from.
  case anchor
  /// A month by direction: -1 "last May", 0 "this May", +1 "next May", +2 "the May after next".
  case month(Int, direction: Int)
  /// So long a time up to the reference (-1) or from the day after it on (+1): "the last two weeks".
  case stretch([TimeLength], direction: Int)
  /// The weekday nearest to a day: before it (-1), after it (+1) or on either side (0); `which` 1 for the nearest, 2 for the
  /// one after that.
  case weekdayNear(Int, side: Int, which: Int, of: TemporalExpression)

  /// A year and nothing more.
  package static func year(_ year: Int) -> TemporalExpression {
    .calendar(year: year, month: nil, day: nil, weekday: nil)
  }

  package enum Part: Hashable, Sendable {
    case quarter(Int), half(Int), season(Int), early, mid, late, week(Int)
    case weekend
    /// The week a day lies in.
    case wholeWeek
    /// That weekday of the week a day lies in: "Monday two weeks from now".
    case weekday(Int)
    /// "The beginning of March", "the end of 2007": as stretches like early, mid and late, as ends of a range points.
    case start, middle, end
    /// What is over of a stretch, and what is yet to come: "earlier this month", "later this week".
    case earlier, later
  }
}

/// What a temporal expression comes to on a given reference day.
package struct ResolvedTime: Hashable, Sendable {
  /// ISO 8601 cut at its precision; nil for ranges and sets.
  package var value: String?
  /// ISO 8601; the high end is exclusive.
  package var low: String?
  package var high: String?
  /// TIMEX3 value.
  package var timex: String?
  /// Other right readings (value, or low and high).
  package var alternatives: [ResolvedTime]

  package init(
    value: String? = nil, low: String? = nil, high: String? = nil, timex: String? = nil,
    alternatives: [ResolvedTime] = []
  ) {
    self.value = value
    self.low = low
    self.high = high
    self.timex = timex
    self.alternatives = alternatives
  }
}
