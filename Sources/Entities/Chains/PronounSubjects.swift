import DocumentModel
import TextCore

/// Who is spoken of: the subject of a sentence before its objects, and nobody where somebody unnamed has come between.
extension EntityChains {
  private static let determiners = ["the", "a", "an", "another", "one"].map { CaseFolding.hash($0) }
  private static let that = CaseFolding.hash("that")
  private static let conjunctions = ["and", "but", "or"].map { CaseFolding.hash($0) }

  // MARK: - Ranks

  /// What a name, a description or "he" is to its sentence.
  func rank(of index: Int, _ page: DraftPage) -> RecentChains.Rank {
    let mention = page.mentions[index]
    let end = mention.tokens.end
    if page.kind(end) == .possessive { return .other }
    if mention.form == .pronoun, !EntityChains.subjects.contains(page.hash(mention.tokens.start)) { return .other }
    let start = phraseStart(index, page)
    let sentence = sentenceStart(index, page)
    guard start > sentence else { return .subject }
    let before = page.hash(start - 1)
    let isSpeaker = lexicons.words[page.hash(end)].contains(.saying)
    switch page.kind(start - 1) {
    case .word: return rank(after: start - 1, before, index, page, isSpeaker: isSpeaker)
    case .punctuation:
      // "LONDON - Orr left", "On Monday, Orr left", but "Orr beat Hart, Roe and Lund".
      let hasSubject = recentPeople.namings.contains { $0.sentence == self.sentence && $0.rank == .subject }
      if isSpeaker || !hasSubject { return .subject }
      return page.isMark(start - 1, UInt8(ascii: ",")) ? .other : .clause
    default: return isSpeaker ? .subject : .clause
    }
  }

  private func rank(
    after token: Int, _ word: UInt64, _ index: Int, _ page: DraftPage, isSpeaker: Bool
  ) -> RecentChains.Rank {
    let classes = lexicons.words[word]
    if classes.contains(.saying) {
      if lexicons.chainWords[word] == .telling { return .other }
      // "…," said Orr.
      let isInverted = page.kind(token - 1) == .doubleQuote || page.isMark(token - 1, UInt8(ascii: ","))
      return isInverted ? .subject : .clause
    }
    switch lexicons.chainWords[word] {
    case .reference, .preposition, .beside: return .other
    case .clause: return .clause
    case .telling: return .other
    default: break
    }
    if classes.contains(.placePreposition) { return .other }
    if EntityChains.conjunctions.contains(word) {
      let joined = index > 0 && page.mentions[index - 1].tokens.end == token
      guard joined, let other = entityOfMention[page.reference(index - 1)],
        let naming = recentPeople.namings.last(where: { $0.chain == other && $0.sentence == sentence })
      else { return .clause }
      return naming.rank
    }
    if isSpeaker { return .subject }
    return page.isCapitalized(token) || classes.contains(.stop) ? .clause : .other
  }

  /// Where the phrase begins of which a name is the end: "the former winger Lia Orr".
  private func phraseStart(_ index: Int, _ page: DraftPage) -> Int {
    var start = start(of: index, page)
    for _ in 0..<EntityChains.longestPhrase
    where isNounForPerson(start - 1, page) || lexicons.isModifier(page.hash(start - 1)) {
      start -= 1
    }
    return EntityChains.determiners.contains(page.hash(start - 1)) ? start - 1 : start
  }

  /// Words before a name that describe its bearer.
  private static let longestPhrase = 4

  // MARK: - The choice

  /// Whom a pronoun means if the person named last fits. The subject of the sentence before outranks its objects; within one
  /// sentence nobody knows: "Orr met Hart at his office". Nil where it could be either.
  func salient(
    _ nearest: Int, _ index: Int, _ gender: Int, but others: [Int], _ page: DraftPage, isObject: Bool
  ) -> Int? {
    guard let naming = recentPeople.namings.last(where: { $0.chain == nearest }) else { return nearest }
    // Within one sentence its subject is out of the question.
    if isObject, naming.sentence == sentence { return nearest }
    let rival = recentPeople.namings.last {
      $0.sentence == naming.sentence && $0.rank == .subject && $0.chain != nearest && !others.contains($0.chain)
        && fits(gender, $0.chain)
    }
    guard naming.rank != .subject, let rival else {
      return isObject ? nearest : toldApart(nearest, index, gender, page)
    }
    let isSure = isSure(rival.chain) || !isSure(nearest)
    if naming.sentence < sentence { return naming.rank == .other && isSure ? rival.chain : nil }
    if let speaker = saying(before: page.mentions[index].tokens.start, page) {
      return isSpeaker(nearest, before: speaker, index, page) ? nearest : isSure ? rival.chain : nil
    }
    return naming.rank == .clause ? nearest : nil
  }

  private func isSure(_ chain: Int) -> Bool { chains[chain].gender != 0 || chains[chain].pronounGender != 0 }

  private func fits(_ gender: Int, _ chain: Int) -> Bool { isOf(gender, chain) || isOf(0, chain) }

  /// "Hart said", "the mayor, Ann Hart, said"; but not "who had met Hart, said".
  private func isSpeaker(_ chain: Int, before verb: Int, _ index: Int, _ page: DraftPage) -> Bool {
    if entity(endingAt: verb, before: index, page) == chain { return true }
    let comma = UInt8(ascii: ",")
    guard page.isMark(verb - 1, comma),
      let name = near(index).last(where: { page.mentions[$0].tokens.end == verb - 1 && page.mentions[$0].form == .name }
      )
    else { return false }
    return entityOfMention[page.reference(name)] == chain && page.isMark(start(of: name, page) - 1, comma)
  }

  /// The verb of saying right before "he" or "that he".
  private func saying(before token: Int, _ page: DraftPage) -> Int? {
    let verb = page.hash(token - 1) == EntityChains.that ? token - 2 : token - 1
    return lexicons.words[page.hash(verb)].contains(.saying) ? verb : nil
  }

  /// "His lawyer, Ann Roe, said he": a person and whose relative that is are told apart by gender or by nothing. "His mother", after
  /// "Orr's father, Ben Orr, left", is Orr's.
  private func toldApart(_ chain: Int, _ index: Int, _ gender: Int, _ page: DraftPage) -> Int? {
    guard let introducer = chains[chain].introducer else { return chain }
    guard let owner = introducer.chain else {
      let fits = introducer.gender == 0 || introducer.gender == gender
      return fits && introducer.sentence == sentence ? nil : chain
    }
    guard owner != chain, fits(gender, owner) else { return chain }
    if introducer.sentence == sentence { return nil }
    let token = page.mentions[index].tokens.start
    guard introducer.isKin, introducer.sentence == sentence - 1, token == sentenceStart(index, page),
      self.gender(ofWord: token + 1, page) != 0
    else { return chain }
    return isOf(gender, owner) ? owner : nil
  }

  // MARK: - The unnamed

  /// In tokens, back from a pronoun.
  private static let farthestRival = 60

  /// "Orr left. The bishop said he was tired.": somebody unnamed is the subject between a pronoun and whom it would mean.
  func hasRival(_ chain: Int, _ index: Int, _ gender: Int, _ page: DraftPage) -> Bool {
    let pronoun = page.mentions[index].tokens.start
    let here = sentenceStart(index, page)
    let last = chains[chain].mentions.last.flatMap { $0.paragraph == page.paragraph ? $0.mention : nil }
    let named = last.map { page.mentions[$0].tokens.end } ?? 0
    // Who was named in this sentence is nearer than the subject of the one before.
    let before = page.sentences.last { $0.tokens.end <= here }?.tokens.start ?? here
    let from = max(named > here ? here : before, named, pronoun - EntityChains.farthestRival)
    let isSubject = EntityChains.subjects.contains(page.hash(pronoun))
    return (from..<max(from, pronoun)).contains { token in
      guard isNounForPerson(token, page), page.kind(token + 1) == .word || page.isMark(token + 1, UInt8(ascii: ",")),
        page.quotation(at: token) == page.quotation(at: pronoun),
        let start = subjectStart(token, page, [before, here], inClauses: isSubject && token >= here),
        start >= from, !isNamed(token, before: index, page)
      else { return false }
      let own = self.gender(ofWord: token, page)
      return own == 0 || own == gender
    }
  }

  /// Where the phrase of a noun begins if it opens a sentence or clause: "The former foreign minister", "his lawyer".
  private func subjectStart(_ noun: Int, _ page: DraftPage, _ sentences: [Int], inClauses: Bool) -> Int? {
    if page.kind(noun + 1) == .possessive { return nil }
    var start = noun
    for _ in 0..<EntityChains.longestPhrase where page.kind(start - 1) == .word {
      start -= 1
      let word = page.hash(start)
      if EntityChains.determiners.contains(word) || lexicons.words[word].contains(.pronoun) {
        let before = page.hash(start - 1)
        if sentences.contains(start) || page.kind(start - 1) == .doubleQuote { return start }
        let opensClause = lexicons.chainWords[before] == .clause || lexicons.words[before].contains(.saying)
        return inClauses && opensClause && lexicons.chainWords[before] != .telling ? start : nil
      }
    }
    return nil
  }

  /// "The sculptor Lia Orr", "his lawyer, Ann Roe", and "the mayor" who is known.
  private func isNamed(_ noun: Int, before index: Int, _ page: DraftPage) -> Bool {
    let next = page.isMark(noun + 1, UInt8(ascii: ",")) ? noun + 2 : noun + 1
    return near(index).contains { other in
      let mention = page.mentions[other]
      switch mention.form {
      case .descriptor: return mention.tokens.contains(noun) && entityOfMention[page.reference(other)] != nil
      case .name, .candidate: return mention.tokens.start == next && (mention.kind == .person || mention.kind == .role)
      case .acronym, .pronoun: return false
      }
    }
  }

  // MARK: - Within a clause

  /// "Ana Orr, his rival,": whose rival she is was named before her.
  func described(byPossessive token: Int, _ index: Int, _ page: DraftPage) -> Int? {
    guard page.isMark(token - 1, UInt8(ascii: ",")),
      (token + 1...token + EntityChains.longestPhrase).prefix(while: { page.kind($0) == .word })
        .contains(where: { isNounForPerson($0, page) })
    else { return nil }
    return entity(endingAt: token - 1, before: index, page)
  }

  /// "Ana Orr, who followed her": the head of a relative clause is its subject.
  func head(ofClauseAt start: Int, before index: Int, _ page: DraftPage) -> Int? {
    guard page.hash(start - 1) == EntityChains.who else { return nil }
    let end = page.isMark(start - 2, UInt8(ascii: ",")) ? start - 2 : start - 1
    return entity(endingAt: end, before: index, page)
  }

  /// Mentions that are looked at before a pronoun.
  private func near(_ index: Int) -> Range<Int> { max(0, index - EntityChains.farthestMention)..<index }
  private static let farthestMention = 48

  private static let who = CaseFolding.hash("who")

  private func entity(endingAt token: Int, before index: Int, _ page: DraftPage) -> Int? {
    near(index).last {
      let mention = page.mentions[$0]
      return mention.tokens.end == token && mention.form != .pronoun && mention.kind == .person
    }.flatMap { entityOfMention[page.reference($0)] }
  }

  /// "Ana Orr, a cousin of Ben Orr, thanked him": those whom the description of the subject names are not thanked.
  func describers(ofSubjectBefore index: Int, _ page: DraftPage) -> [Int] {
    let pronoun = page.mentions[index].tokens.start
    let sentence = max(sentenceStart(index, page), pronoun - EntityChains.farthestRival)
    let comma = UInt8(ascii: ",")
    guard let close = (sentence..<max(sentence, pronoun)).last(where: { page.isMark($0, comma) }),
      let open = (sentence..<close).first(where: { page.isMark($0, comma) }),
      EntityChains.determiners.contains(page.hash(open + 1)),
      entity(endingAt: open, before: index, page) != nil
    else { return [] }
    return near(index).filter {
      let mention = page.mentions[$0]
      return mention.tokens.start > open && mention.tokens.end <= close && mention.form == .name
    }.compactMap { entityOfMention[page.reference($0)] }
  }
}
