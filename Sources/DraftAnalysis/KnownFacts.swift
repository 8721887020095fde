package import DocumentModel
import Entities
package import Lexicons

/// What is known of a name beyond the draft: for hovers and for the rules.
package struct KnownFact: Hashable, Sendable {
  /// The canonical form: "Benjamin Netanyahu" for "Netanyahu".
  package let name: String
  package let kind: EntityKind
  /// A line of description; may be empty.
  package let description: String
  /// When the description held, as its source says it: a year or a date; may be empty.
  package let asOf: String
  /// ISO 3166-1 alpha-2; may be empty.
  package let country: String
}

/// The facts of the names table, by the row that mentions and entities carry.
package struct KnownFacts: Sendable {
  private let facts: NameFacts

  package init(_ language: Language) { facts = NameFacts(language) }

  /// Nil if nothing is known.
  package subscript(row: Int?) -> KnownFact? {
    guard let fact = row.flatMap(facts.fact) else { return nil }
    return KnownFact(
      name: fact.name, kind: fact.kind, description: fact.description, asOf: fact.asOf, country: fact.country)
  }
}
