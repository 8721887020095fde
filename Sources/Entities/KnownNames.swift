import DocumentModel
import Lexicons

/// A name of the lexicon found in the text.
struct KnownName {
  /// Tokens.
  let count: Int
  let row: Int
  let kind: EntityKind
  /// 1 best known … 9.
  let weight: Int
  let isAmbiguous: Bool
  let isAcronym: Bool
}

extension NameScan {
  /// The longest name of the lexicon at a token whose words are written as a name's are: capitals at both ends.
  func knownName(at index: Int, limit: Int) -> KnownName? {
    var limit = limit
    while index < limit, let match = lexicons.names.longestMatch(tokens.hashes, at: index, limit: limit) {
      let end = index + match.count
      if isWritten(index, end), let row = match.rows.first {
        let facts = lexicons.facts
        if !(facts.isAcronym(row) && match.count == 1 && tokens.shapes[index] == .title) {
          return KnownName(
            count: match.count, row: row, kind: facts.kind(row), weight: facts.weight(row),
            isAmbiguous: facts.isAmbiguous(row) || (match.count == 1 && lexicons.isCommon(tokens.hashes[index])),
            isAcronym: facts.isAcronym(row))
        }
      }
      limit = end - 1
    }
    return nil
  }

  /// Whether the words from `start` to `end` are cased like a name: no lower-case words but function words within.
  private func isWritten(_ start: Int, _ end: Int) -> Bool {
    guard isCapitalized(start), end <= tokens.count else { return false }
    for index in start..<end where tokens.kinds[index] == .word && !tokens.shapes[index].isCapitalized {
      if index == end - 1 || word(index).isDisjoint(with: [.particle, .stop]) { return false }
    }
    return tokens.kinds[end - 1] == .word || tokens.kinds[end - 1] == .number
  }

  /// The longest title or office at a token, all of it capitalized but "of", "for", "and"; its length in tokens.
  func title(at index: Int, limit: Int) -> Int? {
    guard let count = lexicons.office(tokens.hashes, at: index, limit: limit) else { return nil }
    let end = index + count
    for token in index..<end where tokens.kinds[token] == .word && !tokens.shapes[token].isCapitalized {
      if word(token).isDisjoint(with: [.stop, .particle]) { return nil }
    }
    return count
  }
}
