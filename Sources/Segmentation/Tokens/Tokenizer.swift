package import DocumentModel
package import Lexicons
import TextCore

/// Cuts prose into tokens, after the conventions of the Penn Treebank as news corpora use them, with hyphenated words kept
/// whole. One pass, linear in the bytes whatever they are.
///
///     don't → do|n't    Israel's → Israel|'s    U.S. → U.S.    Mr. → Mr.    $4,000 → $|4,000
///     10% → 10|%    70km → 70|km    anti-war → anti-war    7-hour → 7|-|hour    2014-15 → 2014|-|15
package struct Tokenizer: Sendable {
  private let abbreviations: Lexicon

  package init(_ language: Language) { abbreviations = language.lexicon("abbreviations") }

  /// The tokens of valid UTF-8.
  package func tokenize(_ bytes: [UInt8]) -> TokenBuffer {
    var tokens = TokenBuffer()
    let estimate = bytes.count / 5 + 4
    tokens.starts.reserveCapacity(estimate)
    tokens.ends.reserveCapacity(estimate)
    tokens.kinds.reserveCapacity(estimate)
    tokens.shapes.reserveCapacity(estimate)
    tokens.hashes.reserveCapacity(estimate)
    bytes.withUnsafeBufferPointer { text in
      var scan = TokenScan(text: text, abbreviations: abbreviations)
      scan.run(&tokens)
    }
    return tokens
  }
}

/// One run over one text.
struct TokenScan {
  let text: UnsafeBufferPointer<UInt8>
  let abbreviations: Lexicon

  init(text: UnsafeBufferPointer<UInt8>, abbreviations: Lexicon) {
    self.text = text
    self.abbreviations = abbreviations
  }

  /// Class and width of the character at an offset; past the end a space of no width.
  @inline(__always)
  func peek(_ index: Int) -> (kind: CharacterClass, width: Int) {
    guard index < text.count else { return (.space, 0) }
    let byte = text[index]
    if byte < 0x80 { return (CharacterClass.ascii[Int(byte)], 1) }
    let width = min(utf8Width(byte), text.count - index)
    switch width {
    case 2: return (.of((UInt32(byte & 0x1F) << 6) | UInt32(text[index + 1] & 0x3F)), 2)
    case 3:
      return (
        .of((UInt32(byte & 0x0F) << 12) | (UInt32(text[index + 1] & 0x3F) << 6) | UInt32(text[index + 2] & 0x3F)), 3
      )
    case 4:
      return (
        .of(
          (UInt32(byte & 0x07) << 18) | (UInt32(text[index + 1] & 0x3F) << 12) | (UInt32(text[index + 2] & 0x3F) << 6)
            | UInt32(text[index + 3] & 0x3F)), 4
      )
    default: return (.punctuation, 1)
    }
  }

  /// Class of the character that ends just before an offset.
  func before(_ index: Int) -> CharacterClass {
    var start = index - 1
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    return start < 0 ? .space : peek(start).kind
  }

  func emit(_ tokens: inout TokenBuffer, _ start: Int, _ end: Int, _ kind: TokenKind, _ shape: TokenShape = .none) {
    tokens.append(start: start, end: end, kind: kind, shape: shape, hash: CaseFolding.hash(text, start..<end))
  }

  mutating func run(_ tokens: inout TokenBuffer) {
    var index = 0
    while index < text.count {
      let (kind, width) = peek(index)
      switch kind {
      case .space, .joiner:
        index += width
      case .lower, .upper, .caseless:
        index = word(index, &tokens)
      case .digit:
        index = number(index, &tokens)
      case .period:
        // ".5" is a number; "..." is one mark.
        if peek(index + 1).kind == .digit, !before(index).isLetter, before(index) != .digit {
          index = number(index, &tokens)
        } else {
          var end = index + 1
          while end < text.count, text[end] == 0x2E { end += 1 }
          emit(&tokens, index, end, .punctuation)
          index = end
        }
      case .doubleQuote:
        emit(&tokens, index, index + width, .doubleQuote)
        index += width
      case .backtick:
        if index + 1 < text.count, text[index + 1] == 0x60 {
          emit(&tokens, index, index + 2, .doubleQuote)
          index += 2
        } else {
          emit(&tokens, index, index + 1, .singleQuote)
          index += 1
        }
      case .apostrophe, .leftSingle, .rightSingle:
        index = quote(index, kind, width, &tokens)
      case .at:
        index = tagged(index, as: .handle, &tokens)
      case .hash:
        index = tagged(index, as: .hashtag, &tokens)
      case .placeholder:
        emit(&tokens, index, index + width, .placeholder)
        index += width
      case .symbol:
        emit(&tokens, index, index + width, .symbol)
        index += width
      case .hyphen:
        // "--" is a dash.
        var end = index + width
        while end < text.count, text[end] == 0x2D { end += 1 }
        emit(&tokens, index, end, .punctuation)
        index = end
      case .dash, .comma, .colon, .slash, .underscore, .ampersand, .punctuation:
        emit(&tokens, index, index + width, .punctuation)
        index += width
      }
    }
  }

  // MARK: - Quotation marks and apostrophes

  /// A single mark that stands outside a word: a quotation mark, or the apostrophe of "'90s" and "’em".
  private func quote(_ index: Int, _ kind: CharacterClass, _ width: Int, _ tokens: inout TokenBuffer) -> Int {
    if kind == .apostrophe, index + 1 < text.count, text[index + 1] == 0x27 {
      emit(&tokens, index, index + 2, .doubleQuote)
      return index + 2
    }
    // "the ministers' plan": a bare possessive after s. Whether it closes a quotation is told by whoever pairs quotes.
    if kind != .leftSingle, index > 0, text[index - 1] | 0x20 == 0x73, tokens.count > 0,
      Int(tokens.ends[tokens.count - 1]) == index, tokens.kinds[tokens.count - 1] == .word,
      !opensSingleQuotation(before: index, tokens)
    {
      emit(&tokens, index, index + width, .possessive)
      return index + width
    }
    emit(&tokens, index, index + width, .singleQuote)
    return index + width
  }

  /// Whether a single quotation mark was opened within the last 60 tokens and not closed since.
  private func opensSingleQuotation(before index: Int, _ tokens: TokenBuffer) -> Bool {
    var token = tokens.count - 1
    let limit = max(0, tokens.count - 60)
    while token >= limit {
      if tokens.kinds[token] == .singleQuote {
        // It opened something if a space or the text's start is before it and none after.
        let start = Int(tokens.starts[token])
        let end = Int(tokens.ends[token])
        let spaceBefore = start == 0 || before(start) == .space || before(start) == .doubleQuote
        return spaceBefore && peek(end).kind != .space
      }
      token -= 1
    }
    return false
  }

  // MARK: - Words

  /// A word from its first letter: letters, inner apostrophes, hyphens, dots and ampersands as they belong.
  private func word(_ start: Int, _ tokens: inout TokenBuffer) -> Int {
    if let end = addressEnd(start) {
      emit(&tokens, start, end.end, end.kind, .lower)
      return end.end
    }
    var index = start
    var uppers = 0
    var lowers = 0
    var letters = 0
    var firstIsUpper = false
    var innerDots = false
    loop: while index < text.count {
      let (kind, width) = peek(index)
      switch kind {
      case .upper:
        if letters == 0 { firstIsUpper = true }
        uppers += 1
        letters += 1
      case .lower:
        lowers += 1
        letters += 1
      case .caseless:
        letters += 1
      case .joiner, .digit:
        break
      case .apostrophe, .rightSingle:
        let next = peek(index + width)
        guard next.kind.isLetter else { break loop }
        if let clitic = clitic(at: index, markWidth: width, wordStart: start) {
          return finish(&tokens, start, clitic.start, uppers, lowers, letters, firstIsUpper, tail: clitic)
        }
      case .hyphen:
        let next = peek(index + width)
        guard next.kind.isLetter || next.kind == .digit, text[index] == 0x2D || width > 1 else { break loop }
      case .period:
        // Inside an acronym or abbreviation: a letter before and after, and the parts are short ("U.S.", "a.m.", "Ph.D.").
        guard peek(index + 1).kind.isLetter, dotBelongs(index, start) else {
          index = trailingDot(index, start, innerDots, letters, uppers)
          break loop
        }
        innerDots = true
      case .ampersand:
        // AT&T, R&B: single letters or capitals around.
        guard uppers == letters, letters <= 3, peek(index + 1).kind == .upper else { break loop }
      case .underscore:
        guard peek(index + 1).kind.isLetter else { break loop }
      default:
        break loop
      }
      index += width
    }
    return finish(&tokens, start, index, uppers, lowers, letters, firstIsUpper, tail: nil)
  }

  private func finish(
    _ tokens: inout TokenBuffer, _ start: Int, _ end: Int, _ uppers: Int, _ lowers: Int, _ letters: Int,
    _ firstIsUpper: Bool, tail: (start: Int, end: Int, kind: TokenKind)?
  ) -> Int {
    if end > start {
      let shape: TokenShape =
        uppers == 0
        ? (letters == 0 ? .none : .lower)
        : lowers == 0
          ? (letters == 1 ? .initial : .upper)
          : firstIsUpper && (uppers == 1 || isHyphenTitle(start, end)) ? .title : .mixed
      emit(&tokens, start, end, .word, shape)
    }
    guard let tail else { return end }
    emit(&tokens, tail.start, tail.end, tail.kind, .lower)
    return tail.end
  }

  /// "Anti-Defamation", "Al-Aqsa": every capital opens a part.
  private func isHyphenTitle(_ start: Int, _ end: Int) -> Bool {
    var atStart = true
    var index = start
    while index < end {
      let (kind, width) = peek(index)
      if kind == .upper, !atStart { return false }
      atStart = kind == .hyphen
      index += width
    }
    return true
  }

  /// A clitic that begins at (or, for n't, just before) the apostrophe at `index`.
  private func clitic(at index: Int, markWidth: Int, wordStart: Int) -> (start: Int, end: Int, kind: TokenKind)? {
    var end = index + markWidth
    while end < text.count, peek(end).kind.isLetter { end += peek(end).width }
    let after = peek(end).kind
    if after == .digit || after == .apostrophe { return nil }
    let letters = end - index - markWidth
    let first = text[index + markWidth] | 0x20
    if letters == 1 {
      switch first {
      case 0x73: return (index, end, .possessive)  // 's
      case 0x64, 0x6D: return (index, end, .clitic)  // 'd 'm
      case 0x74:  // n't
        guard index - 1 > wordStart, text[index - 1] | 0x20 == 0x6E else { return nil }
        return (index - 1, end, .clitic)
      default: return nil
      }
    }
    guard letters == 2 else { return nil }
    let second = text[index + markWidth + 1] | 0x20
    switch (first, second) {
    case (0x6C, 0x6C), (0x76, 0x65), (0x72, 0x65): return (index, end, .clitic)  // 'll 've 're
    default: return nil
    }
  }

  /// Whether the dot at `index`, with a letter on both sides, belongs to an abbreviation of short parts: the part before it
  /// has one or two letters and so has the part after ("U.S", "a.m", "Ph.D"), not "end.The".
  private func dotBelongs(_ index: Int, _ start: Int) -> Bool {
    var back = index
    var beforeLetters = 0
    while back > start, text[back - 1] != 0x2E, text[back - 1] != 0x2D {
      back -= 1
      if text[back] & 0xC0 != 0x80 { beforeLetters += 1 }
      if beforeLetters > 2 { return false }
    }
    var forward = index + 1
    var afterLetters = 0
    while forward < text.count, peek(forward).kind.isLetter {
      afterLetters += 1
      if afterLetters > 3 { return false }
      forward += peek(forward).width
    }
    return forward < text.count && text[forward] == 0x2E || afterLetters == 1
  }

  /// Takes the dot at `index` into the word when the word is an acronym with dots, an initial or a listed abbreviation.
  private func trailingDot(_ index: Int, _ start: Int, _ innerDots: Bool, _ letters: Int, _ uppers: Int) -> Int {
    if index + 1 < text.count, text[index + 1] == 0x2E { return index }
    if innerDots { return index + 1 }
    // An initial: one capital, and a space or another initial after the dot.
    if letters == 1, uppers == 1 {
      // "$20M." and "40°C." end in a scale and a unit.
      if isAfterFigure(start) { return index }
      return text[start] == 0x49 && !initialFollows(index) ? index : index + 1
    }
    if letters <= 6, let row = abbreviations.row(CaseFolding.hash(text, start..<index + 1)) {
      if abbreviations.integer(row, 1) == 1, uppers == 0 { return index }
      return index + 1
    }
    return index
  }

  /// Whether a digit or a degree sign is glued to what begins at an offset.
  private func isAfterFigure(_ start: Int) -> Bool {
    before(start) == .digit || start >= 2 && text[start - 2] == 0xC2 && text[start - 1] == 0xB0
  }

  /// "I." ends a sentence unless a capital follows at once ("I. M. Pei").
  private func initialFollows(_ dot: Int) -> Bool {
    peek(dot + 1).kind == .space && peek(dot + 2).kind == .upper && dot + 3 < text.count && text[dot + 3] == 0x2E
  }

  // MARK: - Numbers

  /// A number from its first digit (or its leading point): digits with separators; "1990s" gives "1990" and "s".
  private func number(_ start: Int, _ tokens: inout TokenBuffer) -> Int {
    var index = start
    while index < text.count {
      let byte = text[index]
      if byte >= 0x30, byte <= 0x39 {
        index += 1
      } else if byte == 0x2E || byte == 0x2C, index + 1 < text.count, text[index + 1] >= 0x30, text[index + 1] <= 0x39 {
        index += 1
      } else {
        break
      }
    }
    emit(&tokens, start, index, .number, .digits)
    return index
  }
}
