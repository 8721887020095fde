import DocumentModel

extension QuantityReader {
  /// Whether a unit word may be read where it stands.
  func accepts(_ row: UnitWord, _ index: Int, _ end: Int) -> Bool {
    // "dinner at 7 w/ Anna"
    if lexemes.isMark(end, "/"), lexemes.gap(end) == .none, lexemes.gap(end + 1) == .space, end == index + 1,
      lexemes.byte(index) | 0x20 == 0x77
    {
      return false
    }
    switch row.form {
    // "in 2016 Stone said"
    case .word:
      return !(lexemes.isCapital(lexeme: index) && (row.unit.name == "stone" || row.unit.name == "knot"))
    // "2.1 pm" is no time, but "2.10 pm" is.
    case .symbol where row.unit.name == "picometre": return isDecimal(index - 1)
    case .symbol:
      return lexemes.isFigure(index - 1) || words.numbers.row(lexemes.hash(index - 1)) != nil
        || numerals.vulgarFraction(index - 1) != nil
    case .letter:
      guard lexemes.isFigure(index - 1) || numerals.vulgarFraction(index - 1) != nil else { return false }
      // "2 1/2 in thick"
      if lexemes.gap(index) == .space, lexemes.hash(index) == words.particles.ins, lexemes.length(index) == 2 {
        return words.extents.contains(lexemes.hash(end)) && lexemes.hash(end) != words.particles.ins
      }
      // "10 \" long"
      if lexemes.kind(index) == .quote, lexemes.gap(index) == .space, lexemes.gap(end) == .space {
        return words.extents.contains(lexemes.hash(end))
      }
      // "in her 20s", "the under 18s"
      if row.unit.name == "second", lexemes.gap(index) == .none, lexemes.length(index - 1) == 2,
        words.decadeOpenings.contains(lexemes.hash(index - 2))
      {
        return false
      }
      // "2018s best" has lost its apostrophe.
      if row.unit.name == "second", lexemes.gap(index) == .none, lexemes.length(index - 1) >= 4,
        lexemes.digits(index - 1) != nil
      {
        return false
      }
      // "a 5G network"
      if row.unit.name == "gram", lexemes.isCapital(lexeme: index) { return false }
      if lexemes.gap(index) == .none {
        return lexemes.isWord(index) || lexemes.kind(index) == .quote && lexemes.gap(end) == .space
      }
      // "5 m" stands alone; "5 in 10" does not.
      return lexemes.gap(index) == .space && lexemes.length(index) == 1 && lexemes.isWord(index)
        && !(lexemes.isCapital(lexeme: index) && row.unit.dimension == "length")
    }
  }

  /// A unit after a figure, squares, cubes and rates composed.
  func unit(at index: Int) -> (unit: MeasureUnit, end: Int)? {
    var at = index
    let p = words.particles
    if let feet = footSign(at) { return feet }
    // "a 1500b packet", "16 billion b"
    if lexemes.byte(at) == 0x62, !lexemes.isWord(at + 1) || lexemes.gap(at + 1) == .space, at > 0,
      lexemes.digits(at - 1).map({ $0 >= 1000 }) ?? (words.numbers.row(lexemes.hash(at - 1))?.role == .scale),
      let row = words.units.row(words.bits)
    {
      return (row.unit, at + 1)
    }
    // "1.3 A/cm2"
    if lexemes.byte(at) == 0x41, lexemes.isMark(at + 1, "/"), lexemes.gap(at + 1) == .none,
      let (name, finish) = rate(at: at + 1)
    {
      return (MeasureUnit(name: "ampere per " + name, dimension: "current rate", factor: nil), finish)
    }
    let opener = lexemes.hash(at)
    var power = 1
    if lexemes.isWord(at) {
      if opener == p.square || opener == p.sq || opener == p.sqDot {
        power = 2; at += 1
      } else if opener == p.cubic || opener == p.cu {
        power = 3; at += 1
      }
      if power > 1, opener == p.sq, lexemes.isMark(at, ".") { at += 1 }
    }
    // "cubic feet per second" are no cubed speed.
    let single = power > 1 ? words.units.row(lexemes.hash(at)).map { (row: $0, end: at + 1) } : nil
    guard let (row, next) = single ?? words.unit(lexemes, at), power > 1 || accepts(row, at, next) else { return nil }
    if power > 1, row.unit.dimension != "length" { return nil }
    var end = next
    if power == 1, row.unit.dimension == "length", lexemes.gap(end) == .none {
      let digit = lexemes.isMark(end, "^") ? end + 1 : end
      if let raised = superscript(digit) {
        power = raised
        end = digit + 1
      }
    }
    // "4 km squared"
    if power == 1, row.unit.dimension == "length", lexemes.hash(end) == p.squared || lexemes.hash(end) == p.cubed,
      lexemes.isWord(end)
    {
      power = lexemes.hash(end) == p.squared ? 2 : 3
      end += 1
    }
    var unit = power == 1 ? row.unit : raised(row.unit, power)
    if power == 1, row.form != .word, let (inverse, finish) = inverse(row.unit, end) { return (inverse, finish) }
    if let (name, finish) = rate(at: end) {
      unit = MeasureUnit(
        name: unit.name + " per " + name, dimension: unit.dimension + " rate", factor: nil, system: unit.system)
      end = finish
    }
    return (unit, end)
  }

  /// "30'", "5′": feet, unless the mark closes a quotation.
  private func footSign(_ index: Int) -> (unit: MeasureUnit, end: Int)? {
    // "1'000'000"
    if lexemes.gap(index + 1) == .none, lexemes.isFigure(index + 1), lexemes.length(index + 1) > 2 { return nil }
    guard lexemes.gap(index) == .none, lexemes.isFigure(index - 1),
      !lexemes.isWord(index + 1) || lexemes.gap(index + 1) == .space
    else { return nil }
    let isPrime =
      lexemes.length(index) == 3 && lexemes.firstByte(index) == 0xE2 && lexemes.lastByte(index) == 0xB2
      && lexemes.bytes[lexemes.starts[index] + 1] == 0x80
    guard isPrime || lexemes.kind(index) == .quote && lexemes.byte(index) == 0x27 && !isQuoting(index),
      let (row, _) = foot
    else { return nil }
    return (row.unit, index + 1)
  }

  private var foot: (row: UnitWord, end: Int)? { words.units.row(words.particles.ft).map { ($0, 0) } }

  /// Whether a single quotation mark was opened in the sixty lexemes before.
  private func isQuoting(_ index: Int) -> Bool {
    var at = index - 1
    while at >= 0, at > index - 60 {
      if lexemes.kind(at) == .quote, lexemes.length(at) == 1 || lexemes.length(at) == 3,
        lexemes.gap(at) == .space || at == 0
      {
        return lexemes.byte(at) != 0x22
      }
      at -= 1
    }
    return false
  }

  /// "s-1", "m s-1": units whose powers are below nought.
  private func inverse(_ unit: MeasureUnit, _ end: Int) -> (unit: MeasureUnit, end: Int)? {
    func isMinusOne(_ index: Int) -> Bool {
      lexemes.gap(index) == .hyphen && lexemes.digits(index) == 1 && lexemes.gap(index + 1) != .none
    }
    if isMinusOne(end) {
      return (MeasureUnit(name: "inverse " + unit.name, dimension: "inverse " + unit.dimension, factor: nil), end + 1)
    }
    guard lexemes.gap(end) == .space, lexemes.length(end) <= 2, isMinusOne(end + 1),
      let (below, next) = words.unit(lexemes, end), next == end + 1, below.form != .word
    else { return nil }
    return (
      MeasureUnit(name: unit.name + " per " + below.unit.name, dimension: unit.dimension + " rate", factor: nil),
      end + 2
    )
  }

  /// ² or ³, or a 2 or 3 glued to a symbol.
  private func superscript(_ index: Int) -> Int? {
    if let digit = lexemes.digits(index), digit == 2 || digit == 3 { return digit }
    guard lexemes.length(index) == 2, lexemes.firstByte(index) == 0xC2 else { return nil }
    return lexemes.lastByte(index) == 0xB2 ? 2 : lexemes.lastByte(index) == 0xB3 ? 3 : nil
  }

  private func raised(_ unit: MeasureUnit, _ power: Int) -> MeasureUnit {
    let factor = unit.factor.flatMap { one in (one * one).flatMap { power == 3 ? $0 * one : $0 } }
    return MeasureUnit(
      name: (power == 2 ? "square " : "cubic ") + unit.name, dimension: power == 2 ? "area" : "volume", factor: factor,
      system: unit.system)
  }

  /// "per barrel", "an hour", "a share", "/kg": the name of what the rate is per.
  func rate(at index: Int) -> (name: String, end: Int)? {
    let p = words.particles
    let hash = lexemes.hash(index)
    var at = index
    var isArticle = false
    if lexemes.gap(index) == .hyphen, hash != p.per {
      // "12-cent-a-share"
      guard hash == p.a || hash == p.an, lexemes.gap(index + 1) == .hyphen else { return nil }
    }
    if hash == p.per, lexemes.isWord(index) {
      at += 1
    } else if lexemes.isMark(index, "/"), lexemes.gap(index) == .none {
      at += 1
    } else if hash == p.a || hash == p.an || hash == p.each || hash == p.every, lexemes.isWord(index) {
      at += 1; isArticle = true
    } else {
      return nil
    }
    if lexemes.hash(at) == p.dozen { return ("dozen", at + 1) }
    if let (row, end) = words.unit(lexemes, at), row.unit.name != "percent" {
      if isArticle, row.form != .word || !isRateUnit(row.unit) { return nil }
      // "$1.17 billion a year earlier" and "a year ago" tell when.
      if isArticle,
        words.dates.row(lexemes.hash(end)).map({ $0.role == .ago || $0.role == .early || $0.role == .late }) ?? false
          || lexemes.hash(end) == p.after || lexemes.hash(end) == p.before || lexemes.hash(end) == p.later
          || lexemes.hash(end) == p.earlier
      {
        return nil
      }
      if row.form == .letter, !lexemes.isMark(index, "/") { return nil }
      // "A/cm2", "kg/m³"
      if row.unit.dimension == "length", lexemes.gap(end) == .none, let power = superscript(end) {
        return (raised(row.unit, power).name, end + 1)
      }
      return (row.unit.name, end)
    }
    if [p.square, p.cubic, p.sq, p.cu].contains(lexemes.hash(at)), let (unit, end) = unit(at: at) {
      return (unit.name, end)
    }
    guard lexemes.isWord(at), lexemes.length(at) > 2 else { return nil }
    if isArticle, !isShare(at) { return nil }
    guard words.countWords.row(lexemes.hash(at))?.role != .stop else { return nil }
    return (text(at), at + 1)
  }

  /// Whether a figure has decimals other than two, so that it is no time of day.
  private func isDecimal(_ index: Int) -> Bool {
    guard lexemes.isFigure(index), let step = numerals.decimal(index)?.step else { return false }
    return step < Rational(1) && Rational(1, over: 100).map { step != $0 } ?? false
  }

  /// The period in "of jet fuel a year", "of crude oil per day", past at most three words.
  private func rateOfStuff(after index: Int) -> String? {
    guard lexemes.hash(index) == words.particles.of, lexemes.isWord(index) else { return nil }
    var at = index + 1
    while at < index + 5, lexemes.isWord(at), lexemes.gap(at) == .space || lexemes.gap(at) == .hyphen {
      if at > index + 1, let (name, _) = rate(at: at) { return QuantityReader.periods.contains(name) ? name : nil }
      if words.countWords.row(lexemes.hash(at))?.role == .stop { return nil }
      at += 1
    }
    return nil
  }

  private func isRateUnit(_ unit: MeasureUnit) -> Bool {
    switch unit.dimension {
    case "duration", "calendar": return true
    case "volume", "mass", "length", "area": return true
    default: return false
    }
  }

  private static let shareWords: Set<String> = [
    "share", "head", "piece", "person", "unit", "ticket", "seat", "bottle", "night",
  ]
  private func isShare(_ index: Int) -> Bool { QuantityReader.shareWords.contains(text(index)) }

  /// The folded text of one lexeme.
  func text(_ index: Int) -> String {
    guard index >= 0, index < lexemes.count else { return "" }
    var folded: [UInt8] = []
    lexemes.bytes.withUnsafeBufferPointer { bytes in
      foldInto(&folded, bytes, lexemes.starts[index]..<lexemes.ends[index])
    }
    return String(decoding: folded, as: UTF8.self)
  }

  /// Anything with a unit of the tables: "70 km", "2.4-liter", "800 square feet", "5 feet 11 inches".
  func measure(_ figure: Figure) -> Reading? {
    guard !figure.low.isVague, let (unit, end) = unit(at: figure.end), unit.dimension != "temperature" else {
      return nil
    }
    var figure = figure
    var last = end
    if !figure.isRange {
      let start = secondStart(end, from: figure.start)
      if start > 0, let second = numerals.numeral(at: start), !second.isOrdinal, figure.low.value < second.value,
        let (again, finish) = self.unit(at: second.end), again == unit
      {
        figure.high = second
        last = finish
      } else if unit.name == "foot", let (inches, finish) = inches(at: end, isSign: end == figure.end + 1),
        let part = inches / Rational(12),
        let sum = figure.low.value + part
      {
        figure.low.value = sum
        last = finish
      } else {
        var smallest = unit
        while let (value, smaller, finish) = smallerPart(after: last, than: smallest), let size = smaller.factor,
          let whole = unit.factor, let share = size / whole, let part = value * share,
          let sum = figure.low.value + part
        {
          figure.low.value = sum
          smallest = smaller
          last = finish
        }
      }
    }
    // "2.4 billion gallons of jet fuel a year"
    var whole = unit
    if last == end, let period = rateOfStuff(after: end) {
      whole = MeasureUnit(
        name: unit.name + " per " + period, dimension: unit.dimension + " rate", factor: nil, system: unit.system)
    }
    let isTime = unit.dimension == "calendar" || unit.dimension == "duration"
    return quantity(figure, to: last, kind: isTime ? .duration : .measure, unit: whole)
  }

  /// "2 pounds 3 ounces", "2 km and 500 metres": a part in a smaller unit of one system that does not make up a larger one.
  private func smallerPart(after index: Int, than unit: MeasureUnit) -> (Rational, MeasureUnit, Int)? {
    guard unit.dimension == "length" || unit.dimension == "mass", let larger = unit.factor else { return nil }
    var at = index
    if lexemes.isMark(at, ",") { at += 1 }
    if lexemes.hash(at) == words.particles.and { at += 1 }
    guard lexemes.gap(at) == .space, let numeral = numerals.numeral(at: at), !numeral.isOrdinal, !numeral.isVague,
      numeral.value > Rational(0), let (smaller, end) = self.unit(at: numeral.end),
      smaller.dimension == unit.dimension, smaller.system == unit.system, let factor = smaller.factor, factor < larger,
      let size = numeral.value * factor, size < larger || unit.name == "yard" && size < Rational(10)
    else { return nil }
    return (numeral.value, smaller, end)
  }

  /// "11 inches" after feet, or "two" of "six-foot-two". `isSign`: feet written "ft" or "'", so that "in" and a mark are inches.
  private func inches(at index: Int, isSign: Bool) -> (Rational, Int)? {
    var at = index
    if lexemes.isMark(at, ",") || lexemes.hash(at) == words.particles.and { at += 1 }
    guard let numeral = numerals.numeral(at: at), !numeral.isOrdinal, numeral.value < Rational(12) else { return nil }
    if let (row, end) = words.unit(lexemes, numeral.end), row.unit.name == "inch",
      row.form != .letter
        || isSign && !lexemes.isFigure(end)
          && (lexemes.kind(index - 1) == .quote || lexemes.hash(index - 1) == words.particles.ft)
    {
      return (numeral.value, end)
    }
    // "5'11" tall
    if isSign, lexemes.kind(index - 1) == .quote, lexemes.isFigure(index), lexemes.gap(index) == .none {
      return (numeral.value, numeral.end)
    }
    // "six foot two", "6 ft 2"
    if lexemes.gap(index) == .space, at == index,
      lexemes.hash(index - 1) == words.particles.foot || lexemes.hash(index - 1) == words.particles.ft,
      !lexemes.isWord(numeral.end) || lexemes.hash(numeral.end) == words.tall, lexemes.kind(numeral.end) != .symbol,
      numeral.value.isWhole
    {
      return (numeral.value, numeral.end)
    }
    return lexemes.gap(index) == .hyphen ? (numeral.value, numeral.end) : nil
  }
}
