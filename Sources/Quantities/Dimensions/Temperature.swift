import DocumentModel

extension QuantityReader {
  /// "20 degrees Celsius", "98.6°F", "2 degrees below zero", "40 degrees" (but not "360-degree" and "40 degrees north"); "40C"
  /// is one only beside a degree sign elsewhere.
  func temperature(_ figure: Figure) -> Reading? {
    guard let (row, end) = words.units.longest(lexemes, figure.end) else { return nil }
    if row.unit.dimension == "temperature", !isBelowZero(end),
      row.unit.name != "degree" || lexemes.gap(figure.end) != .hyphen
    {
      guard
        row.form != .letter
          || lexemes.isCapital(lexeme: figure.end) && figure.low.scale == Rational(1)
            && !lexemes.isCapital(lexeme: figure.end + 1)
      else { return nil }
      var figure = figure
      var last = end
      let start = figure.isRange ? 0 : secondStart(end, from: figure.start)
      if start > 0, let second = numerals.numeral(at: start), !second.isOrdinal, figure.low.value < second.value,
        let (again, finish) = words.units.longest(lexemes, second.end), again.unit == row.unit
      {
        figure.high = second
        last = finish
      }
      return quantity(figure, to: last, kind: .temperature, unit: row.unit)
    }
    guard row.unit.name == "degree", isBelowZero(end) else { return nil }
    var below = figure
    below.low.value = below.low.value.negated
    return quantity(below, to: end + 2, kind: .temperature, unit: row.unit)
  }

  private func isBelowZero(_ index: Int) -> Bool {
    lexemes.hash(index) == words.particles.below && lexemes.hash(index + 1) == words.particles.zero
  }
}
