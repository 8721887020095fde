import DocumentModel

/// Decades that are no years: of a life ("in her early 40s"), of a thermometer ("highs in the 70s"), and the classes of age
/// ("over-65s").
extension QuantityReader {
  /// Found from the word that opens it ("in", "the") or from the figure itself, before a decade of years can be.
  func lifeDecade(at index: Int) -> Reading? {
    let p = words.particles
    if let classed = ageClass(at: index) { return classed }
    var at = index
    if lexemes.isWord(index) {
      if lexemes.hash(at) == p.in { at += 1 }
      if lexemes.hash(at) == p.the || isIn(.owners, at) { at += 1 }
    }
    if lexemes.isWord(at), isIn(.decadeParts, at) { at += 1 }
    guard at > 0, let (number, end) = decadeOfTens(at) else { return nil }
    let part = isIn(.decadeParts, at - 1) ? at - 1 : at
    let figure = Figure(
      start: at, end: end,
      low: WrittenNumeral(start: at, end: end, value: Rational(number), isInWords: lexemes.isWord(at)),
      high: WrittenNumeral(start: at, end: end, value: Rational(number + 10)), currency: nil, outerStart: at)
    // "in their 20s, 30s and 40s", "in the 70s and low 80s"
    let goesOn =
      free == part - 1 && quantities.last?.numerals.isEmpty ?? false
      && ([p.and, p.or, p.to].contains(lexemes.hash(part - 1)) || lexemes.isMark(part - 1, ","))
    if isIn(.owners, part - 1) && isOfLife(part - 1, end) || goesOn && quantities.last?.kind == .age {
      return decade(figure, from: part, kind: .age, year)
    }
    if goesOn, quantities.last?.kind == .temperature, let degree = words.units.row(words.degree) {
      return decade(figure, from: part, kind: .temperature, degree.unit)
    }
    // "in the mid-20s Celsius"
    if !lexemes.isWord(at), let (row, last) = words.unit(lexemes, end), row.unit.dimension == "temperature",
      row.form == .word || lexemes.isCapital(lexeme: end)
    {
      var degrees = figure
      degrees.end = last
      return decade(degrees, from: part, kind: .temperature, row.unit)
    }
    guard lexemes.hash(part - 1) == p.the || part < at, number >= 10, !lexemes.isWord(at) else { return nil }
    if isOfThermometer(part), let degree = words.units.row(words.degree) {
      return decade(figure, from: part, kind: .temperature, degree.unit)
    }
    // "the low 40s" are no years and no seconds.
    return isIn(.degreeParts, part) && part < at ? Reading(start: part, end: end, quantity: nil) : nil
  }

  /// "in his 60s", "her 30s were"; not "his 80s hits".
  private func isOfLife(_ owner: Int, _ end: Int) -> Bool {
    lexemes.hash(owner - 1) == words.particles.in || lexemes.hash(owner - 1) == AmountParticle.into
      || isWithoutNoun(end)
  }

  private func decade(_ figure: Figure, from part: Int, kind: QuantityKind, _ unit: MeasureUnit) -> Reading? {
    var reading = quantity(figure, to: figure.end, kind: kind, unit: unit)
    reading?.quantity?.numerals = []
    if part < figure.start { reading?.quantity?.outerSpan = lexemes.span(part, figure.end) }
    return reading
  }

  /// "40s", "40's", "forties": the tens and where they end.
  private func decadeOfTens(_ index: Int) -> (number: Int64, end: Int)? {
    if let number = lexemes.digits(index) {
      guard lexemes.length(index) == 2, number >= 20 || number == 10, number % 10 == 0,
        lexemes.gap(index + 1) == .none
      else { return nil }
      let isQuoted = lexemes.kind(index + 1) == .quote || lexemes.kind(index + 1) == .other
      let ending =
        isQuoted && lexemes.length(index + 1) <= 3 && lexemes.hash(index + 1) != words.particles.s
          && lexemes.hash(index + 2) == words.particles.s && lexemes.gap(index + 2) == .none ? index + 2 : index + 1
      return lexemes.hash(ending) == words.particles.s ? (Int64(number), ending + 1) : nil
    }
    guard lexemes.isWord(index), let row = words.dates.row(lexemes.hash(index)), row.role == .decade else { return nil }
    return (Int64(row.number), index + 1)
  }

  /// Whether the words before tell of a temperature: "lows in the mid-60s", "temperatures are to reach the upper 50s".
  private func isOfThermometer(_ index: Int) -> Bool {
    var at = index - 1
    // "the highs of the 80s" are those of years.
    if lexemes.hash(at - 1) == words.particles.of, lexemes.hash(at) == words.particles.the { return false }
    while at >= 0, at > index - 9 {
      if isIn(.thermometer, at) { return true }
      // "temperatures in the 70s and 80s" go on; another sentence does not.
      if lexemes.isMark(at, "."), lexemes.gap(at) == .none { return false }
      at -= 1
    }
    return false
  }

  /// "Over-65s", "the under 16s"; "England Under-21s" are a team, and "in under 20s" is a time.
  private func ageClass(at index: Int) -> Reading? {
    let before = lexemes.hash(index - 1)
    guard let (number, end) = classed(index), index - 1 >= free,
      before == words.particles.over || before == AmountParticle.under,
      !lexemes.isCapital(lexeme: index - 1) || opensSentence(index - 1),
      lexemes.gap(index) == .hyphen || lexemes.gap(index) == .space && lexemes.hash(index - 2) != words.particles.in,
      lexemes.gap(index) == .hyphen || isOpeningClass(index - 2)
    else { return nil }
    let figure = Figure(
      start: index, end: end,
      low: WrittenNumeral(start: index, end: index + 1, value: Rational(Int64(number)), precision: Rational(1)),
      high: nil, currency: nil, outerStart: index)
    var reading = quantity(figure, to: end, kind: .age, unit: year)
    reading?.quantity?.modifier = before == words.particles.over ? .moreThan : .lessThan
    reading?.quantity?.outerSpan = lexemes.span(index - 1, end)
    return reading
  }

  /// The number of "65s" and "fifties", and where it ends.
  private func classed(_ index: Int) -> (number: Int, end: Int)? {
    if let number = lexemes.digits(index) {
      return (2...99).contains(number) && lexemes.gap(index + 1) == .none
        && lexemes.hash(index + 1) == words.particles.s ? (number, index + 2) : nil
    }
    guard lexemes.isWord(index), lexemes.gap(index) == .hyphen, let row = words.dates.row(lexemes.hash(index)),
      row.role == .decade
    else { return nil }
    return (row.number, index + 1)
  }

  /// What stands before "over 65s": "the", "all", or a preposition; or they open the sentence.
  private func isOpeningClass(_ index: Int) -> Bool {
    let p = words.particles
    return opensSentence(index + 1) || [p.the, p.all, p.for, p.of, p.and, p.to].contains(lexemes.hash(index))
  }
}
