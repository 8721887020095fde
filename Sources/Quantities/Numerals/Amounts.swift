import DocumentModel
import TextCore

/// A numeral or a range of two, before its unit is known.
struct Figure {
  var start: Int
  var end: Int
  var low: WrittenNumeral
  var high: WrittenNumeral?
  /// The currency that stood before it.
  var currency: CurrencyWord?
  /// "between 5 and 7": the opening word belongs to the outer span.
  var outerStart: Int

  var isRange: Bool { high != nil }
  var last: WrittenNumeral { high ?? low }
}

extension QuantityReader {
  /// A numeral with whatever unit follows.
  func amount(at index: Int) -> Reading? {
    guard let figure = figure(at: index) else { return single(at: index) }
    if figure.low.isVague { return vagueAmount(figure) }
    if figure.low.isOrdinal { return ordinal(figure) }
    if figure.currency != nil { return money(figure) }
    if lexemes.hash(index - 1) == words.particles.mach, index > free, !figure.isRange { return mach(figure) }
    if let zero = absoluteZero(figure) { return zero }
    if let reading = boundedQuarter(figure) ?? unitAmount(figure) { return reading }
    if let reading = looseAmount(figure) ?? boundAmount(figure) ?? memory(figure) { return reading }
    return count(figure)
  }

  /// "thousands of tests", "tens of millions of dollars": between that many and ten times that many.
  private func vagueAmount(_ vague: Figure) -> Reading? {
    guard lexemes.hash(vague.low.end) == words.particles.of, lexemes.isWord(vague.low.end),
      words.numbers.row(lexemes.hash(vague.start))?.role != .dozens, let most = vague.low.value * Rational(10)
    else { return nil }
    var figure = vague
    figure.low.isVague = false
    var high = figure.low
    high.value = most
    figure.high = high
    figure.end = vague.low.end + 1
    var reading: Reading?
    if let amount = money(figure) ?? duration(figure) ?? measure(figure) {
      reading = amount
    } else if let counted = noun(after: figure.end) {
      reading = quantity(
        figure, to: vague.low.end, kind: .count, unit: MeasureUnit(name: counted, dimension: "", factor: nil))
    }
    reading?.quantity?.numerals = []
    reading?.quantity?.modifier = .about
    return reading
  }

  /// "15-plus years", "40-odd miles".
  private func looseAmount(_ figure: Figure) -> Reading? {
    guard lexemes.gap(figure.end) == .hyphen, isIn(.looseEndings, figure.end), lexemes.gap(figure.end + 1) == .space
    else { return nil }
    var loose = figure
    loose.end += 1
    var reading = unitAmount(loose)
    reading?.quantity?.modifier = lexemes.hash(figure.end) == words.particles.plus ? .atLeast : .about
    return reading
  }

  /// "two or more years", "40 or so minutes": the bound stands before the unit.
  private func boundAmount(_ figure: Figure) -> Reading? {
    guard lexemes.isWord(figure.end), lexemes.gap(figure.end) == .space,
      let (row, end) = words.modifiers.longest(lexemes, figure.end), row.place == .after
    else { return nil }
    var bound = figure
    bound.end = end
    var reading = unitAmount(bound)
    reading?.quantity?.modifier = row.modifier
    return reading
  }

  /// "absolute zero", a temperature.
  private func absoluteZero(_ figure: Figure) -> Reading? {
    guard figure.low.value == Rational(0), figure.start > free, lexemes.hash(figure.start) == words.particles.zero,
      lexemes.hash(figure.start - 1) == words.absolute, let kelvin = words.units.row(words.particles.kelvin)
    else { return nil }
    var whole = figure
    whole.start -= 1
    return quantity(whole, to: figure.end, kind: .temperature, unit: kelvin.unit)
  }

  private func unitAmount(_ figure: Figure) -> Reading? {
    percent(figure) ?? money(figure) ?? temperature(figure) ?? age(figure) ?? duration(figure) ?? measure(figure)
      ?? drachma(figure)
  }

  /// A numeral with the currency before it, or a range of two.
  func figure(at index: Int) -> Figure? {
    var start = index
    var sign = false
    if lexemes.gap(index) == .minus { sign = lexemes.kind(index) == .symbol }
    var currency = prefixCurrency(at: index)
    if let currency { start = currency.end }
    var index = index
    var scale: Rational?
    // "MAUD 60": the code with its scale opens no amount by itself.
    if currency == nil, index > free, lexemes.isFigure(index), let scaled = scaledCode(at: index - 1) {
      currency = (scaled.row, index)
      scale = scaled.scale
      index -= 1
    }
    guard var low = numerals.numeral(at: start), !isLabel(low, index, currency != nil) else { return nil }
    if currency != nil, low.isOrdinal { return nil }
    if sign { low.value = low.value.magnitude.negated }
    if currency != nil { moneyScale(&low) }
    if let scale, let value = low.value * scale {
      low.value = value
      low.precision = low.precision.flatMap { $0 * scale }
    }
    if let currency, !isMoney(currency.row, low) { return nil }
    var figure = Figure(start: index, end: low.end, low: low, high: nil, currency: currency?.row, outerStart: index)
    if low.isInWords && low.isVague { return figure }
    if let unit = unitOfFraction(low) {
      figure.end = unit
      return figure
    }
    if let end = numerals.plusMinus(after: low.end) {
      figure.end = end
      return figure
    }
    if let (high, end, unit) = rangeEnd(after: low, at: index, figure.currency) {
      figure.high = high
      figure.end = end
      // "-5 to -10" falls.
      if high.value < figure.low.value, high.value < Rational(0) {
        (figure.low, figure.high) = (high, figure.low)
      }
      if figure.currency == nil, let unit { figure.currency = unit }
      if figure.low.scale == Rational(1), high.scale > Rational(1), figure.low.value < Rational(1000), !high.isVague,
        let scaled = figure.low.value * high.scale, scaled < high.value
      {
        figure.low.value = scaled
      } else if figure.low.isInWords, high.isInWords, figure.low.value < Rational(10), high.value < Rational(1000),
        let hundreds = high.value / Rational(100), hundreds.isWhole, figure.low.value < hundreds,
        let scaled = figure.low.value * Rational(100)
      {
        // "two to three hundred soldiers"
        figure.low.value = scaled
      }
    }
    return figure
  }

  /// Where the unit begins in "half an hour", "three-quarters of a mile".
  private func unitOfFraction(_ low: WrittenNumeral) -> Int? {
    let p = words.particles
    let isOf = lexemes.hash(low.end) == p.of
    guard low.isFraction && (low.isInWords || isOf) || isOf && low.value < Rational(1) else { return nil }
    let article = isOf ? low.end + 1 : low.end
    guard
      lexemes.hash(article) == p.a || lexemes.hash(article) == p.an || isOf && lexemes.hash(article) == p.one,
      lexemes.isWord(article),
      let (row, end) = words.unit(lexemes, article + 1), row.form == .word, accepts(row, article + 1, end),
      !lexemes.isPluralForm(end - 1)
    else { return nil }
    return article + 1
  }

  /// Whether a unit or a currency follows.
  func hasUnit(_ index: Int) -> Bool {
    if let (row, end) = words.unit(lexemes, index) { return accepts(row, index, end) }
    if let (row, _) = words.currencies.longest(lexemes, index) { return row.form == .word || row.form == .pound }
    return lexemes.isWord(index) && noun(after: index) != nil
  }

  func hasSeparator(_ index: Int) -> Bool { lexemes.digits(index) == nil }

  func hasMeasure(_ index: Int) -> Bool {
    guard let (row, end) = words.unit(lexemes, index) else { return false }
    return accepts(row, index, end)
  }

  // MARK: - Making quantities

  /// A quantity over lexemes from the figure's start to `end`.
  func quantity(
    _ figure: Figure, to end: Int, kind: QuantityKind, unit: MeasureUnit?, over parts: Rational = Rational(1)
  ) -> Reading? {
    guard let low = figure.low.value / parts else { return nil }
    var value = QuantityValue.exact(low)
    if let high = figure.high {
      guard let top = high.value / parts else { return nil }
      value = .range(low: low, high: top)
    }
    var written = [Numeral(span: lexemes.span(figure.low.start, figure.low.end), value: figure.low.value)]
    if let high = figure.high { written.append(Numeral(span: lexemes.span(high.start, high.end), value: high.value)) }
    // "29km": glued to its unit the figure is no number of its own.
    if kind == .measure, !figure.isRange, figure.end < end, lexemes.isWord(figure.end), lexemes.gap(figure.end) == .none
    {
      written = []
    }
    var span = lexemes.span(figure.start, end)
    if lexemes.gap(figure.start) == .minus {
      let length = lexemes.starts[figure.start] >= 3 && lexemes.bytes[lexemes.starts[figure.start] - 1] >= 0x80 ? 3 : 1
      span = TextSpan(span.start - length, span.end)
      if !written.isEmpty {
        written[0] = Numeral(
          span: TextSpan(written[0].span.start - (figure.currency == nil ? length : 0), written[0].span.end),
          value: written[0].value)
      }
    }
    var outer = span
    let opener = lexemes.hash(figure.start - 1)
    if figure.isRange, figure.start > 0, opener == words.particles.between || opener == words.particles.from {
      outer = TextSpan(lexemes.starts[figure.start - 1], span.end)
    }
    return Reading(
      start: outer == span ? figure.start : figure.start - 1, end: end,
      quantity: Quantity(
        span: span, outerSpan: outer, kind: kind, value: value, unit: unit, numerals: written,
        precision: figure.last.precision.flatMap { $0 / parts }, isInWords: figure.low.isInWords))
  }
}
