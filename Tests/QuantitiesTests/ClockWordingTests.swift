import DocumentModel
import Testing

@testable import Quantities

/// Wordings of hours, of lengths of time and of what recurs, beside what they come to on Wednesday, November 25,
/// 2026, at 10:00.
@Suite struct ClockWordingTests {
  private static let now = "2026-11-25T10:00"

  @Test(arguments: [
    ("The mayor resigned at 4pm this afternoon.", ["2026-11-25T16"]),
    ("The depot burned down at 11.20pm last night.", ["2026-11-24T23:20"]),
    ("Sirens were heard at 2:15 last night.", ["2026-11-25T02:15"]),
    ("The bells rang at seven o'clock tonight.", ["2026-11-25T19"]),
    ("The bridge shuts at midnight tonight.", ["2026-11-26T00"]),
    ("The lock is shut from 10pm tonight until 5am tomorrow.", ["2026-11-25T22 to 2026-11-26T05"]),
    ("A lorry overturned at 1 a.m. on Saturday night.", ["2026-11-22T01"]),
    ("The chapel opens at 9:30 on the 14th of December.", ["2026-12-14T09:30"]),
    ("The fog lifted at 3 a.m. on the morning of 3 November.", ["2026-11-03T03"]),
    ("The pier was closed from 7pm on Friday to 8am the next day.", ["2026-11-20T19 to 2026-11-21T08"]),
    ("The reading is the 3rd at 6:45pm.", ["2026-11-03T18:45"]),
    ("The mast fell at 2026-11-20T18:05:00Z.", ["2026-11-20T18:05:00"]),
    ("The vet comes fri 7pm.", ["2026-11-20T19"]), ("The fair opens on sat at 5pm.", ["2026-11-21T17"]),
    ("The last ferry leaves tonight at 3.", ["2026-11-26T03"]),
    ("The fox was seen at 8.30.pm today.", ["2026-11-25T20:30"]),
    ("The café is open Monday 11-4.", ["2026-11-23T11 to 2026-11-23T16"]),
    ("Hours: Saturday 10-2, Sunday 12-4.", ["2026-11-21T10 to 2026-11-21T14", "2026-11-22T12 to 2026-11-22T16"]),
    ("The Rovers won Monday 11-4.", ["2026-11-23"]),
    ("They are open for talks after a loss Saturday 3-1.", ["2026-11-21"]),
    ("The baker rests tomorrow at lunch.", ["2026-11-26T12:00 to 2026-11-26T14:00"]),
    ("The bell rang at lunchtime on Tuesday.", ["2026-11-24T12:00 to 2026-11-24T14:00"]),
    ("The gates close at 12:00 midnight Friday.", ["2026-11-20T00"]),
    ("The choir sings 7 to 9 in the evening.", ["T19 to T21"]),
  ])
  func joinsAnHourToItsDay(sentence: String, expected: [String]) {
    #expect(QuantityFixture.times(sentence, on: ClockWordingTests.now) == expected)
  }

  @Test(arguments: [
    ("The mill caught fire at 17.45 on Monday.", ["2026-11-23T17:45"]),
    ("The derby starts at 20.45 CET on Tuesday.", ["2026-11-24T20:45"]),
    ("The market opens on Friday at 7.30.", ["2026-11-20T07:30"]),
    ("A goat woke the street around 6.30 in the morning.", ["T06:30"]),
    ("No trams ran between 07.15 and 09.40 on Thursday.", ["2026-11-19T07:15 to 2026-11-19T09:40"]),
    ("The kiosk serves soup 9.30-10.30am.", ["T09:30 to T10:30"]),
    ("The kiosk serves soup 9.30am-10.30.", ["T09:30 to T10:30"]),
    ("The play starts at 7.45, rain or shine.", ["T07:45"]),
    ("Tides turn at 6.30 and 8.30 on Friday.", ["T06:30", "2026-11-20T08:30"]),
    ("The ferry sails at 14h30 on Monday.", ["2026-11-23T14:30"]), ("The ferry sails at 18:30h.", ["T18:30"]),
    ("The quake struck at 1630 local time.", ["T16:30"]), ("The yard is open 0900-1700hrs.", ["T09:00 to T17:00"]),
    ("Her watch began at 1400h.", ["T14:00"]), ("Her watch began at 14.00 hrs.", ["T14:00"]),
    ("The gate opens at 0900 and shuts at 1730.", ["T09:00", "T17:30"]),
  ])
  func readsDottedAndTwentyFourHourClocks(sentence: String, expected: [String]) {
    #expect(QuantityFixture.times(sentence, on: ClockWordingTests.now) == expected)
  }

  @Test(arguments: [
    ("The line reopens at 6 on Sunday morning.", ["2026-11-22T06"]),
    ("The line reopens at ten on Saturday morning.", ["2026-11-21T10"]),
    ("The vet comes at 8 tomorrow.", ["2026-11-26T08"]), ("Call him tomorrow after 8.", ["from 2026-11-26T08"]),
    ("They sailed at 9 the next morning.", ["2026-11-26T09"]),
    ("He was out from 8 this morning until 5 this afternoon.", ["2026-11-25T08 to 2026-11-25T17"]),
    ("The well is shut between noon and two on Friday.", ["2026-11-20T12 to 2026-11-20T14"]),
    ("The well is shut noon until six.", ["T12 to T18"]),
    ("He works from nine to five on Friday.", ["2026-11-20T09 to 2026-11-20T17"]),
    ("It snowed between two and three in the afternoon.", ["T14 to T15"]),
    ("The choir rehearses 7-8:30 tonight.", ["2026-11-25T19 to 2026-11-25T20:30"]),
    ("She took a 7a-3p shift.", ["T07 to T15"]),
    ("She took a noon-to-8 p.m. shift.", ["T12 to T20"]),
    ("Dogs are banned between the hours of 10pm and 6am.", ["T22 to T06"]),
    ("The dump is open 8am-8pm Monday to Saturday.", ["T08 to T20", "2026-11-23 to 2026-11-29"]),
    ("Bells ring at 2, 4 and 6pm.", ["T14", "T16", "T18"]),
  ])
  func readsBareHours(sentence: String, expected: [String]) {
    #expect(QuantityFixture.times(sentence, on: ClockWordingTests.now) == expected)
  }

  @Test(arguments: [
    ("The cock crew at twenty to seven in the morning.", ["T06:40"]),
    ("She was home by ten to nine tomorrow.", ["2026-11-26T08:50"]),
    ("He rose at a quarter of five.", ["T04:45"]), ("He rose at five after seven.", ["T07:05"]),
    ("They ate at twelve-thirty.", ["T12:30"]), ("It rained at one-thirty in the afternoon.", ["T13:30"]),
    ("The pub shut at eight forty-five at night.", ["T20:45"]), ("Supper is half 7 tonight.", ["2026-11-25T19:30"]),
  ])
  func readsSpokenClocks(sentence: String, expected: [String]) {
    #expect(QuantityFixture.times(sentence, on: ClockWordingTests.now) == expected)
  }

  @Test(arguments: [
    ("The choir meets once a month.", ["P1M"]), ("He fishes three times a week.", ["P1W"]),
    ("The well is tested twice daily.", ["P1D"]), ("The bus calls once every two hours.", ["PT2H"]),
    ("They dine on the first Thursday of every month.", ["XXXX-XX-WXX-4-#1"]),
    ("Rent is due on the 1st of each month.", ["XXXX-XX-01"]),
    ("He rides each Tuesday and Thursday.", ["XXXX-WXX-2", "XXXX-WXX-4"]),
    ("It opens every Monday, Wednesday and Friday at 6am.", ["XXXX-WXX-1", "XXXX-WXX-3", "XXXX-WXX-5T06"]),
    ("It floods every January.", ["XXXX-01"]), ("They burn a boat every 5 November.", ["XXXX-11-05"]),
    ("They repaint it every other decade.", ["P20Y"]), ("The well is tested every two fortnights.", ["P4W"]),
    ("The stairs are swept every three working days.", ["P3WD"]),
    ("They sing every Christmas Eve.", ["XXXX-12-24"]), ("The geese return each spring.", ["XXXX-SP"]),
    ("He rows every single day.", ["P1D"]), ("The gauge is read half-hourly.", ["PT30M"]),
    ("The annual goat race was wet.", ["P1Y"]), ("The paper is bimonthly.", ["P2M"]),
    ("They play on alternate Wednesdays.", ["XXXX-WXX-3"]), ("The owl calls nightly at 10.", ["T22"]),
    ("The hens are fed at 8am and 8pm daily.", ["T08", "T20"]), ("He swims every weekday at 7.", ["P1WDT07"]),
    ("The band plays every first Sunday of the month.", ["XXXX-XX-WXX-7-#1"]),
  ])
  func readsWhatRecurs(sentence: String, expected: [String]) {
    #expect(QuantityFixture.times(sentence, on: ClockWordingTests.now) == expected)
  }

  @Test(arguments: [
    ("The truce could last three weeks.", ["three weeks = duration 3 week"]),
    ("The lamp's batteries last 12 hours.", ["12 hours = duration 12 hour"]),
    ("It didn't last 24 hours.", ["24 hours = duration 24 hour"]),
    ("The layover is 1h 45m.", ["1h 45m = duration 6300 second"]),
    ("The song is 3m20s.", ["3m20s = duration 200 second"]),
    ("It takes between an hour and 90 minutes.", ["an hour and 90 minutes = duration 60…90 minute"]),
    ("He faces 18 months to three years in prison.", ["18 months to three years = duration 18…36 month"]),
    ("It takes a week or two.", ["a week or two = duration 1…2 week"]),
    ("It takes one or two days.", ["one or two days = duration 1…2 day"]),
    ("The wall stood for a quarter century.", ["a quarter century = duration 25 year"]),
    ("He ruled for 22 years and 106 days.", ["22 years and 106 days = duration 22 year"]),
  ])
  func readsDurations(sentence: String, expected: [String]) {
    #expect(QuantityFixture.rendered(sentence) == expected)
  }

  /// "Last" is an adjective after an article, a possessive or a preposition.
  @Test(arguments: [
    ("It rained over the last three weeks.", ["2026-11-04 to 2026-11-25"]),
    ("The firm's last two years were bad.", ["2024-11-25 to 2026-11-25"]),
    ("In last three days nobody came.", ["2026-11-22 to 2026-11-25"]),
  ])
  func knowsLastFromToLast(sentence: String, expected: [String]) {
    #expect(QuantityFixture.times(sentence, on: ClockWordingTests.now) == expected)
  }

  /// Prices, scores, tallies, names and stopwatches.
  @Test(arguments: [
    "The rand was trading at 17.45.", "The toll stood at 9.", "Unemployment was at 7.30.", "The vote was ten to four.",
    "The ratio stands at 25 to 1.", "She won the race in 2:04:35.", "He ran a 4:05 mile.",
    "They scored with 8:23 left.", "He wrote for The Sunday Times.", "He watched Monday Night Football.",
    "She read Midnight Express.", "They robbed a 7-Eleven.", "It took a split second.", "See Chapter 3:16.",
    "Sheffield Wednesday lost again.", "Six were hurt at the fair.", "There were around 8 on board.",
  ])
  func leavesAlone(sentence: String) {
    let found = QuantityFixture.quantities(sentence).1.filter { $0.kind.isTemporal || $0.kind == .duration }
    #expect(found.isEmpty)
  }
}
