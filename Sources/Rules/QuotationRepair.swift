import DocumentModel
import DraftAnalysis
import Lexicons
import TextCore

/// Where the missing mark of a quotation goes, where the words tell it: after the comma before "Okoro said", at the end of a
/// sentence that is quoted as a whole. Nil where it could be anywhere.
struct QuotationRepair {
  private let passage: Passage
  private let verbs: Lexicon
  private let closed: ClosedClasses

  init(_ passage: Passage, _ closed: ClosedClasses) {
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
      isComma($0) && isSpeaking(after: singleMark(after: $0), in: sentence)
    }) {
      let mark = singleMark(after: comma)
      // “He said ‘no,’ Okoro said: the single marks are a pair within.
      return tokens.span(mark > comma && !isAlone(mark, sentence) ? mark : comma).end
    }
    // A part of the writer's own sentence may end at any word.
    let before = opening - 1
    guard before < sentence.start || paragraph.kind(before) == .punctuation,
      !sentence.range.contains(where: { $0 > opening && isSpeech($0) && isEnd($0 + 1, sentence) }),
      !isSpokenLater(after: sentence, before: end)
    else { return nil }
    return tokens.span(sentence.end - 1).end
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

  /// The single mark after a stop that closes what a double one opened: “Is it over?' Okoro asked. No apostrophe stands there.
  func wrongClosing(of opening: Int, before end: Int) -> TextSpan? {
    guard tokens.indices.contains(opening) else { return nil }
    let sentence = paragraph.sentence(at: tokens.span(opening).start)
    guard opening + 1 < min(end, sentence.end) else { return nil }
    return (opening + 1..<min(end, sentence.end)).first { token in
      isSingle(token) && !tokens.hasSpaceBefore(token) && (isComma(token - 1) || paragraph.text(token - 1) == ".")
        && isAlone(token, sentence)
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

  /// Whether a sentence has no other single mark, to which this one could belong.
  private func isAlone(_ mark: Int, _ sentence: TokenSpan) -> Bool {
    !sentence.range.contains { $0 != mark && paragraph.kind($0) == .singleQuote }
  }

  /// The prose offset at which a quotation opens that a lone mark closes: its sentence, if all of it before the mark reads as
  /// quoted. "We were not told,” Okoro said."
  func opening(of closing: Int) -> Int? {
    guard tokens.indices.contains(closing) else { return nil }
    let sentence = paragraph.sentence(at: tokens.span(closing).start)
    guard closing - 2 >= sentence.start, paragraph.kind(closing - 1) == .punctuation,
      tokens.shapes[sentence.start].isCapitalized, tokens.kinds[sentence.start] == .word,
      !(sentence.start..<closing).contains(where: { isSpeech($0) || tokens.kinds[$0] == .doubleQuote })
    else { return nil }
    let isSpoken = isSpeaking(after: closing, in: sentence)
    let isWhole = sentence.start == 0 && closing + 1 >= sentence.end
    return isSpoken || isWhole ? tokens.span(sentence.start).start : nil
  }

  /// Whether a later sentence of the open quotation names its speaker: then it closes there or nowhere that can be told.
  private func isSpokenLater(after sentence: TokenSpan, before end: Int) -> Bool {
    passage.layers.sentences.contains { later in
      later.tokens.start >= sentence.end && later.tokens.start < end
        && later.tokens.range.contains { isComma($0) && isSpeaking(after: $0, in: later.tokens) }
    }
  }

  /// Whether a mark is followed by who speaks and that he does, or the other way round: ", Okoro said.", ", said the mayor",
  /// ", Okoro, who owns a boat, said on Monday".
  private func isSpeaking(after mark: Int, in sentence: TokenSpan) -> Bool {
    let first = mark + 1
    guard first < sentence.end else { return false }
    if isSpeech(first) {
      return first + 1 < sentence.end && (isName(first + 1) || closed.has(.article, first + 1, paragraph))
    }
    guard isName(first) || closed.has([.article, .personPronoun, .possessive], first, paragraph) else { return false }
    guard let cue = (first + 1..<sentence.end).first(where: { isSpeech($0) && isEnd($0 + 1, sentence) }) else {
      return false
    }
    // Nothing parts the speaker from the verb but words about him, set off on both sides.
    let commas = (first..<cue).filter { isComma($0) }
    return commas.isEmpty ? cue - first <= QuotationRepair.longestSpeaker : commas.count > 1 && commas.last == cue - 1
  }

  /// Tokens of a speaker: "the head of the harbour board".
  private static let longestSpeaker = 8

  /// Whether the attribution is over, or goes on with when and where: what follows "said" is not what is said.
  private func isEnd(_ token: Int, _ sentence: TokenSpan) -> Bool {
    guard token < sentence.end else { return true }
    return tokens.kinds[token] == .punctuation || closed.has([.preposition, .weekday, .time], token, paragraph)
  }

  /// A verb that quotes, in a form that stands beside its speaker: "said", "asks".
  private func isSpeech(_ token: Int) -> Bool {
    guard let rows = paragraph.hash(token).flatMap({ verbs.rows($0) }), tokens.shapes[token] == .lower else {
      return false
    }
    return rows.contains { row in
      verbs.text(row, 2).split(separator: "|").contains("quote") && (1...2).contains(verbs.integer(row, 3))
    }
  }

  private func isName(_ token: Int) -> Bool {
    paragraph.kind(token) == .word && tokens.shapes[token].isCapitalized
  }

  private func isComma(_ token: Int) -> Bool {
    paragraph.kind(token) == .punctuation && [",", "?", "!"].contains(paragraph.text(token))
  }
}
