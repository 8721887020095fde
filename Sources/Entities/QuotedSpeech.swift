import DocumentModel
import Lexicons
import TextCore

/// Who speaks a quotation: the one whom "he" and "she" within it do not mean. "'She is the future,' Holloway said."
extension EntityChains {
  /// Between a quotation and the name of its speaker, in tokens: ", said Deputy Mayor".
  private static let longestTag = 6
  /// Mentions that are looked at from a pronoun on.
  private static let farthestMention = 48

  /// The person who speaks the quotation that a mention is in; nil where it is in none, or nothing tells.
  func speaker(around index: Int, _ page: DraftPage) -> Int? {
    let token = page.mentions[index].tokens.start
    guard let place = page.quotation(at: token) else { return nil }
    return speaker(of: page.quotations[place], near: index, page)
      ?? (place > 0 ? speaker(of: page.quotations[place - 1], near: index, page) : nil)
  }

  private func speaker(of quotation: Range<Int>, near index: Int, _ page: DraftPage) -> Int? {
    let range = max(0, index - EntityChains.farthestMention)..<min(
      page.mentions.count, index + EntityChains.farthestMention)
    // "…," she said; "…," said Hart.
    let after = range.first { page.mentions[$0].tokens.start >= quotation.upperBound && isPerson($0, page) }
    if let after, isTag(from: quotation.upperBound, to: page.mentions[after], page) {
      return after < index ? entityOfMention[page.reference(after)] : person(toCome: after, page)
    }
    // Hart said, "…
    let before = range.last { page.mentions[$0].tokens.end <= quotation.lowerBound && isPerson($0, page) }
    guard let before, before < index else { return nil }
    let between = page.mentions[before].tokens.end..<max(page.mentions[before].tokens.end, quotation.lowerBound)
    guard between.count <= EntityChains.longestTag, between.contains(where: { isSaying($0, page) }) else { return nil }
    return entityOfMention[page.reference(before)]
  }

  private func isPerson(_ index: Int, _ page: DraftPage) -> Bool {
    let mention = page.mentions[index]
    switch mention.form {
    case .pronoun: return EntityChains.subjects.contains(page.hash(mention.tokens.start))
    case .descriptor: return false
    case .name, .acronym, .candidate: return mention.kind == .person || mention.form == .candidate
    }
  }

  private func isTag(from start: Int, to name: Mention, _ page: DraftPage) -> Bool {
    guard name.tokens.start - start <= EntityChains.longestTag, page.quotation(at: name.tokens.start) == nil else {
      return false
    }
    return (start..<max(start, name.tokens.start)).contains { isSaying($0, page) } || isSaying(name.tokens.end, page)
  }

  private func isSaying(_ token: Int, _ page: DraftPage) -> Bool { lexicons.words[page.hash(token)].contains(.saying) }

  /// Who is meant by a mention that is yet to be read.
  private func person(toCome index: Int, _ page: DraftPage) -> Int? {
    let mention = page.mentions[index]
    guard mention.form == .pronoun else {
      return person(lexicons.person(mention.tokens, page.keys), title(before: index, page), page)
    }
    return antecedent(lexicons.words[page.hash(mention.tokens.start)].contains(.man) ? 1 : 2, sentence, but: [])
  }
}
