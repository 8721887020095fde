import DocumentModel
import English
import ModelTraining
import Quantities
import Segmentation

/// One analysis of one paragraph, rendered a line a quantity: `text = kind value unit modifier`.
enum QuantityFixture {
  private static let tokenizer = Tokenizer(English.language)
  private static let splitter = SentenceSplitter(English.language)
  private static let recognizer = QuantityRecognizer(English.language)

  static func quantities(_ text: String) -> (Paragraph, [Quantity]) {
    let paragraph = Paragraph(plain: text)
    var layers = ParagraphLayers()
    layers.tokens = tokenizer.tokenize(paragraph.bytes)
    layers.sentences = splitter.sentences(in: layers.tokens, bytes: paragraph.bytes)
    recognizer.analyze(paragraph, into: &layers)
    return (paragraph, layers.quantities)
  }

  static func times(_ text: String, on day: String) -> [String] {
    let (_, quantities) = quantities(text)
    let times = resolved(text, on: day)
    return quantities.enumerated().compactMap { index, quantity in
      times[index].map { QuantityText.normalized(quantity, time: $0) }
    }
  }

  /// The other readings of each date or time, in their order.
  static func alternatives(_ text: String, on day: String) -> [[String]] {
    resolved(text, on: day).compactMap { time in
      time?.alternatives.map { $0.value ?? $0.timex ?? "\($0.low ?? "") to \($0.high ?? "")" }
    }
  }

  /// The lengths of time within dates: text, number, unit.
  static func lengths(_ text: String) -> [String] {
    let (paragraph, quantities) = quantities(text)
    return quantities.flatMap(\.lengths).map { length in
      "\(paragraph.text(length.span)) = \(QuantityText.value(length) ?? "") \(length.unit?.name ?? "")"
    }
  }

  /// What each quantity comes to on a day; nil for amounts.
  private static func resolved(_ text: String, on day: String) -> [ResolvedTime?] {
    let (paragraph, quantities) = quantities(text)
    var layers = ParagraphLayers()
    layers.quantities = quantities
    let document = Document(
      snapshot: .init(text), language: .plaintext, paragraphs: [PlacedParagraph(paragraph, at: 0)])
    var draft = DraftLayers(
      document: document, paragraphs: [AnalyzedParagraph(paragraph, layers)], givenReference: ReferenceMoment(iso: day))
    TemporalResolver().analyze(&draft)
    return quantities.indices.map { draft.times[QuantityReference(0, $0)] }
  }

  static func rendered(_ text: String) -> [String] {
    let (paragraph, quantities) = quantities(text)
    return quantities.map { quantity in
      var value = QuantityText.value(quantity) ?? ""
      if case .range = quantity.value {
        value = [QuantityText.low(quantity), QuantityText.high(quantity)].map { $0 ?? "" }.joined(separator: "…")
      }
      let facts = [quantity.kind.rawValue, value, quantity.unit?.name ?? "", quantity.modifier?.rawValue ?? ""]
      return paragraph.text(quantity.span) + " = " + facts.filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  /// In the notation of the corpus: kind, value, unit, modifier.
  static func annotations(_ text: String) -> [MarkedText.Annotation] {
    let (_, quantities) = quantities(text)
    let times = resolved(text, on: "2014-10-31")
    return quantities.enumerated().map { index, quantity in
      let time = times[index]
      let ends = [QuantityText.low(quantity, time: time), QuantityText.high(quantity, time: time)].map { $0 ?? "" }
      let value = QuantityText.value(quantity, time: time) ?? time?.timex ?? ends.joined(separator: "…")
      let unit = quantity.unit?.name.replacing(" ", with: "_") ?? ""
      let facts = [quantity.kind.rawValue, value, unit, quantity.modifier?.rawValue ?? ""]
      return MarkedText.Annotation(quantity.span, facts.filter { !$0.isEmpty }.joined(separator: " "))
    }
  }
}
