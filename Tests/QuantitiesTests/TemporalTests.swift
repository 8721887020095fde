import DocumentModel
import Testing
import TestSupport

@testable import Quantities

/// Wordings of days, times and lengths of time beside what they come to on Friday, October 31, 2014, at 10:30.
@Suite struct TemporalTests {
  private static let now = "2014-10-31T10:30"

  @Test(arguments: [
    ("The ferry will be back in two hours.", ["2014-10-31T12:30"]),
    ("The vet will call in half an hour.", ["2014-10-31T11:00"]),
    ("The oven was lit an hour and a half ago.", ["2014-10-31T09:00"]),
    ("She left ten minutes before 3 p.m.", ["T14:50"]),
    ("It rang 20 minutes to 2 p.m. on Tuesday.", ["2014-10-28T13:40"]),
    ("The mill reopens in three weeks' time.", ["2014-11-21"]),
    ("They moved a year and a half ago.", ["2013-04-30"]),
    ("The well ran dry 10 to 15 years ago.", ["1999-10-31 to 2004-10-31"]),
    ("He was fined two Mondays ago.", ["2014-10-20"]),
    ("The sale lasts for 3 days from Monday.", ["2014-10-27 to 2014-10-30"]),
    ("The drill lasts for 3 hours from 10 a.m.", ["T10 to T13"]),
    ("The hall is booked on May 4 for 7 hours from 9:30 a.m.", ["2014-05-04T09:30 to 2014-05-04T16:30"]),
    ("They will answer within five minutes.", ["2014-10-31T10:30 to 2014-10-31T10:35"]),
    ("It snowed in the last two hours.", ["2014-10-31T08:30 to 2014-10-31T10:30"]),
    ("It closes from now until 6 p.m.", ["2014-10-31T10:30 to 2014-10-31T18"]),
  ])
  func countsFromAMoment(sentence: String, expected: [String]) {
    #expect(QuantityFixture.times(sentence, on: TemporalTests.now) == expected)
  }

  @Test(arguments: [
    ("The bell fell on March 3, 2011. Two days later it rang.", ["2011-03-03", "2011-03-05"]),
    ("The bell fell on March 3, 2011. The next day it rang.", ["2011-03-03", "2011-03-04"]),
    ("The dam broke in 1912. Three years later it was rebuilt.", ["1912", "1915"]),
    ("The fair opens the day after Christmas 2012.", ["2012-12-26"]),
    ("They met the Friday after Easter 2012.", ["2012-04-13"]),
    ("They met the night before Easter 2012.", ["2012-04-07T20:00 to 2012-04-08T04:00"]),
    ("They meet the week after next.", ["2014-W46"]),
    ("They met the Friday before last.", ["2014-10-17"]),
    ("She is back Monday two weeks from now.", ["2014-11-10"]),
    ("The council met the closest Monday to October 8, 2014.", ["2014-10-06"]),
    ("They danced over the weekend of July 4, 2014.", ["2014-07-04 to 2014-07-07"]),
  ])
  func findsDaysBesideDays(sentence: String, expected: [String]) {
    #expect(QuantityFixture.times(sentence, on: TemporalTests.now) == expected)
  }

  @Test(arguments: [
    ("A storm hit early Tuesday.", ["2014-10-28T06:00 to 2014-10-28T10:00"]),
    ("A storm hit late Monday night.", ["2014-10-27T20:00 to 2014-10-28T04:00"]),
    ("He died in the early hours of Sunday.", ["2014-10-26T00:00 to 2014-10-26T06:00"]),
    ("He died on the night of 14 April 1912.", ["1912-04-14T20:00 to 1912-04-15T04:00"]),
    ("They meet the first Monday evening of next month.", ["2014-11-03T18:00 to 2014-11-04T00:00"]),
    ("They meet next Tuesday between 3 and 5 p.m.", ["2014-11-04T15 to 2014-11-04T17"]),
    ("The gates shut 3 p.m. or later on Monday.", ["from 2014-10-27T15"]),
    ("The road shuts from Friday at 2 p.m. until Monday at 6 a.m.", ["2014-10-31T14 to 2014-11-03T06"]),
    ("The ship called at 1430 GMT on Sunday.", ["2014-10-26T14:30"]),
    ("The train left at half ten.", ["T10:30"]),
    ("The train left at twenty-five past eight.", ["T08:25"]),
    ("The files are due by the end of the day.", ["2014-10-31T23:59:59"]),
  ])
  func readsPartsOfDays(sentence: String, expected: [String]) {
    #expect(QuantityFixture.times(sentence, on: TemporalTests.now) == expected)
  }

  @Test(arguments: [
    ("It rained between the end of 2007 and the middle of March 2008.", ["2008-01-01 to 2008-03-16"]),
    ("Sales rose between March and May 2012.", ["2012-03-01 to 2012-06-01"]),
    ("Sales rose in last year's third quarter.", ["2013-Q3"]),
    ("Sales rose in Q4.", ["2014-Q4"]),
    ("Sales fell in the third quarter last year.", ["2013-Q3"]),
    ("The ban began in March of last year.", ["2013-03"]),
    ("They wed on Christmas Eve last year.", ["2013-12-24"]),
    ("It ran from the 4th to the 23rd of next month.", ["2014-11-04 to 2014-11-24"]),
    ("It ran from 2010 to the present.", ["2010-01-01 to 2014-10-31"]),
    ("He wrote it in the late nineties.", ["1996-09-01 to 2000-01-01"]),
    ("They met in May '09.", ["2009-05"]),
    ("They met on May 5, 6 and 7.", ["2014-05-05", "2014-05-06", "2014-05-07"]),
    ("They met in May or June.", ["2014-05", "2014-06"]),
    ("The wall was built in AD 122.", ["0122"]),
    ("The next May was cold.", ["2015-05"]),
    ("They fasted on Yom Kippur 2012.", ["2012-09-26"]),
    ("Passover 2018 was late.", ["2018-03-30 to 2018-04-08"]),
    ("They broke the fast on Eid al-Fitr 2018.", ["2018-06-15"]),
  ])
  func readsPeriods(sentence: String, expected: [String]) {
    #expect(QuantityFixture.times(sentence, on: TemporalTests.now) == expected)
  }

  @Test(arguments: [
    ("The kiosk opens at 9 a.m. every day.", ["T09"]), ("The kiosk opens daily at 9 a.m.", ["T09"]),
    ("The choir sings on Sunday mornings.", ["XXXX-WXX-7TMO"]), ("They fish on Tuesdays.", ["XXXX-WXX-2"]),
    ("The board meets every other week.", ["P2W"]), ("The board meets every second month.", ["P2M"]),
    ("He runs every evening at 7.", ["T19"]), ("The choir meets each Tuesday morning.", ["XXXX-WXX-2TMO"]),
    ("The shop shuts on weekends.", ["XXXX-WXX-WE"]),
  ])
  func readsWhatRecurs(sentence: String, expected: [String]) {
    #expect(QuantityFixture.times(sentence, on: TemporalTests.now) == expected)
  }

  @Test(arguments: [
    ("It took an hour and 45 minutes.", ["an hour and 45 minutes = duration 6300 second"]),
    ("It lasted a month and a half.", ["a month and a half = duration 45 day"]),
    ("It rained all day.", ["all day = duration 1 day"]),
    ("It took a few hours.", ["a few hours = duration 3 hour about"]),
    ("He served two full years.", ["two full years = duration 2 year"]),
  ])
  func readsDurations(sentence: String, expected: [String]) {
    #expect(QuantityFixture.rendered(sentence) == expected)
  }

  /// "4 a.m." is never the afternoon; "at 4:15" may be.
  @Test(arguments: [("It rang at 4:15 a.m.", 0), ("It rang at 4:15.", 1), ("It rang at 4 in the morning.", 0)])
  func tellsWhichHalfOfTheDay(sentence: String, others: Int) throws {
    let quantity = try #require(QuantityFixture.quantities(sentence).1.first)
    guard case .temporal(let expression) = quantity.value else {
      Issue.record("no time")
      return
    }
    #expect(TemporalReading(reference: nil).resolve(expression)?.alternatives.count == others)
  }

  /// Words that look like times and are none.
  @Test(arguments: [
    "At the end of the day, nobody cared.", "She sat down and read the Sun.", "It was a day-long march.",
    "Everyday life went on.", "Mohammed Ramadan sang.", "The code is 2015-1-32.", "He broke a leg in a fall.",
    "They were in the new year group.", "The desk is open 24/7.", "They were in their 30s, 40s and late 50s.",
    "He won 12-4 at home.", "The last straw fell.",
    "It may rain.",
  ])
  func leavesAlone(sentence: String) {
    let found = QuantityFixture.quantities(sentence).1.filter { $0.kind.isTemporal || $0.kind == .duration }
    #expect(found.isEmpty)
  }
}
