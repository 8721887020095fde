import DocumentModel
import DraftAnalysis
import Lexicons
import TextCore

/// A body's long form in the place of its acronym: with the article that the sentence wants.
struct LongForms: Sendable {
  private let nameWords: Lexicon
  private let sourceNouns: Lexicon
  private let words: RuleWords
  private let fixWords: FixWords

  init(_ language: Language) {
    nameWords = language.lexicon("name-words")
    sourceNouns = language.lexicon("source-nouns")
    words = RuleWords(language)
    fixWords = FixWords(language)
  }

  /// The long form as it stands alone, and with its article where none stands before: "the UN Office for Project Services". Nil
  /// where no sound sentence comes of it: "an OCHA report" would need another article, "UNHCR's tents" another possessive.
  func text(_ long: String, _ passage: Passage) -> (name: String, full: String)? {
    let analyzed = passage.analyzed
    let own = passage.tokens
    guard !long.isEmpty, analyzed.kind(own.end) != .possessive,
      !["'", "’"].contains(analyzed.text(own.end).prefix(1))
    else { return nil }
    let name = long.hasPrefix("The ") ? String(long.dropFirst(4)) : long
    let takesArticle = long != name || isCommonNoun(name)
    switch place(own.start, analyzed) {
    case .afterArticle: return takesArticle ? (name, name) : nil
    case .opening: return (name, takesArticle ? "The " + name : name)
    case .bare: return (name, takesArticle ? "the " + name : name)
    case .other: return nil
    }
  }

  private enum Place {
    /// "the UNHCR", "the embattled UNHCR".
    case afterArticle
    /// At the head of a sentence.
    case opening
    /// "came from UNHCR".
    case bare
    case other
  }

  private func place(_ token: Int, _ paragraph: AnalyzedParagraph) -> Place {
    let tokens = paragraph.layers.tokens
    guard token < tokens.count else { return .other }
    if paragraph.sentence(at: tokens.span(token).start).start == token { return .opening }
    let before = paragraph.text(token - 1).lowercased()
    if before == "a" || before == "an" { return .other }
    if fixWords.phrase(at: token - 1, in: paragraph) == .preposition || [",", ";", "—", "–"].contains(before) {
      return .bare
    }
    var at = token - 1
    while at >= 0, at > token - 4, tokens.kinds[at] == .word, tokens.shapes[at] == .lower || at == 0 {
      if words[tokens.hashes[at]] == .definite {
        return ["a", "an"].contains(paragraph.text(at).lowercased()) ? .other : .afterArticle
      }
      at -= 1
    }
    return at >= 0 && at == token - 1 && paragraph.text(at).lowercased() == "the" ? .afterArticle : .other
  }

  /// Whether the name is headed by a common noun: "United Nations Office for …", "Food and Agriculture Organization".
  private func isCommonNoun(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    let end = words.firstIndex { ["of", "for", "on", "in", "to"].contains($0) } ?? words.endIndex
    guard end > words.startIndex else { return false }
    let hash = CaseFolding.hash(words[end - 1].lowercased())
    if sourceNouns.contains(hash) || fixWords.isBody(hash) { return true }
    return nameWords.rows(hash)?.contains { nameWords.text($0, 0).contains("organization-") } ?? false
  }
}
