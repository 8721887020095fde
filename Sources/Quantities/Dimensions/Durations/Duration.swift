import DocumentModel

/// Lengths of time: "7-hour", "two years", "2 years 3 months", "all day".
extension QuantityReader {
  /// "7-hour", "two years", "2 years 3 months", "an hour and 30 minutes", "one and a half years".
  func duration(_ figure: Figure) -> Reading? {
    if let short = shortDuration(figure) { return short }
    var figure = figure
    // "2 and a half days"
    if !figure.isRange, figure.low.value.isWhole, let (part, finish) = numerals.wordFraction(afterAnd: figure.end),
      words.units.longest(lexemes, finish) != nil, let sum = figure.low.value + part
    {
      figure.low.value = sum
      figure.low.end = finish
      figure.end = finish
    }
    guard let (row, first) = unitOfTime(of: figure) else { return nil }
    var end = first
    if !figure.isRange {
      let start = secondStart(end, from: figure.start)
      if start > 0, let second = numerals.numeral(at: start), !second.isOrdinal, figure.low.value < second.value,
        let (again, finish) = words.units.longest(lexemes, second.end), again.unit == row.unit
      {
        figure.high = second
        end = finish
      }
    }
    if figure.isRange { return quantity(figure, to: end, kind: .duration, unit: row.unit) }
    // "a year and a half"
    if let (part, finish) = numerals.wordFraction(afterAnd: end), let sum = figure.low.value + part {
      figure.low.value = sum
      end = finish
    }
    var iso = DurationParts()
    guard iso.add(figure.low.value, row.unit.name) else {
      return quantity(figure, to: end, kind: .duration, unit: row.unit)
    }
    var parts = 1
    while let (value, name, finish) = nextPart(end, after: iso.smallest), iso.add(value, name) {
      end = finish
      parts += 1
    }
    guard var reading = quantity(figure, to: end, kind: .duration, unit: row.unit) else { return nil }
    reading.quantity?.iso = iso.text
    if parts > 1, let (value, name) = iso.total {
      reading.quantity?.value = .exact(value)
      reading.quantity?.unit = MeasureUnit(
        name: name, dimension: name == "month" ? "calendar" : "duration", factor: Rational(1))
      reading.quantity?.precision = nil
    }
    return reading
  }

  /// The unit of time after a figure, and where it ends.
  private func unitOfTime(of figure: Figure) -> (row: UnitWord, end: Int)? {
    // "two full years", "five more minutes", "ten straight days"
    let hasFiller = lexemes.isWord(figure.end) && lexemes.gap(figure.end) == .space && isIn(.fillers, figure.end)
    let begin = hasFiller ? figure.end + 1 : figure.end
    guard let (row, end) = words.units.longest(lexemes, begin), accepts(row, begin, end),
      !hasFiller || row.form == .word && lexemes.gap(begin) == .space,
      row.unit.dimension == "duration" || row.unit.dimension == "calendar"
    else { return nil }
    guard row.unit.name == "second" else { return (row, end) }
    // "4e14 s-1" is a frequency.
    if row.form == .letter, lexemes.gap(end) == .hyphen, lexemes.digits(end) == 1 { return nil }
    // "two second homes"
    let isOrdinal =
      lexemes.gap(figure.end) == .space && figure.low.isInWords && !lexemes.isPluralForm(figure.end)
      && figure.low.value != Rational(1)
    // "2018s best year" has lost its apostrophe.
    let isPossessive =
      row.form == .letter && figure.low.value >= Rational(1000) && lexemes.gap(figure.end) == .none
    return isOrdinal || isPossessive ? nil : (row, end)
  }

  /// Durations that begin with no number: "an hour and 45 minutes", "a month and a half", "a few hours", "all day".
  func wordedDuration(at index: Int) -> Reading? {
    let p = words.particles
    guard lexemes.isWord(index) else { return nil }
    if lexemes.hash(index) == p.all { return allDay(index) }
    if let range = durationRange(at: index) ?? oneOrTwo(at: index) { return range }
    guard let span = timeSpan(at: index) else { return nil }
    let hash = lexemes.hash(index)
    // "A week" is no count, and "several weeks" is anybody's guess.
    let isCounted = !span.isArticle && (hash == p.a || hash == p.an || words.dates.row(hash)?.role == .vague)
    guard isCounted || span.isVague, hash != p.several else { return nil }
    var parts = DurationParts()
    for length in span.lengths where !parts.add(Rational(Int64(length.count)), length.unit.rawValue) { return nil }
    guard let first = span.lengths.first else { return nil }
    var value = Rational(Int64(first.count))
    var name = first.unit.rawValue
    if span.lengths.count > 1 {
      // "a year and a day" has no total.
      (value, name) = parts.total ?? (value, name)
    }
    return duration(index, span.end, value, name, parts, span.isVague ? .about : nil)
  }

  /// "10D", "2W", "3Y" where a word says that they last.
  private func shortDuration(_ figure: Figure) -> Reading? {
    let p = words.particles
    let before = lexemes.hash(figure.start - 1)
    guard figure.start > 0, before == p.for || before == p.lasted, !figure.isRange, lexemes.gap(figure.end) == .none,
      lexemes.isWord(figure.end), lexemes.gap(figure.end + 1) != .hyphen
    else { return nil }
    let name: String
    switch lexemes.byte(figure.end) {
    case UInt8(ascii: "D"): name = "day"
    case UInt8(ascii: "W"): name = "week"
    case UInt8(ascii: "Y"): name = "year"
    default: return nil
    }
    var parts = DurationParts()
    guard parts.add(figure.low.value, name) else { return nil }
    return duration(figure.start, figure.end + 1, figure.low.value, name, parts, nil)
  }

  /// "all day", "all month".
  private func allDay(_ index: Int) -> Reading? {
    guard let row = words.dates.row(lexemes.hash(index + 1)), lexemes.isWord(index + 1),
      !lexemes.isPluralForm(index + 1), !lexemes.isCapital(lexeme: index + 1)
    else { return nil }
    let unit: TemporalUnit
    switch row.role {
    case .unit: unit = row.unit
    default: return nil
    }
    switch unit {
    case .day, .week, .weekend, .month, .quarter, .year, .decade: break
    default: return nil
    }
    var parts = DurationParts()
    guard parts.add(Rational(1), unit.rawValue) else { return nil }
    return duration(index, index + 2, Rational(1), unit.rawValue, parts, nil)
  }

  func duration(
    _ start: Int, _ end: Int, _ value: Rational, _ name: String, _ parts: DurationParts, _ modifier: QuantityModifier?
  ) -> Reading {
    let isOfCalendar = ["month", "quarter", "year", "decade", "century"].contains(name)
    return Reading(
      start: start, end: end,
      quantity: Quantity(
        span: lexemes.span(start, end), kind: .duration, value: .exact(value),
        unit: MeasureUnit(name: name, dimension: isOfCalendar ? "calendar" : "duration", factor: nil),
        modifier: modifier, iso: parts.text, isInWords: true))
  }

  /// A smaller part after a larger one: ", 3 months", "and 30 minutes".
  private func nextPart(_ index: Int, after larger: Int) -> (Rational, String, Int)? {
    var at = index
    if lexemes.isMark(at, ",") { at += 1 }
    if lexemes.hash(at) == words.particles.and { at += 1 }
    guard let numeral = numerals.numeral(at: at), !numeral.isOrdinal, !numeral.isVague,
      let (row, end) = words.units.longest(lexemes, numeral.end), accepts(row, numeral.end, end),
      let rank = DurationParts.rank(row.unit.name), rank > larger, numeral.value < Rational(1000)
    else { return nil }
    return (numeral.value, row.unit.name, end)
  }
}

/// The parts of an ISO 8601 duration, largest first.
struct DurationParts {
  private static let names = ["year", "month", "week", "day", "hour", "minute", "second"]
  private var values: [Rational?] = Array(repeating: nil, count: 7)
  /// Rank of the last part added.
  private(set) var smallest = -1

  static func rank(_ name: String) -> Int? { names.firstIndex(of: name) }

  /// False for units that ISO durations lack and that have no simple equal there.
  mutating func add(_ value: Rational, _ name: String) -> Bool {
    let known: (String, Int64)? =
      switch name {
      case "decade": ("year", 10)
      case "century": ("year", 100)
      case "quarter": ("month", 3)
      case "fortnight": ("week", 2)
      case "night": ("day", 1)
      default: DurationParts.rank(name) == nil ? nil : (name, 1)
      }
    guard let (unit, times) = known, let rank = DurationParts.rank(unit), let size = value * Rational(times) else {
      return false
    }
    values[rank] = size
    smallest = rank
    return true
  }

  /// "P1Y2DT3H4S"
  var text: String {
    var date = ""
    var time = ""
    for (rank, value) in values.enumerated() {
      guard let value else { continue }
      let letter = ["Y", "M", "W", "D", "H", "M", "S"][rank]
      let figure = value.text.utf8.contains(UInt8(ascii: "/")) ? String(value.double) : value.text
      if rank < 4 { date += figure + letter } else { time += figure + letter }
    }
    return "P" + date + (time.isEmpty ? "" : "T" + time)
  }

  /// The whole in months if only years and months are said, else in seconds; nil when the two mix.
  var total: (Rational, String)? {
    let sizes: [Int64] = [12, 1, 604_800, 86_400, 3600, 60, 1]
    var months = Rational(0)
    var seconds = Rational(0)
    for (rank, value) in values.enumerated() {
      guard let value, let part = value * Rational(sizes[rank]) else { continue }
      if rank < 2 { months = (months + part) ?? months } else { seconds = (seconds + part) ?? seconds }
    }
    if seconds == Rational(0) { return (months, "month") }
    return months == Rational(0) ? (seconds, "second") : nil
  }
}
