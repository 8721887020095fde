import DocumentModel
import TextCore

/// Words of names and set phrases that hold times; whole phrases are in the table `time-names`.
private enum TimeNameWord {
  static let first = CaseFolding.hash("first")
  static let thing = CaseFolding.hash("thing")
  static let square = CaseFolding.hash("square")
  static let night = CaseFolding.hash("night")
}

/// What looks like a time and is a name, a set phrase or a verb.
extension QuantityReader {
  /// Where a name ends that begins like a time: "The Sunday Times", "Monday Night Football", "Midnight Express",
  /// "7-Eleven", "a split second", "first thing" before a day.
  func nameOfTime(at index: Int) -> Int? {
    let hash = lexemes.hash(index)
    if let end = setPhrase(at: index) { return end }
    guard lexemes.isWord(index) else { return nil }
    let next = index + 1
    if hash == TimeNameWord.first, lexemes.hash(next) == TimeNameWord.thing, isDayOrPart(index + 2) { return index + 2 }
    guard lexemes.isCapital(lexeme: index) else { return nil }
    let isBeforeName = lexemes.isWord(next) && lexemes.gap(next) == .space && lexemes.isCapital(lexeme: next)
    if let row = words.weekdays.row(hash), row.role == .weekday {
      guard isBeforeName else { return nil }
      if row.number > 5, isIn(.weekendPapers, next), lexemes.hash(next + 1) != TimeNameWord.square { return index + 2 }
      return lexemes.hash(next) == TimeNameWord.night && lexemes.isCapital(lexeme: next + 1)
        && isIn(.nightShows, next + 1) ? index + 3 : nil
    }
    guard isBeforeName, words.dates.row(hash)?.role == .clock, words.weekdays.row(lexemes.hash(next)) == nil,
      words.months.row(lexemes.hash(next)) == nil, words.dates.longest(lexemes, next) == nil
    else { return nil }
    return index + 2
  }

  /// "7-Eleven", "Sheffield Wednesday", "a split second": where a phrase of the table ends that holds the time at a
  /// lexeme, as its first word or its second.
  private func setPhrase(at index: Int) -> Int? {
    for start in [index - 1, index] {
      guard let (name, end) = words.timeNames.longest(lexemes, start), end > index,
        name.written == .any || lexemes.isCapital(lexeme: end - 1),
        !lexemes.isFigure(start) || lexemes.gap(start + 1) == .hyphen
      else { continue }
      return end
    }
    return nil
  }

  /// "tomorrow", "on Monday", "in the morning".
  private func isDayOrPart(_ index: Int) -> Bool {
    guard lexemes.isWord(index) else { return false }
    let next = lexemes.hash(index) == words.particles.on ? index + 1 : index
    if words.weekdays.row(lexemes.hash(next))?.role == .weekday || partAfter(next) != nil { return true }
    return words.dates.longest(lexemes, next).map { [.day, .thisPart, .next, .this].contains($0.row.role) } ?? false
  }

  /// "Chapter 3:16", "John 3:16".
  func isVerse(_ index: Int) -> Bool {
    lexemes.isCapital(lexeme: index - 1) && lexemes.gap(index) == .space && isIn(.versedBooks, index - 1)
  }

  /// Whether "last" is the verb: "the talks could last three weeks", "batteries last 12 hours"; the adjective stands
  /// after an article, a possessive or a preposition, or opens its sentence.
  func isVerbOfLasting(_ index: Int) -> Bool {
    guard lexemes.hash(index) == words.particles.last, index > 0, !opensSentence(index) else { return false }
    let before = index - 1
    // "a nervy last 20 minutes"
    let article = lexemes.hash(before - 1)
    if before > 0, article == words.particles.a || article == words.particles.an { return false }
    // "the first and last three months"
    if lexemes.hash(before) == words.particles.and, article == TimeNameWord.first { return false }
    switch lexemes.kind(before) {
    case .word: return !isIn(.beforeLast, before)
    // "n't" and "'ll", not the possessive.
    case .other: return lexemes.gap(before) == .none && "tld".utf8.contains(lexemes.lastByte(before))
    default: return false
    }
  }
}
