import DocumentModel

/// Percentages: "10%", "5 to 7 percent", "4 percent a year".
extension QuantityReader {
  /// What a percentage, a wage or a flow is told per.
  static let periods = Set([TemporalUnit.year, .month, .quarter, .week, .day, .decade].map(\.rawValue))

  /// "10%", "ten per cent", "5 to 7 percent"; percentage points are a measure.
  func percent(_ figure: Figure) -> Reading? {
    var figure = figure
    guard let (row, end) = words.unit(lexemes, figure.end), row.unit.name == "percent" else { return nil }
    var last = end
    // "5% to 7%": the first carries the sign too.
    if !figure.isRange, let next = numerals.numeral(at: secondStart(end, from: figure.start)),
      secondStart(end, from: figure.start) > 0, !next.isOrdinal,
      let (again, finish) = words.unit(lexemes, next.end), again.unit == row.unit,
      figure.low.value < next.value
    {
      figure.high = next
      last = finish
    }
    // "4 percent a year"
    if let (name, finish) = rate(at: last), QuantityReader.periods.contains(name) {
      return quantity(
        figure, to: finish, kind: .percent,
        unit: MeasureUnit(name: "percent per " + name, dimension: "share rate", factor: nil))
    }
    return quantity(figure, to: last, kind: .percent, unit: row.unit)
  }

  /// Where the second number of a range begins whose first has its own unit: after "to", a dash, or "and" of "between".
  func secondStart(_ end: Int, from start: Int? = nil) -> Int {
    // "rose by $5 million to $7 million" is no range.
    if let start, lexemes.hash(end) == words.particles.to, isChange(before: start) { return 0 }
    if lexemes.gap(end) == .dash || lexemes.gap(end) == .hyphen {
      return lexemes.isFigure(end) || lexemes.kind(end) == .symbol ? end : 0
    }
    if lexemes.hash(end) == words.particles.to || lexemes.isFreeDash(end) { return end + 1 }
    if lexemes.hash(end) == words.particles.and, let start, lexemes.hash(start - 1) == words.particles.between {
      return end + 1
    }
    return 0
  }

  /// Whether a word of change ("rose", "up", "by") stands right before.
  func isChange(before index: Int) -> Bool {
    lexemes.hash(index - 1) == words.particles.by || words.modifiers.row(lexemes.hash(index - 1))?.place == .trend
  }
}
