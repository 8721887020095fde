import DocumentModel
import DraftAnalysis
import Lexicons

/// "54 percent of voters": where the draft names a poll, its figures go on through the paragraphs, and need no source in each.
struct PolledShares: Sendable {
  private let words: Lexicon

  init(_ language: Language) { words = language.lexicon("claim-words") }

  /// Whether a match of a paragraph is a share of those who are polled.
  func isShare(_ match: RuleMatch, of paragraph: AnalyzedParagraph) -> Bool {
    guard match.category == ClaimCategory.statistic.rawValue else { return false }
    let end = paragraph.layers.tokens.tokens(in: match.span).end
    return (end..<end + PolledShares.reach).contains { token in
      paragraph.hash(token).map { isOf("polled", $0) } ?? false
    }
  }

  /// Words from a share to those it is of: "of the state's young voters".
  private static let reach = 6

  /// Whether any paragraph names a poll; looks through the draft.
  func hasPoll(_ analysis: Analysis) -> Bool {
    analysis.analyzed.contains { $0.layers.tokens.hashes.contains { isOf("poll", $0) } }
  }

  private func isOf(_ sort: String, _ hash: UInt64) -> Bool {
    words.row(hash).map { words.text($0, 0) == sort } ?? false
  }
}
