import DocumentModel
import TextCore

/// One of a unit, told by the article: "a mile", "a litre of milk", "a dollar and 42 cents".
extension QuantityReader {
  func single(at index: Int) -> Reading? {
    let p = words.particles
    guard lexemes.hash(index) == p.a || lexemes.hash(index) == p.an, lexemes.isWord(index + 1),
      lexemes.gap(index + 1) == .space, !isAfterAmount(index)
    else { return nil }
    var figure = Figure(
      start: index, end: index + 1,
      low: WrittenNumeral(start: index, end: index + 1, value: Rational(1), isInWords: true), high: nil, currency: nil,
      outerStart: index)
    if let coin = singleCoin(figure) { return coin }
    guard let (row, end) = words.unit(lexemes, index + 1), row.form != .letter, end == index + 2,
      !lexemes.isPluralForm(end - 1) || lexemes.length(end - 1) < 3, lexemes.gap(end) != .hyphen
    else { return nil }
    let isBeforeOf = lexemes.hash(end) == p.of && lexemes.hash(end + 1) != p.a
    let place = words.articleUnits.place(of: row.unit.name)
    let fraction = numerals.wordFraction(afterAnd: end)
    // "A metre and a half" is a length, whatever else "a metre" may be.
    guard
      fraction != nil && row.unit.system == .metric || place == .anywhere
        || place != nil && (isBeforeOf || lexemes.count == end - index),
      lexemes.gap(end) == .space || lexemes.kind(end) == .mark || end >= lexemes.count
    else { return nil }
    var last = end
    if let (part, finish) = fraction, let sum = figure.low.value + part {
      figure.low.value = sum
      last = finish
    }
    var reading = quantity(figure, to: last, kind: .measure, unit: row.unit)
    reading?.quantity?.numerals = []
    return reading
  }

  /// "a dollar and 42 cents", "a dollar a day", "a penny" at the end.
  private func singleCoin(_ figure: Figure) -> Reading? {
    guard let (row, end) = words.currencies.longest(lexemes, figure.end), row.form == .word || row.form == .pound,
      !lexemes.isPluralForm(end - 1)
    else { return nil }
    let isCoin = row.parts > Rational(1) && lexemes.kind(end) == .mark && lexemes.gap(end) != .hyphen
    let hasParts =
      row.parts == Rational(1) && lexemes.hash(end) == words.particles.and && lexemes.isFigure(end + 1)
      || row.parts == Rational(1) && row.form == .word
        && rate(at: end).map { QuantityReader.periods.contains($0.name) || $0.name == "hour" } ?? false
    guard isCoin || hasParts, var reading = money(figure) else { return nil }
    // "a pound and 3" is no money.
    guard isCoin || reading.end > end else { return nil }
    reading.quantity?.numerals = []
    return reading
  }

  /// Whether an amount or a number stands right before, so that the article says what it is per.
  private func isAfterAmount(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    if index == free, !quantities.isEmpty { return true }
    switch lexemes.kind(index - 1) {
    case .figure, .symbol: return true
    case .word:
      return lexemes.hash(index - 1) == words.particles.half || words.units.row(lexemes.hash(index - 1)) != nil
        || words.currencies.row(lexemes.hash(index - 1))?.form == .word
    default: return false
    }
  }

  /// "Mach 2.5": the unit stands first.
  func mach(_ figure: Figure) -> Reading? {
    guard let (row, _) = words.unit(lexemes, figure.start - 1) else { return nil }
    var whole = figure
    whole.start = figure.start - 1
    return quantity(whole, to: figure.low.end, kind: .measure, unit: row.unit)
  }
}
