import DocumentModel

/// Times of the day: "3 p.m.", "3:30", "noon", "eight o'clock".
extension QuantityReader {
  /// A time of the day: "3 p.m.", "3:30", "noon", "10 o'clock"; after "at" and a day also a bare hour.
  /// - Parameters:
  ///   - afterDay: a day and "at" stand before it, so that a bare hour will do.
  ///   - besideDay: a day stands before it, so that an hour and minutes in words will do.
  func time(at index: Int, afterDay: Bool = false, besideDay: Bool = false) -> Moment? {
    guard
      var moment = minutesPast(at: index) ?? (besideDay ? spokenTime(at: index, besideDay: true) : nil)
        ?? clock(at: index, afterDay: afterDay) ?? hourOfPart(at: index) ?? fourDigits(at: index)
    else { return nil }
    guard case .time(let said) = moment.expression, let (part, end) = partAfter(moment.end) else { return moment }
    moment.end = end
    // "2 at night" and "12:30 in the morning" are before dawn.
    let isBeforeDawn =
      part == .night && (1...4).contains(said.hour) || part == .morning && said.hour == 12 && said.minute != nil
    if isBeforeDawn,
      let small = ClockTime(hour: said.hour % 12, minute: said.minute, second: said.second, isHalfSaid: true)
    {
      moment.expression = .time(small)
    } else if part != .morning, said.hour < 12, !said.isHalfSaid,
      let late = ClockTime(hour: said.hour + 12, minute: said.minute, second: said.second)
    {
      moment.expression = .time(late)
    } else if let early = ClockTime(hour: said.hour, minute: said.minute, second: said.second, isHalfSaid: true) {
      moment.expression = .time(early)
    }
    return moment
  }

  /// "in the morning", "at night" after a time.
  func partAfter(_ index: Int) -> (PartOfDay, Int)? {
    let p = words.particles
    let hasArticle = lexemes.hash(index) == p.in && lexemes.hash(index + 1) == p.the
    var next = hasArticle ? index + 2 : index
    // "8:00 early morning", "3 in the early morning"
    let isEarly =
      lexemes.isWord(next)
      && (words.dates.row(lexemes.hash(next)).map { $0.role == .early || $0.role == .late } ?? false)
    if isEarly { next += 1 }
    if hasArticle || isEarly, let row = words.dates.row(lexemes.hash(next)), row.role == .partOfDay,
      lexemes.isWord(next)
    {
      return (row.partOfDay, next + 1)
    }
    if lexemes.hash(index) == p.at, let row = words.dates.row(lexemes.hash(index + 1)), row.role == .partOfDay,
      row.partOfDay == .night
    {
      return (row.partOfDay, index + 2)
    }
    return nil
  }

  /// "3 in the morning".
  private func hourOfPart(at index: Int) -> Moment? {
    guard partAfter(index + 1) != nil, let numeral = numerals.numeral(at: index), numeral.value.isWhole,
      !numeral.isOrdinal, numeral.end == index + 1,
      (1...12).contains(numeral.value.numerator)
    else { return nil }
    return halved(Int(numeral.value.numerator), nil, nil, index, index + 1)
  }

  /// "noon", "3 p.m.", "3:30", "10 o'clock", "eight o'clock".
  func clock(at index: Int, afterDay: Bool) -> Moment? {
    if let (row, end) = words.dates.longest(lexemes, index), row.role == .clock, let clock = ClockTime(hour: row.number)
    {
      return Moment(start: index, end: end, expression: .time(clock), kind: .time)
    }
    return lexemes.isWord(index)
      ? wordedClock(at: index, afterDay: afterDay) : figureClock(at: index, afterDay: afterDay)
  }

  /// "three thirty", "ten o'clock", "three p.m.", "Tuesday at eight".
  private func wordedClock(at index: Int, afterDay: Bool) -> Moment? {
    if let spoken = spokenTime(at: index) { return spoken }
    if let numeral = numerals.numeral(at: index), numeral.value.isWhole, !numeral.isOrdinal,
      (1...12).contains(numeral.value.numerator),
      let (row, end) = words.dates.longest(lexemes, numeral.end)
    {
      if row.role == .oclock { return halved(Int(numeral.value.numerator), nil, nil, index, end) }
      if row.role == .halfDay { return made(Int(numeral.value.numerator), nil, nil, row.number, index, end) }
    }
    // "Tuesday at eight"
    guard afterDay, let word = words.numbers.row(lexemes.hash(index)), word.role == .one, word.value.isWhole,
      (Rational(1)...Rational(12)).contains(word.value),
      !lexemes.isWord(index + 1)
        || (words.dates.row(lexemes.hash(index + 1)).map { [.to, .day, .tonight, .thisPart].contains($0.role) }
          ?? false)
    else { return nil }
    return halved(Int(word.value.numerator), nil, nil, index, index + 1)
  }

  /// "3 p.m.", "3:30", "10 o'clock", "7.30pm", "8:45a"; after a day and "at" also "8".
  private func figureClock(at index: Int, afterDay: Bool) -> Moment? {
    guard let hour = lexemes.digits(index), lexemes.length(index) <= 2, hour <= 24,
      lexemes.gap(index) != .none || lexemes.kind(index - 1) == .mark && !lexemes.isMark(index - 1, ":")
    else {
      // "7.30pm", "7.30 p.m." and "7.30 on Sunday"
      return dotted(at: index) ?? dottedTime(at: index, afterDay: afterDay)
    }
    if let moment = hourLetter(hour, at: index) { return moment }
    let (minute, second, end) = minutesAndSeconds(after: index + 1)
    if let (row, finish) = words.dates.longest(lexemes, end) {
      if row.role == .halfDay, lexemes.isWord(end) { return made(hour, minute, second, row.number, index, finish) }
      if row.role == .oclock { return halved(hour, minute, second, index, finish) }
      // "12:00 midnight", "12:00 noon"
      if row.role == .clock, hour == 12, minute == 0, let clock = ClockTime(hour: row.number) {
        return Moment(start: index, end: finish, expression: .time(clock), kind: .time)
      }
    }
    if let (half, finish) = dottedHalf(at: end) { return made(hour, minute, second, half, index, finish) }
    // "8:45a", "7a-3p"
    if minute != nil || afterDay || isLetteredRange(index, end), hour <= 12, lexemes.gap(end) == .none,
      lexemes.isWord(end), lexemes.byte(end) == UInt8(ascii: "a") || lexemes.byte(end) == UInt8(ascii: "p")
    {
      return made(hour, minute, second, lexemes.byte(end) == UInt8(ascii: "a") ? 0 : 12, index, end + 1)
    }
    if minute != nil {
      guard !isVerse(index), !isStopwatch(index, end, hasSeconds: second != nil) else { return nil }
      // "9:30-10:45am"
      if hour >= 1, hour <= 12, let late = lateHour(end) {
        return made(hour, minute, second, late == 12 && hour != 12 ? 12 : 0, index, end)
      }
      return halved(hour, minute, second, index, hoursMark(end))
    }
    return bareFigureHour(hour, at: index, afterDay: afterDay)
  }

  /// An hour without minutes or a half of the day, where what stands around it tells: "Tuesday at 8", "11 or 12
  /// o'clock", "3 to 5 p.m.".
  private func bareFigureHour(_ hour: Int, at index: Int, afterDay: Bool) -> Moment? {
    let end = index + 1
    guard hour >= 1, hour <= 12 else { return nil }
    if afterDay, !hasUnit(end),
      lexemes.gap(end) == .space || lexemes.kind(end) == .mark || end >= lexemes.count
    {
      return halved(hour, nil, nil, index, end)
    }
    // "11 or 12 o'clock"
    if lexemes.hash(end) == words.particles.or, lexemes.digits(end + 1).map({ $0 <= 12 }) ?? false,
      words.dates.longest(lexemes, end + 2)?.row.role == .oclock
    {
      return halved(hour, nil, nil, index, end)
    }
    // "3 to 5 p.m.": the hour whose half is said later.
    return lateHour(end).flatMap { made(hour, nil, nil, $0 == 12 && hour != 12 ? 12 : 0, index, end) }
  }

  /// ":30" and ":30:05" after an hour; neither, and `end` the index itself, where no colon is glued to it.
  private func minutesAndSeconds(after index: Int) -> (minute: Int?, second: Int?, end: Int) {
    guard lexemes.isMark(index, ":"), lexemes.gap(index) == .none, lexemes.gap(index + 1) == .none,
      lexemes.length(index + 1) == 2, let minute = lexemes.digits(index + 1), minute < 60
    else { return (nil, nil, index) }
    let next = index + 2
    guard lexemes.isMark(next, ":"), lexemes.gap(next) == .none, lexemes.length(next + 1) == 2,
      let second = lexemes.digits(next + 1), second < 60
    else { return (minute, nil, next) }
    return (minute, second, next + 2)
  }

  /// "five-thirty p.m.", "at seven twenty-seven": the hour and the minutes in words, where a word of time tells.
  private func spokenTime(at index: Int, besideDay: Bool = false) -> Moment? {
    guard let first = words.numbers.row(lexemes.hash(index)), first.role == .one, first.value.isWhole,
      (Rational(1)...Rational(12)).contains(first.value), lexemes.isWord(index + 1),
      lexemes.gap(index + 1) == .space || lexemes.gap(index + 1) == .hyphen,
      let minutes = spokenMinutes(at: index + 1)
    else { return nil }
    let hour = Int(first.value.numerator)
    if let (row, end) = words.dates.longest(lexemes, minutes.end), row.role == .halfDay {
      return made(hour, minutes.value, nil, row.number, index, end)
    }
    let p = words.particles
    let before = lexemes.hash(index - 1)
    let isTimed =
      [p.at, p.from, p.until, p.by].contains(before) && index > 0 || words.dates.row(before)?.role == .day
    let isDayAfter = words.dates.longest(lexemes, minutes.end).map {
      [.day, .tonight, .thisPart].contains($0.row.role)
    }
    // "at six forty-three minutes"
    if before == p.at || besideDay, let row = words.dates.row(lexemes.hash(minutes.end)), row.role == .unit,
      row.unit == .minute
    {
      return halved(hour, minutes.value, nil, index, minutes.end + 1)
    }
    // "lunch at twelve-thirty": minutes that people round to, tied to the hour by a hyphen.
    let isRound =
      lexemes.gap(index + 1) == .hyphen && [15, 30, 45].contains(minutes.value) && lexemes.gap(minutes.end) != .hyphen
    guard
      isTimed || besideDay || isDayAfter ?? false || before == p.to && isSpokenTime(before: index - 1) || isRound
        || partAfter(minutes.end) != nil,
      !hasUnit(minutes.end)
    else { return nil }
    return halved(hour, minutes.value, nil, index, minutes.end)
  }

  /// "three thirty" before "to".
  private func isSpokenTime(before index: Int) -> Bool {
    (2...3).contains {
      index - $0 > 0 && lexemes.hash(index - $0 - 1) == words.particles.from
        && spokenMinutes(at: index - $0 + 1)?.end == index
    }
  }

  /// "thirty", "forty-five", "fifteen".
  func spokenMinutes(at index: Int) -> (value: Int, end: Int)? {
    guard lexemes.isWord(index), let word = words.numbers.row(lexemes.hash(index)),
      word.role == .one || word.role == .ten,
      (Rational(10)...Rational(59)).contains(word.value)
    else { return nil }
    let tens = Int(word.value.numerator)
    guard word.role == .ten, let one = words.numbers.row(lexemes.hash(index + 1)), one.role == .one,
      one.value < Rational(10), lexemes.isWord(index + 1)
    else { return (tens, index + 1) }
    return (tens + Int(one.value.numerator), index + 2)
  }

  /// The half of the day said with the last hour of "3 to 5 p.m.", "9.30-10.30am", "2, 4 and 6 p.m.".
  func lateHour(_ index: Int) -> Int? {
    func isConjunction(_ at: Int) -> Bool {
      lexemes.isWord(at) && (lexemes.hash(at) == words.particles.and || lexemes.hash(at) == words.particles.or)
    }
    var next = index
    var isList = false
    for _ in 0..<4 {
      var isLast = !isList
      if isConjunction(next) {
        (next, isLast) = (next + 1, true)
      } else if lexemes.isMark(next, ",") {
        isList = true
        isLast = isConjunction(next + 1)
        next += isLast ? 2 : 1
      } else if isList {
        return nil
      } else if lexemes.gap(next) == .hyphen || lexemes.gap(next) == .dash {
      } else if lexemes.hash(next) == words.particles.to || lexemes.isFreeDash(next) {
        next += 1
      } else {
        return nil
      }
      guard lexemes.digits(next).map({ $0 <= 12 }) ?? (dottedClock(next) != nil) else { return nil }
      var end = next + 1
      if lexemes.isMark(end, ":"), lexemes.gap(end) == .none { end += 2 }
      if let (row, _) = words.dates.longest(lexemes, end), row.role == .halfDay { return isLast ? row.number : nil }
      guard isList, !isLast else { return nil }
      next = end
    }
    return nil
  }

  private func halfDay(at index: Int) -> (half: Int, end: Int)? {
    guard let (row, end) = words.dates.longest(lexemes, index), row.role == .halfDay else { return nil }
    return (row.number, end)
  }

  /// The ".am" of "9.am", "8.30.pm": a slip of the pen for "9 a.m.".
  private func dottedHalf(at index: Int) -> (half: Int, end: Int)? {
    guard lexemes.isMark(index, "."), lexemes.gap(index) == .none, lexemes.gap(index + 1) == .none,
      lexemes.isWord(index + 1), let row = words.dates.row(lexemes.hash(index + 1)), row.role == .halfDay
    else { return nil }
    return (row.number, index + 2)
  }

  /// "7.30 p.m."
  private func dotted(at index: Int) -> Moment? {
    guard lexemes.isFigure(index), let (half, end) = halfDay(at: index + 1) ?? dottedHalf(at: index + 1),
      let (value, step) = numerals.decimal(index), step == Rational(1, over: 100), value < Rational(25),
      let whole = value * Rational(100), whole.isWhole
    else { return nil }
    let digits = Int(whole.numerator)
    return made(digits / 100, digits % 100, nil, half, index, end)
  }

  private func made(_ hour: Int, _ minute: Int?, _ second: Int?, _ half: Int, _ start: Int, _ end: Int) -> Moment? {
    guard hour <= 12 || half == 12,
      let clock = ClockTime(
        hour: hour >= 12 ? (half == 0 && hour == 12 ? 0 : hour) : hour + half, minute: minute, second: second,
        isHalfSaid: true)
    else { return nil }
    return Moment(start: start, end: end, expression: .time(clock), kind: .time)
  }

  func halved(_ hour: Int, _ minute: Int?, _ second: Int?, _ start: Int, _ end: Int) -> Moment? {
    guard let clock = ClockTime(hour: hour, minute: minute, second: second) else { return nil }
    return Moment(start: start, end: end, expression: .time(clock), kind: .time)
  }
}
