import DocumentModel
import Lexicons
import TextCore

/// What a draft may call its bodies, laws and the like besides their full names: without their legal form, by a part of the
/// name, by its initials. Counted over the whole draft before anything is joined, so that a short form in the headline finds the
/// long one below it, and one that two share belongs to neither.
struct BodyForms {
  let lexicons: NameLexicons
  /// From a form, salted by kind, to its row of `names`; -1 where two names have it.
  private var rows = PhraseIndex()
  /// The names' own keys.
  private var names: [UInt64] = []
  /// For each name, what the names table says it is; -1 if nothing, `defined` where the draft itself tells what the form means.
  private var facts: [Int] = []
  /// For each name, whether it ends with the legal form of a firm.
  private var isFirm: [Bool] = []
  /// From a name without its legal form to the full name's row; -1 where "Quill Group" and "Quill Holdings" share it.
  private var cores = PhraseIndex()

  /// Names of one word that the text, below its headline, had before a longer one began so.
  private var alone = PhraseIndex()

  private static let the = CaseFolding.hash("the")
  private static let of = CaseFolding.hash("of")
  private static let and = CaseFolding.hash("and")
  /// Salts, so that a form of one sort is not taken for another's.
  private static let tail: UInt64 = 0x7461_696c
  private static let shortestAcronym = 3
  /// In words.
  private static let longest = 16
  private static let defined = -2

  init(_ lexicons: NameLexicons) { self.lexicons = lexicons }

  /// The kinds whose names are cut short in this way.
  static func has(_ kind: EntityKind) -> Bool {
    switch kind {
    case .organization, .law, .event, .product, .place: true
    default: false
    }
  }

  private static func salted(_ key: UInt64, _ kind: EntityKind) -> UInt64 {
    switch kind {
    case .organization: Lexicon.extend(key, by: 1)
    case .law: Lexicon.extend(key, by: 2)
    case .event: Lexicon.extend(key, by: 3)
    case .place: Lexicon.extend(key, by: 5)
    default: Lexicon.extend(key, by: 4)
    }
  }

  /// The words of a name but for an article before and a legal form after: "Turner Brothers" of "the Turner Brothers Inc."
  private func core(_ mention: Mention, _ page: DraftPage) -> Range<Int> {
    let range = mention.tokens.range.clamped(to: page.keys.indices)
    var (start, end) = (range.lowerBound, range.upperBound)
    if end > start + 1, page.keys[start] == BodyForms.the { start += 1 }
    guard mention.kind == .organization else { return start..<end }
    while end > start + 1, page.kind(end - 1) != .word || lexicons.chainWords[page.keys[end - 1]] == .legal { end -= 1 }
    return start..<end
  }

  // MARK: - Counting

  /// First, over the whole draft: which names differ in their legal form alone.
  mutating func countCores(_ page: DraftPage) {
    for mention in page.mentions where mention.form == .name && mention.kind == .organization {
      let core = core(mention, page)
      let full = page.key(core.lowerBound..<mention.tokens.end)
      let key = page.key(core)
      guard full != key else { continue }
      let value = Int(Int32(truncatingIfNeeded: full & 0x7fff_ffff))
      cores[key] = cores[key].map { $0 == value ? value : -1 } ?? value
    }
  }

  /// The key by which a name goes, its legal form left out if that tells nothing.
  private func identity(_ mention: Mention, _ page: DraftPage) -> UInt64 {
    let core = core(mention, page)
    let key = page.key(core)
    return cores[key] == -1 ? page.key(core.lowerBound..<mention.tokens.end) : key
  }

  /// Then what each may be called: by several of its words, and, once these are known, by one word or its initials.
  mutating func count(_ page: DraftPage, oneWord: Bool) {
    for mention in page.mentions where BodyForms.has(mention.kind) {
      if oneWord, mention.form == .acronym, let long = mention.linked, page.mentions.indices.contains(long) {
        note(BodyForms.salted(identity(mention, page), mention.kind), page.mentions[long], page, isDefined: true)
      }
      guard mention.form == .name else { continue }
      let core = core(mention, page)
      // A page in capitals is no name, and the parts of a name grow with its square.
      if core.count > BodyForms.longest { continue }
      guard core.count > 1 else {
        // "Fox" of "Fox Corp." is all of its name, and no part of Fox News.
        if oneWord, core.upperBound < mention.tokens.end, page.kind(core.upperBound) == .word {
          rows[BodyForms.salted(page.key(core), mention.kind)] = -1
        }
        if oneWord, !page.isHeading, page.paragraph > 0 {
          alone[BodyForms.salted(page.key(core), mention.kind)] = 1
        }
        continue
      }
      // "Mount Kenya" may be "Kenya"; "Mombasa County" is not Mombasa.
      if mention.kind == .place, !lexicons.words[page.keys[core.lowerBound]].contains(.feature) { continue }
      noteParts(of: mention, core, page, oneWord: oneWord)
      if oneWord, let initials = initials(core, page) {
        for letters in initials where letters.count >= BodyForms.shortestAcronym {
          note(BodyForms.salted(Lexicon.extend(0, by: hash(letters)), mention.kind), mention, page)
        }
      }
    }
  }

  private mutating func noteParts(of mention: Mention, _ core: Range<Int>, _ page: DraftPage, oneWord: Bool) {
    let first = page.keys[core.lowerBound]
    let joint = core.first { page.keys[$0] == BodyForms.of || lexicons.chainWords[page.keys[$0]] == .reference }
    // "Ministry" of "Ministry of Health", after an article.
    if oneWord, joint == core.lowerBound + 1 { noteTail(first, mention, page) }
    for start in core.dropFirst().prefix(while: { joint == nil || $0 < joint ?? 0 }) where page.isCapitalized(start) {
      let isTail = start == core.upperBound - 1 || start + 1 == joint
      if oneWord, isTail, isGeneric(page.keys[start]) { noteTail(page.keys[start], mention, page) }
      let isOneWord = start == core.upperBound - 1
      // "Bank of Nauruto" is no short form of "Development Bank of Nauruto".
      if start + 1 == joint, !isKnown(first) { continue }
      if isOneWord != oneWord || isOneWord && isGeneric(page.keys[start]) { continue }
      note(BodyForms.salted(page.key(start..<core.upperBound), mention.kind), mention, page)
    }
    // "Goldman" of "Goldman Sachs"; but not "Kenya" of "Kenya Airways".
    guard oneWord, mention.kind == .organization, joint == nil, !isGeneric(first),
      !lexicons.words[first].contains(.stop),
      !isKnown(first) || isFirm(mention, page) && isBestKnownFirm(first), !isKnownAcronym(core.lowerBound, page)
    else { return }
    let form = BodyForms.salted(page.key(core.lowerBound..<core.lowerBound + 1), mention.kind)
    // "Snugglo Zambia" is but a part of Snugglo.
    if core.dropFirst().contains(where: { isKnown(page.keys[$0], upTo: 2) }) { return }
    // Nest, a dairy, has been named when Nest Labs comes.
    if alone[form] == nil { note(form, mention, page) }
  }

  private mutating func noteTail(_ word: UInt64, _ mention: Mention, _ page: DraftPage) {
    note(BodyForms.salted(Lexicon.extend(BodyForms.tail, by: word), mention.kind), mention, page)
  }

  private mutating func note(_ form: UInt64, _ mention: Mention, _ page: DraftPage, isDefined: Bool = false) {
    var name = BodyForms.salted(identity(mention, page), mention.kind)
    // "Supreme Court" is the U.S. Supreme Court already, and its "Court" the same.
    if let longer = rows[name], names.indices.contains(longer) { name = names[longer] }
    guard form != name else { return }
    if let row = rows[form] {
      if row < 0 { return }
      if names.indices.contains(row), names[row] == name {
        if isDefined {
          facts[row] = BodyForms.defined
        } else if facts[row] == -1 {
          facts[row] = canonical(mention, page)
        }
      } else {
        rows[form] = -1
      }
      return
    }
    rows[form] = names.count
    names.append(name)
    facts.append(isDefined ? BodyForms.defined : canonical(mention, page))
    isFirm.append(isFirm(mention, page))
  }

  private func canonical(_ mention: Mention, _ page: DraftPage) -> Int {
    fact(mention, page).map { lexicons.facts.canonicalKey($0) } ?? -1
  }

  /// What the names table says of a name, or of a firm's without its legal form.
  func fact(_ mention: Mention, _ page: DraftPage) -> Int? {
    if mention.fact != nil || mention.kind != .organization { return mention.fact }
    return lexicons.firm(page.tokens.hashes[mention.tokens.range.clamped(to: page.tokens.hashes.indices)])
  }

  /// A word that many bodies end with: it needs the article.
  private func isGeneric(_ word: UInt64) -> Bool {
    !lexicons.words[word].isDisjoint(with: [.organizationTail, .organizationHead, .lawTail, .organizationNoun])
  }

  /// A word that the names table has by itself, as a place, a people or another body.
  ///
  /// - Parameter weight: of the least known that counts.
  private func isKnown(_ word: UInt64, upTo weight: Int = 6) -> Bool {
    lexicons.names.rows(word)?.contains {
      switch lexicons.facts.kind($0) {
      case .place, .group, .language: lexicons.facts.weight($0) <= weight
      default: false
      }
    } ?? false
  }

  private func isFirm(_ mention: Mention, _ page: DraftPage) -> Bool {
    mention.kind == .organization && lexicons.chainWords[page.hash(mention.tokens.end - 1)] == .legal
  }

  /// "Toyota" is a firm before it is a city.
  private func isBestKnownFirm(_ word: UInt64) -> Bool {
    lexicons.names.rows(word)?.first.map { lexicons.facts.kind($0) == .organization } ?? false
  }

  /// "U.N." is no short form of "U.N. Security Council"; initials with dots are a body or a country of their own.
  private func isKnownAcronym(_ token: Int, _ page: DraftPage) -> Bool {
    guard page.tokens.shapes.indices.contains(token), page.tokens.shapes[token] == .upper else { return false }
    let span = page.tokens.span(token)
    return lexicons.names.contains(page.hash(token))
      || page.bytes[(span.start..<span.end).clamped(to: page.bytes.indices)].contains(UInt8(ascii: "."))
  }

  /// The first letters of the capitalized words, and of all words; also without "U.S." before or "and Prevention" after. Nil
  /// where one is no ASCII letter.
  private func initials(_ core: Range<Int>, _ page: DraftPage) -> [[UInt8]]? {
    var cores = [core]
    if core.count > BodyForms.shortestAcronym, isAcronym(core.lowerBound, page) { cores.append(core.dropFirst()) }
    if core.count > BodyForms.shortestAcronym + 1, page.hash(core.upperBound - 2) == BodyForms.and {
      cores += cores.map { $0.dropLast(2) }
    }
    var found: [[UInt8]] = []
    for core in cores {
      guard let letters = letters(core, page) else { return nil }
      for letters in letters where !found.contains(letters) { found.append(letters) }
    }
    return found
  }

  private func letters(_ core: Range<Int>, _ page: DraftPage) -> [[UInt8]]? {
    var capitals: [UInt8] = []
    var all: [UInt8] = []
    for token in core where page.kind(token) == .word {
      let start = page.tokens.span(token).start
      guard page.bytes.indices.contains(start), page.bytes[start] < 0x80 else { return nil }
      all.append(page.bytes[start])
      if page.isCapitalized(token) { capitals.append(page.bytes[start]) }
    }
    return [capitals, all]
  }

  /// "NSW", "U.S.".
  private func isAcronym(_ token: Int, _ page: DraftPage) -> Bool {
    page.tokens.shapes.indices.contains(token) && page.tokens.shapes[token] == .upper
      && page.tokens.span(token).count > 1
  }

  private func hash(_ letters: [UInt8]) -> UInt64 {
    letters.withUnsafeBufferPointer { CaseFolding.hash($0, 0..<$0.count) }
  }

  // MARK: - Asking

  /// The key of the entity that a name means: of its long form, if the draft has one.
  func key(_ mention: Mention, _ kind: EntityKind, in page: DraftPage) -> UInt64 {
    var key = BodyForms.salted(identity(mention, page), kind)
    let core = core(mention, page)
    if core.count == 1, mention.form == .name, isGeneric(page.keys[core.lowerBound]) {
      guard page.hash(core.lowerBound - 1) == BodyForms.the || core.lowerBound > mention.tokens.start else {
        return key
      }
      let tail = BodyForms.salted(Lexicon.extend(BodyForms.tail, by: page.keys[core.lowerBound]), kind)
      if let row = rows[tail], row >= 0 { key = tail }
    }
    let own = kind == mention.kind ? canonical(mention, page) : -1
    let isAcronym =
      core.count == 1 && mention.form == .acronym
      && page.tokens.span(mention.tokens.start).count >= BodyForms.shortestAcronym
    let isOwnFirm = own >= 0 && mention.tokens.count == 1 && mention.form == .name
    // "KUPPET" is a union, and that union a longer name.
    for _ in 0..<2 {
      guard let row = rows[key], names.indices.contains(row),
        own < 0 || facts[row] == own || facts[row] == BodyForms.defined
          // "Toyota" is "Toyota Holdings Inc.", of which nothing is known.
          || isOwnFirm && facts[row] == -1 && isFirm.indices.contains(row) && isFirm[row]
          // What the draft spells out itself is not what others mean by these letters.
          || isAcronym
      else { break }
      key = names[row]
    }
    return key
  }

  /// Whether a word alone is what a storm or a ship of the draft is called.
  func isForm(_ word: UInt64, of kind: EntityKind) -> Bool {
    rows[BodyForms.salted(Lexicon.extend(0, by: word), kind)].map { $0 >= 0 } ?? false
  }
}
