import DocumentModel
import TextCore

/// What the draft itself says somebody or something is called besides: "Ana Orr, widely known as Quilla,".
extension NameScan {
  private static let `as` = CaseFolding.hash("as")
  private static let born = CaseFolding.hash("born")
  private static let who = ["who", "which"].map { CaseFolding.hash($0) }
  private static let being = ["is", "was", "are", "were", "be", "been"].map { CaseFolding.hash($0) }
  /// Adverbs between a name and "known".
  private static let mostAdverbs = 2
  /// In words.
  private static let longestAlias = 3

  /// Ties an alias to the name or description right before it.
  mutating func linkAliases() {
    var ends: [Int: Int] = [:]
    var starts: [Int: Int] = [:]
    for (index, mention) in mentions.enumerated() {
      switch mention.form {
      case .name where mention.kind != .role, .acronym:
        ends[mention.tokens.end] = index
        starts[mention.tokens.start] = index
      case .descriptor where mention.kind == .person: ends[mention.tokens.end] = index
      case .name, .descriptor, .pronoun, .candidate: break
      }
    }
    for token in tokens.indices where tokens.kinds[token] == .word && !isCapitalized(token) {
      if lexicons.chainWords[tokens.hashes[token]] == .known, isWord(token + 1, NameScan.as) {
        guard let bearer = ends[bearerEnd(before: token)] else { continue }
        linkAlias(at: token + 2, to: bearer, starts)
      } else if tokens.hashes[token] == NameScan.born, isOpening(token - 1), let bearer = ends[token - 1],
        let name = starts[token + 1], mentions[name].kind == .person, mentions[name].tokens.count > 1
      {
        linkAlias(at: token + 1, to: bearer, starts)
      }
    }
  }

  private func isOpening(_ token: Int) -> Bool { isMark(token, UInt8(ascii: ",")) || isMark(token, UInt8(ascii: "(")) }

  /// Where the name must end that goes before ", who is better known".
  private func bearerEnd(before known: Int) -> Int {
    var end = known
    for _ in 0..<NameScan.mostAdverbs
    where tokens.indices.contains(end - 1) && tokens.shapes[end - 1] == .lower
      && !NameScan.being.contains(tokens.hashes[end - 1]) && !NameScan.who.contains(tokens.hashes[end - 1])
    {
      end -= 1
    }
    if NameScan.being.contains(where: { isWord(end - 1, $0) }) { end -= 1 }
    if NameScan.who.contains(where: { isWord(end - 1, $0) }) { end -= 1 }
    return isOpening(end - 1) ? end - 1 : end
  }

  private mutating func linkAlias(at token: Int, to bearer: Int, _ starts: [Int: Int]) {
    let start = token < tokens.count && tokens.kinds[token] == .doubleQuote ? token + 1 : token
    let kind = mentions[bearer].kind
    guard isCapitalized(start), kind != .group, kind != .language, kind != .role else { return }
    if let alias = starts[start] {
      let end = mentions[alias].tokens.end
      guard alias != bearer, mentions[alias].linked == nil, isAliasEnd(end) else { return }
      mentions[alias].fact = mentions[alias].kind == kind ? mentions[alias].fact : nil
      mentions[alias].kind = kind
      mentions[alias].confidence = max(mentions[alias].confidence, NameScan.sureOfAlias)
      mentions[alias].linked = bearer
      return
    }
    var end = start
    while isCapitalized(end), end < start + NameScan.longestAlias { end += 1 }
    guard word(start).isDisjoint(with: [.stop, .calendar]), isAliasEnd(end), !isHeld(start) else { return }
    add(start, end, kind, NameScan.sureOfAlias, linked: bearer, .pattern)
  }

  /// The draft says it itself.
  private static let sureOfAlias: Float = 0.9

  /// "Known as Orr's ally" is no name.
  private func isAliasEnd(_ token: Int) -> Bool {
    !isCapitalized(token) && (token >= tokens.count || tokens.kinds[token] != .possessive)
  }

  private func isHeld(_ token: Int) -> Bool { mentions.contains { $0.form != .candidate && $0.tokens.contains(token) } }
}
