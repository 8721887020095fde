import DocumentModel
import Lexicons

/// A phrase that bounds or blurs a quantity, and where it stands beside it.
struct ModifierWord: Sendable {
  enum Place: String, Sendable, CaseIterable {
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
