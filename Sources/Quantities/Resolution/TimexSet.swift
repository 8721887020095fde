import DocumentModel

/// The TIMEX3 value of a time that recurs (TimeML 1.2.1, "SET"): a period ("P1W") or a date with what stays open as X
/// ("XXXX-WXX-2", every Tuesday), with an hour or a part of the day behind it ("XXXX-WXX-2T09", "XXXX-WXX-7TMO").
struct TimexSet: Equatable {
  let text: String

  /// "every Tuesday"; 1 Monday … 7 Sunday.
  static func weekday(_ number: Int) -> TimexSet { TimexSet(text: weekdayOpening + String(number)) }

  /// "every January", "every 5 November".
  static func month(_ month: Int, day: Int? = nil) -> TimexSet {
    TimexSet(text: "XXXX-" + pad(month, 2) + (day.map { "-" + pad($0, 2) } ?? ""))
  }

  /// "the 15th of every month".
  static func dayOfMonth(_ day: Int) -> TimexSet { TimexSet(text: "XXXX-XX-" + pad(day, 2)) }

  /// "the first Thursday of every month"; -1 for the last.
  static func weekdayOfMonth(_ weekday: Int, which: Int) -> TimexSet {
    TimexSet(text: "XXXX-XX-WXX-\(weekday)-#\(which)")
  }

  /// "each spring"; 1 spring … 4 winter.
  static func season(_ number: Int) -> TimexSet? {
    let names = ["SP", "SU", "FA", "WI"]
    return names.indices.contains(number - 1) ? TimexSet(text: "XXXX-" + names[number - 1]) : nil
  }

  /// "every day at 9 a.m."
  static func daily(at clock: ClockTime) -> TimexSet { TimexSet(text: clock.iso) }

  /// "mornings", "every evening".
  static func daily(_ part: PartOfDay) -> TimexSet { TimexSet(text: "T" + part.rawValue) }

  static let everyDay = every(.day)
  /// "on weekdays": TIMEX3 has no unit of its own for days from Monday to Friday.
  static let everyWeekday = every(.businessDay)
  static let everyWeekend = every(.weekend)

  /// "every week", "every two weeks", "every other weekend".
  static func every(_ unit: TemporalUnit, count: Int = 1) -> TimexSet {
    let period =
      switch unit {
      case .second: "PT\(count)S"
      case .minute: "PT\(count)M"
      case .hour: "PT\(count)H"
      case .day: "P\(count)D"
      // One weekend is one of the calendar's, several are a length of time.
      case .weekend: count == 1 ? weekdayOpening + "WE" : "P\(count)WE"
      case .week: "P\(count)W"
      case .fortnight: "P\(count * 2)W"
      case .month: "P\(count)M"
      case .quarter: "P\(count * 3)M"
      case .halfYear: "P\(count * 6)M"
      case .year: "P\(count)Y"
      case .decade: "P\(count * 10)Y"
      case .century: "P\(count * 100)Y"
      case .businessDay: "P\(count)WD"
      }
    return TimexSet(text: period)
  }

  /// "half-hourly", "bimonthly", "biennial", "daily": what an adverb of recurrence comes to. Codes past those of the
  /// units are the table's own.
  static func adverb(_ word: CalendarWord) -> TimexSet {
    switch word.number {
    case 14: every(.minute, count: 30)
    case 15: every(.month, count: 2)
    case 16: every(.year, count: 2)
    default: every(word.unit)
    }
  }

  /// "P6M" as half a year, "PT30M" as half an hour: the same length in the larger unit. Nil for others.
  var asHalf: TimexSet? {
    switch text {
    case "P6M": TimexSet(text: "P0.5Y")
    case "PT30M": TimexSet(text: "PT0.5H")
    default: nil
    }
  }

  /// With an hour behind it. A period of one day is told by the hour alone.
  func at(_ clock: ClockTime) -> TimexSet { self == .everyDay ? .daily(at: clock) : TimexSet(text: text + clock.iso) }

  func `in`(_ part: PartOfDay) -> TimexSet { TimexSet(text: text + "T" + part.rawValue) }

  /// The same without an hour behind it; nil if it does not end with that hour.
  func without(_ clock: ClockTime) -> TimexSet? {
    text.hasSuffix(clock.iso) ? TimexSet(text: String(text.dropLast(clock.iso.utf8.count))) : nil
  }

  /// Whether a length of hours, an hour or a part of the day is told.
  var hasTime: Bool { text.utf8.contains(UInt8(ascii: "T")) }

  /// Whether it is a day of every week, or its weekend.
  var isOfWeek: Bool { text.hasPrefix(TimexSet.weekdayOpening) }

  /// Whether it is a day of every week and nothing more.
  var isWeekdayAlone: Bool { isOfWeek && text.utf8.count == TimexSet.weekdayOpening.utf8.count + 1 }

  private static let weekdayOpening = "XXXX-WXX-"
}

extension QuantityReader {
  /// A time that recurs, of lexemes `start..<end`.
  func set(_ timex: TimexSet, _ start: Int, _ end: Int) -> Moment {
    Moment(start: start, end: end, expression: .set(timex: timex.text), kind: .set)
  }
}

extension Moment {
  /// The value of a time that recurs.
  var timexSet: TimexSet? {
    guard case .set(let timex) = expression else { return nil }
    return TimexSet(text: timex)
  }
}
