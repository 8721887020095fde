package import DocumentModel
import Entities
package import Lexicons

/// What is known of a name beyond the draft: for hovers and for the rules.
package struct KnownFact: Hashable, Sendable {
  /// The canonical form: "Benjamin Netanyahu" for "Netanyahu"; empty where it is the one looked up.
  package let name: String
  package let kind: EntityKind
  /// A line of description; may be empty.
  package let description: String
  /// When the description held, as its source says it: a year or a date; may be empty.
  package let asOf: String
  /// Whether `asOf` is a bare date ("2026-02"), not words of its own ("since 2022", "2010 to 2013").
  package var isDated: Bool { asOf.allSatisfy { $0.isNumber || $0 == "-" } }
  /// ISO 3166-1 alpha-2; may be empty.
  package let country: String
}

/// The facts of the names table, by the row that mentions and entities carry.
package struct KnownFacts: Sendable {
  private let facts: NameFacts
  private let tables: FactTables

  package init(_ language: Language) {
    facts = NameFacts(language)
    tables = FactTables(language)
  }

  /// Nil if nothing is known.
  package subscript(row: Int?) -> KnownFact? {
    guard let fact = row.flatMap(facts.fact) else { return nil }
    return KnownFact(
      name: fact.name, kind: fact.kind, description: fact.description, asOf: fact.asOf, country: fact.country)
  }

  /// What may be told of a draft's entities.
  package func told(in draft: DraftLayers) -> ToldFacts { ToldFacts(facts: self, draft: DraftFacts(tables, draft)) }
}

/// What the names table knows of a draft's entities, as far as the draft bears it out.
package struct ToldFacts {
  let facts: KnownFacts
  let draft: DraftFacts

  /// Nil if nothing is known of an entity, or nothing that fits the draft.
  ///
  /// - Returns: the fact; a namesake is somebody of the name who may be another; of another time is an office that the draft does
  ///   not tell, but another.
  package func fact(of entity: Int) -> (fact: KnownFact, isNamesake: Bool, isOfAnotherTime: Bool)? {
    guard let told = draft.told(of: entity), let fact = facts[told.row] else { return nil }
    return (fact, told.isNamesake, told.isOfAnotherTime)
  }
}
