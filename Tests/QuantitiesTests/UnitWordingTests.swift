import Testing

@testable import Quantities

/// Wordings of money, measures, temperatures and ages within sentences.
@Suite struct UnitWordingTests {
  @Test(arguments: [
    ("The bakery raised $30M.", ["$30M = money 30000000 USD"]),
    ("A kiln burns 8W. It cost £12K.", ["8W = measure 8 watt", "£12K = money 12000 GBP"]),
    ("It rose to 31C. The crypt had 33°C.", ["31C = temperature 31 celsius", "33°C = temperature 33 celsius"]),
    ("It stayed between -4C and -9C.", ["-4C and -9C = temperature -9…-4 celsius"]),
  ])
  func readsLettersBeforeFullStops(sentence: String, expected: [String]) {
    #expect(QuantityFixture.rendered(sentence) == expected)
  }

  @Test(arguments: [
    ("The 105-degree heat melted the tar.", ["105-degree = temperature 105 degree"]),
    ("A 1.5-degree rise would drown it.", ["1.5-degree = temperature 1.5 degree"]),
    ("Nobody kept to the 2C limit.", ["2C = temperature 2 celsius"]),
    ("Ponds froze at 15 to 25 below zero.", ["15 to 25 below zero = temperature -25…-15 degree"]),
    ("Nights of minus 3 to minus 8 degrees.", ["minus 3 to minus 8 degrees = temperature -8…-3 degree"]),
    ("It went from -11°C to +4°C.", ["-11°C to +4°C = temperature -11…4 celsius"]),
    ("Store it at 3° to 9°C.", ["3° to 9°C = temperature 3…9 celsius"]),
    ("Harbours lay at –9C for weeks.", ["–9C = temperature -9 celsius"]),
    ("It was 36°C/97°F in the crypt.", ["36°C = temperature 36 celsius", "97°F = temperature 97 fahrenheit"]),
    ("Seas warm by 0.3°C per decade.", ["0.3°C per decade = temperature 0.3 celsius per decade"]),
    ("Highs in the 80s, lows in the mid-60s.", ["80s = temperature 80…90 degree", "60s = temperature 60…70 degree"]),
    ("She took two degrees from Leeds.", ["two = count 2 degree"]),
    ("Rebels hold 30 F-35s.", []),
    ("It was 95 F, then 12 C.", ["95 F = temperature 95 fahrenheit", "12 C = temperature 12 celsius"]),
    ("Sub-zero winds closed the pass.", []), ("Bids stayed in the low 40s.", []),
  ])
  func readsTemperatures(sentence: String, expected: [String]) {
    #expect(QuantityFixture.rendered(sentence) == expected)
  }

  @Test(arguments: [
    ("Voters aged 18-29 stayed in bed.", ["18-29 = age 18…29 year"]),
    ("Few in the 35-44 age group dance.", ["35-44 = age 35…44 year"]),
    ("Pupils aged between 11 and 14 marched.", ["11 and 14 = age 11…14 year"]),
    ("Diners aged over 70 pay less.", ["70 = age 70 year more_than"]),
    ("A girl aged 20 months bit the vet.", ["20 months = age 20 month"]),
    ("He has sons aged 4, 7 and 12.", ["4 = age 4 year", "7 = age 7 year", "12 = age 12 year"]),
    ("The victim, 23, kept bees.", ["23 = age 23 year"]),
    ("Okafor, now 64, kept goats.", ["64 = age 64 year"]),
    ("The couple, both 52, keep eels.", ["52 = age 52 year"]), ("Her mother was 93.", ["93 = age 93 year"]),
    ("The mayor, who is 51, left.", ["51 = age 51 year"]),
    ("Mara Lind, 11, Ole Lind, 8, and Ida Lind, 5.", ["11 = age 11 year", "8 = age 8 year", "5 = age 5 year"]),
    ("Niamh Daly (47) said it was loud.", ["47 = age 47 year"]),
    ("The painter turned 90 in bed.", ["90 = age 90 year"]), ("The miller died at 88.", ["88 = age 88 year"]),
    ("At 19, she bought a ferry.", ["19 = age 19 year"]), ("He was 13 when it sank.", ["13 = age 13 year"]),
    ("Women over 60 swim there.", ["60 = age 60 year more_than"]),
    ("Voters 18 to 29 preferred soup.", ["18 to 29 = age 18…29 year"]),
    ("Residents 65 and older ride free.", ["65 = age 65 year at_least"]),
    (
      "The twins' cousins are Nell Ray, 10, Bea Ray, 9 and Joe Ray, 4.",
      [
        "10 = age 10 year", "9 = age 9 year", "4 = age 4 year",
      ]
    ),
    ("She raised two sons, Finn, 8, and Cai, 6.", ["two = count 2 son", "8 = age 8 year", "6 = age 6 year"]),
    ("The burglar, about 40, sang.", ["40 = age 40 year about"]),
    ("He could swim at the age of 7 months.", ["7 months = age 7 month"]),
    ("Over-fifties dance there.", ["fifties = age 50 year more_than"]),
    ("Over-70s and under-12s ride free.", ["70s = age 70 year more_than", "12s = age 12 year less_than"]),
    ("She sang in her early 50s and 60s.", ["50s = age 50…60 year", "60s = age 60…70 year"]),
    ("The foal is 1 year and 2 months old.", ["1 year and 2 months old = age 14 month"]),
    ("The car left the track at turn 12.", ["12 = number 12"]), ("Critics hate his 80s hits.", []),
    ("Lena Voss, 12, and Per Holm, 9, led the scorers.", ["12 = number 12", "9 = number 9"]),
    ("She will be 40 next month.", ["40 = age 40 year", "next month = daterange"]),
    ("He would have been 90 on Sunday.", ["90 = age 90 year", "Sunday = date"]),
    ("She will be 40 minutes late.", ["40 minutes = duration 40 minute"]),
    ("He will be 7 in the rankings.", ["7 = number 7"]),
    ("Life expectancy for men rose to 73.", ["73 = age 73 year"]),
    ("Life expectancy fell in 34 boroughs.", ["34 = count 34 borough"]),
    ("The average age of voters is 52.", ["52 = age 52 year"]),
  ])
  func readsAges(sentence: String, expected: [String]) {
    #expect(QuantityFixture.rendered(sentence) == expected)
  }

  @Test(arguments: [
    ("Flats cost $2,150/mo.", ["$2,150/mo = money 2150 USD per month"]),
    ("Serum sells at $3 a dose.", ["$3 a dose = money 3 USD per dose"]),
    ("The van burns 7.5 litres per 100 km.", ["7.5 litres per 100 km = measure 7.5 litre per 100 kilometre"]),
    ("They use 90 litres per person per day.", ["90 litres per person per day = measure 90 litre per person per day"]),
    ("Rooms are $80+ a night.", ["$80+ a night = money 80 USD per night at_least"]),
    ("It is a $2 billion-plus dam.", ["$2 billion = money 2000000000 USD at_least"]),
    ("The inn is 10km/6 miles off.", ["10km = measure 10 kilometre", "6 miles = measure 6 mile"]),
    ("They gave £4bn over six years.", ["£4bn = money 4000000000 GBP", "six years = duration 6 year"]),
    ("It cost £40m, or about $52m.", ["£40m = money 40000000 GBP", "$52m = money 52000000 USD about"]),
  ])
  func readsRatesAndBounds(sentence: String, expected: [String]) {
    #expect(QuantityFixture.rendered(sentence) == expected)
  }

  @Test(arguments: [
    ("It cost €2.345,60 in Ghent.", ["€2.345,60 = money 2345.6 EUR"]),
    ("The yacht is 480.000 €.", ["480.000 € = money 480000 EUR"]),
    ("Petrol is €1.679 a litre.", ["€1.679 a litre = money 1.679 EUR per litre"]),
    ("He owes 2 500 euros.", ["2 500 euros = money 2500 EUR"]),
    ("Fares are $40 AUD or $35 Canadian.", ["$40 AUD = money 40 AUD", "$35 Canadian = money 35 CAD"]),
    ("The fund has NIS 300 million.", ["NIS 300 million = money 300000000 ILS"]),
    ("A tower for £3.5 m stands empty.", ["£3.5 m = money 3500000 GBP"]),
    ("Farms got R6 million and Sh90bn.", ["R6 million = money 6000000 ZAR", "Sh90bn = money 90000000000 KES"]),
    ("It lost tens of thousands of pounds.", ["tens of thousands of pounds = money 10000…100000 GBP about"]),
    ("They paid several hundred thousand dollars.", []), ("The heir got a six-figure sum.", []),
    ("Duran has won 4.5 million votes.", ["4.5 million = count 4500000 vote"]),
  ])
  func readsCurrencies(sentence: String, expected: [String]) {
    #expect(QuantityFixture.rendered(sentence) == expected)
  }

  @Test(arguments: [
    ("Build a 10-by-12-foot shed.", ["10 = measure 10 foot", "12-foot = measure 12 foot"]),
    ("He measured 130/85 mmHg.", []), ("It is 5 ft. 9 in. tall.", ["5 ft. 9 in = measure 5.75 foot"]),
    ("He weighs 13 stone 6.", ["13 stone 6 = measure 94/7 stone"]),
    ("She threw 61.5 metres, 4cm more.", ["61.5 metres = measure 61.5 metre", "4cm = measure 4 centimetre"]),
    ("The probe does Mach 6.", ["Mach 6 = measure 6 mach"]), ("We read \"Room 12\" twice.", []),
    ("Buy 256 gb of it.", ["256 gb = measure 256 gigabyte"]), ("All 640 MPs slept.", ["640 = count 640 mp"]),
    ("Two in of snow, then 6 in of snow.", ["Two = number 2", "6 in = measure 6 inch"]),
    ("She ran a half-marathon past a half-dozen pubs.", ["a half-dozen = count 6 pub"]),
    ("The statue weighs almost 2 million pounds.", ["2 million pounds = measure 2000000 pound less_than"]),
    ("The bridge cost 2 million pounds.", ["2 million pounds = money 2000000 GBP"]),
    ("A coin weighing one drachma lay there.", ["one drachma = measure 1 dram"]),
    ("Guards may get a dose of 0.5 R per day.", ["0.5 R per day = measure 0.5 roentgen per day"]),
    ("She scored 0.5 R.", ["0.5 = number 0.5"]),
    ("The board had 32K of memory.", ["32K = measure 32 kibibyte"]),
    ("The board had 32K of debts.", ["32K = number 32000"]),
    ("The pressure of the storm fell to 940 mb.", ["940 mb = measure 940 millibar"]),
  ])
  func readsMeasures(sentence: String, expected: [String]) {
    #expect(QuantityFixture.rendered(sentence) == expected)
  }
}
