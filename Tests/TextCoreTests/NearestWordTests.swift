import Testing
import TextCore

/// "Did you mean …?"
@Suite struct NearestWordTests {
  private static let words = ["hearsay-source", "vague-source", "quote-no-speaker", "numeral-style"]

  @Test(arguments: [
    ("hearsay-sorce", "hearsay-source"), ("haersay-source", "hearsay-source"), ("VAGUE-SOURCE", "vague-source"),
    ("vague_source", "vague-source"), ("num", "numeral-style"), ("quote", "quote-no-speaker"),
  ])
  func findsWhatWasMeant(word: String, meant: String) { #expect(nearestWord(to: word, among: Self.words) == meant) }

  @Test(arguments: ["", "x", "spelling", "🐐🐐🐐", String(repeating: "a", count: 10_000)])
  func doesNotGuess(word: String) { #expect(nearestWord(to: word, among: Self.words) == nil) }

  /// A word of two letters is never "near" one of two others.
  @Test func aShortWordIsNotChangedWhole() { #expect(nearestWord(to: "ab", among: ["on"]) == nil) }

  @Test func nothingIsNearInAnEmptyList() { #expect(nearestWord(to: "off", among: []) == nil) }
}
