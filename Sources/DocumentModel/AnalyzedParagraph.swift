/// A paragraph with its layers, read once and shared by every analysis that holds it. A class, so that handing a draft's
/// paragraphs about costs one count each and not one for each of their arrays.
package final class AnalyzedParagraph: Sendable {
  package let paragraph: Paragraph
  package let layers: ParagraphLayers
  /// Whether the trained reader went over it, as against the tables alone.
  package let isRead: Bool

  package init(_ paragraph: Paragraph, _ layers: ParagraphLayers, isRead: Bool = false) {
    self.paragraph = paragraph
    self.layers = layers
    self.isRead = isRead
  }

  package var tokens: TokenBuffer { layers.tokens }
  package var sentences: [Sentence] { layers.sentences }
  package var mentions: [Mention] { layers.mentions }
  package var quantities: [Quantity] { layers.quantities }
  package var quotations: [Quotation] { layers.quotations }
  package var attributions: [Attribution] { layers.attributions }
  package var claims: [Claim] { layers.claims }

  /// Index of the sentence that holds an offset.
  package func sentenceIndex(at offset: Int) -> Int? { layers.sentenceIndex(at: offset) }
}
