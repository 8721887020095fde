import DocumentModel

/// A length of time as it is worded, in whole units, the largest first: "two weeks", "a year and a half" (18 months),
/// "2 hours 30 minutes". Lexemes `start..<end`.
struct TimeSpan {
  var start: Int
  var end: Int
  /// Never empty.
  var lengths: [TimeLength]
  /// "A few days": the count is a convention.
  var isVague = false
  /// "an hour", "a week": an article instead of a number.
  var isArticle = false

  /// Whether it is told in hours, minutes or seconds.
  var isOfClock: Bool { lengths.contains { $0.unit.seconds != nil } }

  /// All of it in seconds; nil if a unit of the calendar takes part.
  var seconds: Int? {
    var sum = 0
    for length in lengths {
      guard let one = length.unit.seconds, length.count < 1_000_000 else { return nil }
      sum += one * length.count
    }
    return sum
  }

  /// A moment that far before (-1) or after (+1) another. Hours of a day stay a time of a day.
  func shift(_ base: TemporalExpression, _ sign: Int) -> TemporalExpression {
    if let seconds {
      switch base {
      case .time(let clock):
        if let (at, _) = clock.adding(seconds: sign * seconds) { return .time(at) }
      case .dateTime(let day, let clock):
        if let (at, days) = clock.adding(seconds: sign * seconds) {
          return .dateTime(days == 0 ? day : .offset(count: days, .day, from: day), at)
        }
      default: break
      }
    }
    return lengths.reduce(base) { .offset(count: sign * $1.count, $1.unit, from: $0) }
  }

  /// The moment that far from now.
  func fromNow(_ sign: Int) -> TemporalExpression {
    guard let first = lengths.first else { return .present }
    let start = TemporalExpression.relative(count: sign * first.count, first.unit, whole: false)
    return lengths.dropFirst().reduce(start) { .offset(count: sign * $1.count, $1.unit, from: $0) }
  }
}

extension ClockTime {
  /// The same hour after noon, where the half of the day is not said: 15:00 for "3".
  var afterNoon: ClockTime? {
    guard (1..<12).contains(hour), !isHalfSaid else { return nil }
    return ClockTime(hour: hour + 12, minute: minute, second: second, isHalfSaid: true)
  }

  /// The time of day so much later, and how many days on it is.
  func adding(seconds: Int) -> (ClockTime, days: Int)? {
    let total = hour * 3600 + (minute ?? 0) * 60 + (second ?? 0) + seconds
    let days = total >= 0 ? total / 86_400 : (total - 86_399) / 86_400
    let rest = total - days * 86_400
    let hasMinutes = minute != nil || rest % 3600 != 0
    return ClockTime(
      hour: rest / 3600, minute: hasMinutes ? rest / 60 % 60 : nil, second: rest % 60 == 0 ? nil : rest % 60,
      isHalfSaid: isHalfSaid
    ).map { ($0, days) }
  }
}

extension QuantityReader {
  /// A length of time at a lexeme, however it is put together.
  func timeSpan(at index: Int) -> TimeSpan? {
    onePart(at: index).map { continued($0) }
  }

  /// A length with the smaller parts after it.
  func continued(_ first: TimeSpan) -> TimeSpan {
    var span = first
    var steps = 0
    while steps < 6, let next = nextPart(of: span) {
      span.lengths += next.lengths
      span.end = next.end
      span.isArticle = false
      steps += 1
    }
    return span
  }

  /// ", 3 months", "and 30 minutes": a smaller part after a larger one.
  private func nextPart(of span: TimeSpan) -> TimeSpan? {
    guard let last = span.lengths.last else { return nil }
    var next = span.end
    if lexemes.isMark(next, ",") { next += 1 }
    if lexemes.hash(next) == words.particles.and, lexemes.isWord(next) { next += 1 }
    guard next > span.end || lexemes.hash(next) != words.particles.a && lexemes.hash(next) != words.particles.an else {
      return nil
    }
    guard lexemes.isFigure(next) || words.numbers.row(lexemes.hash(next)) != nil, let part = onePart(at: next),
      !part.isVague, let first = part.lengths.first, size(first.unit) < size(last.unit)
    else { return nil }
    return part
  }

  private func size(_ unit: TemporalUnit) -> Int { CalendarWord.units.firstIndex(of: unit) ?? 0 }

  /// "two weeks", "an hour", "half an hour", "a year and a half", "2 and a half hours", "a couple of days", "a few
  /// days".
  func onePart(at index: Int) -> TimeSpan? {
    guard lexemes.isFigure(index) || lexemes.isWord(index) else { return nil }
    let bare = countWithoutNumber(at: index)
    let numeral = bare == nil ? numeralOfTime(at: index) : nil
    if let numeral, let quarters = quartersInWords(numeral) { return quarters }
    guard let count = bare ?? numeral.map({ countInNumber($0) }) else { return nil }
    var (value, next) = (count.value, count.next)
    // "two full years", "2 more minutes"
    if lexemes.isWord(next), isIn(.fillers, next) { next += 1 }
    guard lexemes.isWord(next), let (row, end) = words.dates.longest(lexemes, next), row.role == .unit else {
      return nil
    }
    if count.isVague, !lexemes.isPluralForm(end - 1) { return nil }
    next = end
    if let (part, end) = numerals.wordFraction(afterAnd: next), let sum = value + part {
      value = sum
      next = end
    }
    guard let lengths = whole(value, row.unit) else { return nil }
    return TimeSpan(
      start: index, end: next, lengths: lengths, isVague: count.isVague,
      isArticle: isArticle(index) && next == index + 2)
  }

  /// How many of a unit of time, and where the unit begins.
  private typealias UnitCount = (value: Rational, isVague: Bool, next: Int)

  private func isArticle(_ index: Int) -> Bool {
    lexemes.isWord(index) && [words.particles.a, words.particles.an].contains(lexemes.hash(index))
  }

  /// The 2 of "a couple of days", the 3 of "a few days" and "for some days", the 1 of "an hour", the fourth of "a
  /// quarter century".
  private func countWithoutNumber(at index: Int) -> UnitCount? {
    let p = words.particles
    let isArticle = isArticle(index)
    let afterArticle = isArticle ? index + 1 : index
    // "a couple of weeks", "few hours"
    if lexemes.isWord(afterArticle), let row = words.dates.row(lexemes.hash(afterArticle)), row.role == .vague {
      let next = afterArticle + 1
      let hasOf = row.number == 2 && lexemes.hash(next) == p.of
      return (Rational(Int64(row.number)), row.number > 2, hasOf ? next + 1 : next)
    }
    // "for some days"
    if lexemes.hash(index) == p.some, lexemes.hash(index - 1) == p.for,
      words.dates.row(lexemes.hash(index + 1))?.role == .unit
    {
      return (Rational(3), true, index + 1)
    }
    guard isArticle else { return nil }
    if lexemes.hash(index + 1) != p.quarter {
      return words.dates.row(lexemes.hash(index + 1))?.role == .unit ? (Rational(1), false, index + 1) : nil
    }
    // "a quarter century"
    guard let row = words.dates.row(lexemes.hash(index + 2)), row.role == .unit, [.hour, .century].contains(row.unit),
      !lexemes.isPluralForm(index + 2)
    else { return nil }
    return (Rational(1, over: 4) ?? Rational(0), false, index + 2)
  }

  /// "three quarters" of a year, a fraction elsewhere.
  private func quartersInWords(_ numeral: WrittenNumeral) -> TimeSpan? {
    guard numeral.isInWords, numeral.isFraction, !isArticle(numeral.start),
      let row = words.dates.row(lexemes.hash(numeral.end - 1)),
      row.role == .unit, row.unit == .quarter, let count = numeral.value * Rational(4), count.isWhole
    else { return nil }
    return TimeSpan(start: numeral.start, end: numeral.end, lengths: [TimeLength(Int(count.numerator), .quarter)])
  }

  /// "two", "two and a half", "half an", "three quarters of a".
  private func countInNumber(_ numeral: WrittenNumeral) -> UnitCount {
    let p = words.particles
    var (value, next) = (numeral.value, numeral.end)
    if let (part, end) = numerals.wordFraction(afterAnd: next), let sum = value + part {
      value = sum
      next = end
    }
    // "half an hour"
    let article = numeral.isFraction && lexemes.hash(next) == p.of ? next + 1 : next
    if numeral.isFraction, lexemes.hash(article) == p.an || lexemes.hash(article) == p.a { next = article + 1 }
    return (value, false, next)
  }

  private func numeralOfTime(at index: Int) -> WrittenNumeral? {
    guard let numeral = numerals.numeral(at: index), !numeral.isOrdinal, !numeral.isVague,
      numeral.value > Rational(0), numeral.value < Rational(1_000_000)
    else { return nil }
    return numeral
  }

  /// A length in whole units: 1.5 hours are 90 minutes, half a month 15 days.
  private func whole(_ value: Rational, _ unit: TemporalUnit) -> [TimeLength]? {
    if value.isWhole { return [TimeLength(Int(value.numerator), unit)] }
    // Half a week is not told to the hour.
    if unit == .week, let days = value * Rational(7), days.denominator > 0 {
      let whole = Int(days.numerator / days.denominator)
      return whole > 0 ? [TimeLength(whole, .day)] : nil
    }
    let finer: (TemporalUnit, Int64)? =
      switch unit {
      case .minute: (.second, 60)
      case .hour: (.minute, 60)
      case .day: (.hour, 24)
      case .month: (.day, 30)
      case .quarter: (.month, 3)
      case .year: (.month, 12)
      case .decade: (.month, 120)
      case .century: (.year, 100)
      default: nil
      }
    guard let (unit, size) = finer, let count = value * Rational(size), count.isWhole else { return nil }
    return [TimeLength(Int(count.numerator), unit)]
  }
}
