import DocumentModel

extension QuantityReader {
  /// A named day, with its year if one is said: "Thanksgiving", "Easter Monday 2010", "Labor Day of last year".
  func holiday(at index: Int) -> Moment? {
    guard let (rule, end) = words.holidays.longest(lexemes, index), rule != QuantityReader.noDay else { return nil }
    // "Taha Yassin Ramadan" is a name.
    if rule.utf8.contains(UInt8(ascii: "~")), end == index + 1,
      isNamePart(index - 1) || lexemes.isCapital(lexeme: end) && lexemes.isWord(end)
    {
      return nil
    }
    // "The new year" is a day only as a bound: "before the new year".
    if end == index + 2, lexemes.hash(end - 1) == words.particles.year, rule == "01-01" {
      let p = words.particles
      let before = lexemes.hash(index - 1) == p.the ? lexemes.hash(index - 2) : lexemes.hash(index - 1)
      // "between Christmas and New Year"
      let isSecond = before == p.and && words.holidays.row(lexemes.hash(index - 2)) != nil
      guard isSecond || [p.before, p.after, p.since, p.until, p.by].contains(before) else { return nil }
    }
    // "Saint Patrick's Cathedral"
    if lexemes.hash(end - 1) != words.particles.day, lexemes.kind(end) == .other, lexemes.gap(end) == .none,
      lexemes.isCapital(lexeme: end + 1)
    {
      return nil
    }
    // "the Namibian Independence Day", "India's Independence Day": of another country than the rule's.
    if rule == "07-04", lexemes.hash(end - 1) == words.particles.day, isOfOtherCountry(index) { return nil }
    let day = named(rule, index, end)
    // "Labor Day weekend"
    if let (row, after) = words.dates.longest(lexemes, day.end), row.role == .unit,
      row.unit == .weekend,
      !lexemes.isPluralForm(after - 1)
    {
      return Moment(start: index, end: after, expression: .part(.weekend, of: day.expression), kind: .daterange)
    }
    return day
  }

  private func isOfOtherCountry(_ index: Int) -> Bool {
    let country = lexemes.kind(index - 1) == .other && lexemes.gap(index - 1) == .none ? index - 2 : index - 1
    return lexemes.isWord(country) && lexemes.isCapital(lexeme: country) && !opensSentence(country)
      && !isIn(.america, country)
  }

  /// The rule of names that only sound like days.
  static let noDay = "none"

  /// "the Good Friday Agreement", "Super Tuesday": a name with the word of a day in it. Passed over.
  func nameOfDay(at index: Int) -> Reading? {
    guard lexemes.isWord(index), lexemes.isCapital(lexeme: index),
      let (rule, end) = words.holidays.longest(lexemes, index), rule == QuantityReader.noDay
    else { return nil }
    return Reading(start: index, end: end, quantity: nil)
  }

  /// "the first Tuesday in October", "last Monday of March 2014".
  func weekdayOfMonth(at index: Int) -> Moment? {
    let which: Int
    let start: Int
    if words.dates.row(lexemes.hash(index)).map({ $0.role == .last }) ?? false,
      words.weekdays.row(lexemes.hash(index + 1)) != nil
    {
      which = -1
      start = index + 1
    } else {
      guard lexemes.isFigure(index) || words.numbers.row(lexemes.hash(index)) != nil,
        let numeral = numerals.numeral(at: index), numeral.isOrdinal,
        numeral.value.isWhole, (1...5).contains(numeral.value.numerator)
      else { return nil }
      which = Int(numeral.value.numerator)
      start = numeral.end
    }
    guard let day = words.weekdays.row(lexemes.hash(start)), day.role == .weekday else { return nil }
    // "the first Tuesday after the first Monday in November"
    if which > 0, let (side, base) = beside(start + 1) {
      return Moment(
        start: index, end: base.end,
        expression: .weekdayNear(day.number, side: side, which: which, of: base.expression), kind: .date)
    }
    if let moment = timedWeekday(which, day.number, index, start + 1) { return moment }
    guard lexemes.hash(start + 1) == words.particles.of || lexemes.hash(start + 1) == words.particles.in else {
      return nil
    }
    if let month = words.months.row(lexemes.hash(start + 2)), lexemes.isWord(start + 2) {
      return named("\(month.number)/\(day.number)/\(which)", index, start + 3)
    }
    guard let (period, end) = period(after: start + 1) else { return nil }
    return Moment(
      start: index, end: end, expression: .nthWeekday(which, weekday: day.number, of: period), kind: .date)
  }

  /// "the first Monday evening of next month", "the first Monday 1 p.m. to 3 p.m. of next month".
  private func timedWeekday(_ which: Int, _ weekday: Int, _ start: Int, _ index: Int) -> Moment? {
    if let (part, end) = partAfterDay(index), let (period, finish) = period(after: end) {
      return Moment(
        start: start, end: finish,
        expression: .partOfDay(part, of: .nthWeekday(which, weekday: weekday, of: period)),
        kind: .datetimerange)
    }
    guard lexemes.isFigure(index) || lexemes.hash(index) == words.particles.at else { return nil }
    let first = lexemes.isFigure(index) ? index : index + 1
    if let (early, late, end) = hours(at: first, isBetween: false), let (period, finish) = period(after: end) {
      return Moment(
        start: start, end: finish,
        expression: .interval(
          .dateTime(.nthWeekday(which, weekday: weekday, of: period), early), .time(late), closed: false),
        kind: .datetimerange)
    }
    guard let time = time(at: first), case .time(let clock) = time.expression,
      let (period, finish) = period(after: time.end)
    else { return nil }
    return Moment(
      start: start, end: finish, expression: .dateTime(.nthWeekday(which, weekday: weekday, of: period), clock),
      kind: .datetime)
  }

  /// Whether a word before a holiday looks like a given name: a capital that no sentence's opening word accounts for.
  private func isNamePart(_ index: Int) -> Bool {
    guard lexemes.isWord(index), lexemes.isCapital(lexeme: index) else { return false }
    guard opensSentence(index) else { return true }
    let hash = lexemes.hash(index)
    return words.countWords.row(hash)?.role != .stop && words.dates.row(hash) == nil
      && words.modifiers.lexicon.row(hash) == nil
  }

  /// The holiday with its year, said in figures or in words.
  private func named(_ rule: String, _ index: Int, _ end: Int) -> Moment {
    let kind: QuantityKind = rule.utf8.contains(UInt8(ascii: "~")) ? .daterange : .date
    let next = words.dates.row(lexemes.hash(end))?.role == .of && lexemes.isWord(end) ? end + 1 : end
    var (year, finish) = yearAfter(next)
    // "VE Day in May 1945"
    if year == nil, lexemes.hash(end) == words.particles.in, words.months.row(lexemes.hash(end + 1)) != nil {
      (year, finish) = yearAfter(end + 2)
    }
    // "the 1988 Super Tuesday"
    if year == nil, lexemes.gap(index) == .space, let before = self.year(at: index - 1) {
      return Moment(start: index, end: end, expression: .holiday(rule, year: before), kind: kind)
    }
    return Moment(start: index, end: year == nil ? end : finish, expression: .holiday(rule, year: year), kind: kind)
  }
}
