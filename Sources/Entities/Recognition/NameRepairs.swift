import DocumentModel
import TextCore

/// Names that marks cut in two or hide, put right once all are found: nicknames, brackets, suffixes, "-based", tags of parties.
extension NameScan {
  mutating func repairNames() {
    var dead: Set<Int> = []
    for index in mentions.indices where isRepairable(mentions[index]) {
      trim(index)
      cutCompound(index)
      takePossessive(index)
      cutRunTogether(index)
      if isOrdinal(mentions[index].span) || isOffice(mentions[index]) { dead.insert(index) }
    }
    joinNicknames(&dead)
    takeSuffixes(&dead)
    readNobles(&dead)
    readSharedSurnames()
    remove(dead)
    dropNamedPronouns()
  }

  /// "He" of "Geng He" points at nobody.
  mutating func dropNamedPronouns() {
    var dead: Set<Int> = []
    var named = [Bool](repeating: false, count: tokens.count)
    for index in mentions.indices where isRepairable(mentions[index]) && mentions[index].tokens.count > 1 {
      for token in mentions[index].tokens.range.clamped(to: named.indices) { named[token] = true }
    }
    for (index, mention) in mentions.enumerated()
    where mention.form == .pronoun && named.indices.contains(mention.tokens.start) && named[mention.tokens.start] {
      dead.insert(index)
    }
    remove(dead)
  }

  private func isRepairable(_ mention: Mention) -> Bool {
    mention.form == .name && mention.kind != .role && mention.kind != .language && !mention.tokens.isEmpty
      && mention.tokens.end <= tokens.count
  }

  /// The same mention over other tokens.
  private mutating func widen(_ index: Int, to span: TokenSpan, as kind: EntityKind? = nil) {
    guard mentions.indices.contains(index), !span.isEmpty, span.start >= 0, span.end <= tokens.count else { return }
    replace(index, tokens.span(span), span, kind: kind, fact: nil)
  }

  private mutating func replace(_ index: Int, _ span: TextSpan, _ tokens: TokenSpan, kind: EntityKind?, fact: Int?) {
    let old = mentions[index]
    mentions[index] = Mention(
      span: span, tokens: tokens, kind: kind ?? old.kind, form: old.form, confidence: old.confidence, fact: fact,
      linked: old.linked, provenance: old.provenance)
  }

  /// Links follow; one whose target went away is gone.
  private mutating func remove(_ dead: Set<Int>) {
    guard !dead.isEmpty else { return }
    var place: [Int?] = []
    var kept: [Mention] = []
    for (index, mention) in mentions.enumerated() {
      place.append(dead.contains(index) ? nil : kept.count)
      if !dead.contains(index) { kept.append(mention) }
    }
    for index in kept.indices {
      kept[index].linked = kept[index].linked.flatMap { place.indices.contains($0) ? place[$0] : nil }
    }
    mentions = kept
  }

  /// "A", "an": no name in lower case goes after one.
  var articles: [UInt64] { NameScan.indefinite }

  private static let indefinite = ["a", "an"].map { CaseFolding.hash($0) }

  // MARK: - Edges

  /// "Ann [" of "Ann [Orr] left": no mark at either end is of the name.
  private mutating func trim(_ index: Int) {
    let span = mentions[index].tokens
    var (start, end) = (span.start, span.end)
    while start < end, isEdge(start, opens: true) { start += 1 }
    while end > start, isEdge(end - 1, opens: false) { end -= 1 }
    guard start < end, start != span.start || end != span.end else { return }
    widen(index, to: TokenSpan(start, end))
  }

  private func isEdge(_ token: Int, opens: Bool) -> Bool {
    (opens ? ".,;:)]" : ",;:([").utf8.contains { isMark(token, $0) }
  }

  /// "2nd", "11th".
  private func isOrdinal(_ span: TextSpan) -> Bool {
    let text = bytes[range(span).clamped(to: bytes.indices)]
    guard let first = text.first, (0x30...0x39).contains(first) else { return false }
    let letters = text.drop { (0x30...0x39).contains($0) }.map { $0 | 0x20 }
    return ["st", "nd", "rd", "th"].contains { letters.elementsEqual($0.utf8) }
  }

  /// "Macy's" is the name, and no owner.
  private mutating func takePossessive(_ index: Int) {
    let span = mentions[index].tokens
    guard mentions[index].kind != .place, span.end < tokens.count, tokens.kinds[span.end] == .possessive,
      let known = knownName(at: span.start, limit: span.end + 1), known.isPreferred, known.count == span.count + 1
    else { return }
    widen(index, to: TokenSpan(span.start, span.end + 1), as: known.kind)
  }

  /// "Quill News White House" of a correspondent's title is two names.
  private mutating func cutRunTogether(_ index: Int) {
    let span = mentions[index].tokens
    guard span.count >= 3, mentions[index].kind == .organization,
      let first = knownName(at: span.start, limit: span.end), first.count < span.count - 1,
      first.row.map(lexicons.facts.subtype) == "outlet",
      let rest = knownName(at: span.start + first.count, limit: span.end), rest.isPreferred,
      first.count + rest.count == span.count
    else { return }
    widen(index, to: TokenSpan(span.start, span.start + first.count))
    add(span.start + first.count, span.end, rest.kind, mentions[index].confidence, row: rest.row, .lexicon)
  }

  /// "Former [Defense] Minister" is no body.
  private func isOffice(_ mention: Mention) -> Bool {
    guard mention.kind == .organization, mention.tokens.count > 1, mention.tokens.end <= tokens.count else {
      return false
    }
    return lexicons.isModifier(tokens.hashes[mention.tokens.start])
      && lexicons.officeClass(tokens.hashes[mention.tokens.end - 1]) != nil
  }

  // MARK: - Compounds

  /// "Ombrell-based" names Ombrell, and "R-Tex." Texas.
  private mutating func cutCompound(_ index: Int) {
    let mention = mentions[index]
    guard mention.tokens.count == 1, tokens.kinds[mention.tokens.start] == .word else { return }
    let whole = tokens.span(mention.tokens.start)
    let text = bytes[range(whole).clamped(to: bytes.indices)]
    if let tag = partyTag(text, at: mention.tokens.start) {
      replace(index, TextSpan(tag, whole.end), mention.tokens, kind: .place, fact: row(of: tag..<whole.end, .place))
      return
    }
    guard let hyphen = text.lastIndex(of: UInt8(ascii: "-")), hyphen > text.startIndex, hyphen + 1 < text.endIndex,
      let ending = ending(hyphen + 1..<text.endIndex)
    else { return }
    let named = text.startIndex..<hyphen
    // "German-led", "Swiss-based" tell of a people.
    let known = bestKind(of: named)
    let kind = ending == .seat ? known == .group ? .group : .place : known ?? mention.kind
    replace(index, TextSpan(whole.start, hyphen), mention.tokens, kind: kind, fact: row(of: named, kind))
  }

  /// The kind of the best-known row that the names table has of a part of a token.
  private func bestKind(of range: Range<Int>) -> EntityKind? {
    let word = bytes.withUnsafeBufferPointer { CaseFolding.hash($0, range.clamped(to: bytes.indices)) }
    guard let best = lexicons.names.rows([word])?.first, lexicons.facts.weight(best) <= 4 else { return nil }
    return lexicons.facts.kind(best)
  }

  private func range(_ span: TextSpan) -> Range<Int> { span.start..<span.end }

  private func ending(_ range: Range<Int>) -> ChainWords.Class? {
    let word = bytes.withUnsafeBufferPointer { CaseFolding.hash($0, range.clamped(to: bytes.indices)) }
    let found = lexicons.chainWords[word]
    return found == .seat || found == .compound ? found : nil
  }

  /// Where the state of "R-S.C." begins, and of "R-Tex." before a comma or bracket.
  private func partyTag(_ text: ArraySlice<UInt8>, at token: Int) -> Int? {
    let isCut =
      isMark(token + 1, UInt8(ascii: "."))
      && (isMark(token + 2, UInt8(ascii: ",")) || isMark(token + 2, UInt8(ascii: ")")))
    guard text.count > 3, let first = text.first, "RDI".utf8.contains(first),
      text[text.startIndex + 1] == UInt8(ascii: "-"), (0x41...0x5A).contains(text[text.startIndex + 2]),
      text.last == UInt8(ascii: ".") || isCut
    else { return nil }
    return text.startIndex + 2
  }

  /// The best-known row of a kind that the names table has of a part of a token.
  private func row(of range: Range<Int>, _ kind: EntityKind) -> Int? {
    let word = bytes.withUnsafeBufferPointer { CaseFolding.hash($0, range.clamped(to: bytes.indices)) }
    return lexicons.names.rows([word])?.first { lexicons.facts.kind($0) == kind && lexicons.facts.weight($0) <= 4 }
  }

  /// The names and titles by their tokens.
  private func holders() -> [Int: Int] {
    var holders: [Int: Int] = [:]
    for (index, mention) in mentions.enumerated() where mention.form == .name || mention.form == .acronym {
      for token in mention.tokens.range { holders[token] = index }
    }
    return holders
  }

  // MARK: - Nicknames and suffixes

  /// In tokens, between its quotation marks.
  private static let longestNickname = 4

  /// `Ana "La Quilla" Orr` is one name, whatever was found of its parts.
  private mutating func joinNicknames(_ dead: inout Set<Int>) {
    let holders = holders()
    let people = mentions.indices.filter { isRepairable(mentions[$0]) && mentions[$0].kind == .person }
    for index in people where !dead.contains(index) {
      let name = mentions[index].tokens
      guard let end = endAfterNickname(name.end) else { continue }
      var last = end
      for token in name.end..<end {
        guard let part = holders[token], part != index, isRepairable(mentions[part]) else { continue }
        last = max(last, mentions[part].tokens.end)
        dead.insert(part)
      }
      widen(index, to: TokenSpan(name.start, min(last, tokens.count)))
    }
  }

  /// The end of the first word after a nickname that begins at a token, its particles taken along.
  private func endAfterNickname(_ open: Int) -> Int? {
    guard open + 3 < tokens.count, tokens.kinds[open] == .doubleQuote else { return nil }
    var close = open + 1
    while close < tokens.count, close <= open + NameScan.longestNickname, isCapitalized(close) { close += 1 }
    guard close > open + 1, close < tokens.count, tokens.kinds[close] == .doubleQuote else { return nil }
    var next = close + 1
    while next < min(close + 3, tokens.count), tokens.kinds[next] == .word, word(next).contains(.particle),
      !isCapitalized(next)
    {
      next += 1
    }
    return isCapitalized(next) && word(next).isDisjoint(with: [.stop, .calendar]) ? next + 1 : nil
  }

  /// "Jr." after a name is its end, and no role.
  private mutating func takeSuffixes(_ dead: inout Set<Int>) {
    var suffixes: [Int: Int] = [:]
    for (index, mention) in mentions.enumerated()
    where mention.tokens.count == 1 && isSuffix(mention.tokens.start) && mention.kind != .person {
      suffixes[mention.tokens.start] = index
    }
    for index in mentions.indices where isRepairable(mentions[index]) && mentions[index].kind == .person {
      let end = mentions[index].tokens.end
      guard isSuffix(end), !dead.contains(index) else { continue }
      if let role = suffixes[end] { dead.insert(role) }
      widen(index, to: TokenSpan(mentions[index].tokens.start, end + 1))
    }
  }

  private func isSuffix(_ token: Int) -> Bool {
    isCapitalized(token) && lexicons.chainWords[tokens.hashes[token]] == .generation
  }

  // MARK: - Nobles

  private static let of = CaseFolding.hash("of")
  private static let the = CaseFolding.hash("the")

  /// "The Duchess of Ombrell" is a person, and no place is named.
  private mutating func readNobles(_ dead: inout Set<Int>) {
    let holders = holders()
    for index in mentions.indices where isRepairable(mentions[index]) && !dead.contains(index) {
      let place = mentions[index].tokens
      guard isWord(place.start - 1, NameScan.of), isCapitalized(place.start - 2), place.start >= 2,
        let title = lexicons.chainWords[tokens.hashes[place.start - 2]], title.isNoble,
        isOpenForNoble(place.start - 3, title)
      else { continue }
      let start = place.start - 2
      if let title = holders[start], title != index { dead.insert(title) }
      widen(index, to: TokenSpan(start, place.end), as: .person)
      mentions[index].linked = bearer(before: start, holders)
    }
  }

  /// Whether a noble title may follow a token: "the", or any word without a capital; but "Ombrell, Prince of Quill" is a play.
  private func isOpenForNoble(_ token: Int, _ title: ChainWords.Class) -> Bool {
    if isWord(token, NameScan.the) || isWord(token, NameScan.and) { return true }
    return title != .royal && !isCapitalized(token)
  }

  /// "Ana Orr, the Duchess of Ombrell,".
  private func bearer(before start: Int, _ holders: [Int: Int]) -> Int? {
    let comma = isWord(start - 1, NameScan.the) ? start - 2 : start - 1
    guard isMark(comma, UInt8(ascii: ",")), let name = holders[comma - 1] else { return nil }
    return mentions[name].kind == .person && mentions[name].tokens.end == comma ? name : nil
  }

  // MARK: - Shared surnames

  /// "Bill and Hillary Clinton" are two.
  private mutating func readSharedSurnames() {
    var taken: Set<Int> = []
    for mention in mentions where mention.form != .candidate { taken.formUnion(mention.tokens.range) }
    for index in mentions.indices where isRepairable(mentions[index]) && mentions[index].kind == .person {
      let start = mentions[index].tokens.start
      guard mentions[index].tokens.count > 1, isWord(start - 1, NameScan.and), start >= 2, !taken.contains(start - 2),
        tokens.shapes[start - 2] == .title, !isCapitalized(start - 3),
        lexicons.isClearFirstName(tokens.hashes[start - 2]), lexicons.givenWeight(tokens.hashes[start]) > 0
      else { continue }
      add(start - 2, start - 1, .person, 0.7, .pattern)
    }
  }

  private static let and = CaseFolding.hash("and")
}
