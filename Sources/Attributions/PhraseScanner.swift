import DocumentModel
import Lexicons
import TextCore

/// Tells where noun phrases, adverbials and clauses begin and end in one paragraph, by closed-class words, shapes and
/// endings alone: nothing has been tagged. Every walk is bounded, so a paragraph costs time in proportion to its length.
struct PhraseScanner {
  let tokens: TokenBuffer
  let bytes: [UInt8]
  /// Parallel to the tokens.
  let classes: [WordClass]

  /// Tokens that a walk looks at before it gives up.
  static let reach = 40

  init(_ tokens: TokenBuffer, _ bytes: [UInt8], _ words: WordClasses) {
    self.tokens = tokens
    self.bytes = bytes
    classes = tokens.indices.map { tokens.kinds[$0] == .punctuation ? [] : words[tokens.hashes[$0]] }
  }

  // MARK: - Single tokens

  func has(_ token: Int, _ any: WordClass) -> Bool {
    classes.indices.contains(token) && !classes[token].isDisjoint(with: any)
  }

  func kind(_ token: Int) -> TokenKind? { tokens.kinds.indices.contains(token) ? tokens.kinds[token] : nil }

  /// Whether the token is that one ASCII mark.
  func isMark(_ token: Int, _ mark: Unicode.Scalar) -> Bool {
    kind(token) == .punctuation && tokens.isMark(token, UInt8(truncatingIfNeeded: mark.value), in: bytes)
  }

  func isComma(_ token: Int) -> Bool { isMark(token, ",") }
  func isQuote(_ token: Int) -> Bool { kind(token) == .doubleQuote || kind(token) == .singleQuote }

  /// A dash that parts clauses: – — or a hyphen with spaces around it.
  func isDash(_ token: Int) -> Bool {
    guard kind(token) == .punctuation else { return false }
    let start = Int(tokens.starts[token])
    guard bytes.indices.contains(start) else { return false }
    if bytes[start] == UInt8(ascii: "-") { return tokens.hasSpaceBefore(token) || Int(tokens.ends[token]) - start > 1 }
    return bytes[start] == 0xE2 && start + 2 < bytes.count && bytes[start + 1] == 0x80
      && (0x93...0x95).contains(bytes[start + 2])
  }

  /// . ! ? and the ellipsis.
  func isStop(_ token: Int) -> Bool {
    guard kind(token) == .punctuation else { return false }
    let start = Int(tokens.starts[token])
    guard bytes.indices.contains(start) else { return false }
    switch bytes[start] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
    default: return bytes[start] == 0xE2 && start + 2 < bytes.count && bytes[start + 2] == 0xA6
    }
  }

  func isCapitalized(_ token: Int) -> Bool {
    tokens.shapes.indices.contains(token) && kind(token) == .word && tokens.shapes[token].isCapitalized
  }

  /// Whether the word's letters end so; `ending` is ASCII in lower case, and the word must be two letters longer.
  func ends(_ token: Int, _ ending: StaticString) -> Bool {
    guard kind(token) == .word else { return false }
    let count = ending.utf8CodeUnitCount
    let end = Int(tokens.ends[token])
    guard end - Int(tokens.starts[token]) >= count + 2, end <= bytes.count else { return false }
    for offset in 0..<count where bytes[end - count + offset] | 0x20 != ending.utf8Start[offset] { return false }
    return true
  }

  func isAdverb(_ token: Int) -> Bool {
    has(token, [.adverb, .negation]) || (ends(token, "ly") && !isCapitalized(token))
  }

  func isPlural(_ token: Int) -> Bool { ends(token, "s") && !ends(token, "ss") && !ends(token, "us") }

  /// A word of an open class, or a name: what a noun phrase is made of.
  func isContentWord(_ token: Int) -> Bool {
    guard let kind = kind(token) else { return false }
    switch kind {
    case .word:
      return isCapitalized(token) && !has(token, [.subject, .subordinator, .conjunction])
        || classes[token].subtracting([.calendar, .time, .addressee, .stopNoun]).isEmpty
    case .number, .symbol, .handle, .hashtag, .placeholder, .possessive: return true
    default: return false
    }
  }

  /// Whether a lower-case word looks like a finite verb: what a subject cannot contain.
  func looksLikeVerb(_ token: Int) -> Bool {
    if isCapitalized(token) { return false }
    return has(token, [.verb, .auxiliary]) || (ends(token, "ed") && !has(token - 1, .determiner))
      || kind(token) == .clitic
  }

  // MARK: - Noun phrases

  /// The noun phrase whose last token is `last`; nil if none ends there. Prepositional attributes that join two nouns are
  /// taken along ("a spokesman for the ministry"), and so are names joined by "and".
  func nounPhrase(endingAt last: Int, from limit: Int) -> TokenSpan? {
    guard last >= limit, tokens.indices.contains(last) else { return nil }
    if has(last, [.subject, .pronoun]), !isCapitalized(last) || has(last, .personPronoun) || last == limit {
      if has(last, .determiner), let grown = grown(to: last, from: limit) { return grown }
      return TokenSpan(last, last + 1)
    }
    if has(last, .determiner), !has(last, .article) { return TokenSpan(quantified(last, from: limit), last + 1) }
    guard isContentWord(last), !isAdverb(last) || isCapitalized(last), kind(last) != .possessive else { return nil }
    if looksLikeVerb(last) { return nil }
    guard let span = grown(to: last + 1, from: limit) else { return nil }
    return span
  }

  /// "some of the voters" is one phrase; a lone "some" too.
  private func quantified(_ token: Int, from limit: Int) -> Int {
    has(token - 1, [.article, .determiner, .possessive]) && token - 1 >= limit ? token - 1 : token
  }

  private func grown(to end: Int, from limit: Int) -> TokenSpan? {
    var start = end
    var index = end - 1
    let floor = max(limit, end - PhraseScanner.reach)
    while index >= floor {
      if isContentWord(index), !looksLikeVerb(index) || has(index - 1, .determiner) {
        if isAdverb(index), !isCapitalized(index) { break }
        start = index
        index -= 1
      } else if has(index, [.determiner, .possessive]) {
        start = index
        index -= 1
        while index >= floor, has(index, [.determiner, .possessive]),
          !isCapitalized(index + 1) || has(index + 1, .determiner)
        {
          start = index
          index -= 1
        }
        // Nothing stands before a determiner within one phrase, save a preposition that hangs it on a noun.
        guard let next = attachment(before: start, floor: floor) else { break }
        index = next
      } else if let next = attachment(before: index + 1, floor: floor), start == index + 1 {
        index = next
      } else if isJoint(index, floor: floor) {
        index -= 1
      } else {
        break
      }
    }
    return start < end ? TokenSpan(start, end) : nil
  }

  /// The noun that a preposition before `start` hangs the phrase on: its token; nil if there is none.
  private func attachment(before start: Int, floor: Int) -> Int? {
    let preposition = start - 1
    guard preposition > floor, has(preposition, .attaching), !isCapitalized(preposition) else { return nil }
    let noun = preposition - 1
    guard isContentWord(noun) || has(noun, [.addressee]) || (has(noun, .determiner) && !has(noun, .article)),
      !looksLikeVerb(noun), !isAdverb(noun) || isCapitalized(noun),
      !has(noun, .time) || isCapitalized(noun) && !has(noun, .calendar)
    else { return nil }
    return noun
  }

  /// "and" between two names, or between what opens the sentence and a plain noun.
  private func isJoint(_ token: Int, floor: Int) -> Bool {
    guard token > floor, has(token, .conjunction) || (kind(token) == .punctuation && isMark(token, "&")) else {
      return false
    }
    return isCapitalized(token - 1) && isCapitalized(token + 1) && !has(token - 1, [.subject, .calendar])
  }

  /// The noun phrase that begins at `first`, attributes and appositions with it when `isSource`.
  func nounPhrase(startingAt first: Int, to limit: Int) -> TokenSpan? {
    let end = min(limit, tokens.count, first + PhraseScanner.reach)
    guard first < end else { return nil }
    if has(first, .pronoun), !has(first, .determiner), !isCapitalized(first) || has(first, .personPronoun) {
      return TokenSpan(first, first + 1)
    }
    var index = first
    while index < end, has(index, [.determiner, .possessive]) { index += 1 }
    var last = index
    while index < end {
      if isContentWord(index), !(looksLikeVerb(index) && index > first && !has(index - 1, .determiner)),
        !has(index, .calendar) || index == first
      {
        if isAdverb(index), !isCapitalized(index), index > first { break }
        index += 1
        last = index
      } else if has(index, .attaching), index > first, !has(index, .adverb), index + 1 < end,
        isContentWord(index + 1) || has(index + 1, [.determiner, .possessive]), !has(index + 1, .time)
      {
        index += 1
        while index < end, has(index, [.determiner, .possessive]) { index += 1 }
      } else if isJoint(index, floor: first), index + 1 < end {
        index += 1
      } else {
        break
      }
    }
    return last > first ? TokenSpan(first, last) : nil
  }

  // MARK: - Adverbials

  /// The token after a phrase that tells when or where something was said ("on Tuesday", "Monday night", "in an interview
  /// with the paper", "last week"); `token` itself if there is none.
  func afterAdverbial(_ token: Int, to limit: Int) -> Int {
    var index = token
    while index < limit {
      let next = afterOneAdverbial(index, to: limit)
      if next == index { break }
      index = next
    }
    return index
  }

  private func afterOneAdverbial(_ token: Int, to limit: Int) -> Int {
    if has(token, [.weekday, .calendar]) { return afterTimeWords(token + 1, to: limit) }
    if has(token, .time), has(token + 1, .time) { return afterTimeWords(token + 2, to: limit) }
    if has(token, .adverb), !has(token, [.determiner]) { return token + 1 }
    guard has(token, [.preposition, .subordinator]), !has(token, .wh), token + 1 < limit else { return token }
    // "of" and "about" open what is spoken of; "to" an addressee or a wish; "for" hardly ever a time.
    guard
      has(token, .attaching)
        ? !isWord(token, "of") && !isWord(token, "to") && !isWord(token, "for")
        : has(token, .subordinator) || isWord(token, "during")
    else {
      return token
    }
    if has(token + 1, [.weekday, .calendar]) { return afterTimeWords(token + 2, to: limit) }
    if let phrase = nounPhrase(startingAt: token + 1, to: limit), phrase.count <= 12,
      !has(token, .subordinator) || isWord(token, "after")
    {
      return phrase.end
    }
    return token
  }

  private func afterTimeWords(_ token: Int, to limit: Int) -> Int {
    var index = token
    while index < limit,
      has(index, [.time, .calendar]) && !has(index, .determiner) || kind(index) == .number && has(index - 1, .calendar)
    { index += 1 }
    return index
  }

  func isWord(_ token: Int, _ word: StaticString) -> Bool {
    guard kind(token) == .word || kind(token) == .clitic else { return false }
    let start = Int(tokens.starts[token])
    guard Int(tokens.ends[token]) - start == word.utf8CodeUnitCount, start + word.utf8CodeUnitCount <= bytes.count
    else { return false }
    for offset in 0..<word.utf8CodeUnitCount where bytes[start + offset] | 0x20 != word.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Where a sentence's words end: before its full stop, but after the quotation mark, ! or ? that closes it.
  func contentEnd(of sentence: TokenSpan) -> Int {
    var end = sentence.end
    while end > sentence.start,
      isStop(end - 1) || isMark(end - 1, ";") || isMark(end - 1, ":")
        || isMark(end - 1, ")") && !hasOpening(sentence, before: end - 1)
    { end -= 1 }
    return end
  }

  private func hasOpening(_ sentence: TokenSpan, before end: Int) -> Bool {
    var index = end - 1
    let floor = max(sentence.start, end - 200)
    while index >= floor {
      if isMark(index, "(") { return true }
      index -= 1
    }
    return false
  }
}
