import DocumentModel
import Lexicons
import TextCore

/// The tables that names are recognized with, looked up once.
final class NameLexicons: Sendable {
  let facts: NameFacts
  let words: NameWords
  let chainWords: ChainWords
  private let given: Lexicon
  private let surnames: Lexicon
  private let roles: Lexicon
  /// Offices that the gazetteer of roles lacks.
  private let moreRoles: Lexicon
  private let officeWords: Lexicon
  /// For each row of the roles: whether it only modifies an office ("former").
  private let isModifier: [Bool]
  private let common: Lexicon
  private let familyNamesFirst: Lexicon
  private let personNouns: Lexicon
  /// Names of several readings and the one that news means; parallel to the rows of `name-kinds.tsv`.
  let preferred: Lexicon
  let preferredKinds: [EntityKind]

  init(_ language: Language) {
    facts = NameFacts(language)
    words = NameWords(language)
    chainWords = ChainWords(language)
    given = language.lexicon("given-names")
    surnames = language.lexicon("surnames")
    roles = language.lexicon("roles")
    moreRoles = language.lexicon("more-roles")
    officeWords = language.lexicon("office-words")
    common = language.lexicon("common-words")
    familyNamesFirst = language.lexicon("family-names-first")
    personNouns = language.lexicon("person-nouns")
    preferred = language.lexicon("name-kinds")
    preferredKinds = (0..<preferred.rowCount).map { [preferred] in EntityKind(rawValue: preferred.text($0, 0)) ?? .other
    }
    isModifier = (0..<roles.rowCount).map { [roles] in roles.text($0, 0) == "modifier" }
  }

  var names: Lexicon { facts.lexicon }

  /// The tokens of the longest office at a token, with the modifiers before it: "former", "former deputy prime minister".
  /// Nil if there is none, or modifiers only.
  func office(_ hashes: [UInt64], at index: Int, limit: Int) -> Int? {
    var at = index
    while at < limit, at < index + 4 {
      let more = moreRoles.longestMatch(hashes, at: at, limit: limit)?.count ?? 0
      let match = roles.longestMatch(hashes, at: at, limit: limit)
      if more > match?.count ?? 0 { return at + more - index }
      guard let match, let row = match.rows.first else { break }
      at += match.count
      if row < isModifier.count, !isModifier[row] { return at - index }
    }
    return nil
  }

  /// The firm that a name with its legal form means, if the table has it without: "Boeing Co.", "Honda Motor Co.". Nil for other
  /// names, and where a short core is not that of one of the best known.
  func firm(_ name: ArraySlice<UInt64>) -> Int? {
    var core = name
    if core.count > 1, core.first == NameLexicons.the { core.removeFirst() }
    while core.count > 1, let last = core.last, chainWords[last] == .legal { core.removeLast() }
    guard core.count < name.count else { return nil }
    if let row = firm(core, upTo: core.count > 1 ? 4 : 2) { return row }
    while core.count > 1, let last = core.last, chainWords[last] == .trade { core.removeLast() }
    return firm(core, upTo: 1)
  }

  private func firm(_ core: ArraySlice<UInt64>, upTo weight: Int) -> Int? {
    names.rows(core)?.first { facts.kind($0) == .organization }.flatMap {
      facts.weight($0) <= weight && facts.subtype($0) == "company" ? $0 : nil
    }
  }

  static let the = CaseFolding.hash("the")
  static let of = CaseFolding.hash("of")

  /// The class of a word of offices; nil if it is none.
  func officeClass(_ hash: UInt64) -> String? { officeWords.row(hash).map { officeWords.text($0, 0) } }

  /// "former", "acting".
  func isModifier(_ hash: UInt64) -> Bool { roles.row(hash).map { $0 < isModifier.count && isModifier[$0] } ?? false }

  /// How common a given name is, 1…255; 0 if it is none.
  func givenWeight(_ hash: UInt64) -> Int { given.row(hash).map { given.integer($0, 0) } ?? 0 }

  /// 1 man, 2 woman, 0 either or unknown.
  func gender(_ hash: UInt64) -> Int { given.row(hash).map { given.integer($0, 1) } ?? 0 }

  /// Whether a word is so common as a first name that it is hardly a surname where both could stand.
  func isClearFirstName(_ hash: UInt64) -> Bool { gender(hash) != 0 && givenWeight(hash) >= NameLexicons.clear }

  /// Whether a word that is a person's name is the first: "Barack".
  func isFirstName(_ hash: UInt64) -> Bool { isClearFirstName(hash) || givenWeight(hash) > 0 && !isSurname(hash) }

  private static let clear = 100

  /// "Li" of "Li Wei": a family name that stands before the given name.
  func isFamilyNameFirst(_ hash: UInt64) -> Bool { familyNamesFirst.contains(hash) }

  /// "neighbor", "lawyer": a noun for one person.
  func isPersonNoun(_ hash: UInt64) -> Bool {
    personNouns.row(hash).map { personNouns.text($0, 0) == "one" } ?? false
  }

  func isSurname(_ hash: UInt64) -> Bool { surnames.contains(hash) }

  /// Whether news writes the word in lower case as a rule.
  func isCommon(_ hash: UInt64) -> Bool { common.contains(hash) }
}
