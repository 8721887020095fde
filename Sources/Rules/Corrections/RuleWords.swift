import Lexicons

/// Function words by what rules ask of them; see `rule-words.tsv`.
struct RuleWords: Sendable {
  private let table: Lexicon
  private let classes: [Class]

  enum Class: String, Sendable {
    case that, about, definite, and, be, deliberate, crowd, population, halfDay, hourly
    case born, died, ofPerson, naming, spelling, regard
    case negation, refusal, forced, possible, label, say, report, think, feel, advise, part, perfect
    case doubt, kindOfName, capitalOffice, kin
    case own = "self"
  }

  init(_ language: Language) {
    let table = language.lexicon("rule-words")
    self.table = table
    classes = (0..<table.rowCount).map { Class(rawValue: table.text($0, 0)) ?? .be }
  }

  /// The class of a token's hash; nil for any other word.
  subscript(hash: UInt64) -> Class? {
    guard let row = table.row(hash), row < classes.count else { return nil }
    return classes[row]
  }
}
