import Testing

@testable import Quantities

/// Wordings of amounts beside what they come to, a family a test.
@Suite struct AmountWordingTests {
  @Test(arguments: [
    ("fifty - two", "number 52"), ("three twenty-fifths", "number 0.12"), ("twenty twenty fifths", "number 0.8"),
    ("six and fifty-one hundredths", "number 6.51"), ("three hundred and seven thousandths", "number 300.007"),
    ("two and a half billion", "number 2500000000"), ("a quarter million", "number 250000"),
    ("one billion and a half million", "number 1000500000"), ("5 lakhs", "number 500000"),
    ("2 716 034", "number 2716034"), ("12.345.678", "number 12345678"), ("3 point 5", "number 3.5"),
    ("2^10", "number 1024"), ("7x10^-3", "number 0.007"), ("6 and a half", "number 6.5"),
    ("two hundred and first", "ordinal 201"), ("thirty—second", "ordinal 32"), ("fortyfifth", "ordinal 45"),
  ])
  func readsNumbers(wording: String, expected: String) {
    #expect(QuantityFixture.rendered(wording) == [wording + " = " + expected])
  }

  @Test(arguments: [
    ("five or six million", "number 5000000…6000000"), ("two to three hundred", "number 200…300"),
    ("two or three dozen", "number 24…36"), ("one or two nets", "count 1…2 net"),
    ("1 lakh 20 thousand", "number 120000"),
    ("12'500", "number 12500"), ("1’234’567", "number 1234567"), ("a half-dozen oars", "count 6 oar"),
    ("¼ million", "number 250000"), ("one in 10,000", "number 0.0001"), ("1 in 1500 lambs", "number 1/1500"),
    ("four out of every five", "number 0.8"), ("12.345 patients", "count 12345 patient"),
    ("7.6m registered voters", "count 7600000 voter"), ("3m Syrians", "count 3000000 syrian"),
    ("rounds 3 through 7", "number 3…7"), ("from 10 up to 15 barges", "count 10…15 barge"),
    ("20 or more ewes", "count 20 ewe at_least"),
  ])
  func readsWaysOfCounting(wording: String, expected: String) {
    #expect(
      QuantityFixture.rendered("They saw \(wording).").map { $0.split(separator: " = ").last.map(String.init) } == [
        expected
      ])
  }

  @Test(arguments: [
    ("Claims fell 12,000 to 231,000.", ["12,000 = number 12000 down", "231,000 = number 231000"]),
    ("The toll climbed by three to 17.", ["three = number 3 up", "17 = number 17"]),
    ("Rents rose 10 to 15 percent.", ["10 to 15 percent = percent 10…15 percent up"]),
    ("It passed the Senate 52 to 48.", ["52 = number 52", "48 = number 48"]),
    ("Nine of the 12 jurors agreed.", ["Nine = count 9 juror", "12 = count 12 juror"]),
    ("Three more sheds burned.", ["Three = count 3 shed"]),
    ("She won two $50 gift cards.", ["two = count 2 card", "$50 = money 50 USD"]),
    ("He hid 12 £20 notes.", ["12 = count 12 note", "£20 = money 20 GBP"]),
    ("They raffled three 20-euro vouchers.", ["three = count 3 voucher", "20-euro = money 20 EUR"]),
    ("How about 20 lanterns?", ["20 = count 20 lantern"]),
    ("The choir was about 20 singers.", ["20 = count 20 singer about"]),
    ("The share was above one quarter and below a half.", ["above one quarter and below a half = number 0.25…0.5"]),
    ("The mill closed for more than one quarter.", ["one quarter = duration 1 quarter more_than"]),
    ("They counted 460 kayaks, compared with 63.", ["460 = count 460 kayak", "63 = count 63 kayak"]),
    ("He was jailed for two or more years.", ["two or more years = duration 2 year at_least"]),
    ("They drove 10 or so miles.", ["10 or so miles = measure 10 mile about"]),
    ("Twelve more suffered burns.", ["Twelve = number 12"]),
    ("Round 3 of the talks failed.", []),
    ("She led Reyes 46 to 40 percent.", ["46 = percent 46 percent", "40 percent = percent 40 percent"]),
    ("The police turned 30 away.", ["30 = number 30"]),
    ("The annual rate of the 20th Century Fox fund rose.", ["20th = ordinal 20"]),
    ("One man survived.", ["One = count 1 man"]), ("Only one survived.", []), ("At one point it rained.", []),
    ("The Formula One fans sang.", []), ("They split it 60/40.", []),
    ("He sold half his boats.", ["half = number 0.5"]),
    ("The ship is 120m long.", ["120m = measure 120 metre"]),
    ("A 10m crane users feared fell.", ["10m = measure 10 metre"]),
  ])
  func tellsCountsFromTheirKin(sentence: String, expected: [String]) {
    #expect(QuantityFixture.rendered(sentence) == expected)
  }

  @Test func aRangeToARangeIsTwo() {
    #expect(
      QuantityFixture.rendered("The budget grows from 24.2 to 33-35 billion euros.")
        == ["24.2 = number 24.2", "33-35 billion euros = money 33000000000…35000000000 EUR"])
  }

  @Test(arguments: [
    ("4 dollars and 35 cents", "money 4.35 USD"), ("10$ 50 cents", "money 10.5 USD"),
    ("42 genihat masriya", "money 42 EGP"), ("3 drachmas", "money 3 GRD"), ("£6 and 20 pence", "money 6.2 GBP"),
    ("5 UAH 60 kopiykas", "money 5.6 UAH"), ("RM4.07mil", "money 4070000 MYR"), ("80 MEUR", "money 80000000 EUR"),
    ("KSEK 300", "money 300000 SEK"), ("EURm 45", "money 45000000 EUR"), ("R5.6bn", "money 5600000000 ZAR"),
    ("COP 500,000", "money 500000 COP"), ("45m euros", "money 45000000 EUR"), ("20 grand", "money 20000 USD"),
    ("300 Danish kroner", "money 300 DKK"), ("10 Tugrik", "money 10 MNT"), ("kr 500", "money 500 NOK"),
    ("Rs 500 crore", "money 5000000000 INR"), ("64 cents a dozen", "money 0.64 USD per dozen"),
  ])
  func readsMoney(wording: String, expected: String) {
    #expect(QuantityFixture.rendered(wording) == [wording + " = " + expected])
  }

  @Test(arguments: [
    ("450 Nm", "measure 450 newton metre"), ("450 nm", "measure 450 nanometre"),
    ("20 Mbps", "measure 20 megabit per second"),
    ("6'2\"", "measure 37/6 foot"), ("6 ft 2 in", "measure 37/6 foot"), ("11st 4lb", "measure 79/7 stone"),
    ("9.8 m/s²", "measure 9.8 metre per square second"), ("5 g/cm3", "measure 5 gram per cubic centimetre"),
    ("30 cubic feet per second", "measure 30 cubic foot per second"), ("2.1 ± 0.3 kg", "measure 2.1 kilogram"),
    ("a mile and a half", "measure 1.5 mile"), ("Mach 2", "measure 2 mach"),
    ("3e8 m/s", "measure 300000000 metre per second"),
    ("4e14 s-1", "measure 400000000000000 inverse second"), ("45 Js", "measure 45 joule second"),
    ("7 terajoules", "measure 7 terajoule"),
    ("half a percent", "percent 0.5 percent"), ("4 percent a year", "percent 4 percent per year"),
    ("20 below zero", "temperature -20 degree"), ("absolute zero", "temperature 0 kelvin"),
    ("38 y/o", "age 38 year"), ("18- to 24-year-olds", "age 18…24 year"),
  ])
  func readsMeasures(wording: String, expected: String) {
    #expect(QuantityFixture.rendered(wording) == [wording + " = " + expected])
  }

  @Test(arguments: [
    "Delegates to COP26 met under SDG 5.", "The 5G network and the 4K screens failed.",
    "The 13F filing names Boeing 777F jets.",
    "The clip is shown at 1080p.", "A name such as 11a is no count.", "Ring 612 345 678 after dark.", "It opens 24/7.",
  ])
  func leavesNamesAlone(sentence: String) {
    #expect(QuantityFixture.rendered(sentence) == [])
  }
}
