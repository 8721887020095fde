import DocumentModel
import Lexicons

/// An entity in the making.
struct EntityChain {
  var kind: EntityKind
  /// The mention with the most words.
  var fullest: MentionReference
  var fullestCount: Int
  var fact: Int?
  /// A title or description of the entity.
  var role: MentionReference?
  /// 1 man, 2 woman, 0 unknown.
  var gender: Int
  /// Hash of a person's first word; 0 if only a surname was seen.
  var givenName: UInt64
  var mentions: [MentionReference]
}

/// Chains of mentions, grown in order of reading.
struct EntityChains {
  let lexicons: NameLexicons
  private(set) var chains: [EntityChain] = []
  private(set) var entityOfMention: LayerTable
  /// Kinds of names that the rest of the draft tells better than their paragraph.
  private(set) var kindOfMention: [MentionReference: EntityKind] = [:]
  private var votes = KindVotes()
  /// Whole names (and acronyms) by phrase hash and kind.
  private var byName = PhraseIndex()
  /// People by surname; -1 where two people share one and neither was named since.
  private var bySurname = PhraseIndex()
  /// By what the names table says is the same thing.
  private var byCanonical = PhraseIndex()
  /// People by the office of their title or description; -1 where several bear it.
  private var byRole = PhraseIndex()
  /// The people named last, with the number of their sentence, counted over the draft.
  private var lastPerson: (chain: Int, sentence: Int)?
  private var sentencesBefore = 0

  init(lexicons: NameLexicons, _ paragraphs: [AnalyzedParagraph]) {
    self.lexicons = lexicons
    entityOfMention = LayerTable(counts: paragraphs.map { $0.layers.mentions.count })
    for analyzed in paragraphs where !analyzed.layers.mentions.isEmpty {
      votes.count(analyzed.layers.mentions, analyzed.layers.tokens.hashes)
    }
  }

  mutating func read(_ analyzed: AnalyzedParagraph, paragraph: Int) {
    // Taken out once: each array taken from a struct of arrays costs a count.
    let mentions = analyzed.layers.mentions
    let hashes = analyzed.layers.tokens.hashes
    let sentences = analyzed.layers.sentences
    var sentence = sentencesBefore
    for index in mentions.indices {
      let mention = mentions[index]
      while sentence - sentencesBefore + 1 < sentences.count,
        sentences[sentence - sentencesBefore].span.end <= mention.span.start
      {
        sentence += 1
      }
      let reference = MentionReference(paragraph: paragraph, mention: index)
      switch mention.form {
      case .name, .acronym:
        if mention.kind == .role { continue }
        readName(mention, hashes, reference, sentence)
        readTitles(before: index, mentions, hashes, paragraph)
      case .candidate:
        guard let bearer = bySurname[hashes[mention.tokens.start]], chains.indices.contains(bearer),
          chains[bearer].kind == .person
        else { continue }
        join(reference, to: bearer)
        lastPerson = (bearer, sentence)
      case .descriptor: readDescriptor(mention, hashes, reference, sentence)
      case .pronoun: readPronoun(mention, hashes, reference, sentence)
      }
    }
    sentencesBefore += max(1, sentences.count)
  }

  // MARK: - Names

  private mutating func readName(
    _ mention: Mention, _ hashes: [UInt64], _ reference: MentionReference, _ sentence: Int
  ) {
    guard mention.tokens.end <= hashes.count, let last = mention.tokens.range.last else { return }
    let phrase = KindVotes.key(mention, hashes)
    let kind = votes.kind(mention, key: phrase)
    if kind != mention.kind { kindOfMention[reference] = kind }
    // The Germans are not Germany, whatever they share.
    let key = kind == .group ? ~phrase : phrase
    let isPerson = kind == .person
    let canonical = mention.fact.map {
      UInt64(truncatingIfNeeded: lexicons.facts.canonicalKey($0) &* 16 &+ ordinal(kind))
    }
    let chain =
      mention.linked.flatMap { entityOfMention[MentionReference(paragraph: reference.paragraph, mention: $0)] }
      ?? (isPerson ? person(mention.tokens, hashes, key) : byName[key])
      ?? canonical.flatMap { byCanonical[$0] }
      ?? newChain(mention, kind, reference, gender: isPerson ? lexicons.gender(hashes[mention.tokens.start]) : 0)
    join(reference, to: chain)
    byName[key] = chain
    if let canonical { byCanonical[canonical] = chain }
    if chains[chain].fact == nil, kind == mention.kind, chains[chain].kind == kind { chains[chain].fact = mention.fact }
    if mention.tokens.count > chains[chain].fullestCount, mention.form == .name {
      chains[chain].fullest = reference
      chains[chain].fullestCount = mention.tokens.count
    }
    guard isPerson else { return }
    if mention.tokens.count > 1 {
      let given = hashes[mention.tokens.start]
      if chains[chain].givenName == 0 { chains[chain].givenName = given }
      if chains[chain].gender == 0 { chains[chain].gender = lexicons.gender(given) }
    }
    bySurname[hashes[last]] = chain
    lastPerson = (chain, sentence)
  }

  /// The person that a name points back to: the same name, or the surname of the last one named so.
  private func person(_ name: TokenSpan, _ hashes: [UInt64], _ key: UInt64) -> Int? {
    if name.count > 1, let same = byName[key] { return same }
    guard let last = name.range.last, let bearer = bySurname[hashes[last]], chains[bearer].kind == .person else {
      // "Ilham" alone stays itself.
      return byName[key].flatMap { chains[$0].kind == .person ? $0 : nil }
    }
    if name.count == 1 { return bearer }
    let given = chains[bearer].givenName
    return given == 0 || given == hashes[name.start] ? bearer : nil
  }

  private mutating func newChain(
    _ mention: Mention, _ kind: EntityKind, _ reference: MentionReference, gender: Int
  ) -> Int {
    chains.append(
      EntityChain(
        kind: kind, fullest: reference, fullestCount: mention.tokens.count,
        fact: kind == mention.kind ? mention.fact : nil, gender: gender, givenName: 0, mentions: []))
    return chains.count - 1
  }

  private mutating func join(_ reference: MentionReference, to chain: Int) {
    chains[chain].mentions.append(reference)
    entityOfMention[reference] = chain
  }

  private func ordinal(_ kind: EntityKind) -> Int {
    switch kind {
    case .person: 0
    case .organization: 1
    case .place: 2
    case .group: 3
    case .product: 4
    case .event: 5
    case .work: 6
    case .law: 7
    case .role: 8
    case .language: 9
    case .other: 10
    }
  }

  // MARK: - What points back

  /// The titles that announce a name stand right before it.
  private mutating func readTitles(before name: Int, _ mentions: [Mention], _ hashes: [UInt64], _ paragraph: Int) {
    guard let chain = entityOfMention[MentionReference(paragraph: paragraph, mention: name)] else { return }
    var index = name - 1
    while index >= 0, mentions[index].kind == .role, mentions[index].linked == name {
      noteRole(mentions[index], hashes, MentionReference(paragraph: paragraph, mention: index), chain)
      index -= 1
    }
  }

  /// A key of the office that a title or description names, its article and modifiers left out.
  private func office(_ mention: Mention, _ hashes: [UInt64]) -> UInt64? {
    guard mention.tokens.end <= hashes.count else { return nil }
    for start in mention.tokens.range {
      guard let count = lexicons.office(hashes, at: start, limit: mention.tokens.end) else { continue }
      return hashes[start..<min(start + count, mention.tokens.end)].reduce(0) { Lexicon.extend($0, by: $1) }
    }
    return nil
  }

  private mutating func noteRole(
    _ mention: Mention, _ hashes: [UInt64], _ reference: MentionReference, _ chain: Int
  ) {
    guard let head = office(mention, hashes) else { return }
    let words = lexicons.words[hashes[mention.tokens.start]]
    if chains[chain].gender == 0 { chains[chain].gender = words.contains(.man) ? 1 : words.contains(.woman) ? 2 : 0 }
    if words.contains(.honorific) { return }
    if chains[chain].role == nil || mention.form == .descriptor {
      chains[chain].role = reference
    }
    if let bearer = byRole[head], bearer != chain { byRole[head] = -1 } else { byRole[head] = chain }
  }

  private mutating func readDescriptor(
    _ mention: Mention, _ hashes: [UInt64], _ reference: MentionReference, _ sentence: Int
  ) {
    if let linked = mention.linked,
      let chain = entityOfMention[MentionReference(paragraph: reference.paragraph, mention: linked)]
    {
      join(reference, to: chain)
      noteRole(mention, hashes, reference, chain)
      return
    }
    guard mention.kind == .person, let office = office(mention, hashes), let chain = byRole[office], chain >= 0
    else { return }
    join(reference, to: chain)
    lastPerson = (chain, sentence)
  }

  /// He and she: the person named last, in the same sentence or the one before, unless the gender says no.
  private mutating func readPronoun(
    _ mention: Mention, _ hashes: [UInt64], _ reference: MentionReference, _ sentence: Int
  ) {
    guard mention.tokens.start < hashes.count, let last = lastPerson, sentence - last.sentence <= 1 else {
      return
    }
    let classes = lexicons.words[hashes[mention.tokens.start]]
    if classes.contains(.plural) { return }
    let gender = classes.contains(.man) ? 1 : 2
    guard chains[last.chain].gender == 0 || chains[last.chain].gender == gender else { return }
    chains[last.chain].gender = gender
    join(reference, to: last.chain)
    lastPerson = (last.chain, sentence)
  }
}
