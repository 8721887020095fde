import DocumentModel

/// Rarer ways to write a figure: "1 414 021", "2^10", "1 point 5", "12.5 ± 0.3".
extension NumeralParser {
  /// "1 414 021 100", "30 000": digits in groups of three, parted by spaces. Two groups may be anything, so that lone ones
  /// must be round or parted by a space that does not break; nine digits may be a telephone's.
  func spaceGrouped(_ index: Int) -> (value: Rational, end: Int)? {
    guard lexemes.isFigure(index + 1), let first = lexemes.digits(index), first > 0, lexemes.length(index) <= 3,
      lexemes.firstByte(index) != UInt8(ascii: "0"), !lexemes.isFigure(index - 1)
    else { return nil }
    var value = Int64(first)
    var end = index + 1
    var last = 0
    var isNarrow = true
    while end - index <= 5, lexemes.gap(end) == .space, lexemes.length(end) == 3, let group = lexemes.digits(end) {
      value = value * 1000 + Int64(group)
      last = group
      isNarrow = isNarrow && !isPlainSpace(before: end)
      end += 1
    }
    let groups = end - index - 1
    guard groups > 0, !lexemes.isFigure(end), lexemes.gap(end) != .hyphen else { return nil }
    guard isNarrow || last == 0 || groups > 1 && (groups != 2 || lexemes.length(index) < 3) || isMoney(end) else {
      return nil
    }
    return (Rational(value), end)
  }

  /// "12'500", "1’234’567": groups of three parted by apostrophes, as the Swiss write them.
  func apostropheGrouped(_ index: Int) -> (value: Rational, end: Int)? {
    guard let first = lexemes.digits(index), first > 0, lexemes.length(index) <= 3 else { return nil }
    var value = Int64(first)
    var end = index + 1
    while end - index <= 6, isApostrophe(end), lexemes.gap(end) == .none, lexemes.gap(end + 1) == .none,
      lexemes.length(end + 1) == 3, let group = lexemes.digits(end + 1)
    {
      value = value * 1000 + Int64(group)
      end += 2
    }
    return end > index + 1 && lexemes.gap(end) != .hyphen ? (Rational(value), end) : nil
  }

  private func isApostrophe(_ index: Int) -> Bool {
    lexemes.isMark(index, "'")
      || lexemes.length(index) == 3 && lexemes.firstByte(index) == 0xE2
        && lexemes.bytes[lexemes.starts[index] + 1] == 0x80 && lexemes.lastByte(index) == 0x99
  }

  /// "12.345.678": two dots or more that part groups of three digits, at most three of these; "192.168.100.200" is an address.
  func dotGrouped(_ range: Range<Int>) -> (value: Rational, step: Rational)? {
    var value: Int64 = 0
    var groups = 0
    var digits = 0
    for at in range {
      let byte = lexemes.bytes[at]
      if byte == UInt8(ascii: ".") {
        guard groups == 0 ? (1...3).contains(digits) : digits == 3 else { return nil }
        groups += 1
        digits = 0
      } else {
        digits += 1
        guard groups < 3, digits <= 3 else { return nil }
        value = value * 10 + Int64(byte.digit)
      }
    }
    guard groups == 2, digits == 3, lexemes.bytes[range.lowerBound] != UInt8(ascii: "0") else { return nil }
    return (Rational(value), Rational(1))
  }

  /// "1.234,50": dots that part groups of three, then a comma for the point.
  func continental(_ range: Range<Int>) -> (value: Rational, step: Rational)? {
    var value: Int64 = 0
    var digits = 0
    var step = Rational(1)
    var isPastComma = false
    var isFirst = true
    guard range.count <= 18 else { return nil }
    for at in range {
      switch lexemes.bytes[at] {
      case UInt8(ascii: "."), UInt8(ascii: ","):
        guard !isPastComma, isFirst ? (1...3).contains(digits) : digits == 3 else { return nil }
        // A comma first is the thousands' of "1,234.50".
        if lexemes.bytes[at] == UInt8(ascii: ",") {
          guard !isFirst else { return nil }
          isPastComma = true
        }
        isFirst = false
        digits = 0
      default:
        digits += 1
        value = value * 10 + Int64(lexemes.bytes[at].digit)
      }
    }
    guard isPastComma, digits > 0, let size = step.timesPowerOfTen(-digits), let number = Rational(value) * size else {
      return nil
    }
    step = size
    return (number, step)
  }

  /// "1 500 euros", "12 345 €"
  private func isMoney(_ index: Int) -> Bool {
    guard lexemes.gap(index) == .space || lexemes.kind(index) == .symbol,
      let (row, _) = words.currencies.longest(lexemes, index)
    else { return false }
    return row.form == .word
      || lexemes.kind(index) == .symbol && lexemes.byte(index) != UInt8(ascii: "$") && row.form == .prefix
  }

  private func isPlainSpace(before index: Int) -> Bool {
    let at = lexemes.starts[index] - 1
    return at >= 0 && lexemes.bytes[at] == UInt8(ascii: " ")
  }

  /// "1 point 5 million": digits after a spelled point, where a unit, a scale or nothing follows.
  func spelledPoint(_ index: Int) -> (value: Rational, step: Rational, end: Int)? {
    guard lexemes.hash(index) == words.particles.point, lexemes.isWord(index), lexemes.gap(index) == .space,
      lexemes.gap(index + 1) == .space, let digits = lexemes.digits(index + 1), lexemes.length(index + 1) <= 6,
      isMeasured(index + 2), let step = Rational(1).timesPowerOfTen(-lexemes.length(index + 1)),
      let value = Rational(Int64(digits)) * step
    else { return nil }
    return (value, step, index + 2)
  }

  /// Whether a unit, a currency, a scale word or no word at all stands at a lexeme.
  private func isMeasured(_ index: Int) -> Bool {
    guard lexemes.isWord(index) else { return !lexemes.isFigure(index) }
    if let row = words.numbers.row(lexemes.hash(index)) { return row.role == .scale || row.role == .and }
    return words.unit(lexemes, index) != nil || words.currencies.longest(lexemes, index) != nil
  }

  /// "2^10", "8x2^10": a whole base raised to a small whole power; nil where it grows out of bounds.
  func power(_ index: Int) -> (value: Rational, end: Int)? {
    guard lexemes.isMark(index + 1, "^"), lexemes.gap(index + 1) == .none, lexemes.gap(index + 2) == .none,
      let base = lexemes.digits(index), let exponent = lexemes.digits(index + 2), exponent < 64
    else { return nil }
    var value = Rational(1)
    for _ in 0..<exponent {
      guard let next = value * Rational(Int64(base)) else { return nil }
      value = next
    }
    return (value, index + 3)
  }

  /// "x2^10" or "× 2^10" after a factor.
  func timesPower(_ index: Int) -> (value: Rational, end: Int)? {
    let isTimes =
      lexemes.byte(index).inLowerCase == UInt8(ascii: "x") || lexemes.isMark(index, "*")
      || lexemes.length(index) == 2 && lexemes.firstByte(index) == 0xC3 && lexemes.lastByte(index) == 0x97
    if isTimes { return power(index + 1) }
    // "8x2^10": the letter is glued to the base.
    guard lexemes.isWord(index), lexemes.gap(index) == .none, lexemes.length(index) <= 4, lexemes.length(index) > 1,
      lexemes.firstByte(index).inLowerCase == UInt8(ascii: "x"), lexemes.isMark(index + 1, "^"),
      lexemes.gap(index + 1) == .none,
      let exponent = lexemes.digits(index + 2), exponent < 64
    else { return nil }
    var base: Int64 = 0
    for byte in lexemes.bytes[(lexemes.starts[index] + 1)..<lexemes.ends[index]] {
      guard byte.isDigit else { return nil }
      base = base * 10 + Int64(byte.digit)
    }
    var value = Rational(1)
    for _ in 0..<exponent {
      guard let next = value * Rational(base) else { return nil }
      value = next
    }
    return (value, index + 3)
  }

  /// Where "± 0.3", "+/- 0.3", "plus or minus 3" ends that tells how far a figure may be off.
  func plusMinus(after index: Int) -> Int? {
    let p = words.particles
    var at = index
    if lexemes.firstByte(at) == 0xC2, lexemes.lastByte(at) == 0xB1, lexemes.length(at) == 2 {
      at += 1
    } else if lexemes.isMark(at, "+"), lexemes.isMark(at + 1, "/"),
      lexemes.gap(at + 2) == .minus || lexemes.gap(at + 2) == .hyphen
    {
      at += 2
    } else if lexemes.isMark(at, "+"), lexemes.isMark(at + 1, "/"), lexemes.isMark(at + 2, "-") {
      at += 3
    } else if lexemes.hash(at) == p.plus, lexemes.hash(at + 1) == p.or, lexemes.hash(at + 2) == p.minus {
      at += 3
    } else {
      return nil
    }
    guard lexemes.isFigure(at), decimal(at) != nil else { return nil }
    return at + 1
  }
}
