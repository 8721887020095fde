import DocumentModel

/// Times that recur: "every Tuesday at 9 a.m.", "Sunday mornings", "6 a.m. every day", "each quarter".
extension QuantityReader {
  /// "every Tuesday", "each year".
  func every(_ index: Int, _ start: Int) -> Moment? {
    if let row = words.weekdays.row(lexemes.hash(start)), lexemes.isWord(start),
      row.role == .weekday || row.role == .weekdayAbbreviation && (row.number < 6 || lexemes.isCapital(lexeme: start))
    {
      if let (part, end) = partAfterDay(start + 1) {
        return Moment(
          start: index, end: end, expression: .set(timex: "XXXX-WXX-\(row.number)T" + partName(part)), kind: .set)
      }
      let time = timeOfSet(start + 1)
      return Moment(
        start: index, end: time?.1 ?? start + 1,
        expression: .set(timex: "XXXX-WXX-\(row.number)" + (time?.0.iso ?? "")), kind: .set)
    }
    // "every second week", "every third Tuesday"
    if let numeral = numerals.numeral(at: start), numeral.isOrdinal, numeral.value.isWhole, lexemes.isWord(numeral.end),
      (Rational(2)...Rational(100)).contains(numeral.value)
    {
      if let day = words.weekdays.row(lexemes.hash(numeral.end)), day.role == .weekday {
        return Moment(
          start: index, end: numeral.end + 1, expression: .set(timex: "XXXX-WXX-\(day.number)"), kind: .set)
      }
      if let (row, end) = words.dates.longest(lexemes, numeral.end), row.role == .unit,
        let timex = recurring(temporalUnit(row.number), Int(numeral.value.numerator))
      {
        return Moment(start: index, end: end, expression: .set(timex: timex), kind: .set)
      }
    }
    // "every other Tuesday"
    if lexemes.hash(start) == words.particles.other, let row = words.weekdays.row(lexemes.hash(start + 1)),
      row.role == .weekday
    {
      return Moment(
        start: index, end: start + 2, expression: .set(timex: "XXXX-WXX-\(row.number)"), kind: .set)
    }
    // "every other week"
    if lexemes.hash(start) == words.particles.other, let row = words.dates.row(lexemes.hash(start + 1)),
      row.role == .unit,
      let timex = recurring(temporalUnit(row.number), 2)
    {
      return Moment(start: index, end: start + 2, expression: .set(timex: timex), kind: .set)
    }
    if let span = timeSpan(at: start), !span.isVague, !span.isArticle, span.lengths.count == 1,
      let length = span.lengths.first,
      length.count > 1
    {
      guard let timex = recurring(length.unit, length.count) else { return nil }
      return Moment(start: index, end: span.end, expression: .set(timex: timex), kind: .set)
    }
    if let again = everyPartOfYear(index, start) { return again }
    // "every single day"
    if lexemes.hash(start) == RecurrenceWords.single, lexemes.isWord(start + 1),
      lexemes.hash(start + 1) != RecurrenceWords.single
    {
      return every(index, start + 1)
    }
    // "every quarter of an hour"
    if lexemes.hash(start) == words.particles.quarter, lexemes.hash(start + 1) == words.particles.of,
      lexemes.hash(start + 2) == words.particles.an, words.dates.row(lexemes.hash(start + 3))?.number == 2
    {
      return Moment(start: index, end: start + 4, expression: .set(timex: "PT15M"), kind: .set)
    }
    // "every working day"
    if let (row, end) = words.dates.longest(lexemes, start), end == start + 2, row.role == .unit,
      temporalUnit(row.number) == .businessDay, lexemes.lastByte(end - 1) != 0x73
    {
      return Moment(start: index, end: end, expression: .set(timex: "P1WD"), kind: .set)
    }
    guard let row = words.dates.row(lexemes.hash(start)), lexemes.isWord(start),
      row.role == .unit || row.role == .partOfDay, lexemes.lastByte(start) != 0x73
    else { return nil }
    // "every weekday"
    if row.role == .unit, temporalUnit(row.number) == .businessDay {
      guard lexemes.hash(start) == words.particles.weekday else { return nil }
      let time = timeOfSet(start + 1)
      return Moment(
        start: index, end: time?.1 ?? start + 1, expression: .set(timex: "P1WD" + (time?.0.iso ?? "")), kind: .set)
    }
    if row.role == .partOfDay || temporalUnit(row.number) == .day, let (clock, end) = timeOfSet(start + 1) {
      // "every evening at 7"
      let isLate = row.role == .partOfDay && (2...4).contains(row.number) && clock.hour < 12
      let at = isLate ? ClockTime(hour: clock.hour + 12, minute: clock.minute) ?? clock : clock
      return Moment(start: index, end: end, expression: .set(timex: at.iso), kind: .set)
    }
    let timex = row.role == .unit ? recurring(temporalUnit(row.number)) : "T" + partName(row.number)
    return Moment(start: index, end: start + 1, expression: .set(timex: timex), kind: .set)
  }

  /// "at 9 a.m." after a recurring day.
  func timeOfSet(_ index: Int) -> (ClockTime, Int)? {
    guard lexemes.hash(index) == words.particles.at, let time = time(at: index + 1, afterDay: true),
      case .time(let clock) = time.expression
    else { return nil }
    return (clock, time.end)
  }

  /// "every two weeks".
  func recurring(_ unit: TemporalUnit, _ count: Int) -> String? {
    switch unit {
    case .second: "PT\(count)S"
    case .minute: "PT\(count)M"
    case .hour: "PT\(count)H"
    case .day: "P\(count)D"
    case .weekend: "P\(count)WE"
    case .week: "P\(count)W"
    case .month: "P\(count)M"
    case .quarter: "P\(count * 3)M"
    case .year: "P\(count)Y"
    case .businessDay: "P\(count)BD"
    default: nil
    }
  }

  /// What a word of recurrence comes to; codes past those of the units are the table's own.
  func recurrence(_ number: Int) -> String {
    switch number {
    case 14: "PT30M"
    case 15: "P2M"
    case 16: "P2Y"
    default: recurring(temporalUnit(number))
    }
  }

  func recurring(_ unit: TemporalUnit) -> String {
    switch unit {
    case .second: "PT1S"
    case .minute: "PT1M"
    case .hour: "PT1H"
    case .day: "P1D"
    case .weekend: "XXXX-WXX-WE"
    case .week: "P1W"
    case .fortnight: "P2W"
    case .month: "P1M"
    case .quarter: "P3M"
    case .halfYear: "P6M"
    case .year: "P1Y"
    case .decade: "P10Y"
    case .century: "P100Y"
    case .businessDay: "P1BD"
    }
  }

  /// "Tuesdays", "Tuesdays at 9 a.m.", "Sunday mornings": every week.
  func recurringWeekday(_ row: CalendarWord, _ index: Int) -> Moment? {
    let timex = "XXXX-WXX-\(row.number)"
    if let (part, end) = partsOfDay(index + 1) {
      if let (clock, finish) = timeOfSet(end) {
        return Moment(start: index, end: finish, expression: .set(timex: timex + clock.iso), kind: .set)
      }
      return Moment(start: index, end: end, expression: .set(timex: timex + "T" + partName(part)), kind: .set)
    }
    guard row.role == .weekdays, lexemes.isCapital(lexeme: index) else { return nil }
    // "Black Sundays" are something else.
    if lexemes.isCapital(lexeme: index - 1), lexemes.isWord(index - 1), !opensSentence(index - 1),
      words.weekdays.row(lexemes.hash(index - 1)) == nil
    {
      return nil
    }
    if let (clock, end) = timeOfSet(index + 1) {
      return Moment(start: index, end: end, expression: .set(timex: timex + clock.iso), kind: .set)
    }
    return Moment(start: index, end: index + 1, expression: .set(timex: timex), kind: .set)
  }

  /// The Thursday of "every Monday and Thursday".
  func furtherWeekday(_ number: Int, _ index: Int) -> Moment? {
    guard free == index - 1, lexemes.isWord(free),
      [words.particles.and, words.particles.or].contains(lexemes.hash(free)),
      !lexemes.isFigure(index + 1),
      let last = quantities.last, case .temporal(.set(let timex)) = last.value, timex.hasPrefix("XXXX-WXX-"),
      timex.utf8.count == 10, words.weekdays.row(lexemes.hash(index - 2)).map { $0.role != .weekdays } ?? false
    else { return nil }
    return Moment(start: index, end: index + 1, expression: .set(timex: "XXXX-WXX-\(number)"), kind: .set)
  }

  /// "mornings", "nights" after a weekday or alone.
  func partsOfDay(_ index: Int) -> (Int, Int)? {
    guard lexemes.isWord(index), let row = words.dates.row(lexemes.hash(index)), row.role == .partsOfDay else {
      return nil
    }
    return (row.number, index + 1)
  }

  /// The 8 a.m. of "8 a.m. and 8 p.m. daily".
  func recurringWithNext(_ time: Moment, _ clock: ClockTime) -> Moment? {
    guard lexemes.hash(time.end) == words.particles.and, lexemes.isWord(time.end),
      let next = self.clock(at: time.end + 1, afterDay: false), case .time(let later) = next.expression,
      let again = recurring(later, next.start, next.end), case .set(let timex) = again.expression,
      timex.hasSuffix(later.iso)
    else { return nil }
    return Moment(
      start: time.start, end: time.end, expression: .set(timex: timex.dropLast(later.iso.count) + clock.iso), kind: .set
    )
  }

  /// "6 a.m. every day", "9 a.m. Mondays".
  func recurring(_ clock: ClockTime, _ start: Int, _ index: Int) -> Moment? {
    let hash = lexemes.hash(index)
    guard lexemes.isWord(index) else { return nil }
    var again: Moment?
    if let (row, end) = words.dates.longest(lexemes, index), row.role == .every {
      again = every(index, end)
    } else if let (row, end) = words.dates.longest(lexemes, index), row.role == .set, row.number == 3 {
      again = Moment(start: index, end: end, expression: .set(timex: "P1D"), kind: .set)
    } else if let row = words.weekdays.row(hash), row.role == .weekdays {
      again = recurringWeekday(row, index)
    } else if hash == words.particles.on, let row = words.weekdays.row(lexemes.hash(index + 1)), row.role == .weekdays {
      again = recurringWeekday(row, index + 1)
    }
    guard let again, case .set(let timex) = again.expression, !timex.utf8.contains(0x54) else { return nil }
    return Moment(
      start: start, end: again.end, expression: .set(timex: timex == "P1D" ? clock.iso : timex + clock.iso), kind: .set)
  }
}
