import DocumentModel

extension QuantityReader {
  /// "20 degrees Celsius", "98.6°F", "2 degrees below zero", "40 degrees" (but not "360-degree" and "40 degrees north"); "40C"
  /// is one only beside a degree sign elsewhere.
  func temperature(_ figure: Figure) -> Reading? {
    // "20 below zero"
    if isBelowZero(figure.end), !figure.low.isFraction, let degree = words.units.row(words.degree) {
      var below = figure
      below.low.value = below.low.value.negated
      return quantity(below, to: figure.end + 2, kind: .temperature, unit: degree.unit)
    }
    guard var (row, end) = words.unit(lexemes, figure.end) else { return nil }
    if row.unit.name == "degree" {
      if isAngle(figure, end) {
        return quantity(
          figure, to: end, kind: .measure,
          unit: MeasureUnit(name: "degree", dimension: "angle", factor: Rational(1)))
      }
      if let named = scaleNamed(after: end) { row = named }
    }
    if row.unit.dimension == "temperature", !isBelowZero(end),
      row.unit.name != "degree" || lexemes.gap(figure.end) != .hyphen
    {
      guard
        row.form != .letter
          || lexemes.isCapital(lexeme: figure.end) && figure.low.scale == Rational(1)
            && !lexemes.isCapital(lexeme: figure.end + 1) && !isNamed(figure.start)
      else { return nil }
      var figure = figure
      // "convert - 20 degrees": a minus that stands free, with no number before it.
      if lexemes.isFreeDash(figure.start - 1), lexemes.byte(figure.start - 1) == 0x2D, !figure.isRange,
        lexemes.isWord(figure.start - 2), words.numbers.row(lexemes.hash(figure.start - 2)) == nil,
        !hasMeasure(figure.start - 2), figure.low.value > Rational(0)
      {
        figure.low.value = figure.low.value.negated
        figure.start -= 1
      }
      var last = end
      let start = figure.isRange ? 0 : secondStart(end, from: figure.start)
      if start > 0, let second = numerals.numeral(at: start), !second.isOrdinal,
        let (again, finish) = words.unit(lexemes, second.end), again.unit == row.unit
      {
        if figure.low.value < second.value {
          figure.high = second
          last = finish
        } else if lexemes.hash(figure.start - 1) == words.particles.from, second.value < Rational(0) {
          // "from -18 °C to -34 °C" falls.
          figure.high = figure.low
          figure.low.value = second.value
          last = finish
        }
      }
      return quantity(figure, to: last, kind: .temperature, unit: row.unit)
    }
    guard row.unit.name == "degree", isBelowZero(end) else { return nil }
    var below = figure
    below.low.value = below.low.value.negated
    return quantity(below, to: end + 2, kind: .temperature, unit: row.unit)
  }

  /// "777F" of a Boeing and "the 13F filing" are no temperatures.
  private func isNamed(_ index: Int) -> Bool {
    guard index > 0, lexemes.isWord(index - 1), lexemes.gap(index) == .space else { return false }
    return lexemes.isCapital(lexeme: index - 1)
      && (!opensSentence(index - 1) || lexemes.hash(index - 1) == words.particles.the)
      || lexemes.hash(index - 1) == words.particles.the
  }

  /// "rotate 90 degrees": a turn, told by its verb.
  private func isAngle(_ figure: Figure, _ end: Int) -> Bool {
    for at in max(0, figure.start - 4)..<figure.start where words.turning.contains(lexemes.hash(at)) { return true }
    return words.turning.contains(lexemes.hash(end))
  }

  /// "−273.15° on the Celsius scale"
  private func scaleNamed(after index: Int) -> UnitWord? {
    let p = words.particles
    guard lexemes.hash(index) == p.on, lexemes.hash(index + 1) == p.the, lexemes.hash(index + 3) == p.scale else {
      return nil
    }
    return words.units.row(lexemes.hash(index + 2)).flatMap { $0.unit.dimension == "temperature" ? $0 : nil }
  }

  private func isBelowZero(_ index: Int) -> Bool {
    lexemes.hash(index) == words.particles.below && lexemes.hash(index + 1) == words.particles.zero
  }
}
