import DocumentModel
import TextCore

/// Mentions that point at somebody without a name, and links between mentions side by side.
extension NameScan {
  private static let the = CaseFolding.hash("the")

  /// "Ilham Aliyev, the Azeri president,": the description after a name is tied to it.
  mutating func linkAppositions() {
    var described: [Int: Int] = [:]
    /// Whom the description that begins at a token is tied to.
    var tied: [Int: [Int]] = [:]
    for index in mentions.indices where mentions[index].form == .descriptor {
      let start = mentions[index].tokens.start
      if let name = mentions[index].linked { tied[start, default: []].append(name) } else { described[start] = index }
    }
    for index in mentions.indices where mentions[index].kind == .person && mentions[index].form == .name {
      let at = mentions[index].tokens.end + 1
      guard isMark(at - 1, UInt8(ascii: ",")), let (start, end) = describedRole(at: at, needsArticle: false),
        endsApposition(end)
      else { continue }
      if let place = described[start] {
        mentions[place].linked = index
      } else if tied[start]?.contains(index) != true {
        add(start, end, .person, 0.8, form: .descriptor, linked: index, .pattern)
      }
    }
  }

  /// Whether a description ends before a token: "the president's sister" is no president, and in "the president said" he is
  /// another.
  private func endsApposition(_ at: Int) -> Bool {
    guard at < tokens.count else { return true }
    switch tokens.kinds[at] {
    case .punctuation, .doubleQuote, .singleQuote: return true
    case .word: return !word(at).isDisjoint(with: [.stop, .placePreposition]) && word(at).isDisjoint(with: .saying)
    default: return false
    }
  }

  /// "The director, Mary Brown, …", "the sculptor Lia Orr", "winger Lia Orr": a description or title is tied to the name that
  /// it goes before.
  mutating func linkAnnouncements() {
    var names: [Int: Int] = [:]
    var courtesies: [Int: Int] = [:]
    for (index, mention) in mentions.enumerated() {
      if mention.kind == .person, mention.form == .name { names[mention.tokens.start] = index }
      if mention.kind == .role, mention.tokens.count == 1 { courtesies[mention.tokens.start] = mention.tokens.end }
    }
    for index in mentions.indices where mentions[index].linked == nil {
      let mention = mentions[index]
      if mention.kind == .role {
        let hasArticle = isWord(mention.tokens.start - 1, NameScan.the)
        mentions[index].linked =
          names[mention.tokens.end] ?? (hasArticle ? announced(by: mention.tokens, names, courtesies) : nil)
      } else if mention.form == .descriptor, mention.kind == .person {
        mentions[index].linked = announced(by: mention.tokens, names, courtesies)
      }
    }
  }

  private func announced(by description: TokenSpan, _ names: [Int: Int], _ courtesies: [Int: Int]) -> Int? {
    if let name = names[description.end] { return name }
    guard let comma = commaAfter(description.end) else { return nil }
    let start = courtesies[comma + 1] ?? comma + 1
    guard let name = names[start] else { return nil }
    let end = mentions[name].tokens.end
    return isMark(end, UInt8(ascii: ",")) ? name : nil
  }

  /// The comma after a description, or after whose office it is: "the director of the Harbour Museum,".
  private func commaAfter(_ end: Int) -> Int? {
    if isMark(end, UInt8(ascii: ",")) { return end }
    guard end < tokens.count, lexicons.chainWords[tokens.hashes[end]] == .reference else { return nil }
    for at in end..<min(end + NameScan.longestOffice, tokens.count) {
      if isMark(at, UInt8(ascii: ",")) { return at }
      guard tokens.kinds[at] == .word || tokens.kinds[at] == .possessive,
        word(at).isDisjoint(with: [.saying, .pronoun])
      else { return nil }
    }
    return nil
  }

  /// In tokens, with its preposition: "of the Harbour Museum of Art".
  private static let longestOffice = 8

  /// "the Azeri president": at most three words of modifiers (names of groups and places among them) and an office.
  private func describedRole(at start: Int, needsArticle: Bool) -> (Int, Int)? {
    let hasArticle = isWord(start, NameScan.the)
    if needsArticle, !hasArticle { return nil }
    let first = hasArticle ? start + 1 : start
    for at in first..<max(first, min(first + 4, tokens.count)) {
      guard tokens.kinds[at] == .word || tokens.kinds[at] == .possessive else { return nil }
      // "the CEO", "the PM".
      if !isCapitalized(at) || tokens.shapes[at] == .upper,
        let count = lexicons.office(tokens.hashes, at: at, limit: tokens.count)
      {
        return (start, at + count)
      }
      if tokens.kinds[at] == .possessive { continue }
      if !isCapitalized(at), isPreposition(at) { return nil }
      if !isCapitalized(at), !word(at).isDisjoint(with: [.stop, .saying]) && !isModifier(at) { return nil }
      if !isCapitalized(at), hasArticle == false { return nil }
    }
    return nil
  }

  /// "The fight for justice" is no office.
  private func isPreposition(_ at: Int) -> Bool {
    if word(at).contains(.placePreposition) { return true }
    switch lexicons.chainWords[tokens.hashes[at]] {
    case .reference, .preposition, .beside: return true
    default: return false
    }
  }

  /// "former", "new", "late": stop words that may stand before an office.
  private func isModifier(_ at: Int) -> Bool { word(at) == .stop && lexicons.isCommon(tokens.hashes[at]) }

  /// Pronouns, "the prime minister", "the ministry", "the city".
  mutating func readPointers(in sentences: [Sentence]) {
    /// Tokens of descriptions, and of groups that are one word.
    var described = Set<Int>()
    var groups = Set<Int>()
    for mention in mentions {
      if mention.form == .descriptor { described.formUnion(mention.tokens.range) }
      if mention.kind == .group, mention.tokens.count == 1 { groups.insert(mention.tokens.start) }
    }
    for sentence in sentences { readPointers(in: sentence.tokens, described, groups) }
  }

  private mutating func readPointers(in sentence: TokenSpan, _ described: Set<Int>, _ groups: Set<Int>) {
    var index = sentence.start
    while index < sentence.end {
      defer { index += 1 }
      guard tokens.kinds[index] == .word else { continue }
      let hash = tokens.hashes[index]
      if hash == NameScan.the {
        guard !described.contains(index) else { continue }
        if let (start, end) = describedRole(at: index, needsArticle: true), end <= sentence.end {
          add(start, end, .person, 0.7, form: .descriptor, .pattern)
          index = end - 1
          continue
        }
        var head = index + 1
        if isCapitalized(head), groups.contains(head) { head += 1 }
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
