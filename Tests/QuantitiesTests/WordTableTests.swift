import DocumentModel
import English
import Testing

@testable import Quantities

/// A class that a table tells and the code does not know would silently be read as another; one that the code asks for
/// and no table tells would never be found.
@Suite struct WordTableTests {
  /// Tables, a column of theirs, and the classes that the code knows there.
  static let columns: [(table: String, column: Int, known: Set<String>)] = [
    ("number-words", 0, names(NumberWord.Role.self)), ("currency-words", 2, names(CurrencyWord.Form.self)),
    ("quantity-modifiers", 0, names(QuantityModifier.self)), ("quantity-modifiers", 1, names(ModifierWord.Place.self)),
    ("count-words", 0, names(CountWord.Role.self)), ("person-nouns", 0, names(PersonNoun.self)),
    ("unit-words", 5, names(UnitWord.Form.self)), ("unit-words", 4, ["metric", "customary", "neutral"]),
    ("time-names", 0, names(TimeName.Written.self)), ("dollar-words", 1, names(DollarWord.Form.self)),
    ("article-units", 1, names(ArticleUnits.Place.self)),
  ]

  @Test(arguments: columns)
  func aTableTellsTheClassesOfTheCode(table: String, column: Int, known: Set<String>) {
    #expect(told(table, column) == known)
  }

  @Test func theCalendarsTablesTellItsRoles() {
    let roles = ["date-words", "months", "weekdays"].map { told($0, 0) }
    #expect(roles.reduce(into: Set()) { $0.formUnion($1) } == names(CalendarRole.self).subtracting(["none"]))
  }

  /// The symbols told apart by their capitals are of the classes of the other units.
  @Test func exactSymbolsAreUnits() {
    #expect(told("unit-cases", 5).isSubset(of: names(UnitWord.Form.self)))
    #expect(told("unit-cases", 4).isSubset(of: ["metric", "customary", "neutral"]))
  }

  private func told(_ table: String, _ column: Int) -> Set<String> {
    let lexicon = English.language.lexicon(table)
    return Set((0..<lexicon.rowCount).map { lexicon.text($0, column) })
  }
}

private func names<Class: RawRepresentable & CaseIterable>(_ of: Class.Type) -> Set<String>
where Class.RawValue == String { Set(Class.allCases.map(\.rawValue)) }
