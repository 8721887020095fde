import DocumentModel
import TextCore

/// What reaches into each sentence of a paragraph: made once, for all of its claims.
struct SentenceSources {
  /// For each sentence the attributions, by their index in the layer, in order.
  private var attributions: [[Int]]
  /// For each sentence whether words are quoted in it that somebody says.
  private var isQuoted: [Bool]

  init(_ layers: ParagraphLayers) {
    attributions = [[Int]](repeating: [], count: layers.sentences.count)
    isQuoted = [Bool](repeating: false, count: layers.sentences.count)
    for (index, attribution) in layers.attributions.enumerated() {
      for sentence in SentenceSources.reach(attribution.extent, layers) { attributions[sentence].append(index) }
    }
    for quotation in layers.quotations where quotation.form != .mention {
      for sentence in SentenceSources.reach(quotation.span, layers) { isQuoted[sentence] = true }
    }
  }

  private static func reach(_ span: TextSpan, _ layers: ParagraphLayers) -> Range<Int> {
    guard let first = layers.sentenceIndex(at: span.start),
      let last = layers.sentenceIndex(at: max(span.start, span.end - 1)), first <= last
    else { return 0..<0 }
    return first..<last + 1
  }

  func attributions(in sentence: Int) -> [Int] {
    attributions.indices.contains(sentence) ? attributions[sentence] : []
  }

  func hasQuotation(_ sentence: Int) -> Bool { isQuoted.indices.contains(sentence) && isQuoted[sentence] }
}
