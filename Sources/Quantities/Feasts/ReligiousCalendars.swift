import DocumentModel

/// The Hebrew calendar and the tabular Islamic one, in days of the Gregorian (Reingold and Dershowitz, "Calendrical
/// Calculations"). Their days begin at sunset; the day given is the one that most of it lies in.
enum ReligiousCalendars {
  /// Days from 1970-01-01 back to the day before 0001-01-01.
  private static let epochOffset = 719_163

  /// 1 Tishri of the Hebrew year that begins in a Gregorian year.
  static func tishri(_ year: Int) -> CivilDate { CivilDate(dayNumber: newYear(year + 3761) - epochOffset) }

  /// 15 Nisan, the first day of Passover, in a Gregorian year: 163 days before the next 1 Tishri.
  static func passover(_ year: Int) -> CivilDate { tishri(year).adding(days: -163) }

  /// 25 Kislev, the first day of Hanukkah: Heshvan before it has 29 or 30 days.
  static func hanukkah(_ year: Int) -> CivilDate {
    let hebrew = year + 3761
    let isComplete = (newYear(hebrew + 1) - newYear(hebrew)) % 10 == 5
    return tishri(year).adding(days: (isComplete ? 60 : 59) + 24)
  }

  private static func newYear(_ year: Int) -> Int {
    let (before, this, after) = (elapsed(year - 1), elapsed(year), elapsed(year + 1))
    return -1_373_427 + this + (after - this == 356 ? 2 : this - before == 382 ? 1 : 0)
  }

  /// Days from the epoch to the mean new moon of Tishri, but for one postponement.
  private static func elapsed(_ year: Int) -> Int {
    let months = (235 * year - 234) / 19
    let parts = 12_084 + 13_753 * months
    let days = 29 * months + parts / 25_920
    return 3 * (days + 1) % 7 < 3 ? days + 1 : days
  }

  /// The days of a Gregorian year on which an Islamic month and day fall, by the tables; the crescent may be seen a day
  /// earlier or later.
  static func islamic(_ year: Int, month: Int, day: Int) -> [CivilDate] {
    guard (1...12).contains(month), (1...30).contains(day), year > 622 else { return [] }
    let near = (year - 622) * 33 / 32
    return (near - 1...near + 3).compactMap { islamic in
      let fixed =
        227_014 + (islamic - 1) * 354 + (11 * islamic + 3) / 30 + 29 * (month - 1) + month / 2 + day
      let date = CivilDate(dayNumber: fixed - epochOffset)
      return date.year == year ? date : nil
    }
  }
}
