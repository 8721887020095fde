import DocumentModel
package import DraftAnalysis
package import Lexicons
import TextCore

/// "Claimed", "admitted", "pointed out": verbs that say more than that something was said.
struct LoadedAttributionVerb: ParagraphRule {
  static let code = "loaded-attribution-verb"
  private let verbs: Lexicon
  private let exceptions: Lexicon
  /// For each row of the exceptions: where it must stand.
  private let places: [Place]

  private enum Place: String { case after, sentence, source }
  private let words: RuleWords
  private let closed: WordClasses
  private let demand: Demand

  init(_ language: Language) {
    verbs = language.lexicon("loaded-verbs")
    let exceptions = language.lexicon("loaded-verb-exceptions")
    self.exceptions = exceptions
    places = (0..<exceptions.rowCount).map { Place(rawValue: exceptions.text($0, 0)) ?? .sentence }
    words = RuleWords(language)
    closed = WordClasses(language)
    demand = Demand(words: words, closed: closed)
  }

  var code: String { LoadedAttributionVerb.code }
  var severity: Severity? { .information }

  func matches(in paragraph: AnalyzedParagraph) -> [RuleMatch] {
    guard paragraph.isCopy else { return [] }
    return paragraph.layers.attributions.compactMap { attribution in
      // "Reports claimed" would be hearsay still once they "said".
      guard attribution.kind != .none, attribution.kind != .document, attribution.kind != .hearsay,
        let source = attribution.sources.first, let cue = attribution.cues.first,
        let verb = verb(in: cue, paragraph), isSaying(attribution, cue, verb.tokens, paragraph),
        isVerb(verb.tokens, source, paragraph), !hasObjectBefore(verb.tokens, source, attribution, paragraph),
        !isRightWord(verb.tokens, paragraph), !isFound(attribution, paragraph),
        !(verbs.integer(verb.row, 2) == 1 && demand.follows(verb.tokens, in: paragraph))
      else { return nil }
      let span = paragraph.layers.tokens.span(verb.tokens)
      guard !paragraph.isQuoted(span) else { return nil }
      return RuleMatch(
        span, "“\(paragraph.paragraph.text(span))” \(verbs.text(verb.row, 1)); “\(verbs.text(verb.row, 0))” is neutral."
      )
    }
  }

  private func verb(in cue: TextSpan, _ paragraph: AnalyzedParagraph) -> (tokens: TokenSpan, row: Int)? {
    let tokens = paragraph.layers.tokens
    let run = tokens.tokens(in: cue)
    for token in run.range {
      // Two-word verbs may be cut off by their cue: "pointed" of "pointed out".
      guard let match = verbs.longestMatch(tokens.hashes, at: token, limit: run.end + 1), let row = match.rows.first
      else { continue }
      return (TokenSpan(token, token + match.count), row)
    }
    return nil
  }

  /// Words are what is claimed: a clause with "that", or a quotation or clause before the verb.
  private func isSaying(_ attribution: Attribution, _ cue: TextSpan, _ verb: TokenSpan, _ paragraph: AnalyzedParagraph)
    -> Bool
  {
    guard let content = attribution.contents.first else { return false }
    if content.start < cue.start { return true }
    let first = paragraph.layers.tokens.firstToken(endingAfter: content.start)
    if first == verb.end, isClause(first, content, paragraph) { return true }
    return [first, first - 1].contains { paragraph.hash($0).map { words[$0] == .that } ?? false }
      || paragraph.layers.quotations.contains { $0.span.start == content.start && $0.form == .direct }
  }

  /// "Claim", "claims", "boast" are nouns as well: "studying claims that the CIA used it", "repeating a false claim that". A verb
  /// stands beside its subject: "Okoro claims", "who claim", "may claim", "claims Okoro".
  private func isVerb(_ verb: TokenSpan, _ source: TextSpan, _ paragraph: AnalyzedParagraph) -> Bool {
    let own = paragraph.text(verb.start).lowercased()
    guard verb.count == 1, ["claim", "claims", "boast", "boasts"].contains(own) else { return true }
    let tokens = paragraph.layers.tokens
    let run = tokens.tokens(in: source)
    if run.start == verb.end { return true }
    var before = verb.start - 1
    while !closed[before, paragraph].isEmpty, closed[before, paragraph].isSubset(of: [.adverb, .time]),
      !run.contains(before)
    {
      before -= 1
    }
    let opening = closed[before, paragraph]
    if run.contains(before) { return !opening.contains(.article) && !paragraph.text(before).hasSuffix("ing") }
    return opening.contains(.subject) && !opening.contains(.relative) || opening.contains(.modal)
      || [Self.who, Self.to, Self.did].contains { $0 == paragraph.hash(before) }
      // "Okoro, the mayor, claims"
      || paragraph.text(before) == "," && run.end < before && paragraph.text(run.end) == ","
  }

  private static let who = CaseFolding.hash("who")
  private static let did = CaseFolding.hash("did")

  /// What "said" cannot take: "the race, which Okoro conceded on Monday", "a flaw the mayor pointed out". But: "which Okoro claimed
  /// was legal", "“It sank,” Okoro claimed", "the boat, Okoro claimed, sank".
  private func hasObjectBefore(
    _ verb: TokenSpan, _ source: TextSpan, _ attribution: Attribution, _ paragraph: AnalyzedParagraph
  ) -> Bool {
    let run = paragraph.layers.tokens.tokens(in: source)
    guard run.start < verb.start else { return false }
    let before = run.start - 1
    let opening = closed[before, paragraph]
    let next = closed[verb.end, paragraph]
    if !opening.isDisjoint(with: [.relative, .wh]) {
      return next.isDisjoint(with: [.be, .auxiliary, .modal, .verb, .relative])
        && !isLinking(opening, verb, attribution, paragraph)
    }
    guard let content = attribution.contents.first, content.start < paragraph.layers.tokens.span(run.start).start,
      before >= paragraph.sentence(at: source.start).start
    else { return false }
    return paragraph.kind(before) == .word && !next.contains(.relative)
      && opening.isDisjoint(with: [.subordinator, .conjunction])
  }

  /// "When Okoro claimed the boat sank", "how Okoro claimed it": no pronoun of an object; and "that" before a clause with its own.
  private func isLinking(
    _ opening: WordClass, _ verb: TokenSpan, _ attribution: Attribution, _ paragraph: AnalyzedParagraph
  ) -> Bool {
    opening.contains(.subordinator)
      || attribution.contents.allSatisfy { $0.start >= paragraph.layers.tokens.span(verb).end }
        && attribution.contents.contains { isClause(verb.end, $0, paragraph) }
  }

  /// "She claims the producer groped her": subject and finite verb, before any mark or relative. "Claimed the prize" is none.
  private func isClause(_ first: Int, _ content: TextSpan, _ paragraph: AnalyzedParagraph) -> Bool {
    let tokens = paragraph.layers.tokens
    guard
      closed.has([.determiner, .possessive, .personPronoun], first, paragraph)
        || paragraph.layers.mentions(beginningIn: first..<first + 1).contains(where: { $0.form == .name })
    else { return false }
    for token in first
      + 1..<max(first + 1, min(tokens.tokens(in: content).end, first + LoadedAttributionVerb.reachOfVerb))
    {
      guard tokens.kinds[token] == .word || tokens.kinds[token] == .possessive || tokens.kinds[token] == .clitic else {
        return false
      }
      // "Claimed a prize he had won"
      if closed.has([.wh, .relative, .subordinator, .personPronoun, .determiner], token, paragraph) { return false }
      if closed.has([.be, .auxiliary, .modal], token, paragraph) {
        return !["be", "being", "been"].contains(paragraph.text(token).lowercased())
      }
      // "Groped her", but not "signed by her".
      if paragraph.text(token).hasSuffix("ed"), !closed.has(.determiner, token - 1, paragraph),
        closed.has([.determiner, .possessive, .object], token + 1, paragraph)
      {
        return true
      }
    }
    return false
  }

  /// Words of a subject.
  private static let reachOfVerb = 8

  private func isRightWord(_ verb: TokenSpan, _ paragraph: AnalyzedParagraph) -> Bool {
    let tokens = paragraph.layers.tokens
    if isNoun(verb, paragraph) { return true }
    for token in [verb.start - 1, verb.end] {
      guard let hash = paragraph.hash(token) else { continue }
      if words[hash] == .deliberate || (token < verb.start && words[hash] == .be) { return true }
    }
    if isUnsaid(verb, paragraph) || isForced(verb, paragraph) { return true }
    if let match = exceptions.longestMatch(tokens.hashes, at: verb.end), let row = match.rows.first,
      places[row] == .after
    {
      return true
    }
    for token in paragraph.sentence(at: tokens.span(verb).start).range {
      if let match = exceptions.longestMatch(tokens.hashes, at: token), let row = match.rows.first,
        places[row] == .sentence
      {
        return true
      }
    }
    return false
  }

  /// "An investigation revealed that": what looked for it found it, and nobody said so.
  private func isFound(_ attribution: Attribution, _ paragraph: AnalyzedParagraph) -> Bool {
    let tokens = paragraph.layers.tokens
    return attribution.sources.contains { source in
      tokens.tokens(in: source).range.contains { token in
        exceptions.rows([tokens.hashes[token]])?.contains { places[$0] == .source } ?? false
      }
    }
  }

  /// "Her claim that", "Kolev's claims that", "Kolev's boldest claim is that", "against claims that".
  private func isNoun(_ verb: TokenSpan, _ paragraph: AnalyzedParagraph) -> Bool {
    if let before = paragraph.hash(verb.start - 1) {
      if words[before] == .definite || words[before] == .own { return true }
      // But "by claiming that".
      let isGerund = verbs.rows(paragraph.layers.tokens.hashes[verb.range])?.first.map {
        verbs.text($0, 0).hasSuffix("ing")
      }
      if isPreposition(before), isGerund == false { return true }
    }
    if paragraph.kind(verb.start - 1) == .possessive { return true }
    return paragraph.hash(verb.end).map { words[$0] == .be } ?? false
      && (verb.start - 3..<verb.start).contains { paragraph.kind($0) == .possessive }
  }

  /// "To" stands before verbs, and is none here.
  private func isPreposition(_ hash: UInt64) -> Bool {
    hash != LoadedAttributionVerb.to && closed[hash].contains(.preposition)
  }

  private static let to = CaseFolding.hash("to")

  /// "Never claimed", "could not admit", "refused to concede", "would be able to claim": with "said" the sentence would tell
  /// something else.
  private func isUnsaid(_ verb: TokenSpan, _ paragraph: AnalyzedParagraph) -> Bool {
    let tokens = paragraph.layers.tokens
    let sentence = paragraph.sentence(at: tokens.span(verb).start)
    var token = verb.start - 1
    while token >= sentence.start, token >= verb.start - LoadedAttributionVerb.reachOfNegation {
      guard tokens.kinds[token] == .word || tokens.kinds[token] == .clitic else { return false }
      switch words[tokens.hashes[token]] {
      case .negation, .refusal: return true
      case .possible where isVerbGroup(token + 1..<verb.start, paragraph): return true
      case .and: return false
      default: token -= 1
      }
    }
    return false
  }

  /// "Be able to" of "would be able to claim": nothing that a subject would be of.
  private func isVerbGroup(_ range: Range<Int>, _ paragraph: AnalyzedParagraph) -> Bool {
    range.allSatisfy { token in
      paragraph.hash(token).map { $0 == LoadedAttributionVerb.to || words[$0] == .possible } ?? false
        || closed.has([.be, .auxiliary, .adverb], token, paragraph) || paragraph.text(token).hasSuffix("ly")
    }
  }

  /// "Forced to admit", "had to concede", "has yet to admit", "must admit": what is told is the force, not the saying.
  private func isForced(_ verb: TokenSpan, _ paragraph: AnalyzedParagraph) -> Bool {
    guard let before = paragraph.hash(verb.start - 1) else { return false }
    if before != Self.to { return before == Self.must }
    return (verb.start - Self.reachOfNegation..<verb.start - 1).contains { token in
      guard let hash = paragraph.hash(token) else { return false }
      return words[hash] == .forced || token == verb.start - 2 && words[hash] == .perfect
    }
  }

  private static let must = CaseFolding.hash("must")

  /// Words between a negation and its verb: "could not bring herself to admit".
  private static let reachOfNegation = 5

  func corrections(of finding: Finding, in analysis: Analysis) -> [Correction] {
    guard let passage = Passage(finding, in: analysis),
      let match = verbs.longestMatch(passage.layers.tokens.hashes, at: passage.tokens.start, limit: passage.tokens.end),
      let row = match.rows.first
    else { return [] }
    let neutral = passage.cased(verbs.text(row, 0), like: passage.span)
    return [Correction("Change to “\(neutral)”", [passage.replace(passage.span, with: neutral)], isPreferred: true)]
  }

  var manual: Manual {
    Manual(
      finds: "A verb of saying that judges the speaker or what is said.",
      why: """
        “Claimed” casts doubt, “admitted” suggests guilt, “revealed” and “pointed out” presume that it is true. “Said” \
        does none of this and may be used without limit.
        """,
      instead: "“Said”. Keep the other verb where it is the fact: a plea in court, a claim of responsibility.",
      standards: ["AP Stylebook", "Reuters Handbook of Journalism"],
      fires: [
        .init(
          "Okoro «claimed» that the chart was wrong.", fixed: "Okoro said that the chart was wrong."),
        .init("“I never saw it,” Ruiz «admitted».", fixed: "“I never saw it,” Ruiz said."),
        .init(
          "The mayor «pointed out» that rents had doubled.", fixed: "The mayor said that rents had doubled."),
        "Ruiz «insists» that the tunnel is dry.",
        "Ruiz «insisted» that he never saw the boat.",
        .init("Ruiz «insisted» her crew had seen it.", fixed: "Ruiz said her crew had seen it."),
        .init(
          "Ruiz surprised the council by «claiming» that the tunnel was dry.",
          fixed: "Ruiz surprised the council by saying that the tunnel was dry."),
      ],
      silent: [
        "Ruiz insisted that Kolev resign.",
        "Ruiz insisted that the boats be sold.",
        "Ruiz insisted on Monday that the bridge close.",
        "Ruiz insisted that the mayor pay for the boat.",
        "An investigation revealed that the boat leaked.",
        "A rebel group claimed responsibility for the blast.",
        "Okoro admitted in court that he had moved the buoy.",
        "The patient was admitted to hospital on Monday.",
        "The storm claimed three lives.",
        "Okoro claimed the prize in March.",
        "X-ray images revealed that the bone was broken.",
        "Ruiz falsely claimed that the tunnel was dry.",
        "Ruiz repeated Kolev's claims that the tunnel was dry.",
        "The mayor spoke against claims by Kolev that the tunnel was dry.",
        "Kolev's boldest claim is that the tunnel was dry.",
        "Ruiz grudgingly admitted that the tunnel was wet.",
        "Ruiz never claimed that the tunnel was dry.",
        "Ruiz was unwilling to admit that the tunnel was wet.",
        "The mayor would then be able to claim that the tunnel was dry.",
        "The suit claims that the tunnel was wet.",
        "In testimony, Ruiz admitted that the tunnel was wet.",
        "Ruiz does not claim that the tunnel is dry.",
        "The mayor refused to admit that the tunnel was wet.",
        "The mayor could not bring herself to admit that the tunnel was wet.",
        "“He claimed that it was dry,” Okoro said.",
        "Ruiz said that the tunnel was dry.",
        "The council is studying claims that the tunnel was dry.",
        "“It leaks,” Ruiz said, repeating a false claim that Kolev was asleep.",
        "The vote, which Ruiz conceded on Monday, was close.",
        "It was a leak that Ruiz pointed out to the council.",
        "Ruiz insisted that any deal include the pier.",
        "Ruiz insisted that the crews leave.",
        "Ruiz was forced to admit that the tunnel was wet.",
        "Ruiz had to concede that the tunnel was wet.",
      ])
  }
}
