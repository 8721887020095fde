import DocumentModel

extension QuantityReader {
  /// Whether a unit word may be read where it stands.
  func accepts(_ row: UnitWord, _ index: Int, _ end: Int) -> Bool {
    switch row.form {
    // "in 2016 Stone said"
    case .word: return !(row.unit.name == "stone" && lexemes.isCapital(lexeme: index))
    case .symbol:
      return lexemes.isFigure(index - 1) || words.numbers.row(lexemes.hash(index - 1)) != nil
        || numerals.vulgarFraction(index - 1) != nil
    case .letter:
      guard lexemes.isFigure(index - 1) || numerals.vulgarFraction(index - 1) != nil else { return false }
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
    guard let (row, next) = words.units.longest(lexemes, at), power > 1 || accepts(row, at, next) else { return nil }
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
    if let (name, finish) = rate(at: end) {
      unit = MeasureUnit(
        name: unit.name + " per " + name, dimension: unit.dimension + " rate", factor: nil, system: unit.system)
      end = finish
    }
    return (unit, end)
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
    if let (row, end) = words.units.longest(lexemes, at), row.unit.name != "percent" {
      if isArticle, row.form != .word || !isRateUnit(row.unit) { return nil }
      // "$1.17 billion a year earlier" and "a year ago" tell when.
      if isArticle,
        words.dates.row(lexemes.hash(end)).map({ $0.role == .ago || $0.role == .early || $0.role == .late }) ?? false
      {
        return nil
      }
      if row.form == .letter, !lexemes.isMark(index, "/") { return nil }
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
      } else if unit.name == "foot", let (inches, finish) = inches(at: end), let part = inches / Rational(12),
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
    return quantity(figure, to: last, kind: .measure, unit: unit)
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

  /// "11 inches" after feet, or "two" of "six-foot-two".
  private func inches(at index: Int) -> (Rational, Int)? {
    var at = index
    if lexemes.isMark(at, ",") || lexemes.hash(at) == words.particles.and { at += 1 }
    guard let numeral = numerals.numeral(at: at), !numeral.isOrdinal, numeral.value < Rational(12) else { return nil }
    if let (row, end) = words.units.longest(lexemes, numeral.end), row.unit.name == "inch", row.form != .letter {
      return (numeral.value, end)
    }
    return lexemes.gap(index) == .hyphen ? (numeral.value, numeral.end) : nil
  }
}
