import DocumentModel

/// A length of time as it is worded, in whole units, the largest first: "two weeks", "a year and a half" (18 months), "2 hours
/// 30 minutes". Lexemes `start..<end`.
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
  /// The time of day so much later, and how many days on it is.
  func adding(seconds: Int) -> (ClockTime, days: Int)? {
    let total = hour * 3600 + (minute ?? 0) * 60 + (second ?? 0) + seconds
    let days = total >= 0 ? total / 86_400 : (total - 86_399) / 86_400
    let rest = total - days * 86_400
    let hasMinutes = minute != nil || rest % 3600 != 0
    return ClockTime(
      hour: rest / 3600, minute: hasMinutes ? rest / 60 % 60 : nil, second: rest % 60 == 0 ? nil : rest % 60
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

  /// "two weeks", "an hour", "half an hour", "a year and a half", "2 and a half hours", "a couple of days", "a few days".
  func onePart(at index: Int) -> TimeSpan? {
    let p = words.particles
    guard lexemes.isFigure(index) || lexemes.isWord(index) else { return nil }
    let hash = lexemes.hash(index)
    let isArticle = lexemes.isWord(index) && (hash == p.a || hash == p.an)
    var isVague = false
    var value: Rational
    var next = index
    // "a couple of weeks", "few hours"
    let afterArticle = isArticle ? index + 1 : index
    if lexemes.isWord(afterArticle), let row = words.dates.row(lexemes.hash(afterArticle)), row.role == .vague {
      value = Rational(Int64(row.number))
      isVague = row.number > 2
      next = afterArticle + 1
      if row.number == 2, lexemes.hash(next) == p.of { next += 1 }
    } else if hash == p.some, lexemes.hash(index - 1) == p.fors, words.dates.row(lexemes.hash(index + 1))?.role == .unit
    {
      // "for some days"
      (value, isVague, next) = (Rational(3), true, index + 1)
    } else if isArticle, words.dates.row(lexemes.hash(index + 1))?.role == .unit,
      lexemes.hash(index + 1) != p.quarter
    {
      value = Rational(1)
      next = index + 1
    } else if isArticle, lexemes.hash(index + 1) == p.quarter, let row = words.dates.row(lexemes.hash(index + 2)),
      row.role == .unit, [.hour, .century].contains(row.unit), !lexemes.isPluralForm(index + 2)
    {
      // "a quarter century"
      value = Rational(1, over: 4) ?? Rational(0)
      next = index + 2
    } else if let numeral = numerals.numeral(at: index), !numeral.isOrdinal, !numeral.isVague,
      numeral.value > Rational(0), numeral.value < Rational(1_000_000)
    {
      value = numeral.value
      next = numeral.end
      if numeral.isInWords, numeral.isFraction, !isArticle, let row = words.dates.row(lexemes.hash(numeral.end - 1)),
        row.role == .unit, row.unit == .quarter, let count = numeral.value * Rational(4), count.isWhole
      {
        // "three quarters" of a year, a fraction elsewhere.
        return TimeSpan(start: index, end: next, lengths: [TimeLength(Int(count.numerator), .quarter)])
      }
      if let (part, end) = numerals.wordFraction(afterAnd: next), let sum = value + part {
        value = sum
        next = end
      }
      // "half an hour"
      let article = numeral.isFraction && lexemes.hash(next) == p.of ? next + 1 : next
      if numeral.isFraction, lexemes.hash(article) == p.an || lexemes.hash(article) == p.a { next = article + 1 }
    } else {
      return nil
    }
    // "two full years", "2 more minutes"
    if lexemes.isWord(next), isIn(.fillers, next) { next += 1 }
    guard lexemes.isWord(next), let (row, end) = words.dates.longest(lexemes, next), row.role == .unit else {
      return nil
    }
    if isVague, !lexemes.isPluralForm(end - 1) { return nil }
    next = end
    if let (part, end) = numerals.wordFraction(afterAnd: next), let sum = value + part {
      value = sum
      next = end
    }
    guard let lengths = whole(value, row.unit) else { return nil }
    return TimeSpan(
      start: index, end: next, lengths: lengths, isVague: isVague,
      isArticle: isArticle && next == index + 2)
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
