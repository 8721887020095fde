import DocumentModel

/// Fractions: "1/2", "½", "and three quarters".
extension NumeralParser {
  /// "1/2" at three lexemes glued together.
  func slashedFraction(_ index: Int) -> Rational? {
    guard let top = lexemes.digits(index), isSlash(index + 1), let bottom = lexemes.digits(index + 2),
      lexemes.gap(index + 1) == .none, lexemes.gap(index + 2) == .none, !lexemes.isMark(index + 3, "/"),
      bottom > 1, top > 0, bottom <= 1000
    else { return nil }
    return Rational(Int128(top), over: Int128(bottom))
  }

  /// "/" or the fraction slash, U+2044.
  private func isSlash(_ index: Int) -> Bool {
    if lexemes.isMark(index, "/") { return true }
    guard lexemes.length(index) == 3 else { return false }
    let start = lexemes.starts[index]
    return lexemes.bytes[start] == 0xE2 && lexemes.bytes[start + 1] == 0x81 && lexemes.bytes[start + 2] == 0x84
  }

  /// "½" and its like.
  func vulgarFraction(_ index: Int) -> Rational? {
    guard lexemes.kind(index) != .figure, lexemes.length(index) == 2 || lexemes.length(index) == 3 else { return nil }
    let at = lexemes.starts[index]
    if lexemes.length(index) == 2, lexemes.bytes[at] == 0xC2 {
      switch lexemes.bytes[at + 1] {
      case 0xBC: return Rational(1, over: 4)
      case 0xBD: return Rational(1, over: 2)
      case 0xBE: return Rational(3, over: 4)
      default: return nil
      }
    }
    guard lexemes.length(index) == 3, lexemes.bytes[at] == 0xE2, lexemes.bytes[at + 1] == 0x85 else { return nil }
    let parts: [(Int128, Int128)] = [
      (1, 7), (1, 9), (1, 10), (1, 3), (2, 3), (1, 5), (2, 5), (3, 5), (4, 5), (1, 6), (5, 6), (1, 8), (3, 8), (5, 8),
      (7, 8),
    ]
    let which = Int(lexemes.bytes[at + 2]) - 0x90
    guard parts.indices.contains(which) else { return nil }
    return Rational(parts[which].0, over: parts[which].1)
  }

  /// "and a half", "and three quarters".
  func wordFraction(afterAnd index: Int) -> (Rational, Int)? {
    guard lexemes.hash(index) == words.particles.and, lexemes.isWord(index) else { return nil }
    var next = index + 1
    var top = Rational(1)
    guard let first = words.numbers.row(lexemes.hash(next)) else { return nil }
    switch first.role {
    case .article:
      next += 1
    case .one:
      top = first.value
      next += 1
    case .half:
      return (Rational(1, over: 2) ?? top, next + 1)
    case .ten:
      // "two and fifty-four hundredths"
      top = first.value
      next += 1
      guard lexemes.isWord(next), let unit = words.numbers.row(lexemes.hash(next)) else { return nil }
      if unit.role == .one, unit.value < Rational(10), let sum = top + unit.value {
        top = sum
        next += 1
      }
      guard let parts = words.numbers.row(lexemes.hash(next)), parts.role == .parts, top < parts.value else {
        return nil
      }
    default: return nil
    }
    guard lexemes.isWord(next), let last = words.numbers.row(lexemes.hash(next)) else { return nil }
    switch last.role {
    case .half, .quarter, .parts: break
    case .ordinal where first.role != .article || !lexemes.isWord(next + 1): break
    case .ordinalTen where !lexemes.isWord(next + 1): break
    default: return nil
    }
    guard last.value != Rational(0), let part = top / last.value else { return nil }
    return (part, next + 1)
  }
}
