import English
import Lexicons
import Testing
import TextCore

@testable import Quantities

@Suite struct ContextWordsTests {
  private let lexicon = English.language.lexicon("quantity-contexts")

  @Test func everyClassOfTheCodeHasItsRowAndNoOther() {
    let told = (0..<lexicon.rowCount).map { lexicon.text($0, 0) }
    #expect(told.sorted() == ContextWords.Class.allCases.map(\.rawValue).sorted())
  }

  /// Words beside all classes they are in.
  @Test(arguments: [
    ("marathon", ["kilometreRaces", "timedRaces"]), ("Heat", ["warming", "weather"]), ("c.", ["circaDotted"]),
    ("B.C.", ["beforeChrist"]), ("U.S.", ["america"]),
    ("by", ["bareHourOpeners", "beforeLast", "extents", "hourOpeners"]),
    ("gazette", []),
  ])
  func aWordIsInAllItsClasses(word: String, expected: [String]) {
    let contexts = ContextWords(lexicon)
    let classes = ContextWords.Class.allCases.filter { contexts.isIn($0, CaseFolding.hash(word)) }
    #expect(classes.map(\.rawValue).sorted() == expected)
  }
}
