import DocumentModel
package import DraftAnalysis
package import Lexicons
import TextCore

/// An acronym that few readers know and that the draft never spells out.
struct AcronymUndefined: DraftRule {
  private let known: Lexicon
  private let expansions: Lexicon
  /// Words that are only shouted: "CRINGE".
  private let common: Lexicon
  private let words: RuleWords
  private let longForms: LongForms
  private let sourceNouns: Lexicon
  private let fixWords: FixWords

  init(_ language: Language) {
    known = language.lexicon("known-acronyms")
    expansions = language.lexicon("acronyms")
    common = language.lexicon("common-words")
    words = RuleWords(language)
    longForms = LongForms(language)
    sourceNouns = language.lexicon("source-nouns")
    fixWords = FixWords(language)
  }

  var code: String { "acronym-undefined" }
  var severity: Severity? { .information }

  func isConcerned(with paragraph: AnalyzedParagraph) -> Bool {
    AcronymUses.isConcerned(with: paragraph)
  }

  func matches(in analysis: Analysis, of paragraphs: [Int]) -> [(paragraph: Int, match: RuleMatch)] {
    let firsts = AcronymUses(analysis, paragraphs).uses.compactMap { hash, uses in
      unexplained(hash, uses, analysis)
    }
    let spelled = SpelledInitials(of: firsts.map { text($0, analysis) }, in: analysis)
    return firsts.filter { !spelled.contains(text($0, analysis)) }.map { use in
      (
        use.paragraph,
        RuleMatch(
          analysis.analyzed[use.paragraph].layers.tokens.span(use.token),
          "\(text(use, analysis)) is never spelled out: give the long form first.")
      )
    }
  }

  private func text(_ use: AcronymUses.Use, _ analysis: Analysis) -> String {
    analysis.analyzed[use.paragraph].text(use.token)
  }

  /// The first use of an acronym that nothing beside its uses explains; nil if something does, or nobody needs it.
  private func unexplained(_ hash: UInt64, _ uses: [AcronymUses.Use], _ analysis: Analysis) -> AcronymUses.Use? {
    guard !known.contains(hash),
      !uses.contains(where: {
        $0.longForm != nil || $0.isBracketed || isRestated($0, analysis) || isOfLongerName($0, analysis)
          || isOfKnownKind($0, analysis)
      }), !isCallSign(uses, analysis),
      let first = uses.first(where: { !$0.isPlural && isOrganization($0, analysis) }), !isSpelledOut(first, analysis),
      uses.count > 1 || expansions.contains(hash) || hasArticle(first, analysis)
    else { return nil }
    return first
  }

  /// "The People's Party, or PP", "the boat owners' union, HFTB, said", "a cooperative known as SHGC": what it is stands right
  /// before.
  private func isRestated(_ use: AcronymUses.Use, _ analysis: Analysis) -> Bool {
    let paragraph = analysis.analyzed[use.paragraph]
    if isExplained(use, paragraph) { return true }
    if paragraph.hash(use.token - 1).map({ words[$0] == .and || words[$0] == .naming }) ?? false { return true }
    if paragraph.text(use.token - 1) == ",", paragraph.text(use.token + 1) == "," {
      return paragraph.kind(use.token - 2) == .word
    }
    // "the public broadcaster KNR": what it is, in small letters.
    let tokens = paragraph.layers.tokens
    var at = use.token - 1
    while at >= 0, at > use.token - 4, tokens.kinds[at] == .word, tokens.shapes[at] == .lower,
      [nil, .kindOfName, .capitalOffice, .doubt].contains(words[tokens.hashes[at]])
    { at -= 1 }
    return at < use.token - 1 && paragraph.hash(at).map { words[$0] == .definite } ?? false
  }

  /// "PNC bank", "the TV channel HLN", "HLN, CNN's sister network,": what it is stands beside it, and the letters are its name. "The
  /// GOLDING administration" is of a surname.
  private func isOfKnownKind(_ use: AcronymUses.Use, _ analysis: Analysis) -> Bool {
    let paragraph = analysis.analyzed[use.paragraph]
    func kind(_ token: Int) -> RuleWords.Class? { paragraph.hash(token).flatMap { words[$0] } }
    if kind(use.token - 1) == .kindOfName || kind(use.token + 1) == .kindOfName { return true }
    if kind(use.token + 1) == .capitalOffice, paragraph.text(use.token).utf8.count > 5 { return true }
    guard paragraph.text(use.token + 1) == "," else { return false }
    let sentence = paragraph.sentence(at: paragraph.layers.tokens.span(use.token).start)
    let rest = use.token + 2..<max(use.token + 2, min(use.token + 8, sentence.end))
    let end = rest.first { paragraph.kind($0) == .punctuation } ?? rest.upperBound
    return kind(end - 1) == .kindOfName
      && (kind(use.token + 2) == .definite || paragraph.kind(use.token + 3) == .possessive)
  }

  /// "WBUR", "KQED": American stations are called by four letters, without an article.
  private func isCallSign(_ uses: [AcronymUses.Use], _ analysis: Analysis) -> Bool {
    uses.allSatisfy { use in
      let name = analysis.analyzed[use.paragraph].text(use.token)
      return name.utf8.count == 4 && (name.hasPrefix("W") || name.hasPrefix("K")) && !hasArticle(use, analysis)
    }
  }

  /// "The UNHCR (the UN's refugee agency)": two words or more in the bracket after it.
  private func isExplained(_ use: AcronymUses.Use, _ paragraph: AnalyzedParagraph) -> Bool {
    guard paragraph.text(use.token + 1) == "(" else { return false }
    let rest =
      use.token + 2..<max(use.token + 2, paragraph.sentence(at: paragraph.layers.tokens.span(use.token).start).end)
    guard let close = rest.first(where: { paragraph.text($0) == ")" }) else { return false }
    return (use.token + 2..<close).count { paragraph.kind($0) == .word } > 1
  }

  /// "The auction house PGC Wool", "48 billion CFA francs": the capitals go on, or are a currency's.
  private func isOfLongerName(_ use: AcronymUses.Use, _ analysis: Analysis) -> Bool {
    let paragraph = analysis.analyzed[use.paragraph]
    let tokens = paragraph.layers.tokens
    let next = use.token + 1
    if next < tokens.count, tokens.kinds[next] == .word, tokens.shapes[next].isCapitalized { return true }
    return !paragraph.layers.quantities(in: tokens.span(use.token)).isEmpty
  }

  /// "The HFTB": a body, where capitals alone may be a shout.
  private func hasArticle(_ use: AcronymUses.Use, _ analysis: Analysis) -> Bool {
    analysis.analyzed[use.paragraph].hash(use.token - 1).map { words[$0] == .definite } ?? false
  }

  /// An acronym of the writer's own copy that names a body, whole: not a part of a longer name.
  private func isOrganization(_ use: AcronymUses.Use, _ analysis: Analysis) -> Bool {
    let paragraph = analysis.analyzed[use.paragraph]
    let span = paragraph.layers.tokens.span(use.token)
    guard paragraph.isCopy, !paragraph.isQuoted(span), !common.contains(paragraph.layers.tokens.hashes[use.token])
    else { return false }
    // Parts of longer names: "CNN/ORC".
    for mark in [use.token - 1, use.token + 1] where ["/", "-", "–"].contains(paragraph.text(mark)) { return false }
    return paragraph.layers.mentions(beginningIn: use.token..<use.token + 1).contains {
      $0.span == span && $0.form == .acronym && $0.kind == .organization
    }
  }

  /// Whether the acronym's entity has a longer name in the draft.
  private func isSpelledOut(_ use: AcronymUses.Use, _ analysis: Analysis) -> Bool {
    let draft = analysis.draft
    guard
      let index = draft.paragraphs[use.paragraph].layers.mentions(beginningIn: use.token..<use.token + 1).indices.first,
      let entity = draft.entityOfMention[MentionReference(paragraph: use.paragraph, mention: index)],
      draft.entities.indices.contains(entity)
    else { return false }
    return draft.entities[entity].mentions.contains { reference in
      let mention = draft.paragraphs[reference.paragraph].mentions[reference.mention]
      return mention.form == .name && mention.tokens.count > 1
    }
  }

  /// "The UNHCR camp": before a noun the long form would run on.
  private func isAttribute(_ passage: Passage) -> Bool {
    let next = passage.tokens.end
    guard let hash = passage.analyzed.hash(next), passage.layers.tokens.shapes[next] == .lower else { return false }
    return sourceNouns.contains(hash)
      || [.attributive, .body].contains(fixWords.phrase(at: next, in: passage.analyzed))
  }

  private func isUsedTwice(_ hash: UInt64, _ analysis: Analysis) -> Bool {
    var count = 0
    for paragraph in analysis.analyzed {
      let tokens = paragraph.layers.tokens
      count += tokens.indices.count { tokens.hashes[$0] == hash && tokens.shapes[$0] == .upper }
      if count > 1 { return true }
    }
    return false
  }

  /// The long form, where only one is known.
  func corrections(of finding: Finding, in analysis: Analysis) -> [Correction] {
    guard let passage = Passage(finding, in: analysis), let hash = passage.analyzed.hash(passage.tokens.start),
      let rows = expansions.rows([hash]), rows.count == 1, let row = rows.first,
      // Three letters may be any body's.
      passage.span.count > 3, !isAttribute(passage), let long = longForms.text(expansions.text(row, 0), passage)
    else { return [] }
    let acronym = passage.analyzed.paragraph.text(passage.span)
    let isUsedAgain = isUsedTwice(hash, analysis)
    return [
      Correction(
        "Spell out: \(long.name)",
        [passage.replace(passage.span, with: isUsedAgain ? "\(long.full) (\(acronym))" : long.full)],
        isPreferred: true)
    ]
  }

  var manual: Manual {
    Manual(
      finds: "An acronym off the list of well-known ones that the draft never spells out.",
      why: "Readers who do not know it cannot look for it in the text. Only the best known stand alone.",
      instead: "The long form at first, the acronym in brackets after it if it is used again.",
      standards: ["Guardian and Observer style guide", "Reuters Handbook of Journalism"],
      fires: [
        .init(
          "The «UNHCR» sent tents. By Monday the UNHCR had run out.",
          fixed: "The UN High Commissioner for Refugees (UNHCR) sent tents. By Monday the UNHCR had run out."),
        "The «HFTB» said the ferry was safe.",
        "Officials at the «BNRQ» declined to comment.",
      ],
      silent: [
        "The Harbour Ferry Transport Board (HFTB) met. The HFTB said the ferry was safe.",
        "The HFTB (the harbour's ferry board) met.",
        "NATO met on Monday.",
        "The auction house HFTB Wool met. HFTB said the ferry was safe.",
        "The pollster HFTB asked 900 people. HFTB will ask again.",
        "The hall cost 48 billion CFA francs.",
        "The harbour's boat union, HFTB, said the ferry was safe. HFTB has 100 members.",
        "Officials at the cooperative, known as BNRQ, declined to comment.",
        "The BBC said the ferry was safe.",
        "The World Economic Forum met in Davos. The WEF has 100 members.",
        "“The HFTB never answered,” Okoro said.",
        "FERRY SINKS OFF HARBOUR AS HFTB LOOKS ON",
        "An HFTB bank employee was robbed. HFTB will close.",
        "Officials at WBHR declined to comment. WBHR is in Dell.",
        "HFTB, the harbour's sister network, met. HFTB has 100 members.",
        "The GOLDINGS administration met. GOLDINGS left.",
        "The Harbour Union of Bakers for Rest met the mayor. The HUBR said the ferry was safe.",
        "The Harbour Ferry Boats (HFB's) met. The HFB said the ferry was safe.",
      ])
  }
}
