package import DocumentModel
package import Lexicons

/// What the names table knows of a name beyond the draft: for hovers and for the rules.
package struct NameFact: Hashable, Sendable {
  /// The canonical form: "Benjamin Netanyahu" for "Netanyahu"; empty where it is the one looked up.
  package let name: String
  package let kind: EntityKind
  /// A line of description; may be empty.
  package let description: String
  /// When the description held, as the source says it: a year or a date; may be empty.
  package let asOf: String
  /// Whether `asOf` is a bare date ("2026-02"), not words of its own ("since 2022", "2010 to 2013").
  package var isDated: Bool { asOf.allSatisfy { $0.isNumber || $0 == "-" } }
  /// ISO 3166-1 alpha-2; may be empty.
  package let country: String
}

/// The lexicon of names, by row.
package struct NameFacts: Sendable {
  let lexicon: Lexicon

  package init(_ language: Language) { lexicon = language.lexicon("names") }

  /// Nil if the table has no such row.
  package func fact(_ row: Int) -> NameFact? {
    guard row >= 0, row < lexicon.rowCount else { return nil }
    return NameFact(
      name: lexicon.text(row, Column.name), kind: kind(row), description: lexicon.text(row, Column.description),
      asOf: lexicon.text(row, Column.asOf), country: lexicon.text(row, Column.country))
  }

  private enum Column {
    static let kind = 0
    static let subtype = 1
    static let name = 2
    static let description = 3
    static let asOf = 4
    static let country = 5
    static let weight = 6
    static let flags = 7
  }

  func kind(_ row: Int) -> EntityKind {
    switch lexicon.integer(row, Column.kind) {
    case 0: .person
    case 1: .organization
    case 2: .place
    case 3: .group
    case 4: .product
    case 5: .event
    case 6: .work
    case 7: .law
    case 9: .language
    default: .other
    }
  }

  /// 1 best known … 9 obscure.
  func weight(_ row: Int) -> Int { lexicon.integer(row, Column.weight) }
  /// Also a common word: "Reading", "Turkey".
  func isAmbiguous(_ row: Int) -> Bool { lexicon.integer(row, Column.flags) & 1 != 0 }
  func isAcronym(_ row: Int) -> Bool { lexicon.integer(row, Column.flags) & 2 != 0 }

  /// "city", "us-state", "party", "outlet"; of people m, f or nothing.
  func subtype(_ row: Int) -> String { lexicon.text(row, Column.subtype) }
  func isCountry(_ row: Int) -> Bool { kind(row) == .place && subtype(row) == "country" }
  /// A state, province or constituent country.
  func isRegion(_ row: Int) -> Bool {
    kind(row) == .place && ["us-state", "admin1", "constituent-country"].contains(subtype(row))
  }

  /// Empty for people of lesser offices who are known by one name, that by which their row is found.
  func canonicalName(_ row: Int) -> String { lexicon.text(row, Column.name) }
  func description(_ row: Int) -> String { lexicon.text(row, Column.description) }
  func asOf(_ row: Int) -> String { lexicon.text(row, Column.asOf) }
  /// The same number for the same country; 0 for none.
  func countryKey(_ row: Int) -> Int {
    row < 0 || row >= lexicon.rowCount || lexicon.text(row, Column.country).isEmpty
      ? 0 : lexicon.integer(row, Column.country)
  }

  /// A key that rows share when they name the same thing: where their canonical name is stored. The compiler stores
  /// equal strings once. A row without a name is all of its kind.
  func canonicalKey(_ row: Int) -> Int {
    let name = lexicon.integer(row, Column.name)
    return name == 0 ? NameFacts.nameless + row : name
  }

  /// Above all offsets of strings.
  private static let nameless = 1 << 32
}
