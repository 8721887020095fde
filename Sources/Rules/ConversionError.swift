import DocumentModel
package import DraftAnalysis
import TextCore

/// A conversion in brackets that is not what the measure before it comes to.
struct ConversionError: ParagraphRule {
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
    guard let converted = quantities.firstIndex(where: { $0.span == passage.span }),
      let original = quantities.first(where: { $0.conversion == converted }),
      let verdict = Figures.conversion(of: original, as: quantities[converted])
    else { return [] }
    let written = quantities[converted]
    let edit: TextReplacement
    if let numeral = written.numerals.first, written.numerals.count == 1, .exact(numeral.value) == written.value {
      edit = passage.replace(numeral.span, with: verdict.figure)
    } else {
      edit = passage.replace(written.span, with: verdict.text)
    }
    return [Correction("Change to \(verdict.text)", [edit], isPreferred: true)]
  }

  var manual: Manual {
    Manual(
      finds: "A converted measure in brackets that is off by more than rounding allows.",
      why: "Readers of the other system get a wrong figure, and others copy it.",
      instead: "Put the right figure, rounded as the original is.",
      standards: ["Reuters Handbook of Journalism"],
      fires: [
        .init("The trail is 50 km («41 miles») long.", fixed: "The trail is 50 km (31 miles) long."),
        .init("The bell weighs 300 pounds («236 kg»).", fixed: "The bell weighs 300 pounds (136 kg)."),
        "It was 30 degrees Celsius («96 Fahrenheit») at noon.",
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
        "The court is 28 by 11 metres (92 by 36 feet).",
      ])
  }
}
