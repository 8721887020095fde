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
