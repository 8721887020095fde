import DocumentModel
import DraftAnalysis
import Lexicons
import TextCore

extension AnalyzedParagraph {
  /// Whether a span of the prose shares a byte with words between quotation marks.
  func isQuoted(_ span: TextSpan) -> Bool { layers.isQuoted(span) }

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

  /// Whether the token is that one ASCII mark.
  func isMark(_ token: Int, _ mark: Unicode.Scalar) -> Bool {
    kind(token) == .punctuation
      && layers.tokens.isMark(token, UInt8(truncatingIfNeeded: mark.value), in: paragraph.bytes)
  }

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

  /// Puts words in at the end of the sentence that holds the finding, before its mark: after a link that ends there. Nil where
  /// words cannot follow: the sentence ends within a quotation, asks, or trails off. The dot of an abbreviation is no full stop
  /// once words follow it: "…at Orle Power Co., according to [source]."
  func close(with text: String, _ closed: WordClasses) -> TextReplacement? {
    guard let mark = sentenceClose(closed) else { return nil }
    switch mark {
    case .before(let stop):
      let place = analysis.fileSpan(index, stop).start
      return TextReplacement(TextSpan(place, place), with: text)
    case .after(let end):
      let text = analyzed.paragraph.bytes[max(0, end - 1)] == UInt8(ascii: ".") ? text + "." : text
      // "[the rescue boat](url)" at the end of an item: the block's own end is after the link.
      let placed = analysis.document.paragraphs[index]
      let last = analysis.snapshot.text(TextSpan(max(placed.start, placed.span.end - 1), placed.span.end))
      guard end == analyzed.paragraph.bytes.count, last == ")" || last == "]" else { return append(text, after: end) }
      return TextReplacement(TextSpan(placed.span.end, placed.span.end), with: text)
    }
  }

  /// Where a sentence closes.
  private enum Close {
    case before(TextSpan)
    /// It has no mark.
    case after(Int)
  }

  private func sentenceClose(_ closed: WordClasses) -> Close? {
    let sentence = analyzed.sentence(at: span.start)
    guard var last = sentence.range.last else { return nil }
    last = lastBeforeNotes(last, in: sentence)
    // "(Okoro stole the boat in March.)"
    if analyzed.text(last) == ")", analyzed.text(last - 1) == ".", let open = opening(of: last, in: sentence),
      layers.tokens.span(open).end <= span.start
    {
      last -= 1
    }
    if let clause = clauseClose(in: sentence) { return .before(clause) }
    let end = layers.tokens.span(last)
    switch analyzed.kind(last) {
    case .punctuation:
      // Several marks ask, call or trail off.
      guard [".", "!", ":"].contains(analyzed.text(last)), last > sentence.start,
        isWordly(last - 1), !analyzed.isQuoted(end)
      else { return nil }
      return .before(end)
    // "Okoro stole the boat from the" goes on: no sentence ends with an article or a preposition.
    case .word where closed.has([.article, .preposition], last, analyzed): return nil
    case .word, .number, .possessive: return .after(end.end)
    case .symbol: return analyzed.text(last) == "%" ? .after(end.end) : nil
    default: return nil
    }
  }

  /// The ";" that closes the finding's clause: a source at the sentence's end would stand for the last one alone.
  private func clauseClose(in sentence: TokenSpan) -> TextSpan? {
    var depth = 0
    for token in sentence.range where analyzed.kind(token) == .punctuation {
      let mark = layers.tokens.span(token)
      switch analyzed.text(token) {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      // "From three people: Ana Ruiz, a cook; Tom Reyes, a guard": a list has no clauses.
      case ":" where mark.start >= span.end: return nil
      case ";" where depth == 0 && mark.start >= span.end && !analyzed.isQuoted(mark): return mark
      default: break
      }
    }
    return nil
  }

  /// The last token before notes: "in March.[1]", "in March.²".
  private func lastBeforeNotes(_ end: Int, in sentence: TokenSpan) -> Int {
    var last = end
    while last > sentence.start, layers.tokens.isNoteMark(last, in: analyzed.paragraph.bytes) { last -= 1 }
    if analyzed.text(last) != "." { last = end }
    while last - 3 > sentence.start, analyzed.text(last) == "]", analyzed.kind(last - 1) == .number,
      analyzed.text(last - 2) == "[", [".", "]"].contains(analyzed.text(last - 3))
    {
      last -= 3
    }
    return last
  }

  private func opening(of close: Int, in sentence: TokenSpan) -> Int? {
    (sentence.start..<close).last { analyzed.text($0) == "(" || analyzed.text($0) == ")" }
      .flatMap { analyzed.text($0) == "(" ? $0 : nil }
  }

  /// Whether a token is what a sentence may end with before its mark.
  private func isWordly(_ token: Int) -> Bool {
    analyzed.kind(token) != .punctuation || [")", "]"].contains(analyzed.text(token))
  }
}
