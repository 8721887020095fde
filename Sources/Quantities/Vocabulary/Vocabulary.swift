import DocumentModel
import Lexicons
import TextCore

/// The word tables that numerals, units and dates are read by, each row decoded once.
final class Vocabulary: Sendable {
  let numbers: Table<NumberWord>
  let units: Table<UnitWord>
  let currencies: Table<CurrencyWord>
  let months: Table<CalendarWord>
  let weekdays: Table<CalendarWord>
  let dates: Table<CalendarWord>
  let modifiers: Table<ModifierWord>
  let countWords: Table<CountWord>
  let persons: Table<PersonNoun>
  let timeNames: Table<TimeName>
  let dollars: Table<DollarWord>
  let articleUnits: ArticleUnits
  /// Phrases of comparison as they stand in a draft, a space on either side.
  let comparisons: [[UInt8]]
  let contexts: ContextWords
  /// Symbols that only their capitals tell apart, by `SymbolKey` of the bytes as written.
  private let exactUnits: [UInt64: UnitWord]
  /// The rule of each named day.
  let holidays: Table<String>
  let particles = Particles()
  let people = CaseFolding.hash("people")
  let grand = CaseFolding.hash("grand")
  let dollar = CaseFolding.hash("dollar")
  let tall = CaseFolding.hash("tall")
  let degree = CaseFolding.hash("degree")
  let absolute = CaseFolding.hash("absolute")
  let bits = CaseFolding.hash("bits")
  let krone = CaseFolding.hash("kr")
  /// Lets every word through that may begin an amount or a date.
  private let openings: PhraseFilter

  init(_ language: Language) {
    numbers = Table(language.lexicon("number-words")) { NumberWord($0, $1) }
    units = Table(language.lexicon("unit-words")) { UnitWord($0, $1) }
    currencies = Table(language.lexicon("currency-words")) { CurrencyWord($0, $1) }
    months = Table(language.lexicon("months")) { CalendarWord($0, $1) }
    weekdays = Table(language.lexicon("weekdays")) { CalendarWord($0, $1) }
    dates = Table(language.lexicon("date-words")) { CalendarWord($0, $1) }
    modifiers = Table(language.lexicon("quantity-modifiers")) { ModifierWord($0, $1) }
    holidays = Table(language.lexicon("holidays")) { $0.text($1, 0) }
    countWords = Table(language.lexicon("count-words")) { CountWord($0, $1) }
    persons = Table(language.lexicon("person-nouns")) { PersonNoun(rawValue: $0.text($1, 0)) ?? .one }
    timeNames = Table(language.lexicon("time-names")) { TimeName($0, $1) }
    dollars = Table(language.lexicon("dollar-words")) { DollarWord($0, $1) }
    articleUnits = ArticleUnits(language.lexicon("article-units"))
    let phrases = language.lexicon("comparison-phrases")
    comparisons = (0..<phrases.rowCount).map { Array(" \(phrases.text($0, 0)) ".utf8) }
    contexts = ContextWords(language.lexicon("quantity-contexts"))
    exactUnits = UnitWord.exact(language.lexicon("unit-cases"))
    var openings = PhraseFilter([
      numbers.lexicon, currencies.lexicon, months.lexicon, weekdays.lexicon, dates.lexicon, holidays.lexicon,
    ])
    for word in particles.openings { openings.insert(word) }
    self.openings = openings
  }

  /// False: the word begins no quantity. Most words of a text go no further.
  func mayOpenQuantity(_ hash: UInt64) -> Bool { openings.mayBegin(hash) }

  /// Whether letters are a currency's code or a month's name, which a figure may be glued to. `isLarge`: whether the
  /// figure has three digits, a separator or a scale; some letters are money only before such.
  func opensFigure(_ hash: UInt64, isLarge: Bool) -> Bool {
    switch currencies.row(hash)?.form {
    case .code, .prefix, .shyCode: return true
    case .largePrefix: return isLarge
    default: return months.row(hash) != nil
    }
  }

  /// Whether a hyphen between spaces, or a dash, joins two words to one number: "fifty - two", "one - fourth",
  /// "twenty—fifth"; or a number to its unit: "a 30 - year bond".
  func joinsNumber(_ first: UInt64, isFigure: Bool, _ second: UInt64, isDash: Bool) -> Bool {
    let row = isFigure ? nil : numbers.row(first)
    if let row, let next = numbers.row(second) {
      switch (row.role, next.role) {
      case (.ten, .one), (.ten, .ordinal): return next.value < Rational(10)
      case (.one, .parts), (.one, .ordinal), (.ten, .parts): return !isDash && next.value >= Rational(3)
      default: return false
      }
    }
    guard !isDash, isFigure || row?.role == .one || row?.role == .ten, second != particles.second else { return false }
    return contexts.isIn(.hyphenatedUnits, second)
  }

  /// The unit at a lexeme, by its capitals where these tell it from another.
  func unit(_ lexemes: Lexemes, _ index: Int) -> (row: UnitWord, end: Int)? {
    let length = lexemes.length(index)
    if length >= 2, length <= 3, lexemes.isWord(index),
      let exact = exactUnits[SymbolKey.of(lexemes.bytes, lexemes.starts[index], lexemes.ends[index])]
    {
      return (exact, index + 1)
    }
    guard let found = units.longest(lexemes, index), !found.row.isPlural(lexemes, index, found.end) else { return nil }
    // "Mb", "kb": a small b is for bits; but "64gb" and "512 gb" are a telephone's memory.
    if length == 2, found.end == index + 1, found.row.unit.dimension == "data", found.row.form == .symbol,
      lexemes.lastByte(index) == UInt8(ascii: "b"),
      lexemes.gap(index) == .space && lexemes.firstByte(index) != UInt8(ascii: "g") || lexemes.isCapital(lexeme: index)
    {
      return (found.row.inBits, found.end)
    }
    return found
  }
}
