package import DocumentModel
package import Lexicons

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
  /// How sure the tables are.
  private static let tabled: Float = 0.85

  package init(_ language: Language) { lexicons = NameLexicons(language) }

  package var reads: Set<Layer> { [.tokens, .mentions, .reading] }
  package var provides: Set<Layer> { [.mentions] }

  package func analyze(_ paragraph: Paragraph, into layers: inout ParagraphLayers) {
    guard let reading = layers.reading else { return }
    let old = layers.mentions
    let tabled = TabledNames(old.enumerated().filter { isName($0.element) }, tokenCount: layers.tokens.count)
    let names = reading.names.filter { name in
      name.kind != .role && name.confidence >= ReadNameMerger.least
        && (name.confidence >= ReadNameMerger.sureOfLonger || !tabled.hasGroup(within: name.tokens))
    }
    var scan = NameScan(tokens: layers.tokens, bytes: paragraph.bytes, lexicons: lexicons)
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
      // The reader was told of the tables' names: what it passed over is none, but for groups.
      if isName(mention), mention.kind != .group { continue }
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
    // The tables had no such names to tie these to.
    scan.linkAcronyms(of: [.organization, .law, .event])
    scan.linkAppositions()
    scan.linkAnnouncements()
    layers.mentions = scan.sortedMentions()
  }

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
    guard name.kind != .place, name.tokens.count > 1,
      let known = scan.knownName(at: name.tokens.start, limit: name.tokens.end), known.isPreferred,
      known.kind == .place,
      known.count == name.tokens.count
    else { return name }
    return ReadSpans.Name(tokens: name.tokens, kind: .place, confidence: max(name.confidence, ReadNameMerger.tabled))
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
