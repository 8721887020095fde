import DocumentModel
package import DraftAnalysis
package import Lexicons
import TextCore

/// A conversion, in brackets or after "or", that is not what the measure before it comes to.
struct ConversionError: ParagraphRule {
  private let spellings: Lexicon

  init(_ language: Language) { spellings = language.lexicon("number-spellings") }

  var code: String { "conversion-error" }
  var severity: Severity? { .warning }
  var needsReading: Bool { false }

  func matches(in paragraph: AnalyzedParagraph) -> [RuleMatch] {
    let quantities = paragraph.layers.quantities
    return quantities.compactMap { original in
      guard let index = original.conversion, quantities.indices.contains(index),
        let verdict = Figures.conversion(of: original, as: quantities[index]), !verdict.isRight,
        !isRiseOfDegrees(original, quantities[index])
      else { return nil }
      return RuleMatch(
        quantities[index].span,
        "\(paragraph.paragraph.text(original.span)) is \(verdict.text), not \(paragraph.paragraph.text(quantities[index].span)).",
        related: [(nil, original.span, "Converted from this.")])
    }
  }

  /// "A rise of 2 degrees Celsius (3.6 Fahrenheit)": what is converted is a difference, in which zero has no part.
  private func isRiseOfDegrees(_ original: Quantity, _ converted: Quantity) -> Bool {
    guard original.kind == .temperature, case .exact(let from) = original.value, case .exact(let to) = converted.value,
      let a = original.unit?.factor, let b = converted.unit?.factor, let size = from * a, let degrees = size / b,
      let distance = degrees - to
    else { return false }
    return distance.magnitude.double <= 0.5
  }

  func corrections(of finding: Finding, in analysis: Analysis) -> [Correction] {
    guard let passage = Passage(finding, in: analysis) else { return [] }
    let quantities = passage.layers.quantities
    // What is converted stands right before its conversion.
    guard let converted = passage.layers.quantities(in: passage.span).firstIndex(where: { $0.span == passage.span }),
      let original = quantities[..<converted].last(where: { $0.conversion == converted }),
      let verdict = Figures.conversion(of: original, as: quantities[converted])
    else { return [] }
    let written = quantities[converted]
    // "5 feet 10 inches" is two figures, and no one figure takes their place.
    guard let numeral = written.numerals.first ?? gluedFigure(written, passage), written.numerals.count <= 1 else {
      return []
    }
    guard .exact(numeral.value) == written.value, let unit = written.unit else {
      return [
        Correction("Change to \(verdict.text)", [passage.replace(written.span, with: verdict.text)], isPreferred: true)
      ]
    }
    let prose = passage.analyzed.paragraph
    let figure = Figures.text(
      verdict.figure, like: prose.text(numeral.span), of: numeral.value,
      companion: original.numerals.first.map { prose.text($0.span) } ?? "", spelling: spelling)
    let tail = tail(passage, of: written.span, after: numeral.span)
    // "A 50-kilometre (31-mile) trail": a unit that is hyphenated has no plural.
    let word =
      tail.gap == "-"
      ? prose.text(tail.word) : Figures.unit(prose.text(tail.word), for: verdict.figure, of: unit)
    var edits = [passage.replace(numeral.span, with: figure)]
    if word != prose.text(tail.word) { edits.append(passage.replace(tail.word, with: word)) }
    let lead = prose.text(TextSpan(written.span.start, numeral.span.start))
    return [Correction("Change to \(lead)\(figure)\(tail.gap)\(word)", edits, isPreferred: true)]
  }

  /// The figure of "3in", whose unit is glued to it.
  private func gluedFigure(_ quantity: Quantity, _ passage: Passage) -> Numeral? {
    guard case .exact(let value) = quantity.value else { return nil }
    let bytes = passage.analyzed.paragraph.bytes.dropFirst(quantity.span.start).prefix(quantity.span.count)
    let count = bytes.prefix { $0 >= 0x30 && $0 <= 0x39 || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }.count
    guard count > 0, count < bytes.count else { return nil }
    return Numeral(span: TextSpan(quantity.span.start, quantity.span.start + count), value: value)
  }

  /// What stands after the figure: the unit, and what joins the two (" ", "-", nothing).
  private func tail(
    _ passage: Passage, of whole: TextSpan, after figure: TextSpan
  ) -> (gap: String, word: TextSpan) {
    let bytes = passage.analyzed.paragraph.bytes
    var start = figure.end
    while start < whole.end, start < bytes.count, bytes[start] == 0x20 || bytes[start] == UInt8(ascii: "-") {
      start += 1
    }
    let end = max(start, whole.end)
    return (passage.analyzed.paragraph.text(TextSpan(figure.end, start)), TextSpan(start, end))
  }

  private func spelling(_ value: Int64) -> String? {
    spellings.row(CaseFolding.hash(String(value))).map { spellings.text($0, 0) }
  }

  var manual: Manual {
    Manual(
      finds: "A converted measure, in brackets or after “or”, that is off by more than rounding allows.",
      why: "Readers of the other system get a wrong figure, and others copy it.",
      instead: "Put the right figure, rounded as the original is.",
      standards: ["Reuters Handbook of Journalism"],
      fires: [
        .init("The trail is 50 km («41 miles») long.", fixed: "The trail is 50 km (31 miles) long."),
        .init("The bell weighs 300 pounds («236 kg»).", fixed: "The bell weighs 300 pounds (136 kg)."),
        "It was 30 degrees Celsius («96 Fahrenheit») at noon.",
        .init(
          "It lies 5 kilometres, or «8 miles», from Dell.", fixed: "It lies 5 kilometres, or 3 miles, from Dell."),
        "The girl is 6 feet 2 inches («1.70 metres») tall.",
        "It was minus 10 degrees Celsius («20 F») at noon.",
        "The ice retreated by 12 kilometres («17 miles») in a year.",
      ],
      silent: [
        "The trail is 50 km (31 miles) long.",
        "The trail is about 50 km (30 miles) long.",
        "The bell weighs 300 pounds (136 kg).",
        "The trail is 50 km (and 3 bridges) long.",
        "The sea may warm by 2 degrees Celsius (3.6 Fahrenheit).",
        "The pool holds 20 litres (5 gallons).",
        "The tank holds 10 gallons (45 litres).",
        "It was 101 degrees (38 Celsius) at noon.",
        "It lies 5 kilometres, about 3 miles, from Dell.",
        "They may run 5 kilometres, or 8 miles with a dog.",
        "It was minus 10 degrees Celsius (14 F) at noon.",
        "The court is 28 by 11 metres (92 by 36 feet).",
      ])
  }
}
