import DocumentModel
import Lexicons
import TextCore

/// Places that share a name, and what only looks like a place or a firm.
extension EntityChains {
  /// A place of a name, by what the draft says it lies in; 0 where it does not say.
  struct Seat {
    var key: UInt64
    let chain: Int
  }

  enum Namesake {
    case chain(Int)
    /// None of those already named.
    case new
  }

  private static let state = CaseFolding.hash("state")

  /// What tells a place from its namesakes: the state or country after the comma ("Springfield, Ill."), or that it is a state
  /// ("Washington state"). 0 where nothing does.
  func seat(of index: Int, _ page: DraftPage) -> UInt64 {
    let mention = page.mentions[index]
    let rows = places(mention, page)
    if page.hash(mention.tokens.end) == EntityChains.state, rows.contains(where: lexicons.facts.isRegion) {
      return EntityChains.state
    }
    guard !(mention.fact.map(isOfficial) ?? false), page.isMark(mention.tokens.end, UInt8(ascii: ",")),
      page.mentions.indices.contains(index + 1),
      page.mentions[index + 1].tokens.start == mention.tokens.end + 1,
      let area = places(page.mentions[index + 1], page).first(where: isOfficial)
    else { return 0 }
    return key(area)
  }

  private func key(_ row: Int) -> UInt64 { UInt64(truncatingIfNeeded: lexicons.facts.canonicalKey(row)) &+ 1 }

  private func isOfficial(_ row: Int) -> Bool { lexicons.facts.isCountry(row) || lexicons.facts.isRegion(row) }

  func places(_ mention: Mention, _ page: DraftPage) -> [Int] {
    guard mention.form == .name || mention.form == .acronym, mention.tokens.end <= page.tokens.hashes.count else {
      return []
    }
    return lexicons.names.rows(page.tokens.hashes[mention.tokens.range])?.filter { lexicons.facts.kind($0) == .place }
      ?? []
  }

  /// Which place of a name a mention means. Nil where the draft has none of that name.
  mutating func namesake(_ name: UInt64, _ seat: UInt64) -> Namesake? {
    guard let known = seats[name], !known.isEmpty else { return nil }
    let isState = { (seat: Seat) in seat.key == EntityChains.state }
    if seat == 0 {
      // "Washington" is not Washington state, where it says so.
      let towns = known.filter { !isState($0) }
      if towns.count == 1 { return .chain(towns[0].chain) }
      return towns.first { $0.key == 0 }.map { .chain($0.chain) } ?? .new
    }
    if let same = known.first(where: { $0.key == seat }) { return .chain(same.chain) }
    let towns = known.indices.filter { !isState(known[$0]) }
    guard seat != EntityChains.state, towns.count == 1, known[towns[0]].key == 0 else { return .new }
    seats[name]?[towns[0]].key = seat
    return .chain(known[towns[0]].chain)
  }

  mutating func noteSeat(_ name: UInt64, _ seat: UInt64, _ chain: Int) {
    if seats[name, default: []].contains(where: { $0.chain == chain && (seat == 0 || $0.key == seat) }) { return }
    if seats[name]?.count ?? 0 < EntityChains.mostNamesakes {
      seats[name, default: []].append(Seat(key: seat, chain: chain))
    }
  }

  private static let mostNamesakes = 8

  /// A key of a row of its own: the country and the state of one name have one canonical name.
  func key(ofNation row: Int) -> UInt64 { UInt64(truncatingIfNeeded: row) &+ EntityChains.nations }

  private static let nations: UInt64 = 1 << 40

  // MARK: - Kinds

  /// "The city of Ombrell" is no firm of that name, and "Ombrell died" is he whom the draft names in full.
  func toldKind(_ mention: Mention, _ page: DraftPage) -> EntityKind? {
    guard mention.tokens.count == 1, mention.form == .name, page.keys.indices.contains(mention.tokens.start) else {
      return nil
    }
    let start = mention.tokens.start
    if page.hash(start - 1) == NameLexicons.of, lexicons.words[page.hash(start - 2)].contains(.placeNoun),
      page.hash(start - 3) == EntityChains.the
    {
      return .place
    }
    if people.bearers(of: page.keys[start]).isEmpty { return knownBody(mention, page) }
    let isLiving = lexicons.chainWords[page.hash(mention.tokens.end)] == .living
    return isLiving || mention.kind != .group && isDescribed(mention, page) || isNoPlace(mention, page) ? .person : nil
  }

  /// "Orr, the mayor,": said of nobody but people.
  private func isDescribed(_ mention: Mention, _ page: DraftPage) -> Bool {
    guard page.isMark(mention.tokens.end, UInt8(ascii: ",")) else { return false }
    let word = mention.tokens.end + (page.hash(mention.tokens.end + 1) == EntityChains.the ? 2 : 1)
    return page.isMark(word + 1, UInt8(ascii: ",")) && isNounForPerson(word, page)
  }

  /// "She told Orr", whom the draft has named in full: nobody tells a place that no table knows, or hardly.
  private func isNoPlace(_ mention: Mention, _ page: DraftPage) -> Bool {
    mention.kind == .place && lexicons.chainWords[page.hash(mention.tokens.start - 1)] == .telling
      && mention.fact.map { lexicons.facts.weight($0) >= 5 } ?? true
  }

  /// "Fidesz, kept its seats": a word that is nobody's name and that the tables know as a body's alone.
  private func knownBody(_ mention: Mention, _ page: DraftPage) -> EntityKind? {
    let word = page.keys[mention.tokens.start]
    guard mention.kind == .person, people.withGiven(word) == nil, lexicons.givenWeight(word) == 0,
      !lexicons.isSurname(word),
      !lexicons.words[page.hash(mention.tokens.start - 1)].contains(.honorific),
      let rows = lexicons.names.rows([word]), !rows.isEmpty,
      rows.allSatisfy({ lexicons.facts.kind($0) == .organization && lexicons.facts.weight($0) <= 3 })
    else { return nil }
    return .organization
  }
}
