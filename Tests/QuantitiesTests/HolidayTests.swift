import DocumentModel
import Testing
import TestSupport

@testable import Quantities

/// Feasts that sun and moon set, against the days on which they were kept.
@Suite struct HolidayTests {
  /// 2034 follows a leap month that the simple rules (the new moon before 330°, or nearest to February 4) get wrong.
  @Test(arguments: [
    "2013-02-10", "2014-01-31", "2015-02-19", "2016-02-08", "2017-01-28", "2018-02-16", "2019-02-05", "2020-01-25",
    "2021-02-12", "2022-02-01", "2023-01-22", "2024-02-10", "2025-01-29", "2026-02-17", "2033-01-31", "2034-02-19",
  ])
  func datesTheLunarNewYear(day: String) throws {
    let year = try #require(Int(day.prefix(4)))
    #expect(LunisolarCalendars.chinese(year, month: 1, day: 1)?.iso == day)
  }

  @Test(arguments: [
    "2015-11-11", "2016-10-30", "2017-10-19", "2018-11-07", "2019-10-27", "2020-11-14", "2021-11-04", "2022-10-24",
    "2023-11-12", "2024-10-31", "2025-10-20",
  ])
  func datesDiwali(day: String) throws {
    let year = try #require(Int(day.prefix(4)))
    #expect(LunisolarCalendars.hindu(year, month: 7, lunarDay: 30, hour: 13)?.iso == day)
  }

  @Test(arguments: [
    (2023, 9, 29), (2024, 9, 17), (2025, 10, 6), (2026, 9, 25),
  ])
  func datesTheMidAutumnFestival(year: Int, month: Int, day: Int) {
    #expect(
      LunisolarCalendars.chinese(year, month: 8, day: 15) == CivilDate(year: year, month: month, day: day))
  }

  /// Far from our time nothing is said, and nothing traps.
  @Test(arguments: [Int.min + 1, -1, 0, 1, 999, 3001, 9999, Int.max - 1])
  func leavesFarYearsAlone(year: Int) {
    #expect(HolidayRule.spans("chinese/1/1", in: year).isEmpty)
    #expect(HolidayRule.spans("hindu/7/30/13", in: year).isEmpty)
    #expect(HolidayRule.spans("sun/270", in: year).isEmpty)
  }

  @Test(arguments: [
    ("The market shut for Diwali 2019.", ["2019-10-27"]),
    ("The bakery closed on Lunar New Year's Eve 2015.", ["2015-02-18"]),
    ("Boats raced at the Dragon Boat Festival of 2012.", ["2012-06-23"]),
    ("Lamps were lit for Vesak 2023.", ["2023-05-05"]),
    ("The choir sang at the winter solstice of 2013.", ["2013-12-21"]),
    ("The lake froze before the autumnal equinox of 2014.", ["2014-09-23"]),
    ("Schools shut for Navratri 2013.", ["2013-10-05 to 2013-10-14"]),
    ("She phoned home on Mothering Sunday 2014.", ["2014-03-30"]),
  ])
  func readsFeasts(sentence: String, expected: [String]) {
    #expect(QuantityFixture.times(sentence, on: "2014-10-31T10:30") == expected)
  }
}
