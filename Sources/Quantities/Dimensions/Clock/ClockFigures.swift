import DocumentModel

/// Hours in figures that look like other numbers: "17.45 on Monday", "14h30", "0900-1700hrs", "T18:00:00Z".
extension QuantityReader {
  /// A figure of one dot as the hour and minutes it may be: "7.30", "00.01".
  func dottedClock(_ index: Int) -> ClockTime? {
    let length = lexemes.length(index)
    guard lexemes.isFigure(index), length == 4 || length == 5 else { return nil }
    let bytes = Array(lexemes.bytes[lexemes.starts[index]..<lexemes.ends[index]])
    var numbers = [0, 0]
    for (at, byte) in bytes.enumerated() {
      if at == length - 3 {
        guard byte == UInt8(ascii: ".") else { return nil }
        continue
      }
      guard byte.isDigit else { return nil }
      let part = at < length - 3 ? 0 : 1
      numbers[part] = numbers[part] * 10 + byte.digit
    }
    guard numbers[0] < 24 else { return nil }
    return ClockTime(
      hour: numbers[0], minute: numbers[1], isHalfSaid: length == 5 && bytes.first == UInt8(ascii: "0"))
  }

  /// The 10.30 of "9.30am-10.30", where the letters before the hyphen keep the figure from being one lexeme.
  func dottedPieces(_ index: Int) -> Moment? {
    guard let hour = lexemes.digits(index), lexemes.length(index) <= 2, lexemes.gap(index) == .hyphen,
      lexemes.gap(index + 1) == .none, lexemes.firstByte(index + 1) == UInt8(ascii: ".")
    else { return nil }
    let from = lexemes.ends[index] + 1
    let end = lexemes.length(index + 1) == 1 ? index + 3 : index + 2
    guard end <= lexemes.count, lexemes.ends[end - 1] == from + 2 else { return nil }
    var minute = 0
    for byte in lexemes.bytes[from..<(from + 2)] {
      guard byte.isDigit else { return nil }
      minute = minute * 10 + byte.digit
    }
    return ClockTime(hour: hour, minute: minute).map {
      Moment(start: index, end: end, expression: .time($0), kind: .time)
    }
  }

  /// "7.30 tomorrow evening", "at 17.45 on Monday", "20.45 CET", "at 07.15": hour and minutes parted by a dot, as in
  /// Britain, where a day, a part of the day or a zone tells; other decimals are numbers.
  func dottedTime(at index: Int, afterDay: Bool) -> Moment? {
    guard let clock = dottedClock(index), lexemes.gap(index) == .space || index == 0 || lexemes.kind(index - 1) == .mark
    else { return nil }
    let end = index + 1
    func made(_ end: Int) -> Moment { Moment(start: index, end: end, expression: .time(clock), kind: .time) }
    // "9.30-10.30am"
    if clock.hour >= 1, clock.hour <= 12, let half = lateHour(end),
      let said = ClockTime(
        hour: half == 12 && clock.hour < 12 ? clock.hour + 12 : clock.hour, minute: clock.minute, isHalfSaid: true)
    {
      return Moment(start: index, end: end, expression: .time(said), kind: .time)
    }
    guard lexemes.gap(end) == .space || lexemes.kind(end) == .mark || end >= lexemes.count,
      !isOfTrade(before: index)
    else { return nil }
    let isOpened = index > 0 && lexemes.isWord(index - 1) && isIn(.hourOpeners, index - 1)
    if isZone(end) { return made(end) }
    // "at 14.00 hrs"
    if isOpened, isIn(.hoursMark, end) { return made(end + 1) }
    guard !hasUnit(end) else { return nil }
    if afterDay { return made(end) }
    // "from 6.30 on Monday to 9.30 on Tuesday"
    let isEnd =
      lexemes.hash(index - 1) == words.particles.to
      && (words.weekdays.row(lexemes.hash(index - 2)) != nil || dottedClock(index - 2) != nil)
    guard isOpened || isEnd || index == 0 || lexemes.kind(index - 1) == .mark || isAfterHour(index) else {
      return nil
    }
    // "at 6.30 and 8.30 on Friday"
    if lexemes.hash(end) == words.particles.and || lexemes.hash(end) == words.particles.or, dottedClock(end + 1) != nil
    {
      let isOn = lexemes.hash(end + 2) == words.particles.on
      return dayOfHour(at: isOn ? end + 3 : end + 2, isOn: isOn) == nil ? nil : made(end)
    }
    // "07.15" is no decimal.
    if isOpened, clock.isHalfSaid { return made(end) }
    // "starts at 7.45."
    if isOpened, isIn(.starting, index - 2), !lexemes.isWord(end) { return made(end) }
    if partAfter(end) != nil { return made(end) }
    let isOn = lexemes.hash(end) == words.particles.on
    return dayOfHour(at: isOn ? end + 1 : end, isOn: isOn) == nil ? nil : made(end)
  }

  /// Whether an hour and "and" or "or" stand right before.
  private func isAfterHour(_ index: Int) -> Bool {
    guard free == index - 1, lexemes.hash(free) == words.particles.and || lexemes.hash(free) == words.particles.or,
      let last = quantities.last
    else { return false }
    return last.kind == .time || last.kind == .datetime
  }

  /// Whether a zone's letters or "local time" stand there: "CET", "GMT"; those of two letters are other things as well.
  func isZone(_ index: Int) -> Bool {
    guard lexemes.isWord(index), let (row, end) = words.dates.longest(lexemes, index), row.role == .zone else {
      return false
    }
    if end > index + 1 { return true }
    return lexemes.length(index) >= 3 && lexemes.isCapital(lexeme: index) && lexemes.lastByte(index) < UInt8(ascii: "a")
  }

  /// Whether the words before a figure tell of prices, scores or tallies.
  func isOfTrade(before index: Int) -> Bool {
    var at = index - 1
    while at >= 0, at > index - 12 {
      switch lexemes.kind(at) {
      case .word where isIn(.trade, at): return true
      case .symbol: return lexemes.byte(at) != UInt8(ascii: "@")
      case .mark where lexemes.isMark(at, ".") || lexemes.isMark(at, ";") || lexemes.isMark(at, "?"): return false
      default: break
      }
      at -= 1
    }
    return false
  }

  /// The minutes and the end of "14h30", where a word of time or a day tells it from a length of time.
  func hourLetter(_ hour: Int, at index: Int) -> Moment? {
    let at = index + 1
    guard lexemes.isWord(at), lexemes.gap(at) == .none, lexemes.length(at) == 3,
      lexemes.firstByte(at).inLowerCase == UInt8(ascii: "h")
    else { return nil }
    var minute = 0
    for byte in lexemes.bytes[(lexemes.starts[at] + 1)..<lexemes.ends[at]] {
      guard byte.isDigit else { return nil }
      minute = minute * 10 + byte.digit
    }
    let isOpened = index > 0 && lexemes.isWord(index - 1) && isIn(.hourOpeners, index - 1)
    let isOn = lexemes.hash(at + 1) == words.particles.on
    guard isOpened || dayOfHour(at: isOn ? at + 2 : at + 1, isOn: isOn) != nil,
      let clock = ClockTime(hour: hour, minute: minute, isHalfSaid: true)
    else { return nil }
    return Moment(start: index, end: at + 1, expression: .time(clock), kind: .time)
  }

  /// "7a-3p": two hours with one letter each, one of them "a".
  func isLetteredRange(_ index: Int, _ end: Int) -> Bool {
    func isLettered(_ at: Int) -> Bool {
      let letter = lexemes.byte(at + 1)
      return lexemes.isFigure(at) && lexemes.length(at) <= 2 && lexemes.isWord(at + 1) && lexemes.gap(at + 1) == .none
        && (letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p")) && lexemes.gap(at + 2) != .none
    }
    guard end == index + 1, isLettered(index) else { return false }
    let isFirst = lexemes.gap(index + 2) == .hyphen || lexemes.gap(index + 2) == .dash
    let isSecond = lexemes.gap(index) == .hyphen || lexemes.gap(index) == .dash
    let other = isFirst ? index + 2 : index - 2
    // "2p-3p" are coins.
    return (isFirst || isSecond) && isLettered(other)
      && (lexemes.byte(index + 1) == UInt8(ascii: "a") || lexemes.byte(other + 1) == UInt8(ascii: "a"))
  }

  /// Where the "h" of "18:30h" or the "hrs" of "18:30 hrs" ends.
  func hoursMark(_ index: Int) -> Int {
    let isLetter = lexemes.gap(index) == .none && lexemes.byte(index) == UInt8(ascii: "h")
    return lexemes.isWord(index) && (isLetter || isIn(.hoursMark, index)) ? index + 1 : index
  }

  /// Minutes and seconds that were run or are left to play, no time of day: "won in 2:04:35", "a 4:05 mile", "with
  /// 8:23 left in the third quarter".
  func isStopwatch(_ index: Int, _ end: Int, hasSeconds: Bool) -> Bool {
    let p = words.particles
    let before = lexemes.hash(index - 1)
    let after = lexemes.hash(end)
    if hasSeconds, index > 0, isIn(.clocked, index - 1), !isZone(end) { return true }
    guard lexemes.isWord(end) else { return false }
    if before == p.a || before == p.an, index > 0, isIn(.timedRaces, end) { return true }
    if index > 0, isIn(.having, index - 1) {
      if isIn(.remaining, end) || after == p.to && isIn(.playing, end + 1) { return true }
    }
    return after == p.of && lexemes.hash(end + 1) == p.the && isIn(.periodsOfPlay, end + 2)
  }

  /// "2026-12-05T18:00:00Z": the time of day glued to an ISO 8601 date; what it is off from UTC belongs to it.
  func isoTime(after date: Moment) -> Moment? {
    guard date.end > 0, date.end < lexemes.count, lexemes.gap(date.end) == .none,
      lexemes.firstByte(date.end) == UInt8(ascii: "T")
    else { return nil }
    var at = lexemes.starts[date.end] + 1
    func digits(_ count: Int) -> Int? {
      guard at + count <= lexemes.bytes.count else { return nil }
      var value = 0
      for byte in lexemes.bytes[at..<(at + count)] {
        guard byte.isDigit else { return nil }
        value = value * 10 + byte.digit
      }
      at += count
      return value
    }
    func skip(_ byte: UInt8) -> Bool {
      guard at < lexemes.bytes.count, lexemes.bytes[at] == byte else { return false }
      at += 1
      return true
    }
    guard let hour = digits(2), skip(UInt8(ascii: ":")), let minute = digits(2) else { return nil }
    var second: Int?
    if skip(UInt8(ascii: ":")) { second = digits(2) }
    if skip(UInt8(ascii: ".")) { while digits(1) != nil {} }
    if !skip(UInt8(ascii: "Z")), skip(UInt8(ascii: "+")) || skip(UInt8(ascii: "-")) {
      guard digits(2) != nil else { return nil }
      _ = skip(UInt8(ascii: ":"))
      _ = digits(2)
    }
    var end = date.end
    while end < lexemes.count, end < date.end + 12, lexemes.ends[end] < at { end += 1 }
    // The dot of "00Z." ends the sentence.
    guard end < lexemes.count,
      lexemes.ends[end] == at || lexemes.ends[end] == at + 1 && lexemes.lastByte(end) == UInt8(ascii: "."),
      let clock = ClockTime(hour: hour, minute: minute, second: second, isHalfSaid: true)
    else { return nil }
    return Moment(start: date.start, end: end + 1, expression: .dateTime(date.expression, clock), kind: .datetime)
  }
}
