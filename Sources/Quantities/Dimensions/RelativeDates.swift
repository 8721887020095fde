import DocumentModel

extension QuantityReader {
  static let temporalUnits: [TemporalUnit] = [
    .second, .minute, .hour, .day, .weekend, .week, .fortnight, .month, .quarter, .halfYear, .year, .decade, .century,
  ]

  func temporalUnit(_ number: Int) -> TemporalUnit {
    QuantityReader.temporalUnits.indices.contains(number) ? QuantityReader.temporalUnits[number] : .day
  }

  /// Dates that begin with a word of the calendar: "yesterday", "last week", "early March", "every Tuesday".
  func worded(_ row: CalendarWord, _ index: Int, _ end: Int) -> Moment? {
    switch row.role {
    case .day:
      return Moment(start: index, end: end, expression: .relative(count: row.number, .day, whole: true), kind: .date)
    case .tonight:
      return Moment(
        start: index, end: end, expression: .partOfDay("NI", of: .relative(count: 0, .day, whole: true)),
        kind: .datetimerange)
    case .lastNight:
      return Moment(
        start: index, end: end, expression: .partOfDay("NI", of: .relative(count: -1, .day, whole: true)),
        kind: .datetimerange)
    case .thisPart:
      return Moment(
        start: index, end: end,
        expression: .partOfDay(partName(row.number), of: .relative(count: 0, .day, whole: true)), kind: .datetimerange)
    case .last, .next, .this:
      return (row.role == .last ? partOfPeriod(at: index) : nil) ?? directed(row.number, index, end)
    case .season:
      return season(row.number, index, end)
    case .early, .mid, .late:
      return sofar(row.role, index, end) ?? portion(row.role, index, end) ?? partOfSomeDay(at: index)
    case .boundary:
      return partOfPeriod(at: index)
    case .toDate:
      return Moment(
        start: index, end: end,
        expression: .interval(.relative(count: 0, temporalUnit(row.number), whole: true), .present, closed: false),
        kind: .daterange)
    case .monthEdge, .yearEdge:
      // "EOY" is a word in capitals only.
      guard lexemes.isCapital(lexeme: index), lexemes.lastByte(index) < 0x60 else { return nil }
      return Moment(
        start: index, end: end,
        expression: .part(
          row.number == 1 ? .early : .late,
          of: .relative(count: 0, row.role == .yearEdge ? .year : .month, whole: true)), kind: .daterange)
    case .every:
      return every(index, end)
    case .set:
      guard !lexemes.isCapital(lexeme: index) else { return nil }
      return Moment(start: index, end: end, expression: .set(timex: recurring(temporalUnit(row.number))), kind: .set)
    default: return nil
    }
  }

  /// "Q1", "H2", "q3".
  func partMark(at index: Int) -> TemporalExpression.Part? {
    guard lexemes.isWord(index), lexemes.length(index) == 2, lexemes.gap(index) != .none else { return nil }
    let number = Int(lexemes.lastByte(index)) - 0x30
    switch lexemes.firstByte(index) | 0x20 {
    case 0x71 where (1...4).contains(number): return .quarter(number)
    case 0x68 where (1...2).contains(number): return .half(number)
    default: return nil
    }
  }

  /// After "last", "this" or "next": a unit, a weekday, a month, a season, or a number of units.
  private func directed(_ direction: Int, _ index: Int, _ start: Int) -> Moment? {
    guard lexemes.isWord(start) || lexemes.isFigure(start) else { return nil }
    let hash = lexemes.hash(start)
    if direction >= 0, let (month, day) = monthAndDay(at: start) {
      return Moment(
        start: index, end: start + 3, expression: .calendar(year: nil, month: month, day: day, weekday: nil),
        kind: .date)
    }
    if let row = words.weekdays.row(hash), row.role == .weekday {
      if let (month, day) = monthAndDay(at: start + 1) {
        return Moment(
          start: index, end: start + 4, expression: .calendar(year: nil, month: month, day: day, weekday: row.number),
          kind: .date)
      }
      return Moment(start: index, end: start + 1, expression: .weekday(row.number, direction: direction), kind: .date)
    }
    // "next week on Tuesday"
    if let row = words.dates.row(hash), row.role == .unit, temporalUnit(row.number) == .week,
      lexemes.hash(start + 1) == words.particles.on, let day = words.weekdays.row(lexemes.hash(start + 2)),
      day.role == .weekday
    {
      return Moment(
        start: index, end: start + 3, expression: .weekday(day.number, direction: direction), kind: .date)
    }
    if let day = holiday(at: start), case .holiday(_, nil) = day.expression {
      return Moment(start: index, end: day.end, expression: day.expression, kind: .date)
    }
    if let row = words.months.row(hash), row.role == .month, lexemes.isWord(start) {
      guard lexemes.isCapital(lexeme: start) || (hash != words.particles.may && hash != words.particles.march) else {
        return nil
      }
      return Moment(
        start: index, end: start + 1, expression: .calendar(year: nil, month: row.number, day: nil, weekday: nil),
        kind: .daterange)
    }
    if let row = words.dates.row(hash), lexemes.isWord(start) {
      switch row.role {
      case .unit:
        let unit = temporalUnit(row.number)
        guard unit != .second, unit != .minute, unit != .hour, unit != .halfYear else { return nil }
        if lexemes.lastByte(start) == 0x73 { return nil }
        if unit == .day { return nil }
        return Moment(
          start: index, end: start + 1, expression: .relative(count: direction, unit, whole: true), kind: .daterange)
      case .season:
        return Moment(
          start: index, end: start + 1,
          expression: .part(.season(row.number), of: .relative(count: direction, .year, whole: true)), kind: .daterange)
      case .partOfDay where direction == 0:
        return Moment(
          start: index, end: start + 1,
          expression: .partOfDay(partName(row.number), of: .relative(count: 0, .day, whole: true)), kind: .datetimerange
        )
      default: break
      }
    }
    guard direction != 0, let (count, unit, end) = counted(at: start) else { return nil }
    return Moment(
      start: index, end: end, expression: stretch(count, unit, direction),
      kind: unit <= 2 ? .datetimerange : .daterange)
  }

  /// "three months"; also "three quarters", which is a fraction elsewhere.
  private func counted(at index: Int) -> (Int, Int, Int)? {
    guard let numeral = numerals.numeral(at: index), !numeral.isOrdinal, numeral.value < Rational(10_000) else {
      return nil
    }
    if numeral.isFraction, numeral.isInWords, let row = words.dates.row(lexemes.hash(numeral.end - 1)),
      row.role == .unit, temporalUnit(row.number) == .quarter, let count = numeral.value * Rational(4), count.isWhole
    {
      return (Int(count.numerator), row.number, numeral.end)
    }
    guard numeral.value.isWhole, numeral.value > Rational(0),
      let (row, end) = words.dates.longest(lexemes, numeral.end),
      row.role == .unit
    else { return nil }
    return (Int(numeral.value.numerator), row.number, end)
  }

  /// "summer 2014", "the summer of 2014", "this summer"; a season alone only after "the" or "in".
  private func season(_ number: Int, _ index: Int, _ end: Int) -> Moment? {
    var next = end
    if lexemes.hash(next) == words.particles.of { next += 1 }
    if let year = year(at: next) {
      return Moment(
        start: index, end: next + 1,
        expression: .part(.season(number), of: .calendar(year: year, month: nil, day: nil, weekday: nil)),
        kind: .daterange)
    }
    let p = words.particles
    guard lexemes.hash(index - 2) == p.ins || lexemes.hash(index - 2) == p.since, lexemes.hash(index - 1) == p.the
    else { return nil }
    return Moment(start: index, end: end, expression: .part(.season(number), of: nil), kind: .daterange)
  }

  /// "earlier this year": from its beginning until now; "later this month": the rest of it.
  private func sofar(_ role: CalendarRole, _ index: Int, _ start: Int) -> Moment? {
    let p = words.particles
    let isEarlier = lexemes.hash(index) == p.earlier
    guard isEarlier || lexemes.hash(index) == p.later, let inner = moment(at: start), inner.kind == .daterange,
      case .relative(0, let unit, true) = inner.expression, unit != .weekend
    else { return nil }
    return Moment(
      start: index, end: inner.end,
      expression: isEarlier
        ? .interval(inner.expression, .present, closed: false) : .interval(.present, inner.expression, closed: true),
      kind: .daterange)
  }

  /// "early March", "mid-2014", "late last week", "late 1990s".
  private func portion(_ role: CalendarRole, _ index: Int, _ start: Int) -> Moment? {
    var next = start
    if lexemes.hash(next) == words.particles.ins || lexemes.hash(next) == words.particles.of { next += 1 }
    if lexemes.hash(next) == words.particles.the { next += 1 }
    guard next < lexemes.count, next <= start + 1, let inner = moment(at: next), inner.kind == .daterange else {
      return nil
    }
    let part: TemporalExpression.Part = role == .early ? .early : role == .mid ? .mid : .late
    return Moment(start: index, end: inner.end, expression: .part(part, of: inner.expression), kind: .daterange)
  }

  /// "every Tuesday", "each year".
  private func every(_ index: Int, _ start: Int) -> Moment? {
    if let row = words.weekdays.row(lexemes.hash(start)), row.role == .weekday, lexemes.isWord(start) {
      let time = timeOfSet(start + 1)
      return Moment(
        start: index, end: time?.1 ?? start + 1,
        expression: .set(timex: "XXXX-WXX-\(row.number)" + (time?.0.iso ?? "")), kind: .set)
    }
    if let (count, unit, end) = counted(at: start), count > 1 {
      guard let letter = recurring(temporalUnit(unit), count) else { return nil }
      return Moment(start: index, end: end, expression: .set(timex: letter), kind: .set)
    }
    guard let row = words.dates.row(lexemes.hash(start)), lexemes.isWord(start),
      row.role == .unit || row.role == .partOfDay, lexemes.lastByte(start) != 0x73
    else { return nil }
    if row.role == .partOfDay, let (clock, end) = timeOfSet(start + 1) {
      return Moment(start: index, end: end, expression: .set(timex: clock.iso), kind: .set)
    }
    let timex = row.role == .unit ? recurring(temporalUnit(row.number)) : "T" + partName(row.number)
    return Moment(start: index, end: start + 1, expression: .set(timex: timex), kind: .set)
  }

  /// "at 9 a.m." after a recurring day.
  private func timeOfSet(_ index: Int) -> (ClockTime, Int)? {
    guard lexemes.hash(index) == words.particles.at, let time = time(at: index + 1),
      case .time(let clock) = time.expression
    else { return nil }
    return (clock, time.end)
  }

  /// "every two weeks".
  private func recurring(_ unit: TemporalUnit, _ count: Int) -> String? {
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
    default: nil
    }
  }

  private func recurring(_ unit: TemporalUnit) -> String {
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
    }
  }

  /// "two years ago", "three weeks from now", "an hour ago".
  func amountAgo(at index: Int) -> Moment? {
    guard let (count, start) = wholeOrArticle(at: index), let (row, end) = words.dates.longest(lexemes, start),
      row.role == .unit
    else { return nil }
    if let distant = offset(count, temporalUnit(row.number), index, end) { return distant }
    if let ahead = ahead(count, row.number, index, end) { return ahead }
    guard let (direction, finish) = words.dates.longest(lexemes, end) else { return nil }
    let sign: Int
    switch direction.role {
    case .ago: sign = -1
    case .fromNow: sign = 1
    default: return nil
    }
    let unit = temporalUnit(row.number)
    return Moment(
      start: index, end: finish, expression: .relative(count: sign * count, unit, whole: false),
      kind: row.number <= 2 ? .datetime : .date)
  }

  /// "will reopen in two weeks": so far ahead, since what will take place is told.
  private func ahead(_ count: Int, _ unit: Int, _ index: Int, _ end: Int) -> Moment? {
    let p = words.particles
    guard unit > 2, lexemes.hash(index - 1) == p.ins, lexemes.kind(end) == .mark || end >= lexemes.count else {
      return nil
    }
    var before = index - 2
    let limit = max(0, index - 16)
    while before >= limit, !(lexemes.isMark(before, ".") || lexemes.isMark(before, ";") || lexemes.isMark(before, "?"))
    {
      if lexemes.hash(before) == p.will || lexemes.hash(before) == p.clitic || lexemes.hash(before) == p.curlyClitic {
        return Moment(
          start: index - 1, end: end, expression: .relative(count: count, temporalUnit(unit), whole: false), kind: .date
        )
      }
      before -= 1
    }
    return nil
  }

  /// "Two days after Christmas", "three weeks from tomorrow": what follows is no count itself, so nothing recurs.
  private func offset(_ count: Int, _ unit: TemporalUnit, _ start: Int, _ end: Int) -> Moment? {
    let p = words.particles
    let hash = lexemes.hash(end)
    guard lexemes.isWord(end), hash == p.before || hash == p.after || hash == p.from else { return nil }
    switch unit {
    case .day, .week, .fortnight, .month, .year: break
    default: return nil
    }
    let isDate = lexemes.isFigure(end + 1)
    guard
      isDate || numerals.numeral(at: end + 1) == nil && lexemes.hash(end + 1) != p.a && lexemes.hash(end + 1) != p.an,
      let base = isDate ? figureDate(at: end + 1) : moment(at: end + 1), base.kind == .date, isDay(base.expression),
      lexemes.hash(base.end) != p.to
    else { return nil }
    return Moment(
      start: start, end: base.end,
      expression: .offset(count: hash == p.before ? -count : count, unit, from: base.expression), kind: .date)
  }

  /// "the 2 next days", "the ten previous weeks".
  func nextUnits(at index: Int) -> Moment? {
    guard let (count, next) = wholeOrArticle(at: index), lexemes.hash(index) != words.particles.a,
      let (side, after) = words.dates.longest(lexemes, next), side.role == .last || side.role == .next,
      let (row, end) = words.dates.longest(lexemes, after), row.role == .unit, lexemes.lastByte(end - 1) == 0x73,
      row.number > 2
    else { return nil }
    return Moment(start: index, end: end, expression: stretch(count, row.number, side.number), kind: .daterange)
  }

  /// That many units back from the reference day, or on from the day after it.
  private func stretch(_ count: Int, _ unit: Int, _ direction: Int) -> TemporalExpression {
    let tomorrow = TemporalExpression.relative(count: 1, .day, whole: true)
    if direction < 0 {
      return .interval(.relative(count: -count, temporalUnit(unit), whole: false), .present, closed: false)
    }
    return .interval(tomorrow, .offset(count: count, temporalUnit(unit), from: tomorrow), closed: false)
  }

  private func wholeOrArticle(at index: Int) -> (Int, Int)? {
    let hash = lexemes.hash(index)
    if hash == words.particles.a || hash == words.particles.an, lexemes.isWord(index), lexemes.isWord(index + 1),
      words.dates.row(lexemes.hash(index + 1))?.role == .unit
    {
      return (1, index + 1)
    }
    guard let numeral = numerals.numeral(at: index), !numeral.isOrdinal, numeral.value.isWhole,
      numeral.value < Rational(100_000), numeral.value > Rational(0)
    else { return nil }
    return (Int(numeral.value.numerator), numeral.end)
  }

  /// "third quarter of 2014", "first half", "19th century".
  func ordinalPart(at index: Int) -> Moment? {
    guard let numeral = numerals.numeral(at: index), numeral.isOrdinal, numeral.value.isWhole,
      lexemes.isWord(numeral.end)
    else { return nil }
    let number = Int(numeral.value.numerator)
    let hash = lexemes.hash(numeral.end)
    if hash == words.particles.century, (1...22).contains(number) {
      return Moment(
        start: index, end: numeral.end + 1, expression: .years(from: (number - 1) * 100, count: 100), kind: .daterange)
    }
    let part: TemporalExpression.Part
    if hash == words.particles.quarter, (1...4).contains(number) {
      part = .quarter(number)
    } else if hash == words.particles.half, (1...2).contains(number) {
      part = .half(number)
    } else {
      return nil
    }
    return ofYear(part, index, numeral.end + 1, alone: hash == words.particles.quarter)
  }

  /// "Q3 2014", "H1".
  func numberedQuarter(at index: Int) -> Moment? {
    guard lexemes.length(index) == 2 else { return nil }
    let number = Int(lexemes.lastByte(index)) - 0x30
    switch lexemes.firstByte(index) {
    case 0x71 where (1...4).contains(number): return ofYear(.quarter(number), index, index + 1, alone: false)
    case 0x51 where (1...4).contains(number): return ofYear(.quarter(number), index, index + 1, alone: true)
    case 0x48 where (1...2).contains(number): return ofYear(.half(number), index, index + 1, alone: false)
    default: return nil
    }
  }

  /// The year a quarter or half belongs to.
  private func ofYear(_ part: TemporalExpression.Part, _ index: Int, _ end: Int, alone: Bool) -> Moment? {
    var next = end
    if words.dates.row(lexemes.hash(next))?.role == .of, lexemes.isWord(next) {
      next += 1
    } else if lexemes.isMark(next, ",") {
      next += 1
    }
    if lexemes.hash(next) == words.particles.the { next += 1 }
    if let year = year(at: next) {
      return Moment(
        start: index, end: next + 1,
        expression: .part(part, of: .calendar(year: year, month: nil, day: nil, weekday: nil)), kind: .daterange)
    }
    if next > end, let (row, after) = words.dates.longest(lexemes, next),
      row.role == .last || row.role == .this || row.role == .next,
      words.dates.row(lexemes.hash(after)).map({ $0.role == .unit && $0.number == 10 }) ?? false
    {
      return Moment(
        start: index, end: after + 1, expression: .part(part, of: .relative(count: row.number, .year, whole: true)),
        kind: .daterange)
    }
    return alone ? Moment(start: index, end: end, expression: .part(part, of: nil), kind: .daterange) : nil
  }
}
