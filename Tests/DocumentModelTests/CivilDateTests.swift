import DocumentModel
import Testing

/// Days of the calendar.
@Suite struct CivilDateTests {
  @Test(arguments: [
    (1970, 1, 1, 0, 4), (2000, 2, 29, 11_016, 2), (2026, 11, 24, 20_781, 2), (1, 1, 1, -719_162, 1),
    (9999, 12, 31, 2_932_896, 5), (1900, 3, 1, -25_508, 4),
  ])
  func daysAreCounted(year: Int, month: Int, day: Int, number: Int, weekday: Int) throws {
    let date = try #require(CivilDate(year: year, month: month, day: day))
    #expect(date.dayNumber == number && date.weekday == weekday)
    #expect(CivilDate(dayNumber: number) == date)
    #expect(CivilDate(iso: date.iso) == date)
  }

  @Test(arguments: [
    (1900, 2, 29), (2025, 2, 29), (2026, 4, 31), (2026, 13, 1), (2026, 1, 0), (0, 1, 1), (10_000, 1, 1),
  ])
  func thereIsNoSuchDay(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: ["", "2026", "2026-11", "2026-11-", "-2026-11-24", "2026/11/24", "x-y-z", "2026-99-99"])
  func readsNoOtherForm(iso: String) { #expect(CivilDate(iso: iso) == nil) }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-03-31", -1, "2026-02-28"),
    ("2026-11-24", 12, "2027-11-24"), ("0001-01-15", -1, "0001-01-15"), ("9999-12-15", 1, "9999-12-15"),
  ])
  func monthsLater(day: String, months: Int, later: String) throws {
    #expect(try #require(CivilDate(iso: day)).adding(months: months).iso == later)
  }

  /// However far: the calendar ends where it ends.
  @Test(arguments: [Int.min, -1_000_000_000, -1, 0, 1, 1_000_000_000, Int.max])
  func noDistanceIsTooFar(distance: Int) throws {
    for day in ["0001-01-01", "2026-11-24", "9999-12-31"] {
      let date = try #require(CivilDate(iso: day))
      #expect((1...9999).contains(date.adding(days: distance).year))
      #expect((1...9999).contains(date.adding(months: distance).year))
      #expect((1...9999).contains(CivilDate(dayNumber: distance).year))
    }
  }
}
