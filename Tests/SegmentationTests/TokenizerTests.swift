import TextCore
import DocumentModel
import English
import Segmentation
import Testing
import TestSupport

private func tokens(_ text: String) -> [String] {
  let buffer = Tokenizer(English.language).tokenize(Array(text.utf8))
  let paragraph = Paragraph(plain: text)
  return buffer.indices.map { paragraph.text(buffer.span($0)) }
}

@Suite struct TokenizerTests {
  /// Text, and its tokens separated by `|`.
  @Test(arguments: [
    ("She didn't go.", "She|did|n't|go|."),
    ("They’ll say it’s Ana’s.", "They|’ll|say|it|’s|Ana|’s|."),
    ("the ministers’ plan", "the|ministers|’|plan"),
    ("Mr. Okafor met Dr. Li", "Mr.|Okafor|met|Dr.|Li"),
    ("the U.S. Senate at 5 p.m.", "the|U.S.|Senate|at|5|p.m."),
    ("J. R. R. Adeyemi", "J.|R.|R.|Adeyemi"),
    ("$4,000.50 and 10%", "$|4,000.50|and|10|%"),
    ("a 7-hour, 70km anti-war march", "a|7|-|hour|,|70|km|anti-war|march"),
    ("the 1990s, 2014-15", "the|1990|s|,|2014|-|15"),
    ("well... no", "well|...|no"),
    ("AT&T and R&B", "AT&T|and|R&B"),
    ("See https://example.org/a?b=c, then.", "See|https://example.org/a?b=c|,|then|."),
    ("Write to desk@paper.example.com today", "Write|to|desk@paper.example.com|today"),
    ("@mayor spoke of #floods", "@mayor|spoke|of|#floods"),
    ("“Yes,” she said", "“|Yes|,|”|she|said"),
    ("``Yes,'' he said", "``|Yes|,|''|he|said"),
    ("end.The next", "end|.|The|next"),
    ("He said no.", "He|said|no|."),
    ("No. 5", "No.|5"),
    ("½ mile", "½|mile"),
    ("", ""),
  ])
  func cutsProse(text: String, expected: String) {
    #expect(tokens(text).joined(separator: "|") == expected)
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func anyTextIsCutWithoutGapsInItsWords(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "a", "B", "'", "’", ".", "-", " ", "9", "@", "#", "“", "😀", "é", "\u{301}", "http://", "&", "_", "\u{FFFC}", "``",
      "s", "漢",
    ]
    let text = (0..<80).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    let bytes = Array(text.utf8)
    let buffer = Tokenizer(English.language).tokenize(bytes)
    var last: Int32 = 0
    for token in buffer.indices {
      #expect(buffer.starts[token] >= last && buffer.ends[token] > buffer.starts[token])
      #expect(String(validating: bytes[Int(buffer.starts[token])..<Int(buffer.ends[token])], as: UTF8.self) != nil)
      last = buffer.ends[token]
    }
    #expect(Int(last) <= bytes.count)
  }
}
