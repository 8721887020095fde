import DocumentModel
import DraftAnalysis
import TextCore

extension AnalyzedParagraph {
  /// Whether a span of the prose shares a byte with words between quotation marks.
  func isQuoted(_ span: TextSpan) -> Bool { layers.quotations.contains { $0.span.overlaps(span) } }

  /// Whether the paragraph is the writer's own running text: no headline, and nothing set off as a quotation.
  var isCopy: Bool { !paragraph.kind.isHeading && paragraph.quoteDepth == 0 }

  /// The tokens of the sentence that holds an offset; empty if there is none.
  func sentence(at offset: Int) -> TokenSpan {
    guard let index = layers.sentenceIndex(at: offset) else { return TokenSpan(0, 0) }
    return layers.sentences[index].tokens
  }

  /// The token's hash; nil outside the paragraph.
  func hash(_ token: Int) -> UInt64? { layers.tokens.indices.contains(token) ? layers.tokens.hashes[token] : nil }

  func kind(_ token: Int) -> TokenKind? { layers.tokens.indices.contains(token) ? layers.tokens.kinds[token] : nil }

  func text(_ token: Int) -> String {
    layers.tokens.indices.contains(token) ? paragraph.text(layers.tokens.span(token)) : ""
  }
}

/// A finding's place, seen from the prose of its paragraph.
struct Passage {
  let analysis: Analysis
  let index: Int
  let analyzed: AnalyzedParagraph
  /// In the paragraph's prose.
  let span: TextSpan

  /// Nil if the finding is of another draft.
  init?(_ finding: Finding, in analysis: Analysis) {
    guard analysis.analyzed.indices.contains(finding.paragraph),
      analysis.document.paragraphs.indices.contains(finding.paragraph)
    else { return nil }
    let placed = analysis.document.paragraphs[finding.paragraph]
    self.analysis = analysis
    index = finding.paragraph
    analyzed = analysis.analyzed[finding.paragraph]
    span = TextSpan(
      placed.paragraph.proseOffset(ofSource: finding.span.start - placed.start),
      placed.paragraph.proseOffset(ofSource: finding.span.end - placed.start))
  }

  var layers: ParagraphLayers { analyzed.layers }
  var tokens: TokenSpan { layers.tokens.tokens(in: span) }

  /// Puts words in place of a span of the prose.
  func replace(_ span: TextSpan, with text: String) -> TextReplacement {
    TextReplacement(analysis.fileSpan(index, span), with: text)
  }

  /// Puts words in at an offset of the prose: outside the markup that ends there.
  func insert(_ text: String, at offset: Int) -> TextReplacement {
    let place = analysis.fileSpan(index, TextSpan(offset, offset)).start
    return TextReplacement(TextSpan(place, place), with: text)
  }

  /// Puts words in right after the prose before an offset: inside the markup that ends there.
  func append(_ text: String, after offset: Int) -> TextReplacement {
    let place = analysis.fileSpan(index, TextSpan(max(0, offset - 1), offset)).end
    return TextReplacement(TextSpan(place, place), with: text)
  }

  /// Words in the case of those they replace: "Saying" in place of "Claiming".
  func cased(_ text: String, like span: TextSpan) -> String {
    let token = layers.tokens.firstToken(endingAfter: span.start)
    guard layers.tokens.indices.contains(token) else { return text }
    switch layers.tokens.shapes[token] {
    case .title: return text.prefix(1).uppercased() + text.dropFirst()
    case .upper: return text.uppercased()
    default: return text
    }
  }

  /// Puts words at the end of the sentence that holds the finding; nil where they cannot follow: the sentence ends within a
  /// quotation, asks, calls or trails off. The dot of an abbreviation is no full stop once words follow it: "…at Orle Power
  /// Co., according to [source]."
  func appendToSentence(_ text: String) -> TextReplacement? {
    guard let close = sentenceClose else { return nil }
    return append(text + (close.isAbbreviated ? "." : ""), after: close.offset)
  }

  /// The offset before the full stop of the sentence, and whether that stop is the dot of its last word.
  private var sentenceClose: (offset: Int, isAbbreviated: Bool)? {
    let sentence = analyzed.sentence(at: span.start)
    guard let last = sentence.range.last else { return nil }
    let end = layers.tokens.span(last)
    switch analyzed.kind(last) {
    case .punctuation:
      guard analyzed.text(last) == ".", analyzed.text(last - 1) != "." else { return nil }
      // The stop belongs to the quotation before it.
      return analyzed.isQuoted(end) ? nil : (end.start, false)
    case .doubleQuote, .singleQuote: return nil
    default: return (end.end, analyzed.paragraph.bytes[end.end - 1] == UInt8(ascii: "."))
    }
  }
}
