import DocumentModel

/// One number name while it is read: "two hundred and five thousand" is 205 so far, then times 1000.
struct SpelledNumber {
  let parser: NumeralParser
  let start: Int
  private var next: Int
  /// Sum of the groups whose scale has been said.
  private var total = Rational(0)
  /// The group being read, below 1000; nil before its first word.
  private var group: Rational?
  private var largest = Rational(1)
  private var lastScale: Rational?
  private var isArticle = false
  /// What had been said before the last "and": "two hundred and fifty-four hundredths" has 54 parts of a hundred.
  private var beforeAnd: Rational?
  /// What may follow within the group: a ten takes a unit, a hundred takes both.
  private var takesTen = true
  private var takesOne = true

  init(parser: NumeralParser, start: Int) {
    self.parser = parser
    self.start = start
    next = start
  }

  mutating func read() -> WrittenNumeral? {
    while parser.lexemes.isWord(next), let word = parser.words.numbers.row(parser.lexemes.hash(next)) {
      if next > start, parser.lexemes.gap(next) == .dash { break }
      if let done = ending(word) { return done }
      guard take(word) else { return unfinished(word) ?? result() }
    }
    return result()
  }

  /// Takes one more word; false when it does not belong.
  private mutating func take(_ word: NumberWord) -> Bool {
    switch word.role {
    case .article: guard takeArticle() else { return false }
    case .one:
      let isUnit = word.value < Rational(10)
      guard isUnit ? takesOne : takesOne && takesTen, let sum = (group ?? Rational(0)) + word.value else {
        return false
      }
      group = sum
      takesOne = false
      takesTen = false
    case .ten:
      guard takesTen, let sum = (group ?? Rational(0)) + word.value else { return false }
      group = sum
      takesTen = false
    case .hundred:
      if next == start { group = Rational(1) }
      guard let part = group, part < Rational(100), let product = part * word.value else { return false }
      group = product
      takesTen = true
      takesOne = true
    case .scale, .scales, .dozen, .dozens, .score, .gross: guard takeScale(word) else { return false }
    case .and: return takeAnd()
    case .point: return decimals()
    case .minus, .half, .quarter, .parts, .ordinal, .ordinalTen, .ordinalScale, .hundreds,
      .scaleAbbreviation, .scaleLetter:
      return false
    }
    next += 1
    return true
  }

  /// "a" counts only at the start and before a word of size.
  private mutating func takeArticle() -> Bool {
    guard next == start, let after = number(next + 1) else { return false }
    switch after.role {
    case .hundred, .scale, .dozen, .half, .quarter, .ordinal, .parts, .ordinalScale: break
    default: return false
    }
    group = Rational(1)
    isArticle = true
    takesTen = false
    takesOne = false
    return true
  }

  /// "thousand", "million", "dozen": what the group before it is multiplied by.
  private mutating func takeScale(_ word: NumberWord) -> Bool {
    guard var part = group, next > start else { return false }
    // "two hundred thousand million": a larger scale takes all said so far.
    if let last = lastScale, last < word.value, part == Rational(0) { part = total; total = Rational(0) }
    guard let product = part * word.value, let sum = total + product else { return false }
    total = sum
    group = Rational(0)
    lastScale = word.value
    largest = max(largest, word.value)
    let isOfScales = word.role == .scale || word.role == .scales
    takesTen = isOfScales
    takesOne = isOfScales
    isArticle = false
    return true
  }

  /// "two and a half", "two hundred and five".
  private mutating func takeAnd() -> Bool {
    guard group != nil, next > start else { return false }
    if let value = value, let done = andFraction(value) {
      // "two and a half" is the group that a scale may still multiply.
      total = lastScale == nil ? Rational(0) : done.0
      group = lastScale == nil ? done.0 : Rational(0)
      next = done.1
      takesOne = false
      takesTen = false
      return true
    }
    guard takesTen, lastScale != nil || (group ?? Rational(0)) >= Rational(100), let after = number(next + 1),
      after.role == .one || after.role == .ten || after.role == .ordinal || after.role == .ordinalTen
    else { return false }
    beforeAnd = value
    next += 1
    return true
  }

  private var value: Rational? { group.flatMap { total + $0 } }

  private func andFraction(_ value: Rational) -> (Rational, Int)? {
    guard let (part, end) = parser.wordFraction(afterAnd: next) else { return nil }
    // "one billion and a half million"
    if let scale = parser.words.numbers.row(parser.lexemes.hash(end)), scale.role == .scale, parser.lexemes.isWord(end),
      let last = lastScale, scale.value < last, let added = part * scale.value, let sum = value + added
    {
      return (sum, end + 1)
    }
    // "three million and a half" is half a million more.
    guard let added = (group == Rational(0) ? part * (lastScale ?? Rational(1)) : part), let sum = value + added else {
      return nil
    }
    return (sum, end)
  }

  /// "point five two".
  private mutating func decimals() -> Bool {
    guard let whole = value else { return false }
    var at = next + 1
    var step = Rational(1)
    var sum = whole
    while parser.lexemes.isWord(at), let word = parser.words.numbers.row(parser.lexemes.hash(at)), word.role == .one,
      word.value < Rational(10), let smaller = step / Rational(10), let part = word.value * smaller,
      let more = sum + part
    {
      step = smaller
      sum = more
      at += 1
    }
    guard at > next + 1 else { return false }
    total = Rational(0)
    group = sum
    takesOne = false
    takesTen = false
    next = at
    return true
  }

  /// A word that ends the name: an ordinal, or the parts of a fraction.
  private func ending(_ word: NumberWord) -> WrittenNumeral? {
    let hyphen = parser.lexemes.gap(next) == .hyphen
    switch word.role {
    case .ordinal, .ordinalTen:
      guard let value else {
        return next == start ? ordinal(word.value) : nil
      }
      if isFractionBottom(value, word, hyphen) { return fraction(value, word.value) }
      let fits = word.role == .ordinalTen ? takesTen : word.value < Rational(10) ? takesOne : takesOne && takesTen
      guard fits, !isArticle, let sum = value + word.value else { return nil }
      return ordinal(sum)
    case .ordinalScale:
      guard let value else { return next == start ? ordinal(word.value) : nil }
      if isFractionBottom(value, word, hyphen) && value == Rational(1) { return fraction(value, word.value) }
      guard let product = (group ?? Rational(1)) * word.value, let sum = total + product else { return nil }
      return ordinal(sum)
    case .parts:
      guard let value else { return nil }
      if let whole = beforeAnd, let top = value - whole, top > Rational(0), top < word.value,
        let part = top / word.value, let sum = whole + part
      {
        return WrittenNumeral(start: start, end: next + 1, value: sum, isInWords: true)
      }
      return fraction(value, word.value)
    case .half, .quarter:
      guard let value, value == Rational(1) || hyphen else { return nil }
      // "a half million", "a half-dozen officers"
      if let scale = number(next + 1), scale.role == .scale || scale.role == .dozen, let part = value / word.value,
        let size = part * scale.value
      {
        return WrittenNumeral(start: start, end: next + 2, value: size, scale: scale.value, isInWords: true)
      }
      if word.role == .quarter, !hyphen, !isFollowedByOf, !isFollowedByLength { return nil }
      return fraction(value, word.value)
    default: return nil
    }
  }

  /// What a word makes of the number that it does not fit into: the parts of a fraction ("three twenty-fifths", "twenty twenty
  /// fifths"), or the tens of a number said in two halves ("one twenty-two").
  private func unfinished(_ word: NumberWord) -> WrittenNumeral? {
    guard let value, !isArticle, next > start, word.role == .ten || word.role == .one else { return nil }
    var at = next
    var bottom = word.value
    if word.role == .one {
      // "one one hundred fifth"
      guard let hundred = number(at + 1), hundred.role == .hundred, let size = bottom * hundred.value else {
        return nil
      }
      bottom = size
      at += 1
    }
    at += 1
    if let last = number(at), last.value < Rational(10), last.value > Rational(0),
      last.role == .parts || last.role == .ordinal && value == Rational(1) && !parser.lexemes.isWord(at + 1),
      let sum = bottom + last.value, let part = value / sum
    {
      return WrittenNumeral(start: start, end: at + 1, value: part, isInWords: true, isFraction: true)
    }
    guard word.role == .ten, value < Rational(10), value > Rational(0), next == start + 1,
      parser.lexemes.gap(next) == .space
    else { return nil }
    var rest = word.value
    if let last = number(at), last.role == .one, last.value < Rational(10), let sum = rest + last.value {
      rest = sum
      at += 1
    }
    guard !parser.lexemes.isWord(at), let hundreds = value * Rational(100), let sum = hundreds + rest else {
      return nil
    }
    return WrittenNumeral(start: start, end: at, value: sum, isInWords: true)
  }

  private func number(_ index: Int) -> NumberWord? {
    parser.lexemes.isWord(index) ? parser.words.numbers.row(parser.lexemes.hash(index)) : nil
  }

  /// "a quarter mile"
  private var isFollowedByLength: Bool {
    parser.words.unit(parser.lexemes, next + 1).map {
      $0.row.form == .word && $0.row.unit.dimension == "length"
    }
      ?? false
  }

  private var isFollowedByOf: Bool { parser.lexemes.hash(next + 1) == parser.words.particles.of }

  /// "one third", "a fifth of", "two-thirds"; never "twenty-fifth".
  private func isFractionBottom(_ value: Rational, _ word: NumberWord, _ hyphen: Bool) -> Bool {
    guard word.value >= Rational(3), value == Rational(1) else { return false }
    // "grew by a third in a year"
    let isAmount = parser.lexemes.hash(start - 1) == parser.words.particles.by
    return hyphen || isFollowedByOf || !isArticle || isAmount || !parser.lexemes.isWord(next + 1)
  }

  private func ordinal(_ value: Rational) -> WrittenNumeral {
    WrittenNumeral(start: start, end: next + 1, value: value, isInWords: true, isOrdinal: true)
  }

  private func fraction(_ top: Rational, _ bottom: Rational) -> WrittenNumeral? {
    guard let value = top / bottom else { return nil }
    return WrittenNumeral(start: start, end: next + 1, value: value, isInWords: true, isFraction: true)
  }

  private func result() -> WrittenNumeral? {
    guard let value, !isArticle || lastScale != nil || value != Rational(1) else { return nil }
    return WrittenNumeral(start: start, end: next, value: value, scale: largest, isInWords: true)
  }
}
