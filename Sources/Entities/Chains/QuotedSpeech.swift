import DocumentModel
import Lexicons
import TextCore

/// Who speaks a quotation: the one whom "he" and "she" within it do not mean. "'She is the future,' Holloway said."
extension EntityChains {
  /// Between a quotation and the name of its speaker, in tokens: ", said Deputy Mayor".
  private static let longestTag = 6
  /// Mentions that are looked at from a pronoun on.
  private static let farthestMention = 48

  enum Speaker {
    case chain(Int)
    /// "'He lied,' he said": one of two, and nothing tells which.
    case twin
  }

  /// The person who speaks the quotation that a mention is in; nil where it is in none, or nothing tells.
  func speaker(around index: Int, _ page: DraftPage) -> Speaker? {
    let token = page.mentions[index].tokens.start
    guard let place = page.quotation(at: token) else { return nil }
    return speaker(of: page.quotations[place], near: index, page)
      ?? (place > 0 ? speaker(of: page.quotations[place - 1], near: index, page) : nil)
  }

  private func speaker(of quotation: Range<Int>, near index: Int, _ page: DraftPage) -> Speaker? {
    let range =
      max(
        0, index - EntityChains.farthestMention)..<min(
        page.mentions.count, index + EntityChains.farthestMention)
    // "…," she said; "…," said Hart.
    let after = range.first { page.mentions[$0].tokens.start >= quotation.upperBound && isPerson($0, page) }
    if let after, isTag(from: quotation.upperBound, to: page.mentions[after], page) {
      if after > index, page.mentions[after].form == .pronoun {
        let (mine, theirs) = (gender(ofPronoun: index, page), gender(ofPronoun: after, page))
        return mine == theirs ? .twin : antecedent(theirs, sentence, but: []).map { .chain($0) }
      }
      let chain = after < index ? entityOfMention[page.reference(after)] : person(toCome: after, page)
      return chain.map { .chain($0) }
    }
    // Hart said, "…
    let before = range.last { page.mentions[$0].tokens.end <= quotation.lowerBound && isPerson($0, page) }
    guard let before, before < index else { return nil }
    let between = page.mentions[before].tokens.end..<max(page.mentions[before].tokens.end, quotation.lowerBound)
    guard between.count <= EntityChains.longestTag, between.contains(where: { isSaying($0, page) }) else { return nil }
    return entityOfMention[page.reference(before)].map { .chain($0) }
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
    // "…," Hart went on.
    if name.tokens.start == start, page.isMark(start - 2, UInt8(ascii: ",")) { return true }
    return (start..<max(start, name.tokens.start)).contains { isSaying($0, page) } || isSaying(name.tokens.end, page)
  }

  private func isSaying(_ token: Int, _ page: DraftPage) -> Bool { lexicons.words[page.hash(token)].contains(.saying) }

  /// Who is meant by a mention that is yet to be read.
  private func person(toCome index: Int, _ page: DraftPage) -> Int? {
    person(lexicons.person(page.mentions[index].tokens, page.keys), title(before: index, page), page)
  }

  func gender(ofPronoun index: Int, _ page: DraftPage) -> Int {
    lexicons.words[page.hash(page.mentions[index].tokens.start)].contains(.man) ? 1 : 2
  }
}
