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

  /// Whether letters are a currency's code or a month's name, which a figure may be glued to. `isLarge`: whether the figure
  /// has three digits, a separator or a scale; some letters are money only before such.
  func opensFigure(_ hash: UInt64, isLarge: Bool) -> Bool {
    switch currencies.row(hash)?.form {
    case .code, .prefix, .shyCode: return true
    case .largePrefix: return isLarge
    default: return months.row(hash) != nil
    }
  }

  /// Whether a hyphen between spaces, or a dash, joins two words to one number: "fifty - two", "one - fourth", "twenty—fifth";
  /// or a number to its unit: "a 30 - year bond".
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
      lexemes.lastByte(index) == 0x62,
      lexemes.gap(index) == .space && lexemes.firstByte(index) != 0x67 || lexemes.isCapital(lexeme: index)
    {
      return (found.row.inBits, found.end)
    }
    return found
  }

  /// A lexicon with its rows decoded.
  struct Table<Row: Sendable>: Sendable {
    let lexicon: Lexicon
    /// Most words are in no table, and looking for them in vain takes longest.
    private let filter: PhraseFilter
    private let rows: [Row]

    init(_ lexicon: Lexicon, _ decode: (Lexicon, Int) -> Row) {
      self.lexicon = lexicon
      filter = PhraseFilter([lexicon])
      rows = (0..<lexicon.rowCount).map { decode(lexicon, $0) }
    }

    /// The row of one lexeme.
    func row(_ hash: UInt64) -> Row? {
      guard filter.mayBegin(hash), let row = lexicon.row(hash), row < rows.count else { return nil }
      return rows[row]
    }

    /// The longest phrase at a lexeme and its best row.
    func longest(_ lexemes: Lexemes, _ index: Int) -> (row: Row, end: Int)? {
      guard index >= 0, index < lexemes.count, filter.mayBegin(lexemes.hash(index)),
        let match = lexicon.longestMatch(lexemes.hashes, at: index), let row = match.rows.first,
        row < rows.count
      else { return nil }
      return (rows[row], index + match.count)
    }
  }
}

struct NumberWord: Sendable {
  enum Role: String, Sendable {
    case one, ten, hundred, hundreds, scale, scales, dozen, dozens, score, gross, ordinal, parts, half, quarter,
      article,
      and, point, minus
    case scaleAbbreviation = "scale abbreviation"
    case scaleLetter = "scale letter"
    case ordinalTen = "ordinal ten"
    case ordinalScale = "ordinal scale"
  }
  let role: Role
  let value: Rational

  init(_ lexicon: Lexicon, _ row: Int) {
    role = Role(rawValue: lexicon.text(row, 0)) ?? .and
    var scale: Int64 = 1
    for _ in 0..<max(0, min(18, lexicon.integer(row, 2))) { scale *= 10 }
    value = Rational(Int128(lexicon.integer(row, 1)) * Int128(scale), over: 1) ?? Rational(0)
  }
}

struct CurrencyWord: Sendable {
  enum Form: String, Sendable {
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

/// A word of the calendar: its role and number, as its table documents them.
struct CalendarWord: Sendable {
  let role: CalendarRole
  let number: Int

  init(_ lexicon: Lexicon, _ row: Int) {
    role = CalendarRole(rawValue: lexicon.text(row, 0)) ?? .none
    number = lexicon.integer(row, 1)
  }
}

enum CalendarRole: String, Sendable {
  case none, month, weekday, weekdays, day, tonight, last, next, this, unit, season, ago, clock, oclock, early, mid,
    late,
    of, at, to, half, every, set, times, alternate
  /// "end of", "beginning of".
  case boundary
  /// "few", "couple": the count they are read as.
  case vague
  case within, closest, zone
  /// "nineties": the first year, without its century.
  case decade
  /// "mornings".
  case partsOfDay = "parts of day"
  /// "Q1", "H2".
  case partMark = "part mark"
  case dayEdge = "edge of day"
  case monthEdge = "edge of month"
  case yearEdge = "edge of year"
  /// "year to date".
  case toDate = "to date"
  case monthAbbreviation = "month abbreviation"
  case weekdayAbbreviation = "weekday abbreviation"
  case lastNight = "last night"
  case thisPart = "this part"
  case partOfDay = "part of day"
  case fromNow = "from now"
  case halfDay = "half day"
}

struct ModifierWord: Sendable {
  enum Place: String, Sendable {
    case before, after, date, trend
    case afterDate = "after date"
  }
  let modifier: QuantityModifier?
  let place: Place

  init(_ lexicon: Lexicon, _ row: Int) {
    modifier = QuantityModifier(rawValue: lexicon.text(row, 0))
    place = Place(rawValue: lexicon.text(row, 1)) ?? .before
  }
}

/// A word beside a bare number: a plural without "s", a word that ends the search for the counted noun, or one that
/// makes the number a label ("Route 66"), a plural that is counted in millions, or goods that have no plural.
struct CountWord: Sendable {
  enum Role: String, Sendable { case plural, stop, label, multitude, mass }
  let role: Role
  /// Singular of a plural.
  let singular: String

  init(_ lexicon: Lexicon, _ row: Int) {
    role = Role(rawValue: lexicon.text(row, 0)) ?? .stop
    singular = lexicon.text(row, 1)
  }
}

/// A noun for one person, whose age may follow between commas ("the victim, 22, was"), or for many, whose age may be bounded
/// ("women over 40").
enum PersonNoun: String, Sendable { case one, many }
