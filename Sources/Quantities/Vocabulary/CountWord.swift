import Lexicons

/// A word beside a bare number: a plural without "s", a word that ends the search for the counted noun, or one that
/// makes the number a label ("Route 66"), a plural that is counted in millions, or goods that have no plural.
struct CountWord: Sendable {
  enum Role: String, Sendable, CaseIterable { case plural, stop, label, multitude, mass }
  let role: Role
  /// Singular of a plural.
  let singular: String

  init(_ lexicon: Lexicon, _ row: Int) {
    role = Role(rawValue: lexicon.text(row, 0)) ?? .stop
    singular = lexicon.text(row, 1)
  }
}

extension QuantityReader {
  /// A word that ends the search for a counted noun: "of", "was", "and".
  func isStop(_ index: Int) -> Bool {
    lexemes.isWord(index) && words.countWords.row(lexemes.hash(index))?.role == .stop
  }

  /// Whether no noun can stand there: a mark, or a word that ends the search for one.
  func isWithoutNoun(_ index: Int) -> Bool { !lexemes.isWord(index) || isStop(index) }

  /// Whether no noun stands there that what is before would only describe ("year-end bonuses"); a date may.
  func isWithoutNounOrDate(_ index: Int) -> Bool {
    isWithoutNoun(index) || words.dates.row(lexemes.hash(index)) != nil
  }
}
