import DocumentModel

/// Months, with their day and year or alone: what tells them from names and verbs.
extension QuantityReader {
  /// A month with its day and year, if any.
  func monthDate(at index: Int) -> Moment? {
    guard lexemes.isWord(index), let row = words.months.row(lexemes.hash(index)) else { return nil }
    var next = index + 1
    if let quarter = quarterOfMonth(row.number, at: index) { return quarter }
    if row.role == .monthAbbreviation, lexemes.isMark(next, "."), lexemes.gap(next) == .none { next += 1 }
    if let (day, end) = dayNumber(next), !isClock(next),
      !(hasUnit(end) && lexemes.gap(end) != .hyphen) || lexemes.isMark(end, ",")
        || row.role == .monthAbbreviation && lexemes.isCapital(lexeme: index) && !hasMeasure(end)
          && lexemes.hash(index - 1) != words.particles.in
          && (next == index + 2 || lexemes.lastByte(index) == UInt8(ascii: "."))
        || isAfterArticle(index) || words.dates.row(lexemes.hash(end))?.role == .partOfDay
    {
      let (year, finish) = yearAfter(end)
      if year == nil, lexemes.isMark(finish, ","), let weekday = words.weekdays.row(lexemes.hash(finish + 1)),
        weekday.role != .weekdays, words.months.row(lexemes.hash(finish + 2)) == nil
      {
        return Moment(
          start: index, end: finish + 2,
          expression: .calendar(year: nil, month: row.number, day: day, weekday: weekday.number), kind: .date)
      }
      return Moment(
        start: index, end: finish, expression: .calendar(year: year, month: row.number, day: day, weekday: nil),
        kind: .date)
    }
    if let sign = afterNext(index + 1) {
      return Moment(
        start: index, end: index + 3, expression: .month(row.number, direction: sign), kind: .daterange)
    }
    if lexemes.isMark(next, ",") || lexemes.hash(next) == words.particles.of { next += 1 }
    // "May '14"
    if let (year, end) = clippedYear(at: next) {
      return Moment(
        start: index, end: end, expression: .calendar(year: year, month: row.number, day: nil, weekday: nil),
        kind: .daterange)
    }
    // "April of 87"
    let short = next
    if lexemes.hash(index + 1) == words.particles.of, lexemes.length(short) == 2, let number = lexemes.digits(short),
      number >= ShortYear.firstOf1900InProse, lexemes.gap(short) == .space, !hasUnit(short + 1),
      lexemes.kind(short + 1) != .symbol
    {
      return Moment(
        start: index, end: short + 1,
        expression: .calendar(year: ShortYear.inProse(number), month: row.number, day: nil, weekday: nil),
        kind: .daterange)
    }
    if let year = year(at: next), lexemes.gap(next) == .space || lexemes.gap(next) == .hyphen {
      return Moment(
        start: index, end: next + 1, expression: .calendar(year: year, month: row.number, day: nil, weekday: nil),
        kind: .daterange)
    }
    // "March" as all there is, as in a table.
    guard isPlainMonth(index) || index == 0 && next >= lexemes.count && lexemes.isCapital(lexeme: index) else {
      return nil
    }
    return Moment(
      start: index, end: index + 1, expression: .calendar(year: nil, month: row.number, day: nil, weekday: nil),
      kind: .daterange)
  }

  /// "the July 7 bombings" tells a day, "in July 7 bombings" counts them.
  private func isAfterArticle(_ index: Int) -> Bool {
    let p = words.particles
    // "Iowa's February 1 caucuses"
    if lexemes.isPossessive(index - 1) {
      return true
    }
    return lexemes.isWord(index - 1)
      && [p.the, p.a, p.an, p.his, p.her, p.its, p.their].contains(lexemes.hash(index - 1))
  }

  /// "May" and "March", and names like "April Smith" and "June Brown", need a word of time before them.
  private func isPlainMonth(_ index: Int) -> Bool {
    let hash = lexemes.hash(index)
    let before = lexemes.hash(index - 1)
    let p = words.particles
    // "in may", "in dec" at the end of a clause; "in the April elections"
    if before == p.in, index + 1 >= lexemes.count || lexemes.kind(index + 1) != .word,
      !lexemes.isCapital(lexeme: index)
    {
      return true
    }
    // "in the July-September quarter"
    if lexemes.isCapital(lexeme: index), isMonthRange(index) || isEndOfMonthRange(index) { return true }
    if before == p.the, [p.in, p.since, p.during, p.until].contains(lexemes.hash(index - 2)), index > 1,
      words.months.row(hash)?.role == .month, lexemes.isCapital(lexeme: index) || isMonth(index)
    {
      return !lexemes.isCapital(lexeme: index + 1) && lexemes.hash(index + 1) != p.on
    }
    if isTimedAbbreviation(index) { return true }
    guard lexemes.isCapital(lexeme: index) || lexemes.length(index) > 3 && isMonth(index) else { return false }
    if isMonthRange(index) { return true }
    let timed =
      before == p.in || before == p.since || before == p.until || before == p.by || before == p.before
      || before == p.after || before == p.during || before == p.from
      || before == p.of || before == p.to || before == DateParticle.through || before == p.between
      || (before == p.or || before == p.and) && index > 1 && words.months.row(lexemes.hash(index - 2)) != nil
      || words.dates.row(before).map { [.last, .next, .this, .early, .mid, .late].contains($0.role) } ?? false
    if timed {
      return
        !(lexemes.isCapital(lexeme: index + 1) && words.months.row(lexemes.hash(index + 1)) == nil
        && (hash == p.may || before == p.by || before == DateParticle.through || before == p.to || before == p.of
          || before == p.from))
    }
    if !lexemes.isCapital(lexeme: index) { return false }
    if isDescribing(index) { return true }
    if hash == p.may || hash == p.march { return false }
    return !lexemes.isCapital(lexeme: index + 1) && !(lexemes.isCapital(lexeme: index - 1) && !opensSentence(index - 1))
      && (lexemes.length(index) > 4 || hash == DateParticle.july)
  }

  /// "A June poll", "for June delivery", "an October CNN interview": the month describes a noun, which names do not.
  private func isDescribing(_ index: Int) -> Bool {
    let p = words.particles
    guard words.months.row(lexemes.hash(index))?.role == .month, lexemes.isWord(index - 1),
      lexemes.isWord(index + 1) && lexemes.gap(index + 1) == .space
    else { return false }
    let before = lexemes.hash(index - 1)
    // "an April Smith novel"
    if before == p.a || before == p.an {
      return !lexemes.isCapital(lexeme: index + 1) || lexemes.length(index) > 6
    }
    // "the March on Rome", "for May to resign", "the May government"
    let isDescribed =
      !lexemes.isCapital(lexeme: index + 1) && !isStop(index + 1)
    if [p.his, p.her, p.its, p.their].contains(before) { return isDescribed }
    return isDescribed && (before == p.for || before == p.the && lexemes.hash(index) != p.may)
  }

  /// "May to March", "Nov–Feb 2017": another month ends what this one begins.
  private func isMonthRange(_ index: Int) -> Bool {
    var next = index + 1
    if lexemes.isMark(next, "."), lexemes.gap(next) == .none { next += 1 }
    if lexemes.gap(next) == .hyphen || lexemes.gap(next) == .dash {
      // "the January-to-March quarter"
      if lexemes.hash(next) == words.particles.to { next += 1 }
    } else if lexemes.isWord(next) && words.dates.row(lexemes.hash(next))?.role == .to || lexemes.isFreeDash(next)
      || lexemes.hash(next) == words.particles.and && lexemes.hash(index - 1) == words.particles.between
    {
      next += 1
    } else {
      return false
    }
    return lexemes.isCapital(lexeme: next) && words.months.row(lexemes.hash(next)) != nil
  }

  /// The September of "the July-September quarter", the March of "January-to-March".
  private func isEndOfMonthRange(_ index: Int) -> Bool {
    guard lexemes.gap(index) == .hyphen || lexemes.gap(index) == .dash else { return false }
    var before = index - 1
    if lexemes.hash(before) == words.particles.to { before -= 1 }
    if lexemes.isMark(before, ".") { before -= 1 }
    return lexemes.isCapital(lexeme: before) && words.months.row(lexemes.hash(before)) != nil
  }

  /// Capitals tell "May" and "March" from the verbs; the other months may be written small.
  func isMonth(_ index: Int) -> Bool {
    lexemes.isCapital(lexeme: index)
      || lexemes.hash(index) != words.particles.may && lexemes.hash(index) != words.particles.march
  }

  /// The June of "June and July 2024", the 30 November of "30 November and 1 December 2026": the year is said once.
  func sharedYear(_ moment: Moment) -> Moment? {
    let p = words.particles
    guard case .calendar(nil, let month?, let day, let weekday) = moment.expression, nesting.depth < 5 else {
      return nil
    }
    nesting.depth += 1
    defer { nesting.depth -= 1 }
    var next = lexemes.isMark(moment.end, ",") ? moment.end + 1 : moment.end
    let isJoint = lexemes.isWord(next) && [p.and, p.or].contains(lexemes.hash(next))
    if isJoint { next += 1 }
    guard next > moment.end, let plain = day == nil ? monthDate(at: next) : date(at: next) else { return nil }
    // "June, July and August 2024"
    var later = plain
    if case .calendar(nil, _?, _, _) = plain.expression, let shared = sharedYear(plain) { later = shared }
    guard case .calendar(let year?, let last?, let other, _) = later.expression, (day == nil) == (other == nil) else {
      return nil
    }
    if !isJoint, case .calendar(_?, _, _, _) = plain.expression { return nil }
    var dated = moment
    dated.expression = .calendar(year: last < month ? year - 1 : year, month: month, day: day, weekday: weekday)
    return dated
  }
}
