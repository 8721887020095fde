import DocumentModel
import Lexicons
import TextCore

/// A name of the lexicon found in the text.
struct KnownName {
  /// Tokens.
  let count: Int
  /// Of the names table; nil if it lists no such thing.
  let row: Int?
  let kind: EntityKind
  /// 1 best known … 9.
  let weight: Int
  let isAmbiguous: Bool
  let isAcronym: Bool
  /// One that newspapers use in one sense: `name-kinds.tsv`.
  var isPreferred = false
}

extension NameScan {
  /// The longest name of the lexicon at a token whose words are written as a name's are: capitals at both ends.
  func knownName(at index: Int, limit: Int) -> KnownName? {
    let found = listedName(at: index, limit: limit)
    guard let match = lexicons.preferred.longestMatch(tokens.hashes, at: index, limit: limit),
      isWritten(index, index + match.count) || isOwned(index, index + match.count),
      match.count >= found?.count ?? 0,
      match.count > 1 || tokens.shapes[index] == .upper || !word(index).contains(.stop),
      let row = match.rows.first, row < lexicons.preferredKinds.count
    else { return found }
    let kind = lexicons.preferredKinds[row]
    // The fact, if the names table has one of that kind.
    let fact = lexicons.names.rows(tokens.hashes[index..<index + match.count])?.first {
      lexicons.facts.kind($0) == kind
    }
    return KnownName(
      count: match.count, row: fact, kind: kind, weight: 1, isAmbiguous: false,
      isAcronym: match.count == 1 && tokens.shapes[index] == .upper, isPreferred: true)
  }

  private func listedName(at index: Int, limit: Int) -> KnownName? {
    var limit = limit
    while index < limit, let match = lexicons.names.longestMatch(tokens.hashes, at: index, limit: limit) {
      let end = index + match.count
      if isWritten(index, end), let row = bestRow(match.rows, at: index, count: match.count) {
        let facts = lexicons.facts
        if !(facts.isAcronym(row) && match.count == 1 && tokens.shapes[index] == .title) {
          return KnownName(
            count: match.count, row: row, kind: facts.kind(row), weight: facts.weight(row),
            isAmbiguous: match.count == 1 && (facts.isAmbiguous(row) || lexicons.isCommon(tokens.hashes[index])),
            isAcronym: facts.isAcronym(row))
        }
      }
      limit = end - 1
    }
    return nil
  }

  /// The best row of a name; for one that a known person and a lesser place share, the person, unless a preposition of
  /// place goes before.
  private func bestRow(_ rows: Lexicon.Rows, at index: Int, count: Int) -> Int? {
    guard let first = rows.first else { return nil }
    let facts = lexicons.facts
    guard count == 1, rows.count > 1, facts.kind(first) == .place, facts.weight(first) >= 3,
      word(index - 1).isDisjoint(with: .placePreposition)
    else { return first }
    return rows.first { facts.kind($0) == .person && facts.weight($0) <= 3 } ?? first
  }

  /// Whether the words from `start` to `end` are cased like a name: no lower-case words but function words within.
  private func isWritten(_ start: Int, _ end: Int) -> Bool {
    guard isCapitalized(start), end <= tokens.count else { return false }
    for index in start..<end where tokens.kinds[index] == .word && !tokens.shapes[index].isCapitalized {
      if index == end - 1 || word(index).isDisjoint(with: [.particle, .stop]) { return false }
    }
    return tokens.kinds[end - 1] == .word || tokens.kinds[end - 1] == .number
  }

  /// "Macy's": a name that ends as an owner's does.
  private func isOwned(_ start: Int, _ end: Int) -> Bool {
    end > start + 1 && end <= tokens.count && tokens.kinds[end - 1] == .possessive && isWritten(start, end - 1)
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

  /// Whether a word is a people's name and no place's: "Danish", not "Luxembourg".
  func isDemonym(_ span: TokenSpan) -> Bool {
    guard let rows = lexicons.names.rows(tokens.hashes[span.range]) else { return false }
    return rows.contains { lexicons.facts.kind($0) == .group && lexicons.facts.countryKey($0) != 0 }
      && !rows.contains { lexicons.facts.kind($0) == .place && lexicons.facts.weight($0) <= 4 }
  }

  /// Whether the token is one of some surnames in the plural: "Bergstroms", "Joneses".
  func isPlural(_ index: Int, of names: Set<UInt64>) -> Bool {
    let span = tokens.span(index)
    guard span.count > 3, bytes[span.end - 1] == UInt8(ascii: "s") else { return false }
    let cut = bytes[span.end - 2] == UInt8(ascii: "e") ? [1, 2] : [1]
    return cut.contains { count in
      bytes.withUnsafeBufferPointer { names.contains(CaseFolding.hash($0, span.start..<span.end - count)) }
    }
  }
}
