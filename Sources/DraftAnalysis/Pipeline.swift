package import DocumentModel
package import Lexicons
import Attributions
import Entities
import Quantities
package import Reading
import Segmentation
import TextCore
package import Transformer

/// The analysers in the order in which they run, in two speeds: `at once`, by the tables alone, microseconds a paragraph; and
/// `read`, with one pass of the trained model between, milliseconds a paragraph.
///
/// Each analyser states what it reads and what it provides; one that would read a layer nobody has provided yet is left out
/// when the pipeline is made, and named in `gaps`.
package struct Pipeline: Sendable {
  package let language: Language
  package let paragraphAnalyzers: [any ParagraphAnalyzer]
  /// The same with the reader among them; nil without a reader.
  package let readingAnalyzers: [any ParagraphAnalyzer]?
  package let documentAnalyzers: [any DocumentAnalyzer]
  /// One sentence for each analyser that had to be left out; empty in a sound pipeline.
  package let gaps: [String]

  private let tokenizer: Tokenizer
  private let splitter: SentenceSplitter

  package init(
    _ language: Language, paragraphAnalyzers: [any ParagraphAnalyzer],
    readingAnalyzers: [any ParagraphAnalyzer]? = nil, documentAnalyzers: [any DocumentAnalyzer]
  ) {
    self.language = language
    tokenizer = Tokenizer(language)
    splitter = SentenceSplitter(language)
    var gaps: [String] = []
    func admit(_ reads: Set<Layer>, _ provides: Set<Layer>, _ name: String, _ provided: inout Set<Layer>) -> Bool {
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
    func sound(_ analyzers: [any ParagraphAnalyzer]) -> ([any ParagraphAnalyzer], Set<Layer>) {
      var provided: Set<Layer> = [.tokens, .sentences]
      return (analyzers.filter { admit($0.reads, $0.provides, "\(type(of: $0))", &provided) }, provided)
    }
    var provided: Set<Layer>
    (self.paragraphAnalyzers, provided) = sound(paragraphAnalyzers)
    self.readingAnalyzers = readingAnalyzers.map { sound($0).0 }
    self.documentAnalyzers = documentAnalyzers.filter {
      admit($0.reads, $0.provides, "\(type(of: $0))", &provided)
    }
    self.gaps = gaps
  }

  /// The analysers of the product.
  ///
  /// - Parameter reader: the trained model; nil for the tables alone.
  package static func standard(_ language: Language, reader: ParagraphReader? = nil) -> Pipeline {
    let first: [any ParagraphAnalyzer] = [QuantityRecognizer(language), EntityRecognizer(language)]
    let last: [any ParagraphAnalyzer] = [
      QuotationFinder(language), AttributionFinder(language), ClaimFinder(language),
    ]
    return Pipeline(
      language, paragraphAnalyzers: first + last,
      readingAnalyzers: reader.map { first + [$0, ReadNameMerger(language)] + last },
      documentAnalyzers: [TemporalResolver(), EntityResolver(language), SpeakerResolver(), QuotationContinuations()])
  }

  /// The analysers of the product with a trained model.
  ///
  /// - Throws: one sentence if the model is not of this version.
  package static func standard(_ language: Language, model: ModelFile) throws(ModelFile.Fault) -> Pipeline {
    standard(language, reader: try ParagraphReader(model))
  }

  /// Whether there is a reader.
  package var canRead: Bool { readingAnalyzers != nil }

  /// All layers of one paragraph. Depends on nothing but the paragraph.
  ///
  /// - Parameter isReading: with the reader's pass, if there is a reader.
  package func layers(of paragraph: Paragraph, isReading: Bool = false) -> ParagraphLayers {
    var layers = ParagraphLayers()
    layers.tokens = tokenizer.tokenize(paragraph.bytes)
    layers.sentences = splitter.sentences(in: layers.tokens, bytes: paragraph.bytes)
    for analyzer in isReading ? readingAnalyzers ?? paragraphAnalyzers : paragraphAnalyzers {
      analyzer.analyze(paragraph, into: &layers)
    }
    return layers
  }

  /// The draft-wide layers over finished paragraphs.
  package func complete(_ draft: inout DraftLayers) {
    for analyzer in documentAnalyzers { analyzer.analyze(&draft) }
  }
}
