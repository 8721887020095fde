import Lexicons
import TextCore

/// Words that tell how the mentions of one entity hang together; the classes are told in the head of their table, `chain-words`.
struct ChainWords: Sendable {
  enum Class: String, Sendable {
    case courtesy, forename, generation, rank, legal, holding, company, ship, clause, reference, preposition, beside
    case having, other, head, trade, man, woman
    case seat, compound, age, known, telling, standing, nobleman, noblewoman, royal, living, flowing

    /// Goes with a first name: "Sir Elton".
    var isOfForename: Bool { self == .forename || self == .royal }
    /// Goes with a place and makes a person of it: "the Duke of Ombrell".
    var isNoble: Bool { self == .nobleman || self == .noblewoman || self == .royal }
  }

  private let lexicon: Lexicon
  private let classes: [Class?]
  /// The hash of the whole word that each row is short for; 0 if it is none.
  private let wholes: [UInt64]

  init(_ language: Language) {
    lexicon = language.lexicon("chain-words")
    classes = (0..<lexicon.rowCount).map { [lexicon] in Class(rawValue: lexicon.text($0, 0)) }
    wholes = (0..<lexicon.rowCount).map { [lexicon] in
      let whole = lexicon.text($0, 1)
      return whole.isEmpty ? 0 : CaseFolding.hash(whole)
    }
  }

  /// Nil for most words.
  subscript(hash: UInt64) -> Class? {
    guard let row = lexicon.row(hash), row < classes.count else { return nil }
    return classes[row]
  }

  /// "Gov." is "governor"; other words are themselves.
  func whole(_ hash: UInt64) -> UInt64 {
    guard let row = lexicon.row(hash), row < wholes.count, wholes[row] != 0 else { return hash }
    return wholes[row]
  }
}
