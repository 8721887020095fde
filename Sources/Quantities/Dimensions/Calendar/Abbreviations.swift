import DocumentModel
import TextCore

/// Weekdays and months cut short or written small, and what must stand beside them: "by Fri", "next tues", "since nov", "on
/// 3 march".
extension QuantityReader {
  /// Words that a day or month stands after; what is written without a capital needs one.
  private var timeWords: Set<UInt64> {
    let p = words.particles
    return [p.on, p.by, p.until, p.since, p.before, p.after, p.next, p.this, p.last, p.from, DateParticle.till]
  }

  /// "by Fri", "on Sat", "next tues"; with a capital "Tues" and "Thurs" alone. Not "he sat", "the Sun", "to wed".
  func isTimedWeekday(_ number: Int, _ index: Int) -> Bool {
    let isCapital = lexemes.isCapital(lexeme: index)
    guard number < 6 || isCapital, lexemes.gap(index) == .space || index == 0 else { return false }
    var next = index + 1
    let length = lexemes.lastByte(index) == UInt8(ascii: ".") ? lexemes.length(index) - 1 : lexemes.length(index)
    if lexemes.isMark(next, "."), lexemes.gap(next) == .none { next += 1 }
    // "Sun Microsystems", "Mon Dieu", "Fri's"
    guard !lexemes.isCapital(lexeme: next) || opensSentence(next), lexemes.gap(next) != .hyphen,
      lexemes.kind(next) != .other || lexemes.gap(next) != .none
    else { return false }
    if index > 0, lexemes.isWord(index - 1), timeWords.contains(lexemes.hash(index - 1)) { return true }
    let isAfterName = lexemes.isCapital(lexeme: index - 1) && !opensSentence(index - 1)
    return isCapital && length >= 4 && index > 0 && !opensSentence(index) && !isAfterName
  }

  /// "Mon or Tues", "from tue to thu".
  func isOneOfWeekdays(_ index: Int, _ after: Int) -> Bool {
    let p = words.particles
    func isJoint(_ at: Int) -> Bool { lexemes.isWord(at) && [p.or, p.and, p.to].contains(lexemes.hash(at)) }
    func isDay(_ at: Int) -> Bool { lexemes.isWord(at) && words.weekdays.row(lexemes.hash(at)) != nil }
    /// "sat and sun" may be the verb and the star.
    func isPlain(_ at: Int) -> Bool {
      lexemes.isCapital(lexeme: at) || (words.weekdays.row(lexemes.hash(at))?.number ?? 7) < 6
    }
    guard isPlain(index) else { return false }
    if isJoint(after), isDay(after + 1), isPlain(after + 1) { return true }
    let before = lexemes.isMark(index - 2, ".") ? index - 3 : index - 2
    return isJoint(index - 1) && isDay(before) && isPlain(before)
  }

  /// "since nov", "late feb", "in jan or feb", "from jan to mar", "the end of nov".
  func isTimedAbbreviation(_ index: Int) -> Bool {
    let p = words.particles
    guard words.months.row(lexemes.hash(index))?.role == .monthAbbreviation, !lexemes.isCapital(lexeme: index) else {
      return false
    }
    func isMonthWord(_ at: Int) -> Bool { lexemes.isWord(at) && words.months.row(lexemes.hash(at)) != nil }
    func isJoint(_ at: Int) -> Bool { lexemes.isWord(at) && [p.or, p.and, p.to].contains(lexemes.hash(at)) }
    let before = lexemes.hash(index - 1)
    let isSecond = isJoint(index - 1) && isMonthWord(index - 2)
    let isFirst = isJoint(index + 1) && isMonthWord(index + 2) && [p.in, p.from, p.between].contains(before)
    if isSecond || isFirst { return true }
    // "mar" is also a verb.
    guard lexemes.hash(index) != DateParticle.mar, index > 0, lexemes.isWord(index - 1) else { return false }
    if [p.since, p.until, DateParticle.till].contains(before) { return true }
    if let row = words.dates.row(before), [.early, .mid, .late].contains(row.role) { return true }
    return before == p.of && words.dates.row(lexemes.hash(index - 2))?.role == .boundary
  }

  /// "on 3 march", "from 2 march to 9 march", "10th may": the months that are also verbs, written small, after a day that a word
  /// of time stands before. `day` is where the day begins.
  func isMonthOfDay(_ month: Int, _ day: Int) -> Bool {
    let p = words.particles
    let hash = lexemes.hash(month)
    guard hash == p.may || hash == p.march, lexemes.gap(month) == .space else { return false }
    if hash == p.may {
      // "On the 10 may be …"
      let next = lexemes.hash(month + 1)
      guard !lexemes.isWord(month + 1) || [p.at, p.to, p.until, p.from, p.and, p.or, p.in].contains(next) else {
        return false
      }
    }
    let before = lexemes.hash(day - 1) == p.the ? day - 2 : day - 1
    if day == 0 { return true }
    if before >= 0, lexemes.isWord(before), timeWords.contains(lexemes.hash(before)) { return true }
    // "from 2 march to 9 march"
    return before >= 1 && lexemes.hash(before) == p.to && [p.may, p.march].contains(lexemes.hash(before - 1))
      && free <= before
  }

  /// "from the 28th to the 2nd", "between the 10th and the 14th", where nothing follows that could be numbered.
  func numberedDays(at index: Int) -> Moment? {
    let p = words.particles
    let opener = lexemes.hash(index - 1)
    guard index > 0, lexemes.hash(index) == p.the, opener == p.from || opener == p.between,
      let (first, middle) = figureOfDay(index + 1), lexemes.isWord(middle),
      opener == p.between ? lexemes.hash(middle) == p.and : words.dates.row(lexemes.hash(middle))?.role == .to,
      lexemes.hash(middle + 1) == p.the, let (last, end) = figureOfDay(middle + 2), first != last,
      end >= lexemes.count || lexemes.kind(end) == .mark
    else { return nil }
    func day(_ number: Int) -> TemporalExpression { .calendar(year: nil, month: nil, day: number, weekday: nil) }
    return Moment(
      start: index - 1, end: end, expression: .interval(day(first), day(last), closed: true), kind: .daterange)
  }

  private func figureOfDay(_ index: Int) -> (day: Int, end: Int)? {
    lexemes.isFigure(index) ? ordinalDay(at: index) : nil
  }
}
