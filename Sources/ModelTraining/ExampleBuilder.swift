import DocumentModel
import DraftAnalysis
package import Lexicons
import Reading
import Segmentation
import TextCore
package import Transformer

/// Turns labelled texts into training examples, through the same paragraphs, tokens, pieces and hints as at service.
package struct ExampleBuilder: Sendable {
  private let pipeline: Pipeline
  private let inputs: ReaderInputBuilder
  private let segmenter = DocumentSegmenter()

  package init(_ language: Language, _ tokenizer: WordPieceTokenizer) {
    pipeline = .standard(language)
    inputs = ReaderInputBuilder(tokenizer)
  }

  /// How a copy of a text is written.
  package enum Casing: String, Sendable, CaseIterable { case asWritten, upper, lower, title }

  package func examples(_ text: LabelledText, casing: Casing = .asWritten) -> [TrainingExample] {
    let snapshot = TextSnapshot(ExampleBuilder.recased(text.text, casing))
    let document = segmenter.document(snapshot, language: .plaintext)
    return document.paragraphs.enumerated().flatMap { index, placed -> [TrainingExample] in
      let layers = pipeline.layers(of: placed.paragraph)
      let hints = NameHints.hints(layers.mentions, tokenCount: layers.tokens.count)
      let gold = ParagraphGold(text, placed, layers.tokens)
      return inputs.inputs(placed.paragraph, layers.tokens, layers.sentences, hints: hints).enumerated().map {
        stretch, input in
        gold.example(id: "\(text.id)/\(index).\(stretch)", input)
      }
    }
  }

  /// Whether a corpus that was labelled by programs has missed names: a name that the tables know for sure, and none of its
  /// words labelled.
  package func hasMissedNames(_ text: LabelledText) -> Bool {
    let document = segmenter.document(TextSnapshot(text.text), language: .plaintext)
    return document.paragraphs.contains { placed in
      let layers = pipeline.layers(of: placed.paragraph)
      let gold = ParagraphGold(text, placed, layers.tokens)
      return layers.mentions.contains { mention in
        mention.form == .name && mention.fact != nil && [.person, .organization, .place].contains(mention.kind)
          && mention.tokens.range.allSatisfy { gold.names[$0] == nil }
      }
    }
  }

  /// A text whose labels were made by programs, with those mended that the tables know better: peoples, religions and parties
  /// ("Muslims" is no organization, and no name is missing there), religions themselves, and places of several words ("the West Bank").
  package func mended(_ text: LabelledText) -> LabelledText {
    var names = text.names ?? []
    let document = segmenter.document(TextSnapshot(text.text), language: .plaintext)
    for placed in document.paragraphs {
      let layers = pipeline.layers(of: placed.paragraph)
      for mention in layers.mentions where mention.form == .name {
        let isGroup = mention.kind == .group
        guard
          isGroup || mention.kind == .other
            || mention.kind == .place && mention.tokens.count > 1 && mention.confidence > 0.9
        else { continue }
        let span = placed.paragraph.sourceSpan(of: layers.tokens.span(mention.tokens)).shifted(by: placed.start)
        if let same = names.firstIndex(where: { $0.span == span }) {
          names[same].kind = mention.kind.rawValue
        } else if isGroup, !names.contains(where: { $0.span.overlaps(span) }) {
          names.append((span, mention.kind.rawValue))
        }
      }
    }
    var result = text
    result.names = names.sorted { $0.span < $1.span }
    return result
  }

  /// A text without names of its own, with those people labelled whom the tables know by a full name or in one sense, and who
  /// bears the surname of one of them. What else is a name stays open.
  ///
  /// A reader that sees a name in thousands of paragraphs and is never told that it is one unlearns it.
  package func withKnownPeople(_ text: LabelledText) -> LabelledText {
    var names: [(span: TextSpan, kind: String)] = []
    var surnames: Set<UInt64> = []
    let paragraphs = segmenter.document(TextSnapshot(text.text), language: .plaintext).paragraphs.map { placed in
      (placed, pipeline.layers(of: placed.paragraph))
    }
    func add(_ tokens: TokenSpan, _ placed: PlacedParagraph, _ layers: ParagraphLayers) {
      let span = placed.paragraph.sourceSpan(of: layers.tokens.span(tokens)).shifted(by: placed.start)
      names.append((span, EntityKind.person.rawValue))
    }
    for (placed, layers) in paragraphs {
      for mention in layers.mentions where mention.kind == .person && mention.form == .name && mention.fact != nil {
        guard mention.confidence >= ExampleBuilder.sure else { continue }
        if let last = mention.tokens.range.last, mention.tokens.count > 1 {
          surnames.insert(layers.tokens.hashes[last])
        }
        add(mention.tokens, placed, layers)
      }
    }
    for (placed, layers) in paragraphs {
      let labelled = Set(names.map(\.span))
      for mention in layers.mentions where mention.form == .name || mention.form == .candidate {
        guard mention.tokens.count == 1, surnames.contains(layers.tokens.hashes[mention.tokens.start]),
          !labelled.contains(placed.paragraph.sourceSpan(of: mention.span).shifted(by: placed.start))
        else { continue }
        add(mention.tokens, placed, layers)
      }
    }
    var result = text
    result.names = names.sorted { $0.span < $1.span }
    return result
  }

  /// What the tables' confidence must reach.
  private static let sure: Float = 0.85

  /// ASCII letters only, so that offsets stay.
  private static func recased(_ text: String, _ casing: Casing) -> String {
    var bytes = Array(text.utf8)
    var startsWord = true
    for index in bytes.indices {
      let byte = bytes[index]
      let isUpper = 0x41...0x5A ~= byte
      let isLower = 0x61...0x7A ~= byte
      switch casing {
      case .asWritten: break
      case .upper: if isLower { bytes[index] = byte - 32 }
      case .lower: if isUpper { bytes[index] = byte + 32 }
      case .title: if isLower, startsWord { bytes[index] = byte - 32 }
      }
      startsWord = byte == 0x20 || byte == 0x0A
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// A paragraph's share of a text's annotation, by token.
private struct ParagraphGold {
  var names: [Int: String] = [:]
  private var attribution: [Int: String] = [:]
  private var parts: [(cue: TokenSpan?, source: TokenSpan?, contents: [TokenSpan])] = []
  private let text: LabelledText

  init(_ text: LabelledText, _ placed: PlacedParagraph, _ tokens: TokenBuffer) {
    self.text = text
    func tokenSpan(_ span: TextSpan) -> TokenSpan? {
      guard span.overlaps(placed.span) else { return nil }
      let start = placed.paragraph.proseOffset(ofSource: max(0, span.start - placed.start))
      let end = placed.paragraph.proseOffset(ofSource: min(span.end, placed.span.end) - placed.start)
      let found = tokens.tokens(in: TextSpan(start, end))
      return found.isEmpty ? nil : found
    }
    func paint(_ span: TokenSpan, _ label: String, _ table: inout [Int: String]) {
      // What was painted first stays: a source that two attributions share is one span.
      for token in span.range where table[token] == nil {
        table[token] = (token == span.start ? "B-" : "I-") + label
      }
    }
    for name in text.names ?? [] { if let span = tokenSpan(name.span) { paint(span, name.kind, &names) } }
    for reported in text.attributions ?? [] {
      let cue = reported.cues.lazy.compactMap(tokenSpan).first
      let sources = reported.sources.compactMap(tokenSpan)
      let contents = reported.contents.compactMap(tokenSpan)
      if let cue { paint(cue, "cue", &attribution) }
      for source in sources { paint(source, "source", &attribution) }
      for content in contents { paint(content, "content", &attribution) }
      let near = sources.min { distance($0, cue) < distance($1, cue) }
      parts.append((cue, near, contents))
    }
  }

  private func distance(_ source: TokenSpan, _ cue: TokenSpan?) -> Int {
    guard let cue else { return source.start }
    return source.start < cue.start ? cue.start - source.end : source.start - cue.end
  }

  func example(id: String, _ input: ReaderInput) -> TrainingExample {
    let stretch = input.tokens
    func local(_ table: [Int: String]) -> [Int: String] {
      var result: [Int: String] = [:]
      for token in stretch.range { if let label = table[token] { result[token - stretch.start] = label } }
      return result
    }
    var cueOfContent: [Int: Int] = [:]
    var sourceOfCue: [Int: Int] = [:]
    func place(_ span: TokenSpan?) -> Int {
      guard let span, stretch.contains(span.start) else { return -1 }
      return span.start - stretch.start
    }
    for part in parts {
      for content in part.contents where stretch.contains(content.start) {
        cueOfContent[content.start - stretch.start] = place(part.cue)
      }
      if let cue = part.cue, stretch.contains(cue.start) {
        sourceOfCue[cue.start - stretch.start] = place(part.source)
      }
    }
    return TrainingExample(
      id: id, input: input, names: text.names == nil ? nil : local(names),
      attribution: text.attributions == nil ? nil : local(attribution), cueOfContent: cueOfContent,
      sourceOfCue: sourceOfCue)
  }
}
