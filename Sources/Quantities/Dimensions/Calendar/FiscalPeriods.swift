import DocumentModel

/// Years and quarters as companies label them: "fiscal 2025", "FY24", "FY2025-26", "1Q25", "the December quarter".
extension QuantityReader {
  /// Whether a word is built like "FY26"; no table lists them.
  func mayOpenPeriod(_ index: Int) -> Bool {
    lexemes.firstByte(index).inLowerCase == UInt8(ascii: "f") && labelledYear(index) != nil
  }

  /// The year of "FY24", "FY2024", "fy24".
  private func labelledYear(_ index: Int) -> Int? {
    let length = lexemes.length(index) - (lexemes.lastByte(index) == UInt8(ascii: ".") ? 1 : 0)
    guard lexemes.isWord(index), length == 4 || length == 6 else { return nil }
    let start = lexemes.starts[index]
    guard lexemes.bytes[start].inLowerCase == UInt8(ascii: "f"),
      lexemes.bytes[start + 1].inLowerCase == UInt8(ascii: "y")
    else { return nil }
    return digits(start + 2, start + length).flatMap(fullYear)
  }

  private func digits(_ start: Int, _ end: Int) -> Int? {
    var value = 0
    for at in start..<end {
      guard lexemes.bytes[at].isDigit else { return nil }
      value = value * 10 + lexemes.bytes[at].digit
    }
    return value
  }

  /// 2024 for 24 and for 2024.
  private func fullYear(_ number: Int) -> Int? {
    if number < 100 { return ShortYear.inForms(number) }
    return (1950...2099).contains(number) ? number : nil
  }

  /// A business year: "FY24", "FY 2025", "FY2025-26", "fiscal 2025", "financial year 2025-26".
  func fiscalYear(at index: Int) -> Moment? {
    guard lexemes.isWord(index) else { return nil }
    var first: Int
    var end: Int
    if let year = labelledYear(index) {
      (first, end) = (year, index + 1)
    } else {
      let isAdjective = [DateParticle.fiscal, DateParticle.financial].contains(lexemes.hash(index))
      var next = index + 1
      if isAdjective {
        if lexemes.hash(next) == words.particles.year { next += 1 }
      } else {
        guard lexemes.length(index) == 2, lexemes.firstByte(index) == UInt8(ascii: "F"),
          lexemes.lastByte(index) == UInt8(ascii: "Y")
        else {
          return nil
        }
      }
      guard let number = lexemes.digits(next), lexemes.length(next) == 4 || !isAdjective && lexemes.length(next) == 2,
        let year = fullYear(number), !lexemes.isMark(next + 1, "%"), !hasMeasure(next + 1)
      else { return nil }
      (first, end) = (year, next + 1)
    }
    var expression = TemporalExpression.year(first)
    // "FY2025-26"
    if lexemes.gap(end) == .hyphen || lexemes.gap(end) == .dash, lexemes.length(end) == 2,
      let short = lexemes.digits(end), short == (first + 1) % 100
    {
      expression = .interval(
        expression, .year(first + 1), closed: true)
      end += 1
    }
    return Moment(start: index, end: end, expression: expression, kind: .daterange)
  }

  /// "FY26", "FY25 Q3": the label alone, or the part of the year after it.
  func labelledPeriod(at index: Int) -> Moment? {
    guard labelledYear(index) != nil, let year = fiscalYear(at: index) else { return nil }
    if case .calendar = year.expression, let part = partMark(at: year.end) {
      return Moment(
        start: index, end: year.end + 1, expression: .part(part, of: year.expression), kind: .daterange)
    }
    return year
  }

  /// "1Q25", "4Q2024", "2H25": part and year in one.
  func partOfLabelledYear(at index: Int) -> Moment? {
    // "3Q25." may keep the dot that ends the sentence.
    let length = lexemes.length(index + 1) - (lexemes.lastByte(index + 1) == UInt8(ascii: ".") ? 1 : 0)
    guard lexemes.length(index) == 1, let number = lexemes.digits(index), lexemes.isWord(index + 1),
      lexemes.gap(index + 1) == .none, lexemes.gap(index) != .none, length == 3 || length == 5
    else { return nil }
    let start = lexemes.starts[index + 1]
    guard let year = digits(start + 1, start + length).flatMap(fullYear) else { return nil }
    let part: TemporalExpression.Part
    switch lexemes.bytes[start] {
    case UInt8(ascii: "Q") where (1...4).contains(number): part = .quarter(number)
    case UInt8(ascii: "H") where (1...2).contains(number): part = .half(number)
    default: return nil
    }
    return Moment(
      start: index, end: index + 2,
      expression: .part(part, of: .year(year)), kind: .daterange)
  }

  /// The '25 glued to "Q1'25".
  func gluedYear(at index: Int) -> (Int, Int)? {
    guard lexemes.kind(index) == .quote, lexemes.gap(index) == .none, lexemes.gap(index + 1) == .none,
      lexemes.length(index + 1) == 2, let number = lexemes.digits(index + 1), let year = fullYear(number)
    else { return nil }
    return (year, index + 2)
  }

  /// "the December quarter": the one that ends with that month.
  func quarterOfMonth(_ month: Int, at index: Int) -> Moment? {
    let p = words.particles
    guard month % 3 == 0, lexemes.isCapital(lexeme: index), lexemes.gap(index) == .space,
      lexemes.hash(index + 1) == p.quarter, lexemes.isWord(index + 1), lexemes.gap(index + 1) == .space,
      lexemes.gap(index + 2) != .hyphen,
      ![p.to, p.and, p.or, p.until, DateParticle.through].contains(lexemes.hash(index - 1))
    else { return nil }
    return ofYear(.quarter(month / 3), index, index + 2, alone: true)
  }

  /// The year told after the noun: "the April-June period of 2024".
  func yearOfPeriod(_ index: Int) -> (Int, Int)? {
    guard lexemes.isWord(index), isIn(.periods, index),
      lexemes.hash(index + 1) == words.particles.of || lexemes.hash(index + 1) == words.particles.in,
      let year = year(at: index + 2)
    else { return nil }
    return (year, index + 3)
  }
}
