import DocumentModel

extension QuantityReader {
  /// "20 degrees Celsius", "98.6°F", "2 degrees below zero", "40 degrees" (but not "360-degree" and "40 degrees north"); "40C"
  /// is one only beside a degree sign elsewhere.
  func temperature(_ figure: Figure) -> Reading? {
    // "20 below zero"
    if isBelowZero(figure.end), !figure.low.isFraction, let degree = words.units.row(words.degree) {
      return quantity(negated(figure), to: figure.end + 2, kind: .temperature, unit: degree.unit)
    }
    guard let (found, end) = words.unit(lexemes, figure.end) else { return nil }
    var row = found
    if row.unit.name == "degree" {
      if isAngle(figure, end) {
        return quantity(
          figure, to: end, kind: .measure,
          unit: MeasureUnit(name: "degree", dimension: "angle", factor: Rational(1)))
      }
      if isOther(figure, end) { return nil }
      if let named = scaleNamed(after: end) { row = named }
    }
    if row.unit.dimension == "temperature", !isBelowZero(end),
      row.unit.name != "degree" || lexemes.gap(figure.end) != .hyphen || isOfHeat(figure, end)
    {
      guard row.form != .letter || isScaleLetter(figure) else { return nil }
      var figure = figure
      // "convert - 20 degrees": a minus that stands free, with no number before it.
      if lexemes.isFreeDash(figure.start - 1), lexemes.byte(figure.start - 1) == UInt8(ascii: "-"), !figure.isRange,
        lexemes.isWord(figure.start - 2), words.numbers.row(lexemes.hash(figure.start - 2)) == nil,
        !hasMeasure(figure.start - 2), figure.low.value > Rational(0)
      {
        figure.low.value = figure.low.value.negated
        figure.start -= 1
      }
      var last = end
      var start = figure.isRange ? 0 : secondStart(end, from: figure.start)
      // "from -10°C to +5°C"
      if start > 0, lexemes.isMark(start, "+"), lexemes.isFigure(start + 1) { start += 1 }
      if start > 0, let second = numerals.numeral(at: start), !second.isOrdinal,
        let (again, finish) = words.unit(lexemes, second.end),
        again.unit == row.unit || row.unit.name == "degree" && again.unit.dimension == "temperature"
      {
        if figure.low.value < second.value {
          figure.high = second
          row = again
          last = finish
        } else if second.value < Rational(0), second.value < figure.low.value {
          // "from -18 °C to -34 °C" falls.
          figure.high = figure.low
          figure.low.value = second.value
          row = again
          last = finish
        }
      }
      // "0.2°C per decade"
      if let (name, finish) = rate(at: last), QuantityReader.periods.contains(name) {
        return quantity(
          figure, to: finish, kind: .temperature,
          unit: MeasureUnit(name: row.unit.name + " per " + name, dimension: "temperature rate", factor: nil))
      }
      return quantity(figure, to: last, kind: .temperature, unit: row.unit)
    }
    guard row.unit.name == "degree", isBelowZero(end) else { return nil }
    return quantity(negated(figure), to: end + 2, kind: .temperature, unit: row.unit)
  }

  /// A figure, or a range of two, as far below nought.
  private func negated(_ figure: Figure) -> Figure {
    var below = figure
    below.low.value = figure.low.value.negated
    if var high = figure.high {
      high.value = high.value.negated
      (below.low, below.high) = (high, below.low)
    }
    return below
  }

  /// Whether the letter after a figure names the scale of a temperature: "40C", but not "24 F-35s" or "Boeing 777F".
  private func isScaleLetter(_ figure: Figure) -> Bool {
    let letter = figure.end
    guard lexemes.isCapital(lexeme: letter), figure.low.scale == Rational(1),
      lexemes.gap(letter) == .none || lexemes.gap(letter + 1) != .hyphen
    else { return false }
    // "the 1.5C goal", "the 2C limit": things have no decimals, and heat has limits.
    if figure.last.precision.map({ $0 < Rational(1) }) ?? false { return true }
    if lexemes.isCapital(lexeme: letter + 1) { return false }
    return !isNamed(figure.start)
      || lexemes.hash(figure.start - 1) == words.particles.the && isIn(.warming, letter + 1)
  }

  /// "100-degree heat", "a 1.5-degree global warming target"; not "a 360-degree view".
  private func isOfHeat(_ figure: Figure, _ end: Int) -> Bool {
    guard figure.last.value < Rational(160), lexemes.gap(end) == .space else { return false }
    return isIn(.warming, end) || lexemes.isWord(end) && lexemes.gap(end + 1) == .space && isIn(.warming, end + 1)
  }

  /// Degrees that a university gave, or of another scale: "two degrees from Oxford", "six degrees of separation".
  private func isOther(_ figure: Figure, _ end: Int) -> Bool {
    guard lexemes.isWord(end), lexemes.gap(end) == .space else { return false }
    if lexemes.hash(end) == words.particles.of { return isIn(.degreesOf, end + 1) }
    return figure.low.isInWords && lexemes.hash(end) == words.particles.from && lexemes.isCapital(lexeme: end + 1)
      && lexemes.isWord(end + 1) && words.months.row(lexemes.hash(end + 1)) == nil
      && words.weekdays.row(lexemes.hash(end + 1)) == nil
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
    for at in max(0, figure.start - 4)..<figure.start where isIn(.angles, at) { return true }
    return isIn(.angles, end)
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
