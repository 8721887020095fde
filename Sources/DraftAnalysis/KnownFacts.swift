package import DocumentModel
package import Entities
package import Lexicons

/// The facts of the names table, by the row that mentions and entities carry.
package struct KnownFacts: Sendable {
  private let facts: NameFacts
  private let tables: FactTables

  package init(_ language: Language) {
    facts = NameFacts(language)
    tables = FactTables(language)
  }

  /// Nil if nothing is known.
  package subscript(row: Int?) -> NameFact? { row.flatMap(facts.fact) }

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
  package func fact(of entity: Int) -> (fact: NameFact, isNamesake: Bool, isOfAnotherTime: Bool)? {
    guard let told = draft.told(of: entity), let fact = facts[told.row] else { return nil }
    return (fact, told.isNamesake, told.isOfAnotherTime)
  }
}
