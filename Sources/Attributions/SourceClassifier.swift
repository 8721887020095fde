import DocumentModel
import Lexicons

/// Tells what kind of source a phrase names, by the mention that heads it and the nouns in it.
struct SourceClassifier: Sendable {
  private let nouns: Lexicon
  private let vague: Lexicon
  private let hearsay: Lexicon

  init(_ language: Language) {
    nouns = language.lexicon("source-nouns")
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
    if isIn(vague, source, scanner) { return .vague }
    var found: Attribution.SourceKind?
    for token in source.range {
      guard let row = nouns.row(scanner.tokens.hashes[token]) else { continue }
      switch nouns.text(row, 0) {
      case "anonymous": return .anonymous
      case "document": found = found ?? .document
      case "body", "person": found = found ?? .described
      default: break
      }
    }
    if let found { return found }
    if source.range.contains(where: { $0 > source.start && scanner.isCapitalized($0) })
      || scanner.tokens.shapes[source.start] == .upper
    {
      return .named
    }
    if source.count == 1, scanner.has(source.start, .determiner) { return .vague }
    return scanner.isCapitalized(source.start) && source.count == 1 ? .named : .described
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
