import DocumentModel

/// Ranges of two figures: "160 to 180", "five or six million", "52-48" told from them.
extension QuantityReader {
  /// The second number of a range: "160 to 180", "5–7", "between 5 and 7", "$160 to $180".
  func rangeEnd(
    after low: WrittenNumeral, at index: Int, _ currency: CurrencyWord?
  ) -> (WrittenNumeral, Int, CurrencyWord?)? {
    guard !low.isOrdinal, let joint = joint(after: low, at: index) else { return nil }
    let joined = joint.isGlued
    var next = joint.next
    let prefix = prefixCurrency(at: next)
    if let prefix { next = prefix.end }
    // "-10 to +5 degrees"
    if !joined, lexemes.isMark(next, "+"), lexemes.isFigure(next + 1), low.value < Rational(0) { next += 1 }
    guard var high = numerals.numeral(at: next), !high.isOrdinal, !high.isVague,
      high.isInWords == low.isInWords || !joined
    else { return nil }
    // "from 24 to 33–35 billion": the second opens a range of its own.
    if !joined, lexemes.gap(high.end) == .hyphen || lexemes.gap(high.end) == .dash,
      lexemes.isFigure(high.end)
    {
      return nil
    }
    if currency != nil || prefix != nil { moneyScale(&high) }
    // "increased by $43 million to $419 million", "fell 12,000 to 231,000": by how much, and to what.
    if (currency == nil) == (prefix == nil), !joined, isChange(before: index), let triple = low.value * Rational(3),
      triple <= high.value
    {
      return nil
    }
    if joined, currency == nil, prefix == nil, !low.isInWords {
      // "52-48" and "555-0199" are scores and codes unless something measured follows.
      guard lexemes.gap(high.end) != .hyphen || words.unit(lexemes, high.end) != nil else { return nil }
      guard lexemes.gap(next) == .dash || isMeasured(high) || areRoundBounds(low, high) || areAges(low, high)
      else { return nil }
    }
    let lowest =
      low.scale == Rational(1) && high.scale > Rational(1) ? (low.value * high.scale ?? low.value) : low.value
    let isDescending =
      lexemes.hash(index - 1) == words.particles.from && !joined
      && (currency != nil && prefix?.row.unit == currency?.unit
        || currency == nil && prefix == nil
          && words.unit(lexemes, high.end).map { accepts($0.row, high.end, $0.end) } ?? false)
    let isFalling = !joined && low.value < Rational(0) && high.value < low.value
    guard lowest < high.value || low.value < high.value || isDescending || isFalling else { return nil }
    return (high, high.end, prefix?.row)
  }

  /// What joins two figures to a range, and whether it is a hyphen or dash glued to both; `next` is where the second
  /// begins.
  private func joint(after low: WrittenNumeral, at index: Int) -> (next: Int, isGlued: Bool)? {
    let p = words.particles
    var next = low.end
    if lexemes.gap(next) == .hyphen || lexemes.gap(next) == .dash {
      // "0-to-60-mph"
      let hasTo = lexemes.gap(next) == .hyphen && lexemes.hash(next) == p.to && lexemes.gap(next + 1) == .hyphen
      return (hasTo ? next + 1 : next, true)
    }
    let opened = lexemes.hash(index - 1)
    let isAnd =
      lexemes.hash(next) == p.and && (opened == p.between || opened == p.of && lexemes.hash(index - 2) == p.ages)
    if lexemes.isMark(next, "-"), lexemes.gap(next) == .none, lexemes.hash(next + 1) == p.to {
      // "18- to 24-year-olds"
      next += 2
    } else if lexemes.hash(next) == p.to || isAnd || lexemes.isFreeDash(next) || isAlternative(low, next)
      || lexemes.isMark(next, "~")
    {
      next += 1
    } else if lexemes.isWord(next), lexemes.hash(next) == DateParticle.through, lexemes.isFigure(next + 1) {
      // "Rounds 3 through 7"
      next += 1
    } else if opened == p.from, lexemes.hash(next) == AmountParticle.up, lexemes.hash(next + 1) == p.to {
      // "from 10 up to 15"
      next += 2
    } else {
      return nil
    }
    if lexemes.isMark(next, "~"), lexemes.isFigure(next + 1) { next += 1 }
    return (next, false)
  }

  /// "five or six million", "10 or 20 thousand", "one or two people": two guesses at one number.
  private func isAlternative(_ low: WrittenNumeral, _ index: Int) -> Bool {
    guard lexemes.hash(index) == words.particles.or, lexemes.isWord(index), lexemes.gap(index) == .space,
      low.scale == Rational(1), low.value.isWhole, low.value > Rational(0), low.value < Rational(1000),
      lexemes.isFigure(index + 1) || lexemes.isWord(index + 1), let high = numerals.numeral(at: index + 1),
      high.isInWords == low.isInWords, !high.isOrdinal, !high.isFraction, !high.isVague
    else { return false }
    guard high.scale > Rational(1) else {
      // A lone "one" is seldom a number; before "or two" it is.
      return low.isInWords && low.value == Rational(1) && high.value == Rational(2) && hasUnit(high.end)
    }
    guard let top = high.value / high.scale, let double = low.value * Rational(2) else { return false }
    return top.isWhole && low.value < top && top <= double
  }

  /// Whether a scale or a unit makes a numeral more than a bare figure.
  func isMeasured(_ numeral: WrittenNumeral) -> Bool { numeral.scale > Rational(1) || hasUnit(numeral.end) }

  /// "1000-5000", "10,000-15,000": bounds too round for a score or a code.
  func areRoundBounds(_ low: WrittenNumeral, _ high: WrittenNumeral) -> Bool {
    guard low.value.isWhole, high.value.isWhole, low.value >= Rational(100), low.value < high.value,
      low.scale == Rational(1), high.scale == Rational(1), low.end == low.start + 1, high.end == high.start + 1
    else { return false }
    if hasSeparator(low.start), hasSeparator(high.start) { return true }
    return low.value.numerator % 100 == 0 && high.value.numerator % 100 == 0
  }
}
