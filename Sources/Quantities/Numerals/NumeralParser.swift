import DocumentModel
import TextCore

/// A number as it is written, in figures, words or both.
struct WrittenNumeral {
  /// Lexemes `start..<end`.
  var start: Int
  var end: Int
  var value: Rational
  /// The power of ten that a scale word brought in ("million"), else 1.
  var scale = Rational(1)
  /// Size of the last written digit; nil for words.
  var precision: Rational?
  var isInWords = false
  var isOrdinal = false
  var isFraction = false
  /// "dozens", "hundreds of": no count at all.
  var isVague = false
}

/// Reads numerals of any length: "4.8 million", "10 1/2", "two hundred and five", "one-quarter", "twenty-fifth".
struct NumeralParser {
  let lexemes: Lexemes
  let words: Vocabulary

  /// `depth`: how many numerals this one is already part of; bounded, since a draft may nest them without end.
  func numeral(at index: Int, depth: Int = 0) -> WrittenNumeral? {
    switch lexemes.kind(index) {
    case .figure: return figures(at: index, depth)
    case .word: return spelled(at: index, depth)
    default:
      guard let part = vulgarFraction(index) else { return nil }
      var numeral = WrittenNumeral(start: index, end: index + 1, value: part, precision: nil, isFraction: true)
      // "¼ million"
      if let word = words.numbers.row(lexemes.hash(index + 1)), word.role == .scale, lexemes.isWord(index + 1) {
        scaled(&numeral)
        numeral.isFraction = false
      }
      return numeral
    }
  }

  // MARK: - Figures

  /// A figure with what belongs to it: sign, fraction, scale word, ordinal ending.
  private func figures(at index: Int, _ depth: Int) -> WrittenNumeral? {
    guard let (value, step) = decimal(index) else { return nil }
    var numeral = WrittenNumeral(start: index, end: index + 1, value: value, precision: step)
    if lexemes.gap(index + 1) == .none, lexemes.isWord(index + 1), isOrdinalEnding(index + 1, of: value) {
      numeral.end = index + 2
      numeral.isOrdinal = true
      return numeral
    }
    if let (value, end) = power(index) {
      return WrittenNumeral(start: index, end: end, value: value, precision: Rational(1))
    }
    if value.isWhole { complete(&numeral) }
    if lexemes.gap(index) == .minus { numeral.value = numeral.value.negated }
    if let (exponent, end) = exponent(numeral.end), let value = numeral.value.timesPowerOfTen(exponent) {
      numeral.value = value
      numeral.precision = numeral.precision.flatMap { $0.timesPowerOfTen(exponent) }
      numeral.end = end
      return numeral
    }
    // "6 and a half", of whatever scale follows
    if numeral.value.isWhole, numeral.end == index + 1, lexemes.gap(numeral.end) == .space,
      let (part, end) = wordFraction(afterAnd: numeral.end), let sum = numeral.value + part
    {
      numeral.value = sum
      numeral.precision = nil
      numeral.end = end
    }
    if let (factor, end) = timesPower(numeral.end), let value = numeral.value * factor {
      numeral.value = value
      numeral.precision = nil
      numeral.end = end
      return numeral
    }
    if let part = over(numeral, depth) { return part }
    scaled(&numeral)
    if let sum = remainder(numeral, depth) { return sum }
    return ofScale(numeral)
  }

  /// What makes more of whole digits: "1 414 021", "1 point 5", "2½", "2 1/2", or less: "1/2".
  private func complete(_ numeral: inout WrittenNumeral) {
    let (index, value) = (numeral.start, numeral.value)
    if let (grouped, end) = spaceGrouped(index) ?? apostropheGrouped(index) {
      numeral.value = grouped
      numeral.end = end
    } else if let (part, step, end) = spelledPoint(index + 1), let sum = value + part {
      numeral.value = sum
      numeral.precision = step
      numeral.end = end
    } else if let part = vulgarFraction(index + 1), let sum = value + part {
      numeral.value = sum
      numeral.end = index + 2
    } else if let part = slashedFraction(index + 1),
      lexemes.gap(index + 1) == .space || lexemes.gap(index + 1) == .hyphen,
      part < Rational(1), let sum = value + part
    {
      numeral.value = sum
      numeral.end = index + 4
    } else if let part = slashedFraction(index) {
      numeral.value = part
      // "1/16th of an inch"
      let hasEnding = lexemes.gap(index + 3) == .none && lexemes.hash(index + 3) == words.particles.th
      numeral.end = hasEnding ? index + 4 : index + 3
      numeral.isFraction = true
      numeral.precision = nil
    }
  }

  /// "e6", "e-3", "x10^6", "× 10^-4" after a figure.
  private func exponent(_ index: Int) -> (Int, Int)? {
    var at = index
    let isGlued = lexemes.gap(at) == .none
    let length = lexemes.length(at)
    if isGlued, lexemes.isWord(at), lexemes.firstByte(at).inLowerCase == UInt8(ascii: "e") {
      if length == 1, lexemes.gap(at + 1) == .hyphen, let power = lexemes.digits(at + 1), power < 19 {
        return (-power, at + 2)
      }
      guard length == 2 || length == 3 else { return nil }
      var power = 0
      for byte in lexemes.bytes[(lexemes.starts[at] + 1)..<lexemes.ends[at]] {
        guard byte.isDigit else { return nil }
        power = power * 10 + byte.digit
      }
      return power < 19 ? (power, at + 1) : nil
    }
    if isGlued, lexemes.isWord(at), length == 3, lexemes.firstByte(at).inLowerCase == UInt8(ascii: "x"),
      lexemes.bytes[lexemes.starts[at] + 1] == UInt8(ascii: "1"), lexemes.lastByte(at) == UInt8(ascii: "0")
    {
      at += 1
    } else if lexemes.byte(at).inLowerCase == UInt8(ascii: "x")
      || lexemes.firstByte(at) == 0xC3 && lexemes.lastByte(at) == 0x97,
      lexemes.digits(at + 1) == 10
    {
      at += 2
    } else {
      return nil
    }
    // "×10−5", its exponent no longer raised.
    if lexemes.gap(at) == .minus || lexemes.gap(at) == .hyphen, let power = lexemes.digits(at), power < 19 {
      return (-power, at + 1)
    }
    guard lexemes.isMark(at, "^"), lexemes.gap(at) == .none, let power = lexemes.digits(at + 1), power < 19 else {
      return nil
    }
    return (lexemes.gap(at + 1) == .minus || lexemes.gap(at + 1) == .hyphen ? -power : power, at + 2)
  }

  /// "1 over 20", "one over three".
  private func over(_ top: WrittenNumeral, _ depth: Int) -> WrittenNumeral? {
    guard depth < 2, lexemes.hash(top.end) == words.particles.over, lexemes.isWord(top.end), top.value.isWhole,
      !top.isOrdinal,
      !top.isFraction, top.value > Rational(0), top.scale == Rational(1),
      lexemes.isFigure(top.end + 1) || lexemes.isWord(top.end + 1),
      let bottom = self.numeral(at: top.end + 1, depth: depth + 1),
      bottom.value.isWhole, !bottom.isOrdinal, !bottom.isVague, top.value < bottom.value,
      bottom.value <= Rational(1000),
      lexemes.kind(bottom.end) == .mark || bottom.end >= lexemes.count, let value = top.value / bottom.value
    else { return nil }
    return WrittenNumeral(
      start: top.start, end: bottom.end, value: value, isInWords: top.isInWords, isFraction: true)
  }

  /// Scales whose smaller parts are said after them, lakhs and crores among them.
  private static let divided = [100, 1000, 100_000, 1_000_000, 10_000_000].map { Rational($0) }

  /// "4 thousand 3 hundred and 21", "1 lakh 20 thousand": smaller parts after a scale word.
  private func remainder(_ numeral: WrittenNumeral, _ depth: Int) -> WrittenNumeral? {
    guard depth < 2, NumeralParser.divided.contains(numeral.scale), numeral.value.isWhole,
      numeral.precision == numeral.scale, lexemes.hash(numeral.start - 1) != words.particles.between
    else { return nil }
    let hasAnd = lexemes.hash(numeral.end) == words.particles.and
    let next = hasAnd ? numeral.end + 1 : numeral.end
    guard lexemes.gap(next) == .space, lexemes.isFigure(next) || hasAnd && lexemes.isWord(next),
      let rest = self.numeral(at: next, depth: depth + 1), rest.value.isWhole, !rest.isOrdinal, !rest.isFraction,
      !rest.isVague,
      rest.value < numeral.scale, rest.value > Rational(0),
      hasAnd ? rest.scale == Rational(1) : rest.scale > Rational(1), let value = numeral.value + rest.value
    else { return nil }
    return WrittenNumeral(
      start: numeral.start, end: rest.end, value: value, scale: numeral.scale, precision: rest.precision)
  }

  /// "two thirds of a million".
  private func ofScale(_ numeral: WrittenNumeral) -> WrittenNumeral {
    guard numeral.isFraction, lexemes.hash(numeral.end) == words.particles.of,
      lexemes.hash(numeral.end + 1) == words.particles.a, let scale = words.numbers.row(lexemes.hash(numeral.end + 2)),
      scale.role == .scale, let value = numeral.value * scale.value
    else { return numeral }
    var whole = numeral
    whole.value = value
    whole.scale = scale.value
    whole.isFraction = false
    whole.end = numeral.end + 3
    return whole
  }

  /// The value of a figure with separators, and the size of its last digit.
  func decimal(_ index: Int) -> (value: Rational, step: Rational)? {
    guard lexemes.isFigure(index) else { return nil }
    let range = lexemes.starts[index]..<lexemes.ends[index]
    var commas = 0
    var dots = 0
    var afterComma = 0
    for at in range {
      switch lexemes.bytes[at] {
      case UInt8(ascii: ","): commas += 1; afterComma = 0
      case UInt8(ascii: "."): dots += 1
      default: if dots == 0 { afterComma += 1 }
      }
    }
    if dots > 0, commas == 1, let continental = continental(range) { return continental }
    if dots > 1 { return commas == 0 ? dotGrouped(range) : nil }
    // A lone comma before other than three digits is a decimal comma.
    let commaIsPoint = commas == 1 && dots == 0 && afterComma != 3
    guard commas <= 1 || afterComma == 3 else { return nil }
    var number: Int128 = 0
    var divisor: Int128 = 1
    var isFraction = false
    for at in range {
      let byte = lexemes.bytes[at]
      if byte == UInt8(ascii: ".") || (byte == UInt8(ascii: ",") && commaIsPoint) { isFraction = true; continue }
      if byte == UInt8(ascii: ",") { continue }
      number = number * 10 + Int128(byte.digit)
      if isFraction { divisor *= 10 }
      guard number < Int128(Int64.max), divisor < Int128(Int64.max) else { return nil }
    }
    guard let value = Rational(number, over: divisor), let step = Rational(1, over: divisor) else { return nil }
    return (value, step)
  }

  /// "1st" but not "11st", which is stones.
  private func isOrdinalEnding(_ index: Int, of value: Rational) -> Bool {
    guard value.isWhole else { return false }
    let hash = lexemes.hash(index)
    let p = words.particles
    if hash == p.th { return true }
    let tens = value.numerator / 10 % 10
    switch value.numerator % 10 {
    case 1: return hash == p.st && tens != 1
    case 2: return hash == p.nd
    case 3: return hash == p.rd
    default: return false
    }
  }

  /// Multiplies by scale words after a figure: "4.8 million", "2 hundred thousand", "5bn", "3 million and a half".
  private func scaled(_ numeral: inout WrittenNumeral) {
    var factor = Rational(1)
    while let word = words.numbers.row(lexemes.hash(numeral.end)), lexemes.isWord(numeral.end) {
      let glued = lexemes.gap(numeral.end) == .none
      switch word.role {
      case .scale, .scales, .dozen, .dozens, .scaleAbbreviation: break
      case .hundred where factor == Rational(1): break
      // Nobody writes "1500b" for more than a trillion.
      case .scaleLetter
      where glued && numeral.value < Rational(10_000)
        && (isScaleLetter(numeral.end)
          && (lexemes.byte(numeral.end) != UInt8(ascii: "b") || numeral.value < Rational(1000))
          || isMillion(numeral.end)):
        break
      case .scaleLetter where isFreeScaleLetter(numeral.end): break
      default: return finish(&numeral, factor)
      }
      guard lexemes.gap(numeral.end) != .dash, let product = factor * word.value else {
        return finish(&numeral, factor)
      }
      factor = product
      numeral.end += 1
      if word.role == .dozen || word.role == .scaleLetter { break }
    }
    // ".0012G": only with a point or alone, since "5G" and "10G" are kinds of networks.
    if factor == Rational(1), lexemes.gap(numeral.end) == .none, lexemes.byte(numeral.end) == UInt8(ascii: "G"),
      numeral.precision.map({ $0 < Rational(1) }) ?? false || numeral.start == 0 && numeral.end + 1 == lexemes.count
    {
      factor = Rational(1_000_000_000)
      numeral.end += 1
    }
    finish(&numeral, factor)
  }

  private func finish(_ numeral: inout WrittenNumeral, _ factor: Rational) {
    guard factor != Rational(1), let value = numeral.value * factor else { return }
    numeral.value = value
    numeral.scale = factor
    numeral.precision = numeral.precision.flatMap { $0 * factor }
    guard let (part, end) = wordFraction(afterAnd: numeral.end), let added = part * factor, let sum = value + added
    else { return }
    numeral.value = sum
    numeral.end = end
  }

  // MARK: - Words

  /// A spelled number; the grammar is that of English number names: groups of hundreds, each with its scale.
  private func spelled(at index: Int, _ depth: Int) -> WrittenNumeral? {
    guard let first = words.numbers.row(lexemes.hash(index)) else { return nil }
    switch first.role {
    case .one, .ten, .ordinal, .ordinalTen, .article, .half, .minus, .dozen, .dozens, .hundreds, .scales, .ordinalScale:
      break
    // "quarter-litre"
    case .quarter where lexemes.gap(index + 1) == .hyphen && isWholeUnit(index + 1):
      return Rational(1, over: 4).map {
        WrittenNumeral(start: index, end: index + 1, value: $0, isInWords: true, isFraction: true)
      }
    // "point 77", "point five percent"
    case .point where index == 0 || !lexemes.isWord(index - 1): return leadingPoint(index)
    // "hundred thousand", its article left out.
    // "several hundred thousand" is no hundred thousand.
    case .hundred
    where words.numbers.row(lexemes.hash(index + 1))?.role == .scale && lexemes.isWord(index + 1)
      && !words.contexts.isIn(.vague, lexemes.hash(index - 1)):
      break
    default: return nil
    }
    if first.role == .minus {
      // "minus minus 5" is no number.
      guard lexemes.isFigure(index + 1) || words.numbers.row(lexemes.hash(index + 1))?.role != .minus,
        var numeral = numeral(at: index + 1, depth: depth), !numeral.isOrdinal
      else { return nil }
      numeral.start = index
      numeral.value = numeral.value.magnitude.negated
      return numeral
    }
    if first.role == .half { return half(at: index) }
    if first.role == .dozens || first.role == .hundreds || first.role == .scales {
      var vague = WrittenNumeral(
        start: index, end: index + 1, value: first.value, scale: first.value, isInWords: true, isVague: true)
      // "hundreds of thousands"
      while lexemes.hash(vague.end) == words.particles.of, lexemes.isWord(vague.end + 1),
        let next = words.numbers.row(lexemes.hash(vague.end + 1)), next.role == .hundreds || next.role == .scales,
        let product = vague.value * next.value
      {
        vague.value = product
        vague.scale = product
        vague.end += 2
      }
      return vague
    }
    var group = SpelledNumber(parser: self, start: index)
    return group.read().map { over($0, depth) ?? ofScale($0) }
  }

  private func isWholeUnit(_ index: Int) -> Bool {
    guard let (row, _) = words.unit(lexemes, index) else { return false }
    return row.form == .word && ["length", "mass", "volume"].contains(row.unit.dimension)
  }

  /// A decimal whose nought is left unsaid: "point 77", "point five".
  private func leadingPoint(_ index: Int) -> WrittenNumeral? {
    if let (value, step, end) = spelledPoint(index) {
      return WrittenNumeral(start: index, end: end, value: value, precision: step)
    }
    var numeral = WrittenNumeral(start: index, end: index + 1, value: Rational(0), isInWords: true)
    var step = Rational(1)
    while lexemes.isWord(numeral.end), numeral.end - index < 8,
      let word = words.numbers.row(lexemes.hash(numeral.end)),
      word.role == .one, word.value < Rational(10), let smaller = step / Rational(10), let part = word.value * smaller,
      let sum = numeral.value + part
    {
      step = smaller
      numeral.value = sum
      numeral.end += 1
    }
    return numeral.end > index + 1 && !lexemes.isWord(numeral.end)
      || words.unit(lexemes, numeral.end) != nil
        && numeral.end > index + 1
      ? numeral : nil
  }

  /// "half a million", "half a dozen", "half of", "half the".
  private func half(at index: Int) -> WrittenNumeral? {
    guard let value = Rational(1, over: 2) else { return nil }
    var numeral = WrittenNumeral(start: index, end: index + 1, value: value, isInWords: true, isFraction: true)
    var next = index + 1
    if let word = words.numbers.row(lexemes.hash(next)), word.role == .article { next += 1 }
    if let word = words.numbers.row(lexemes.hash(next)),
      word.role == .scale || word.role == .dozen || word.role == .hundred,
      let product = value * word.value
    {
      numeral.value = product
      numeral.scale = word.value
      numeral.isFraction = false
      numeral.end = next + 1
    }
    return numeral
  }
}
