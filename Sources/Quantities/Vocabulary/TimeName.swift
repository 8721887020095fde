import Lexicons

/// A name or set phrase that holds a time and tells none: "Sheffield Wednesday", "a split second".
struct TimeName: Sendable {
  enum Written: String, Sendable, CaseIterable {
    /// The last word has a capital.
    case capital
    case any
  }
  let written: Written

  init(_ lexicon: Lexicon, _ row: Int) { written = Written(rawValue: lexicon.text(row, 0)) ?? .capital }
}
