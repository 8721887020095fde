import DocumentModel
import Lexicons
import TextCore

/// Whether a person of the draft is the one that the names table knows by the name. It lists some hundred thousand office-holders,
/// and most names have many bearers: a fire chief must not be told to be a congressman. Heads of state and the like are taken for
/// themselves unless the draft says otherwise; others only with their office and country; in between the table's person is told
/// as a namesake.
extension DraftFacts {
  func person(_ entity: Entity, _ fact: Int) -> Told? {
    guard let name = fullestName(entity), let rows = lexicons.names.rows(name) else { return nil }
    let candidates = rows.filter { facts.kind($0) == .person }
    // The surname's row says nothing of who has another first name: "Jane Obama", later "Obama".
    guard candidates.contains(fact) || name.count == 1 else { return nil }
    let offices = offices(of: entity)
    let described = described(entity)
    let verdicts = candidates.map { verdict($0, offices, isSurname: name.count == 1, described) }
    if let sure = verdicts.firstIndex(of: .same) {
      // Two that fit are told apart by nobody.
      let rival = verdicts[(sure + 1)...].contains(.same)
      let row = candidates[sure]
      return Told(
        row: row, isNamesake: rival && facts.weight(row) > 2,
        isOfAnotherTime: !isCurrent(row) && !offices.isEmpty && !offices.isTold(in: facts.description(row)))
    }
    return verdicts.firstIndex(of: .namesake).map { Told(row: candidates[$0], isNamesake: true) }
  }

  private enum Verdict { case same, namesake, other }

  private func verdict(_ row: Int, _ offices: Offices, isSurname: Bool, _ description: Described) -> Verdict {
    let weight = facts.weight(row)
    let isHere = facts.countryKey(row) == 0 || isNamed(row)
    let fits = offices.fit(facts.description(row))
    if weight > 2 {
      if isSurname { return .other }
      if fits, isNamed(row) { return isElsewhere(row) ? .namesake : .same }
      return offices.isEmpty && isNamed(row) && weight <= 4 ? .namesake : .other
    }
    if fits { return .same }
    // "John Hartwell, who runs a bakery", "Ann Hartwell, 12": a reporter does not tell so of the world-famous.
    if description == .other, offices.isEmpty { return .other }
    // A country alone tells a head of state from others of the name; a minister of old days it does not.
    let asOf = facts.asOf(row)
    let leads = isHead(facts.description(row))
    if offices.isEmpty && isHere && weight == 1 && (leads || isWithinMemory(asOf)) { return .same }
    let isRecent = isCurrent(row) || weight == 1 && asOf.contains(DraftFacts.heldIn)
    // Who led a country within memory needs no word beside the name: readers know who it is.
    let isKnown = isRecent || isWithinMemory(asOf) && (weight == 1 || leads)
    if offices.isEmpty {
      return description == .nothing && (isRecent && weight == 1 || isKnown && !isSurname) ? .same : .namesake
    }
    return isRecent && isHere && offices.arePolitical ? .same : isRecent || isHere ? .namesake : .other
  }

  /// Whether the table's newest sources know somebody in an office: they tell it "as of" their day, old ones that it was "held
  /// in" a month.
  private func isCurrent(_ row: Int) -> Bool { facts.asOf(row).contains("as of ") }

  private static let heldIn = "held in "

  /// "Chancellor of Germany", "President of South Africa".
  private func isHead(_ description: String) -> Bool {
    lexicons.officeClass(CaseFolding.hash(String(description.prefix { $0 != " " }))) == "head"
  }

  /// Whether a term of office has ended in the lifetime of many readers.
  private func isWithinMemory(_ asOf: String) -> Bool {
    asOf.split { !$0.isNumber }.contains { $0.count == 4 && $0 >= "1940" }
  }

  /// What stands beside a name: an age that a leader may have; what a reporter does not say of one; or nothing.
  private enum Described { case nothing, aged, other }

  private func described(_ entity: Entity) -> Described {
    var found = Described.nothing
    for reference in entity.mentions {
      guard let mention = mention(reference), mention.form == .name,
        isMark(reference.paragraph, mention.tokens.end, UInt8(ascii: ","))
      else { continue }
      switch described(by: mention.tokens.end + 1, reference.paragraph) {
      case .other: return .other
      case .aged: found = .aged
      case .nothing: break
      }
    }
    return found
  }

  private func described(by token: Int, _ paragraph: Int) -> Described {
    let tokens = draft.paragraphs[paragraph].layers.tokens
    guard token < tokens.count else { return .nothing }
    let text = draft.text(paragraph, tokens.span(token))
    switch tokens.kinds[token] {
    case .number:
      guard isMark(paragraph, token + 1, UInt8(ascii: ",")) else { return .nothing }
      return Int(text).map { $0 < DraftFacts.youngest } == true ? .other : .aged
    case .word where tokens.shapes[token] == .lower:
      let isNoun = lexicons.words[tokens.hashes[token]].isEmpty && text.contains("-")
      return isNoun || DraftFacts.descriptions.contains(tokens.hashes[token]) ? .other : .nothing
    default: return .nothing
    }
  }

  /// In years: nobody younger leads a country.
  private static let youngest = 35
  private static let descriptions = ["who", "a", "an"].map { CaseFolding.hash($0) }

  /// "U.S. representative from Ohio" where the draft names states and not Ohio.
  private func isElsewhere(_ row: Int) -> Bool {
    guard regionCountries.contains(facts.countryKey(row)) else { return false }
    let told = facts.description(row)
    return !regions.contains { told.contains($0) }
  }

  /// The offices that titles before a person's names and descriptions after them tell.
  private func offices(of entity: Entity) -> Offices {
    var offices = Offices(lexicons: lexicons)
    for reference in entity.mentions {
      guard let mention = mention(reference) else { continue }
      if mention.form == .descriptor {
        if let words = words(reference) { offices.add(words) }
        continue
      }
      guard mention.form == .name else { continue }
      if let words = wordsOfOffice(before: mention, reference) { offices.add(words) }
      for step in [-2, -1, 1] {
        let beside = MentionReference(paragraph: reference.paragraph, mention: reference.mention + step)
        guard let role = self.mention(beside), role.kind == .role, isBeside(role, mention, reference),
          let words = words(beside)
        else { continue }
        offices.add(words)
      }
    }
    return offices
  }

  /// "nurse" of "the nurse Anna Cole", which is no mention of its own where the paragraph is yet to be read.
  private func wordsOfOffice(before name: Mention, _ reference: MentionReference) -> ArraySlice<UInt64>? {
    let hashes = draft.paragraphs[reference.paragraph].layers.tokens.hashes
    guard name.tokens.start <= hashes.count else { return nil }
    for start in max(0, name.tokens.start - 3)..<name.tokens.start
    where lexicons.office(hashes, at: start, limit: name.tokens.start) == name.tokens.start - start {
      return hashes[start..<name.tokens.start]
    }
    return nil
  }

  /// "Senator Anna Cole", "the speaker, Sir Lindsay Cole", "Anna Cole, a senator".
  private func isBeside(_ role: Mention, _ name: Mention, _ reference: MentionReference) -> Bool {
    if role.linked == reference.mention || role.tokens.end == name.tokens.start { return true }
    let (first, second) = role.tokens.start < name.tokens.start ? (role, name) : (name, role)
    return isMark(reference.paragraph, first.tokens.end, UInt8(ascii: ","))
      && second.tokens.start <= first.tokens.end + 3
  }
}

/// The offices that a draft gives a person, by class (`office-words.tsv`) and by word.
private struct Offices {
  let lexicons: NameLexicons
  private var classes: Set<String> = []
  private var words: Set<UInt64> = []
  private(set) var isEmpty = true

  init(lexicons: NameLexicons) { self.lexicons = lexicons }

  mutating func add(_ role: ArraySlice<UInt64>) {
    // "Mr." tells nothing; "Pastor" and "Dr." do.
    for word in role where !isAddress(word) || lexicons.officeClass(word) != nil {
      if let named = lexicons.officeClass(word) {
        classes.insert(named)
        isEmpty = false
      } else if !lexicons.words[word].contains(.stop), !lexicons.isModifier(word) {
        words.insert(word)
        isEmpty = false
      }
    }
  }

  private func isAddress(_ word: UInt64) -> Bool {
    switch lexicons.chainWords[word] {
    case .forename, .royal: true
    case .courtesy: !lexicons.words[word].isDisjoint(with: [.man, .woman])
    default: false
    }
  }

  /// Whether one of them is an office that heads of state, ministers or lawmakers hold.
  var arePolitical: Bool { !classes.isEmpty }

  /// Whether a description of the names table tells the very office: "foreign minister" is no Minister of Defence.
  func isTold(in description: String) -> Bool {
    let parts = description.split { !$0.isLetter }
    // "Defense Minister" is Minister of Defence.
    let told =
      (parts + parts.filter { $0.hasSuffix("ce") }.map { $0.dropLast(2) + "se" }
      + parts.filter { $0.hasSuffix("se") }.map { $0.dropLast(2) + "ce" }).map { CaseFolding.hash(String($0)) }
    let named = told.compactMap(lexicons.officeClass).filter(classes.contains)
    if named.contains("head") { return true }
    return fit(description) && (words.isEmpty || told.contains(where: words.contains))
  }

  /// Whether a description of the names table tells one of them.
  func fit(_ description: String) -> Bool {
    description.split { !$0.isLetter }.contains { part in
      let word = CaseFolding.hash(String(part))
      return lexicons.officeClass(word).map(classes.contains) ?? (part.count > 3 && words.contains(word))
    }
  }
}
