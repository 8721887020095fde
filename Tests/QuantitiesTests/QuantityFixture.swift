import DocumentModel
import English
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
    let (paragraph, quantities) = quantities(text)
    var layers = ParagraphLayers()
    layers.quantities = quantities
    let document = Document(
      snapshot: .init(text), language: .plaintext, paragraphs: [PlacedParagraph(paragraph, at: 0)])
    var draft = DraftLayers(
      document: document, paragraphs: [AnalyzedParagraph(paragraph, layers)], givenReference: CivilDate(iso: day))
    TemporalResolver().analyze(&draft)
    return quantities.indices.compactMap { index in
      guard let time = draft.times[QuantityReference(0, index)] else { return nil }
      return QuantityText.normalized(quantities[index], time: time)
    }
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
}
