import DocumentModel
import TextCore

/// The tokens of a paragraph as numerals need them: hyphens dissolved into the gap they make, so that "twenty-five",
/// "54-year-old" and "7-hour" read like "twenty five", "54 year old" and "7 hour".
struct Lexemes {
  enum Kind: UInt8 { case word, figure, mark, symbol, quote, other }

  /// What stands before a lexeme.
  enum Gap: UInt8 {
    case space, none, hyphen
    /// An en or em dash, glued on both sides.
    case dash
    /// A minus sign, glued to what follows.
    case minus
  }

  private(set) var starts: [Int] = []
  private(set) var ends: [Int] = []
  private(set) var kinds: [Kind] = []
  private(set) var gaps: [Gap] = []
  /// `CaseFolding` hashes.
  private(set) var hashes: [UInt64] = []
  /// Whether the first letter is a capital.
  private(set) var capitals: [Bool] = []
  let bytes: [UInt8]

  var count: Int { starts.count }

  /// `words` knows which letters glued to the figure after them are a word of their own ("USD115", "Feb13"), and which words
  /// a dash joins to one number.
  init(_ tokens: TokenBuffer, _ bytes: [UInt8], _ words: Vocabulary) {
    self.bytes = bytes
    reserve(tokens.count + tokens.count / 8)
    var token = 0
    var pending: Gap?
    while token < tokens.count {
      let start = Int(tokens.starts[token])
      let end = min(Int(tokens.ends[token]), bytes.count)
      guard start < end else { token += 1; continue }
      let spaced = tokens.hasSpaceBefore(token)
      let gap = pending ?? (spaced ? .space : .none)
      pending = nil
      switch tokens.kinds[token] {
      case .word:
        if isScaleAndStop(start, end) {
          appendWord(start, end - 1, folded(start, end - 1), tokens.shapes[token], gap)
          append(end - 1, end, .mark, .none, folded(end - 1, end), false)
        } else if let letters = gluedLetters(start, end, words) {
          token = appendGlued(tokens, token, letters, gap)
        } else {
          appendWord(start, end, tokens.hashes[token], tokens.shapes[token], gap)
        }
      case .number:
        append(start, end, .figure, gap, tokens.hashes[token], false)
      case .symbol where isMinus(start, end), .punctuation where isMinus(start, end):
        if let joined = joint(tokens, token, spaced) {
          pending = joined
        } else if joinsNumber(tokens, token, spaced, words) {
          pending = .hyphen
        } else {
          append(start, end, .mark, gap, tokens.hashes[token], false)
        }
      case .symbol:
        append(start, end, .symbol, gap, tokens.hashes[token], false)
      case .punctuation:
        append(start, end, .mark, gap, tokens.hashes[token], false)
      case .doubleQuote, .singleQuote:
        append(start, end, .quote, gap, tokens.hashes[token], false)
      default:
        append(start, end, .other, gap, tokens.hashes[token], false)
      }
      token += 1
    }
  }

  /// The gap that a hyphen, dash or minus at a token makes; nil if it is a mark of its own.
  private func joint(_ tokens: TokenBuffer, _ token: Int, _ spaced: Bool) -> Gap? {
    let next = token + 1
    guard next < tokens.count, !tokens.hasSpaceBefore(next) else { return nil }
    let opensFigure = tokens.kinds[next] == .number || tokens.kinds[next] == .symbol
    let isDash = bytes[Int(tokens.starts[token])] == 0xE2 && !isMinusSign(Int(tokens.starts[token]))
    let previous = token > 0 ? tokens.kinds[token - 1] : .punctuation
    if spaced || previous == .punctuation || previous == .doubleQuote {
      return opensFigure && (!isDash || isBelowZero(tokens, token)) ? .minus : nil
    }
    if isDash {
      return opensFigure && (previous == .number || previous == .symbol || previous == .word) ? .dash : nil
    }
    return tokens.ends[token] - tokens.starts[token] > 1 && bytes[Int(tokens.starts[token])] == UInt8(ascii: "-")
      ? nil : .hyphen
  }

  /// "It was 90 F." and "12 degrees C." end in the scale of a temperature, which looks like an initial.
  private func isScaleAndStop(_ start: Int, _ end: Int) -> Bool {
    guard end - start == 2, bytes[start + 1] == UInt8(ascii: "."),
      bytes[start] == UInt8(ascii: "C") || bytes[start] == UInt8(ascii: "F")
    else { return false }
    if isFigure(count - 1) { return length(count - 1) <= 3 && !isCapital(lexeme: count - 2) }
    return hash(count - 1) == Lexemes.degrees || hash(count - 1) == Lexemes.deg
  }

  /// "–7C", "–12°": an en dash set for a minus, told by the temperature after it.
  private func isBelowZero(_ tokens: TokenBuffer, _ token: Int) -> Bool {
    let unit = token + 2
    guard unit < tokens.count, isEnDash(Int(tokens.starts[token])), tokens.kinds[token + 1] == .number else {
      return false
    }
    if tokens.hasSpaceBefore(unit) { return tokens.hashes[unit] == Lexemes.degrees }
    let start = Int(tokens.starts[unit])
    switch Int(tokens.ends[unit]) - start {
    case 1: return bytes[start] == UInt8(ascii: "C") || bytes[start] == UInt8(ascii: "F")
    case 2: return bytes[start] == 0xC2 && bytes[start + 1] == 0xB0
    default: return false
    }
  }

  private static let degrees = CaseFolding.hash("degrees")
  private static let deg = CaseFolding.hash("deg")

  private func isEnDash(_ at: Int) -> Bool {
    at + 2 < bytes.count && bytes[at] == 0xE2 && bytes[at + 1] == 0x80 && bytes[at + 2] == 0x93
  }

  /// "fifty - two", "twenty—fifth", "a 30 - year bond": a hyphen between spaces or a dash between words that make one number.
  private func joinsNumber(_ tokens: TokenBuffer, _ token: Int, _ spaced: Bool, _ words: Vocabulary) -> Bool {
    let next = token + 1
    guard token > 0, next < tokens.count, tokens.kinds[next] == .word, tokens.hasSpaceBefore(next) == spaced,
      tokens.kinds[token - 1] == .word || spaced && tokens.kinds[token - 1] == .number
    else { return false }
    let isDash = bytes[Int(tokens.starts[token])] != UInt8(ascii: "-")
    guard isDash != spaced, tokens.ends[token] - tokens.starts[token] == (isDash ? 3 : 1) else { return false }
    return words.joinsNumber(
      tokens.hashes[token - 1], isFigure: tokens.kinds[token - 1] == .number, tokens.hashes[next], isDash: isDash)
  }

  private func isMinusSign(_ at: Int) -> Bool {
    at + 2 < bytes.count && bytes[at] == 0xE2 && bytes[at + 1] == 0x88 && bytes[at + 2] == 0x92
  }

  /// "-", "‐", "–", "—" or "−".
  private func isMinus(_ start: Int, _ end: Int) -> Bool {
    if bytes[start] == UInt8(ascii: "-") { return true }
    if isMinusSign(start) { return true }
    return end - start == 3 && bytes[start] == 0xE2 && bytes[start + 1] == 0x80
      && (0x90...0x95).contains(bytes[start + 2])
  }

  private mutating func appendWord(_ start: Int, _ end: Int, _ hash: UInt64, _ shape: TokenShape, _ gap: Gap) {
    var hyphen = start
    while hyphen < end, bytes[hyphen] != UInt8(ascii: "-") { hyphen += 1 }
    guard hyphen < end, hyphen > start else {
      append(start, end, .word, gap, hash, shape.isCapitalized)
      return
    }
    var piece = start
    var before = gap
    var index = start
    while index <= end {
      if index == end || bytes[index] == UInt8(ascii: "-") {
        if index > piece {
          let hash = bytes.withUnsafeBufferPointer { CaseFolding.hash($0, piece..<index) }
          // "km-5km" goes on with a figure.
          var digits = piece
          while digits < index, bytes[digits].isDigit { digits += 1 }
          if digits > piece, digits < index {
            append(
              piece, digits, .figure, before, bytes.withUnsafeBufferPointer { CaseFolding.hash($0, piece..<digits) },
              false)
            append(
              digits, index, .word, .none, bytes.withUnsafeBufferPointer { CaseFolding.hash($0, digits..<index) },
              isCapital(digits))
          } else {
            append(piece, index, digits == index ? .figure : .word, before, hash, isCapital(piece))
          }
          before = .hyphen
        }
        piece = index + 1
      }
      index += 1
    }
  }

  /// Where the figure begins that is glued to the letters of a currency or a month; nil for other words.
  private func gluedLetters(_ start: Int, _ end: Int, _ words: Vocabulary) -> Int? {
    var at = start
    while at < end, at - start < 5, bytes[at].isLetter { at += 1 }
    guard at > start, at < end, at - start < 5, bytes[at].isDigit else { return nil }
    let isAfterDollar = start > 0 && bytes[start - 1] == UInt8(ascii: "$") && at - start <= 2
    let hash = bytes.withUnsafeBufferPointer { CaseFolding.hash($0, start..<at) }
    return isAfterDollar || words.opensFigure(hash, isLarge: isLarge(at, end)) ? at : nil
  }

  /// Whether the digits from `start` are a large figure: three of them, a separator after them, or letters of a scale.
  private func isLarge(_ start: Int, _ end: Int) -> Bool {
    var at = start
    while at < end, bytes[at].isDigit { at += 1 }
    if at - start > 2 { return true }
    if at < end, bytes[at] != UInt8(ascii: ".") {
      return bytes[at] == UInt8(ascii: "b") || bytes[at] == UInt8(ascii: "m")
    }
    return at + 1 < bytes.count && (bytes[at] == UInt8(ascii: ".") || bytes[at] == UInt8(ascii: ","))
      && bytes[at + 1].isDigit
  }

  /// Appends letters, the figure after them with its separators, and what is glued to that; the last token taken.
  private mutating func appendGlued(_ tokens: TokenBuffer, _ token: Int, _ letters: Int, _ gap: Gap) -> Int {
    let start = Int(tokens.starts[token])
    var end = Int(tokens.ends[token])
    func hash(_ from: Int, _ to: Int) -> UInt64 {
      bytes.withUnsafeBufferPointer { CaseFolding.hash($0, from..<to) }
    }
    var digits = letters
    while digits < end, bytes[digits].isDigit { digits += 1 }
    var token = token
    // "R5.6bn": a letter and its dot look like an initial.
    if digits == end - 1, bytes[digits] == UInt8(ascii: "."), token + 1 < tokens.count,
      !tokens.hasSpaceBefore(token + 1),
      tokens.kinds[token + 1] == .number
    {
      token += 1
      end = Int(tokens.ends[token])
      digits = end
    }
    // "AUD1.5", "EUR1,500": the tokenizer ends a word at its dot or comma.
    while digits == end, token + 2 < tokens.count, !tokens.hasSpaceBefore(token + 1), !tokens.hasSpaceBefore(token + 2),
      tokens.kinds[token + 2] == .number, tokens.ends[token + 1] - tokens.starts[token + 1] == 1,
      bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ",")
    {
      token += 2
      end = Int(tokens.ends[token])
      digits = end
    }
    append(start, letters, .word, gap, hash(start, letters), isCapital(start))
    append(letters, digits, .figure, .none, hash(letters, digits), false)
    if digits < end { append(digits, end, .word, .none, hash(digits, end), isCapital(digits)) }
    return token
  }

  private func folded(_ from: Int, _ to: Int) -> UInt64 {
    bytes.withUnsafeBufferPointer { CaseFolding.hash($0, from..<to) }
  }

  private func isCapital(_ at: Int) -> Bool { bytes[at].isCapitalLetter }

  private mutating func reserve(_ capacity: Int) {
    starts.reserveCapacity(capacity)
    ends.reserveCapacity(capacity)
    kinds.reserveCapacity(capacity)
    gaps.reserveCapacity(capacity)
    hashes.reserveCapacity(capacity)
    capitals.reserveCapacity(capacity)
  }

  private mutating func append(_ start: Int, _ end: Int, _ kind: Kind, _ gap: Gap, _ hash: UInt64, _ capital: Bool) {
    starts.append(start)
    ends.append(end)
    kinds.append(kind)
    gaps.append(gap)
    hashes.append(hash)
    capitals.append(capital)
  }

  // MARK: - Questions, all safe past either end

  func kind(_ index: Int) -> Kind { index >= 0 && index < count ? kinds[index] : .other }
  func gap(_ index: Int) -> Gap { index >= 0 && index < count ? gaps[index] : .space }
  func hash(_ index: Int) -> UInt64 { index >= 0 && index < count ? hashes[index] : 0 }
  func isCapital(lexeme index: Int) -> Bool { index >= 0 && index < count && capitals[index] }
  func isWord(_ index: Int) -> Bool { kind(index) == .word }
  func isFigure(_ index: Int) -> Bool { kind(index) == .figure }
  func length(_ index: Int) -> Int { index >= 0 && index < count ? ends[index] - starts[index] : 0 }

  /// The byte of a one-byte lexeme; 0 otherwise.
  func byte(_ index: Int) -> UInt8 { length(index) == 1 ? bytes[starts[index]] : 0 }
  func firstByte(_ index: Int) -> UInt8 { length(index) > 0 ? bytes[starts[index]] : 0 }
  func lastByte(_ index: Int) -> UInt8 { length(index) > 0 ? bytes[ends[index] - 1] : 0 }
  func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool { byte(index) == UInt8(ascii: mark) }
  /// Whether it ends as plurals do: "weeks", "dollars"; of words that may be both.
  func isPluralForm(_ index: Int) -> Bool { lastByte(index) == UInt8(ascii: "s") }
  /// The "'s" of "Iowa's", "next year's", a lexeme of its own.
  func isPossessive(_ index: Int) -> Bool {
    kind(index) == .other && gap(index) == .none && lastByte(index) == UInt8(ascii: "s")
  }

  /// A hyphen or dash that stands free between spaces.
  func isFreeDash(_ index: Int) -> Bool {
    guard kind(index) == .mark, gap(index) == .space else { return false }
    return byte(index) == UInt8(ascii: "-")
      || (length(index) == 3 && bytes[starts[index]] == 0xE2 && bytes[starts[index] + 1] == 0x80)
  }

  /// The text span of `start..<end`; empty runs give an empty span.
  func span(_ start: Int, _ end: Int) -> TextSpan {
    guard start >= 0, start < end, end <= count else { return TextSpan(0, 0) }
    return TextSpan(starts[start], ends[end - 1])
  }

  /// A figure of digits alone, at most nine; nil otherwise.
  func digits(_ index: Int) -> Int? {
    guard kind(index) == .figure, length(index) <= 9 else { return nil }
    var value = 0
    for at in starts[index]..<ends[index] {
      guard bytes[at].isDigit else { return nil }
      value = value * 10 + bytes[at].digit
    }
    return value
  }
}
