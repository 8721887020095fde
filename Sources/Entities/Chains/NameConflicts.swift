import DocumentModel
import Lexicons
import TextCore

/// What keeps people of nearly one name apart: suffixes, middle initials, and being somebody else's relative.
extension EntityChains {
  /// In words; what is longer has no middle that anybody reads.
  private static let longestMiddle = 8

  /// The letters between a given name and a surname: "HW" of "George H.W. Bush", "f" of "John Fitzgerald Kennedy", small where
  /// a word is written out. None where one is no plain letter.
  func middleInitials(_ name: PersonName, _ page: DraftPage) -> [UInt8] {
    guard name.given != 0, 3...EntityChains.longestMiddle ~= name.words.count else { return [] }
    var letters: [UInt8] = []
    var isQuoted = false
    for token in name.words.dropFirst().dropLast() {
      if page.kind(token) == .doubleQuote || page.kind(token) == .singleQuote { isQuoted.toggle() }
      guard !isQuoted, page.isCapitalized(token), !lexicons.words[page.hash(token)].contains(.particle) else {
        continue
      }
      let span = page.tokens.span(token)
      let text = page.bytes[(span.start..<span.end).clamped(to: page.bytes.indices)]
      guard let first = text.first, first < 0x80 else { return [] }
      // "H.W." are two.
      letters += text.last == UInt8(ascii: ".") ? text.filter { 0x41...0x5A ~= $0 } : [first | 0x20]
    }
    return letters
  }

  /// Whether a name can be a person's already named: "George H.W. Bush" is not "George W. Bush", nor "Sam Ortiz Sr." "Sam Ortiz
  /// Jr."; and of two who differ in the suffix alone one is the other's father, though it is left out: "Sam Ortiz".
  func isCompatible(_ chain: Int, _ name: PersonName, _ page: DraftPage) -> Bool {
    guard chains.indices.contains(chain) else { return false }
    let known = chains[chain]
    if known.generation != name.generation {
      if known.generation != 0, name.generation != 0 { return false }
      if name.given != 0, known.givenName == name.given { return false }
    }
    guard name.given != 0, known.givenName == name.given else { return true }
    let middle = middleInitials(name, page)
    return EntityChains.isPart(middle, of: known.middle) || EntityChains.isPart(known.middle, of: middle)
  }

  /// Whether some letters stand among others in their order: of names written out some may be left out ("Hillary Diane Rodham
  /// Clinton"), of initials only the last.
  private static func isPart(_ part: [UInt8], of whole: [UInt8]) -> Bool {
    var rest = part.map { $0 | 0x20 }[...]
    for letter in whole {
      if letter | 0x20 == rest.first { rest.removeFirst() } else if letter < 0x60, !rest.isEmpty { return false }
    }
    return rest.isEmpty
  }

  // MARK: - Relatives

  /// "elder", "younger" right before a surname; 0 if neither.
  func ageWord(before mention: Mention, _ page: DraftPage) -> UInt64 {
    let word = page.hash(mention.tokens.start - 1)
    return lexicons.chainWords[word] == .age ? word : 0
  }

  /// Words of a description between a possessive and the name: "late father and mentor,".
  private static let longestDescription = 5

  /// The noun by which somebody else's possessive introduces a name, and the mention of that other one: "Orr's late father, Ben
  /// Orr", "his lawyer, Ann Roe".
  func introduction(of index: Int, _ page: DraftPage) -> (owner: Int, noun: Int)? {
    var token = start(of: index, page) - 1
    if page.isMark(token, UInt8(ascii: ",")) { token -= 1 }
    let noun = token
    guard isNounForPerson(noun, page) else { return nil }
    for _ in 0..<EntityChains.longestDescription where page.kind(token) == .word && !page.isCapitalized(token) {
      let classes = lexicons.words[page.hash(token)]
      if classes.contains(.pronoun) { break }
      // "In his role as mayor, Orr".
      if !classes.isDisjoint(with: [.stop, .placePreposition]), !lexicons.isModifier(page.hash(token)),
        page.hash(token) != EntityChains.and
      {
        return nil
      }
      token -= 1
    }
    let isPronoun =
      lexicons.words[page.hash(token)].contains(.pronoun) && !EntityChains.subjects.contains(page.hash(token))
    guard isPronoun || page.kind(token) == .possessive else { return nil }
    let end = isPronoun ? token + 1 : token
    for other in (max(0, index - EntityChains.nearMentions)..<index).reversed()
    where page.mentions[other].tokens.end == end && page.mentions[other].kind == .person {
      return (other, noun)
    }
    return nil
  }

  /// Mentions between a possessive and the name it introduces, titles and descriptions among them.
  private static let nearMentions = 4

  /// "lawyer", "widow", "spokeswoman", "rival": a noun for a person in lower case.
  func isNounForPerson(_ token: Int, _ page: DraftPage) -> Bool {
    guard page.kind(token) == .word, !page.isCapitalized(token) else { return false }
    let word = page.hash(token)
    switch lexicons.chainWords[word] {
    case .man, .woman, .nobleman, .noblewoman, .head: return true
    default: break
    }
    return lexicons.isPersonNoun(word) || lexicons.officeClass(word) != nil
      || lexicons.office(page.tokens.hashes, at: token, limit: token + 1) == 1
  }

  /// Where a name begins with the titles and descriptions that stand right before it.
  func start(of index: Int, _ page: DraftPage) -> Int {
    var start = page.mentions[index].tokens.start
    for other in (max(0, index - EntityChains.nearMentions)..<index).reversed()
    where page.mentions[other].linked == index && page.mentions[other].tokens.end == start {
      start = page.mentions[other].tokens.start
    }
    return start
  }

  // MARK: - Shared surnames

  /// The surname that a first name shares with the full name after it: "Bill and Hillary Clinton".
  func sharedSurname(_ index: Int, _ page: DraftPage) -> UInt64? {
    let mention = page.mentions[index]
    guard mention.tokens.count == 1, page.mentions.indices.contains(index + 1),
      page.hash(mention.tokens.end) == EntityChains.and
    else { return nil }
    let next = page.mentions[index + 1]
    let word = page.keys.indices.contains(mention.tokens.start) ? page.keys[mention.tokens.start] : 0
    guard next.kind == .person, next.form == .name, next.tokens.start == mention.tokens.end + 1,
      lexicons.isFirstName(word), people.bearers(of: word).isEmpty
    else { return nil }
    let name = lexicons.person(next.tokens, page.keys)
    return name.given != 0 && lexicons.givenWeight(name.given) > 0 ? name.surname : nil
  }

  static let and = CaseFolding.hash("and")
}
