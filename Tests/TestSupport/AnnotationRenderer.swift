package import DocumentModel
import English
package import DraftAnalysis
package import Testing
package import TextCore

/// The layers a fixture shows.
package enum ShownLayer: Sendable, CaseIterable {
  case tokens, sentences, entities, quantities, quotations, attributions, claims
}

/// One paragraph's layers as marks in its prose.
package func render(_ paragraph: Paragraph, _ layers: ParagraphLayers, _ shown: Set<ShownLayer>) -> String {
  var marks: [MarkedText.Annotation] = []
  if shown.contains(.tokens) {
    marks += layers.tokens.indices.map { .init(layers.tokens.span($0), "\(layers.tokens.kinds[$0])") }
  }
  if shown.contains(.sentences) { marks += layers.sentences.map { .init($0.span, "sentence") } }
  if shown.contains(.entities) {
    marks += layers.mentions.filter { $0.form == .name || $0.form == .acronym }.map { .init($0.span, $0.kind.rawValue) }
  }
  if shown.contains(.quantities) { marks += layers.quantities.map { .init($0.span, quantityLabel($0)) } }
  if shown.contains(.quotations) { marks += layers.quotations.map { .init($0.span, $0.form.rawValue) } }
  if shown.contains(.attributions) {
    for (index, attribution) in layers.attributions.enumerated() {
      let number = layers.attributions.count > 1 ? " \(index + 1)" : ""
      marks += attribution.sources.map { .init($0, "source" + number) }
      marks += attribution.cues.map { .init($0, "cue" + number) }
      marks += attribution.contents.map { .init($0, "content" + number) }
    }
  }
  if shown.contains(.claims) {
    marks += layers.claims.filter { $0.attribution == nil }.map { .init($0.evidence, $0.category.rawValue) }
  }
  return MarkedText.render(paragraph.text(TextSpan(0, paragraph.bytes.count)), marks)
}

/// "money 5.5 USD", "percent 5", "measure 70 kilometre at_most".
private func quantityLabel(_ quantity: Quantity) -> String {
  var parts = [quantity.kind.rawValue]
  switch quantity.value {
  case .exact(let value): parts.append(value.text)
  case .range(let low, let high): parts.append((low?.text ?? "") + "…" + (high?.text ?? ""))
  case .temporal: break
  }
  if let unit = quantity.unit?.name { parts.append(unit) }
  if let modifier = quantity.modifier { parts.append(modifier.rawValue) }
  return parts.joined(separator: " ")
}

/// Strips a marked sentence, analyses the prose as one paragraph, renders the layers in the same notation and compares the
/// two strings: updating a fixture is copying what was printed.
package func check(
  _ marked: String, _ shown: ShownLayer..., kind: BlockKind = .paragraph,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let paragraph = Paragraph(plain: MarkedText(marked).text, kind: kind)
  let layers = sharedPipeline.layers(of: paragraph)
  #expect(render(paragraph, layers, Set(shown)) == marked, sourceLocation: sourceLocation)
}

/// One pipeline for all tests: tables are read in place, so it costs nothing to share.
package let sharedPipeline = Pipeline.standard(English.language)

/// What goes over a draft.
package enum Reader: String, Sendable, CaseIterable {
  /// The tables alone: `--no-reader`, and every keystroke.
  case tables
  /// The trained reader with them: what ships.
  case trained

  package var pipeline: Pipeline { self == .trained ? readingPipeline ?? sharedPipeline : sharedPipeline }
}

/// Nil if the model is not of this version.
package let readingPipeline = try? Pipeline.standard(English.language, model: English.model())

/// The analysis of a whole draft.
package func analyze(
  _ text: String, _ language: MarkupLanguage = .plaintext, reference: String? = nil, by reader: Reader = .tables
) -> Analysis {
  let host = AnalysisHost(reader.pipeline, cachedParagraphs: 0)
  let day = reference.flatMap { ReferenceMoment(iso: $0) }
  // Without a way to cancel, an analysis cannot fail.
  return host.analysis(of: TextSnapshot(text), language: language, AnalysisHost.Options(reference: day))
    .unsafelyUnwrapped
}
