import DocumentModel
import Lexicons

/// A name, symbol or code of money, and where it stands beside the figure.
struct CurrencyWord: Sendable {
  enum Form: String, Sendable, CaseIterable {
    case word, coin, code, prefix, symbol, letter, pound
    case shyCode = "shy code"
    case largePrefix = "large prefix"
  }
  let unit: MeasureUnit
  /// How many of the word make one of the currency.
  let parts: Rational
  let form: Form

  var isCode: Bool { form == .code || form == .shyCode }
  var isBeforeFigure: Bool { isCode || form == .prefix || form == .largePrefix }

  init(_ lexicon: Lexicon, _ row: Int) {
    unit = MeasureUnit(name: lexicon.text(row, 0), dimension: "money", factor: nil)
    parts = Rational(Int64(max(1, lexicon.integer(row, 1))))
    form = Form(rawValue: lexicon.text(row, 2)) ?? .word
  }
}
