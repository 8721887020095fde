import DocumentModel
import DraftAnalysis
import TextCore

/// The lines of a transcript or an interview, told by labels that follow each other: "MAYOR: No. Reports say I did." What a line
/// says is said by whom its label names, and is quoted like words between marks.
struct Transcript {
  private let analysis: Analysis

  init(_ analysis: Analysis) { self.analysis = analysis }

  /// Paragraphs between two labelled lines at most: an answer may have a second one.
  private static let reach = 2

  /// Whether a paragraph is such a line: it has a label, and so has one beside it.
  func holds(_ index: Int) -> Bool {
    guard hasLabel(index) else { return false }
    return (1...Self.reach).contains { hasLabel(index - $0) || hasLabel(index + $0) }
  }

  /// Words of a label: "ANNA RUIZ, HOST".
  private static let longest = 6

  /// "MAYOR:", "Q.", "Host:" and "Anna Ruiz, host:", which capitals open and a colon closes.
  private func hasLabel(_ index: Int) -> Bool {
    guard analysis.analyzed.indices.contains(index) else { return false }
    let paragraph = analysis.analyzed[index]
    let tokens = paragraph.layers.tokens
    guard paragraph.isCopy, let first = tokens.indices.first, tokens.kinds[first] == .word,
      tokens.shapes[first].isCapitalized
    else { return false }
    if tokens.span(first).count <= 2, ["Q", "A", "Q.", "A."].contains(paragraph.text(first)) {
      return paragraph.text(first).count == 2 || [".", ":"].contains(paragraph.text(first + 1))
    }
    guard let colon = tokens.indices.prefix(Self.longest + 1).first(where: { paragraph.text($0) == ":" }),
      colon + 1 < tokens.count, tokens.kinds[colon + 1] != .doubleQuote
    else { return false }
    return (first..<colon).allSatisfy { tokens.shapes[$0].isCapitalized || paragraph.text($0) == "," }
  }
}
