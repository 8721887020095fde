import DocumentModel

/// Ranges of the clock on a day: "Tuesday from 7 to 7:30", "between 10 and 11:30 on January 1".
extension QuantityReader {
  /// The day's own range after it: "December 15 from 7:00 to 8:00pm".
  func rangeOfDay(_ day: Moment) -> Moment? {
    let p = words.particles
    guard day.kind == .date, isDay(day.expression) else { return nil }
    var next = day.end
    if lexemes.isMark(next, ",") { next += 1 }
    let opener = lexemes.hash(next)
    guard lexemes.isWord(next), opener == p.from || opener == p.between,
      let (early, late, end) = hours(at: next + 1, isBetween: opener == p.between)
    else { return nil }
    return Moment(
      start: day.start, end: end, expression: .interval(.dateTime(day.expression, early), .time(late), closed: false),
      kind: .datetimerange)
  }

  /// A range of the clock with its day after it: "from 5 to 6pm on April 22"; without one, only if the hours are plainly so.
  func rangeBeforeDay(at index: Int) -> Moment? {
    let p = words.particles
    let opener = lexemes.hash(index - 1)
    guard index > 0, lexemes.isWord(index - 1), opener == p.from || opener == p.between,
      let (early, late, end) = hours(at: index, isBetween: opener == p.between)
    else { return nil }
    var next = end
    if lexemes.hash(next) == p.on || lexemes.hash(next) == p.of { next += 1 }
    if let day = moment(at: next), day.kind == .date, isDay(day.expression) {
      return Moment(
        start: index - 1, end: day.end,
        expression: .interval(.dateTime(day.expression, early), .time(late), closed: false), kind: .datetimerange)
    }
    guard isPlain(index, end) else { return nil }
    return Moment(
      start: index - 1, end: end, expression: .interval(.time(early), .time(late), closed: false), kind: .timerange)
  }

  /// Whether minutes, a half of the day or a part of it are said.
  private func isPlain(_ start: Int, _ end: Int) -> Bool {
    (start..<end).contains { index in
      lexemes.isMark(index, ":")
        || words.dates.row(lexemes.hash(index)).map { $0.role == .halfDay || $0.role == .partOfDay } ?? false
    }
  }

  /// "7 to 7:30", "10 and 11:30", "3 to 5 in the afternoon".
  private func hours(at index: Int, isBetween: Bool) -> (ClockTime, ClockTime, Int)? {
    let p = words.particles
    guard let first = time(at: index, afterDay: true) ?? bareHour(at: index), case .time(var early) = first.expression
    else { return nil }
    var next = first.end
    let hash = lexemes.hash(next)
    if lexemes.gap(next) == .hyphen || lexemes.gap(next) == .dash {
    } else if lexemes.isWord(next), hash == p.to || hash == p.until || isBetween && hash == p.and {
      next += 1
    } else if lexemes.isFreeDash(next) {
      next += 1
    } else {
      return nil
    }
    guard let second = time(at: next, afterDay: true) ?? bareHour(at: next), case .time(let late) = second.expression
    else { return nil }
    if late.hour >= 12, early.hour < 12,
      early.hour + 12 < late.hour || early.hour + 12 == late.hour && (late.minute ?? 0) > (early.minute ?? 0),
      !isPlainHalf(first.end - 1),
      let shifted = ClockTime(hour: early.hour + 12, minute: early.minute, second: early.second)
    {
      early = shifted
    }
    return (early, late, second.end)
  }

  private func isPlainHalf(_ index: Int) -> Bool {
    words.dates.row(lexemes.hash(index)).map { $0.role == .halfDay || $0.role == .partOfDay } ?? false
  }

  /// A bare hour within a range whose other end tells it to be one.
  private func bareHour(at index: Int) -> Moment? {
    guard lexemes.isFigure(index), let hour = lexemes.digits(index), lexemes.length(index) <= 2,
      (1...24).contains(hour),
      let clock = ClockTime(hour: hour)
    else { return nil }
    return Moment(start: index, end: index + 1, expression: .time(clock), kind: .time)
  }
}
