import DocumentModel

/// Parts of days: "in the morning", "early Tuesday", "tomorrow a.m.", "the evening of July 4".
extension QuantityReader {
  /// "in the morning", "early in the evening": the part of some day.
  func partOfSomeDay(at index: Int) -> Moment? {
    let p = words.particles
    var next = index
    var isEarly: Bool?
    if let (row, end) = words.dates.longest(lexemes, next), row.role == .early || row.role == .late {
      isEarly = row.role == .early
      next = end
    }
    // "late afternoon", "early in the morning", "in the evening"
    if lexemes.hash(next) == p.in, lexemes.hash(next + 1) == p.the, lexemes.isWord(next) {
      next += 2
    } else if lexemes.hash(next) == p.in, lexemes.isWord(next),
      lexemes.kind(next + 2) == .mark || next + 2 >= lexemes.count
    {
      // "in morning" and no more
      next += 1
    } else if isEarly == nil {
      return nil
    }
    guard let row = words.dates.row(lexemes.hash(next)), row.role == .partOfDay, lexemes.isWord(next),
      row.partOfDay != .night, row.partOfDay != .smallHours
    else { return nil }
    // "early in the morning of June 5", "in the evening on Tuesday"
    if let named = partOfNamedDay(at: next) {
      return Moment(start: index, end: named.end, expression: named.expression, kind: named.kind)
    }
    guard let hours = hours(of: row.partOfDay, isEarly: isEarly) else { return nil }
    // "in the evening at eight"
    if isEarly == nil, lexemes.hash(next + 1) == p.at, let time = time(at: next + 2, afterDay: true),
      case .time(let clock) = time.expression
    {
      let isLate = row.partOfDay.isAfterNoon && clock.hour < 12
      let at = isLate ? ClockTime(hour: clock.hour + 12, minute: clock.minute) ?? clock : clock
      return Moment(start: index, end: time.end, expression: .time(at), kind: .time)
    }
    return Moment(
      start: index, end: next + 1, expression: .interval(.time(hours.low), .time(hours.high), closed: false),
      kind: .timerange
    )
  }

  /// The hours of a part of a day, or of its first or second half: "early in the afternoon". The second half of an
  /// evening ends before the night.
  private func hours(of part: PartOfDay, isEarly: Bool?) -> (low: ClockTime, high: ClockTime)? {
    var (low, high) = (part.hours.lowerBound, part.hours.upperBound)
    if let isEarly {
      if part == .evening { high = QuantityReader.endOfLateEvening }
      let middle = (low + high) / 2
      (low, high) = isEarly ? (low, middle) : (middle, high)
    }
    guard let from = ClockTime(hour: low), let to = ClockTime(hour: high) else { return nil }
    return (from, to)
  }

  private static let endOfLateEvening = 22

  /// "early Tuesday", "late tonight", "mid today".
  func partOfDay(_ role: CalendarRole, _ index: Int, _ start: Int) -> Moment? {
    let p = words.particles
    var next = start
    if lexemes.hash(next) == p.on, lexemes.isWord(next) { next += 1 }
    guard lexemes.isWord(next), let day = date(at: next) else { return nil }
    let name: PartOfDay = role == .early ? .early : role == .mid ? .midday : .late
    switch day.expression {
    case .partOfDay(.night, let of) where day.kind == .datetimerange && role == .late:
      return Moment(start: index, end: day.end, expression: .partOfDay(.lateNight, of: of), kind: .datetimerange)
    case .partOfDay(let part, let of) where day.kind == .datetimerange && lexemes.hash(index) != p.later:
      return Moment(start: index, end: day.end, expression: .partOfDay(part, of: of), kind: .datetimerange)
    case .relative(_, .day, true), .weekday:
      guard day.kind == .date, lexemes.hash(index) != p.earlier, lexemes.hash(index) != p.later || role != .late else {
        return nil
      }
      // "late Monday evening"
      if let (part, end) = partAfterDay(day.end) {
        return Moment(
          start: index, end: end, expression: .partOfDay(part, of: day.expression), kind: .datetimerange)
      }
      return Moment(start: index, end: day.end, expression: .partOfDay(name, of: day.expression), kind: .datetimerange)
    default: return nil
    }
  }

  /// "the morning of July 4", "evening on Tuesday", "in the afternoon of the 15th of May".
  func partOfNamedDay(at index: Int) -> Moment? {
    let p = words.particles
    guard lexemes.isWord(index), let (row, after) = words.dates.longest(lexemes, index), row.role == .partOfDay,
      lexemes.isWord(after)
    else { return nil }
    // "the night before last"
    if lexemes.hash(index - 1) == p.the, afterNext(after) == -2 {
      return Moment(
        start: index, end: after + 2,
        expression: .partOfDay(row.partOfDay, of: .relative(count: -2, .day, whole: true)), kind: .datetimerange)
    }
    // "the night before Christmas"
    if lexemes.hash(after) == p.before || lexemes.hash(after) == p.after, lexemes.hash(index - 1) == p.the,
      let day = date(at: after + 1), day.kind == .date, isDay(day.expression)
    {
      return Moment(
        start: index, end: day.end,
        expression: .partOfDay(
          row.partOfDay,
          of: .offset(count: lexemes.hash(after) == p.after ? 1 : -1, .day, from: day.expression)),
        kind: .datetimerange)
    }
    guard lexemes.hash(after) == p.of || lexemes.hash(after) == p.on else { return nil }
    guard let day = dayNamed(at: after + 1) else { return nil }
    // "the small hours of Thursday morning"
    let end = row.partOfDay == .smallHours ? partAfterDay(day.end)?.1 ?? day.end : day.end
    return Moment(
      start: index, end: end, expression: .partOfDay(row.partOfDay, of: day.expression), kind: .datetimerange)
  }

  /// "morning", "in the morning", "early in the morning" or "p.m." after a day.
  func partAfterDay(_ index: Int) -> (PartOfDay, Int)? {
    let p = words.particles
    // "tomorrow at lunch", "Tuesday at lunchtime"
    if lexemes.hash(index) == p.at, lexemes.isWord(index + 1), !lexemes.isWord(index + 2) || isStop(index + 2) {
      if lexemes.hash(index + 1) == DateParticle.lunch { return (.lunchtime, index + 2) }
      if let row = words.dates.row(lexemes.hash(index + 1)), row.role == .partOfDay,
        row.partOfDay == .lunchtime || row.partOfDay == .teatime
      {
        return (row.partOfDay, index + 2)
      }
    }
    var next = lexemes.hash(index) == p.in && lexemes.hash(index + 1) == p.the ? index + 2 : index
    if let row = words.dates.row(lexemes.hash(next)), [.early, .mid, .late].contains(row.role), lexemes.isWord(next) {
      next += 1
    }
    guard lexemes.isWord(next), let (row, end) = words.dates.longest(lexemes, next) else { return nil }
    if row.role == .partOfDay { return (row.partOfDay, end) }
    // "today pm"; "am" may be the verb.
    guard row.role == .halfDay, next == index, lexemes.gap(next) == .space,
      !lexemes.isWord(end) || lexemes.hash(end) == p.to || lexemes.hash(end) == p.and
    else { return nil }
    return (row.number == 0 ? .morning : .afternoon, end)
  }

  /// "end of the day", "end of today", "end of Tuesday": its last second; "at the end of the day" as a set phrase is none.
  func endOfDay(_ index: Int, _ start: Int) -> Moment? {
    let p = words.particles
    guard let row = words.dates.row(lexemes.hash(index)), row.role == .boundary, row.edge == .end,
      lexemes.hash(index) != p.rest, lexemes.hash(start) == p.of,
      let clock = ClockTime(hour: 23, minute: 59, second: 59)
    else { return nil }
    var next = start + 1
    if lexemes.hash(next) == p.the { next += 1 }
    if lexemes.hash(next) == p.day, lexemes.isWord(next) {
      if lexemes.hash(index - 1) == p.the, lexemes.hash(index - 2) == p.at { return nil }
      return Moment(
        start: index, end: next + 1, expression: .dateTime(.relative(count: 0, .day, whole: true), clock),
        kind: .datetime)
    }
    guard let day = date(at: next), day.kind == .date else { return nil }
    switch day.expression {
    case .relative(_, .day, true), .weekday:
      return Moment(start: index, end: day.end, expression: .dateTime(day.expression, clock), kind: .datetime)
    default: return nil
    }
  }
}
