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
    /// "ORUs"
    var isPlural = false
  }

  /// By folded hash, in order of reading.
  private(set) var uses: [UInt64: [Use]] = [:]

  /// Letters of an acronym.
  static let lengths = 2...7

  /// - Parameter paragraphs: indices of those to read; what has no capitals is passed over.
  init(_ analysis: Analysis, _ paragraphs: [Int]) {
    for index in paragraphs { read(analysis.analyzed[index], index) }
  }

  /// Whether a paragraph holds an acronym, and is neither a line in capitals nor a headline with capital initials: there,
  /// capitals tell nothing.
  static func isConcerned(with paragraph: AnalyzedParagraph) -> Bool {
    paragraph.layers.tokens.indices.contains { isAcronym($0, paragraph) || singular($0, paragraph) != nil }
      && !isShouted(paragraph)
  }

  private static func isAcronym(_ token: Int, _ paragraph: AnalyzedParagraph) -> Bool {
    guard paragraph.layers.tokens.shapes[token] == .upper, paragraph.layers.tokens.kinds[token] == .word else {
      return false
    }
    return isCapitals(paragraph.layers.tokens.span(token), paragraph)
  }

  private static func isCapitals(_ span: TextSpan, _ paragraph: AnalyzedParagraph) -> Bool {
    lengths.contains(span.count)
      && paragraph.paragraph.bytes[span.start..<span.end].allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
  }

  /// The singular's hash of "ORUs".
  private static func singular(_ token: Int, _ paragraph: AnalyzedParagraph) -> UInt64? {
    let tokens = paragraph.layers.tokens
    guard tokens.kinds[token] == .word, tokens.shapes[token] == .mixed else { return nil }
    let span = tokens.span(token)
    guard span.count > 1, paragraph.paragraph.bytes[span.end - 1] == UInt8(ascii: "s") else { return nil }
    let letters = TextSpan(span.start, span.end - 1)
    return isCapitals(letters, paragraph) ? CaseFolding.hash(paragraph.paragraph.text(letters)) : nil
  }

  private mutating func read(_ paragraph: AnalyzedParagraph, _ index: Int) {
    let shapes = paragraph.layers.tokens.shapes
    for token in shapes.indices where shapes[token] == .upper || shapes[token] == .mixed {
      if let hash = AcronymUses.singular(token, paragraph) {
        // "Other Than Mexicans (OTMs)"
        let isBracketed = paragraph.isMark(token - 1, "(") && paragraph.isMark(token + 1, ")")
        uses[hash, default: []].append(
          Use(paragraph: index, token: token, longForm: nil, isBracketed: isBracketed, isPlural: true))
        continue
      }
      guard AcronymUses.isAcronym(token, paragraph) else { continue }
      // "Other Than Mexicans (OTM's)"
      let end = paragraph.kind(token + 1) == .possessive ? token + 2 : token + 1
      let isBracketed = paragraph.isMark(token - 1, "(") && paragraph.isMark(end, ")")
      uses[paragraph.layers.tokens.hashes[token], default: []].append(
        Use(
          paragraph: index, token: token,
          longForm: isBracketed && end == token + 1 ? AcronymUses.longForm(before: token, paragraph) : nil,
          isBracketed: isBracketed))
    }
  }

  private static func isShouted(_ paragraph: AnalyzedParagraph) -> Bool {
    var upper = 0
    var title = 0
    var lower = 0
    for shape in paragraph.layers.tokens.shapes.prefix(200) {
      switch shape {
      case .upper: upper += 1
      case .title: title += 1
      case .lower: lower += 1
      default: break
      }
    }
    return upper > lower || (title > lower * 2 && title > 6)
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
      // "Traders' Association", "the People's Party"
      if tokens.kinds[index] == .possessive || tokens.kinds[index] == .singleQuote {
        index -= 1
        continue
      }
      guard tokens.kinds[index] == .word || tokens.kinds[index] == .number else { return nil }
      let start = Int(tokens.starts[index])
      let initial = paragraph.paragraph.bytes[start].lowered
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
}
