import DocumentModel

extension QuantityReader {
  /// "54-year-old", "54 years old", "ten months old", "87 yo"; "aged 54" has its word before.
  func age(_ figure: Figure) -> Reading? {
    let p = words.particles
    if lexemes.hash(figure.end) == p.y, lexemes.isMark(figure.end + 1, "/"), lexemes.hash(figure.end + 2) == p.o {
      return quantity(figure, to: figure.end + 3, kind: .age, unit: year)
    }
    if lexemes.hash(figure.end) == p.yo { return quantity(figure, to: figure.end + 1, kind: .age, unit: year) }
    if let (row, end) = words.unit(lexemes, figure.end),
      row.unit.dimension == "calendar" || row.unit.dimension == "duration"
    {
      if lexemes.hash(end) == p.old || lexemes.hash(end) == p.olds {
        return quantity(figure, to: end + 1, kind: .age, unit: row.unit)
      }
      if lexemes.hash(end) == p.of, lexemes.hash(end + 1) == p.age {
        return quantity(figure, to: end + 2, kind: .age, unit: row.unit)
      }
    }
    guard figure.low.value <= Rational(120), figure.low.scale == Rational(1), !figure.low.isFraction else { return nil }
    let before = lexemes.hash(figure.start - 1)
    // "at the age of 12", "between the ages of 18 and 24"
    let isOfAge =
      before == p.of && (lexemes.hash(figure.start - 2) == p.age || lexemes.hash(figure.start - 2) == p.ages)
    if before == p.aged || before == p.age || before == p.ages || isOfAge, !hasMeasure(figure.end) {
      return quantity(figure, to: figure.end, kind: .age, unit: year)
    }
    return apposedAge(figure)
  }

  /// "Ana Paulos, 65, a retired welder": a number between commas after a name.
  private func apposedAge(_ figure: Figure) -> Reading? {
    let start = figure.start
    guard let age = lexemes.digits(start), (16...109).contains(age), figure.end == start + 1, !figure.isRange,
      lexemes.isMark(start - 1, ","), lexemes.isMark(figure.end, ","), lexemes.gap(figure.end) == .none,
      lexemes.gap(start - 1) == .none, lexemes.gap(start) == .space, lexemes.isWord(start - 2),
      lexemes.isCapital(lexeme: start - 2), lexemes.gap(figure.end + 1) == .space, lexemes.isWord(figure.end + 1),
      words.months.row(lexemes.hash(start - 2)) == nil, words.weekdays.row(lexemes.hash(start - 2)) == nil
    else { return nil }
    return quantity(figure, to: figure.end, kind: .age, unit: year)
  }

  var year: MeasureUnit { MeasureUnit(name: "year", dimension: "calendar", factor: Rational(12)) }
}
