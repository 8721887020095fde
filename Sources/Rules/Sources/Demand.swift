import DocumentModel
import Lexicons
import TextCore

/// Tells a demand from a statement after a verb that takes both: "insisted that he resign", "insisted that the boats be sold"
/// against "insisted that he resigned". English marks it by the bare form of the verb alone.
struct Demand {
  let words: RuleWords
  let closed: WordClasses

  /// Tokens after the verb in which its clause's own verb is looked for.
  private static let reach = 8

  /// Tokens between the verb and "that": a day, an addressee.
  private static let reachOfThat = 5

  func follows(_ verb: TokenSpan, in paragraph: AnalyzedParagraph) -> Bool {
    let tokens = paragraph.layers.tokens
    let end = paragraph.sentence(at: tokens.span(verb).start).end
    // "Insisted on Monday that he resign"
    let that = (verb.end..<min(verb.end + Demand.reachOfThat, max(verb.end, end))).first { token in
      paragraph.hash(token).map { words[$0] == .that } ?? false
    }
    let start = that.map { $0 + 1 } ?? verb.end
    guard start < end else { return false }
    let isPast = paragraph.text(verb.start).hasSuffix("ed")
    return isSubjunctive(TokenSpan(start, min(start + Demand.reach, end)), paragraph)
      || subjectEnds(start, isPast, paragraph).contains { isBare(TokenSpan($0, end), paragraph) }
  }

  /// "The boats be sold": "be" with no auxiliary and no "to" before it.
  private func isSubjunctive(_ run: TokenSpan, _ paragraph: AnalyzedParagraph) -> Bool {
    for token in run.range {
      guard let hash = paragraph.hash(token) else { return false }
      if hash == Demand.be { return true }
      if hash == Demand.to || closed.has([.auxiliary, .modal], token, paragraph) {
        return false
      }
    }
    return false
  }

  private static let be = CaseFolding.hash("be")
  private static let not = CaseFolding.hash("not")
  private static let to = CaseFolding.hash("to")

  /// Those whose verbs have another form than the bare one; "they insist that they go" tells nothing.
  private static let pronouns = [
    "he", "she", "it", "nobody", "anybody", "everybody", "somebody", "anyone", "everyone", "someone",
  ].map { CaseFolding.hash($0) }

  /// Determiners of one thing: "any package", "every vote".
  private static let singular = ["any", "every", "each", "another", "this", "that", "no", "either", "neither"].map {
    CaseFolding.hash($0)
  }

  /// Where a subject of one person or thing may end: "he", "Radek Kolev", "the mayor", "any peace deal". After a past verb, of
  /// which a statement would be past as well, those of many tell too: "insisted that workers get", "insisted they leave".
  private func subjectEnds(_ start: Int, _ isPast: Bool, _ paragraph: AnalyzedParagraph) -> [Int] {
    if let name = paragraph.layers.mentions(beginningIn: start..<start + 1).first(where: { $0.form != .pronoun }) {
      return [name.tokens.end]
    }
    guard let hash = paragraph.hash(start) else { return [] }
    if Demand.pronouns.contains(hash) || isPast && closed.has(.personPronoun, start, paragraph) { return [start + 1] }
    let isOpened =
      closed.has([.article, .possessive], start, paragraph) || Demand.singular.contains(hash)
    if isOpened, paragraph.kind(start + 1) == .word {
      // Of more nouns than one the last is told by a frequent verb alone: "the new deal include", not "the tunnel roof was".
      return [start + 2]
        + [start + 3].filter { paragraph.kind(start + 2) == .word && closed.has(.verb, $0, paragraph) }
    }
    let isMany = isPast && paragraph.kind(start) == .word && !closed.contains(hash)
    return isMany && paragraph.text(start).hasSuffix("s") ? [start + 1] : []
  }

  /// Whether a clause's rest begins with a bare verb: "resign", "not resign", "pay". Nothing later in the clause may be its verb
  /// instead: "the tunnel roof was".
  private func isBare(_ rest: TokenSpan, _ paragraph: AnalyzedParagraph) -> Bool {
    guard let first = rest.range.first else { return false }
    // "That he not resign"; "that he never resigned" tells.
    if paragraph.hash(first) == Demand.not { return true }
    let tokens = paragraph.layers.tokens
    guard tokens.kinds[first] == .word, tokens.shapes[first] == .lower, hasBareForm(first, paragraph) else {
      return false
    }
    for token in first + 1..<max(first + 1, min(first + 1 + Demand.reach, rest.end)) {
      // "That the code reflect that terrorism is wrong": another clause has a verb of its own.
      if tokens.kinds[token] == .punctuation
        || closed.has([.conjunction, .relative, .subordinator, .wh], token, paragraph)
      {
        return true
      }
      if closed.has(.auxiliary, token, paragraph) { return false }
    }
    return true
  }

  /// By its letters: neither "resigned" nor "resigns" nor "wisely". Of the verbs of closed classes those count that have a form in
  /// "s": "take" beside "takes", and not "took".
  private func hasBareForm(_ token: Int, _ paragraph: AnalyzedParagraph) -> Bool {
    let text = paragraph.text(token)
    if closed.has(.verb, token, paragraph) {
      return ["s", "es"].contains { closed.contains(CaseFolding.hash(text + $0)) }
    }
    guard let hash = paragraph.hash(token), !closed.contains(hash) else { return false }
    return !["s", "ed", "ly", "ing"].contains { text.hasSuffix($0) }
  }
}
