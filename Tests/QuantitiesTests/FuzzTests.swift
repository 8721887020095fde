import TextCore
import DocumentModel
import Quantities
import Testing
import TestSupport

/// Whatever stands in a draft, quantities lie in it, in order, and say something.
@Suite struct FuzzTests {
  private static let pieces = [
    "1", "12", "2014", "3,000", "4.5", "½", "1/2", "10^", "-", "–", "—", " ", "  ", ", ", ". ", ": ", "(", ")", "$",
    "€", "%",
    "USD", "$US", "EUR5", "m", "bn", " million ", " hundred ", " thousand ", " and ", " a half ", " half ", " quarter ",
    "one ",
    "twenty-", "third ", "second ", "dozen ", "hundreds of ", " to ", " from ", "between ", " of ", " the ", " over ",
    "minus ",
    "km", " miles ", " feet 2 inches", " hours ", " years old", "°C", " degrees below zero", "May ", "March ", "Feb13 ",
    "Monday ",
    "Friday, ", "last ", "next ", "this ", "week ", "month ", "end ", "early ", "late ", "afternoon ", "tonight ",
    "ago ", "every ",
    "at ", "p.m.", "o'clock", "noon ", "Q3 ", "1990s", "'90s", "Easter ", "more than ", "less than ", "or later ",
    "or more ",
    "few ", "a couple of ", "within ", "later ", "for ", "from now ", "hours ", "minutes ", "before ", "the day after ",
    "the weekend of ", "morning of ", "Q1 ", "nineties ", "half past ", "0730 ", "GMT ", "everyday ", "Ramadan ",
    "closest ",
    "other ", "Mondays ", "mornings ", "AD ", "until ", "since ", "after ", "in ", "will ", "31 June ",
    "9999999999999999999", "92233720368547758.06", "92233720368547758.07", "922337203685477580.7",
    "9223372036854775806",
    "-9223372036854775807", "0.000000000000000001", "p.m. ", "e6", "x10^-4", "\u{2212}",
    "\u{00A0}", "é", "🐐",
  ]

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func quantitiesLieInTheirParagraph(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let text = (0..<200).map { _ in FuzzTests.pieces.randomElement(using: &random) ?? " " }.joined()
    let (paragraph, quantities) = QuantityFixture.quantities(text)
    var last = 0
    for quantity in quantities {
      #expect(
        quantity.span.start >= last && quantity.span.end <= paragraph.bytes.count && !quantity.span.isEmpty, "\(text)")
      #expect(quantity.outerSpan.start <= quantity.span.start && quantity.span.end <= quantity.outerSpan.end, "\(text)")
      #expect(!paragraph.text(quantity.span).contains("\u{FFFD}"))
      last = quantity.span.end
    }
    // Resolving never fails, whatever the day.
    for day in ["0001-01-01", "2014-10-31", "9999-12-31"] { _ = QuantityFixture.times(text, on: day) }
  }

  /// Figures as large as they come, as times, dates, ages and sums of every kind.
  @Test(arguments: [
    "It left at 92233720368547758.06 p.m.", "It left at 92233720368547758.07 p.m. on Monday.",
    "It is 9223372036854775806 feet (9223372036854775806 metres) long.",
    "The 9223372036854775806th week of 9223372036854775806.",
    "9223372036854775806 Mondays ago, at 9223372036854775806.59.",
    "$9223372036854775806.99 million, up 9223372036854775806 percent from 0.000000000000000001.",
    "9223372036854775806-year-old, 9223372036854775806h 30m, 9223372036854775806 and a half years later.",
  ])
  func figuresOfAnySizeAreRead(text: String) {
    #expect(QuantityFixture.quantities(text).0.bytes.count == text.utf8.count)
    for day in ["0001-01-01", "9999-12-31"] { _ = QuantityFixture.times(text, on: day) }
  }

  /// Wordings that may go on for ever do not: a reporter's key that stuck ends neither the server nor its patience.
  @Test(arguments: ["every single ", "single ", "Q1 and ", "the day after ", "a year earlier than "])
  func endlessWordingsEnd(words: String) {
    let text = "every " + String(repeating: words, count: 20_000)
    #expect(QuantityFixture.quantities(text).0.bytes.count == text.utf8.count)
  }
}
