import DocumentModel
import DraftAnalysis
import Rules
import TextCore

/// The text that is not closed yet, since the cursor is in it: a word, a sentence and a paragraph, in the file.
struct OpenText {
  /// What stands between blanks at the cursor.
  private(set) var word: TextSpan?
  /// The sentence at the cursor, if it has no end mark with a blank after it, or the cursor stands before that.
  private(set) var sentence: TextSpan?
  /// The paragraph at the cursor, or before it as long as the next block has no word: who has pressed Enter may go on with a
  /// quotation.
  private(set) var paragraph: TextSpan?

  /// Nothing is open: the draft stands as it was opened, or saved.
  init() {}

  init(_ edit: LastEdit, in analysis: Analysis) {
    if !edit.isResting { word = OpenText.word(edit, analysis.snapshot.bytes) }
    guard edit.isTyped, let place = Surroundings(edit, in: analysis), place.isNear else { return }
    paragraph = TextSpan(place.placed.start, max(place.placed.span.end, edit.cursor))
    if !edit.isResting { sentence = place.openSentence.map { place.placed.sourceSpan(of: $0) } }
  }

  /// Whether one of some places is in what a rule of that patience waits for.
  func holds(_ places: [TextSpan], _ patience: Patience) -> Bool {
    let open: [TextSpan?] =
      switch patience {
      case .token: [word]
      case .sentence: [word, sentence]
      case .paragraph: [word, paragraph]
      }
    return open.contains { open in open.map { open in places.contains { $0.touches(open) } } ?? false }
  }

  /// Bytes of a word on each side of the cursor at most: what is longer is no word.
  private static let longestWord = 256

  private static func word(_ edit: LastEdit, _ bytes: [UInt8]) -> TextSpan? {
    let cursor = min(edit.cursor, bytes.count)
    if edit.endsWord { return nil }
    var start = cursor
    var end = cursor
    while start > 0, cursor - start < longestWord, !isBlank(bytes[start - 1]) { start -= 1 }
    while end < bytes.count, end - cursor < longestWord, !isBlank(bytes[end]) { end += 1 }
    return start < end ? TextSpan(start, end) : nil
  }
}

extension TextSpan {
  /// Whether the two share a byte or meet.
  func touches(_ other: TextSpan) -> Bool { start <= other.end && other.start <= end }
}

/// The last paragraph that begins before the cursor, and what stands between the two.
private struct Surroundings {
  let edit: LastEdit
  let placed: PlacedParagraph
  let analyzed: AnalyzedParagraph
  /// Where the last word or mark of its prose ends in the file: blanks behind it may be the block's, too.
  private let proseEnd: Int
  /// From there, and from the end of the block, to the cursor: line breaks, and other bytes that are no blanks.
  private let breaks: Int
  private let others: Int

  init?(_ edit: LastEdit, in analysis: Analysis) {
    let paragraphs = analysis.document.paragraphs
    // Who has just broken a paragraph in two is not in the second yet.
    let index = paragraphs.partitionPoint { $0.start > edit.cursor || edit.endsWord && $0.start == edit.cursor } - 1
    guard paragraphs.indices.contains(index), analysis.analyzed.indices.contains(index) else { return nil }
    self.edit = edit
    placed = paragraphs[index]
    analyzed = analysis.analyzed[index]
    proseEnd =
      placed.start + placed.paragraph.sourceOffset(of: placed.paragraph.bytes.count, leaning: .backward)
    let bytes = analysis.snapshot.bytes
    let cursor = min(edit.cursor, bytes.count)
    breaks = bytes[min(proseEnd, cursor)..<cursor].count { $0 == 0x0A }
    others = bytes[min(placed.span.end, cursor)..<cursor].count { !isBlank($0) }
  }

  /// Whether nothing but the marks of a new block stands between ("> ", "- ", "###").
  var isNear: Bool { others <= 6 }

  /// Whether the cursor has left the block: by a line in a headline or a list, by an empty line in running text, where one line
  /// break is as good as a blank.
  private var isLeft: Bool { breaks > (placed.paragraph.kind == .paragraph ? 1 : 0) || breaks > 0 && others > 0 }

  /// In the paragraph's prose; nil if it is closed.
  var openSentence: TextSpan? {
    let sentences = analyzed.layers.sentences
    let isBeyond = edit.cursor > proseEnd
    if isBeyond, isLeft { return nil }
    let offset =
      isBeyond ? Int.max : placed.paragraph.proseOffset(ofSource: edit.cursor - placed.start)
    let next = sentences.partitionPoint { $0.span.start >= offset }
    // Words that are taken away from the front of a sentence are its own; a blank before it is not.
    if !edit.endsWord, next < sentences.count, sentences[next].span.start == offset { return sentences[next].span }
    guard next > 0 else { return nil }
    let last = sentences[next - 1]
    return offset <= last.span.end || !hasEndMark(last) ? last.span : nil
  }

  /// Whether a full stop, question mark or exclamation mark ends a sentence, behind it closing marks at most. The dot of an
  /// abbreviation is none: "in the U.S. |".
  private func hasEndMark(_ sentence: Sentence) -> Bool {
    let tokens = analyzed.layers.tokens
    for token in sentence.tokens.range.reversed() {
      switch tokens.kinds[token] {
      case .doubleQuote, .singleQuote, .possessive: continue
      case .punctuation:
        let text = analyzed.paragraph.text(tokens.span(token))
        if text == ")" || text == "]" { continue }
        return text == "." || text == "!" || text == "?"
      default: return false
      }
    }
    return false
  }
}
