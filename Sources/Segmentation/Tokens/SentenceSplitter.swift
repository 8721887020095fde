package import DocumentModel
package import Lexicons
import TextCore

/// Finds where sentences end in tokenized news prose. One pass; a sentence ends at . ! ? or an ellipsis (with the closing
/// marks after it) when what follows can open a sentence. Abbreviations keep their dot in the tokenizer; after one, only a
/// word that is no name ("The", "But") opens a sentence.
package struct SentenceSplitter: Sendable {
  private let abbreviations: Lexicon
  private let starters: Lexicon
  /// Verbs that tie a question or exclamation in quotation marks to its speaker: "“Why?” Ms. Diaz asked."
  private let speechVerbs: Set<UInt64>

  package init(_ language: Language) {
    abbreviations = language.lexicon("abbreviations")
    starters = language.lexicon("sentence-starters")
    speechVerbs = Set(
      ["said", "says", "asked", "asks", "told", "added", "replied", "wrote", "shouted", "cried"].map(CaseFolding.hash))
  }

  /// The sentences in order; together they cover every token.
  package func sentences(in tokens: TokenBuffer, bytes: [UInt8]) -> [Sentence] {
    var sentences: [Sentence] = []
    var start = 0
    var index = 0
    while index < tokens.count {
      let next = end(at: index, tokens, bytes)
      if let next {
        close(start, next, tokens, &sentences)
        start = next
        index = next
      } else {
        index += 1
      }
    }
    close(start, tokens.count, tokens, &sentences)
    return sentences
  }

  private func close(_ start: Int, _ end: Int, _ tokens: TokenBuffer, _ sentences: inout [Sentence]) {
    guard end > start else { return }
    let run = TokenSpan(start, end)
    sentences.append(Sentence(tokens: run, span: tokens.span(run)))
  }

  /// If a sentence ends at the token, the first token of the next sentence.
  private func end(at index: Int, _ tokens: TokenBuffer, _ bytes: [UInt8]) -> Int? {
    let last = bytes[Int(tokens.ends[index]) - 1]
    switch tokens.kinds[index] {
    case .punctuation:
      let first = bytes[Int(tokens.starts[index])]
      let isEllipsis = isEllipsisMark(index, tokens, bytes)
      guard first == 0x2E || first == 0x21 || first == 0x3F || isEllipsis else { return nil }
      let isAsking = first == 0x21 || first == 0x3F
      let closers = afterClosers(index + 1, tokens, bytes)
      let isQuoted = closers.isQuoted
      let next = first == 0x2E ? afterNotes(closers.next, tokens, bytes) : closers.next
      guard next < tokens.count else { return next }
      guard tokens.hasSpaceBefore(next) || isQuoted else { return nil }
      if isAsking || isEllipsis, next < tokens.count,
        bytes[Int(tokens.starts[next])] == 0x21 || bytes[Int(tokens.starts[next])] == 0x3F
      {
        return nil
      }
      if isQuoted, isAsking, hasSpeechVerb(next, tokens) { return nil }
      return opens(next, tokens, bytes) ? next : nil
    case .word where last == 0x2E:
      let (next, isQuoted) = afterClosers(index + 1, tokens, bytes)
      guard next < tokens.count else { return next }
      // A closing mark after the abbreviation ends the sentence as a full stop would.
      if isQuoted, next > index + 1, opens(next, tokens, bytes) { return next }
      guard mayEnd(index, tokens), tokens.shapes[next].isCapitalized || isOpener(next, tokens, bytes) else {
        return nil
      }
      let word = isOpener(next, tokens, bytes) ? min(next + 1, tokens.count - 1) : next
      return starters.contains(tokens.hashes[word]) && tokens.shapes[word].isCapitalized ? next : nil
    default:
      return nil
    }
  }

  private func isEllipsisMark(_ index: Int, _ tokens: TokenBuffer, _ bytes: [UInt8]) -> Bool {
    let start = Int(tokens.starts[index])
    return start + 3 == Int(tokens.ends[index]) && bytes[start] == 0xE2 && bytes[start + 1] == 0x80
      && bytes[start + 2] == 0xA6
  }

  /// Whether an abbreviation may stand last in a sentence: acronyms with dots and those of class 1, but not an initial.
  private func mayEnd(_ index: Int, _ tokens: TokenBuffer) -> Bool {
    if let row = abbreviations.row(tokens.hashes[index]) { return abbreviations.integer(row, 0) == 1 }
    return tokens.ends[index] - tokens.starts[index] > 2
  }

  /// Skips closing quotation marks and brackets that are glued to what precedes them.
  private func afterClosers(_ index: Int, _ tokens: TokenBuffer, _ bytes: [UInt8]) -> (next: Int, isQuoted: Bool) {
    var next = index
    var isQuoted = false
    while next < tokens.count, !tokens.hasSpaceBefore(next) {
      switch tokens.kinds[next] {
      case .doubleQuote, .singleQuote, .possessive:
        isQuoted = true
        next += 1
      case .punctuation:
        let byte = bytes[Int(tokens.starts[next])]
        guard byte == 0x29 || byte == 0x5D else { return (next, isQuoted) }
        next += 1
      default:
        return (next, isQuoted)
      }
    }
    return (next, isQuoted)
  }

  /// Skips marks of notes that are glued to a full stop and end there: "in March.² He", "in March.2 He" from a raised figure.
  private func afterNotes(_ index: Int, _ tokens: TokenBuffer, _ bytes: [UInt8]) -> Int {
    var next = index
    while tokens.isNoteMark(next, in: bytes) { next += 1 }
    return next >= tokens.count || tokens.hasSpaceBefore(next) ? next : index
  }

  private func isOpener(_ index: Int, _ tokens: TokenBuffer, _ bytes: [UInt8]) -> Bool {
    switch tokens.kinds[index] {
    case .doubleQuote, .singleQuote: true
    case .punctuation: bytes[Int(tokens.starts[index])] == 0x28 || bytes[Int(tokens.starts[index])] == 0x5B
    default: false
    }
  }

  /// Whether a token can open a sentence.
  private func opens(_ index: Int, _ tokens: TokenBuffer, _ bytes: [UInt8]) -> Bool {
    switch tokens.kinds[index] {
    case .word: tokens.shapes[index].isCapitalized || tokens.shapes[index] == .none || isCaseless(index, tokens, bytes)
    case .number, .doubleQuote, .singleQuote, .placeholder, .handle, .hashtag, .url: true
    case .symbol: true
    case .punctuation:
      // A bracket, a dash or a bullet, but no comma and no second full stop.
      switch bytes[Int(tokens.starts[index])] {
      case 0x28, 0x5B, 0x2D, 0xE2: true
      default: false
      }
    case .clitic, .possessive, .email: false
    }
  }

  private func isCaseless(_ index: Int, _ tokens: TokenBuffer, _ bytes: [UInt8]) -> Bool {
    bytes[Int(tokens.starts[index])] >= 0xE0
  }

  private func hasSpeechVerb(_ index: Int, _ tokens: TokenBuffer) -> Bool {
    for token in index..<min(index + 5, tokens.count) where speechVerbs.contains(tokens.hashes[token]) { return true }
    return false
  }
}
