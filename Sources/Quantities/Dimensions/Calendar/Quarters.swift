import DocumentModel

/// Quarters and halves of a year, and centuries.
extension QuantityReader {
  /// "Q1", "H2", "q3".
  func partMark(at index: Int) -> TemporalExpression.Part? {
    // "Q4." may keep the dot that ends the sentence.
    let length = lexemes.length(index)
    guard lexemes.isWord(index), length == 2 || length == 3 && lexemes.lastByte(index) == UInt8(ascii: "."),
      lexemes.gap(index) != .none
    else { return nil }
    let number = lexemes.bytes[lexemes.starts[index] + 1].digit
    switch lexemes.firstByte(index).inLowerCase {
    case UInt8(ascii: "q") where (1...4).contains(number): return .quarter(number)
    case UInt8(ascii: "h") where (1...2).contains(number): return .half(number)
    default: return nil
    }
  }

  /// "third quarter of 2014", "first half", "19th century".
  func ordinalPart(at index: Int) -> Moment? {
    guard let numeral = numerals.numeral(at: index), numeral.isOrdinal, numeral.value.isWhole,
      (Rational(1)...Rational(22)).contains(numeral.value)
    else { return nil }
    let number = Int(numeral.value.numerator)
    var noun = numeral.end
    // "the third fiscal quarter"
    if [DateParticle.fiscal, DateParticle.financial].contains(lexemes.hash(noun)) { noun += 1 }
    let hash = lexemes.hash(noun)
    let isLast = isLastOfSeveral(index)
    guard lexemes.isWord(noun) else { return sharedOrdinal(number, index, numeral.end) }
    if hash == words.particles.century || isLast && hash == DateParticle.centuries, noun == numeral.end {
      // "His third century" is a batsman's.
      let isScored =
        number <= 10 && lexemes.gap(noun) == .space
        && [words.particles.his, words.particles.her].contains(lexemes.hash(index - 1))
      // "20th Century Fox"
      let isName =
        lexemes.isCapital(lexeme: noun) && lexemes.isCapital(lexeme: noun + 1) && lexemes.gap(noun + 1) == .space
      guard !isEraBefore(noun + 1), !isScored, !isName else { return nil }
      return Moment(
        start: index, end: noun + 1, expression: .years(from: (number - 1) * 100, count: 100), kind: .daterange)
    }
    let part: TemporalExpression.Part
    if hash == words.particles.quarter || isLast && hash == DateParticle.quarters, number <= 4 {
      part = .quarter(number)
    } else if hash == words.particles.half || isLast && hash == DateParticle.halves, number <= 2 {
      part = .half(number)
    } else {
      return noun == numeral.end ? sharedOrdinal(number, index, numeral.end) : nil
    }
    return ofYear(part, index, noun + 1, alone: hash == words.particles.quarter)
  }

  /// "Q3 2014", "q1-2019", "H1"; without a year the quarters alone.
  func numberedQuarter(at index: Int) -> Moment? {
    guard let part = partMark(at: index) else { return nil }
    if lexemes.gap(index + 1) == .hyphen, let year = year(at: index + 1) {
      return Moment(
        start: index, end: index + 2,
        expression: .part(part, of: .year(year)), kind: .daterange)
    }
    // "Q1 and Q2 of 2024"
    if lexemes.isWord(index + 1), [words.particles.and, words.particles.or].contains(lexemes.hash(index + 1)),
      partMark(at: index + 2) != nil, let year = yearOfQuarter(at: index + 2)
    {
      return Moment(start: index, end: index + 1, expression: .part(part, of: year), kind: .daterange)
    }
    if case .quarter = part { return ofYear(part, index, index + 1, alone: true) }
    return ofYear(part, index, index + 1, alone: false)
  }

  /// The year of the quarter that a list of them goes on with; lists are short.
  private func yearOfQuarter(at index: Int) -> TemporalExpression? {
    guard nesting.depth < 4 else { return nil }
    nesting.depth += 1
    defer { nesting.depth -= 1 }
    guard case .part(_, let year?)? = numberedQuarter(at: index)?.expression else { return nil }
    return year
  }

  /// The year a quarter or half belongs to.
  func ofYear(_ part: TemporalExpression.Part, _ index: Int, _ end: Int, alone: Bool) -> Moment? {
    var next = end
    // "Q1'25"
    if let (year, finish) = gluedYear(at: next) {
      return Moment(
        start: index, end: finish,
        expression: .part(part, of: .year(year)), kind: .daterange)
    }
    if words.dates.row(lexemes.hash(next))?.role == .of, lexemes.isWord(next) {
      next += 1
    } else if lexemes.isMark(next, ",") {
      next += 1
    }
    if lexemes.hash(next) == words.particles.the { next += 1 }
    // "the first quarter of the year"
    if next == end + 2, let row = words.dates.row(lexemes.hash(next)), row.role == .unit, row.unit == .year,
      !lexemes.isPluralForm(next)
    {
      return Moment(
        start: index, end: next + 1, expression: .part(part, of: .relative(count: 0, .year, whole: true)),
        kind: .daterange)
    }
    if let year = year(at: next) {
      return Moment(
        start: index, end: next + 1,
        expression: .part(part, of: .year(year)), kind: .daterange)
    }
    // "the second quarter of fiscal 2025", "Q1 FY24"
    if let year = fiscalYear(at: next), case .calendar = year.expression {
      return Moment(start: index, end: year.end, expression: .part(part, of: year.expression), kind: .daterange)
    }
    if let (row, after) = words.dates.longest(lexemes, next),
      row.role == .last || row.role == .this || row.role == .next,
      words.dates.row(lexemes.hash(after)).map({ $0.role == .unit && $0.unit == .year }) ?? false
    {
      return Moment(
        start: index, end: after + 1, expression: .part(part, of: .relative(count: row.number, .year, whole: true)),
        kind: .daterange)
    }
    return alone ? Moment(start: index, end: end, expression: .part(part, of: nil), kind: .daterange) : nil
  }

  /// "next year's first quarter", "2014's second half".
  func partOfPossessor(_ year: Moment) -> Moment? {
    // The possessive is one lexeme after a word and two after a figure.
    let isSplit = lexemes.kind(year.end) == .quote && lexemes.hash(year.end + 1) == words.particles.s
    let next = isSplit ? year.end + 2 : year.end + 1
    guard year.kind == .daterange, lexemes.gap(year.end) == .none,
      isSplit || lexemes.isPossessive(year.end),
      let numeral = numerals.numeral(at: next), numeral.isOrdinal, lexemes.isWord(numeral.end),
      numeral.value.isWhole, numeral.value > Rational(0)
    else { return nil }
    switch year.expression {
    case .relative(_, .year, true), .calendar(_?, nil, nil, nil): break
    default: return nil
    }
    let number = Int(numeral.value.numerator)
    let hash = lexemes.hash(numeral.end)
    let part: TemporalExpression.Part
    if hash == words.particles.quarter, number <= 4 {
      part = .quarter(number)
    } else if hash == words.particles.half, number <= 2 {
      part = .half(number)
    } else {
      return nil
    }
    return Moment(
      start: year.start, end: numeral.end + 1, expression: .part(part, of: year.expression), kind: .daterange)
  }

  /// "March of next year", "Christmas last year", "July 4 this year".
  func ofYear(_ moment: Moment) -> Moment? {
    switch moment.expression {
    case .calendar(nil, _?, _, _), .holiday(_, nil), .part(.season, of: nil): break
    default: return nil
    }
    var next = moment.end
    if lexemes.isWord(next), words.dates.row(lexemes.hash(next))?.role == .of { next += 1 }
    guard let (side, after) = words.dates.longest(lexemes, next), lexemes.isWord(next),
      side.role == .last || side.role == .next || side.role == .this,
      let (row, end) = words.dates.longest(lexemes, after), row.role == .unit, row.unit == .year,
      !lexemes.isPluralForm(end - 1)
    else { return nil }
    return Moment(
      start: moment.start, end: end,
      expression: .within(moment.expression, of: .relative(count: side.number, .year, whole: true)), kind: moment.kind)
  }
}
