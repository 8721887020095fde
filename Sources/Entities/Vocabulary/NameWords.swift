import Lexicons

/// What a word can do in or beside a name; the classes of `name-words.tsv`.
struct NameWord: OptionSet, Sendable {
  let rawValue: UInt32

  static let honorific = NameWord(rawValue: 1 << 0)
  static let man = NameWord(rawValue: 1 << 1)
  static let woman = NameWord(rawValue: 1 << 2)
  static let organizationTail = NameWord(rawValue: 1 << 3)
  static let placeTail = NameWord(rawValue: 1 << 4)
  static let eventTail = NameWord(rawValue: 1 << 5)
  static let lawTail = NameWord(rawValue: 1 << 6)
  static let workTail = NameWord(rawValue: 1 << 7)
  static let corporateSuffix = NameWord(rawValue: 1 << 8)
  static let organizationHead = NameWord(rawValue: 1 << 9)
  static let placeHead = NameWord(rawValue: 1 << 10)
  static let eventHead = NameWord(rawValue: 1 << 11)
  static let lawHead = NameWord(rawValue: 1 << 12)
  static let placeBefore = NameWord(rawValue: 1 << 13)
  static let eventBefore = NameWord(rawValue: 1 << 14)
  static let particle = NameWord(rawValue: 1 << 15)
  static let calendar = NameWord(rawValue: 1 << 16)
  static let stop = NameWord(rawValue: 1 << 17)
  static let placePreposition = NameWord(rawValue: 1 << 18)
  static let saying = NameWord(rawValue: 1 << 19)
  static let placeNoun = NameWord(rawValue: 1 << 20)
  static let organizationNoun = NameWord(rawValue: 1 << 21)
  static let pronoun = NameWord(rawValue: 1 << 22)
  static let plural = NameWord(rawValue: 1 << 23)

  static let feature = NameWord(rawValue: 1 << 24)
  /// In capitals a common noun: "ICU".
  static let acronym = NameWord(rawValue: 1 << 25)

  static let anyTail: NameWord = [.organizationTail, .placeTail, .eventTail, .lawTail, .workTail, .corporateSuffix]
  static let anyHead: NameWord = [.organizationHead, .placeHead, .eventHead, .lawHead]

  /// The class of a word in the table's notation.
  init(named name: Substring) {
    self =
      switch name {
      case "honorific": .honorific
      case "honorific-man": [.honorific, .man]
      case "honorific-woman": [.honorific, .woman]
      case "organization-tail": .organizationTail
      case "place-after": .placeTail
      case "event-tail": .eventTail
      case "law-tail": .lawTail
      case "work-tail": .workTail
      case "corporate-suffix": .corporateSuffix
      case "organization-head": .organizationHead
      case "place-head": .placeHead
      case "event-head": .eventHead
      case "law-head": .lawHead
      case "place-before": .placeBefore
      case "feature": .feature
      case "acronym": .acronym
      case "event-before": .eventBefore
      case "particle": .particle
      case "calendar": .calendar
      case "stop": .stop
      case "place-preposition": .placePreposition
      case "saying": .saying
      case "place-noun": .placeNoun
      case "organization-noun": .organizationNoun
      case "pronoun-man": [.pronoun, .man]
      case "pronoun-woman": [.pronoun, .woman]
      case "pronoun-plural": [.pronoun, .plural]
      default: []
      }
  }

  init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// The classes of each word, read from the table once.
struct NameWords: Sendable {
  private let lexicon: Lexicon
  private let classes: [NameWord]

  init(_ language: Language) {
    lexicon = language.lexicon("name-words")
    classes = (0..<lexicon.rowCount).map { [lexicon] row in
      lexicon.text(row, 0).split(separator: " ").reduce(into: NameWord()) { $0.formUnion(NameWord(named: $1)) }
    }
  }

  /// Classes of the word with this `CaseFolding` hash; none if it is not in the table.
  @inline(__always)
  subscript(hash: UInt64) -> NameWord {
    guard let row = lexicon.row(hash), row < classes.count else { return [] }
    return classes[row]
  }
}
