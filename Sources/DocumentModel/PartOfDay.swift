/// A part of a day. The raw values are those of TIMEX3, and Copydesk's own where it has none.
package enum PartOfDay: String, Sendable {
  case morning = "MO"
  case afternoon = "AF"
  case evening = "EV"
  case night = "NI"
  /// "in the daytime"
  case daytime = "DT"
  /// "mid today"
  case midday = "MI"
  /// "early Tuesday"
  case early = "EARLY"
  /// "late Tuesday"
  case late = "LATE"
  /// "the small hours"
  case smallHours = "EH"
  /// "late tonight"
  case lateNight = "LN"
  case lunchtime = "LU"
  case teatime = "TT"

  /// From hour to hour, as news reckons; those past 24 are of the next day.
  package var hours: Range<Int> {
    switch self {
    case .morning: 6..<12
    case .afternoon: 12..<18
    case .evening, .late: 18..<24
    case .night: 20..<28
    case .daytime: 8..<18
    case .midday: 10..<14
    case .early: 6..<10
    case .lunchtime: 12..<14
    case .teatime: 16..<18
    case .smallHours: 0..<6
    case .lateNight: 21..<24
    }
  }

  /// Whether an hour that does not say its half of the day is one after noon: "at 7 in the evening".
  package var isAfterNoon: Bool { self == .afternoon || self == .evening || self == .night || self == .teatime }
}
