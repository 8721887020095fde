import Testing

@testable import Quantities

@Suite struct QuantityRecognizerTests {
  @Test(arguments: [
    ("The bridge cost $4.8 million to paint.", ["$4.8 million = money 4800000 USD"]),
    ("They pay HK$90 a night.", ["HK$90 a night = money 90 HKD per night"]),
    ("Tickets run from $16 to $18.", ["$16 to $18 = money 16…18 USD"]),
    ("A stamp is 73 cents.", ["73 cents = money 0.73 USD"]),
    ("About one-quarter of the cows limped.", ["one-quarter = number 0.25 about"]),
    ("Turnout was between 5 and 7 percent.", ["5 and 7 percent = percent 5…7 percent"]),
    ("Shares rose 3.5% after lunch.", ["3.5% = percent 3.5 percent up"]),
    ("The trench is up to 70 km long.", ["70 km = measure 70 kilometre at_most"]),
    ("It covers 800 square feet.", ["800 square feet = measure 800 square foot"]),
    ("The goat, 6 feet 2 inches tall, sneezed.", ["6 feet 2 inches = measure 37/6 foot"]),
    ("A 54-year-old plumber won.", ["54-year-old = age 54 year"]),
    ("The 7-hour ride hurt.", ["7-hour = duration 7 hour"]),
    ("It was 68 F in the barn.", ["68 F = temperature 68 fahrenheit"]),
    ("Two hundred and five geese crossed.", ["Two hundred and five = count 205 goose"]),
    ("Half a million voters stayed home.", ["Half a million = count 500000 voter"]),
    ("The twenty-fifth verse was cut.", ["twenty-fifth = ordinal 25"]),
    ("One in five bakers agreed.", ["One in five = number 0.2"]),
    ("She waited 2 1/2 hours.", ["2 1/2 hours = duration 2.5 hour"]),
    ("Thousands of tests were lost.", ["Thousands = count 1000…10000 test about"]),
    ("It cost tens of millions of dollars.", ["tens of millions of dollars = money 10000000…100000000 USD about"]),
    ("The crew needs three or four years.", ["three or four years = duration 3…4 year"]),
    ("It comes with 6- or 8-inch screens.", ["6 = measure 6 inch", "8-inch = measure 8 inch"]),
    (
      "Plants built 3.9 million bikes, up from 2.4 million.",
      ["3.9 million = count 3900000 bike", "2.4 million = count 2400000 bike"]
    ),
    ("Growth slowed from 4.8 to 4.7 percent.", ["4.8 to 4.7 percent = percent 4.8…4.7 percent"]),
    ("Shares fell 5pc on the day.", ["5pc = percent 5 percent down"]),
    ("The firm shipped 12.3m tonnes.", ["12.3m tonnes = measure 12300000 tonne"]),
    ("He owed hundred thousand rupees.", ["hundred thousand rupees = money 100000 INR"]),
    ("They sent 4 thousand 3 hundred and 21 parcels.", ["4 thousand 3 hundred and 21 = count 4321 parcel"]),
    ("The grant was EUR50m.", ["EUR50m = money 50000000 EUR"]),
    ("Debt stood at $US113 trillion.", ["$US113 trillion = money 113000000000000 USD"]),
    ("A flea weighs 4.5x10^-4 grams.", ["4.5x10^-4 grams = measure 0.00045 gram"]),
    ("It cost fifteen dollars fifty.", ["fifteen dollars fifty = money 15.5 USD"]),
    ("He waited about half an hour.", ["half an hour = duration 0.5 hour about"]),
    ("They ran three-quarters of a mile.", ["three-quarters of a mile = measure 0.75 mile"]),
    ("The dam is 2 km and 500 metres long.", ["2 km and 500 metres = measure 2.5 kilometre"]),
    ("The calf weighed 80 pounds 8 ounces.", ["80 pounds 8 ounces = measure 80.5 pound"]),
    ("It drew more than 40 and less than 60 guests.", ["more than 40 and less than 60 = count 40…60 guest"]),
    ("Two of his deputies left.", ["Two = count 2 deputy"]),
    ("It bought two new 737 Max jets.", ["two = count 2 jet"]),
    ("Shares fell from $2.50 to $2.25.", ["$2.50 to $2.25 = money 2.5…2.25 USD down"]),
    ("The town paid aud$ 15 a head.", ["aud$ 15 a head = money 15 AUD per head"]),
  ])
  func reads(sentence: String, expected: [String]) {
    #expect(QuantityFixture.rendered(sentence) == expected)
  }

  @Test(arguments: [
    "The old Boeing 787 taxied away.", "They drove down Route 66 at dawn.", "Section 230 shields the hosts.",
    "The motion passed 52-48 overnight.", "Ring 555-0199 for the vet.", "Version 2.5.1 is broken.", "No one may enter.",
  ])
  func leavesAlone(sentence: String) {
    #expect(QuantityFixture.rendered(sentence).isEmpty)
  }

  @Test(arguments: [
    ("The mayor left yesterday.", ["2014-10-30"]),
    ("He spoke on Tuesday.", ["2014-10-28"]),
    ("Harvest ended last week.", ["2014-W43"]),
    ("It closed on March 3, 2011.", ["2011-03-03"]),
    ("Founded in the 1990s, it folded.", ["199X"]),
    ("The 2014-15 budget passed.", ["2014-01-01 to 2016-01-01"]),
    ("They meet at 3:30 p.m. today.", ["2014-10-31T15:30"]),
    ("The store opened two years ago.", ["2012-10-31"]),
    ("The shop closes two days after Christmas.", ["2013-12-27"]),
    ("It opens three weeks from tomorrow.", ["2014-11-22"]),
    ("She left Monday the 27th.", ["2014-10-27"]),
    ("Output fell in the third quarter of 2013.", ["2013-Q3"]),
    ("It snowed in January.", ["2014-01"]),
    ("The vote is next year.", ["2015"]),
    ("They fasted on Good Friday 2012.", ["2012-04-06"]),
    ("Polls open the first Tuesday in March 2016.", ["2016-03-01"]),
    ("She may march on Rome.", []),
    ("The pool opens in the first week of July 2015.", ["2015-W27"]),
    ("Sales fell in the last three months of 2013.", ["2013-10-01 to 2014-01-01"]),
    ("The ferry was sold at the end of 2000.", ["2000-09-01 to 2001-01-01"]),
    ("The council met earlier this year.", ["2014-01-01 to 2014-10-31"]),
    ("Talks resume over the weekend.", ["2014-11-01 to 2014-11-03"]),
    ("The report came on the 18th.", ["2014-10-18"]),
    ("The shop closes between 10 and 11:30 on March 3, 2015.", ["2015-03-03T10 to 2015-03-03T11:30"]),
    ("The fog lifted early in the morning.", ["T06 to T09"]),
    ("It rains for the next five days.", ["2014-11-01 to 2014-11-06"]),
    ("Output fell in 2013 Q3 and rose later.", ["2013-Q3"]),
    ("They met on Dec. 31, 1994.", ["1994-12-31"]),
    ("The mill shut on Jan. 5.", ["2014-01-05"]),
    ("The lease will end in 2050.", ["2050"]),
    ("The inn reopens the second Tuesday of next month.", ["2014-11-11"]),
    ("She is back on the 20th of next month.", ["2014-11-20"]),
    ("Rain fell in week 27 of last year.", ["2013-W27"]),
    ("The fair will open in two weeks.", ["2014-11-14"]),
    ("Tolls rose in the 3 previous years.", ["2011-10-31 to 2014-10-31"]),
    ("The permit, dated 23.04.2012, lapsed.", ["2012-04-23"]),
    ("It ran from 10/1 to 10/9.", ["2014-10-01 to 2014-10-10"]),
    ("The market opens Tuesday after 2 p.m.", ["from 2014-10-28T14"]),
    ("They met at seven twenty-seven.", ["T07:27"]),
    ("The ferry sank on 6 April seventeen hundred thirty-three.", ["1733-04-06"]),
    ("Drills took place on 18 and 19 June.", ["2014-06-18", "2014-06-19"]),
    ("The tram runs 8 a.m. until 6.", ["T08 to T18"]),
    ("The kiosk opens every Monday at 9 a.m.", ["XXXX-WXX-1T09"]),
    ("It snowed in late afternoon.", ["T15 to T18"]),
    ("Prices rose from Nov to Feb 2013.", ["2012-11-01 to 2013-03-01"]),
    ("Sales are down in the year to date.", ["2014-01-01 to 2014-10-31"]),
  ])
  func tellsDays(sentence: String, expected: [String]) {
    #expect(QuantityFixture.times(sentence, on: "2014-10-31") == expected)
  }

  @Test(arguments: [
    ("A wall of 70 km (43 miles) fell.", true), ("A wall of 70 km (63 miles) fell.", false),
    ("It weighs 180 pounds (82 kg).", true), ("It was 20 degrees Celsius (68 F).", true),
    ("It was 30 degrees Celsius (68 F).", false), ("The tank holds 10 gallons (38 liters).", true),
  ])
  func checksConversions(sentence: String, isRight: Bool) throws {
    let quantities = QuantityFixture.quantities(sentence).1
    let original = try #require(quantities.first)
    let other = try #require(original.conversion)
    let verdict = try #require(UnitConversion.check(original: original, converted: quantities[other]))
    #expect(verdict.isRight == isRight)
  }

  @Test(arguments: [
    ("They met on Friday, October 31, 2014.", true), ("They met on Monday, October 31, 2014.", false),
  ])
  func checksWeekdays(sentence: String, agrees: Bool) throws {
    let quantity = try #require(QuantityFixture.quantities(sentence).1.first)
    #expect(WeekdayCheck.verdict(quantity, reference: nil)?.agrees == agrees)
  }

  /// Whatever stands there, nothing traps and spans stay in order within the text.
  @Test(arguments: [
    "", "-", "$", "1,2,3,,.", "½½½", "9999999999999999999999 trillion", "1/0", "Feb 31, 2014 - 99:99", "--5–5–5",
    "a a a half and and", "٣ 3٪ €€", "from to from 3 to", "99999-year-old", "two trillion trillion trillion",
  ])
  func survives(text: String) {
    var last = 0
    let (paragraph, quantities) = QuantityFixture.quantities(text)
    for quantity in quantities {
      #expect(quantity.span.start >= last && quantity.span.end <= paragraph.bytes.count)
      last = quantity.span.end
    }
    _ = QuantityFixture.times(text, on: "0001-01-01")
    _ = QuantityFixture.times(text, on: "9999-12-31")
  }
}
