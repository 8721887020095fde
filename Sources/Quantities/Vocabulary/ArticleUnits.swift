import Lexicons

/// Units of which an article may count one: "a mile", "a litre of milk".
struct ArticleUnits: Sendable {
  enum Place: String, Sendable, CaseIterable {
    case anywhere
    /// Units that are also other things: "a pound of flour", but not "the pound fell".
    case beforeOf = "before of"
  }
  private let places: [String: Place]

  init(_ lexicon: Lexicon) {
    places = Dictionary(
      (0..<lexicon.rowCount).compactMap { row in
        Place(rawValue: lexicon.text(row, 1)).map { (lexicon.text(row, 0), $0) }
      },
      uniquingKeysWith: { first, _ in first })
  }

  /// Where an article may count a unit; nil for units that none does.
  func place(of unit: String) -> Place? { places[unit] }
}
