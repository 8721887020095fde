import DocumentModel
import Lexicons
import TextCore

/// Titles before names, descriptions beside them, and descriptions that point back.
extension EntityChains {
  /// What the titles right before a name tell, before anybody is chosen for it.
  func title(before name: Int, _ page: DraftPage) -> AnnouncedTitle {
    var title = AnnouncedTitle()
    var index = name - 1
    while index >= 0, page.mentions[index].kind == .role, page.mentions[index].linked == name {
      let mention = page.mentions[index]
      title.isPresent = true
      if title.gender == 0 { title.gender = gender(mention, page) }
      if lexicons.chainWords[page.hash(mention.tokens.end - 1)]?.isOfForename == true { title.isOfForename = true }
      if title.office == nil { title.office = office(mention, page)?.key }
      index -= 1
    }
    // "Mrs. van Orr", whose name begins without a capital.
    let before = lexicons.words[page.hash(page.mentions[name].tokens.start - 1)]
    if !title.isPresent, before.contains(.honorific), !before.isDisjoint(with: [.man, .woman]) {
      title.isPresent = true
      title.gender = before.contains(.man) ? 1 : 2
      title.isOfForename = lexicons.chainWords[page.hash(page.mentions[name].tokens.start - 1)]?.isOfForename == true
    }
    return title
  }

  /// The titles and descriptions that stand before a name and are tied to it.
  mutating func readTitles(before name: Int, _ page: DraftPage, _ chain: Int, _ sentence: Int) {
    // "The director of the Harbour Museum, Mary Brown": names may stand between.
    for index in max(0, name - 4)..<name where page.mentions[index].linked == name {
      let mention = page.mentions[index]
      if mention.form == .descriptor {
        join(page.reference(index), to: chain)
      } else if mention.kind != .role {
        continue
      }
      noteRole(index, page, chain)
    }
  }

  private func gender(_ mention: Mention, _ page: DraftPage) -> Int {
    let words = lexicons.words[page.hash(mention.tokens.start)]
    if words.contains(.man) { return 1 }
    return words.contains(.woman) ? 2 : gender(ofWord: mention.tokens.end - 1, page)
  }

  /// "The widow Thandi Moyo": a word right before a name that men or women alone are called by.
  func genderBeside(_ name: Mention, _ page: DraftPage) -> Int { gender(ofWord: name.tokens.start - 1, page) }

  func gender(ofWord token: Int, _ page: DraftPage) -> Int {
    switch lexicons.chainWords[page.hash(token)] {
    case .man, .nobleman: 1
    case .woman, .noblewoman: 2
    default: 0
    }
  }

  /// What the names table tells of the bearer of a full name, or of a surname that one alone is known by.
  func genderOfFact(_ name: Mention, _ page: DraftPage) -> Int {
    guard let fact = name.fact, lexicons.facts.kind(fact) == .person else { return 0 }
    if name.tokens.count == 1, lexicons.facts.weight(fact) > 1 { return 0 }
    switch lexicons.facts.subtype(fact) {
    case "m": return 1
    case "f": return 2
    default:
      let first = lexicons.facts.canonicalName(fact).prefix { $0 != " " }
      return lexicons.gender(CaseFolding.hash(String(first)))
    }
  }

  /// A key of the office that a title or description names, its article and modifiers left out, and where it begins. None for
  /// "Mr." and the like, which are no offices.
  private func office(_ mention: Mention, _ page: DraftPage) -> (key: UInt64, start: Int)? {
    let range = mention.tokens.range.clamped(to: page.tokens.hashes.indices)
    for start in range {
      let hash = page.hash(start)
      if lexicons.chainWords[hash] == .courtesy { return nil }
      if lexicons.words[hash].contains(.honorific) {
        if lexicons.chainWords[hash]?.isOfForename == true { return nil }
        return (Lexicon.extend(0, by: lexicons.chainWords.whole(hash)), start)
      }
      guard let count = lexicons.office(page.tokens.hashes, at: start, limit: range.upperBound) else { continue }
      let words = start..<min(start + count, range.upperBound)
      return (words.reduce(0) { Lexicon.extend($0, by: lexicons.chainWords.whole(page.hash($1))) }, start)
    }
    return nil
  }

  private mutating func noteRole(_ index: Int, _ page: DraftPage, _ chain: Int) {
    let mention = page.mentions[index]
    if chains[chain].gender == 0 { chains[chain].gender = gender(mention, page) }
    guard let office = office(mention, page) else { return }
    if !isKinOfThing(mention, page), !lexicons.words[page.hash(mention.tokens.start)].contains(.honorific),
      chains[chain].role == nil || mention.form == .descriptor
    {
      chains[chain].role = page.reference(index)
    }
    if !chains[chain].offices.contains(office.key), chains[chain].offices.count < 8 {
      chains[chain].offices.append(office.key)
    }
    let qualifiers = qualifiers(index, office.start, page)
    if !qualifiers.isEmpty { chains[chain].hasQualifiedOffice = true }
    for key in [office.key] + heads(office, mention, page) + qualifiers.map({ Lexicon.extend(office.key, by: $0) }) {
      byRole[key] = byRole[key].map { $0 == chain ? chain : -1 } ?? chain
    }
  }

  /// "The father of the reform" is no father.
  private func isKinOfThing(_ mention: Mention, _ page: DraftPage) -> Bool {
    let last = page.hash(mention.tokens.end - 1)
    guard isReference(mention.tokens.end, page), lexicons.officeClass(last) == nil else { return false }
    return lexicons.chainWords[last] == .man || lexicons.chainWords[last] == .woman
  }

  /// "The minister" after "Transport Minister": the last word of an office; but "the minister" is no prime minister, nor "the
  /// secretary" a former or deputy one.
  private func heads(_ office: (key: UInt64, start: Int), _ mention: Mention, _ page: DraftPage) -> [UInt64] {
    let last = page.hash(mention.tokens.end - 1)
    guard mention.tokens.end - office.start > 1, lexicons.chainWords[last] == .head,
      !(office.start..<mention.tokens.end).contains(where: { token in
        lexicons.isModifier(page.hash(token)) || lexicons.chainWords[page.hash(token)] == .other
      })
    else { return [] }
    let key = Lexicon.extend(0, by: last)
    return key == office.key ? [] : [key]
  }

  // MARK: - Whose office it is

  /// Keys of the country, place or body that an office is told to be of: "French President", "Kenya's president", "the governor
  /// of Ohio".
  private func qualifiers(_ index: Int, _ office: Int, _ page: DraftPage) -> [UInt64] {
    let mention = page.mentions[index]
    var found: [UInt64] = []
    for other in max(0, index - 2)..<min(page.mentions.count, index + 3) where other != index {
      let name = page.mentions[other]
      guard name.form != .pronoun, name.form != .descriptor, name.kind != .person, name.kind != .role else { continue }
      let isInside = mention.tokens.start <= name.tokens.start && name.tokens.end <= office
      let gap = mention.tokens.start - name.tokens.end
      // "… Turner Inc. The mayor" are two sentences.
      let isBefore =
        gap == 0 && mention.form != .descriptor || gap == 1 && page.kind(name.tokens.end) == .possessive
      if isInside || isBefore || isOf(name, mention, page) { found += keys(name, page) }
    }
    return found
  }

  private func isOf(_ name: Mention, _ mention: Mention, _ page: DraftPage) -> Bool {
    guard isReference(mention.tokens.end, page) else { return false }
    let start = mention.tokens.end + 1
    return name.tokens.start == start || name.tokens.start == start + 1 && page.hash(start) == EntityChains.the
  }

  /// "of", "for", "at" after an office: whose it is goes on there.
  private func isReference(_ token: Int, _ page: DraftPage) -> Bool {
    lexicons.chainWords[page.hash(token)] == .reference
  }

  static let the = CaseFolding.hash("the")

  /// The key of a known name's country; nil where the table tells none.
  private func countryKey(_ fact: Int?) -> UInt64? {
    fact.map { lexicons.facts.countryKey($0) }.flatMap { $0 == 0 ? nil : UInt64(truncatingIfNeeded: $0) }
  }

  /// "The senator from Vermont" is not every American senator.
  private func isCountry(_ fact: Int?) -> Bool { fact.map(lexicons.facts.isCountry) ?? false }

  private func keys(_ name: Mention, _ page: DraftPage) -> [UInt64] {
    let country = countryKey(name.fact)
    return [page.key(name.tokens.range)]
      + (name.kind == .group || name.kind == .place && isCountry(name.fact) ? [country].compactMap(\.self) : [])
  }

  // MARK: - Descriptions

  mutating func readDescriptor(_ index: Int, _ page: DraftPage, _ sentence: Int) {
    let mention = page.mentions[index]
    if let linked = mention.linked {
      // What stands before its name is read with it.
      guard linked < index, let chain = entityOfMention[page.reference(linked)] else { return }
      join(page.reference(index), to: chain)
      noteRole(index, page, chain)
      return
    }
    guard mention.kind == .person else { return readBody(index, page, sentence) }
    guard let office = office(mention, page), let chain = bearer(of: office.key, index, office.start, page) else {
      return
    }
    join(page.reference(index), to: chain)
    recentPeople.note(
      chain, sentence, isOwner: page.kind(mention.tokens.end) == .possessive, rank: rank(of: index, page))
  }

  /// Whom an office means: with a country, the bearer told with it or known to be of it; without, the only bearer of the draft.
  private func bearer(of office: UInt64, _ index: Int, _ start: Int, _ page: DraftPage) -> Int? {
    if isSomebodyElse(page.mentions[index], start, page) { return nil }
    let qualifiers = qualifiers(index, start, page)
    for qualifier in qualifiers {
      if let chain = byRole[Lexicon.extend(office, by: qualifier)] { return chain >= 0 ? chain : nil }
    }
    guard let chain = byRole[office], chains.indices.contains(chain) else { return nil }
    // "The president of the Olympic Committee" is not the country's.
    if qualifiers.isEmpty { return isReference(page.mentions[index].tokens.end, page) ? nil : chain }
    let country = countryKey(chains[chain].fact)
    let isKnown = country.map(qualifiers.contains) == true || isTold(of: chain, index, page)
    return !chains[chain].hasQualifiedOffice && isKnown ? chain : nil
  }

  /// Whether the names table has somebody in an office of a state that stands beside a description: "the Texas senator".
  private func isTold(of chain: Int, _ index: Int, _ page: DraftPage) -> Bool {
    guard let fact = chains[chain].fact else { return false }
    let told = lexicons.facts.description(fact)
    return (max(0, index - 2)..<min(page.mentions.count, index + 3)).contains { other in
      let name = page.mentions[other]
      guard let region = name.fact, lexicons.facts.isRegion(region) else { return false }
      let isInside = page.mentions[index].tokens.range.contains(name.tokens.start)
      return (isInside || isOf(name, page.mentions[index], page))
        && told.contains(lexicons.facts.canonicalName(region))
    }
  }

  /// "The next president", "the justice they may get": no one of whom the draft has told the office.
  private func isSomebodyElse(_ mention: Mention, _ office: Int, _ page: DraftPage) -> Bool {
    if (mention.tokens.start..<max(mention.tokens.start, office)).contains(where: {
      lexicons.chainWords[page.hash($0)] == .other
    }) {
      return true
    }
    let next = page.hash(mention.tokens.end)
    return lexicons.words[next].contains(.pronoun) && EntityChains.subjects.contains(next)
  }

  // MARK: - Bodies

  /// "the ministry", "the city", "the company": the only one named so in this sentence and the two before.
  private mutating func readBody(_ index: Int, _ page: DraftPage, _ sentence: Int) {
    let mention = page.mentions[index]
    guard mention.tokens.count == 2, !isReference(mention.tokens.end, page) else { return }
    let noun = page.hash(mention.tokens.end - 1)
    let isCompany = lexicons.chainWords[noun] == .company
    var found: Int?
    for naming in recentBodies.namings where sentence - naming.sentence <= 2 {
      let chain = chains[naming.chain]
      let isFirm = isCompany && chain.isFirm && sentence - naming.sentence <= 1
      guard chain.heads.contains(noun) || isFirm else { continue }
      if found != nil { return }
      found = naming.chain
    }
    guard let found, chains[found].kind == mention.kind else { return }
    join(page.reference(index), to: found)
    recentBodies.note(found, sentence, isOwner: false, rank: .other)
  }

  /// What a body may be called by one noun, and whether it is a firm.
  mutating func noteHeads(_ mention: Mention, _ chain: Int, _ page: DraftPage) {
    let range = mention.tokens.range.clamped(to: page.tokens.hashes.indices)
    guard range.count > 1, chains[chain].heads.count < 8 else { return }
    if lexicons.chainWords[page.hash(range.upperBound - 1)] == .legal { chains[chain].isFirm = true }
    let joint = range.first { isReference($0, page) }
    var last = (joint ?? range.upperBound) - 1
    while last > range.lowerBound, lexicons.chainWords[page.hash(last)] == .legal { last -= 1 }
    let head = page.hash(last)
    if !chains[chain].heads.contains(head) { chains[chain].heads.append(head) }
  }
}
