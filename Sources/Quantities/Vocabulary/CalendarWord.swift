import DocumentModel
import Lexicons

/// A word of the calendar: its role and number, as its table documents them.
struct CalendarWord: Sendable {
  let role: CalendarRole
  let number: Int

  init(_ lexicon: Lexicon, _ row: Int) {
    role = CalendarRole(rawValue: lexicon.text(row, 0)) ?? .none
    number = lexicon.integer(row, 1)
  }

  /// The unit that the number codes; the order is that of the head of `date-words`.
  var unit: TemporalUnit { CalendarWord.units.indices.contains(number) ? CalendarWord.units[number] : .day }

  static let units: [TemporalUnit] = [
    .second, .minute, .hour, .day, .weekend, .week, .fortnight, .month, .quarter, .halfYear, .year, .decade, .century,
    .businessDay,
  ]

  /// The part of a day that the number codes, from 1 on; the order is that of the head of `date-words`.
  var partOfDay: PartOfDay {
    CalendarWord.partsOfDay.indices.contains(number - 1) ? CalendarWord.partsOfDay[number - 1] : .night
  }

  /// Which end of a stretch a word of a boundary means: 1 its beginning, 2 its middle, 3 its end.
  var edge: TemporalExpression.Part { number == 1 ? .start : number == 2 ? .middle : .end }

  private static let partsOfDay: [PartOfDay] = [
    .morning, .afternoon, .evening, .night, .daytime, .smallHours, .lunchtime, .teatime,
  ]
}

/// What a word of the calendar does in a date or time.
enum CalendarRole: String, Sendable, CaseIterable {
  case none, month, weekday, weekdays, day, tonight, last, next, this, unit, season, ago, clock, oclock, early, mid,
    late, of, at, to, half, every, set, times, alternate
  /// "end of", "beginning of".
  case boundary
  /// "few", "couple": the count they are read as.
  case vague
  case within, closest, zone
  /// "nineties": the first year, without its century.
  case decade
  /// "mornings".
  case partsOfDay = "parts of day"
  /// "Q1", "H2".
  case partMark = "part mark"
  case dayEdge = "edge of day"
  case monthEdge = "edge of month"
  case yearEdge = "edge of year"
  /// "year to date".
  case toDate = "to date"
  case monthAbbreviation = "month abbreviation"
  case weekdayAbbreviation = "weekday abbreviation"
  case lastNight = "last night"
  case thisPart = "this part"
  case partOfDay = "part of day"
  case fromNow = "from now"
  case halfDay = "half day"
}
