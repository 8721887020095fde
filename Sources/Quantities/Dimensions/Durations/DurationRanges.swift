import DocumentModel
import TextCore

/// Lengths of time between two: "between an hour and 90 minutes", "18 months to three years", "a week or two"; and
/// such as letters tell: "1h 45m", "3m20s".
extension QuantityReader {
  /// A length of time that a figure begins and that is more than the figure with its unit.
  func longDuration(at index: Int) -> Reading? { letteredDuration(at: index) ?? durationRange(at: index) }

  /// Two lengths in units that differ; the smaller unit tells both.
  func durationRange(at index: Int) -> Reading? {
    let p = words.particles
    let opener = index > free && lexemes.isWord(index - 1) ? lexemes.hash(index - 1) : 0
    guard let first = onePart(at: index), !first.isVague, first.lengths.count == 1, let low = first.lengths.first,
      lexemes.isWord(first.end), lexemes.gap(first.end) == .space,
      lexemes.hash(first.end) == (opener == p.between ? p.and : p.to), let second = onePart(at: first.end + 1),
      !second.isVague, second.lengths.count == 1, let high = second.lengths.first, low.unit != high.unit,
      let one = QuantityReader.size(low.unit), let other = QuantityReader.size(high.unit),
      one.isOfMonths == other.isOfMonths,
      !isCountedFrom(second.end), ![p.age, p.aged, p.ages].contains(lexemes.hash(index - 1)),
      lexemes.gap(second.end) != .hyphen
    else { return nil }
    let (unit, size) = one.size < other.size ? (low.unit, one.size) : (high.unit, other.size)
    let (from, to) = (Int64(low.count) * (one.size / size), Int64(high.count) * (other.size / size))
    guard from < to else { return nil }
    let isOpened = opener == p.between || opener == p.from
    return ranged(
      isOpened ? index - 1 : index, index, second.end, from, to, unit)
  }

  /// "a week or two", "one or two days".
  func oneOrTwo(at index: Int) -> Reading? {
    let p = words.particles
    if lexemes.hash(index) == p.one, lexemes.hash(index + 1) == p.or, lexemes.isWord(index + 2),
      let span = timeSpan(at: index + 2), span.lengths.count == 1, let length = span.lengths.first, length.count == 2,
      !isCountedFrom(span.end)
    {
      return ranged(index, index, span.end, 1, 2, length.unit)
    }
    guard let span = onePart(at: index), span.isArticle, lexemes.hash(span.end) == p.or, lexemes.isWord(span.end + 1),
      let two = words.numbers.row(lexemes.hash(span.end + 1)), two.role == .one, two.value == Rational(2),
      lexemes.gap(span.end + 2) != .hyphen, !hasUnit(span.end + 2), !isCountedFrom(span.end + 2),
      let unit = span.lengths.first?.unit
    else { return nil }
    return ranged(index, index, span.end + 2, 1, 2, unit)
  }

  private func ranged(
    _ outer: Int, _ start: Int, _ end: Int, _ low: Int64, _ high: Int64, _ unit: TemporalUnit
  ) -> Reading {
    Reading(
      start: outer, end: end,
      quantity: Quantity(
        span: lexemes.span(start, end), outerSpan: lexemes.span(outer, end), kind: .duration,
        value: .range(low: Rational(low), high: Rational(high)),
        unit: MeasureUnit(
          name: unit.rawValue, dimension: QuantityReader.size(unit)?.isOfMonths ?? false ? "calendar" : "duration",
          factor: nil),
        isInWords: !lexemes.isFigure(start)))
  }

  /// "ago", "from now", "later", "old": what makes a length of time a date or an age.
  private func isCountedFrom(_ index: Int) -> Bool {
    guard lexemes.isWord(index) else { return false }
    let p = words.particles
    let hash = lexemes.hash(index)
    if [p.earlier, p.later, p.before, p.after, p.from].contains(hash) || hash == DurationWords.old { return true }
    // "between six months and two years of age"
    if hash == p.of, lexemes.hash(index + 1) == p.age { return true }
    return words.dates.longest(lexemes, index).map { $0.row.role == .ago || $0.row.role == .fromNow } ?? false
  }

  /// Seconds or months in one of a unit.
  private static func size(_ unit: TemporalUnit) -> (size: Int64, isOfMonths: Bool)? {
    switch unit {
    case .second: (1, false)
    case .minute: (60, false)
    case .hour: (3600, false)
    case .day: (86_400, false)
    case .week: (604_800, false)
    case .month: (1, true)
    case .year: (12, true)
    case .decade: (120, true)
    default: nil
    }
  }

  /// "1h 45m", "1h30m", "1hr30", "3m20s", "2d 4h": figures glued to the letters of their units, at least two, each
  /// smaller than the one before it.
  func letteredDuration(at index: Int) -> Reading? {
    guard lexemes.isFigure(index), lexemes.gap(index) == .space || index == 0 || lexemes.kind(index - 1) == .mark,
      lexemes.isWord(index + 1), lexemes.gap(index + 1) == .none
    else { return nil }
    let bytes = lexemes.bytes
    var at = lexemes.starts[index]
    let limit = min(bytes.count, at + 24)
    var parts = DurationParts()
    var count = 0
    var first: (Rational, String)?
    var before = -1
    var end = at
    while at < limit {
      var value: Int64 = 0
      var digits = 0
      while at < limit, digits < 4, bytes[at].isDigit {
        value = value * 10 + Int64(bytes[at].digit)
        at += 1
        digits += 1
      }
      guard (1...3).contains(digits) else { break }
      let letters = at
      while at < limit, at - letters < 5, bytes[at].isLetter { at += 1 }
      var name = DurationWords.letters[CaseFolding.hash(String(decoding: bytes[letters..<at], as: UTF8.self))]
      // "1hr30"
      if at == letters, before == 4, digits == 2, letters >= 3, bytes[letters - 3].inLowerCase >= UInt8(ascii: "a") {
        name = "minute"
      }
      guard let name, let rank = DurationParts.rank(name), rank > before, before < 0 || rank == before + 1,
        count == 0 || value < 60, parts.add(Rational(value), name)
      else { break }
      if first == nil { first = (Rational(value), name) }
      (before, count, end) = (rank, count + 1, at)
      if at < limit, bytes[at] == UInt8(ascii: " ") { at += 1 }
    }
    guard count > 1, let first else { return nil }
    var last = index
    while last < lexemes.count, last < index + 8, lexemes.ends[last] < end { last += 1 }
    guard last < lexemes.count, lexemes.ends[last] == end,
      lexemes.gap(last + 1) != .none || lexemes.kind(last + 1) == .mark
    else { return nil }
    let (value, name) = parts.total ?? first
    return duration(index, last + 1, value, name, parts, nil)
  }
}

enum DurationWords {
  static let old = CaseFolding.hash("old")
  static let letters: [UInt64: String] = [
    "d": "day", "h": "hour", "hr": "hour", "hrs": "hour", "m": "minute", "min": "minute", "mins": "minute",
    "s": "second", "sec": "second", "secs": "second",
  ].reduce(into: [:]) { $0[CaseFolding.hash($1.key)] = $1.value }
}
