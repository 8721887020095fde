import DocumentModel
import TextCore

/// Mentions that point at somebody without a name, and links between mentions side by side.
extension NameScan {
  private static let the = CaseFolding.hash("the")

  /// "World Health Organization (WHO)": the acronym is tied to the name before it.
  mutating func linkAcronyms() {
    for index in mentions.indices {
      let long = mentions[index]
      guard long.form == .name, long.tokens.count > 1, long.kind != .role else { continue }
      let at = long.tokens.end + 1
      guard isMark(at - 1, UInt8(ascii: "(")), isMark(at + 1, UInt8(ascii: ")")), at < tokens.count,
        tokens.shapes[at] == .upper, abbreviates(at, long.tokens)
      else { continue }
      if let place = mentions.firstIndex(where: { $0.tokens.start == at }) {
        mentions[place].kind = long.kind
        mentions[place].form = .acronym
        mentions[place].linked = index
      } else {
        add(at, at + 1, long.kind, 0.9, form: .acronym, linked: index, .pattern)
      }
    }
  }

  /// Whether the letters of a token are initials of the words of a name, in order and from the first.
  private func abbreviates(_ acronym: Int, _ name: TokenSpan) -> Bool {
    var letters = bytes[tokens.span(acronym).start..<tokens.span(acronym).end].filter { $0 != UInt8(ascii: ".") }[...]
    let count = letters.count
    for index in name.range where tokens.kinds[index] == .word && letters.first == bytes[Int(tokens.starts[index])] {
      letters.removeFirst()
    }
    return letters.count * 2 < count && letters.count < count
  }

  /// "Ilham Aliyev, the Azeri president,": the description after a name is tied to it.
  mutating func linkAppositions() {
    for index in mentions.indices where mentions[index].kind == .person && mentions[index].form == .name {
      let at = mentions[index].tokens.end + 1
      guard isMark(at - 1, UInt8(ascii: ",")), let (start, end) = describedRole(at: at, needsArticle: false) else {
        continue
      }
      add(start, end, .person, 0.8, form: .descriptor, linked: index, .pattern)
    }
  }

  /// "the Azeri president": at most three words of modifiers (names of groups and places among them) and an office.
  private func describedRole(at start: Int, needsArticle: Bool) -> (Int, Int)? {
    let hasArticle = isWord(start, NameScan.the)
    if needsArticle, !hasArticle { return nil }
    let first = hasArticle ? start + 1 : start
    for at in first..<max(first, min(first + 4, tokens.count)) {
      guard tokens.kinds[at] == .word || tokens.kinds[at] == .possessive else { return nil }
      if !isCapitalized(at), let count = lexicons.office(tokens.hashes, at: at, limit: tokens.count) {
        return (start, at + count)
      }
      if tokens.kinds[at] == .possessive { continue }
      if !isCapitalized(at), !word(at).isDisjoint(with: [.stop, .saying]) && !isModifier(at) { return nil }
      if !isCapitalized(at), hasArticle == false { return nil }
    }
    return nil
  }

  /// "former", "new", "late": stop words that may stand before an office.
  private func isModifier(_ at: Int) -> Bool { word(at) == .stop && lexicons.isCommon(tokens.hashes[at]) }

  /// Pronouns, "the prime minister", "the ministry", "the city".
  mutating func readPointers(in sentence: TokenSpan) {
    let linked = mentions.filter { $0.form == .descriptor }.map(\.tokens)
    var index = sentence.start
    while index < sentence.end {
      defer { index += 1 }
      guard tokens.kinds[index] == .word else { continue }
      let hash = tokens.hashes[index]
      if hash == NameScan.the {
        guard !linked.contains(where: { $0.contains(index) }) else { continue }
        if let (start, end) = describedRole(at: index, needsArticle: true), end <= sentence.end {
          add(start, end, .person, 0.7, form: .descriptor, .pattern)
          index = end - 1
          continue
        }
        var head = index + 1
        if isCapitalized(head),
          mentions.contains(where: { $0.kind == .group && $0.tokens == TokenSpan(head, head + 1) })
        {
          head += 1
        }
        guard head < sentence.end, !isCapitalized(head) else { continue }
        // The last of two nouns is the head: "the news agency".
        var end = head
        for candidate in head..<max(head, min(head + 2, sentence.end))
        where !word(candidate).isDisjoint(with: [.organizationNoun, .placeNoun]) {
          end = candidate + 1
        }
        guard end > head else { continue }
        let kind: EntityKind = word(end - 1).contains(.placeNoun) ? .place : .organization
        add(index, end, kind, 0.6, form: .descriptor, .pattern)
        index = end - 1
      } else if tokens.shapes[index] == .lower || tokens.shapes[index] == .title {
        if lexicons.words[hash].contains(.pronoun) { add(index, index + 1, .person, 0.5, form: .pronoun, .pattern) }
      }
    }
  }
}
