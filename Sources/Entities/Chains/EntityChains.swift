import DocumentModel
import Lexicons
import TextCore

/// An entity in the making.
struct EntityChain {
  var kind: EntityKind
  /// The mention with the most words.
  var fullest: MentionReference
  var fullestCount: Int
  var fact: Int?
  /// A title or description of the entity.
  var role: MentionReference?
  /// 1 man, 2 woman, 0 unknown; as names and titles tell it.
  var gender: Int
  /// The same as pronouns that were joined tell it: a guess that decides of further pronouns alone.
  var pronounGender = 0
  /// The sentence, counted over the draft, in which the person's name was last told, and the full one.
  var lastNamed = -100
  var lastNamedInFull = -100
  /// Hash of a person's first word; 0 if only a surname was seen.
  var givenName: UInt64 = 0
  /// "Jr.", "III"; 0 if none was seen.
  var generation: UInt64 = 0
  /// Letters of what stands between the first name and the surname: "HW".
  var middle: [UInt8] = []
  /// By whom the person was introduced, as "his lawyer" or "Orr's father": the chain, if that is known, and the pronoun's gender.
  var introducer: (chain: Int?, gender: Int, sentence: Int, isKin: Bool)?
  /// Keys of the offices that titles and descriptions give a person.
  var offices: [UInt64] = []
  /// Whether one of these was told with a country or body: "the Danish president".
  var hasQualifiedOffice = false
  /// Whether the surname alone was used of the person while nobody else bore it.
  var isCalledBySurname = false
  /// Whether it is one of several places of its name, and nothing tells which.
  var isUntold = false
  /// Whether a mention ends with the legal form of a firm.
  var isFirm = false
  /// Words that a description of the body may end with: "ministry" of the Ministry of Health.
  var heads: [UInt64] = []
  var mentions: [MentionReference] = []
}

/// Chains of mentions, grown in order of reading.
struct EntityChains {
  let lexicons: NameLexicons
  var chains: [EntityChain] = []
  var entityOfMention: LayerTable
  /// Kinds of names that the rest of the draft tells better than their paragraph.
  private(set) var kindOfMention: [MentionReference: EntityKind] = [:]
  private(set) var votes: KindVotes
  private var forms: BodyForms
  /// Names but for people's (and acronyms) by phrase hash and kind.
  private var byName = PhraseIndex()
  var people = PeopleIndex()
  /// By what the names table says is the same thing.
  private var byCanonical = PhraseIndex()
  /// People by the office of their title or description, with and without what it is of; -1 where several bear it.
  var byRole = PhraseIndex()
  var recentPeople = RecentChains()
  var recentBodies = RecentChains()
  /// Counted over the draft.
  private var sentencesBefore = 0
  /// The one that is being read, counted over the draft.
  private(set) var sentence = 0
  /// By the keys of their names, salted.
  var rivers = PhraseIndex()
  /// Places by their names.
  var seats: [UInt64: [Seat]] = [:]
  /// Chains of surnames that could be of either of a family.
  private var unresolved = PhraseIndex()

  init(lexicons: NameLexicons, _ pages: [DraftPage], counts: [Int]) {
    self.lexicons = lexicons
    entityOfMention = LayerTable(counts: counts)
    votes = KindVotes(lexicons)
    forms = BodyForms(lexicons)
    for page in pages {
      votes.count(page)
      forms.countCores(page)
    }
    for oneWord in [false, true] { for page in pages { forms.count(page, oneWord: oneWord) } }
  }

  /// Reads the mentions of a paragraph; paragraphs without any may be passed over.
  mutating func read(_ page: DraftPage) {
    var sentence = sentencesBefore
    for index in page.mentions.indices {
      let mention = page.mentions[index]
      while sentence - sentencesBefore + 1 < page.sentences.count,
        page.sentences[sentence - sentencesBefore].span.end <= mention.span.start
      {
        sentence += 1
      }
      self.sentence = sentence
      switch mention.form {
      case .name, .acronym: if mention.kind != .role { readName(index, page, sentence) }
      case .candidate: readCandidate(index, page, sentence)
      case .descriptor: readDescriptor(index, page, sentence)
      case .pronoun: readPronoun(index, page, sentence)
      }
    }
    sentencesBefore += max(1, page.sentences.count)
  }

  // MARK: - Names

  /// A word that is no person gives its kind up to a longer name's below this.
  private static let halfSure: Float = 0.6

  private mutating func readName(_ index: Int, _ page: DraftPage, _ sentence: Int) {
    let mention = page.mentions[index]
    guard mention.tokens.end <= page.keys.count, !mention.tokens.isEmpty else { return }
    let reference = page.reference(index)
    if let river = lexicons.river(mention, page) { return readRiver(river, index, page) }
    let isForm = mention.tokens.count == 1 && forms.isForm(page.keys[mention.tokens.start], of: .organization)
    var kind = votes.kind(mention, in: page, isForm: isForm)
    let title = title(before: index, page)
    if let told = formKind(mention, kind, title, page) { kind = told }
    if isFamily(mention, page) { kind = .group }
    let told = toldKind(mention, page)
    if let told { kind = told }
    if kind != mention.kind { kindOfMention[reference] = kind }
    let linked = mention.linked.flatMap { entityOfMention[page.reference($0)] }
    if kind == .person {
      readPerson(index, title, linked, page, sentence)
    } else {
      readThing(index, kind, linked, page, sentence, isTold: told != nil)
    }
  }

  /// What a word alone is that the draft has as a part of a longer name, and nobody is called so: "Delia" of Hurricane Delia,
  /// "Nimbalt" of Nimbalt Systems. Beside shares it is the firm, whoever bears its name.
  private func formKind(
    _ mention: Mention, _ kind: EntityKind, _ title: AnnouncedTitle, _ page: DraftPage
  ) -> EntityKind? {
    guard mention.tokens.count == 1, !title.isPresent, !votes.isDateline(mention, page), kind != .organization,
      kind != .event, kind != .group
    else {
      return nil
    }
    let word = page.keys[mention.tokens.start]
    if forms.isForm(word, of: .organization), votes.hasShares(mention, page) { return .organization }
    guard people.bearers(of: word).isEmpty, people.withGiven(word) == nil else { return nil }
    if kind == .person || kind == .other, forms.isForm(word, of: .event) { return .event }
    let isUnsure = mention.confidence < (kind == .person ? KindVotes.sure : EntityChains.halfSure)
    guard isUnsure, mention.fact == nil, lexicons.givenWeight(word) == 0 else { return nil }
    return [.event, .organization, .law].first { $0 != kind && forms.isForm(word, of: $0) }
  }

  private mutating func readPerson(
    _ index: Int, _ title: AnnouncedTitle, _ linked: Int?, _ page: DraftPage, _ sentence: Int
  ) {
    let mention = page.mentions[index]
    let name = lexicons.person(mention.tokens, page.keys)
    let canonical = canonicalKey(mention, .person, page)
    let age = name.words.count == 1 ? ageWord(before: mention, page) : 0
    let stranger = unresolved(name, title, age)
    let introduction = introduction(of: index, page)
    let owner = introduction.flatMap { entityOfMention[page.reference($0.owner)] }
    let shared = sharedSurname(index, page)
    let known =
      linked ?? knownPerson(name, title, age: age, shared: shared, canonical, page).flatMap { $0 == owner ? nil : $0 }
      ?? stranger.flatMap { unresolved[$0] }
    let chain =
      known
      ?? newChain(
        mention, .person, page.reference(index), gender: name.words.count > 1 ? lexicons.gender(name.given) : 0)
    if let stranger, known == nil { becomeStranger(chain, stranger, name, title) }
    if name.words.count > 1 { byName[page.key(name.words)] = chain }
    readTitles(before: index, page, chain, sentence)
    take(mention, .person, page.reference(index), chain, page)
    if let canonical, age == 0 { noteCanonical(canonical, chain, name) }
    if chains[chain].gender == 0 { chains[chain].gender = title.gender }
    if chains[chain].gender == 0 { chains[chain].gender = genderBeside(mention, page) }
    if chains[chain].gender == 0 { chains[chain].gender = genderOfFact(mention, page) }
    if let introduction { noteIntroduction(of: chain, by: owner, introduction, page) }
    if let shared {
      noteShared(name, shared, chain)
    } else if age == 0 {
      note(name, chain, page, isNew: known == nil, gender: title.gender)
    }
    if linked != nil, name.words.count == 1 { people.bear(name.surname, chain) }
    let isOwner = page.kind(mention.tokens.end) == .possessive
    recentPeople.note(chain, sentence, isOwner: isOwner, rank: rank(of: index, page))
  }

  /// Whom a name of a person points back to, by its words, its row of the names table, or the very same words.
  private func knownPerson(
    _ name: PersonName, _ title: AnnouncedTitle, age: UInt64, shared: UInt64?, _ canonical: UInt64?, _ page: DraftPage
  ) -> Int? {
    if let shared { return person(ofShared: shared, name, page) }
    // "The younger Orr" is whom no surname tells.
    if age != 0, !people.bearers(of: name.surname).isEmpty { return nil }
    if let found = person(name, title, page) { return found }
    let isFull = name.words.count > 1
    let tabled = canonical.flatMap { isFull || people.bearers(of: name.surname).isEmpty ? byCanonical[$0] : nil }
    if let tabled, isCompatible(tabled, name, page), namesakes(name, page).count < 2 { return tabled }
    guard isFull, let same = byName[page.key(name.words)] else { return nil }
    return isCompatible(same, name, page) ? same : nil
  }

  /// One row of the names table is one person: "Sam Ortiz" has none beside Sam Ortiz Jr., if it would be his son's.
  private mutating func noteCanonical(_ canonical: UInt64, _ chain: Int, _ name: PersonName) {
    guard let other = byCanonical[canonical], other != chain, name.words.count > 1,
      chains[other].generation != name.generation
    else {
      byCanonical[canonical] = chain
      return
    }
    chains[name.generation == 0 ? chain : other].fact = nil
    if name.generation != 0 { byCanonical[canonical] = chain }
  }

  /// One of a family, nobody knows who: of their gender if they are all of one.
  private mutating func becomeStranger(
    _ chain: Int, _ stranger: UInt64, _ name: PersonName, _ title: AnnouncedTitle
  ) {
    unresolved[stranger] = chain
    if title.gender != 0 { return }
    let genders = Set(people.bearers(of: name.surname).map { chains[$0].gender })
    if chains[chain].gender == 0, genders.count == 1, let gender = genders.first { chains[chain].gender = gender }
  }

  /// "His wife, Ana Orr": whose she is, and that she is a woman.
  private mutating func noteIntroduction(
    of chain: Int, by owner: Int?, _ introduction: (owner: Int, noun: Int), _ page: DraftPage
  ) {
    let gender = gender(ofWord: introduction.noun, page)
    let isPronoun = page.mentions[introduction.owner].form == .pronoun
    let owners = isPronoun ? self.gender(ofPronoun: introduction.owner, page) : 0
    chains[chain].introducer = (owner, owners, sentence, gender != 0)
    if chains[chain].gender == 0 { chains[chain].gender = gender }
  }

  private mutating func readThing(
    _ index: Int, _ kind: EntityKind, _ linked: Int?, _ page: DraftPage, _ sentence: Int, isTold: Bool
  ) {
    let mention = page.mentions[index]
    let phrase =
      BodyForms.has(kind) && !votes.isDateline(mention, page)
      ? forms.key(mention, kind, in: page) : page.key(mention.tokens.range)
    // The Germans are not Germany, whatever they share; the Amazon is not Amazon, if both are sure.
    let ofKind = Lexicon.extend(phrase, by: UInt64(truncatingIfNeeded: ordinal(kind) + 1))
    let own = page.key(mention.tokens.range)
    let ofOwn = Lexicon.extend(own, by: UInt64(truncatingIfNeeded: ordinal(kind) + 1))
    let ofAnyKind = kind == .group ? ofKind : own
    let isOneKind = !isTold && (mention.tokens.count > 1 || mention.confidence < KindVotes.sure)
    let ofOtherKind = isOneKind ? byName[ofAnyKind] : nil
    let canonical = canonicalKey(mention, kind, page)
    let nation = kind == .place ? nation(of: index, page) : nil
    let seat = kind == .place ? nation.map(key(ofNation:)) ?? seat(of: index, page) : 0
    let namesake = kind == .place && linked == nil ? namesake(own, seat) : nil
    let known: Int? =
      switch namesake {
      case .chain(let chain): chain
      case .new: nil
      case nil:
        linked ?? byName[ofKind] ?? byName[ofOwn] ?? ofOtherKind ?? canonical.flatMap { byCanonical[$0] }
      }
    let chain = known ?? newChain(mention, kind, page.reference(index), gender: 0)
    if kind == .place { noteSeat(own, seat, chain) }
    byName[ofKind] = chain
    byName[ofOwn] = chain
    byName[ofAnyKind] = chain
    if let canonical { byCanonical[canonical] = chain }
    if case .new = namesake, seat == 0 { chains[chain].isUntold = true }
    take(mention, kind, page.reference(index), chain, page)
    if let nation { chains[chain].fact = nation }
    guard kind == .organization || kind == .place else { return }
    noteHeads(mention, chain, page)
    recentBodies.note(chain, sentence, isOwner: false, rank: .other)
  }

  private func canonicalKey(_ mention: Mention, _ kind: EntityKind, _ page: DraftPage) -> UInt64? {
    forms.fact(mention, page).map { UInt64(truncatingIfNeeded: lexicons.facts.canonicalKey($0) &* 16 &+ ordinal(kind)) }
  }

  private mutating func take(
    _ mention: Mention, _ kind: EntityKind, _ reference: MentionReference, _ chain: Int, _ page: DraftPage
  ) {
    join(reference, to: chain)
    if chains[chain].isUntold {
      chains[chain].fact = nil
    } else if chains[chain].fact == nil, kind == mention.kind, chains[chain].kind == kind {
      chains[chain].fact = forms.fact(mention, page)
    }
    if mention.tokens.count > chains[chain].fullestCount, mention.form == .name {
      chains[chain].fullest = reference
      chains[chain].fullestCount = mention.tokens.count
    }
  }

  /// A capitalized word that nothing tells to be a name is one if somebody of the draft bears it.
  private mutating func readCandidate(_ index: Int, _ page: DraftPage, _ sentence: Int) {
    let mention = page.mentions[index]
    guard page.keys.indices.contains(mention.tokens.start) else { return }
    let name = lexicons.person(mention.tokens, page.keys)
    guard !people.bearers(of: name.surname).isEmpty, let bearer = person(name, AnnouncedTitle(), page) else { return }
    join(page.reference(index), to: bearer)
    recentPeople.note(
      bearer, sentence, isOwner: page.kind(mention.tokens.end) == .possessive, rank: rank(of: index, page))
  }

  mutating func newChain(
    _ mention: Mention, _ kind: EntityKind, _ reference: MentionReference, gender: Int
  ) -> Int {
    chains.append(
      EntityChain(
        kind: kind, fullest: reference, fullestCount: mention.tokens.count,
        fact: kind == mention.kind ? mention.fact : nil, gender: gender))
    return chains.count - 1
  }

  mutating func noteKind(_ kind: EntityKind, _ reference: MentionReference) { kindOfMention[reference] = kind }

  mutating func join(_ reference: MentionReference, to chain: Int) {
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
}
