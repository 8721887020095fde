import DocumentModel

/// Times told by the minutes to or past an hour, and by four digits: "half past three", "ten to noon", "0730".
extension QuantityReader {
  /// "half past three", "a quarter to noon", "20 minutes past 3 p.m.", "twenty after 3 p.m.", "at half ten".
  func minutesPast(at index: Int) -> Moment? {
    let p = words.particles
    if let british = halfHour(at: index) { return british }
    guard let (minutes, end) = minutesOfHour(at: index) else { return nil }
    var at = end
    var hasUnit = false
    if let row = words.dates.row(lexemes.hash(at)), row.role == .unit, row.unit == .minute, lexemes.isWord(at) {
      at += 1
      hasUnit = true
    }
    let hash = lexemes.hash(at)
    let isPast = hash == p.past || hash == p.after
    let isQuarter = lexemes.hash(end - 1) == p.quarter
    // "a quarter till four", "at quarter of five"
    let isQuarterTo =
      isQuarter
      && (hash == p.to || isIn(.till, at) || hash == p.of && lexemes.hash(index - 1) == p.at && index > 0)
    guard lexemes.isWord(at),
      isPast || isQuarterTo || (hash == p.to || hash == p.before) && (minutes % 5 == 0 || hasUnit)
    else { return nil }
    var hour = clock(at: at + 1, afterDay: false)
    let isPlain = hour == nil
    // "at 25 to 1" may be odds or a ratio.
    let isRatio = lexemes.isFigure(index) && (isOfTrade(before: index) || lexemes.digits(at + 1) == 1)
    let isAt =
      index > 0 && lexemes.hash(index - 1) == p.at
      && (hash == p.to && !isRatio || hash == p.after && lexemes.isWord(index))
    let isTold = isSpokenHour(at + 1, after: index)
    if hour == nil, hash == p.past || hasUnit && hash == p.to || isQuarter || isAt || isTold,
      let numeral = numerals.numeral(at: at + 1), numeral.value.isWhole,
      (Rational(1)...Rational(12)).contains(numeral.value), numeral.end == at + 2, !numeral.isOrdinal,
      hash == p.past || !self.hasUnit(numeral.end)
    {
      hour = halved(Int(numeral.value.numerator), nil, nil, at + 1, numeral.end)
    }
    guard let hour, case .time(let base) = hour.expression, base.minute == nil,
      hash != p.after && hash != p.before || !isPlain || isQuarter || isAt || isTold,
      isPast || words.dates.row(lexemes.hash(at + 1))?.role == .clock || hasUnit || isAt || isTold || minutes == 15
        || minutes == 30
    else { return nil }
    let total = (base.hour * 60 + (isPast ? minutes : 1440 - minutes)) % 1440
    let isHalfSaid = base.isHalfSaid || words.dates.row(lexemes.hash(at + 1))?.role == .clock
    guard let clock = ClockTime(hour: total / 60, minute: total % 60, isHalfSaid: isHalfSaid) else { return nil }
    return Moment(start: index, end: hour.end, expression: .time(clock), kind: .time)
  }

  /// The seven of "twenty to seven in the morning", the four of "ten to four on Friday": an hour in words after
  /// minutes in words, with a part of the day or a day after it; a day needs a word of time or nothing before the
  /// minutes, since a vote may be "ten to four on Friday" as well.
  private func isSpokenHour(_ hour: Int, after minutes: Int) -> Bool {
    guard lexemes.isWord(minutes), lexemes.isWord(hour), words.numbers.row(lexemes.hash(hour))?.role == .one,
      lexemes.gap(hour + 1) != .hyphen
    else { return false }
    if partAfter(hour + 1) != nil { return true }
    let isOpened = lexemes.isWord(minutes - 1) && isIn(.hourOpeners, minutes - 1)
    guard isOpened || minutes == 0 || lexemes.kind(minutes - 1) == .mark else { return false }
    let isOn = lexemes.hash(hour + 1) == words.particles.on
    return dayOfHour(at: isOn ? hour + 2 : hour + 1, isOn: isOn) != nil
  }

  /// "half", "a quarter", "20", "twenty-five".
  private func minutesOfHour(at index: Int) -> (Int, Int)? {
    let p = words.particles
    let hash = lexemes.hash(index)
    if let digits = lexemes.digits(index) { return (1..<60).contains(digits) ? (digits, index + 1) : nil }
    guard lexemes.isWord(index) else { return nil }
    if hash == p.half { return (30, index + 1) }
    if hash == p.quarter { return (15, index + 1) }
    if hash == p.a, lexemes.hash(index + 1) == p.quarter { return (15, index + 2) }
    if let (value, end) = spokenMinutes(at: index) { return (value, end) }
    guard let word = words.numbers.row(hash), word.role == .one, word.value.isWhole,
      (Rational(1)...Rational(9)).contains(word.value)
    else { return nil }
    return (Int(word.value.numerator), index + 1)
  }

  /// "at half ten", "half 7 tonight", as the British say for 10:30 and 7:30.
  private func halfHour(at index: Int) -> Moment? {
    let p = words.particles
    guard lexemes.hash(index) == p.half, lexemes.isWord(index), lexemes.gap(index + 1) == .space,
      let hour = bareHour(at: index + 1), case .time(let clock) = hour.expression, clock.minute == nil,
      clock.hour <= 12,
      !hasUnit(index + 2)
    else { return nil }
    let before = lexemes.hash(index - 1)
    let isOpened =
      index > 0 && (isIn(.bareHourOpeners, index - 1) || before == p.around) && lexemes.isWord(index + 1)
    let isToday = words.dates.longest(lexemes, index + 2).map {
      [.day, .tonight, .thisPart].contains($0.row.role)
    }
    guard isOpened || isToday ?? false || partAfter(index + 2) != nil else { return nil }
    return halved(clock.hour, 30, nil, index, index + 2)
  }

  /// "0730" after a word of time, "1430 GMT", "1430 hours", "0900-1700hrs": a clock of 24 hours.
  func fourDigits(at index: Int) -> Moment? {
    let p = words.particles
    guard lexemes.length(index) == 4, let number = lexemes.digits(index), number % 100 < 60, number < 2400 else {
      return nil
    }
    let after = lexemes.hash(index + 1)
    let isWord = lexemes.isWord(index + 1) && lexemes.gap(index + 1) == .space
    let isGlued = lexemes.isWord(index + 1) && lexemes.gap(index + 1) == .none
    let hasZero = lexemes.firstByte(index) == UInt8(ascii: "0")
    func made(_ end: Int, isHalfSaid: Bool = true) -> Moment? {
      ClockTime(hour: number / 100, minute: number % 100, isHalfSaid: isHalfSaid).map {
        Moment(start: index, end: end, expression: .time($0), kind: .time)
      }
    }
    // "In 1930 GMT was the law"
    let isYear = lexemes.hash(index - 1) == p.in && (1900...2100).contains(number)
    if isWord, !isYear, after == p.gmt || after == p.utc || isZone(index + 1) { return made(index + 1) }
    // "1130 a.m."
    if let (row, end) = words.dates.longest(lexemes, index + 1), row.role == .halfDay, (100...1259).contains(number),
      let half = ClockTime(hour: number / 100 % 12 + row.number, minute: number % 100)
    {
      return Moment(start: index, end: end, expression: .time(half), kind: .time)
    }
    let before = lexemes.hash(index - 1)
    let isOpened = index > 0 && [p.at, p.from, p.between, p.by, p.until].contains(before)
    // The second of two is glued to the first.
    let isSecond =
      (lexemes.gap(index) == .hyphen || lexemes.gap(index) == .dash || before == p.to || before == p.and)
      && fourDigitsBefore(index)
    let isHours = after == p.hrs || after == p.hours && (isOpened || isSecond || number < 1000)
    if isWord, isHours, lexemes.hash(index + 2) != p.of { return made(index + 2) }
    // "1800hrs", "at 1400h", "0700Z"
    if isGlued, lexemes.hash(index + 2) != p.of {
      let letter = lexemes.byte(index + 1)
      if after == p.hrs || letter == UInt8(ascii: "h") && (isOpened || isSecond || hasZero) { return made(index + 2) }
      if letter == UInt8(ascii: "Z"), hasZero || isOpened { return made(index + 2) }
    }
    if isSecond, number % 5 == 0 || hasZero { return made(index + 1) }
    if hasZero, isOpened || isFirstOfTwo(index, number) { return made(index + 1) }
    return isOpened && before == p.at && isAfterFourDigits(index) ? made(index + 1) : nil
  }

  /// "0900-1700": quarters of an hour both, so that no number of a telephone passes for them.
  private func isFirstOfTwo(_ index: Int, _ number: Int) -> Bool {
    guard lexemes.gap(index + 1) == .hyphen || lexemes.gap(index + 1) == .dash, lexemes.length(index + 1) == 4,
      let second = lexemes.digits(index + 1), second > number, second < 2400, lexemes.gap(index + 2) != .hyphen
    else { return false }
    return number % 100 % 15 == 0 && number % 100 < 60 && second % 100 % 15 == 0 && second % 100 < 60
  }

  /// The 1730 of "opens at 0900 and closes at 1730".
  private func isAfterFourDigits(_ index: Int) -> Bool {
    guard let last = quantities.last, last.kind == .time, last.span.count == 4, last.span.end <= lexemes.bytes.count,
      lexemes.starts[index] - last.span.end < 40
    else { return false }
    return lexemes.bytes[last.span.start] == UInt8(ascii: "0")
  }

  private func fourDigitsBefore(_ index: Int) -> Bool {
    let first = lexemes.gap(index) == .space ? index - 2 : index - 1
    return lexemes.length(first) == 4 && lexemes.firstByte(first) == UInt8(ascii: "0") && lexemes.digits(first) != nil
  }
}
