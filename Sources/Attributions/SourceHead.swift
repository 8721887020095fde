import DocumentModel
import Lexicons
import TextCore

/// The mention that heads a source: who speaks, not who is named along with the speaker.
struct SourceHead {
  let scanner: PhraseScanner
  let mentions: [Mention]
  let nouns: SourceNouns

  /// The first person named in the source who neither owns nor is spoken for ("Meridian's chief executive, Ana Ruiz", "a
  /// spokesman for Ruiz"), else the first other name, else the first description or pronoun; an index of the mentions.
  func mention(in source: TokenSpan) -> Int? {
    let isOfPerson = isPersonOrDocument(source)
    let end = mainEnd(of: source)
    var named: Int?
    var best: Int?
    var beside: TokenSpan?
    var index = mentions.partitionPoint { $0.tokens.start >= source.start }
    while index < mentions.count, mentions[index].tokens.start < end {
      defer { index += 1 }
      let mention = mentions[index]
      guard mention.tokens.end <= source.end, mention.kind != .role || best == nil,
        mention.form != .pronoun || mention.tokens == source
      else { continue }
      let isName = mention.form == .name || mention.form == .acronym
      let isBody = isName && mention.kind == .organization
      if isBeside(mention.tokens, after: beside, in: source), !isBody || isOfPerson {
        beside = mention.tokens
        continue
      }
      switch mention.kind {
      case .person where isName: return index
      case .organization where isName, .place where isName: named = named ?? index
      default: best = best ?? index
      }
    }
    return named ?? best
  }

  /// Where what stands beside the speaker's phrase begins: "who met the pope", "obtained by the paper", "close to the singer".
  private func mainEnd(of source: TokenSpan) -> Int {
    source.range.dropFirst().first { token in
      if scanner.isCapitalized(token) { return false }
      if scanner.has(token, .relative) || scanner.isWord(token, "close") && scanner.isWord(token + 1, "to") {
        return true
      }
      if scanner.isWord(token, "familiar") && scanner.isWord(token + 1, "with") { return true }
      return scanner.isWord(token, "by") && isParticiple(token - 1, in: source)
    } ?? source.end
  }

  private func isParticiple(_ token: Int, in source: TokenSpan) -> Bool {
    token > source.start && !scanner.isCapitalized(token)
      && (scanner.ends(token, "ed") || scanner.ends(token, "en") || scanner.isWord(token, "held"))
  }

  /// Whether a name only tells whose the speaker is, or where: "Ruiz's lawyer", "a spokesman for Ruiz", "residents of Mill
  /// Row and Orle", "Orle police".
  private func isBeside(_ name: TokenSpan, after beside: TokenSpan?, in source: TokenSpan) -> Bool {
    if name.end < source.end, scanner.kind(name.end) == .possessive { return true }
    var before = name.start - 1
    if let beside, before == beside.end, scanner.has(before, .conjunction) { return true }
    while before > source.start, scanner.has(before, .determiner) || isTitle(before) { before -= 1 }
    guard before > source.start else { return false }
    let words: [StaticString] = ["for", "of", "to", "with", "in", "at", "from"]
    return words.contains { scanner.isWord(before, $0) }
  }

  /// "President" of "the wife of President Kolev".
  private func isTitle(_ token: Int) -> Bool {
    mentions.contains { $0.kind == .role && $0.tokens == TokenSpan(token, token + 1) }
  }

  /// "Meridian's chief executive", "officials at the ministry", but not "a spokesman for the ministry", who speaks for it.
  private func isPersonOrDocument(_ source: TokenSpan) -> Bool {
    switch nouns.kindOfHead(source, scanner) {
    case .person, .document, .anonymous: true
    case .spokesperson, .statement, .body, nil: false
    }
  }
}

/// The nouns that head sources, and what kind of source each tells.
struct SourceNouns: Sendable {
  /// The kinds of `source-nouns.tsv`.
  enum Kind: String, Sendable {
    case anonymous, document, body, person
    /// A person who speaks for a body.
    case spokesperson
    /// A document that is a body's own words.
    case statement
  }

  private let nouns: Lexicon

  init(_ language: Language) { nouns = language.lexicon("source-nouns") }

  /// The kind that one word tells.
  func kind(of token: Int, _ scanner: PhraseScanner) -> Kind? {
    guard scanner.tokens.hashes.indices.contains(token), let row = nouns.row(scanner.tokens.hashes[token]) else {
      return nil
    }
    return Kind(rawValue: nouns.text(row, 0))
  }

  /// Whether a phrase in the source says that its name is kept back: "who asked not to be named".
  func isAnonymous(_ source: TokenSpan, _ scanner: PhraseScanner) -> Bool {
    source.range.contains { token in
      nouns.longestMatch(scanner.tokens.hashes, at: token, limit: source.end)?.rows
        .contains { Kind(rawValue: nouns.text($0, 0)) == .anonymous } ?? false
    }
  }

  /// Where the head's own phrase ends: before the first preposition, relative or mark: "documents" of "documents in court".
  func headEnd(of source: TokenSpan, _ scanner: PhraseScanner) -> Int {
    source.range.dropFirst().first { token in
      scanner.kind(token) == .punctuation
        || !scanner.isCapitalized(token) && scanner.has(token, [.preposition, .attaching, .relative, .wh])
    } ?? source.end
  }

  /// The kind that the head tells: "records" of "court records", "documents" of "documents obtained by the paper".
  func kindOfHead(_ source: TokenSpan, _ scanner: PhraseScanner) -> Kind? {
    (source.start..<headEnd(of: source, scanner)).reversed().lazy.compactMap { kind(of: $0, scanner) }.first
  }
}
