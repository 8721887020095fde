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
    if let row = words.dates.row(lexemes.hash(at)), row.role == .unit, row.number == 1, lexemes.isWord(at) {
      at += 1
      hasUnit = true
    }
    let hash = lexemes.hash(at)
    let isPast = hash == p.past || hash == p.after
    guard lexemes.isWord(at), isPast || (hash == p.to || hash == p.before) && (minutes % 5 == 0 || hasUnit) else {
      return nil
    }
    var hour = clock(at: at + 1, afterDay: false)
    let isPlain = hour == nil
    let isQuarter = lexemes.hash(end - 1) == p.quarter
    let isAt = index > 0 && lexemes.hash(index - 1) == p.at && hash == p.to
    if hour == nil, hash == p.past || hasUnit && hash == p.to || isQuarter || isAt,
      let numeral = numerals.numeral(at: at + 1), numeral.value.isWhole,
      (Rational(1)...Rational(12)).contains(numeral.value), numeral.end == at + 2, !numeral.isOrdinal,
      hash == p.past || !self.hasUnit(numeral.end)
    {
      hour = halved(Int(numeral.value.numerator), nil, nil, at + 1, numeral.end)
    }
    guard let hour, case .time(let base) = hour.expression, base.minute == nil,
      hash != p.after && hash != p.before || !isPlain || isQuarter,
      isPast || words.dates.row(lexemes.hash(at + 1))?.role == .clock || hasUnit || isAt || minutes == 15
        || minutes == 30
    else { return nil }
    let total = (base.hour * 60 + (isPast ? minutes : 1440 - minutes)) % 1440
    guard let clock = ClockTime(hour: total / 60, minute: total % 60) else { return nil }
    return Moment(start: index, end: hour.end, expression: .time(clock), kind: .time)
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

  /// "at half ten", as the British say for 10:30.
  private func halfHour(at index: Int) -> Moment? {
    let p = words.particles
    guard lexemes.hash(index) == p.half, lexemes.isWord(index + 1), index > 0,
      [p.at, p.by, p.until, p.around].contains(lexemes.hash(index - 1)),
      let word = words.numbers.row(lexemes.hash(index + 1)), word.role == .one, word.value.isWhole,
      (Rational(1)...Rational(12)).contains(word.value), !hasUnit(index + 2)
    else { return nil }
    return halved(Int(word.value.numerator), 30, nil, index, index + 2)
  }

  /// "0730" after a word of time, "1430 GMT", "1430 hours".
  func fourDigits(at index: Int) -> Moment? {
    let p = words.particles
    guard lexemes.length(index) == 4, let number = lexemes.digits(index), number % 100 < 60, number < 2400,
      let clock = ClockTime(hour: number / 100, minute: number % 100)
    else { return nil }
    let after = lexemes.hash(index + 1)
    let isWord = lexemes.isWord(index + 1) && lexemes.gap(index + 1) == .space
    if isWord, after == p.gmt || after == p.utc {
      return Moment(start: index, end: index + 1, expression: .time(clock), kind: .time)
    }
    // "1130 a.m."
    if let (row, end) = words.dates.longest(lexemes, index + 1), row.role == .halfDay, (100...1259).contains(number),
      let half = ClockTime(hour: number / 100 % 12 + row.number, minute: number % 100)
    {
      return Moment(start: index, end: end, expression: .time(half), kind: .time)
    }
    let before = lexemes.hash(index - 1)
    let isOpened = index > 0 && [p.at, p.from, p.between, p.by, p.until].contains(before)
    if isWord, after == p.hrs || after == p.hours && (isOpened || number < 1000) {
      return Moment(start: index, end: index + 2, expression: .time(clock), kind: .time)
    }
    // The second of two is glued to the first.
    let isSecond =
      lexemes.gap(index) == .hyphen || lexemes.gap(index) == .dash || before == p.to || before == p.and
    guard lexemes.firstByte(index) == 0x30, isOpened || isSecond && fourDigitsBefore(index) else { return nil }
    return Moment(start: index, end: index + 1, expression: .time(clock), kind: .time)
  }

  private func fourDigitsBefore(_ index: Int) -> Bool {
    let first = lexemes.gap(index) == .space ? index - 2 : index - 1
    return lexemes.length(first) == 4 && lexemes.firstByte(first) == 0x30 && lexemes.digits(first) != nil
  }
}
