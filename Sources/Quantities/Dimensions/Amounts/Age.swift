import DocumentModel

/// The highest numbers that are read as somebody's age.
enum OldestAge {
  /// Told by the person alone: "Ana Paulos, 65,". Few live to be 110, and much else is counted beyond.
  static let ofBareNumber = 109
  /// Told by a word for it: "aged 116".
  static let afterWord = 120
}

/// Ages told by a word: "54-year-old", "aged 54", "the age of 12".
extension QuantityReader {
  /// "54-year-old", "54 years old", "ten months old", "87 yo"; "aged 54" has its word before.
  func age(_ figure: Figure) -> Reading? {
    let p = words.particles
    if lexemes.hash(figure.end) == p.y, lexemes.isMark(figure.end + 1, "/"), lexemes.hash(figure.end + 2) == p.o {
      return quantity(figure, to: figure.end + 3, kind: .age, unit: year)
    }
    if lexemes.hash(figure.end) == p.yo || lexemes.hash(figure.end) == AmountParticle.yo {
      return quantity(figure, to: figure.end + 1, kind: .age, unit: year)
    }
    if let (row, end) = words.unit(lexemes, figure.end),
      row.unit.dimension == "calendar" || row.unit.dimension == "duration"
    {
      // "5 yrs. old"
      let next = lexemes.isMark(end, ".") && lexemes.gap(end) == .none ? end + 1 : end
      if lexemes.hash(next) == p.old || lexemes.hash(next) == p.olds {
        return quantity(figure, to: next + 1, kind: .age, unit: row.unit)
      }
      if lexemes.hash(end) == p.of, lexemes.hash(end + 1) == p.age {
        return quantity(figure, to: end + 2, kind: .age, unit: row.unit)
      }
      return ageInParts(figure, end, isOfAge: isOfAge(figure.start))
    }
    guard figure.low.value <= Rational(Int64(OldestAge.afterWord)), figure.low.scale == Rational(1),
      !figure.low.isFraction
    else { return nil }
    let before = lexemes.hash(figure.start - 1)
    if before == p.aged || before == p.age || before == p.ages || isOfAge(figure.start) || isAged(figure.start),
      !hasMeasure(figure.end)
    {
      // "aged 16-plus"
      let isPlus = lexemes.gap(figure.end) == .hyphen && lexemes.hash(figure.end) == p.plus
      var reading = quantity(figure, to: isPlus ? figure.end + 1 : figure.end, kind: .age, unit: year)
      if isPlus { reading?.quantity?.modifier = .atLeast }
      return reading
    }
    if let high = figure.high, areAges(figure.low, high) {
      return quantity(figure, to: figure.end, kind: .age, unit: year)
    }
    return apposedAge(figure) ?? ageOfPeople(figure) ?? ageExpected(figure)
  }

  var year: MeasureUnit { MeasureUnit(name: "year", dimension: "calendar", factor: Rational(12)) }

  /// "at the age of 12", "between the ages of 18 and 24", "Age: 42"
  private func isOfAge(_ start: Int) -> Bool {
    let p = words.particles
    if lexemes.hash(start - 1) == p.of {
      return lexemes.hash(start - 2) == p.age || lexemes.hash(start - 2) == p.ages
    }
    return lexemes.isMark(start - 1, ":") && lexemes.hash(start - 2) == p.age
  }

  /// "1 year and 3 months old", "aged 18 months": a stretch of time that says how old.
  private func ageInParts(_ figure: Figure, _ end: Int, isOfAge: Bool) -> Reading? {
    let goesOn = lexemes.hash(end) == words.particles.and || lexemes.isFigure(end + (lexemes.isMark(end, ",") ? 1 : 0))
    let isAged = isOfAge || isAged(figure.start)
    guard isAged || goesOn, var reading = duration(figure) else { return nil }
    if lexemes.hash(reading.end) == words.particles.old {
      reading.end += 1
      reading.quantity?.span = lexemes.span(figure.start, reading.end)
      reading.quantity?.outerSpan = lexemes.span(figure.start, reading.end)
    } else if !isAged {
      return nil
    }
    reading.quantity?.kind = .age
    reading.quantity?.iso = nil
    return reading
  }

  /// Whether "aged" stands before a figure, past the words of a range or a bound: "aged between 10 and 15", "aged at least 21".
  func isAged(_ start: Int) -> Bool {
    let p = words.particles
    guard start > 0,
      (max(0, start - 5)..<start).contains(where: { lexemes.hash($0) == p.aged || lexemes.hash($0) == p.ages })
    else { return false }
    var at = start
    if lexemes.hash(at - 1) == p.between || lexemes.hash(at - 1) == p.from {
      at -= 1
    } else if let first = modifier(before: at, ofDate: false)?.start {
      at = first
    }
    return lexemes.hash(at - 1) == p.aged || lexemes.hash(at - 1) == p.ages && lexemes.isWord(at - 1)
  }

  /// Whether two numbers joined by a hyphen are ages: "aged 18-24", "the 25-34 age group".
  func areAges(_ low: WrittenNumeral, _ high: WrittenNumeral) -> Bool {
    let p = words.particles
    guard low.value.isWhole, high.value.isWhole, low.value < high.value,
      high.value <= Rational(Int64(OldestAge.afterWord)),
      low.scale == Rational(1), high.scale == Rational(1)
    else { return false }
    let before = lexemes.hash(low.start - 1)
    if before == p.aged || before == p.ages || before == p.age { return true }
    if before == p.of, lexemes.hash(low.start - 2) == p.ages { return true }
    // "aged between 18-24", "women 18-34"
    if isAged(low.start) { return true }
    if words.persons.row(before) == .many, !lexemes.isCapital(lexeme: low.start - 1), lexemes.isWord(low.start - 1),
      low.value >= Rational(2), isWithoutNoun(high.end)
    {
      return true
    }
    return lexemes.hash(high.end) == p.age && isIn(.ageClasses, high.end + 1)
  }
}
