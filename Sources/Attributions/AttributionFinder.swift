package import DocumentModel
package import Lexicons
import TextCore

/// Finds who says what in one paragraph: cues, their sources and their contents, outermost attributions with the reports
/// inside them. Follows the annotation rules of PolNeAR (Newell, Margolin and Ruths, LREC 2018).
package struct AttributionFinder: ParagraphAnalyzer {
  private let words: WordClasses
  private let cues: CueFinder
  private let kinds: SourceClassifier
  private let weights: CueWeights

  package init(_ language: Language) {
    words = WordClasses(language)
    cues = CueFinder(language)
    kinds = SourceClassifier(language)
    weights = CueWeights(language)
  }

  package var reads: Set<Layer> { [.tokens, .sentences, .mentions, .quotations] }
  package var provides: Set<Layer> { [.attributions] }

  package func analyze(_ paragraph: Paragraph, into layers: inout ParagraphLayers) {
    let scanner = PhraseScanner(layers.tokens, paragraph.bytes, words)
    let contents = ContentFinder(scanner, layers.quotations, isHeading: paragraph.kind.isHeading)
    let linker = AttributionLinker(scanner, contents)
    if let reading = layers.reading {
      readAttributions(reading, &layers, contents, linker)
    } else {
      findAttributions(&layers, contents, linker)
    }
    tieQuotations(&layers)
  }

  /// By the tables alone.
  private func findAttributions(
    _ layers: inout ParagraphLayers, _ contents: ContentFinder, _ linker: AttributionLinker
  ) {
    let scanner = contents.scanner
    var linked: [LinkedAttribution] = []
    for sentence in layers.sentences {
      let found = linker.link(cues.cues(in: sentence.tokens, scanner), in: sentence.tokens)
        .filter { weights.confidence(of: $0, scanner) >= CueWeights.threshold && !isExistential($0, scanner) }
      if found.isEmpty { goOn(&linked, in: sentence.tokens, contents) }
      linked += found
    }
    if linked.isEmpty, let labelled = LaidOutSpeech(layers, scanner).label { linked = [labelled] }
    if let signed = LaidOutSpeech(layers, scanner).signature, !linked.contains(where: { overlaps($0, signed) }) {
      linked.append(signed)
    }
    layers.attributions = linked.map {
      attribution($0, weights.confidence(of: $0, scanner), contents, layers)
    }
  }

  /// From what the reader saw; the tables add what a cue means, and the reports within reports.
  private func readAttributions(
    _ reading: ReadSpans, _ layers: inout ParagraphLayers, _ contents: ContentFinder, _ linker: AttributionLinker
  ) {
    let scanner = contents.scanner
    let found = layers.sentences.map { cues.cues(in: $0.tokens, scanner) }
    let read = ReadAttributions(
      scanner: scanner, contents: contents, sentences: layers.sentences, cues: found.flatMap(\.self))
    var within: [LinkedAttribution] = []
    for (sentence, cues) in zip(layers.sentences, found) {
      within += linker.link(cues, in: sentence.tokens)
        .flatMap { [$0] + $0.inner }
        .filter { weights.confidence(of: $0, scanner) >= CueWeights.threshold && !isExistential($0, scanner) }
    }
    layers.attributions = read.attributions(reading).filter {
      $0.confidence >= ReadAttributions.threshold
    }.map { outer in
      var linked = outer.linked
      linked.inner = within.filter { inner in
        linked.contents.contains { $0.start <= inner.extent.start && inner.extent.end <= $0.end }
      }
      return attribution(linked, outer.confidence, contents, layers)
    }
    addLaidOut(&layers, contents)
  }

  /// A signed quotation or a turn of a transcript that the reader left out; other labels it reads better than their form.
  private func addLaidOut(_ layers: inout ParagraphLayers, _ contents: ContentFinder) {
    let laidOut = LaidOutSpeech(layers, contents.scanner)
    guard let speech = laidOut.signature ?? laidOut.transcript else { return }
    let attribution = attribution(speech, LaidOutSpeech.confidence, contents, layers)
    let isKnown = layers.attributions.contains { known in
      known.extent.start == attribution.extent.start
        || attribution.sources.contains { source in (known.sources + known.cues).contains { $0.overlaps(source) } }
    }
    if isKnown { return }
    let place = layers.attributions.partitionPoint { $0.extent.start > attribution.extent.start }
    layers.attributions.insert(attribution, at: place)
  }

  private func overlaps(_ one: LinkedAttribution, _ other: LinkedAttribution) -> Bool {
    one.contents.contains { content in other.contents.contains { $0.overlaps(content) } }
  }

  /// "There were fears of …": nobody speaks.
  private func isExistential(_ linked: LinkedAttribution, _ scanner: PhraseScanner) -> Bool {
    linked.source.map { $0.count == 1 && scanner.isWord($0.start, "there") } ?? false
  }

  /// A sentence in quotation marks without a cue goes on with what the sentence before quoted.
  private func goOn(_ linked: inout [LinkedAttribution], in sentence: TokenSpan, _ contents: ContentFinder) {
    guard let last = linked.indices.last, let run = contents.quotation(openingAt: sentence.start) else { return }
    let extent = linked[last].extent
    guard extent.end <= sentence.start, extent.end + 2 >= sentence.start,
      linked[last].contents.contains(where: {
        contents.quotation(at: $0.end - 1) != nil || contents.quotation(at: $0.start) != nil
      })
    else { return }
    linked[last].contents.append(run)
  }

  // MARK: - Into the layer

  private func attribution(
    _ linked: LinkedAttribution, _ confidence: Float, _ contents: ContentFinder, _ layers: ParagraphLayers
  ) -> Attribution {
    let scanner = contents.scanner
    let tokens = scanner.tokens
    let spans = linked.contents.map { tokens.span($0) }
    let head = SourceHead(scanner: scanner, mentions: layers.mentions, nouns: kinds.nouns)
    let mention = linked.source.flatMap(head.mention)
    return Attribution(
      sources: linked.source.map { [tokens.span($0)] } ?? [],
      cues: [tokens.span(linked.cue.tokens)], contents: spans,
      form: form(linked, contents),
      kind: kinds.kind(
        of: linked.source, mention: mention.map { layers.mentions[$0] }, scanner),
      stance: linked.cue.stance, confidence: confidence, lemma: linked.cue.lemma, sourceMention: mention,
      inner: linked.inner.map { attribution($0, weights.confidence(of: $0, scanner), contents, layers) })
  }

  private func form(_ linked: LinkedAttribution, _ contents: ContentFinder) -> Attribution.Form {
    var quoted = 0
    var all = 0
    for span in linked.contents {
      for token in span.range where contents.scanner.kind(token) == .word || contents.scanner.kind(token) == .number {
        all += 1
        if contents.quotation(at: token) != nil { quoted += 1 }
      }
    }
    if linked.contents.isEmpty { return .direct }
    return quoted == 0 ? .indirect : quoted * 10 >= all * 9 ? .direct : .mixed
  }

  /// Tells each quotation which attribution has it in its content.
  private func tieQuotations(_ layers: inout ParagraphLayers) {
    var attribution = 0
    for index in layers.quotations.indices {
      let span = layers.quotations[index].span
      while attribution + 1 < layers.attributions.count, layers.attributions[attribution].extent.end <= span.start {
        attribution += 1
      }
      for candidate in [attribution, attribution + 1, attribution - 1]
      where layers.attributions.indices.contains(candidate) {
        if layers.attributions[candidate].contents.contains(where: { $0.overlaps(span) }) {
          layers.quotations[index].attribution = candidate
          break
        }
      }
    }
  }
}
