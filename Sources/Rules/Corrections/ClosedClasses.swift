import DocumentModel
import Lexicons

/// What a word of a closed class does in a phrase, as far as rules ask; see `attribution-words.tsv`.
struct ClosedClass: OptionSet, Sendable {
  let rawValue: UInt32

  static let be = ClosedClass(rawValue: 1 << 0)
  static let auxiliary = ClosedClass(rawValue: 1 << 1)
  static let modal = ClosedClass(rawValue: 1 << 2)
  static let subject = ClosedClass(rawValue: 1 << 3)
  static let personPronoun = ClosedClass(rawValue: 1 << 4)
  static let object = ClosedClass(rawValue: 1 << 5)
  static let possessive = ClosedClass(rawValue: 1 << 6)
  static let determiner = ClosedClass(rawValue: 1 << 7)
  static let article = ClosedClass(rawValue: 1 << 8)
  static let preposition = ClosedClass(rawValue: 1 << 9)
  static let subordinator = ClosedClass(rawValue: 1 << 10)
  static let wh = ClosedClass(rawValue: 1 << 11)
  static let relative = ClosedClass(rawValue: 1 << 12)
  static let time = ClosedClass(rawValue: 1 << 13)
  static let weekday = ClosedClass(rawValue: 1 << 14)
  static let verb = ClosedClass(rawValue: 1 << 15)
  static let conjunction = ClosedClass(rawValue: 1 << 16)
  static let adverb = ClosedClass(rawValue: 1 << 17)
  static let negation = ClosedClass(rawValue: 1 << 18)

  /// The class of that name in the table; none if rules do not ask for it.
  fileprivate static func named(_ name: Substring) -> ClosedClass {
    switch name {
    case "be": .be
    case "auxiliary": .auxiliary
    case "modal": .modal
    case "subject": .subject
    case "person-pronoun": .personPronoun
    case "object": .object
    case "possessive": .possessive
    case "determiner": .determiner
    case "article": .article
    case "preposition": .preposition
    case "subordinator": .subordinator
    case "wh": .wh
    case "relative": .relative
    case "time": .time
    case "weekday": .weekday
    case "verb": .verb
    case "conjunction": .conjunction
    case "adverb": .adverb
    case "negation": .negation
    default: []
    }
  }
}

/// Words of closed classes, "he", "the", "would", "took", each with its classes: read once, when a rule is made.
struct ClosedClasses: Sendable {
  private let table: Lexicon
  /// Parallel to the table's rows.
  private let classes: [ClosedClass]

  init(_ language: Language) {
    let table = language.lexicon("attribution-words")
    self.table = table
    classes = (0..<table.rowCount).map { row in
      table.text(row, 0).split(separator: " ").reduce(into: ClosedClass()) { $0.formUnion(.named($1)) }
    }
  }

  /// The classes of a word; nil for the words of the open classes.
  subscript(hash: UInt64) -> ClosedClass? {
    guard let row = table.row(hash), classes.indices.contains(row) else { return nil }
    return classes[row]
  }

  /// The classes of a token; none past the paragraph's ends.
  subscript(token: Int, paragraph: AnalyzedParagraph) -> ClosedClass {
    paragraph.hash(token).flatMap { self[$0] } ?? []
  }

  /// Whether a token is of one of some classes.
  func has(_ any: ClosedClass, _ token: Int, _ paragraph: AnalyzedParagraph) -> Bool {
    !self[token, paragraph].isDisjoint(with: any)
  }
}
