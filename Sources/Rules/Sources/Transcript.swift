import DocumentModel
import DraftAnalysis
import TextCore

/// The lines of a transcript or an interview, told by labels that follow each other: "MAYOR: No. Reports say I did." What a line
/// says is said by whom its label names, and is quoted like words between marks.
struct Transcript {
  private let analysis: Analysis
  /// The last paragraph that was asked about, and the tokens at which its labelled lines begin.
  private var lines: (index: Int, starts: [Int])?

  init(_ analysis: Analysis) { self.analysis = analysis }

  /// Paragraphs between two labelled lines at most: an answer may have a second one.
  private static let reach = 2

  /// Whether words at an offset of a paragraph's prose stand in such a line: after a label that another one is beside.
  mutating func holds(_ index: Int, _ offset: Int) -> Bool {
    let starts = lines?.index == index ? lines?.starts ?? [] : labels(index)
    lines = (index, starts)
    guard let first = starts.first, analysis.analyzed[index].layers.tokens.span(first).start <= offset else {
      return false
    }
    return starts.count > 1
      || first == 0 && (1...Self.reach).contains { hasLabel(index - $0, at: 0) || hasLabel(index + $0, at: 0) }
  }

  /// The tokens that begin the labelled lines of a paragraph.
  private func labels(_ index: Int) -> [Int] {
    guard analysis.analyzed.indices.contains(index) else { return [] }
    let paragraph = analysis.analyzed[index]
    return paragraph.layers.tokens.indices.filter { token in
      let before = paragraph.layers.tokens.span(token).start - 1
      let isStart =
        token == 0 || paragraph.paragraph.bytes.indices.contains(before) && paragraph.paragraph.bytes[before] == 0x0A
      return isStart && hasLabel(index, at: token)
    }
  }

  /// Tokens of a label: "ANNA RUIZ, HOST:".
  private static let longest = 6

  /// "MAYOR:", "Q.", "Host:" and "Anna Ruiz, Host:", which capitals open and a colon closes.
  private func hasLabel(_ index: Int, at first: Int) -> Bool {
    guard analysis.analyzed.indices.contains(index) else { return false }
    let paragraph = analysis.analyzed[index]
    let tokens = paragraph.layers.tokens
    guard paragraph.isCopy, tokens.indices.contains(first), tokens.kinds[first] == .word,
      tokens.shapes[first].isCapitalized
    else { return false }
    let text = paragraph.text(first)
    if ["Q.", "A."].contains(text) || ["Q", "A"].contains(text) && [".", ":"].contains(paragraph.text(first + 1)) {
      return true
    }
    let end = min(tokens.count, first + Self.longest + 1)
    guard let colon = (first..<end).first(where: { paragraph.text($0) == ":" }), colon + 1 < tokens.count,
      tokens.kinds[colon + 1] != .doubleQuote
    else { return false }
    return (first..<colon).allSatisfy { tokens.shapes[$0].isCapitalized || paragraph.text($0) == "," }
  }
}
