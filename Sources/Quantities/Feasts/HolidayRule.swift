import DocumentModel

/// The day a holiday rule falls on; rules as the head of `holidays.tsv` documents them.
enum HolidayRule {
  /// The days or stretches of a year that a rule names, best reading first. A feast that begins at sunset takes its eve in.
  static func spans(_ rule: String, in year: Int) -> [CalendarSpan] {
    guard (1...9990).contains(year) else { return [] }
    // "3/2/1%2012": every fourth year from that one on.
    let cycle = rule.split(separator: "%")
    if cycle.count == 2, let rule = cycle.first, let first = Int(cycle[1]) {
      return year >= first && (year - first) % 4 == 0 ? spans(String(rule), in: year) : []
    }
    let halves = rule.split(separator: "~")
    let length = halves.count == 2 ? Int(halves[1]) : nil
    guard let name = halves.first, let days = religious(String(name), year) else {
      return day(rule, in: year).map { [.day($0)] } ?? []
    }
    return days.map { day in
      guard let length else { return .day(day) }
      // Ramadan and Passover begin with the evening before, feasts of India in the morning.
      let first = name.hasPrefix("hindu") ? day : day.adding(days: -1)
      return CalendarSpan(value: nil, low: first, high: first.adding(days: length))
    }
  }

  /// "tishri+9", "passover+0", "hanukkah+0"; "islamic/10/1", "hindu/7/30/13" with a day's doubt on either side;
  /// "chinese/1/1", "sun/270"; nil for other rules.
  private static func religious(_ rule: String, _ year: Int) -> [CivilDate]? {
    let fields = rule.split(separator: "/")
    let numbers = fields.dropFirst().compactMap { Int($0) }
    switch (fields.first, numbers.count) {
    case ("islamic", 2):
      return ReligiousCalendars.islamic(year, month: numbers[0], day: numbers[1]).flatMap(doubtful)
    case ("hindu", 3):
      let day = LunisolarCalendars.hindu(
        year, month: numbers[0], lunarDay: numbers[1], hour: Double(numbers[2]))
      return day.map(doubtful) ?? []
    case ("chinese", 2): return LunisolarCalendars.chinese(year, month: numbers[0], day: numbers[1]).map { [$0] } ?? []
    case ("sun", 1): return LunisolarCalendars.solar(year, longitude: numbers[0]).map { [$0] } ?? []
    default: break
    }
    let parts = rule.split(separator: "+")
    guard parts.count == 2, let days = Int(parts[1]) else { return nil }
    let base: CivilDate
    switch parts[0] {
    case "tishri": base = ReligiousCalendars.tishri(year)
    case "passover": base = ReligiousCalendars.passover(year)
    case "hanukkah": base = ReligiousCalendars.hanukkah(year)
    default: return nil
    }
    return [base.adding(days: days), base.adding(days: days - 1)]
  }

  /// Where the moon is first seen, and at which hour of the place, decides on the day.
  private static func doubtful(_ day: CivilDate) -> [CivilDate] { [day, day.adding(days: -1), day.adding(days: 1)] }

  static func day(_ rule: String, in year: Int) -> CivilDate? {
    for (name, orthodox) in [("easter", false), ("orthodox", true)] where rule.hasPrefix(name) {
      guard let offset = Int(rule.dropFirst(name.utf8.count)) else { return nil }
      return easter(year, orthodox: orthodox)?.adding(days: offset)
    }
    let fixed = rule.split(separator: "-").map { Int($0) }
    if !rule.utf8.contains(UInt8(ascii: "/")) {
      guard fixed.count == 2, let month = fixed[0], let day = fixed[1] else { return nil }
      return CivilDate(year: year, month: month, day: day)
    }
    let plus = rule.split(separator: "+")
    let parts = (plus.first ?? "").split(separator: "/").map { Int($0) }
    guard parts.count == 3, let month = parts[0], let weekday = parts[1], let which = parts[2] else { return nil }
    let added = plus.count == 2 ? Int(plus[1]) ?? 0 : 0
    guard (1...12).contains(month), let first = CivilDate(year: year, month: month, day: 1) else { return nil }
    if which < 0 {
      let last = first.adding(days: CivilDate.days(inMonth: month, ofYear: year) - 1)
      return last.adding(days: -((last.weekday - weekday + 7) % 7) + added)
    }
    return first.adding(days: (weekday - first.weekday + 7) % 7 + 7 * (which - 1) + added)
  }

  /// Western Easter by the "Anonymous Gregorian algorithm" (Nature, 1876; Meeus, "Astronomical Algorithms"); the Orthodox
  /// one by Meeus's Julian algorithm, in Gregorian days.
  private static func easter(_ year: Int, orthodox: Bool) -> CivilDate? {
    guard (326...9990).contains(year) else { return nil }
    if orthodox {
      let d = (19 * (year % 19) + 15) % 30
      let e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
      let julian = d + e + 114
      return CivilDate(year: year, month: julian / 31, day: julian % 31 + 1)?.adding(days: year / 100 - year / 400 - 2)
    }
    let a = year % 19
    let (b, c) = (year / 100, year % 100)
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let day = h + l - 7 * m + 114
    return CivilDate(year: year, month: day / 31, day: day % 31 + 1)
  }
}
