package import DocumentModel
package import Lexicons
import Attributions
import Entities
import Quantities
import Segmentation
import TextCore

/// The analysers in the order in which they run. Each states what it reads and what it provides; an analyser that would
/// read a layer nobody has provided yet is left out when the pipeline is made, and named in `gaps`.
package struct Pipeline: Sendable {
  package let paragraphAnalyzers: [any ParagraphAnalyzer]
  package let documentAnalyzers: [any DocumentAnalyzer]
  /// One sentence for each analyser that had to be left out; empty in a sound pipeline.
  package let gaps: [String]

  private let tokenizer: Tokenizer
  private let splitter: SentenceSplitter

  package init(
    _ language: Language, paragraphAnalyzers: [any ParagraphAnalyzer], documentAnalyzers: [any DocumentAnalyzer]
  ) {
    tokenizer = Tokenizer(language)
    splitter = SentenceSplitter(language)
    var provided: Set<Layer> = [.tokens, .sentences]
    var gaps: [String] = []
    func admit(_ reads: Set<Layer>, _ provides: Set<Layer>, _ name: String) -> Bool {
      let missing = reads.subtracting(provided)
      guard missing.isEmpty else {
        gaps.append(
          "\(name) reads \(missing.map(\.rawValue).sorted().joined(separator: ", ")), which no earlier analyser provides."
        )
        return false
      }
      provided.formUnion(provides)
      return true
    }
    self.paragraphAnalyzers = paragraphAnalyzers.filter { admit($0.reads, $0.provides, "\(type(of: $0))") }
    self.documentAnalyzers = documentAnalyzers.filter { admit($0.reads, $0.provides, "\(type(of: $0))") }
    self.gaps = gaps
  }

  /// The analysers of the product.
  package static func standard(_ language: Language) -> Pipeline {
    Pipeline(
      language,
      paragraphAnalyzers: [
        QuantityRecognizer(language),
        EntityRecognizer(language),
        QuotationFinder(language),
        AttributionFinder(language),
        ClaimFinder(language),
      ],
      documentAnalyzers: [
        TemporalResolver(),
        EntityResolver(language),
        SpeakerResolver(),
      ])
  }

  /// All layers of one paragraph. Depends on nothing but the paragraph.
  package func layers(of paragraph: Paragraph) -> ParagraphLayers {
    var layers = ParagraphLayers()
    layers.tokens = tokenizer.tokenize(paragraph.bytes)
    layers.sentences = splitter.sentences(in: layers.tokens, bytes: paragraph.bytes)
    for analyzer in paragraphAnalyzers { analyzer.analyze(paragraph, into: &layers) }
    return layers
  }

  /// The draft-wide layers over finished paragraphs.
  package func complete(_ draft: inout DraftLayers) {
    for analyzer in documentAnalyzers { analyzer.analyze(&draft) }
  }
}
