import DocumentModel

/// Days told by another day beside them: "the Friday after Thanksgiving", "the week before Christmas", "Monday two weeks from
/// now", "the year before last".
extension QuantityReader {
  /// "the week after next", "the day before", "the week of the fair" not at all: a unit with nothing before it but an article.
  func unitAlone(_ unit: TemporalUnit, _ index: Int, _ end: Int) -> Moment? {
    let p = words.particles
    if unit == .weekend, let moment = weekendOf(index, end) { return moment }
    if let moment = unitEnd(unit, index, end) { return moment }
    // "on weekdays"
    if unit == .businessDay, lexemes.hash(index) == p.weekdays {
      guard [p.on, p.during].contains(lexemes.hash(index - 1)), index > 0 else { return nil }
      return set(TimexSet.everyWeekday, index, end)
    }
    // "the fiscal year ended June 30", "its year ended March 31"
    if [p.the, p.that, p.its, p.their].contains(lexemes.hash(index - 1)), index > 0,
      let moment = unitEnding(unit, index, end)
    {
      return moment
    }
    guard end == index + 1, !lexemes.isPluralForm(index) || unit == .weekend else { return nil }
    // "on weekends"
    if lexemes.isPluralForm(index) {
      guard lexemes.hash(index - 1) == p.on || lexemes.hash(index - 1) == p.at else { return nil }
      return set(TimexSet.everyWeekend, index, end)
    }
    // "end of year" and "year 2012 or later" are read elsewhere.
    guard lexemes.hash(index - 1) == p.the || lexemes.hash(index - 1) == p.that, index > 0 else { return nil }
    if let sign = afterNext(end) {
      switch unit {
      case .week, .weekend, .month, .quarter, .year, .decade:
        return Moment(
          start: index, end: end + 2, expression: .relative(count: sign, unit, whole: true), kind: .daterange)
      default: return nil
      }
    }
    if unit == .day || unit == .week || unit == .weekend, let (sign, base) = beside(end) {
      let count = TemporalExpression.offset(count: sign, unit == .day ? .day : .week, from: base.expression)
      if unit == .day { return Moment(start: index, end: base.end, expression: count, kind: .date) }
      // The weekend before a Thursday begins with the Saturday before it.
      let saturday = TemporalExpression.weekdayNear(6, side: sign, which: 1, of: base.expression)
      return Moment(
        start: index, end: base.end,
        expression: unit == .week ? .part(.wholeWeek, of: count) : .part(.weekend, of: saturday), kind: .daterange)
    }
    let isEnd = end + 1 >= lexemes.count || lexemes.kind(end + 1) == .mark || lexemes.kind(end + 1) == .quote
    if unit == .day, isEnd, lexemes.hash(end) == p.before || lexemes.hash(end) == p.after, lexemes.isWord(end) {
      return Moment(
        start: index, end: end + 1,
        expression: .offset(count: lexemes.hash(end) == p.after ? 1 : -1, .day, from: .anchor), kind: .date)
    }
    // "partner of the week."
    guard lexemes.hash(index - 1) == p.the, unit == .week || unit == .fortnight, !lexemes.isCapital(lexeme: index),
      end >= lexemes.count || lexemes.isMark(end, ".") || lexemes.isMark(end, ",")
    else { return nil }
    if unit == .fortnight {
      return Moment(
        start: index, end: end,
        expression: .interval(
          .relative(count: 0, .week, whole: true), .relative(count: 1, .week, whole: true), closed: true),
        kind: .daterange)
    }
    return Moment(start: index, end: end, expression: .relative(count: 0, unit, whole: true), kind: .daterange)
  }

  /// 2 for "after next", -2 for "before last".
  func afterNext(_ index: Int) -> Int? {
    let p = words.particles
    guard lexemes.isWord(index), lexemes.isWord(index + 1) else { return nil }
    if lexemes.hash(index) == p.after, lexemes.hash(index + 1) == p.next { return isClosed(index + 2) ? 2 : nil }
    if lexemes.hash(index) == p.before, lexemes.hash(index + 1) == p.last { return isClosed(index + 2) ? -2 : nil }
    return nil
  }

  /// Whether "next" or "last" stands for itself there: no unit follows.
  private func isClosed(_ index: Int) -> Bool {
    guard lexemes.isWord(index) else { return true }
    return words.dates.row(lexemes.hash(index))?.role != .unit && words.months.row(lexemes.hash(index)) == nil
      && words.weekdays.row(lexemes.hash(index)) == nil
  }

  /// A day after "before" or "after": which side of it, and the day.
  func beside(_ index: Int) -> (Int, Moment)? {
    let p = words.particles
    let hash = lexemes.hash(index)
    guard lexemes.isWord(index), hash == p.before || hash == p.after else { return nil }
    guard let base = date(at: lexemes.hash(index + 1) == p.the ? index + 2 : index + 1), base.kind == .date,
      isDay(base.expression)
    else { return nil }
    return (hash == p.after ? 1 : -1, base)
  }

  /// "the Friday after Thanksgiving", "Monday after next", "Thursday, two years from now": a weekday by what follows it.
  func besideWeekday(_ number: Int, at index: Int) -> Moment? {
    let p = words.particles
    if let sign = afterNext(index + 1) {
      return Moment(start: index, end: index + 3, expression: .weekday(number, direction: sign), kind: .date)
    }
    if lexemes.hash(index - 1) == p.the, index > 0, let (side, base) = beside(index + 1) {
      return Moment(
        start: index, end: base.end,
        expression: .weekdayNear(number, side: side, which: 1, of: base.expression), kind: .date)
    }
    // "He left the Saturday before."
    let isClosed = index + 2 >= lexemes.count || lexemes.kind(index + 2) == .mark || lexemes.kind(index + 2) == .quote
    if lexemes.hash(index - 1) == p.the, index > 0, isClosed, lexemes.isWord(index + 1),
      [p.before, p.after, p.following].contains(lexemes.hash(index + 1))
    {
      return Moment(
        start: index, end: index + 2,
        expression: .weekdayNear(
          number, side: lexemes.hash(index + 1) == p.before ? -1 : 1, which: 1, of: .anchor), kind: .date)
    }
    let next = lexemes.isMark(index + 1, ",") ? index + 2 : index + 1
    guard let far = distance(at: next), far.kind == .date, far.start == next, lexemes.hash(next - 1) != p.in else {
      return nil
    }
    switch far.expression {
    case .offset, .relative:
      return Moment(start: index, end: far.end, expression: .part(.weekday(number), of: far.expression), kind: .date)
    default: return nil
    }
  }

  /// "3 weeks after Christmas on Friday", "the first week of October on Friday".
  func onWeekday(_ moment: Moment) -> Moment? {
    guard lexemes.hash(moment.end) == words.particles.on, lexemes.isWord(moment.end),
      let day = words.weekdays.row(lexemes.hash(moment.end + 1)), day.role == .weekday
    else { return nil }
    switch moment.expression {
    case .offset(_, let unit, _) where unit.seconds == nil && unit != .day: break
    case .relative(_, let unit, whole: false) where unit.seconds == nil && unit != .day: break
    case .nth(_, count: 1, .week, _): break
    default: return nil
    }
    return Moment(
      start: moment.start, end: moment.end + 2, expression: .part(.weekday(day.number), of: moment.expression),
      kind: .date)
  }

  /// "the closest Monday to October 5".
  func closest(_ index: Int, _ start: Int, which: Int = 1) -> Moment? {
    guard let day = words.weekdays.row(lexemes.hash(start)), day.role != .weekdays,
      lexemes.hash(start + 1) == words.particles.to, let base = date(at: start + 2), base.kind == .date,
      isDay(base.expression)
    else { return nil }
    return Moment(
      start: index, end: base.end,
      expression: .weekdayNear(day.number, side: 0, which: which, of: base.expression), kind: .date)
  }

  /// "the second closest Monday to October 5".
  func ordinalClosest(at index: Int) -> Moment? {
    guard let numeral = numerals.numeral(at: index), numeral.isOrdinal, numeral.value.isWhole,
      numeral.value < Rational(10), words.dates.row(lexemes.hash(numeral.end))?.role == .closest
    else { return nil }
    return closest(index, numeral.end + 1, which: Int(numeral.value.numerator))
  }

  /// "the weekend of Halloween", "the weekend of July 4".
  func weekendOf(_ index: Int, _ end: Int) -> Moment? {
    guard lexemes.hash(end) == words.particles.of, !lexemes.isPluralForm(end - 1),
      let base = dayNamed(at: end + 1)
    else { return nil }
    return Moment(start: index, end: base.end, expression: .part(.weekend, of: base.expression), kind: .daterange)
  }

  /// "two Mondays ago", "three Sundays from now".
  func weekdaysAgo(at index: Int) -> Moment? {
    guard let numeral = numerals.numeral(at: index), !numeral.isOrdinal, numeral.value.isWhole,
      (Rational(1)...Rational(52)).contains(numeral.value), let day = words.weekdays.row(lexemes.hash(numeral.end)),
      day.role != .weekdayAbbreviation, lexemes.isWord(numeral.end),
      lexemes.isWord(numeral.end + 1)
    else { return nil }
    // "two Saturdays before Easter"
    if let (side, base) = beside(numeral.end + 1) {
      return Moment(
        start: index, end: base.end,
        expression: .weekdayNear(
          day.number, side: side, which: Int(numeral.value.numerator), of: base.expression), kind: .date)
    }
    guard let (row, end) = words.dates.longest(lexemes, numeral.end + 1), row.role == .ago || row.role == .fromNow
    else {
      return nil
    }
    return Moment(
      start: index, end: end,
      expression: .weekdayNear(
        day.number, side: row.role == .ago ? -1 : 1, which: Int(numeral.value.numerator), of: .present), kind: .date)
  }

  /// A day after "of": "the 5th", "June 5", "Halloween".
  func dayNamed(at index: Int) -> Moment? {
    let hasArticle = lexemes.hash(index) == words.particles.the
    let next = hasArticle ? index + 1 : index
    if let base = date(at: next), base.kind == .date, isDay(base.expression) { return base }
    guard hasArticle, lexemes.isFigure(next), let (day, end) = ordinalDay(at: next), isWithoutNoun(end) else {
      return nil
    }
    return Moment(
      start: next, end: end, expression: .calendar(year: nil, month: nil, day: day, weekday: nil), kind: .date)
  }
}
