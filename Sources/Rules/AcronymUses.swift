import DocumentModel
import DraftAnalysis
import TextCore

/// Where a draft writes words in capitals: the ground of both rules on acronyms. One pass over the shapes of tokens.
struct AcronymUses {
  struct Use {
    let paragraph: Int
    let token: Int
    /// "(WEF)" after words whose initials it takes: tokens of the long form.
    let longForm: TokenSpan?
    /// Stands alone in brackets.
    let isBracketed: Bool
  }

  /// By folded hash, in order of reading.
  private(set) var uses: [UInt64: [Use]] = [:]

  /// Letters of an acronym.
  static let lengths = 2...7

  init(_ analysis: Analysis) {
    for (index, paragraph) in analysis.analyzed.enumerated() where !AcronymUses.isShouted(paragraph) {
      let tokens = paragraph.layers.tokens
      for token in tokens.indices where tokens.shapes[token] == .upper && tokens.kinds[token] == .word {
        let span = tokens.span(token)
        guard AcronymUses.lengths.contains(span.count),
          paragraph.paragraph.bytes[span.start..<span.end].allSatisfy({ $0 >= 0x41 && $0 <= 0x5A })
        else { continue }
        let isBracketed =
          AcronymUses.isMark(token - 1, "(", paragraph) && AcronymUses.isMark(token + 1, ")", paragraph)
        uses[tokens.hashes[token], default: []].append(
          Use(
            paragraph: index, token: token,
            longForm: isBracketed ? AcronymUses.longForm(before: token, paragraph) : nil, isBracketed: isBracketed))
      }
    }
  }

  /// A line in capitals: there, capitals tell nothing.
  private static func isShouted(_ paragraph: AnalyzedParagraph) -> Bool {
    let shapes = paragraph.layers.tokens.shapes
    var upper = 0
    var lower = 0
    for shape in shapes.prefix(400) {
      if shape == .upper { upper += 1 } else if shape == .lower { lower += 1 }
    }
    return upper > lower
  }

  private static func isMark(_ token: Int, _ mark: String, _ paragraph: AnalyzedParagraph) -> Bool {
    paragraph.kind(token) == .punctuation && paragraph.text(token) == mark
  }

  /// The words before a bracket whose initials spell the acronym, small words counted or not.
  static func longForm(before acronym: Int, _ paragraph: AnalyzedParagraph) -> TokenSpan? {
    let tokens = paragraph.layers.tokens
    let letters = Array(paragraph.text(acronym).lowercased().utf8)
    var index = acronym - 2
    var letter = letters.count - 1
    guard index >= 0 else { return nil }
    let end = index + 1
    while index >= 0, letter >= 0, end - index <= letters.count * 2 + 2 {
      guard tokens.kinds[index] == .word || tokens.kinds[index] == .number else { return nil }
      let start = Int(tokens.starts[index])
      let initial = CaseLess.lower(paragraph.paragraph.bytes[start])
      if initial == letters[letter] {
        letter -= 1
        if letter < 0 { return TokenSpan(index, end) }
      } else if tokens.shapes[index].isCapitalized {
        return nil
      }
      index -= 1
    }
    return nil
  }

  private enum CaseLess {
    static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
  }
}
