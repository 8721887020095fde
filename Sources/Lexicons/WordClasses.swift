/// What a word of a closed class does in a phrase; the classes of `attribution-words.tsv`.
package struct WordClass: OptionSet, Sendable {
  package let rawValue: UInt32

  package static let be = WordClass(rawValue: 1 << 0)
  package static let auxiliary = WordClass(rawValue: 1 << 1)
  package static let modal = WordClass(rawValue: 1 << 2)
  package static let negation = WordClass(rawValue: 1 << 3)
  package static let adverb = WordClass(rawValue: 1 << 4)
  /// May be the subject of a verb by itself: "he", "who", "that".
  package static let subject = WordClass(rawValue: 1 << 5)
  package static let pronoun = WordClass(rawValue: 1 << 6)
  package static let personPronoun = WordClass(rawValue: 1 << 7)
  package static let object = WordClass(rawValue: 1 << 8)
  package static let possessive = WordClass(rawValue: 1 << 9)
  package static let determiner = WordClass(rawValue: 1 << 10)
  package static let article = WordClass(rawValue: 1 << 11)
  package static let preposition = WordClass(rawValue: 1 << 12)
  /// A preposition that may join two nouns into one phrase: "a spokesman for the port".
  package static let attaching = WordClass(rawValue: 1 << 13)
  package static let conjunction = WordClass(rawValue: 1 << 14)
  package static let subordinator = WordClass(rawValue: 1 << 15)
  package static let wh = WordClass(rawValue: 1 << 16)
  package static let relative = WordClass(rawValue: 1 << 17)
  package static let time = WordClass(rawValue: 1 << 18)
  package static let weekday = WordClass(rawValue: 1 << 19)
  package static let calendar = WordClass(rawValue: 1 << 20)
  package static let addressee = WordClass(rawValue: 1 << 21)
  package static let verb = WordClass(rawValue: 1 << 22)
  package static let stopNoun = WordClass(rawValue: 1 << 23)

  /// Words that may stand between a subject and its verb.
  package static let verbGroup: WordClass = [.auxiliary, .negation, .adverb]

  /// The class of that name in the table; none if there is no such name.
  package init(named name: Substring) {
    self =
      switch name {
      case "be": .be
      case "auxiliary": .auxiliary
      case "modal": .modal
      case "negation": .negation
      case "adverb": .adverb
      case "subject": .subject
      case "pronoun": .pronoun
      case "person-pronoun": .personPronoun
      case "object": .object
      case "possessive": .possessive
      case "determiner": .determiner
      case "article": .article
      case "preposition": .preposition
      case "attaching": .attaching
      case "conjunction": .conjunction
      case "subordinator": .subordinator
      case "wh": .wh
      case "relative": .relative
      case "time": .time
      case "weekday": .weekday
      case "calendar": .calendar
      case "addressee": .addressee
      case "verb": .verb
      case "stop-noun": .stopNoun
      default: []
      }
  }

  package init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// The closed-class words of a language, each with its classes.
package struct WordClasses: Sendable {
  private let lexicon: Lexicon
  /// Parallel to the table's rows.
  private let classes: [WordClass]

  package init(_ language: Language) {
    let lexicon = language.lexicon("attribution-words")
    self.lexicon = lexicon
    classes = (0..<lexicon.rowCount).map { row in
      lexicon.text(row, 0).split(separator: " ").reduce(into: WordClass()) { $0.formUnion(WordClass(named: $1)) }
    }
  }

  /// Whether a word is of a closed class.
  package func contains(_ hash: UInt64) -> Bool { lexicon.row(hash) != nil }

  /// The classes of a word; none for the words of the open classes.
  package subscript(hash: UInt64) -> WordClass {
    guard let row = lexicon.row(hash), classes.indices.contains(row) else { return [] }
    return classes[row]
  }
}
