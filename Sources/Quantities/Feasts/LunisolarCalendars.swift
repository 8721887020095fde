import DocumentModel
import TextCore

/// Calendars whose months begin with the new moon and whose years keep up with the sun (Reingold and Dershowitz,
/// "Calendrical Calculations", chapters 19 and 20), as far as feasts are dated by them. A month is told by the sign that the
/// sun enters in it; a leap month has none, so no feast is in it.
enum LunisolarCalendars {
  /// The day of a Gregorian year on which a day of a Chinese month falls, Beijing time: months 12 of the year before and
  /// 1…10, day 1…30. The month of the winter solstice is the eleventh; where thirteen lead to the next one, the first
  /// in which the sun enters no new sign is a leap month.
  static func chinese(_ year: Int, month: Int, day: Int) -> CivilDate? {
    guard let solstice = reaching(270, in: year - 1), let next = reaching(270, in: year) else { return nil }
    let eleventh = SunAndMoon.newMoon(before: endOfBeijingDay(solstice))
    let following = SunAndMoon.newMoon(before: endOfBeijingDay(next))
    /// The first day of the month so many months after the eleventh.
    func first(_ index: Int) -> Double {
      let moon = SunAndMoon.moment(ofElongation: 0, near: eleventh + Double(index) * SunAndMoon.synodicMonth)
      return (moon + beijing).rounded(.down)
    }
    func sign(_ index: Int) -> Double {
      (SunAndMoon.sun(at: first(index) - beijing) / 30).rounded(.down).truncatingRemainder(dividingBy: 12)
    }
    var index = (month + 1) % 12
    let hasLeapMonth = following - eleventh > 12.5 * SunAndMoon.synodicMonth
    if hasLeapMonth, let leap = (1...12).first(where: { sign($0) == sign($0 + 1) }), index >= leap { index += 1 }
    return CivilDate(dayNumber: Int(clamping: first(index)) + day - 1)
  }

  private static let beijing = 8.0 / 24

  private static func endOfBeijingDay(_ moment: Double) -> Double {
    (moment + beijing).rounded(.down) + 1 - beijing - 1e-6
  }

  /// The day of a Gregorian year on which a lunar day of a Hindu month falls in India. Months 1 Chaitra … 12 Phalguna from
  /// new moon to new moon; lunar days (tithis) 1…30, twelve degrees of the moon's way each, the 15th ending with the full
  /// moon. The civil day is the first at whose `hour` (universal time) the lunar day has begun.
  static func hindu(_ year: Int, month: Int, lunarDay: Int, hour: Double) -> CivilDate? {
    // Signs are told by the stars: the equinox has moved by 23.9° until 2000, and moves on (Lahiri).
    let stars = 23.85 + 0.014 * Double(year - 2000)
    guard let entry = reaching(stars + Double(30 * (month - 1)), in: year) else { return nil }
    let first = SunAndMoon.newMoon(before: entry)
    let begun = Double(lunarDay - 1)
    let start = SunAndMoon.moment(ofElongation: 12 * begun, near: first + begun * SunAndMoon.synodicMonth / 30)
    return CivilDate(dayNumber: Int(clamping: (start - hour / 24).rounded(.up)))
  }

  /// The day of a year on which the sun reaches a longitude, universal time: 0 and 180 equinoxes, 90 and 270 solstices.
  static func solar(_ year: Int, longitude: Int) -> CivilDate? {
    reaching(Double(longitude), in: year).map { CivilDate(dayNumber: Int(clamping: $0.rounded(.down))) }
  }

  /// When in a Gregorian year the sun reaches a longitude. Nil far from our time, where the formulas are not meant to hold.
  private static func reaching(_ longitude: Double, in year: Int) -> Double? {
    guard (1000...3000).contains(year), let equinox = CivilDate(year: year, month: 3, day: 20) else { return nil }
    let wrapped = longitude.truncatingRemainder(dividingBy: 360)
    let days = wrapped / 360 * 365.2422
    // From 281° on the sun stands there in January to March, before the equinox.
    let near = Double(equinox.dayNumber) + (wrapped > 280 ? days - 365.2422 : days)
    return SunAndMoon.moment(ofSun: longitude, near: near)
  }
}
