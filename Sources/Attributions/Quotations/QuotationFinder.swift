package import DocumentModel
package import Lexicons
import TextCore

/// Finds words between quotation marks in one paragraph: double marks of any style, single marks within them, and single
/// marks alone in headings. Apostrophes, inches and feet have been told apart by the tokenizer and are looked at again here.
package struct QuotationFinder: ParagraphAnalyzer {
  private let words: WordClasses
  private let verbs: Lexicon

  package init(_ language: Language) {
    words = WordClasses(language)
    verbs = language.lexicon("reporting-verbs")
  }

  package var reads: Set<Layer> { [.tokens, .sentences] }
  package var provides: Set<Layer> { [.quotations] }

  package func analyze(_ paragraph: Paragraph, into layers: inout ParagraphLayers) {
    let marks = QuotationMarks(layers.tokens, paragraph.bytes)
    var found: [Quotation] = []
    var open: Int?
    var isInner = false
    for token in layers.tokens.indices where layers.tokens.kinds[token] == .doubleQuote {
      // Curly marks within straight ones: "They call it “the long night” here."
      if let start = open, marks.style(start) == .straight {
        if marks.style(token) == .curlyOpen, hasCurlyClose(after: token, marks, layers) {
          isInner = true
          continue
        }
        if isInner, marks.style(token) == .curlyClose {
          isInner = false
          continue
        }
      }
      switch marks.side(of: token, isOpen: open != nil) {
      case .measure: continue
      case .opening:
        // A second opening mark: the first was never closed, unless it is the same mark repeated.
        if let start = open { found.append(quotation(start, token, layers, fault: .unclosed)) }
        open = token
      case .closing:
        if let start = open {
          found.append(
            quotation(start, token + 1, layers, fault: marks.areMixed(start, token) ? .mixedMarks : nil))
          open = nil
        } else if found.isEmpty {
          found.append(unopened(token, layers))
        }
      }
    }
    if let start = open {
      var last = quotation(start, layers.tokens.count, layers, fault: nil)
      last.isOpen = true
      found.append(last)
    }
    layers.quotations = found
    addInner(marks, paragraph.kind.isHeading, &layers)
    layers.quotations.sort { $0.span < $1.span }
    layers.quotedSpans = QuotationFinder.joined(layers.quotations)
  }

  private static func joined(_ quotations: [Quotation]) -> [TextSpan] {
    var spans: [TextSpan] = []
    for quotation in quotations {
      if let last = spans.last, quotation.span.start < last.end {
        spans[spans.count - 1] = last.union(quotation.span)
      } else {
        spans.append(quotation.span)
      }
    }
    return spans
  }

  /// Whether the next double mark closes what a curly one opens.
  private func hasCurlyClose(after token: Int, _ marks: QuotationMarks, _ layers: ParagraphLayers) -> Bool {
    let next = (token + 1..<layers.tokens.count).first { layers.tokens.kinds[$0] == .doubleQuote }
    return next.map { marks.style($0) == .curlyClose } ?? false
  }

  private func quotation(
    _ start: Int, _ end: Int, _ layers: ParagraphLayers, fault: Quotation.Fault?
  ) -> Quotation {
    let span = layers.tokens.span(TokenSpan(start, end))
    return Quotation(span: span, form: form(TokenSpan(start, end), layers), fault: fault)
  }

  /// A closing mark alone: the paragraph goes on with a quotation of the one before, if it begins like one.
  private func unopened(_ token: Int, _ layers: ParagraphLayers) -> Quotation {
    let sentence = layers.sentences.first { $0.tokens.contains(token) }
    let start = sentence?.tokens.start ?? 0
    let span = layers.tokens.span(TokenSpan(start == token ? 0 : start, token + 1))
    return Quotation(span: span, form: .direct, isContinued: start == 0, fault: start == 0 ? nil : .unopened)
  }

  /// Whole sentences and clauses with a verb and a stop are direct; three words or fewer without one are a mention when
  /// they are written as a title, else partial.
  private func form(_ run: TokenSpan, _ layers: ParagraphLayers) -> Quotation.Form {
    let tokens = layers.tokens
    var wordCount = 0
    var capitals = 0
    var hasStop = false
    for token in run.range {
      switch tokens.kinds[token] {
      case .word, .number:
        wordCount += 1
        if tokens.shapes[token].isCapitalized || wordCount > 1 && isSmallInTitles(token, tokens) { capitals += 1 }
      case .punctuation: hasStop = hasStop || token + 2 >= run.end
      default: break
      }
    }
    guard wordCount > 0 else { return .mention }
    hasStop = hasStop || isClosedOutside(run, layers)
    let opens = run.start + 1 < run.end && tokens.shapes[run.start + 1].isCapitalized
    if wordCount >= 4, hasStop, opens || wordCount >= 8 { return .direct }
    if hasStop, opens, wordCount >= 2, capitals < wordCount || run.start == 0 { return .direct }
    if capitals == wordCount, wordCount >= 2 { return .mention }
    if wordCount >= 3, capitals * 3 >= wordCount * 2, !hasStop { return .mention }
    if wordCount == 1, !hasStop || capitals == 1 { return .mention }
    return wordCount >= 10 && opens ? .direct : .partial
  }

  /// “Nobody came that night”. The stop of a sentence that is quoted as a whole stands after its mark in much of the world.
  private func isClosedOutside(_ run: TokenSpan, _ layers: ParagraphLayers) -> Bool {
    guard layers.tokens.indices.contains(run.end), layers.tokens.kinds[run.end] == .punctuation,
      !layers.tokens.hasSpaceBefore(run.end)
    else { return false }
    let place = layers.sentences.partitionPoint { $0.tokens.start >= run.start }
    return layers.sentences.indices.contains(place)
      && layers.sentences[place].tokens == TokenSpan(run.start, run.end + 1)
  }

  /// "And" of “Salt and Ink”.
  private func isSmallInTitles(_ token: Int, _ tokens: TokenBuffer) -> Bool {
    !words[tokens.hashes[token]].isDisjoint(with: [.article, .conjunction])
      || QuotationFinder.smallInTitles.contains(tokens.hashes[token])
  }

  private static let smallInTitles = [CaseFolding.hash("of"), CaseFolding.hash("in")]

  /// Single marks: within double ones in prose, alone in headings.
  private func addInner(_ marks: QuotationMarks, _ isHeading: Bool, _ layers: inout ParagraphLayers) {
    let outer = layers.quotations
    var open: Int?
    for token in layers.tokens.indices where layers.tokens.kinds[token] == .singleQuote {
      switch marks.side(of: token, isOpen: open != nil) {
      case .measure: continue
      case .opening: open = token
      case .closing:
        guard let start = open else { continue }
        open = nil
        let run = TokenSpan(start, token + 1)
        let span = layers.tokens.span(run)
        let place = outer.partitionPoint { $0.span.end >= span.end }
        let isInner = outer.indices.contains(place) && outer[place].span.contains(span)
        guard isInner || isHeading || run.count > 3 else { continue }
        layers.quotations.append(Quotation(span: span, form: form(run, layers), isInner: isInner))
      }
    }
  }
}

/// Tells the sides of quotation marks by their form and by what stands beside them.
struct QuotationMarks {
  enum Side { case opening, closing, measure }
  enum Style { case straight, curlyOpen, curlyClose, low, guillemetOpen, guillemetClose }

  private let tokens: TokenBuffer
  private let bytes: [UInt8]

  init(_ tokens: TokenBuffer, _ bytes: [UInt8]) {
    self.tokens = tokens
    self.bytes = bytes
  }

  func style(_ token: Int) -> Style {
    let span = tokens.span(token)
    guard span.start < bytes.count else { return .straight }
    let first = bytes[span.start]
    if first == UInt8(ascii: "`") { return .curlyOpen }
    if first == UInt8(ascii: "'"), span.count == 2 { return .curlyClose }
    if first == 0xC2, span.start + 1 < bytes.count {
      return bytes[span.start + 1] == 0xAB
        ? .guillemetOpen : bytes[span.start + 1] == 0xBB ? .guillemetClose : .straight
    }
    guard first == 0xE2, span.start + 2 < bytes.count, bytes[span.start + 1] == 0x80 else { return .straight }
    switch bytes[span.start + 2] {
    case 0x9C, 0x98, 0x9F, 0x9B: return .curlyOpen
    case 0x9D, 0x99: return .curlyClose
    case 0x9E, 0x9A: return .low
    default: return .straight
    }
  }

  func side(of token: Int, isOpen: Bool) -> Side {
    let spaceBefore = tokens.hasSpaceBefore(token)
    let spaceAfter = token + 1 >= tokens.count || tokens.hasSpaceBefore(token + 1)
    switch style(token) {
    case .curlyOpen:
      // „Low“ pairs close with what opens elsewhere.
      return isOpen && !spaceBefore && (spaceAfter || isStop(token + 1)) ? .closing : .opening
    case .low, .guillemetOpen: return .opening
    case .curlyClose, .guillemetClose: return isOpen || !spaceBefore || spaceAfter ? .closing : .opening
    case .straight:
      // 6'2" and a 12" pipe: a mark that hugs a figure is inches, unless it closes a quotation.
      if !isOpen, !spaceBefore, token > 0, tokens.kinds[token - 1] == .number { return .measure }
      if isOpen { return .closing }
      return !spaceAfter || spaceBefore ? .opening : .closing
    }
  }

  /// Straight and curly in one pair, or an opening curly mark on both sides.
  func areMixed(_ opening: Int, _ closing: Int) -> Bool {
    (style(opening) == .straight) != (style(closing) == .straight)
      || style(opening) == .curlyOpen && style(closing) == .curlyOpen
  }

  /// A mark that follows a quotation and begins none.
  private func isStop(_ token: Int) -> Bool {
    guard tokens.indices.contains(token), tokens.kinds[token] == .punctuation else { return false }
    let start = tokens.span(token).start
    return start < bytes.count && ",.;:?!)".utf8.contains(bytes[start])
  }
}
