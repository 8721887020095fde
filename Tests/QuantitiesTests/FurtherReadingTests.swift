import DocumentModel
import Testing

@testable import Quantities

/// What dates and times may mean beside their best reading, and what else they tell; on Wednesday, November 25, 2026,
/// at 10:00.
@Suite struct FurtherReadingTests {
  private static let now = "2026-11-25T10:00"

  @Test(arguments: [
    ("The bar is open from 10am-12am.", [["T10 to T12"]]),
    ("The bar is open from noon to midnight.", [[]]),
    ("The pier is lit from 9 p.m. to 12 p.m.", [["T21 to T00"]]),
    ("The tide turns between 6:30 and 9.", [["T18:30 to T21"]]),
    ("The tide turns between 6:30 and 9 a.m.", [[]]),
    ("The court sits next Tuesday at 3.", [["2026-12-01T15"]]),
    ("The court sits next Tuesday at 3 p.m.", [[]]),
    ("The court sits at 8 this morning.", [[]]),
    ("The ferry leaves tonight at 3.", [["2026-11-25T03"]]),
    ("The ferry leaves tonight at 12.", [[]]),
    ("The panel meets semi-annually.", [["P0.5Y"]]),
    ("The tram runs every half hour.", [["PT0.5H"]]),
    ("It will rain for the rest of the week.", [["2026-11-25 to 2026-11-29"]]),
  ])
  func tellsOtherReadings(sentence: String, expected: [[String]]) {
    #expect(QuantityFixture.alternatives(sentence, on: FurtherReadingTests.now) == expected)
  }

  /// The week of a Sunday may be the one it begins.
  @Test func aSundayLiesInTwoWeeks() {
    let others = QuantityFixture.alternatives("They meet in the week of October 6, 2013.", on: FurtherReadingTests.now)
    #expect(others == [["2013-W41", "2013-10-06 to 2013-10-13"]])
  }

  @Test(arguments: [
    ("The comet returns every 33 years.", ["33 years = 33 year"]),
    ("Nine days later the dam broke.", ["Nine days = 9 day"]),
    ("They lost money in the past three years.", ["three years = 3 year"]),
    ("It rained for the first six months of 1989.", ["six months = 6 month"]),
    ("The archive holds 50 previous years of maps.", ["50 previous years = 50 year"]),
    ("She left two and a half hours ago.", ["two and a half hours = 150 minute"]),
    ("A year later she left at two minutes past five on May 4.", []),
    ("The dam held for nine days.", []),
  ])
  func tellsLengthsWithinDates(sentence: String, expected: [String]) {
    #expect(QuantityFixture.lengths(sentence) == expected)
  }
}
