import DocumentModel
import TextCore

/// He and she: whoever was named last, in the same sentence or the one before, unless gender or grammar says no.
extension EntityChains {
  private static let him = CaseFolding.hash("him")
  private static let her = CaseFolding.hash("her")
  static let subjects = ["he", "she", "they", "we", "you", "i"].map { CaseFolding.hash($0) }
  private static let `as` = CaseFolding.hash("as")
  private static let with = CaseFolding.hash("with")
  /// A subject that is a pronoun of which nobody knows whom it means.
  private static let unknown = -2
  /// Sentences between a pronoun and whom it may mean.
  private static let reach = 1
  /// The same where who was named last is but an owner: "Verdi's".
  private static let furthest = 3

  mutating func readPronoun(_ index: Int, _ page: DraftPage, _ sentence: Int) {
    let mention = page.mentions[index]
    let classes = lexicons.words[page.hash(mention.tokens.start)]
    if classes.contains(.plural) { return }
    let gender = gender(ofPronoun: index, page)
    let isObject = isObject(mention.tokens.start, page)
    var others: [Int] = []
    if isObject, !isOfSubject(mention.tokens.start, page), let subject = subject(before: index, page) {
      // "He had begged him": nobody knows who, so neither whom.
      if subject == EntityChains.unknown { return }
      others += [subject] + describers(ofSubjectBefore: index, page)
    }
    if !isObject, let described = described(byPossessive: mention.tokens.start, index, page) {
      others.append(described)
    }
    switch speaker(around: index, page) {
    case .chain(let speaker): others.append(speaker)
    case .twin: return
    case nil: break
    }
    guard let nearest = antecedent(gender, sentence, but: others),
      let chain = salient(nearest, index, gender, but: others, page, isObject: isObject),
      isObject || !hasRival(chain, index, gender, page)
    else { return }
    // "Hart called Brown a liar and sued him": the verb may be the first subject's.
    if isObject, page.hash(mention.tokens.start - 2) == EntityChains.and,
      chain == firstPerson(before: index, from: sentenceStart(index, page), page)
    {
      return
    }
    chains[chain].pronounGender = gender
    join(page.reference(index), to: chain)
    // A guess at one of unknown gender carries no further past others.
    if chains[chain].gender != 0 || recentPeople.namings.last?.chain == chain {
      recentPeople.note(chain, sentence, isOwner: false, rank: rank(of: index, page))
    }
  }

  func isOf(_ gender: Int, _ chain: Int) -> Bool {
    (chains[chain].gender != 0 ? chains[chain].gender : chains[chain].pronounGender) == gender
  }

  /// The person named last whom a pronoun can mean. One whose gender is unknown must be the last of all but those of the other.
  func antecedent(_ gender: Int, _ sentence: Int, but others: [Int]) -> Int? {
    var owner: Int?
    var isFirst = true
    for naming in recentPeople.namings.reversed() where sentence - naming.sentence <= EntityChains.furthest {
      if others.contains(naming.chain) {
        isFirst = false
        continue
      }
      let isNear = sentence - naming.sentence <= EntityChains.reach
      if isOf(gender, naming.chain) {
        if isNear || owner != nil { return naming.chain }
      } else if isOf(0, naming.chain), isNear, isFirst {
        if !naming.isOwner { return naming.chain }
        owner = naming.chain
        isFirst = false
      }
    }
    return owner
  }

  /// "him", and "her" without a noun after it.
  private func isObject(_ token: Int, _ page: DraftPage) -> Bool {
    if page.hash(token) == EntityChains.him { return true }
    guard page.hash(token) == EntityChains.her else { return false }
    switch page.kind(token + 1) {
    case .word: return !lexicons.words[page.hash(token + 1)].isDisjoint(with: [.stop, .placePreposition, .calendar])
    case .number, .doubleQuote, .singleQuote: return false
    default: return true
    }
  }

  /// "Hart had her son with her", "Hart looked behind her": beside a word of place a pronoun may well be the subject.
  private func isOfSubject(_ token: Int, _ page: DraftPage) -> Bool {
    let before = page.hash(token - 1)
    // "Orr stood beside her" is no subject beside herself.
    if lexicons.chainWords[before] == .beside { return lexicons.chainWords[page.hash(token - 2)] != .standing }
    guard before == EntityChains.with else { return false }
    return (max(0, token - EntityChains.longestObject)..<token).contains {
      lexicons.chainWords[page.hash($0)] == .having
    }
  }

  /// Words between "had" and "with her".
  private static let longestObject = 6

  /// The person who is the subject of the clause that a pronoun is in: the first named of it. "Hart thanked her": not Hart.
  private func subject(before index: Int, _ page: DraftPage) -> Int? {
    let pronoun = page.mentions[index].tokens.start
    let sentence = sentenceStart(index, page)
    let comma = clauseStart(pronoun, from: sentence, page, atCommas: true)
    if let subject = firstPerson(before: index, from: comma, page) { return subject }
    if let head = head(ofClauseAt: comma, before: index, page) { return head }
    // "Hart, the mayor, thanked her.", "Hart, who had won, thanked her."
    let clause = clauseStart(pronoun, from: sentence, page, atCommas: false)
    return firstPerson(before: index, from: clause, page) ?? head(ofClauseAt: clause, before: index, page)
  }

  func sentenceStart(_ index: Int, _ page: DraftPage) -> Int {
    let token = page.mentions[index].tokens.start
    let sentence = page.sentences.partitionPoint { $0.tokens.end > token }
    return page.sentences.indices.contains(sentence) ? page.sentences[sentence].tokens.start : 0
  }

  private func clauseStart(_ pronoun: Int, from sentence: Int, _ page: DraftPage, atCommas: Bool) -> Int {
    for token in (sentence..<max(sentence, pronoun)).reversed() {
      let hash = page.hash(token)
      switch page.kind(token) {
      case .word:
        // "Orr, as friends called him".
        if hash == EntityChains.as, page.isMark(token - 1, UInt8(ascii: ",")) { return token + 1 }
        // "Named a street after her": a preposition.
        if lexicons.chainWords[hash] == .clause, token + 1 < pronoun { return token + 1 }
        // "Brown said Hart had thanked her", but "Hart told her".
        if token + 1 < pronoun, lexicons.words[hash].contains(.saying) { return token + 1 }
      case .doubleQuote: return token + 1
      case .punctuation:
        let isComma = page.isMark(token, UInt8(ascii: ","))
        if isComma ? atCommas : true { return token + 1 }
      default: break
      }
    }
    return sentence
  }

  private func firstPerson(before index: Int, from start: Int, _ page: DraftPage) -> Int? {
    var found: Int?
    for other in (0..<index).reversed() {
      let mention = page.mentions[other]
      if mention.tokens.start < start { break }
      // An owner is no subject: "Hart's lawyer thanked her."
      if page.kind(mention.tokens.end) == .possessive || isComplement(mention.tokens.start, page) { continue }
      let chain = entityOfMention[page.reference(other)]
      switch mention.form {
      // "the judge" is somebody else, whoever it is.
      case .descriptor: if mention.linked == nil, mention.kind == .person { found = chain ?? -1 }
      case .pronoun:
        if EntityChains.subjects.contains(page.hash(mention.tokens.start)),
          !lexicons.words[page.hash(mention.tokens.start)].contains(.plural)
        {
          found =
            chain ?? (gender(ofPronoun: other, page) == gender(ofPronoun: index, page) ? EntityChains.unknown : -1)
        }
      case .name, .acronym, .candidate: if let chain, chains[chain].kind == .person { found = chain }
      }
    }
    return found
  }

  /// Whether what begins at a token belongs to a preposition or verb before it: "intrigued by Hart", "they gave Hart a car".
  private func isComplement(_ token: Int, _ page: DraftPage) -> Bool {
    let before = page.hash(token - 1)
    guard page.kind(token - 1) == .word, !page.isCapitalized(token - 1) else { return false }
    switch lexicons.chainWords[before] {
    case .reference, .preposition, .beside: return true
    default: break
    }
    let classes = lexicons.words[before]
    if classes.contains(.placePreposition) { return true }
    return classes.isEmpty && EntityChains.subjects.contains(page.hash(token - 2))
  }
}
