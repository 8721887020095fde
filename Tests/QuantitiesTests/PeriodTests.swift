import DocumentModel
import Testing
import TestSupport

@testable import Quantities

/// Years, quarters, centuries and stretches as news words them, on Friday, October 31, 2014.
@Suite struct PeriodTests {
  private static let now = "2014-10-31T10:30"

  @Test(arguments: [
    ("The choir (1997-2005) left few records.", ["1997-01-01 to 2006-01-01"]),
    ("The abbot (1304-1369) kept bees.", ["1304-01-01 to 1370-01-01"]),
    ("The mill (1961-69, 1974-78) made rope.", ["1961-01-01 to 1970-01-01", "1974-01-01 to 1979-01-01"]),
    ("The painter (1731 – 1803) drew ferries.", ["1731-01-01 to 1804-01-01"]),
    ("The 2008-9 slump emptied the yards.", ["2008-01-01 to 2010-01-01"]),
    ("He taught from 1998 to '05.", ["1998-01-01 to 2006-01-01"]),
    ("The play (1794) is lost.", ["1794"]),
    ("The vault was carved circa 1500.", ["1500"]),
    ("In the year 1066 the ford was guarded.", ["1066"]),
    ("The case was as old as a 1998 agreement.", ["1998"]),
    ("Sales in 2012 and 2013 figures differ.", ["2012", "2013"]),
    ("He was elected in '08 and '12.", ["2008", "2012"]),
    ("The pre-2008 rules are gone.", ["2008"]),
    ("The end of 2013 leaves the yard idle.", ["2013-09-01 to 2014-01-01"]),
    ("Barns built in 2016 or newer are listed.", ["2016"]),
    ("The log of 20190701 was lost.", ["2019-07-01"]),
  ])
  func readsYears(sentence: String, expected: [String]) {
    #expect(QuantityFixture.times(sentence, on: PeriodTests.now) == expected)
  }

  @Test(arguments: [
    ("He led the guild from May 4, 1979, to November 28, 1990, and retired.", ["1979-05-04 to 1990-11-29"]),
    ("Between March 1, 2010, and June 30, 2011, the lock was shut.", ["2010-03-01 to 2011-07-01"]),
    ("The fair runs from Friday 7 to Sunday 9 November.", ["2014-11-07 to 2014-11-10"]),
    ("Sales rose in the July-September quarter.", ["2014-07-01 to 2014-10-01"]),
    ("Rain fell in the April-June period of 2012.", ["2012-04-01 to 2012-07-01"]),
    ("Orders fell in the January-to-March quarter of 2013.", ["2013-01-01 to 2013-04-01"]),
    ("The parish kept Christmas on 7 January.", ["2013-12-25", "2014-01-07"]),
    ("The band plays on 6, 13 and 20 December.", ["2014-12-06", "2014-12-13", "2014-12-20"]),
    (
      "The band plays Dec. 5-6, 12-13 and 19-20.",
      ["2014-12-05 to 2014-12-07", "2014-12-12 to 2014-12-14", "2014-12-19 to 2014-12-21"]
    ),
    ("Between 1 January and 30 September the boats lay idle.", ["2014-01-01 to 2014-10-01"]),
    ("It rained in June and July 2012.", ["2012-06", "2012-07"]),
    ("A June poll put him ahead.", ["2014-06"]), ("Copper for May delivery rose.", ["2014-05"]),
    ("At a March meeting he spoke.", ["2014-03"]), ("From March through May, it rained.", ["2014-03-01 to 2014-06-01"]),
    ("The trial is due in the second half of November.", ["2014-11-16 to 2014-12-01"]),
    ("She has been away since November.", ["2013-11"]),
    ("It ran from the 4th to the 23rd.", ["2014-10-04 to 2014-10-24"]),
  ])
  func joinsDaysAndMonths(sentence: String, expected: [String]) {
    #expect(QuantityFixture.times(sentence, on: PeriodTests.now) == expected)
  }

  @Test(arguments: [
    ("Sales rose in the second quarter of fiscal 2013.", ["2013-Q2"]), ("Profit fell in Q1 FY14.", ["2014-Q1"]),
    ("The budget for FY2013-14 passed.", ["2013-01-01 to 2015-01-01"]), ("Profit fell in 3Q13.", ["2013-Q3"]),
    ("The second and third quarters of 2013 were poor.", ["2013-Q2", "2013-Q3"]),
    ("The harbour lost money in the December quarter of 2013.", ["2013-Q4"]),
    ("Sales rose in the three months to June.", ["2014-04-01 to 2014-07-01"]),
    ("Sales rose in the year to 31 March 2013.", ["2012-04-01 to 2013-04-01"]),
    ("For the quarter ended Sept. 30, 2013, it lost money.", ["2013-07-01 to 2013-10-01"]),
    ("The bridge will open by year-end.", ["2014-09-01 to 2015-01-01"]),
    ("Halfway through 2013 the mine closed.", ["2013-05-01 to 2013-09-01"]),
    ("It froze in the first days of January 2013.", ["2013-01-01 to 2013-01-11"]),
    ("This past summer was wet.", ["2014-06-01 to 2014-09-01"]),
    ("The spring and summer of 2012 were wet.", ["2012-03-01 to 2012-06-01", "2012-06-01 to 2012-09-01"]),
    ("Orchards bloomed in late spring.", ["2014-05-01 to 2014-06-01"]),
  ])
  func readsQuartersAndStretches(sentence: String, expected: [String]) {
    #expect(QuantityFixture.times(sentence, on: PeriodTests.now) == expected)
  }

  @Test(arguments: [
    ("The tower dates from the second half of the 15th century.", ["1450-01-01 to 1500-01-01"]),
    ("The school grew in the second half of the 1990s.", ["1995-01-01 to 2000-01-01"]),
    ("The guild died out in the last decade of the 19th century.", ["189X"]),
    (
      "The 14th and 15th centuries were hard on the town.",
      ["1300-01-01 to 1400-01-01", "1400-01-01 to 1500-01-01"]
    ),
    ("It stood from the 9th to the 11th century.", ["0800-01-01 to 1100-01-01"]),
    ("He has sung since the late 60s.", ["1966-09-01 to 1970-01-01"]),
    ("The docks shut in the mid to late 1970s.", ["1973-05-01 to 1980-01-01"]),
    ("The nineteen-sixties were loud.", ["196X"]),
    ("He has led the choir for the past decade.", ["2004-10-31 to 2014-10-31"]),
  ])
  func readsCenturiesAndDecades(sentence: String, expected: [String]) {
    #expect(QuantityFixture.times(sentence, on: PeriodTests.now) == expected)
  }

  @Test(arguments: [
    ("They met on March 3, 2011. The bell rang the Friday before.", ["2011-03-03", "2011-02-25"]),
    ("They vote on the first Tuesday after the first Monday in November.", ["2014-11-04"]),
    ("The ferry sank two weeks ago today.", ["2014-10-17"]), ("They marched on Super Tuesday 2012.", ["2012-03-06"]),
    ("The shop shuts between Christmas and New Year.", ["2013-12-25 to 2014-01-02"]),
    ("They dance on Bonfire Night.", ["2014-11-05"]), ("The fair opens in two weeks.", ["2014-11-14"]),
    ("The shop reopens next Easter.", ["2015-04-05"]), ("We meet the coming Monday.", ["2014-11-03"]),
    ("Send it by Thurs.", ["2014-10-30"]), ("Move it to next tues.", ["2014-11-04"]),
    ("It has been dry since feb.", ["2014-02"]), ("The ferry stops on 3 march.", ["2014-03-03"]),
    ("The pact ends in 09/2029.", ["2029-09"]), ("It shuts 12/24 thru 1/2.", ["2014-12-24 to 2015-01-03"]),
    ("The choir sings every Monday and Thursday.", ["XXXX-WXX-1", "XXXX-WXX-4"]),
    ("The choir sings on the 15th of every month.", ["XXXX-XX-15"]),
  ])
  func findsDaysByOthersAndCutShort(sentence: String, expected: [String]) {
    #expect(QuantityFixture.times(sentence, on: PeriodTests.now) == expected)
  }

  /// A range without a year is moved as a whole, never only its beginning.
  @Test func movesBothEndsOfARange() throws {
    let quantity = try #require(QuantityFixture.quantities("It was shut between 3 and 17 May.").1.first)
    guard case .temporal(let expression) = quantity.value,
      let time = TemporalReading(reference: CivilDate(year: 2014, month: 10, day: 31)).resolve(expression)
    else {
      Issue.record("no time")
      return
    }
    for reading in [time] + time.alternatives {
      #expect(reading.low?.prefix(4) == reading.high?.prefix(4))
    }
  }

  /// What is before Christ is never read as a year of our era; degrees, ages and names are no dates.
  @Test(arguments: [
    "The vase is of the third century BC.", "Caesar died in 44 BC.", "It was built in 1200 BCE.",
    "It stood between 2500 and 2000 BC.", "The Good Friday Agreement held.",
    "Temperatures will be in the 70s and 80s.", "A man in his mid-60s fell.", "Nobody has forgotten 9/11.",
    "He read the June List.", "He prayed in Saint Patrick's Cathedral.", "The court cited Law 11/2008.",
    "To wed is to wait.", "Year 9 pupils left.", "He won 1762 - 1770 votes.", "The '49ers won.",
    "The lunch (1200-1400) is cheap.", "The March of Dimes gave money.", "They called for May to resign.",
    "He won in 10 days.", "The Namibian Independence Day concert was loud.",
  ])
  func leavesAlone(sentence: String) {
    #expect(QuantityFixture.quantities(sentence).1.filter(\.kind.isTemporal).isEmpty)
  }
}
