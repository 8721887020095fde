import DocumentModel

/// Centuries, decades and their parts: "the second half of the 1990s", "the 14th and 15th centuries", "the nineteen-sixties";
/// and what looks like them and counts before Christ or by degrees.
extension QuantityReader {
  /// "second half of the 19th century", "the last decade of the 19th century", "first three decades of this century".
  func partOfEra(at index: Int) -> Moment? {
    let hasArticle = lexemes.hash(index) == words.particles.the
    var next = hasArticle ? index + 1 : index
    var which: Int
    if let (row, end) = words.dates.longest(lexemes, next), row.role == .last, row.number < 0 {
      (which, next) = (-1, end)
    } else if lexemes.hash(next) == words.particles.final, lexemes.isWord(next) {
      (which, next) = (-1, next + 1)
    } else if !hasArticle, let numeral = numerals.numeral(at: next), numeral.isOrdinal, numeral.value.isWhole,
      (Rational(1)...Rational(10)).contains(numeral.value)
    {
      (which, next) = (Int(numeral.value.numerator), numeral.end)
    } else {
      return nil
    }
    var count = 1
    if abs(which) == 1, let numeral = numerals.numeral(at: next), !numeral.isOrdinal, numeral.value.isWhole,
      (Rational(2)...Rational(9)).contains(numeral.value), lexemes.hash(numeral.end) == DateParticle.decades
    {
      (count, next) = (Int(numeral.value.numerator), numeral.end)
    }
    let unit = lexemes.hash(next)
    if unit == words.particles.half, let half = halfOfMonth(which, index, next + 1) { return half }
    guard lexemes.isWord(next), lexemes.hash(next + 1) == words.particles.of,
      let (base, length, end) = era(at: next + 2)
    else { return nil }
    let years: Int
    switch unit {
    case words.particles.half: years = length / 2
    case words.particles.quarter where length == 100: years = 25
    case DateParticle.decade where length == 100 && count == 1: years = 10
    case DateParticle.decades where length == 100 && count > 1: years = 10 * count
    default: return nil
    }
    let offset = which < 0 ? length - years : (which - 1) * years
    guard offset >= 0, offset + years <= length else { return nil }
    var expression = TemporalExpression.nth(offset + 1, count: years, .year, of: base)
    if case .years(let from, _) = base { expression = .years(from: from + offset, count: years) }
    return Moment(start: index, end: end, expression: expression, kind: .daterange)
  }

  /// "the second half of October", "the first half of next month".
  private func halfOfMonth(_ which: Int, _ start: Int, _ index: Int) -> Moment? {
    guard which <= 2, let (month, end) = period(after: index) else { return nil }
    switch month {
    case .calendar(_, _?, nil, nil), .month, .relative(_, .month, true): break
    default: return nil
    }
    func day(_ number: Int) -> TemporalExpression { .nth(number, count: 1, .day, of: month) }
    return Moment(
      start: start, end: end, expression: .interval(day(which == 1 ? 1 : 16), day(which == 1 ? 15 : -1), closed: true),
      kind: .daterange)
  }

  /// A decade or century after "of": "the 1990s", "the 19th century", "this century"; and how many years it has.
  private func era(at index: Int) -> (TemporalExpression, Int, Int)? {
    let next = lexemes.hash(index) == words.particles.the ? index + 1 : index
    if let moment = decade(at: next) ?? (next > index ? ordinalPart(at: next) : nil),
      case .years(_, let count) = moment.expression
    {
      return (moment.expression, count, moment.end)
    }
    guard let (row, end) = words.dates.longest(lexemes, index), row.role == .last || row.role == .this,
      lexemes.hash(end) == words.particles.century, lexemes.isWord(end)
    else { return nil }
    return (.relative(count: row.number, .century, whole: true), 100, end + 1)
  }

  /// The 14th of "the 14th and 15th centuries", the second of "the second and third quarters of 2025", the 9th of "from the
  /// 9th to the 11th century", the 18th of "18th- and 19th-century houses": what it numbers comes once, at the end.
  func sharedOrdinal(_ number: Int, _ index: Int, _ end: Int) -> Moment? {
    let p = words.particles
    guard nesting.depth < 5 else { return nil }
    nesting.depth += 1
    defer { nesting.depth -= 1 }
    var next = end
    if lexemes.isMark(next, "-"), lexemes.gap(next) == .none { next += 1 }
    if lexemes.isMark(next, ",") { next += 1 }
    if lexemes.isWord(next), [p.and, p.or, p.to].contains(lexemes.hash(next)) {
      next += 1
    } else if next == end {
      return nil
    }
    if lexemes.hash(next) == p.the { next += 1 }
    // "the late 18th and early 19th centuries"
    if isPartWord(next) { next += 1 }
    guard next > end, lexemes.isFigure(next) || lexemes.isWord(next), let later = ordinalPart(at: next) else {
      return nil
    }
    let expression: TemporalExpression
    switch later.expression {
    case .years(_, 100) where (1...22).contains(number): expression = .years(from: (number - 1) * 100, count: 100)
    case .part(.quarter, let year?) where (1...4).contains(number): expression = .part(.quarter(number), of: year)
    case .part(.half, let year?) where (1...2).contains(number): expression = .part(.half(number), of: year)
    default: return nil
    }
    return Moment(start: index, end: end, expression: expression, kind: .daterange)
  }

  /// Whether an ordinal is the last of several, so that its noun is a plural: "14th and 15th centuries".
  func isLastOfSeveral(_ index: Int) -> Bool {
    let p = words.particles
    var before = isPartWord(index - 1) ? index - 2 : index - 1
    if lexemes.hash(before) == p.the { before -= 1 }
    return lexemes.isWord(before) && [p.and, p.or, p.to].contains(lexemes.hash(before))
  }

  private func isPartWord(_ index: Int) -> Bool {
    lexemes.isWord(index)
      && words.dates.row(lexemes.hash(index)).map { [.early, .mid, .late].contains($0.role) } ?? false
  }

  /// "The nineteen-sixties", "the eighteen nineties".
  func spokenDecade(at index: Int) -> Moment? {
    guard let century = words.numbers.row(lexemes.hash(index)), century.role == .one,
      (Rational(17)...Rational(20)).contains(century.value), lexemes.isWord(index + 1),
      let row = words.dates.row(lexemes.hash(index + 1)), row.role == .decade,
      lexemes.gap(index + 1) == .hyphen || lexemes.gap(index + 1) == .space
    else { return nil }
    return Moment(
      start: index, end: index + 2,
      expression: .years(from: Int(century.value.numerator) * 100 + row.number, count: 10), kind: .daterange)
  }

  /// Whether "the 80s" are degrees: words of the weather, or of what will be, stand before them in their sentence.
  func isOfDegrees(_ index: Int) -> Bool {
    var before = index - 1
    let limit = max(0, index - 24)
    while before >= limit, !lexemes.isMark(before, "."), !lexemes.isMark(before, ";") {
      if lexemes.isWord(before) || lexemes.kind(before) == .other,
        isIn(.weather, before) || lexemes.hash(before) == words.particles.clitic
      {
        return true
      }
      before -= 1
    }
    return false
  }

  /// Years and centuries before Christ, which the calendar of this program does not have: "44 BC", "420 BCE", "2500 to 2000
  /// BC", "the third century B.C.", "the 330s BC". Passed over, so that they are never read as years of our era.
  func beforeChrist(at index: Int) -> Reading? {
    let p = words.particles
    var next = index
    var steps = 0
    while steps < 2 {
      if let number = lexemes.digits(next), lexemes.length(next) <= 4 {
        // "In 2019 BC voters": the province.
        if isEraBefore(next + 1), number < 1800 || steps > 0 || !lexemes.isWord(next + 2) {
          return Reading(start: index, end: next + 2, quantity: nil)
        }
        if lexemes.hash(next + 1) == p.s, lexemes.gap(next + 1) == .none {
          return isEraBefore(next + 2) ? Reading(start: index, end: next + 3, quantity: nil) : nil
        }
      }
      guard let numeral = numerals.numeral(at: next), numeral.value.isWhole else { return nil }
      if numeral.isOrdinal, [p.century, DateParticle.centuries].contains(lexemes.hash(numeral.end)) {
        return isEraBefore(numeral.end + 1) ? Reading(start: index, end: numeral.end + 2, quantity: nil) : nil
      }
      if steps > 0 { return nil }
      next = numeral.end
      if lexemes.gap(next) == .hyphen || lexemes.gap(next) == .dash {
      } else if lexemes.isWord(next), [p.to, p.and, p.or].contains(lexemes.hash(next)) {
        next += 1
        if lexemes.hash(next) == p.the { next += 1 }
      } else {
        return nil
      }
      steps += 1
    }
    return nil
  }

  /// "BC", "B.C.", "BCE", in capitals.
  func isEraBefore(_ index: Int) -> Bool {
    lexemes.isWord(index) && lexemes.isCapital(lexeme: index) && lexemes.gap(index) == .space
      && isIn(.beforeChrist, index)
  }
}
