import DocumentModel
import Lexicons

/// A person's name in the parts that tell people apart.
struct PersonName {
  /// Without what follows the surname ("Jr.") and the address before ("Sheikh").
  let words: Range<Int>
  /// Key of the first word; 0 if there is but a surname, or a surname with its particle.
  let given: UInt64
  /// Key of the last word; 0 for a name without words.
  let surname: UInt64
  /// "Jr.", "III"; 0 if there is none.
  let generation: UInt64
}

/// What the title before a name tells.
struct AnnouncedTitle {
  /// 1 man, 2 woman, 0 unknown.
  var gender = 0
  /// Key of the office; nil for addresses such as "Mr.".
  var office: UInt64?
  var isPresent = false
  /// Whether it goes with a first name: "Sir Elton".
  var isOfForename = false
}

extension NameLexicons {
  /// "Sam Ortiz Jr." is of the Ortizes.
  func person(_ tokens: TokenSpan, _ keys: [UInt64]) -> PersonName {
    let range = tokens.range.clamped(to: keys.indices)
    var (start, end) = (range.lowerBound, range.upperBound)
    var generation: UInt64 = 0
    while end > start + 1, chainWords[keys[end - 1]] == .generation {
      generation = chainWords.whole(keys[end - 1])
      end -= 1
    }
    // "The Duke of Ombrell": all of it is the name, and no part of it a surname.
    if end > start + 2, chainWords[keys[start]]?.isNoble == true, keys[start + 1] == NameLexicons.of {
      let whole = (start..<end).reduce(0) { Lexicon.extend($0, by: keys[$1]) }
      return PersonName(words: start..<end, given: 0, surname: whole, generation: 0)
    }
    // "Don Lemon" is no Spanish gentleman.
    while end > start + 1,
      chainWords[keys[start]]?.isOfForename == true
        || words[keys[start]].contains(.honorific) && !words[keys[start]].contains(.particle)
          && givenWeight(keys[start]) == 0
    {
      start += 1
    }
    guard start < end else { return PersonName(words: start..<start, given: 0, surname: 0, generation: 0) }
    let given = end > start + 1 && !words[keys[start]].contains(.particle) ? keys[start] : 0
    return PersonName(words: start..<end, given: given, surname: keys[end - 1], generation: generation)
  }
}
