import DocumentModel
import Lexicons

/// A word, abbreviation or symbol of a unit.
struct UnitWord: Sendable {
  enum Form: String, Sendable, CaseIterable { case word, symbol, letter }
  let unit: MeasureUnit
  let form: Form

  init(_ lexicon: Lexicon, _ row: Int) {
    self.init(
      name: lexicon.text(row, 0), dimension: lexicon.text(row, 1), factor: (lexicon.text(row, 2), lexicon.text(row, 3)),
      system: lexicon.text(row, 4), form: Form(rawValue: lexicon.text(row, 5)) ?? .word)
  }

  private init(name: String, dimension: String, factor: (String, String), system: String, form: Form) {
    let size = Rational(Int128(Int64(factor.0) ?? 1), over: Int128(Int64(factor.1) ?? 1))
    let system: MeasureUnit.System =
      switch system {
      case "metric": .metric
      case "customary": .customary
      default: .neutral
      }
    self.init(MeasureUnit(name: name, dimension: dimension, factor: size, system: system), form)
  }

  private init(_ unit: MeasureUnit, _ form: Form) {
    self.unit = unit
    self.form = form
  }

  /// The unit of bits beside a unit of bytes: "megabit" for "megabyte".
  var inBits: UnitWord {
    guard unit.name.hasSuffix("byte") else { return self }
    return UnitWord(
      MeasureUnit(
        name: unit.name.dropLast(4) + "bit", dimension: unit.dimension,
        factor: unit.factor.flatMap { $0 / Rational(8) },
        system: unit.system), form)
  }

  /// Whether what looks like a speed is a plural of capitals: "650 MPs".
  func isPlural(_ lexemes: Lexemes, _ index: Int, _ end: Int) -> Bool {
    end == index + 1 && unit.dimension == "speed" && lexemes.length(index) == 3 && lexemes.isCapital(lexeme: index)
      && lexemes.isPluralForm(index) && lexemes.bytes[lexemes.starts[index] + 1].isCapitalLetter
  }

  /// The symbols of `unit-cases`, each under its bytes as written.
  static func exact(_ lexicon: Lexicon) -> [UInt64: UnitWord] {
    var symbols: [UInt64: UnitWord] = [:]
    for row in 0..<lexicon.rowCount {
      let bytes = Array(lexicon.text(row, 0).utf8)
      symbols[SymbolKey.of(bytes, 0, bytes.count)] = UnitWord(
        name: lexicon.text(row, 6), dimension: lexicon.text(row, 1),
        factor: (lexicon.text(row, 2), lexicon.text(row, 3)),
        system: lexicon.text(row, 4), form: Form(rawValue: lexicon.text(row, 5)) ?? .symbol)
    }
    return symbols
  }
}
