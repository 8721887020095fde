import DocumentModel
import DraftAnalysis
import Lexicons
import TextCore

/// Where the missing mark of a quotation goes, where the words tell it: after the comma before "Okoro said", at the end of a
/// sentence that is quoted as a whole. Nil where it could be anywhere.
struct QuotationRepair {
  private let passage: Passage
  private let verbs: Lexicon
  private let closed: WordClasses

  init(_ passage: Passage, _ closed: WordClasses) {
    self.passage = passage
    self.closed = closed
    verbs = passage.analysis.language.lexicon("reporting-verbs")
  }

  private var paragraph: AnalyzedParagraph { passage.analyzed }
  private var tokens: TokenBuffer { passage.layers.tokens }

  /// The prose offset after which a quotation closes that opens at a token and ends, unclosed, before another.
  func close(of opening: Int, before end: Int) -> Int? {
    guard tokens.indices.contains(opening) else { return nil }
    let sentence = paragraph.sentence(at: tokens.span(opening).start)
    guard opening + 1 < sentence.end, sentence.end <= end else { return nil }
    if let comma = (opening + 1..<sentence.end).first(where: {
      isComma($0) && isSpeaking(after: singleMark(after: $0), in: asked($0, sentence))
    }) {
      let mark = singleMark(after: comma)
      // “He said ‘no,’ Okoro said: the single marks are a pair within.
      return tokens.span(mark > comma && !isAlone(mark, sentence) ? mark : comma).end
    }
    // A part of the writer's own sentence may end at any word; and where more sentences follow, the speech may go on.
    let before = opening - 1
    guard before < sentence.start || paragraph.kind(before) == .punctuation, sentence.end >= end,
      !sentence.range.contains(where: { $0 > opening && (isSpeech($0) || isAccording($0)) })
    else { return nil }
    return tokens.span(sentence.end - 1).end
  }

  /// The sentence that a mark stands in, with the next one where that goes on with its speaker: "Why?" and "he asked."
  private func asked(_ mark: Int, _ sentence: TokenSpan) -> TokenSpan {
    guard mark == sentence.end - 1, isAsking(mark), tokens.indices.contains(sentence.end) else { return sentence }
    return TokenSpan(sentence.start, paragraph.sentence(at: tokens.span(sentence.end).start).end)
  }

  /// Whether a place is within a quotation of single marks that is open itself: “He said ‘no and left. Nothing tells where the two end.
  func isWithinInner(_ place: Int, of opening: Int) -> Bool {
    let last = tokens.firstToken(endingAfter: max(0, place - 1))
    guard opening < last else { return false }
    return (opening...last).count { paragraph.kind($0) == .singleQuote } % 2 == 1
  }

  /// The single mark that hugs a comma from behind; else the comma.
  private func singleMark(after comma: Int) -> Int {
    tokens.indices.contains(comma + 1) && !tokens.hasSpaceBefore(comma + 1) && isSingle(comma + 1) ? comma + 1 : comma
  }

  /// A mark at a place where a quotation closes that stands there for the closing one: the single mark of “It is over', Okoro
  /// said” and the comma of “Who knew?, Okoro said”.
  func wrongMark(beside place: Int) -> TextSpan? {
    let stop = tokens.firstToken(endingAfter: max(0, place - 1))
    let sentence = paragraph.sentence(at: max(0, place - 1))
    guard tokens.indices.contains(stop) else { return nil }
    if isComma(stop) || paragraph.text(stop) == "." {
      if isAsking(stop - 1), !tokens.hasSpaceBefore(stop), paragraph.text(stop) != "?" { return tokens.span(stop) }
      let mark = stop - 1
      if sentence.contains(mark), isSingle(mark), isAlone(mark, sentence), !tokens.hasSpaceBefore(stop) {
        return tokens.span(mark)
      }
    }
    return nil
  }

  /// The single mark that closes what a double one opened: after a stop, “Is it over?' Okoro asked; or after a word of one
  /// sentence, a "bank' on Monday. No apostrophe stands there, but after an "s".
  func wrongClosing(of opening: Int, before end: Int) -> TextSpan? {
    guard tokens.indices.contains(opening) else { return nil }
    let sentence = paragraph.sentence(at: tokens.span(opening).start)
    let run = TokenSpan(opening + 1, max(opening + 1, end))
    return run.range.first { token in
      guard isSingle(token), !tokens.hasSpaceBefore(token), isAlone(token, run) else { return false }
      if isComma(token - 1) || paragraph.text(token - 1) == "." { return true }
      return sentence.contains(token) && paragraph.kind(token - 1) == .word && !paragraph.text(token - 1).hasSuffix("s")
        && paragraph.text(token) != "‘" && (!tokens.indices.contains(token + 1) || tokens.hasSpaceBefore(token + 1))
    }.map { tokens.span($0) }
  }

  /// The single mark that a quotation opens with which a double one closes: 'It is over,” Okoro said.
  func wrongOpening(of closing: Int) -> TextSpan? {
    guard tokens.indices.contains(closing) else { return nil }
    let sentence = paragraph.sentence(at: tokens.span(closing).start)
    guard isSingle(sentence.start), sentence.start < closing, paragraph.kind(sentence.start + 1) == .word,
      isAlone(sentence.start, sentence)
    else { return nil }
    return tokens.span(sentence.start)
  }

  private func isAsking(_ token: Int) -> Bool {
    paragraph.kind(token) == .punctuation && ["?", "!"].contains(paragraph.text(token))
  }

  private func isSingle(_ token: Int) -> Bool {
    guard let kind = paragraph.kind(token), kind == .singleQuote || kind == .possessive else { return false }
    return ["'", "’", "‘"].contains(paragraph.text(token))
  }

  /// Whether no other single mark of a run is left for this one to belong to: those before it are pairs, and those after it.
  private func isAlone(_ mark: Int, _ run: TokenSpan) -> Bool {
    let singles = run.range.filter { $0 != mark && paragraph.kind($0) == .singleQuote }
    let before = singles.count { $0 < mark }
    return before % 2 == 0 && (singles.count - before) % 2 == 0
  }

  /// The prose offset at which a quotation opens that a lone mark closes: its sentence, if all of it before the mark reads as
  /// quoted. "We were not told,” Okoro said."
  func opening(of closing: Int) -> Int? {
    guard tokens.indices.contains(closing), closing > 0 else { return nil }
    let own = paragraph.sentence(at: tokens.span(closing).start)
    // Why?" he asked: the mark may stand at the head of the next sentence.
    let sentence = own.start == closing ? paragraph.sentence(at: tokens.span(closing - 1).start) : own
    guard closing - 2 >= sentence.start, paragraph.kind(closing - 1) == .punctuation,
      tokens.shapes[sentence.start].isCapitalized, tokens.kinds[sentence.start] == .word,
      !(sentence.start..<closing).contains(where: { isSpeech($0) || tokens.kinds[$0] == .doubleQuote && !isInches($0) })
    else { return nil }
    let isSpoken = isSpeaking(after: closing, in: own)
    let isWhole = sentence.start == 0 && closing + 1 >= own.end
    return isSpoken || isWhole ? tokens.span(sentence.start).start : nil
  }

  /// 12": a mark that hugs a figure.
  private func isInches(_ token: Int) -> Bool {
    token > 0 && tokens.kinds[token - 1] == .number && !tokens.hasSpaceBefore(token)
  }

  /// Whether a mark is followed by who speaks and that he does, or the other way round: ", Okoro said.", ", said mayor Ada Ruiz",
  /// ", Okoro, who owns a boat, told reporters on Monday", ", according to Okoro".
  private func isSpeaking(after mark: Int, in sentence: TokenSpan) -> Bool {
    let first = mark + 1
    guard first < sentence.end else { return false }
    if isAccording(first) { return true }
    if isSpeech(first) { return first + 1 < sentence.end && opensSpeaker(first + 1) }
    guard let cue = (first + 1..<sentence.end).first(where: { isSpeech($0) && isEnd(afterAddressee($0), sentence) }),
      isName(first) || isName(cue - 1)
        || closed.has([.article, .personPronoun, .possessive], first, paragraph)
    else { return false }
    // Nothing parts the speaker from the verb but words about him, set off on both sides.
    let commas = (first..<cue).filter { isComma($0) }
    return commas.isEmpty ? cue - first <= QuotationRepair.longestSpeaker : commas.count > 1 && commas.last == cue - 1
  }

  private func isAccording(_ token: Int) -> Bool {
    paragraph.hash(token) == QuotationRepair.according && paragraph.hash(token + 1) == QuotationRepair.to
  }

  private static let according = CaseFolding.hash("according")
  private static let to = CaseFolding.hash("to")

  /// "Okoro", "the mayor", "mayor Ada Ruiz", "police chief Ann Lee".
  private func opensSpeaker(_ token: Int) -> Bool {
    if closed.has([.article, .possessive], token, paragraph) { return true }
    let name = (token..<token + QuotationRepair.longestOffice).first { paragraph.kind($0) != .word || isName($0) }
    return name.map { isName($0) } ?? false
  }

  /// Tokens of an office without article, and the name's first: "deputy police chief Ann".
  private static let longestOffice = 4

  /// The token after whom one tells: "reporters" of "told reporters", "a crowd", "the BBC".
  private func afterAddressee(_ cue: Int) -> Int {
    guard isSpeech(cue, ["tell"]) else { return cue + 1 }
    var token = cue + 1
    if closed.has([.article, .possessive], token, paragraph) { token += 1 }
    if !isName(token) { return paragraph.kind(token) == .word ? token + 1 : token }
    while isName(token), token <= cue + QuotationRepair.longestOffice { token += 1 }
    return token
  }

  /// Tokens of a speaker: "the head of the harbour board".
  private static let longestSpeaker = 8

  /// Whether the attribution is over, or goes on with when and where: what follows "said" is not what is said.
  private func isEnd(_ token: Int, _ sentence: TokenSpan) -> Bool {
    guard token < sentence.end else { return true }
    return tokens.kinds[token] == .punctuation || closed.has([.preposition, .weekday, .time], token, paragraph)
  }

  /// A verb that quotes, in a form that stands beside its speaker: "said", "asks".
  private func isSpeech(_ token: Int, _ lemmas: [String]? = nil) -> Bool {
    guard let rows = paragraph.hash(token).flatMap({ verbs.rows($0) }), tokens.shapes[token] == .lower else {
      return false
    }
    // "We were told"
    let isPassive = closed.has([.be, .negation], token - 1, paragraph)
    return rows.contains { row in
      guard (1...2).contains(verbs.integer(row, 3)) else { return false }
      let lemma = verbs.text(row, 0)
      if let lemmas { return lemmas.contains(lemma) }
      return ["ask", "tell"].contains(lemma) && !isPassive || verbs.text(row, 2).split(separator: "|").contains("quote")
    }
  }

  private func isName(_ token: Int) -> Bool {
    paragraph.kind(token) == .word && tokens.shapes[token].isCapitalized
  }

  private func isComma(_ token: Int) -> Bool {
    paragraph.kind(token) == .punctuation && [",", "?", "!"].contains(paragraph.text(token))
  }
}
