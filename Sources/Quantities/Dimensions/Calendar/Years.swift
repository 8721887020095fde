import DocumentModel
import TextCore

/// Years and decades: what tells them from other figures of four digits.
extension QuantityReader {
  /// The last year of "2014-15".
  func shortYear(_ index: Int, _ year: Int) -> Int? {
    // "2015/16"
    if lexemes.isMark(index + 1, "/"), lexemes.gap(index + 1) == .none, lexemes.gap(index + 2) == .none,
      let number = lexemes.digits(index + 2), !lexemes.isMark(index + 3, "/"),
      lexemes.length(index + 2) == 2 && number == (year + 1) % 100 && number > 12 || number == year + 1
    {
      return year + 1
    }
    guard lexemes.gap(index + 1) == .hyphen || lexemes.gap(index + 1) == .dash, lexemes.length(index + 1) == 2,
      let number = lexemes.digits(index + 1),
      number == (year % 100) + 1 || lexemes.gap(index + 1) == .dash && number > year % 100
        || number > year % 100 && number > 12 && year / 100 * 100 + number <= 2030, lexemes.gap(index + 2) != .hyphen
    else { return nil }
    return year / 100 * 100 + number
  }

  /// Whether four digits are meant as a year: nothing is counted or measured by them, and they are in the range of years.
  func isYear(_ index: Int) -> Bool {
    guard let number = lexemes.digits(index) else { return false }
    if lexemes.kind(index - 1) == .symbol, lexemes.gap(index) == .none { return false }
    let before = lexemes.hash(index - 1)
    let p = words.particles
    let timed =
      before == p.in || before == p.since || before == p.until || before == p.by || before == p.during
      || before == p.before || before == p.after || before == p.from
      || before == p.mid || before == p.year && lexemes.hash(index - 2) == p.the || isAfterCirca(index)
      || lexemes.gap(index) == .hyphen && (before == DateParticle.pre || before == DateParticle.post)
      || words.dates.row(before).map { [.early, .mid, .late].contains($0.role) } ?? false
    if words.countWords.row(before)?.role == .label { return false }
    if lexemes.kind(index + 1) == .symbol, !lexemes.isMark(index + 1, "+"), !lexemes.isMark(index + 1, "~") {
      return false
    }
    // "1920x1080 pixels"
    if lexemes.gap(index + 1) == .none, lexemes.isWord(index + 1),
      lexemes.firstByte(index + 1).inLowerCase == UInt8(ascii: "x")
    {
      return false
    }
    if hasMeasure(index + 1) { return false }
    if lexemes.hash(index - 1) == p.between || lexemes.hash(index - 1) == p.to {
      return (1500...2100).contains(number) && !(noun(after: index + 1) != nil)
    }
    if timed { return (1000...2199).contains(number) && !(words.numbers.row(lexemes.hash(index + 1))?.role == .scale) }
    if isToldYear(index, number) { return true }
    guard (1800...2099).contains(number) else { return false }
    if words.numbers.row(lexemes.hash(index + 1)).map({ $0.role == .scale || $0.role == .dozen }) ?? false {
      return false
    }
    // "the 2014 elections" is a year, "1,850 people" has its comma, "1850 people" counts.
    if let counted = noun(after: index + 1), before != p.the, !counted.isEmpty {
      if lexemes.isCapital(lexeme: index + 1) { return true }
      // "Euro 2028 qualifiers": a name before it, and no comma in it.
      let isOfName =
        lexemes.isWord(index - 1) && lexemes.isCapital(lexeme: index - 1) && lexemes.gap(index) == .space
        && !opensSentence(index - 1) && lexemes.hash(index + 1) != words.people
      return (1900...2099).contains(number) && number % 100 != 0
        && (words.contexts.isIn(.yearly, CaseFolding.hash(counted)) || isOfName)
    }
    return true
  }

  /// "1990s"; "'90s" begins at its apostrophe.
  func decade(at index: Int) -> Moment? {
    // "1980s", and "1980's" as some write it.
    let ending =
      lexemes.kind(index + 1) == .quote && lexemes.hash(index + 2) == words.particles.s
        && lexemes.gap(index + 2) == .none
      ? index + 2 : index + 1
    guard let number = lexemes.digits(index), lexemes.gap(index + 1) == .none, lexemes.isWord(ending),
      lexemes.hash(ending) == words.particles.s, number % 10 == 0
    else { return nil }
    // "2010's budget" is one year's.
    if ending > index + 1, lexemes.isWord(ending + 1), !isStop(ending + 1) {
      return nil
    }
    // "1000s of people" is no century.
    if number == 1000, lexemes.hash(ending + 1) == words.particles.of { return nil }
    if lexemes.length(index) == 4, (1000...2190).contains(number) {
      return Moment(
        start: index, end: ending + 1,
        expression: .years(from: number, count: number % 100 == 0 && number < 2000 ? 100 : 10), kind: .daterange)
    }
    let before = lexemes.hash(index - 1)
    // "the 70s and 80s"
    var isSecond = false
    if lexemes.hash(index - 2) == words.particles.s,
      before == words.particles.and || before == words.particles.or || before == words.particles.to
        || lexemes.isMark(index - 1, ","),
      case .temporal(.years)? = quantities.last?.value, free == index - 1
    {
      isSecond = true
    }
    // "since the late 60s"
    let isPart =
      words.dates.row(before).map { $0.role == .early || $0.role == .late } ?? false
      && lexemes.hash(index - 2) == words.particles.the
    guard lexemes.length(index) == 2,
      isSecond || before == words.particles.the || lexemes.kind(index - 1) == .quote || lexemes.gap(index) == .hyphen
        || isPart || words.dates.row(before)?.role == .mid,
      lexemes.kind(index - 1) == .quote || !isOfDegrees(index)
    else { return nil }
    return Moment(start: index, end: ending + 1, expression: .years(from: 1900 + number, count: 10), kind: .daterange)
  }

  /// "'90s", from the apostrophe.
  func shortDecade(at index: Int) -> Reading? {
    guard lexemes.kind(index) == .quote, lexemes.gap(index + 1) == .none else { return nil }
    guard let moment = decade(at: index + 1) else { return clippedYearAlone(at: index) }
    return reading(Moment(start: index, end: moment.end, expression: moment.expression, kind: moment.kind))
  }

  /// "the nineties", "the late eighties"; ages ("in her eighties") are none.
  func wordedDecade(_ number: Int, _ index: Int, _ end: Int) -> Moment? {
    let p = words.particles
    let before = lexemes.hash(index - 1)
    let isPart = words.dates.row(before).map { [.early, .mid, .late].contains($0.role) } ?? false
    guard index > 0, before == p.the || isPart && lexemes.hash(index - 2) == p.the || before == p.in,
      isWithoutNoun(end)
    else { return nil }
    return Moment(start: index, end: end, expression: .years(from: 1900 + number, count: 10), kind: .daterange)
  }

  /// "year 2012", "calendar year 2008", "FY 2008": where the word before a year begins that says so.
  func yearWord(before index: Int) -> Int? {
    for start in [index - 2, index - 1] where start >= free {
      if lexemes.isWord(start), let (row, end) = words.dates.longest(lexemes, start), row.role == .unit,
        row.unit == .year, end == index, !lexemes.isPluralForm(end - 1)
      {
        return start
      }
    }
    return nil
  }

  /// "'68", "'14": a year without its century.
  func clippedYear(at index: Int) -> (Int, Int)? {
    guard lexemes.kind(index) == .quote, lexemes.gap(index) == .space, lexemes.length(index + 1) == 2,
      lexemes.gap(index + 1) == .none, let number = lexemes.digits(index + 1),
      lexemes.gap(index + 2) != .none || lexemes.kind(index + 2) == .mark
    else { return nil }
    return (ShortYear.inProse(number), index + 2)
  }

  /// "In '08", "the class of '99", "the '08 crash": no quotation begins there.
  private func clippedYearAlone(at index: Int) -> Reading? {
    let p = words.particles
    // "in '16 and '20"
    var isSecond = false
    if free == index - 1, [p.and, p.or].contains(lexemes.hash(free)),
      case .temporal(.calendar(_?, nil, nil, nil))? = quantities.last?.value
    {
      isSecond = true
    }
    guard let (year, end) = clippedYear(at: index), lexemes.isWord(index - 1),
      isSecond || [p.in, p.since, p.of, p.the, p.until, p.by, p.before, p.after].contains(lexemes.hash(index - 1)),
      !(end..<end + 8).contains(where: { lexemes.kind($0) == .quote && lexemes.gap($0) == .none }),
      lexemes.kind(end) != .symbol, lexemes.gap(end) != .hyphen
    else { return nil }
    return reading(
      Moment(
        start: index, end: end, expression: .year(year), kind: .daterange)
    )
  }

  /// "AD 79", "79 AD", "14 A.D.", in capitals.
  func yearOfEra(at index: Int) -> Moment? {
    let p = words.particles
    func isEra(_ at: Int) -> Bool {
      let hash = lexemes.hash(at)
      return lexemes.isWord(at) && lexemes.gap(at) == .space && (hash == p.ad || hash == p.adDots || hash == p.ce)
        && (lexemes.isCapital(lexeme: at) && lexemes.bytes[lexemes.starts[at] + 1] < UInt8(ascii: "a")
          || hash == p.adDots)
    }
    let isDotted = lexemes.hash(index) == p.adDots
    let isBefore = lexemes.isWord(index) && (isDotted || lexemes.hash(index) == p.ad) && (isEra(index) || index == 0)
    let figure = isBefore ? index + 1 : index
    guard lexemes.gap(figure) == .space || figure == 0, let year = lexemes.digits(figure), (1...2200).contains(year),
      isBefore
        ? isDotted || lexemes.bytes[lexemes.starts[index]..<lexemes.ends[index]].elementsEqual("AD".utf8)
        : isEra(index + 1)
    else { return nil }
    return Moment(
      start: index, end: index + 2, expression: .year(year),
      kind: .daterange)
  }
}
