import DocumentModel
package import DraftAnalysis
package import Lexicons
import TextCore

/// "Critics say", "some argue": a class of people with nobody in it.
struct VagueSource: DraftRule {
  static let code = "vague-source"
  private let words: RuleWords
  private let classes: Lexicon
  /// The tables that cues are found by.
  private let cues: [Lexicon]

  init(_ language: Language) {
    words = RuleWords(language)
    classes = language.lexicon("vague-sources")
    cues = [language.lexicon("reporting-verbs"), language.lexicon("cue-phrases")]
  }

  var code: String { VagueSource.code }
  var severity: Severity? { .information }

  func isConcerned(with paragraph: AnalyzedParagraph) -> Bool {
    paragraph.isCopy && paragraph.layers.attributions.contains { $0.kind == .vague }
  }

  func matches(in analysis: Analysis, of paragraphs: [Int]) -> [(paragraph: Int, match: RuleMatch)] {
    var found: [(paragraph: Int, match: RuleMatch)] = []
    for index in paragraphs {
      let paragraph = analysis.analyzed[index]
      var faces: Faces?
      for attribution in paragraph.layers.attributions where attribution.kind == .vague {
        guard let span = span(of: attribution, paragraph) else { continue }
        let known = faces ?? Faces(index, analysis)
        faces = known
        guard !known.areNear(attribution.extent) else { continue }
        found.append((index, RuleMatch(span, "Who? Name somebody of whom this is true.")))
      }
    }
    return found
  }

  /// The source, if it says something; what people want or feel is no speech.
  private func span(of attribution: Attribution, _ paragraph: AnalyzedParagraph) -> TextSpan? {
    guard let source = attribution.sources.first, !attribution.contents.isEmpty, !paragraph.isQuoted(source),
      let hash = paragraph.hash(paragraph.layers.tokens.firstToken(endingAfter: source.start)),
      words[hash] != .definite, words[hash] != .crowd, !isNamed(after: source, paragraph)
    else { return nil }
    guard isCompleteSentence(source, paragraph), !isUpper(source, paragraph) else { return nil }
    let isKnown = classes.rows(hashes(of: source, paragraph)) != nil
    // "Of those in favor, most said", "witnesses heard a blast, and some thought": they are told of before.
    if paragraph.layers.tokens.tokens(in: source).count == 1, isQuantifier(hash),
      words[hash] == .part || isPartOfSpeakers(source, paragraph)
    {
      return nil
    }
    switch attribution.stance {
    case .neutral, .assertive, .doubtful:
      return isKnown && isReported(attribution, paragraph) || isQuantifier(hash) && isSaid(attribution, paragraph)
        ? source : nil
    // "Experts recommend", but not "most have proposed" or "opponents tried to convince".
    case .directive:
      return isKnown && !isQuantifier(hash) && has(.advise, in: attribution, paragraph) ? source : nil
    // "Many doctors believe", but not "many want".
    case .cognitive:
      return (isKnown || isQuantifier(hash)) && has(.think, in: attribution, paragraph) ? source : nil
    // "Campaigners have slammed the fee"
    case .judgementNegative: return isKnown && !isQuantifier(hash) && isReported(attribution, paragraph) ? source : nil
    default: return nil
    }
  }

  /// "EXPERTS SEE RENTS RISE."
  private func isUpper(_ source: TextSpan, _ paragraph: AnalyzedParagraph) -> Bool {
    paragraph.layers.tokens.tokens(in: source).range.allSatisfy { paragraph.layers.tokens.shapes[$0] == .upper }
  }

  private func isPartOfSpeakers(_ source: TextSpan, _ paragraph: AnalyzedParagraph) -> Bool {
    let sentence = paragraph.layers.tokens.span(paragraph.sentence(at: source.start))
    let attributions = paragraph.layers.attributions
    return attributions[attributions.partitionPoint { $0.extent.start >= sentence.start }...]
      .prefix { $0.extent.start < source.start }
      .contains { $0.sources.contains { $0.end <= source.start } }
  }

  /// A headline or a line under it repeats what the text tells, and has no room for names.
  private func isCompleteSentence(_ source: TextSpan, _ paragraph: AnalyzedParagraph) -> Bool {
    let end = paragraph.sentence(at: source.start).end
    return (end - 2..<end).contains { token in
      switch paragraph.text(token) {
      case ".", "!", "?", "…", ":": true
      default: paragraph.kind(token) == .doubleQuote
      }
    }
  }

  /// "Economists say", but not "economists watch" or "worry".
  private func isReported(_ attribution: Attribution, _ paragraph: AnalyzedParagraph) -> Bool {
    attribution.cues.contains { cue in
      let run = paragraph.layers.tokens.tokens(in: cue)
      return !has(.feel, in: attribution, paragraph)
        && run.range.contains { token in
          cues.contains { $0.longestMatch(paragraph.layers.tokens.hashes, at: token, limit: run.end) != nil }
        }
    }
  }

  /// "Say", "told", but not "sense" or "hesitate".
  private func isSaid(_ attribution: Attribution, _ paragraph: AnalyzedParagraph) -> Bool {
    has(.say, in: attribution, paragraph) || has(.report, in: attribution, paragraph)
  }

  private func has(_ sort: RuleWords.Class, in attribution: Attribution, _ paragraph: AnalyzedParagraph) -> Bool {
    attribution.cues.contains { cue in hashes(of: cue, paragraph).contains { words[$0] == sort } }
  }

  /// "Some" of "some residents".
  private func isQuantifier(_ hash: UInt64) -> Bool {
    classes.row(hash).map { classes.text($0, 0) == "quantifier" } ?? false
  }

  /// "Analysts, including Ana Ruiz": the class has a face, or a placeholder for one.
  private func isNamed(after source: TextSpan, _ paragraph: AnalyzedParagraph) -> Bool {
    let next = paragraph.layers.tokens.tokens(in: source).end
    return paragraph.text(next) == "," && paragraph.hash(next + 1) == VagueSource.including
  }

  private static let including = CaseFolding.hash("including")

  private func hashes(of span: TextSpan, _ paragraph: AnalyzedParagraph) -> ArraySlice<UInt64> {
    paragraph.layers.tokens.hashes[paragraph.layers.tokens.tokens(in: span).range]
  }

  /// Where somebody is named as a source, in a paragraph and the one after it.
  private struct Faces {
    private let layers: ParagraphLayers
    /// Sentences of the paragraph, in order.
    private let own: [Int]
    /// The first sentence of the next paragraph that has one.
    private let next: Int?

    init(_ index: Int, _ analysis: Analysis) {
      layers = analysis.analyzed[index].layers
      own = Faces.sentences(of: layers).sorted()
      next = index + 1 < analysis.analyzed.count ? Faces.sentences(of: analysis.analyzed[index + 1].layers).min() : nil
    }

    private static func sentences(of layers: ParagraphLayers) -> [Int] {
      layers.attributions.filter { $0.kind == .named || $0.kind == .document }.map {
        layers.sentenceIndex(at: $0.extent.start) ?? 0
      }
    }

    /// Whether one stands in the same sentence or the two after: the class has a face. Who spoke before it may be whom it
    /// answers.
    func areNear(_ extent: TextSpan) -> Bool {
      let sentence = layers.sentenceIndex(at: extent.start) ?? 0
      let place = own.partitionPoint { $0 >= sentence }
      if place < own.count, own[place] <= sentence + 2 { return true }
      let left = sentence + 2 - (layers.sentences.count - 1)
      return next.map { $0 < left } ?? false
    }
  }

  func corrections(of finding: Finding, in analysis: Analysis) -> [Correction] {
    guard let passage = Passage(finding, in: analysis), let close = closingComma(passage) else { return [] }
    return [
      Correction(
        "Name one of them", [passage.append(", including [name]" + close, after: passage.span.end)], isPreferred: true)
    ]
  }

  /// The comma after the name, which a mark that follows takes the place of: "according to experts, including [name]." Nil
  /// before a bracket or "however", where neither comma nor none would do.
  private func closingComma(_ passage: Passage) -> String? {
    let next = passage.tokens.end
    let sentence = passage.analyzed.sentence(at: passage.span.start)
    guard next < sentence.end, passage.analyzed.kind(next) == .punctuation else {
      return next < sentence.end ? "," : ""
    }
    // "Analysts, however, say": an aside of one word leaves no room for another.
    if passage.analyzed.text(next) == ",", passage.analyzed.kind(next + 1) == .word,
      passage.analyzed.text(next + 2) == ","
    {
      return nil
    }
    return passage.analyzed.text(next) == "(" ? nil : ""
  }

  var manual: Manual {
    Manual(
      finds: "A class of people that says something, with nobody of the class named near it.",
      why: """
        A reader cannot ring “critics”. Where nobody stands behind the word, the opinion is the writer's.
        """,
      instead: "Name one of them with a role, or count them: “three of the nine councillors”.",
      standards: ["AP news values", "NPR Ethics Handbook"],
      fires: [
        .init("«Critics» say the tunnel is a waste.", fixed: "Critics, including [name], say the tunnel is a waste."),
        .init(
          "According to «experts», the tunnel is a waste.",
          fixed: "According to experts, including [name], the tunnel is a waste."),
        .init(
          "The tunnel is a waste, say «experts».", fixed: "The tunnel is a waste, say experts, including [name]."),
        "«Some observers» argued that the vote came too early.",
        "«Analysts» said the price of copper would fall.",
        "The tunnel opens in June. «Opponents» say it floods.",
        .init(
          "«Some residents» say the tunnel floods.",
          fixed: "Some residents, including [name], say the tunnel floods."),
        "«Economists» say rents will rise.",
        .init(
          "«Many doctors» believe that the tax is too low.",
          fixed: "Many doctors, including [name], believe that the tax is too low."),
        "«Many observers» doubt that the bridge will hold.",
        "«Campaigners» have slammed the fee.",
      ],
      silent: [
        "Critics say the tunnel is a waste. “It leaks,” said Tom Okoro, who led the protest.",
        "Tom Okoro, an analyst at Harbour Bank, said the price would fall.",
        "“Critics say it leaks, and they are right,” said Ana Ruiz.",
        "Some of the boats were painted red.",
        "Many want a seat at the table.",
        "Of those on the council, most said that the plan needs work.",
        "Opponents tried to convince a court that the tunnel floods.",
        "Critics say tunnel leaks",
        "EXPERTS SAY TUNNEL LEAKS.",
        "According to analysts, including [name], the price of copper will fall.",
        "# Critics say tunnel leaks",
      ])
  }
}
