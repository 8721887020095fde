import DocumentModel
import Lexicons

/// Tells what kind of source a phrase names, by the mention that heads it and the nouns in it.
struct SourceClassifier: Sendable {
  let nouns: SourceNouns
  private let vague: Lexicon
  private let hearsay: Lexicon

  init(_ language: Language) {
    nouns = SourceNouns(language)
    vague = language.lexicon("vague-sources")
    hearsay = language.lexicon("hearsay")
  }

  func kind(of source: TokenSpan?, mention: Mention?, _ scanner: PhraseScanner) -> Attribution.SourceKind {
    guard let source else { return .none }
    if isIn(hearsay, source, scanner) { return .hearsay }
    if let mention, mention.form == .name || mention.form == .acronym, mention.kind != .role, mention.kind != .group {
      return .named
    }
    if source.count == 1, scanner.has(source.start, [.person, .relativeOrPossessive]) { return .pronoun }
    if isIn(vague, source, scanner) || isUncounted(source, scanner) { return .vague }
    if nouns.isAnonymous(source, scanner) { return .anonymous }
    if let known = kind(of: source, scanner) { return known }
    if isName(source, scanner) { return .named }
    return source.count == 1 && scanner.has(source.start, .determiner) ? .vague : .described
  }

  /// "Some residents", "many young voters".
  private func isUncounted(_ source: TokenSpan, _ scanner: PhraseScanner) -> Bool {
    guard (2...4).contains(source.count), let row = vague.row(scanner.tokens.hashes[source.start]),
      vague.text(row, 0) == "quantifier"
    else { return false }
    switch nouns.kindOfHead(source, scanner) {
    case .document, .statement, .anonymous: return false
    default: break
    }
    return scanner.isPlural(source.end - 1)
      && source.range.dropFirst().allSatisfy { scanner.kind($0) == .word && !scanner.isCapitalized($0) }
      && nouns.headEnd(of: source, scanner) == source.end
  }

  /// By the nouns of the source, its head's before all: "court records" are a document, no court.
  private func kind(of source: TokenSpan, _ scanner: PhraseScanner) -> Attribution.SourceKind? {
    let noun =
      nouns.kindOfHead(source, scanner)
      ?? source.range.lazy.compactMap { nouns.kind(of: $0, scanner) }.first
    switch noun {
    case .anonymous: return .anonymous
    case .document, .statement: return .document
    case .body, .person, .spokesperson: return .described
    case nil: return nil
    }
  }

  /// Whether a capital tells that the head is a name: not that of a sentence's first word ("Historians"), of a day or month,
  /// or of a name beside it ("a friend of Ruiz").
  private func isName(_ source: TokenSpan, _ scanner: PhraseScanner) -> Bool {
    func isCapital(_ token: Int) -> Bool { scanner.isCapitalized(token) && !scanner.has(token, [.calendar, .weekday]) }
    let end = nouns.headEnd(of: source, scanner)
    if (source.start + 1..<max(source.start + 1, end)).contains(where: isCapital) { return true }
    // "The driver, Tom Okoro"
    if end + 1 < source.end, scanner.isComma(end), isCapital(end + 1) { return true }
    if scanner.tokens.shapes[source.start] == .upper, !scanner.isWord(source.start, "a") { return true }
    guard source.count == 1, isCapital(source.start) else { return false }
    return !scanner.isPlural(source.start) || !isSentenceStart(source.start, scanner)
  }

  private func isSentenceStart(_ token: Int, _ scanner: PhraseScanner) -> Bool {
    token == 0 || scanner.isStop(token - 1) || scanner.isQuote(token - 1)
  }

  /// Whether a phrase of the table is the whole source but for an opening article.
  private func isIn(_ table: Lexicon, _ source: TokenSpan, _ scanner: PhraseScanner) -> Bool {
    for start in [source.start, source.start + 1] where start < source.end {
      if start > source.start, !scanner.has(source.start, [.article, .determiner]) { break }
      if let match = table.longestMatch(scanner.tokens.hashes, at: start, limit: source.end),
        start + match.count == source.end
      {
        return true
      }
    }
    return false
  }
}

extension WordClass {
  fileprivate static let person: WordClass = [.personPronoun]
  fileprivate static let relativeOrPossessive: WordClass = [.relative, .possessive, .pronoun]
}
