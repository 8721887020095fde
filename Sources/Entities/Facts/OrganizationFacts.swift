import DocumentModel
import Lexicons
import TextCore

/// Which body of a name the draft means. Acronyms, parties and parliaments have namesakes all over the world: their facts are
/// told where the draft names their country, and never against a long form that it spells out.
extension DraftFacts {
  /// Nil if no body of the name fits.
  func organization(_ index: Int, _ fact: Int) -> Int? {
    let entity = draft.entities[index]
    guard let reference = fullest(entity), let mention = mention(reference), let name = words(reference) else {
      return fact
    }
    if isFamily(mention, reference) { return nil }
    // A minor site tells nothing of who bears its name.
    if facts.subtype(fact) == "outlet", facts.weight(fact) > 5 { return nil }
    guard let rows = lexicons.names.rows(name), rows.contains(fact) else {
      // Known by the short form only: "Bank of Uland", later "BNP".
      return name.count == 1 || shares(name, fact) || isFirm(name, fact) ? fact : nil
    }
    let candidates = rows.filter { facts.kind($0) == .organization }
    let acronym = mention.tokens.count == 1 ? draft.text(reference.paragraph, mention.span) : ""
    if isAnyBodys(fact, name, among: candidates) { return nil }
    if let club = club(fact, name, among: candidates) { return club < 0 ? nil : club }
    if isTeamShort(fact, name) { return nil }
    let isShort = acronym.utf8.count <= 5 && acronym == acronym.uppercased() && !acronym.isEmpty
    if isShort, let spelled = longForm(of: acronym, name, besides: index) {
      return candidates.first { facts.canonicalKey($0) == facts.canonicalKey(spelled) }
    }
    if isShort, isBracketed(entity), let outlet = candidates.first(where: { facts.subtype($0) == "outlet" }) {
      return outlet
    }
    let text = draft.text(reference.paragraph, mention.span)
    if DraftFacts.ofState.contains(facts.subtype(fact)),
      isGeneric(name) || facts.canonicalName(fact).hasSuffix(" " + text)
    {
      return candidates.first(where: isForemost)
    }
    return distinct(candidates, fact, name, acronym: isShort ? acronym : nil)
  }

  /// "Boeing Co." is Boeing.
  private func isFirm(_ name: ArraySlice<UInt64>, _ fact: Int) -> Bool {
    lexicons.firm(name).map { facts.canonicalKey($0) == facts.canonicalKey(fact) } ?? false
  }

  /// "City" is no holding company, nor is "Inter", because one of that name is on a list of shares.
  private func isAnyBodys(_ fact: Int, _ name: ArraySlice<UInt64>, among candidates: [Int]) -> Bool {
    guard name.count == 1, let word = name.first, facts.weight(fact) > 2, facts.description(fact).contains(": ") else {
      return false
    }
    return lexicons.isCommon(word) || isGeneric(name) || facts.canonicalName(fact).contains(" ")
      || candidates.contains { facts.subtype($0) != facts.subtype(fact) }
  }

  /// "Patriots" and "Giants" are teams where the draft names another.
  private func isTeamShort(_ fact: Int, _ name: ArraySlice<UInt64>) -> Bool {
    name.count == 1 && teams < 2 && facts.subtype(fact) == "sports" && facts.canonicalName(fact).contains(" ")
  }

  /// Of the clubs called "Arsenal" for short the one whose country the draft names; -1 for none or several. Nil if the name is
  /// no club's short form.
  private func club(_ fact: Int, _ name: ArraySlice<UInt64>, among candidates: [Int]) -> Int? {
    guard name.count == 1, facts.subtype(fact) == DraftFacts.club, facts.canonicalName(fact).contains(" ") else {
      return nil
    }
    let named = candidates.filter { facts.subtype($0) == DraftFacts.club && isNamed($0) }
    return named.count == 1 ? named[0] : -1
  }

  private static let club = "football club"

  /// Types of bodies that each country has its own of.
  private static let ofState = ["government body", "legislature", "party"]

  private func distinct(_ candidates: [Int], _ fact: Int, _ name: ArraySlice<UInt64>, acronym: String?) -> Int? {
    let isShort = acronym != nil
    let type = facts.subtype(fact)
    if facts.countryKey(fact) == 0 || isNamed(fact) { return fact }
    let isOfState = DraftFacts.ofState.contains(type)
    let named = candidates.filter(isNamed)
    // Sources list one party twice; parties of two named countries are two.
    if isOfState || isShort, let first = named.first, facts.weight(first) <= 4,
      named.allSatisfy({ facts.countryKey($0) == facts.countryKey(first) })
    {
      return first
    }
    if isShort, let agency = candidates.first(where: { facts.subtype($0) == "outlet" && facts.weight($0) == 1 }) {
      return agency
    }
    guard isOfState || isShort else { return fact }
    // Three letters are somebody's in every country.
    if let acronym, type != "company", !areas.isEmpty, acronym.utf8.count <= 3 { return nil }
    // Nothing of its country: the best known only, and under a name that no other country's body has.
    let hasRivals = candidates.contains { facts.countryKey($0) != facts.countryKey(fact) && facts.weight($0) <= 3 }
    // "The Communist Party" of a draft about Vietnam is not China's.
    let isCut =
      isOfState && !areas.isEmpty && !isShort && facts.canonicalName(fact).split(separator: " ").count > name.count
    return facts.weight(fact) == 1 && !hasRivals && !isCut ? fact : nil
  }

  /// "Congress", "the Treasury", "Supreme Court": words that every country has one of.
  private func isGeneric(_ name: ArraySlice<UInt64>) -> Bool {
    name.count <= 2
      && name.allSatisfy {
        !lexicons.words[$0].isDisjoint(with: [.organizationTail, .organizationHead, .organizationNoun])
          || lexicons.isCommon($0)
      }
      && name.contains { !lexicons.words[$0].isDisjoint(with: [.organizationTail, .organizationHead]) }
  }

  /// What else in the draft an acronym can stand for: "BNP Paribas" before "BNP". The fact of it, -1 if it has none; nil if
  /// there is no such thing.
  private func longForm(of acronym: String, _ name: ArraySlice<UInt64>, besides index: Int) -> Int? {
    let letters = acronym.filter { $0 != "." }
    // "BBC Radio 1" spells nothing out.
    let begun = (name.first.flatMap { opened[$0] } ?? []).filter { draft.entities[$0].fact != nil }
    let others = (initials[letters] ?? []) + begun
    return others.first { $0 != index }.map { draft.entities[$0].fact ?? -1 }
  }

  /// "PARIS (AFP) -": an agency in the dateline.
  private func isBracketed(_ entity: Entity) -> Bool {
    entity.mentions.contains { reference in
      guard reference.paragraph < DraftFacts.datelines, let mention = mention(reference), mention.tokens.start <= 8
      else {
        return false
      }
      return isMark(reference.paragraph, mention.tokens.start - 1, UInt8(ascii: "("))
        && isMark(reference.paragraph, mention.tokens.end, UInt8(ascii: ")"))
    }
  }

  /// Paragraphs from the top in which a dateline can stand.
  private static let datelines = 5

  /// "The Smiths" of a draft about John Smith are his family, and no company.
  private func isFamily(_ mention: Mention, _ reference: MentionReference) -> Bool {
    guard mention.tokens.count == 1 else { return false }
    let text = draft.text(reference.paragraph, mention.span)
    guard text.hasSuffix("s") else { return false }
    let ends = text.hasSuffix("es") ? [1, 2] : [1]
    return ends.contains { families.contains(CaseFolding.hash(String(text.dropLast($0)))) }
  }

  /// Whether the words of a name are found in what a row is called: "Federal Reserve Board" and "Federal Reserve".
  private func shares(_ name: ArraySlice<UInt64>, _ row: Int) -> Bool {
    let called = Set(facts.canonicalName(row).split(separator: " ").map { CaseFolding.hash(String($0)) })
    let words = name.filter { !lexicons.words[$0].contains(.stop) && !lexicons.words[$0].contains(.particle) }
    return words.filter { called.contains($0) }.count * 2 >= words.count
  }
}
