import DocumentModel
import Lexicons
import TextCore

extension NameLexicons {
  /// The row of a river that a name after an article is short for: "the Amazon", which is no firm, and "the Niger", which is no
  /// country. Not where a noun goes on: "the Amazon warehouse".
  func river(_ mention: Mention, _ page: DraftPage) -> Int? {
    let (start, end) = (mention.tokens.start, mention.tokens.end)
    guard mention.tokens.count == 1, mention.form == .name, page.hash(start - 1) == NameLexicons.the,
      !page.isCapitalized(end), page.kind(end) != .possessive,
      let row = names.rows([page.hash(start), NameLexicons.riverWord])?.first, facts.subtype(row) == "river"
    else { return nil }
    guard page.kind(end) == .word else { return row }
    if chainWords[page.hash(end)] == .flowing || words[page.hash(end)].contains(.stop) { return row }
    let span = page.tokens.span(end)
    return span.count > 3
      && page.bytes[(span.start..<span.end).clamped(to: page.bytes.indices)].suffix(2).elementsEqual("ed".utf8)
      ? row : nil
  }

  private static let riverWord = CaseFolding.hash("river")
}

/// Names that mean two places, told apart by where they stand.
extension EntityChains {
  /// Salts the key of a river.
  private static let river: UInt64 = 0x7269_7665

  mutating func readRiver(_ row: Int, _ index: Int, _ page: DraftPage) {
    let mention = page.mentions[index]
    let key = Lexicon.extend(page.key(mention.tokens.range), by: EntityChains.river)
    if mention.kind != .place { noteKind(.place, page.reference(index)) }
    let chain = rivers[key] ?? newChain(mention, .place, page.reference(index), gender: 0)
    chains[chain].fact = row
    rivers[key] = chain
    join(page.reference(index), to: chain)
  }

  /// Mentions on either side that tell which of two places a name means.
  private static let surroundings = 12

  /// Whether "Georgia" is the country or the state, by the other places of its paragraph; nil where they do not tell, and for
  /// names of one of the two.
  func nation(of index: Int, _ page: DraftPage) -> Int? {
    let rows = places(page.mentions[index], page)
    guard rows.count > 1, let country = rows.first(where: lexicons.facts.isCountry),
      let state = rows.first(where: { lexicons.facts.subtype($0) == "us-state" })
    else { return nil }
    let facts = lexicons.facts
    let within = " in " + facts.canonicalName(state)
    // "Athens, Georgia", whatever else has the name of Athens.
    if index > 0, case let before = page.mentions[index - 1],
      before.tokens.end + 1 == page.mentions[index].tokens.start,
      page.isMark(before.tokens.end, UInt8(ascii: ",")),
      places(before, page).contains(where: { facts.description($0).contains(within + ",") })
    {
      return state
    }
    var found: Int?
    for other in max(0, index - EntityChains.surroundings)..<min(page.mentions.count, index + EntityChains.surroundings)
    where other != index {
      guard let fact = page.mentions[other].fact, facts.kind(fact) == page.mentions[other].kind,
        facts.canonicalKey(fact) != facts.canonicalKey(country), facts.kind(fact) == .place
      else { continue }
      let told: Int
      if facts.countryKey(fact) == facts.countryKey(country) {
        told = country
      } else if facts.subtype(fact) == "us-state" || facts.description(fact).contains(within) {
        told = state
      } else {
        continue
      }
      if let found, found != told { return nil }
      found = told
    }
    return found
  }
}
