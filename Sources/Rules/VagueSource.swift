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
      for attribution in paragraph.layers.attributions where attribution.kind == .vague {
        guard let span = span(of: attribution, paragraph),
          !isNamedNearby(attribution.extent, index, analysis)
        else { continue }
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
    let isKnown = classes.rows(hashes(of: source, paragraph)) != nil
    switch attribution.stance {
    case .neutral, .assertive, .doubtful:
      return isKnown && isReported(attribution, paragraph) || isQuantifier(hash) && isSaid(attribution, paragraph)
        ? source : nil
    // "Experts recommend", but not "most have proposed".
    case .directive: return isKnown && !isQuantifier(hash) ? source : nil
    default: return nil
    }
  }

  /// "Economists say", but not "economists watch".
  private func isReported(_ attribution: Attribution, _ paragraph: AnalyzedParagraph) -> Bool {
    attribution.cues.contains { cue in
      let run = paragraph.layers.tokens.tokens(in: cue)
      return run.range.contains { token in
        cues.contains { $0.longestMatch(paragraph.layers.tokens.hashes, at: token, limit: run.end) != nil }
      }
    }
  }

  /// "Say", "told", but not "sense" or "hesitate".
  private func isSaid(_ attribution: Attribution, _ paragraph: AnalyzedParagraph) -> Bool {
    attribution.cues.contains { cue in
      hashes(of: cue, paragraph).contains { words[$0] == .say || words[$0] == .report }
    }
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

  /// Whether somebody is named as a source in the same sentence or the two after: the class has a face. Who spoke
  /// before it may be whom it answers.
  private func isNamedNearby(_ extent: TextSpan, _ index: Int, _ analysis: Analysis) -> Bool {
    let layers = analysis.analyzed[index].layers
    let own = layers.sentenceIndex(at: extent.start) ?? 0
    for attribution in layers.attributions where hasFace(attribution) {
      let sentence = layers.sentenceIndex(at: attribution.extent.start) ?? 0
      if (own...own + 2).contains(sentence) { return true }
    }
    let left = own + 2 - (layers.sentences.count - 1)
    guard left > 0, index + 1 < analysis.analyzed.count else { return false }
    let next = analysis.analyzed[index + 1].layers
    return next.attributions.contains {
      hasFace($0) && (next.sentenceIndex(at: $0.extent.start) ?? 0) < left
    }
  }

  private func hasFace(_ attribution: Attribution) -> Bool {
    attribution.kind == .named || attribution.kind == .document
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
      ],
      silent: [
        "Critics say the tunnel is a waste. “It leaks,” said Tom Okoro, who led the protest.",
        "Tom Okoro, an analyst at Harbour Bank, said the price would fall.",
        "“Critics say it leaks, and they are right,” said Ana Ruiz.",
        "Some of the boats were painted red.",
        "Many want a seat at the table.",
        "According to analysts, including [name], the price of copper will fall.",
        "# Critics say tunnel leaks",
      ])
  }
}
