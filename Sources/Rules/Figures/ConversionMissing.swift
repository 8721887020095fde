import DocumentModel
package import DraftAnalysis
package import Lexicons
import TextCore

/// A measure in one system only, for houses that give both.
struct ConversionMissing: ParagraphRule {
  private let words: FixWords
  /// Words of closed classes: what follows a measure and is no noun.
  private let closed: Lexicon

  init(_ language: Language) {
    words = FixWords(language)
    closed = language.lexicon("attribution-words")
  }

  var code: String { "conversion-missing" }
  var severity: Severity? { nil }
  var needsReading: Bool { false }

  func matches(in paragraph: AnalyzedParagraph) -> [RuleMatch] {
    guard paragraph.isCopy else { return [] }
    let quantities = paragraph.layers.quantities
    var converted = Set(quantities.compactMap(\.conversion))
    for (index, quantity) in quantities.enumerated() where quantity.conversion != nil { converted.insert(index) }
    return quantities.enumerated().compactMap { index, quantity in
      guard !converted.contains(index), quantity.kind == .measure || quantity.kind == .temperature,
        let text = Figures.counterpart(of: quantity, in: paragraph), !paragraph.isQuoted(quantity.span),
        !isCompound(quantity, paragraph), !isBeside(index, quantities, paragraph),
        !isBracketed(quantity.outerSpan, paragraph), !isRaced(quantity, paragraph), !isMoney(quantity, paragraph),
        !isAttributive(quantity, paragraph), !isDimension(quantity, paragraph)
      else { return nil }
      return RuleMatch(
        quantity.span, "\(paragraph.paragraph.text(quantity.span)) is \(text): readers of the other system need it.")
    }
  }

  /// "9mm", "one foot in the door": names and sayings. "A 5-mile run": a bracket does not stand before the noun; "5 miles (8 km)": a bracket follows already.
  private func isCompound(_ quantity: Quantity, _ paragraph: AnalyzedParagraph) -> Bool {
    let bytes = paragraph.paragraph.bytes
    guard paragraph.paragraph.text(quantity.span).contains(" "), quantity.value != .exact(Rational(1)) else {
      return true
    }
    let next = bytes.dropFirst(quantity.span.end).prefix(2)
    return next.contains(UInt8(ascii: "(")) || next.first == UInt8(ascii: "-")
      || bytes.dropFirst(quantity.span.start).prefix(quantity.span.count).contains(UInt8(ascii: "-"))
  }

  /// Tokens that are looked at beside a measure.
  private static let reach = 40

  /// "(92 by 36 feet)": brackets in brackets are no copy.
  private func isBracketed(_ span: TextSpan, _ paragraph: AnalyzedParagraph) -> Bool {
    var token = paragraph.layers.tokens.firstToken(endingAfter: span.start) - 1
    let first = max(0, token - Self.reach)
    while token >= first {
      switch paragraph.text(token) {
      case "(", "[": return true
      case ")", "]": return false
      default: token -= 1
      }
    }
    return false
  }

  /// "200 metres backstroke", "600 metres to go", "the 100 metres": names and places of a race.
  private func isRaced(_ quantity: Quantity, _ paragraph: AnalyzedParagraph) -> Bool {
    guard quantity.unit?.dimension == "length" else { return false }
    let run = paragraph.layers.tokens.tokens(in: quantity.outerSpan)
    return words.phrase(at: run.end, in: paragraph) == .raced || paragraph.text(run.start - 1).lowercased() == "the"
  }

  /// "A 5 pound sack", "400 sq km park": before a noun a bracket does not stand, and a unit has no plural.
  private func isAttributive(_ quantity: Quantity, _ paragraph: AnalyzedParagraph) -> Bool {
    let tokens = paragraph.layers.tokens
    let run = tokens.tokens(in: quantity.span)
    guard let hash = paragraph.hash(run.end), paragraph.kind(run.end) == .word, closed.row(hash) == nil,
      tokens.shapes[run.end] == .lower, quantity.kind == .measure,
      words.phrase(at: run.end, in: paragraph) != .extent
    else { return false }
    let unit = paragraph.text(run.end - 1).lowercased()
    return !unit.hasSuffix("s") && !paragraph.text(run.end).hasSuffix("ed")
      && !["feet", "inches", "stone"].contains(unit) && unit != "."
  }

  /// "100 metres by 60 metres": two brackets would tear it apart, and one would leave it half done.
  private func isDimension(_ quantity: Quantity, _ paragraph: AnalyzedParagraph) -> Bool {
    let tokens = paragraph.layers.tokens
    let run = tokens.tokens(in: quantity.span)
    func isBy(_ token: Int) -> Bool { ["by", "x", "×"].contains(paragraph.text(token)) }
    return isBy(run.end) && paragraph.kind(run.end + 1) == .number
      || isBy(run.start - 1)
        && (paragraph.kind(run.start - 2) == .number
          || paragraph.layers.quantities.contains {
            $0.unit?.dimension == "length" && tokens.tokens(in: $0.span).end == run.start - 1
          })
  }

  /// "Cocoa settled 74 pounds lower": what the market counts, or what has a price beside it, may be money.
  private func isMoney(_ quantity: Quantity, _ paragraph: AnalyzedParagraph) -> Bool {
    guard quantity.unit?.name == "pound" else { return false }
    let sentence = paragraph.sentence(at: quantity.span.start)
    let own = paragraph.layers.tokens.tokens(in: quantity.span)
    let near = max(sentence.start, own.start - Self.reach)..<min(sentence.end, own.end + Self.reach)
    return near.contains { token in
      words.phrase(at: token, in: paragraph) == .market
        || paragraph.kind(token) == .symbol && ["$", "£", "€"].contains(paragraph.text(token))
    }
  }

  /// "3.6 degrees Fahrenheit, or 2 degrees Celsius": the other system stands beside it.
  private func isBeside(_ index: Int, _ quantities: [Quantity], _ paragraph: AnalyzedParagraph) -> Bool {
    [index - 1, index + 1].contains { other in
      guard quantities.indices.contains(other), let own = quantities[index].unit, let unit = quantities[other].unit
      else { return false }
      let gap =
        max(quantities[other].span.start, quantities[index].span.start)
        - min(quantities[other].span.end, quantities[index].span.end)
      // "20 metres (66 feet) long and 5 metres wide": what is in brackets is another's.
      let isTaken = other < index && quantities.contains { $0.conversion == other }
      return own.dimension == unit.dimension && own.name != unit.name && gap <= 12 && !isTaken
    }
  }

  func corrections(of finding: Finding, in analysis: Analysis) -> [Correction] {
    guard let passage = Passage(finding, in: analysis),
      let quantity = passage.layers.quantities(in: passage.span).first(where: { $0.span == passage.span }),
      let text = Figures.counterpart(of: quantity, in: passage.analyzed)
    else { return [] }
    return [
      Correction("Add \(text)", [passage.append(" (\(text))", after: end(of: quantity, passage))], isPreferred: true)
    ]
  }

  /// The end of the measure, with the stop of its abbreviation where the sentence goes on: "200 ft. wide".
  private func end(of quantity: Quantity, _ passage: Passage) -> Int {
    let end = quantity.span.end
    let sentence = passage.analyzed.sentence(at: quantity.span.start)
    let after = passage.layers.tokens.firstToken(endingAfter: end + 1)
    guard passage.analyzed.paragraph.bytes.dropFirst(end).first == UInt8(ascii: "."), sentence.contains(after) else {
      return end
    }
    return end + 1
  }

  var manual: Manual {
    Manual(
      finds: "A measure that is not given in the other system.",
      why: "Readers who think in the other system cannot picture it.",
      instead: "Put the conversion in brackets, rounded as the original is.",
      standards: ["Reuters Handbook of Journalism"],
      fires: [
        .init("The trail is «50 kilometres» long.", fixed: "The trail is 50 kilometres (31 miles) long."),
        .init("The bell weighs «300 pounds».", fixed: "The bell weighs 300 pounds (140 kilograms)."),
        "It was «30 degrees Celsius» at noon.",
        .init("The step is «2 feet» high.", fixed: "The step is 2 feet (61 centimetres) high."),
        .init("Winds reached «100 mph».", fixed: "Winds reached 100 mph (160 km/h)."),
      ],
      silent: [
        "The trail is 50 kilometres (31 miles) long.",
        "They ran a 50-kilometre race.",
        "# Trail of 50 kilometres opens",
        "“It is 50 kilometres long,” said Ana Ruiz.",
        "The trail is 50 kilometres, or 31 miles, long.",
        "The trail has 50 bridges.",
        "The bridge crosses a 400 sq km park.",
        "The square is 100 metres by 60 metres.",
        "The sea is 2 degrees Celsius warmer than it was.",
      ])
  }
}
