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
  /// Keys of the offices that titles and descriptions give a person.
  var offices: [UInt64] = []
  /// Whether one of these was told with a country or body: "the Danish president".
  var hasQualifiedOffice = false
  /// Whether the surname alone was used of the person while nobody else bore it.
  var isCalledBySurname = false
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
  private var votes: KindVotes
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
    let isForm = mention.tokens.count == 1 && forms.isForm(page.keys[mention.tokens.start], of: .organization)
    var kind = votes.kind(mention, in: page, isForm: isForm)
    let title = title(before: index, page)
    if let told = formKind(mention, kind, title, page) { kind = told }
    if isFamily(mention, page) { kind = .group }
    if kind != mention.kind { kindOfMention[reference] = kind }
    let linked = mention.linked.flatMap { entityOfMention[page.reference($0)] }
    if kind == .person {
      readPerson(index, title, linked, page, sentence)
    } else {
      readThing(index, kind, linked, page, sentence)
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
    let stranger = unresolved(name, title)
    let known =
      linked ?? person(name, title, page)
      ?? (name.words.count > 1 || people.bearers(of: name.surname).isEmpty
        ? canonical.flatMap { byCanonical[$0] } : nil)
      ?? (name.words.count > 1 ? byName[page.key(mention.tokens.range)] : nil)
      ?? stranger.flatMap { unresolved[$0] }
    let chain =
      known
      ?? newChain(
        mention, .person, page.reference(index), gender: name.words.count > 1 ? lexicons.gender(name.given) : 0)
    if let canonical { byCanonical[canonical] = chain }
    if let stranger, known == nil { unresolved[stranger] = chain }
    if name.words.count > 1 { byName[page.key(mention.tokens.range)] = chain }
    readTitles(before: index, page, chain, sentence)
    take(mention, .person, page.reference(index), chain, page)
    if chains[chain].gender == 0 { chains[chain].gender = title.gender }
    if chains[chain].gender == 0 { chains[chain].gender = genderBeside(mention, page) }
    if chains[chain].gender == 0 { chains[chain].gender = genderOfFact(mention, page) }
    note(name, chain, page, isNew: known == nil, gender: title.gender)
    let isOwner = page.kind(mention.tokens.end) == .possessive
    recentPeople.note(chain, sentence, isOwner: isOwner)
  }

  private mutating func readThing(
    _ index: Int, _ kind: EntityKind, _ linked: Int?, _ page: DraftPage, _ sentence: Int
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
    let isOneKind = mention.tokens.count > 1 || mention.confidence < KindVotes.sure
    let canonical = canonicalKey(mention, kind, page)
    let chain =
      linked ?? byName[ofKind] ?? byName[ofOwn] ?? (isOneKind ? byName[ofAnyKind] : nil)
      ?? canonical.flatMap { byCanonical[$0] } ?? newChain(mention, kind, page.reference(index), gender: 0)
    byName[ofKind] = chain
    byName[ofOwn] = chain
    byName[ofAnyKind] = chain
    if let canonical { byCanonical[canonical] = chain }
    take(mention, kind, page.reference(index), chain, page)
    guard kind == .organization || kind == .place else { return }
    noteHeads(mention, chain, page)
    recentBodies.note(chain, sentence, isOwner: false)
  }

  private func canonicalKey(_ mention: Mention, _ kind: EntityKind, _ page: DraftPage) -> UInt64? {
    forms.fact(mention, page).map { UInt64(truncatingIfNeeded: lexicons.facts.canonicalKey($0) &* 16 &+ ordinal(kind)) }
  }

  private mutating func take(
    _ mention: Mention, _ kind: EntityKind, _ reference: MentionReference, _ chain: Int, _ page: DraftPage
  ) {
    join(reference, to: chain)
    if chains[chain].fact == nil, kind == mention.kind, chains[chain].kind == kind {
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
    recentPeople.note(bearer, sentence, isOwner: page.kind(mention.tokens.end) == .possessive)
  }

  private mutating func newChain(
    _ mention: Mention, _ kind: EntityKind, _ reference: MentionReference, gender: Int
  ) -> Int {
    chains.append(
      EntityChain(
        kind: kind, fullest: reference, fullestCount: mention.tokens.count,
        fact: kind == mention.kind ? mention.fact : nil, gender: gender))
    return chains.count - 1
  }

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
