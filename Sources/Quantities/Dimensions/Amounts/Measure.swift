import DocumentModel

/// Amounts with a unit of the tables: "70 km", "800 square feet", "5 feet 11 inches".
extension QuantityReader {
  /// Whether a unit word may be read where it stands.
  func accepts(_ row: UnitWord, _ index: Int, _ end: Int) -> Bool {
    // "dinner at 7 w/ Anna"
    if lexemes.isMark(end, "/"), lexemes.gap(end) == .none, lexemes.gap(end + 1) == .space, end == index + 1,
      lexemes.byte(index).inLowerCase == UInt8(ascii: "w")
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
      return isAfterFigure(index) || words.numbers.row(lexemes.hash(index - 1)) != nil
        || numerals.vulgarFraction(index - 1) != nil
    case .letter: return acceptsLetter(row.unit, index, end)
    }
  }

  /// Whether a letter or a mark that may be a unit is one: "5 m", "10 \" long", "2 1/2 in thick", but not "5G" or
  /// "737s".
  private func acceptsLetter(_ unit: MeasureUnit, _ index: Int, _ end: Int) -> Bool {
    guard isAfterFigure(index) || numerals.vulgarFraction(index - 1) != nil else { return false }
    // "2 1/2 in thick"
    if lexemes.gap(index) == .space, lexemes.hash(index) == words.particles.in, lexemes.length(index) == 2 {
      let next = lexemes.isMark(end, ".") && lexemes.gap(end) == .none ? end + 1 : end
      return isIn(.extents, end) && lexemes.hash(end) != words.particles.in
        || lexemes.hash(next) == words.particles.of && isIn(.fallen, next + 1)
    }
    // timestamp="1449075600"
    if lexemes.kind(index) == .quote, lexemes.length(index - 1) > 5 || isInQuotation(index) { return false }
    // "10 \" long"
    if lexemes.kind(index) == .quote, lexemes.gap(index) == .space, lexemes.gap(end) == .space {
      return isIn(.extents, end)
    }
    // "24 F-35s", "two K-pop bands"
    if lexemes.isCapital(lexeme: index), lexemes.gap(index) == .space, lexemes.gap(end) == .hyphen { return false }
    if unit.name == "second", isPluralOfFigure(index, end) { return false }
    if unit.name == "roentgen", !lexemes.isCapital(lexeme: index) || !isIrradiated(index) { return false }
    // "a 5G network"
    if unit.name == "gram", lexemes.isCapital(lexeme: index) { return false }
    if lexemes.gap(index) == .none {
      return lexemes.isWord(index) || lexemes.kind(index) == .quote && lexemes.gap(end) == .space
    }
    // "5 m" stands alone; "5 in 10" does not.
    return lexemes.gap(index) == .space && lexemes.length(index) == 1 && lexemes.isWord(index)
      && !(lexemes.isCapital(lexeme: index) && unit.dimension == "length")
  }

  /// Whether a figure stands before, with an exponent perhaps: "3e8 m/s".
  private func isAfterFigure(_ index: Int) -> Bool {
    if lexemes.isFigure(index - 1) { return true }
    guard lexemes.isWord(index - 1), lexemes.gap(index - 1) == .none, lexemes.isFigure(index - 2),
      lexemes.firstByte(index - 1).inLowerCase == UInt8(ascii: "e"), lexemes.length(index - 1) > 1
    else { return false }
    return lexemes.bytes[(lexemes.starts[index - 1] + 1)..<lexemes.ends[index - 1]].allSatisfy { $0.isDigit }
  }

  /// Whether the "s" after a figure is no second but a plural, or a possessive that lost its apostrophe.
  private func isPluralOfFigure(_ index: Int, _ end: Int) -> Bool {
    let figure = index - 1
    // "2-by-4s" are planks.
    if lexemes.gap(figure) == .hyphen, lexemes.hash(index - 2) == words.particles.by { return true }
    guard lexemes.gap(index) == .none else { return false }
    // "14 737s" are jets.
    if lexemes.gap(figure) == .space,
      lexemes.isFigure(index - 2) || words.numbers.row(lexemes.hash(index - 2))?.role == .one
    {
      return true
    }
    // "in her 20s", "the under 18s"
    if lexemes.length(figure) == 2, isIn(.decadeOpenings, index - 2) { return true }
    // "2018s best" has lost its apostrophe.
    if lexemes.length(figure) >= 4, lexemes.digits(figure) != nil { return true }
    // "100s of emails"
    return lexemes.hash(end) == words.particles.of
  }

  /// A unit after a figure, squares, cubes and rates composed.
  func unit(at index: Int) -> (unit: MeasureUnit, end: Int)? {
    var at = index
    let p = words.particles
    if let feet = footSign(at) { return feet }
    // "a 1500b packet", "16 billion b"
    if lexemes.byte(at) == UInt8(ascii: "b"), !lexemes.isWord(at + 1) || lexemes.gap(at + 1) == .space, at > 0,
      lexemes.digits(at - 1).map({ $0 >= 1000 }) ?? (words.numbers.row(lexemes.hash(at - 1))?.role == .scale),
      let row = words.units.row(words.bits)
    {
      return (row.unit, at + 1)
    }
    // "a central pressure of 940 mb": the air weighs about a thousand millibars.
    if lexemes.length(at) == 2, lexemes.firstByte(at) == UInt8(ascii: "m"), lexemes.lastByte(at) == UInt8(ascii: "b"),
      let pressure = lexemes.digits(at - 1), (860...1090).contains(pressure), isWithoutNoun(at + 1),
      let row = words.units.row(AmountParticle.millibar)
    {
      return (row.unit, at + 1)
    }
    // "1.3 A/cm2"
    if lexemes.byte(at) == UInt8(ascii: "A"), lexemes.isMark(at + 1, "/"), lexemes.gap(at + 1) == .none,
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
    guard isPrime || lexemes.kind(index) == .quote && lexemes.byte(index) == UInt8(ascii: "'") && !isQuoting(index),
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
        return lexemes.byte(at) != UInt8(ascii: "\"")
      }
      at -= 1
    }
    return false
  }

  /// Whether a double quotation mark closes what another opened in the sixty lexemes before: "Catch 22".
  private func isInQuotation(_ index: Int) -> Bool {
    var at = index - 1
    while at >= 0, at > index - 60 {
      if lexemes.byte(at) == UInt8(ascii: "\"") {
        return lexemes.gap(at + 1) == .none && (at == 0 || lexemes.gap(at) == .space || !lexemes.isFigure(at - 1))
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
  func superscript(_ index: Int) -> Int? {
    if let digit = lexemes.digits(index), digit == 2 || digit == 3 { return digit }
    guard lexemes.length(index) == 2, lexemes.firstByte(index) == 0xC2 else { return nil }
    return lexemes.lastByte(index) == 0xB2 ? 2 : lexemes.lastByte(index) == 0xB3 ? 3 : nil
  }

  func raised(_ unit: MeasureUnit, _ power: Int) -> MeasureUnit {
    let factor = unit.factor.flatMap { one in (one * one).flatMap { power == 3 ? $0 * one : $0 } }
    return MeasureUnit(
      name: (power == 2 ? "square " : "cubic ") + unit.name, dimension: power == 2 ? "area" : "volume", factor: factor,
      system: unit.system)
  }

  /// Whether a figure has decimals other than two, so that it is no time of day.
  private func isDecimal(_ index: Int) -> Bool {
    guard lexemes.isFigure(index), let step = numerals.decimal(index)?.step else { return false }
    return step < Rational(1) && Rational(1, over: 100).map { step != $0 } ?? false
  }

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
    // "120/80 mmHg": a pressure of the blood is no fraction.
    if figure.low.isFraction, !figure.low.isInWords, unit.name == "millimetre of mercury" {
      return Reading(start: figure.start, end: end, quantity: nil)
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
      } else if unit.name == "stone", figure.low.value.isWhole, let (pounds, finish) = poundsOfStone(at: end),
        let part = pounds / Rational(14), let sum = figure.low.value + part
      {
        figure.low.value = sum
        last = finish
      } else {
        var smallest = unit
        // "8.2 metres, 3cm short of the record": what has decimals takes no smaller part.
        let takesParts = figure.low.value.isWhole
        while takesParts, let (value, smaller, finish) = smallerPart(after: last, than: smallest),
          let size = smaller.factor,
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

  /// The dot of "5 ft. 11 in." and "8 lbs. 4 oz.", a figure after it.
  private func isAbbreviationDot(_ index: Int) -> Bool {
    lexemes.isMark(index, ".") && lexemes.gap(index) == .none && lexemes.isFigure(index + 1)
      && lexemes.gap(index + 1) == .space && lexemes.isWord(index - 1) && lexemes.length(index - 1) <= 3
  }

  /// The bare pounds of "11 stone 3", at the end of a clause.
  private func poundsOfStone(at index: Int) -> (Rational, Int)? {
    guard lexemes.gap(index) == .space, let numeral = numerals.numeral(at: index), !numeral.isOrdinal, !numeral.isVague,
      numeral.value.isWhole, numeral.value > Rational(0), numeral.value < Rational(14),
      numeral.end >= lexemes.count || lexemes.kind(numeral.end) == .mark && lexemes.gap(numeral.end) == .none,
      !lexemes.isMark(numeral.end, ":"), !lexemes.isMark(numeral.end, "/")
    else { return nil }
    return (numeral.value, numeral.end)
  }

  /// "2 pounds 3 ounces", "2 km and 500 metres": a part in a smaller unit of one system that does not make up a larger
  /// one.
  private func smallerPart(after index: Int, than unit: MeasureUnit) -> (Rational, MeasureUnit, Int)? {
    guard unit.dimension == "length" || unit.dimension == "mass", let larger = unit.factor else { return nil }
    var at = index
    if lexemes.isMark(at, ",") || isAbbreviationDot(at) { at += 1 }
    if lexemes.hash(at) == words.particles.and { at += 1 }
    guard lexemes.gap(at) == .space, let numeral = numerals.numeral(at: at), !numeral.isOrdinal, !numeral.isVague,
      numeral.value > Rational(0), let (smaller, end) = self.unit(at: numeral.end),
      smaller.dimension == unit.dimension, smaller.system == unit.system, let factor = smaller.factor, factor < larger,
      let size = numeral.value * factor, size < larger || unit.name == "yard" && size < Rational(10)
    else { return nil }
    return (numeral.value, smaller, end)
  }

  /// "11 inches" after feet, or "two" of "six-foot-two". `isSign`: feet written "ft" or "'", so that "in" and a mark
  /// are inches.
  private func inches(at index: Int, isSign: Bool) -> (Rational, Int)? {
    var at = index
    if lexemes.isMark(at, ",") || lexemes.hash(at) == words.particles.and || isAbbreviationDot(at) { at += 1 }
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
