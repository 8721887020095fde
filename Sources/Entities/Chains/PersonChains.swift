import DocumentModel
import Lexicons
import TextCore

/// Whom the names of people point back to.
extension EntityChains {
  /// The person that a name points back to; nil for one who is new, or could be either of two.
  func person(_ name: PersonName, _ title: AnnouncedTitle, _ page: DraftPage) -> Int? {
    name.words.count > 1 ? personOfFullName(name, title, page) : personOfOneWord(name, title, page)
  }

  /// A first word that is less common as a given name may be a part of the surname.
  private static let clearGivenName = 20
  /// In words; what is longer is not remembered by its parts.
  private static let longestName = 8

  private func personOfFullName(_ name: PersonName, _ title: AnnouncedTitle, _ page: DraftPage) -> Int? {
    let key = page.key(name.words)
    if let same = people.named(key), isCompatible(same, name, page) { return same }
    // "Van Dyke", "Caicedo Rentería": a part of a name that one person has.
    if let whole = people.withPart(key), whole >= 0, isSameGender(whole, title.gender), isCompatible(whole, name, page),
      name.given == 0 || lexicons.givenWeight(name.given) < EntityChains.clearGivenName
        || lexicons.gender(name.given) == 0 && lexicons.isSurname(name.given)
    {
      return whole
    }
    let gender = title.gender != 0 ? title.gender : lexicons.gender(name.given)
    let family = people.bearers(of: name.surname).filter { isCompatible($0, name, page) }
    let namesakes = namesakes(name, page)
    if let same = namesakes.last { return namesakes.count == 1 ? same : nil }
    // Known by the surname so far, or named by surname and particle now.
    // One whom "she" has meant is not Bill, though the name is open.
    let open = family.filter {
      (name.given == 0 || chains[$0].givenName == 0) && isSameGender($0, gender)
        && (gender == 0 || chains[$0].pronounGender == 0 || chains[$0].pronounGender == gender)
    }
    if open.count == 1 { return open[0] }
    // "Rentería" was named in the headline, or "Caicedo Rentería".
    for start in name.words.dropFirst().dropLast().prefix(EntityChains.longestName) {
      guard
        lexicons.givenWeight(page.keys[start]) < EntityChains.clearGivenName
          || lexicons.words[page.keys[start]].contains(.particle),
        let part = people.named(page.key(start..<name.words.upperBound)), isSameGender(part, gender)
      else { continue }
      return part
    }
    return nil
  }

  private func personOfOneWord(_ name: PersonName, _ title: AnnouncedTitle, _ page: DraftPage) -> Int? {
    var family = people.bearers(of: name.surname)
    if name.generation != 0 {
      let own = family.filter { chains[$0].generation == name.generation }
      // "Ortiz Jr." is none of those whose full names go without.
      family = own.isEmpty ? family.filter { chains[$0].generation == 0 && chains[$0].givenName == 0 } : own
      return bearer(of: family, title, page)
    }
    let given = people.withGiven(name.surname).flatMap { $0 >= 0 && isSameGender($0, title.gender) ? $0 : nil }
    if title.isOfForename, let given { return given }
    // "Xi" is Xi Jinping rather than Li Xi.
    if let given, lexicons.isFamilyNameFirst(name.surname), !family.isEmpty,
      family.allSatisfy({ chains[$0].givenName != 0 && lexicons.isFamilyNameFirst(chains[$0].givenName) })
    {
      return given
    }
    if !family.isEmpty { return bearer(of: family, title, page) }
    // An address goes with a surname: "Mr. Simon" is not Simon Hartwell, but "Sir Simon" is.
    if title.isPresent, !title.isOfForename, lexicons.givenWeight(name.surname) > 0,
      !lexicons.isFamilyNameFirst(name.surname)
    {
      return nil
    }
    if let given { return given }
    // "Quiroga" of Ana Quiroga Peña, if nothing else is called so.
    guard let whole = people.withInner(name.surname), whole >= 0, isSameGender(whole, title.gender) else { return nil }
    return whole
  }

  /// Which of a family a surname means: whom the title fits by gender, or by office; else the only one named in this
  /// paragraph; else the one that the draft has called so before the others came, or that it has just named in full, or that it
  /// is about. Nil if none does.
  private func bearer(of family: [Int], _ title: AnnouncedTitle, _ page: DraftPage) -> Int? {
    var fitting = family.filter { isSameGender($0, title.gender) }
    if let office = title.office {
      let inOffice = fitting.filter { chains[$0].offices.contains(office) }
      if inOffice.count == 1 { return inOffice[0] }
      // "Sgt. Mills" and "Officer Mills", both without a first name, are two.
      if inOffice.isEmpty, fitting.allSatisfy({ chains[$0].givenName == 0 && !chains[$0].offices.isEmpty }) {
        return nil
      }
    }
    if fitting.count <= 1 { return fitting.first }
    if title.gender != 0 {
      let known = fitting.filter { chains[$0].gender == title.gender }
      if known.count == 1 { return known[0] }
      if known.count > 1 { fitting = known }
    }
    // Who was called so before the others came stays so called, until another is named in the same paragraph.
    let here = fitting.filter { chains[$0].mentions.last?.paragraph == page.paragraph }
    let called = fitting.filter { chains[$0].isCalledBySurname }
    if called.count == 1 { return here.allSatisfy { $0 == called[0] } ? called[0] : nil }
    if here.count == 1 { return here[0] }
    // "Secretary Hartwell" is none whom the draft gives another office.
    if title.office != nil { return nil }
    return justNamed(fitting) ?? foremost(fitting)
  }

  /// "Bill Hartwell rose. Hartwell spoke.": whose full name has just been told, and of the family nobody's else.
  private func justNamed(_ family: [Int]) -> Int? {
    let near = family.filter { sentence - chains[$0].lastNamed <= EntityChains.familyReach }
    return near.count == 1 && sentence - chains[near[0]].lastNamedInFull <= 1 ? near[0] : nil
  }

  /// Whom a draft about one of a family means: who is mentioned far more often than the next.
  private func foremost(_ family: [Int]) -> Int? {
    let ranked = family.sorted { chains[$0].mentions.count > chains[$1].mentions.count }
    guard ranked.count > 1 else { return ranked.first }
    let most = chains[ranked[0]].mentions.count
    let isNear = { (chain: Int) in sentence - chains[chain].lastNamed <= EntityChains.familyReach }
    guard most >= EntityChains.fewest, !ranked.dropFirst().contains(where: isNear) else { return nil }
    return most >= 3 * chains[ranked[1]].mentions.count ? ranked[0] : nil
  }

  /// The chain of those whom a surname with this title has meant before, though nobody knows who of the family it is: one
  /// stranger, not as many as there are mentions.
  func unresolved(_ name: PersonName, _ title: AnnouncedTitle, _ age: UInt64) -> UInt64? {
    guard name.words.count == 1, !people.bearers(of: name.surname).isEmpty else { return nil }
    let key = Lexicon.extend(Lexicon.extend(0, by: name.surname), by: UInt64(truncatingIfNeeded: title.gender + 1))
    return Lexicon.extend(Lexicon.extend(key, by: title.office ?? 0), by: age &+ name.generation)
  }

  /// Sentences in which nobody else of a family may be named.
  private static let familyReach = 3
  /// Mentions of whom a draft is about.
  private static let fewest = 3

  /// Whether a word within a name can be a surname of the person: no "Lee" of "Bobby Lee Orr", no particle, no initial.
  private func isSurname(_ token: Int, _ page: DraftPage) -> Bool {
    guard page.keys.indices.contains(token), page.isCapitalized(token), page.tokens.shapes[token] != .initial else {
      return false
    }
    return lexicons.givenWeight(page.keys[token]) < EntityChains.clearGivenName
      && !lexicons.words[page.keys[token]].contains(.particle)
  }

  private func isSameGender(_ chain: Int, _ gender: Int) -> Bool {
    guard chains.indices.contains(chain) else { return false }
    return gender == 0 || chains[chain].gender == 0 || chains[chain].gender == gender
  }

  /// Those of a surname who bear the same first name and can be this person.
  func namesakes(_ name: PersonName, _ page: DraftPage) -> [Int] {
    guard name.given != 0 else { return [] }
    return people.bearers(of: name.surname).filter {
      chains[$0].givenName == name.given && isCompatible($0, name, page)
    }
  }

  /// "Bill" of "Bill and Hillary Clinton", if he was named before.
  func person(ofShared surname: UInt64, _ name: PersonName, _ page: DraftPage) -> Int? {
    let found = people.bearers(of: surname).filter { chains[$0].givenName == name.surname }
    return found.count == 1 ? found[0] : nil
  }

  /// Remembers him by the surname that he shares.
  mutating func noteShared(_ name: PersonName, _ surname: UInt64, _ chain: Int) {
    chains[chain].lastNamed = sentence
    chains[chain].lastNamedInFull = sentence
    chains[chain].givenName = name.surname
    if chains[chain].gender == 0 { chains[chain].gender = lexicons.gender(name.surname) }
    people.name(Lexicon.extend(Lexicon.extend(0, by: name.surname), by: surname), chain)
    people.bear(surname, chain)
    people.give(name.surname, to: chain)
  }

  /// Remembers what a person may be called from here on.
  mutating func note(_ name: PersonName, _ chain: Int, _ page: DraftPage, isNew: Bool, gender: Int) {
    if name.generation != 0 { chains[chain].generation = name.generation }
    chains[chain].lastNamed = sentence
    guard name.words.count > 1 else {
      // One who is called by the first name bears no such surname; one who could be either of a family does not, either.
      let family = people.bearers(of: name.surname)
      if family.count == 1, family[0] == chain { chains[chain].isCalledBySurname = true }
      let isOfNone = isNew && !family.contains { $0 != chain && isSameGender($0, gender) }
      if family.contains(chain) || isOfNone { people.bear(name.surname, chain) }
      return
    }
    chains[chain].lastNamedInFull = sentence
    people.name(page.key(name.words), chain)
    people.bear(name.surname, chain)
    // "Caicedo Rentería" alone gives no first name.
    if name.given != 0, chains[chain].givenName == 0 || name.words.count >= chains[chain].fullestCount {
      if chains[chain].gender == 0 { chains[chain].gender = lexicons.gender(name.given) }
      chains[chain].givenName = name.given
      chains[chain].middle = middleInitials(name, page)
      people.give(name.given, to: chain)
    }
    if name.words.count > EntityChains.longestName { return }
    if isFeminine(name, page), chains[chain].gender == 0 { chains[chain].gender = 2 }
    for inner in name.words.dropFirst().dropLast() where isSurname(inner, page) {
      people.inner(page.keys[inner], of: chain)
    }
    for start in name.words.dropFirst().dropLast() { people.part(page.key(start..<name.words.upperBound), of: chain) }
    for end in name.words.dropFirst(2) { people.part(page.key(name.words.lowerBound..<end), of: chain) }
  }

  /// "Sigríður Ragnarsdóttir", "Petra Kvitová": surnames that only women bear.
  private func isFeminine(_ name: PersonName, _ page: DraftPage) -> Bool {
    guard let last = name.words.last, page.tokens.indices.contains(last) else { return false }
    let span = page.tokens.span(last)
    let text = page.bytes[(span.start..<span.end).clamped(to: page.bytes.indices)]
    return ["dóttir", "dottir", "ová"].contains { text.count > 6 && text.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  /// "The Hartwells" of a draft about Anna Hartwell are her family, whatever firm has the name.
  func isFamily(_ mention: Mention, _ page: DraftPage) -> Bool {
    guard mention.tokens.count == 1, mention.form == .name, mention.kind != .group,
      page.hash(mention.tokens.start - 1) == EntityChains.the
    else { return false }
    let span = page.tokens.span(mention.tokens.start)
    guard span.count > 4, page.bytes.indices.contains(span.end - 1), page.bytes[span.end - 1] == UInt8(ascii: "s")
    else { return false }
    let cut = page.bytes[span.end - 2] == UInt8(ascii: "e") ? [1, 2] : [1]
    return cut.contains { count in
      let surname = page.bytes.withUnsafeBufferPointer { CaseFolding.hash($0, span.start..<span.end - count) }
      return people.bearers(of: surname).contains { chains[$0].givenName != 0 }
    }
  }
}
