import DocumentModel
import TextCore

/// Years joined to spans and to what was before or after them: "(1997-2005)", "the 2008-9 crash", "pre-2008 loans".
extension QuantityReader {
  /// "(1997-2005)", "(1976-83)", "(1992-99, 2004-08)", "the 2008-9 crash", "1665-6". Brackets hold the years of lives, reigns
  /// and terms; outside them figures so joined are also scores and codes, and need a word of time.
  func yearRange(at index: Int) -> Moment? {
    guard lexemes.length(index) == 4, let first = lexemes.digits(index), (1000...2199).contains(first),
      isGlued(index + 1), let last = closingYear(of: first, at: index + 1), !isGlued(index + 2),
      lexemes.gap(index + 2) != .none || !lexemes.isWord(index + 2) && !lexemes.isFigure(index + 2),
      !hasMeasure(index + 2), isBracketedRange(index, first, last) || isShortRange(index, first)
    else { return nil }
    return Moment(
      start: index, end: index + 2,
      expression: .interval(
        .calendar(year: first, month: nil, day: nil, weekday: nil),
        .calendar(year: last, month: nil, day: nil, weekday: nil), closed: true), kind: .daterange)
  }

  private func isGlued(_ index: Int) -> Bool { lexemes.gap(index) == .hyphen || lexemes.gap(index) == .dash }

  /// The year that ends a span: in full, or what of it differs from the first.
  private func closingYear(of first: Int, at index: Int) -> Int? {
    guard let number = lexemes.digits(index) else { return nil }
    let year: Int
    switch lexemes.length(index) {
    case 4: year = number
    case 2: year = first / 100 * 100 + number + (number <= first % 100 && first % 100 >= 90 ? 100 : 0)
    case 1: year = first / 10 * 10 + number
    default: return nil
    }
    return year > first && year <= min(2199, first + 500) ? year : nil
  }

  /// Whether a span of years has a bracket for itself, or shares one with another.
  private func isBracketedRange(_ index: Int, _ first: Int, _ last: Int) -> Bool {
    var isOpened = lexemes.isMark(index - 1, "(") || lexemes.isMark(index - 1, "[")
    func isJoint(_ at: Int) -> Bool {
      [words.particles.and, words.particles.or].contains(lexemes.hash(at)) && lexemes.isWord(at)
    }
    if !isOpened, free == index - 1, lexemes.isMark(free, ",") || lexemes.isMark(free, ";") || isJoint(free),
      case .temporal(.interval(.calendar(_?, nil, nil, nil)?, .calendar(_?, nil, nil, nil)?, _))? = quantities.last?.value
    {
      isOpened = true
    }
    // "(1200-1400)" may be hours or people.
    return isOpened && (first % 100 != 0 || last % 100 != 0)
      && ([")", "]", ",", ";"].contains { lexemes.isMark(index + 2, $0) }
        || isJoint(index + 2) && year(at: index + 3) != nil)
  }

  /// "The 2008-9 crash", "in 1665-6".
  private func isShortRange(_ index: Int, _ first: Int) -> Bool {
    let p = words.particles
    return lexemes.length(index + 1) == 1 && (1500...2099).contains(first) && lexemes.isWord(index - 1)
      && [p.the, p.of, p.ins, p.during, p.since, p.after, p.before, p.until].contains(lexemes.hash(index - 1))
  }

  /// Whether a figure after an opening bracket is all that is in it, or the first of several: "(2014)", "(1997, 2005)".
  func isBracketedYear(_ index: Int) -> Bool {
    guard lexemes.isMark(index - 1, "(") else { return false }
    let p = words.particles
    return [")", ",", ";"].contains { lexemes.isMark(index + 1, $0) }
      || (lexemes.isFreeDash(index + 1) || lexemes.isWord(index + 1) && [p.and, p.or, p.to].contains(lexemes.hash(index + 1)))
        && lexemes.length(index + 2) == 4 && lexemes.digits(index + 2) != nil
  }

  /// The '05 of "from 2001 to '05": in the century of the first year, or the next.
  func clippedEnd(of first: Int, at index: Int) -> (Int, Int)? {
    guard let (short, end) = clippedYear(at: index) else { return nil }
    let year = first / 100 * 100 + short % 100
    return (year > first ? year : year + 100, end)
  }

  /// "Pre-2008 loans", "post-1945 housing": the year, bounded by what hangs on it.
  func prefixedYear(at index: Int) -> Reading? {
    let prefix = lexemes.hash(index - 1)
    guard lexemes.gap(index) == .hyphen, prefix == DateParticle.pre || prefix == DateParticle.post,
      !isGlued(index + 1), let moment = figureDate(at: index)
    else { return nil }
    switch moment.expression {
    case .calendar(_?, nil, nil, nil), .years: break
    default: return nil
    }
    var reading = reading(moment)
    guard let span = reading.quantity?.span else { return nil }
    reading.quantity?.modifier = prefix == DateParticle.pre ? .lessThan : .moreThan
    reading.quantity?.outerSpan = TextSpan(lexemes.starts[index - 1], span.end)
    return reading
  }

  /// The 9 of "Year 9 pupils": a class, no number of pupils. Passed over.
  func schoolYear(at index: Int) -> Reading? {
    guard lexemes.length(index) <= 2, let number = lexemes.digits(index), (1...13).contains(number),
      lexemes.hash(index - 1) == words.particles.year, lexemes.isCapital(lexeme: index - 1),
      lexemes.gap(index) == .space, lexemes.isWord(index + 1), lexemes.gap(index + 1) == .space,
      words.dates.row(lexemes.hash(index - 2)) == nil
    else { return nil }
    return Reading(start: index, end: index + 1, quantity: nil)
  }

  /// Whether a word or abbreviation before a year says that it is told roughly: "circa 1500", "ca. 1180", "c. 1650".
  func isAfterCirca(_ index: Int) -> Bool {
    let before = lexemes.hash(index - 1)
    if before == DateParticle.circa || DateParticle.circaDotted.contains(before) { return lexemes.isWord(index - 1) }
    return lexemes.isMark(index - 1, ".") && lexemes.gap(index - 1) == .none
      && DateParticle.circaPlain.contains(lexemes.hash(index - 2))
  }
}
