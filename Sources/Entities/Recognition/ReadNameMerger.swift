package import DocumentModel
package import Lexicons
import TextCore

/// Puts the reader's names in the place of those that tables and patterns proposed, and keeps what only the tables know:
/// the row that tells who it is, the long form an acronym stands for, titles, descriptions and pronouns.
package struct ReadNameMerger: ParagraphAnalyzer {
  private let lexicons: NameLexicons

  /// A role of the reader's that the tables do not know needs this much.
  private static let sureOfRole: Float = 0.6
  /// A group of the tables' is something else only if the reader is this sure.
  private static let sureOfGroup: Float = 0.6
  /// What the reader is less sure of is no name: chosen on the development halves.
  private static let least: Float = 0.35
  /// A longer name around a group of the tables' ("Muslim man") must reach this.
  private static let sureOfLonger: Float = 0.5
  /// A people's name that is no place's ("Danish") is a place only where the reader is this sure.
  private static let sureOfDemonym: Float = 0.7
  /// A body of several words that the tables know has its kind, unless the reader is this sure of another.
  private static let sureOfKind: Float = 0.8
  /// "Maria Brandvold" is a product, work, law or event only where the reader is this sure.
  private static let sureOfThing: Float = 0.5
  /// How common a first name must be that tells a person.
  private static let clearGivenName = 20
  /// How sure the tables are.
  private static let tabled: Float = 0.85

  package init(_ language: Language) { lexicons = NameLexicons(language) }

  package var reads: Set<Layer> { [.tokens, .mentions, .reading] }
  package var provides: Set<Layer> { [.mentions] }

  package func analyze(_ paragraph: Paragraph, into layers: inout ParagraphLayers) {
    guard let reading = layers.reading else { return }
    let old = layers.mentions
    let tabled = TabledNames(old.enumerated().filter { isName($0.element) }, tokenCount: layers.tokens.count)
    var scan = NameScan(tokens: layers.tokens, bytes: paragraph.bytes, lexicons: lexicons)
    let read = reading.names.filter { name in
      name.kind != .role && name.confidence >= ReadNameMerger.least && !isCommon(name, scan)
        && (name.confidence >= ReadNameMerger.sureOfLonger || !tabled.hasGroup(within: name.tokens))
    }
    let names = read.flatMap { withinBrackets($0, scan) }
    /// Where each old mention went.
    var place = [Int?](repeating: nil, count: old.count)
    var taken = [Bool](repeating: false, count: layers.tokens.count)
    for name in names {
      let same = tabled.index[name.tokens]
      let name = settled(name, same.map { old[$0] }, scan)
      if let same {
        place[same] = scan.mentions.count
        scan.mentions.append(merged(old[same], name))
      } else {
        let known = scan.knownName(at: name.tokens.start, limit: name.tokens.end)
        let row = known.flatMap { $0.count == name.tokens.count && $0.kind == name.kind ? $0.row : nil }
        scan.add(name.tokens.start, name.tokens.end, name.kind, name.confidence, row: row, .reader)
      }
      for token in name.tokens.range.clamped(to: taken.indices) { taken[token] = true }
    }
    func isTaken(_ tokens: TokenSpan) -> Bool { tokens.range.clamped(to: taken.indices).contains { taken[$0] } }
    var kept: [TokenSpan] = []
    for (index, mention) in old.enumerated() where place[index] == nil {
      if !isPointer(mention), isTaken(mention.tokens) { continue }
      guard let mention = passedOver(mention, scan) else { continue }
      place[index] = scan.mentions.count
      scan.mentions.append(mention)
      kept.append(mention.tokens)
    }
    for tokens in kept { for token in tokens.range.clamped(to: taken.indices) { taken[token] = true } }
    for role in reading.names where role.kind == .role && role.confidence >= ReadNameMerger.sureOfRole {
      if isTaken(role.tokens) { continue }
      scan.add(role.tokens.start, role.tokens.end, .role, role.confidence, .reader)
    }
    for index in scan.mentions.indices {
      // Links still count in the old list; one whose target went away is gone.
      if let linked = scan.mentions[index].linked {
        scan.mentions[index].linked = old.indices.contains(linked) ? place[linked] : nil
      }
    }
    scan.repairNames()
    // The tables had no such names to tie these to.
    scan.linkAcronyms(of: [.organization, .law, .event])
    scan.linkAppositions()
    scan.linkAnnouncements()
    scan.linkAliases()
    readFamilies(&scan)
    layers.mentions = scan.sortedMentions()
    NameKeys.fill(&layers, paragraph.bytes)
  }

  /// What looks like a name to the reader and is none: "the ICU", "two SUVs", an address of e-mail, "an apple".
  private func isCommon(_ read: ReadSpans.Name, _ scan: NameScan) -> Bool {
    let name = read.tokens
    guard name.count == 1, name.end <= scan.tokens.count else { return false }
    if read.kind == .organization || read.kind == .product, scan.tokens.shapes[name.start] == .lower,
      scan.articles.contains(where: { scan.isWord(name.start - 1, $0) })
    {
      return true
    }
    return scan.tokens.kinds[name.start] == .email || scan.isCommonAcronym(name.start)
  }

  /// "the party (CPC) Central Committee" read from "CPC" on: no name goes beyond a bracket that is closed or opened within it.
  private func withinBrackets(_ name: ReadSpans.Name, _ scan: NameScan) -> [ReadSpans.Name] {
    var depth = 0
    var opened = name.tokens.start
    for token in name.tokens.range {
      if scan.isMark(token, UInt8(ascii: "(")) {
        if depth == 0 { opened = token }
        depth += 1
      } else if scan.isMark(token, UInt8(ascii: ")")) {
        if depth == 0 { return parts(of: name, at: token, scan) }
        depth -= 1
      }
    }
    return depth == 0 || name.kind == .work ? [name] : parts(of: name, at: opened, scan)
  }

  /// The parts of a name on either side of a bracket; of what is bracketed, an acronym only.
  private func parts(of name: ReadSpans.Name, at bracket: Int, _ scan: NameScan) -> [ReadSpans.Name] {
    [TokenSpan(name.tokens.start, bracket), TokenSpan(bracket + 1, name.tokens.end)].filter { part in
      let isInside = (part.end == bracket) == scan.isMark(bracket, UInt8(ascii: ")"))
      return part.start < part.end && (!isInside || part.count == 1 && scan.tokens.shapes[part.start] == .upper)
    }.map { ReadSpans.Name(tokens: $0, kind: name.kind, confidence: name.confidence) }
  }

  /// What is left of a mention of the tables that the reader has passed over. It was told of these names, so they are none, but
  /// for groups and the unmistakable. A person's name is a candidate: "Orvik agreed" tells of him if the draft has an Orvik.
  private func passedOver(_ mention: Mention, _ scan: NameScan) -> Mention? {
    guard isName(mention), mention.kind != .group, !isUnmistakable(mention, scan) else { return mention }
    guard mention.kind == .person, mention.form == .name else { return nil }
    var candidate = mention
    candidate.form = .candidate
    candidate.fact = nil
    return candidate
  }

  /// "Brothers of Italy", "Angela Merkel", "the Kremlin": what the tables know by several words, in no longer name, or what
  /// newspapers use in one sense.
  private func isUnmistakable(_ mention: Mention, _ scan: NameScan) -> Bool {
    // After a title a person's name is read by pattern.
    guard mention.provenance.name == .lexicon || mention.kind == .person && mention.fact != nil,
      [.organization, .place, .person].contains(mention.kind),
      !scan.isCapitalized(mention.tokens.start - 1) || isAfterTitle(mention, scan),
      !scan.isCapitalized(mention.tokens.end)
    else { return false }
    return mention.tokens.count == 1
      ? scan.knownName(at: mention.tokens.start, limit: mention.tokens.end)?.isPreferred == true
      : mention.confidence >= 0.9
  }

  /// "Prime Minister Angela Merkel".
  private func isAfterTitle(_ mention: Mention, _ scan: NameScan) -> Bool {
    let start = mention.tokens.start
    return mention.kind == .person
      && (1...3).contains { $0 <= start && scan.title(at: start - $0, limit: start) == $0 }
  }

  /// "The Bergstroms" beside Anna Bergstrom are her family: a group, whatever firm has the name.
  private func readFamilies(_ scan: inout NameScan) {
    let families = Set(
      scan.mentions.filter { $0.kind == .person && $0.form == .name && $0.tokens.count > 1 }
        .compactMap { $0.tokens.range.last.map { scan.tokens.hashes[$0] } })
    guard !families.isEmpty else { return }
    for index in scan.mentions.indices {
      let mention = scan.mentions[index]
      guard mention.form == .name, mention.kind != .group, mention.tokens.count == 1,
        scan.isWord(mention.tokens.start - 1, ReadNameMerger.the),
        scan.isPlural(mention.tokens.start, of: families)
      else { continue }
      scan.mentions[index].kind = .group
      scan.mentions[index].fact = nil
    }
  }

  private static let the = CaseFolding.hash("the")

  /// What the tables know better than the reader, who has learned much from corpora that mark no groups. A people, religion or
  /// party is that, unless it is a language or the reader is sure; a place of several words that newspapers use in one sense is
  /// that place: "the West Bank" is no bank. Other names ("Turkey", "the White House") are left to the reader, who sees what
  /// they do.
  private func settled(_ name: ReadSpans.Name, _ same: Mention?, _ scan: NameScan) -> ReadSpans.Name {
    if name.confidence < ReadNameMerger.sureOfGroup, name.kind != .group, name.kind != .other,
      same?.kind == .group
    {
      return ReadSpans.Name(tokens: name.tokens, kind: .group, confidence: ReadNameMerger.tabled)
    }
    if same?.kind == .group, name.kind == .place, name.confidence < ReadNameMerger.sureOfDemonym,
      scan.isDemonym(name.tokens)
    {
      return ReadSpans.Name(tokens: name.tokens, kind: .group, confidence: ReadNameMerger.tabled)
    }
    if let same, same.kind == .organization, name.kind == .product || name.kind == .person,
      same.provenance.name == .lexicon, name.confidence < ReadNameMerger.sureOfKind,
      name.tokens.count > 1 || scan.knownName(at: name.tokens.start, limit: name.tokens.end)?.isPreferred == true
    {
      return ReadSpans.Name(tokens: name.tokens, kind: .organization, confidence: ReadNameMerger.tabled)
    }
    if let same, same.kind == .person, name.tokens.count > 1, isThing(name.kind),
      name.confidence < ReadNameMerger.sureOfThing,
      lexicons.givenWeight(scan.tokens.hashes[name.tokens.start]) > ReadNameMerger.clearGivenName
    {
      return ReadSpans.Name(tokens: name.tokens, kind: .person, confidence: same.confidence)
    }
    guard name.kind != .place, name.tokens.count > 1,
      let known = scan.knownName(at: name.tokens.start, limit: name.tokens.end), known.isPreferred,
      known.kind == .place,
      known.count == name.tokens.count
    else { return name }
    return ReadSpans.Name(tokens: name.tokens, kind: .place, confidence: max(name.confidence, ReadNameMerger.tabled))
  }

  /// What bears a name and is nobody.
  private func isThing(_ kind: EntityKind) -> Bool {
    switch kind {
    case .product, .work, .law, .event: true
    default: false
    }
  }

  /// One of the nine kinds, by name.
  private func isName(_ mention: Mention) -> Bool {
    (mention.form == .name || mention.form == .acronym) && mention.kind != .role && mention.kind != .language
  }

  /// A description may hold a name: "the French president".
  private func isPointer(_ mention: Mention) -> Bool { mention.form == .descriptor || mention.form == .pronoun }

  private func merged(_ old: Mention, _ name: ReadSpans.Name) -> Mention {
    var mention = old
    mention.confidence = max(name.confidence, old.kind == name.kind ? old.confidence : 0)
    if mention.kind != name.kind {
      mention.kind = name.kind
      mention.fact = nil
    }
    mention.provenance = Provenance(.reader)
    return mention
  }
}

/// Where the tables' names stand, so that each of the reader's is compared in time of its own length.
private struct TabledNames {
  /// The place among the mentions of the first name over these tokens.
  private(set) var index: [TokenSpan: Int] = [:]
  private var groups: [TokenSpan?]

  init(_ names: [(offset: Int, element: Mention)], tokenCount: Int) {
    groups = [TokenSpan?](repeating: nil, count: tokenCount)
    for (place, mention) in names where index[mention.tokens] == nil {
      index[mention.tokens] = place
      guard mention.kind == .group else { continue }
      for token in mention.tokens.range.clamped(to: groups.indices) { groups[token] = mention.tokens }
    }
  }

  /// Whether a group shares tokens with these and is not the same.
  func hasGroup(within tokens: TokenSpan) -> Bool {
    tokens.range.clamped(to: groups.indices).contains { groups[$0].map { $0 != tokens } ?? false }
  }
}
