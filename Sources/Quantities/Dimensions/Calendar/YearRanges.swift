import DocumentModel
import TextCore

/// Years joined to spans and to what was before or after them: "(1997-2005)", "the 2008-9 crash", "pre-2008 loans".
extension QuantityReader {
  /// "(1997-2005)", "(1976-83)", "(1992-99, 2004-08)", "(1731 – 1803)", "the 2008-9 crash", "in 1932 - 33". Brackets hold the
  /// years of lives, reigns and terms; outside them figures so joined are also scores and codes, and need a word of time.
  func yearRange(at index: Int) -> Moment? {
    let isSpaced = lexemes.isFreeDash(index + 1)
    let closing = isSpaced ? index + 2 : index + 1
    guard lexemes.length(index) == 4, let first = lexemes.digits(index), (1000...2199).contains(first),
      isSpaced
        ? lexemes.gap(closing) == .space
        : isGlued(closing) || lexemes.gap(closing) == .minus && lexemes.isMark(index - 1, "("),
      let last = closingYear(of: first, at: closing),
      !isGlued(closing + 1),
      lexemes.gap(closing + 1) != .none || !lexemes.isWord(closing + 1) && !lexemes.isFigure(closing + 1),
      !hasMeasure(closing + 1), words.countWords.row(lexemes.hash(index - 1))?.role != .label,
      isBracketedRange(index, closing + 1, first, last) || isTimedRange(index, closing, first, last)
    else { return nil }
    return Moment(
      start: openedStart(index), end: closing + 1,
      expression: .interval(
        .year(first),
        .year(last), closed: true), kind: .daterange)
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
  private func isBracketedRange(_ index: Int, _ end: Int, _ first: Int, _ last: Int) -> Bool {
    var isOpened = lexemes.isMark(index - 1, "(") || lexemes.isMark(index - 1, "[")
    func isJoint(_ at: Int) -> Bool {
      [words.particles.and, words.particles.or].contains(lexemes.hash(at)) && lexemes.isWord(at)
    }
    if !isOpened, free == index - 1, lexemes.isMark(free, ",") || lexemes.isMark(free, ";") || isJoint(free),
      case .temporal(.interval(.calendar(_?, nil, nil, nil)?, .calendar(_?, nil, nil, nil)?, _))? = quantities.last?
        .value
    {
      isOpened = true
    }
    // "(1200-1400)" may be hours or people.
    return isOpened && (first % 100 != 0 || last % 100 != 0)
      && ([")", "]", ",", ";"].contains { lexemes.isMark(end, $0) }
        || isJoint(end) && lexemes.length(end + 1) == 4 && lexemes.digits(end + 1) != nil)
  }

  /// "The 2008-9 crash", "in 1665-6", "the war of 1932 - 35", "1762 – 1770".
  private func isTimedRange(_ index: Int, _ closing: Int, _ first: Int, _ last: Int) -> Bool {
    let p = words.particles
    guard (1500...2099).contains(first) else { return false }
    let isTimed =
      lexemes.isWord(index - 1)
      && (isIn(.periods, index - 1)
        || [p.the, p.of, p.in, p.during, p.since, p.after, p.before, p.until, p.from].contains(lexemes.hash(index - 1)))
    switch lexemes.length(closing) {
    case 1: return isTimed && closing == index + 1
    case 2: return closing > index + 1 && isTimed
    default:
      return closing > index + 1 && last - first <= 120 && last <= 2100 && (isTimed || first % 100 != 0)
        && lexemes.kind(index - 1) != .symbol && noun(after: closing + 1) == nil
    }
  }

  /// Years that a noun follows and that are no count of it: "a 1998 agreement", "Obama's 2012 campaign", "2004 and 2005
  /// papers"; and those before 1800 that their words tell: "the Ordinance of 1784", "as early as 1717", "(1794)".
  func isToldYear(_ index: Int, _ number: Int) -> Bool {
    let p = words.particles
    guard (1500...2099).contains(number), number % 100 != 0, lexemes.gap(index) != .minus,
      !(words.numbers.row(lexemes.hash(index + 1)).map { $0.role == .scale || $0.role == .dozen } ?? false)
    else { return false }
    let next = index + 1
    let hasWord = lexemes.isWord(next) && lexemes.gap(next) == .space
    if lexemes.isMark(index - 1, "(") { return isBracketedYear(index) && lexemes.isMark(next, ")") }
    guard lexemes.gap(index) == .space else { return false }
    if free == index - 1, lexemes.isWord(free), [p.and, p.or].contains(lexemes.hash(free)),
      case .temporal(.calendar(let other?, nil, nil, nil))? = quantities.last?.value
    {
      return abs(other - number) < 100
    }
    // The possessive is a lexeme of its own.
    let isPossessive =
      lexemes.isPossessive(index - 1)
    let before = lexemes.hash(index - 1)
    if isPossessive || [p.his, p.her, p.its, p.their].contains(before) {
      return hasWord && (1900...2049).contains(number) && lexemes.hash(next) != words.people
    }
    guard lexemes.isWord(index - 1) else { return false }
    if before == p.a || before == p.an { return hasWord && (lexemes.isCapital(lexeme: next) || isSingular(next)) }
    // "The end of 2015 leaves the race open", "died 1443"
    if before == p.of, words.dates.row(lexemes.hash(index - 2))?.role == .boundary { return true }
    if isIn(.lives, index - 1) { return noun(after: next) == nil }
    if hasWord, (1900...2049).contains(number), isSingularPhrase(next) { return true }
    guard number < 1800 else { return false }
    switch before {
    case p.the: return hasWord && (lexemes.isCapital(lexeme: next) || isSingular(next))
    case p.of: return lexemes.isCapital(lexeme: index - 2) && noun(after: next) == nil
    case DateParticle.as: return lexemes.hash(index - 3) == DateParticle.as && noun(after: next) == nil
    default: return false
    }
  }

  /// Whether no word of the noun phrase there is a plural, so that a number before it counts nothing: "2003 police video".
  private func isSingularPhrase(_ index: Int) -> Bool {
    guard noun(after: index) != nil else { return false }
    var at = index
    while at < index + 4, lexemes.isWord(at), !isStop(at) {
      guard isSingular(at), !lexemes.isCapital(lexeme: at), words.numbers.row(lexemes.hash(at)) == nil else {
        return false
      }
      at += 1
    }
    return at < index + 4
  }

  private func isSingular(_ index: Int) -> Bool {
    !lexemes.isPluralForm(index) && lexemes.hash(index) != words.people
      && words.countWords.row(lexemes.hash(index))?.role != .plural
  }

  /// Whether a figure after an opening bracket is all that is in it, the first of several, or what the rest is of: "(2014)",
  /// "(1997, 2005)", "(2014: $1.1 billion)".
  func isBracketedYear(_ index: Int) -> Bool {
    guard lexemes.isMark(index - 1, "(") else { return false }
    let p = words.particles
    // "(2014: $1.1 billion)"
    if lexemes.isMark(index + 1, ":") { return lexemes.gap(index + 2) == .space }
    return [")", ",", ";"].contains { lexemes.isMark(index + 1, $0) }
      || (lexemes.isFreeDash(index + 1)
        || lexemes.isWord(index + 1) && [p.and, p.or, p.to].contains(lexemes.hash(index + 1)))
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
    if before == DateParticle.circa || isIn(.circaDotted, index - 1) { return lexemes.isWord(index - 1) }
    return lexemes.isMark(index - 1, ".") && lexemes.gap(index - 1) == .none
      && isIn(.circaPlain, index - 2)
  }
}
