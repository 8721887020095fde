import DocumentModel

/// Times that recur: "every Tuesday at 9 a.m.", "Sunday mornings", "6 a.m. every day", "each quarter".
extension QuantityReader {
  /// "every Tuesday", "each year", "every other week", "every single day".
  func every(_ index: Int, _ start: Int) -> Moment? {
    // "every single day"
    if lexemes.hash(start) == RecurrenceWords.single, lexemes.isWord(start + 1),
      lexemes.hash(start + 1) != RecurrenceWords.single
    {
      return every(index, start + 1)
    }
    if let again = everyWeekdayNamed(index, start) ?? everyNth(index, start) ?? everyOther(index, start) {
      return again
    }
    // "every two weeks"
    if let span = timeSpan(at: start), !span.isVague, !span.isArticle, span.lengths.count == 1,
      let length = span.lengths.first, length.count > 1
    {
      return set(TimexSet.every(length.unit, count: length.count), index, span.end)
    }
    return everyPartOfYear(index, start) ?? everyQuarterOfHour(index, start) ?? everyUnit(index, start)
  }

  /// "every Tuesday", "every Tuesday morning", "each Friday at 9 a.m."
  private func everyWeekdayNamed(_ index: Int, _ start: Int) -> Moment? {
    guard let row = words.weekdays.row(lexemes.hash(start)), lexemes.isWord(start),
      row.role == .weekday || row.role == .weekdayAbbreviation && (row.number < 6 || lexemes.isCapital(lexeme: start))
    else { return nil }
    let day = TimexSet.weekday(row.number)
    if let (part, end) = partAfterDay(start + 1) { return set(day.in(part), index, end) }
    return timed(day, index, start + 1)
  }

  /// "every second week", "every third Tuesday".
  private func everyNth(_ index: Int, _ start: Int) -> Moment? {
    if let monthly = everyNthOfMonth(index, start) { return monthly }
    guard let numeral = numerals.numeral(at: start), numeral.isOrdinal, numeral.value.isWhole,
      lexemes.isWord(numeral.end), (Rational(2)...Rational(100)).contains(numeral.value)
    else { return nil }
    if let day = words.weekdays.row(lexemes.hash(numeral.end)), day.role == .weekday {
      return set(TimexSet.weekday(day.number), index, numeral.end + 1)
    }
    guard let (row, end) = words.dates.longest(lexemes, numeral.end), row.role == .unit else { return nil }
    return set(TimexSet.every(row.unit, count: Int(numeral.value.numerator)), index, end)
  }

  /// "every first Sunday of the month", "each last Friday of the month".
  private func everyNthOfMonth(_ index: Int, _ start: Int) -> Moment? {
    var which = -1
    var next = start + 1
    if lexemes.hash(start) != words.particles.last {
      guard let numeral = numerals.numeral(at: start), numeral.isOrdinal, numeral.value.isWhole,
        (Rational(1)...Rational(5)).contains(numeral.value)
      else { return nil }
      which = Int(numeral.value.numerator)
      next = numeral.end
    }
    guard lexemes.isWord(next), let day = words.weekdays.row(lexemes.hash(next)), day.role == .weekday,
      [words.particles.of, words.particles.in].contains(lexemes.hash(next + 1)),
      [words.particles.the, words.particles.each, words.particles.every, words.particles.a].contains(
        lexemes.hash(next + 2)),
      let unit = words.dates.row(lexemes.hash(next + 3)), unit.role == .unit, unit.unit == .month
    else { return nil }
    return set(TimexSet.weekdayOfMonth(day.number, which: which), index, next + 4)
  }

  /// "every other Tuesday", "every other week".
  private func everyOther(_ index: Int, _ start: Int) -> Moment? {
    guard lexemes.hash(start) == words.particles.other else { return nil }
    if let row = words.weekdays.row(lexemes.hash(start + 1)), row.role == .weekday {
      return set(TimexSet.weekday(row.number), index, start + 2)
    }
    guard let row = words.dates.row(lexemes.hash(start + 1)), row.role == .unit else { return nil }
    return set(TimexSet.every(row.unit, count: 2), index, start + 2)
  }

  /// "every quarter of an hour".
  private func everyQuarterOfHour(_ index: Int, _ start: Int) -> Moment? {
    guard lexemes.hash(start) == words.particles.quarter, lexemes.hash(start + 1) == words.particles.of,
      lexemes.hash(start + 2) == words.particles.an, words.dates.row(lexemes.hash(start + 3))?.unit == .hour
    else { return nil }
    return set(TimexSet.every(.minute, count: 15), index, start + 4)
  }

  /// "every day", "every working day", "every weekday at 7", "every evening at 7".
  private func everyUnit(_ index: Int, _ start: Int) -> Moment? {
    // "every working day"
    if let (row, end) = words.dates.longest(lexemes, start), end == start + 2, row.role == .unit,
      row.unit == .businessDay, !lexemes.isPluralForm(end - 1)
    {
      return set(TimexSet.everyWeekday, index, end)
    }
    guard let row = words.dates.row(lexemes.hash(start)), lexemes.isWord(start),
      row.role == .unit || row.role == .partOfDay, !lexemes.isPluralForm(start)
    else { return nil }
    if row.role == .unit, row.unit == .businessDay {
      return lexemes.hash(start) == words.particles.weekday ? timed(.everyWeekday, index, start + 1) : nil
    }
    if row.role == .partOfDay || row.unit == .day, let (clock, end) = timeOfSet(start + 1) {
      let isLate = row.role == .partOfDay && row.partOfDay.isAfterNoon && clock.hour < 12
      let at = isLate ? ClockTime(hour: clock.hour + 12, minute: clock.minute) ?? clock : clock
      return set(TimexSet.daily(at: at), index, end)
    }
    return set(row.role == .unit ? TimexSet.every(row.unit) : TimexSet.daily(row.partOfDay), index, start + 1)
  }

  /// A recurring day with the hour after it, if one is told.
  private func timed(_ day: TimexSet, _ index: Int, _ next: Int) -> Moment {
    guard let (clock, end) = timeOfSet(next) else { return set(day, index, next) }
    return set(day.at(clock), index, end)
  }

  /// "at 9 a.m." after a recurring day.
  func timeOfSet(_ index: Int) -> (ClockTime, Int)? {
    guard lexemes.hash(index) == words.particles.at, let time = time(at: index + 1, afterDay: true),
      case .time(let clock) = time.expression
    else { return nil }
    return (clock, time.end)
  }

  /// "Tuesdays", "Tuesdays at 9 a.m.", "Sunday mornings": every week.
  func recurringWeekday(_ row: CalendarWord, _ index: Int) -> Moment? {
    let day = TimexSet.weekday(row.number)
    if let (part, end) = partsOfDay(index + 1) {
      if let (clock, finish) = timeOfSet(end) { return set(day.at(clock), index, finish) }
      return set(day.in(part), index, end)
    }
    guard row.role == .weekdays, lexemes.isCapital(lexeme: index) else { return nil }
    // "Black Sundays" are something else.
    if lexemes.isCapital(lexeme: index - 1), lexemes.isWord(index - 1), !opensSentence(index - 1),
      words.weekdays.row(lexemes.hash(index - 1)) == nil
    {
      return nil
    }
    return timed(day, index, index + 1)
  }

  /// The Thursday of "every Monday and Thursday".
  func furtherWeekday(_ number: Int, _ index: Int) -> Moment? {
    guard free == index - 1, lexemes.isWord(free),
      [words.particles.and, words.particles.or].contains(lexemes.hash(free)),
      !lexemes.isFigure(index + 1),
      let last = quantities.last, case .temporal(.set(let timex)) = last.value, TimexSet(text: timex).isWeekdayAlone,
      words.weekdays.row(lexemes.hash(index - 2)).map { $0.role != .weekdays } ?? false
    else { return nil }
    return set(TimexSet.weekday(number), index, index + 1)
  }

  /// "mornings", "nights" after a weekday or alone.
  func partsOfDay(_ index: Int) -> (PartOfDay, Int)? {
    guard lexemes.isWord(index), let row = words.dates.row(lexemes.hash(index)), row.role == .partsOfDay else {
      return nil
    }
    return (row.partOfDay, index + 1)
  }

  /// The 8 a.m. of "8 a.m. and 8 p.m. daily".
  func recurringWithNext(_ time: Moment, _ clock: ClockTime) -> Moment? {
    guard lexemes.hash(time.end) == words.particles.and, lexemes.isWord(time.end),
      let next = self.clock(at: time.end + 1, afterDay: false), case .time(let later) = next.expression,
      let again = recurring(later, next.start, next.end), let day = again.timexSet?.without(later)
    else { return nil }
    return set(day.at(clock), time.start, time.end)
  }

  /// "6 a.m. every day", "9 a.m. Mondays".
  func recurring(_ clock: ClockTime, _ start: Int, _ index: Int) -> Moment? {
    let hash = lexemes.hash(index)
    guard lexemes.isWord(index) else { return nil }
    var again: Moment?
    if let (row, end) = words.dates.longest(lexemes, index), row.role == .every {
      again = every(index, end)
    } else if let (row, end) = words.dates.longest(lexemes, index), row.role == .set, row.unit == .day {
      again = set(.everyDay, index, end)
    } else if let row = words.weekdays.row(hash), row.role == .weekdays {
      again = recurringWeekday(row, index)
    } else if hash == words.particles.on, let row = words.weekdays.row(lexemes.hash(index + 1)), row.role == .weekdays {
      again = recurringWeekday(row, index + 1)
    }
    guard let again, let day = again.timexSet, !day.hasTime else { return nil }
    return set(day.at(clock), start, again.end)
  }
}
