import TextCore

/// Reads the inline markup of one block's text (CommonMark 0.31, section 6, and GitHub's strikethrough and footnotes).
///
/// Linear but for label look-ups, which are bounded by the longest label.
struct InlineScanner {
  private struct Bracket {
    let piece: Int
    let isImage: Bool
    /// Offset of the text after the bracket.
    let inside: Int
    /// Top of the delimiter stack when the bracket was met.
    let delimiters: Int
    var isActive = true
  }

  private let text: [UInt8]
  private let definitions: Set<UInt64>
  private var pieces: [InlinePiece] = []
  private var delimiters = EmphasisDelimiters()
  private var brackets: [Bracket] = []
  private var codeRuns: CodeRuns?
  /// Ends of comments and the like that are known not to come any more.
  private var missingEnds: Set<UInt8> = []
  private var index = 0
  private var textStart = 0

  private init(_ text: [UInt8], _ definitions: Set<UInt64>) {
    self.text = text
    self.definitions = definitions
  }

  static func pieces(of text: [UInt8], definitions: Set<UInt64>) -> [InlinePiece] {
    var scanner = InlineScanner(text, definitions)
    scanner.run()
    return scanner.pieces
  }

  private func byte(_ offset: Int) -> UInt8 { offset >= 0 && offset < text.count ? text[offset] : 0 }

  private mutating func run() {
    while index < text.count {
      let isMarkup =
        switch text[index] {
        case UInt8(ascii: "\\"): readEscape()
        case UInt8(ascii: "`"): readCode()
        case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): readDelimiters()
        case UInt8(ascii: "["): readOpenBracket(isImage: false)
        case UInt8(ascii: "!"): byte(index + 1) == UInt8(ascii: "[") && readOpenBracket(isImage: true)
        case UInt8(ascii: "]"): readCloseBracket()
        case UInt8(ascii: "<"): readAngle()
        case UInt8(ascii: "&"): readEntity()
        case UInt8(ascii: "{"): readBraceComment()
        case UInt8(ascii: "h"), UInt8(ascii: "w"): readBareURL()
        case 0x0A: readLineEnd()
        default: false
        }
      if !isMarkup { index += 1 }
    }
    flushText()
    delimiters.pair(above: -1, &pieces)
  }

  private mutating func flushText() {
    if textStart < index { pieces.append(InlinePiece(role: .text, start: textStart, end: index)) }
    textStart = index
  }

  /// Ends the text before the cursor and takes `index..<end` as one piece.
  @discardableResult
  private mutating func take(_ role: InlinePiece.Role, to end: Int, _ scalar: Unicode.Scalar = "\u{FFFD}") -> Bool {
    flushText()
    pieces.append(InlinePiece(role: role, start: index, end: end, scalar: scalar))
    index = end
    textStart = end
    return true
  }

  // MARK: - Literal characters

  private mutating func readEscape() -> Bool {
    let next = byte(index + 1)
    if next == 0x0A { return take(.markup, to: index + 1) }
    guard MarkdownBytes.isPunctuation(next) else { return false }
    take(.markup, to: index + 1)
    index += 1
    return true
  }

  private mutating func readEntity() -> Bool {
    guard let (scalar, end) = Entities.read(in: text, at: index) else { return false }
    return take(.entity, to: end, scalar)
  }

  /// White space around a line end is no prose. A soft break and a hard one both leave a newline.
  private mutating func readLineEnd() -> Bool {
    var start = index
    while start > textStart, text[start - 1] == 0x20 || text[start - 1] == 0x09 { start -= 1 }
    let lineEnd = index
    index = start
    flushText()
    pieces.append(InlinePiece(role: .lineBreak, start: lineEnd, end: lineEnd + 1))
    index = lineEnd + 1
    textStart = index
    return true
  }

  /// A bare address stays prose; its underscores and asterisks are its own.
  private mutating func readBareURL() -> Bool {
    guard index == 0 || !MarkdownBytes.isAlphanumeric(text[index - 1]) else { return false }
    guard
      MarkdownBytes.matches("http://", in: text, at: index, end: text.count)
        || MarkdownBytes.matches("https://", in: text, at: index, end: text.count)
        || MarkdownBytes.matches("www.", in: text, at: index, end: text.count)
    else { return false }
    var end = index
    while end < text.count, isURLByte(text[end]) { end += 1 }
    while end > index, text[end - 1] == UInt8(ascii: "_") || text[end - 1] == UInt8(ascii: "~") { end -= 1 }
    index = end
    return true
  }

  private func isURLByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: ":"),
      UInt8(ascii: "-"),
      UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: "+"):
      true
    default: MarkdownBytes.isAlphanumeric(byte)
    }
  }

  // MARK: - Code and HTML

  private mutating func readCode() -> Bool {
    var end = index
    while byte(end) == UInt8(ascii: "`") { end += 1 }
    if codeRuns == nil { codeRuns = CodeRuns(text) }
    guard let close = codeRuns?.end(ofRunLike: end - index, after: end) else {
      index = end
      return true
    }
    return take(.placeholder, to: close)
  }

  private mutating func readAngle() -> Bool {
    let next = byte(index + 1)
    if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
      guard let end = declarationEnd() else { return false }
      return take(.markup, to: end)
    }
    if let end = autolinkEnd() {
      take(.markup, to: index + 1)
      index = end - 1
      return take(.markup, to: end)
    }
    guard let end = HTMLSyntax.tagEnd(in: text, at: index, end: text.count) else { return false }
    return take(isBreakTag(index) ? .lineBreak : .markup, to: end)
  }

  private func isBreakTag(_ offset: Int) -> Bool {
    MarkdownBytes.matches("<br", in: text, at: offset, end: text.count)
      && !MarkdownBytes.isAlphanumeric(byte(offset + 3))
  }

  private mutating func declarationEnd() -> Int? {
    func matches(_ mark: StaticString) -> Bool { MarkdownBytes.matches(mark, in: text, at: index, end: text.count) }
    if matches("<!-->") { return index + 5 }
    if matches("<!--->") { return index + 6 }
    if matches("<!--") { return end(at: "-->", 3, from: index + 4, key: 1) }
    if matches("<![cdata[") { return end(at: "]]>", 3, from: index + 9, key: 2) }
    if matches("<?") { return end(at: "?>", 2, from: index + 2, key: 3) }
    if byte(index + 2).isLetter { return end(at: ">", 1, from: index + 3, key: 4) }
    return nil
  }

  /// Looks for an end mark, and remembers when there is none left, so that no text is searched twice in vain.
  private mutating func end(at mark: StaticString, _ count: Int, from: Int, key: UInt8) -> Int? {
    guard !missingEnds.contains(key) else { return nil }
    guard let found = MarkdownBytes.find(mark, in: text, from: from, end: text.count) else {
      missingEnds.insert(key)
      return nil
    }
    return found + count
  }

  /// A comment of MDX: `{/* … */}`.
  private mutating func readBraceComment() -> Bool {
    guard byte(index + 1) == UInt8(ascii: "/"), byte(index + 2) == UInt8(ascii: "*"),
      let end = end(at: "*/}", 3, from: index + 3, key: 5)
    else { return false }
    return take(.markup, to: end)
  }

  /// One past `<scheme:…>` or `<name@host>` at the cursor.
  private func autolinkEnd() -> Int? {
    var end = index + 1
    guard MarkdownBytes.isAlphanumeric(byte(end)) else { return nil }
    var colon: Int?
    var at: Int?
    while end < text.count, text[end] > 0x20, text[end] != UInt8(ascii: "<"), text[end] != UInt8(ascii: ">") {
      if text[end] == UInt8(ascii: ":"), colon == nil { colon = end }
      if text[end] == UInt8(ascii: "@"), at == nil { at = end }
      end += 1
    }
    guard byte(end) == UInt8(ascii: ">") else { return nil }
    if let colon, byte(index + 1).isLetter, (3...33).contains(colon - index),
      text[(index + 1)..<colon].allSatisfy({
        MarkdownBytes.isAlphanumeric($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: ".")
          || $0 == UInt8(ascii: "-")
      })
    {
      return end + 1
    }
    if let at, at > index + 1, at + 1 < end,
      text[(at + 1)..<end].allSatisfy({
        MarkdownBytes.isAlphanumeric($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
      })
    {
      return end + 1
    }
    return nil
  }

  // MARK: - Emphasis

  private mutating func readDelimiters() -> Bool {
    let mark = text[index]
    var end = index
    while byte(end) == mark { end += 1 }
    let before = MarkdownBytes.scalar(in: text, before: index) ?? " "
    let after = MarkdownBytes.scalar(in: text, at: end) ?? " "
    let (spaceBefore, spaceAfter) = (MarkdownBytes.isUnicodeSpace(before), MarkdownBytes.isUnicodeSpace(after))
    let (punctBefore, punctAfter) = (
      MarkdownBytes.isUnicodePunctuation(before), MarkdownBytes.isUnicodePunctuation(after)
    )
    let left = !spaceAfter && (!punctAfter || spaceBefore || punctBefore)
    let right = !spaceBefore && (!punctBefore || spaceAfter || punctAfter)
    let isUnderscore = mark == UInt8(ascii: "_")
    let count = end - index
    take(.text, to: end)
    delimiters.push(
      piece: pieces.count - 1, mark: mark, count: count,
      canOpen: left && (!isUnderscore || !right || punctBefore),
      canClose: right && (!isUnderscore || !left || punctAfter))
    return true
  }

  // MARK: - Links and images

  private mutating func readOpenBracket(isImage: Bool) -> Bool {
    if !isImage, let end = footnoteReferenceEnd() { return take(.markup, to: end) }
    take(.text, to: index + (isImage ? 2 : 1))
    brackets.append(
      Bracket(piece: pieces.count - 1, isImage: isImage, inside: index, delimiters: delimiters.top))
    return true
  }

  /// One past `[^label]` at the cursor.
  private func footnoteReferenceEnd() -> Int? {
    guard byte(index + 1) == UInt8(ascii: "^") else { return nil }
    var end = index + 2
    while end < text.count, end - index < 100, text[end] > 0x20, text[end] != UInt8(ascii: "["),
      text[end] != UInt8(ascii: "]")
    {
      end += 1
    }
    return end > index + 2 && byte(end) == UInt8(ascii: "]") ? end + 1 : nil
  }

  private mutating func readCloseBracket() -> Bool {
    guard let bracket = brackets.popLast(), bracket.isActive else { return false }
    guard let end = linkEnd(from: bracket.inside, closing: index) else { return false }
    flushText()
    delimiters.pair(above: bracket.delimiters, &pieces)
    if bracket.isImage {
      let start = pieces[bracket.piece].start
      pieces.removeSubrange(bracket.piece...)
      index = start
      textStart = start
      return take(.placeholder, to: end)
    }
    pieces[bracket.piece].role = .markup
    take(.markup, to: end)
    // A link holds no link: what opened before cannot close after.
    var outer = brackets.count - 1
    while outer >= 0 {
      if !brackets[outer].isImage {
        guard brackets[outer].isActive else { break }
        brackets[outer].isActive = false
      }
      outer -= 1
    }
    return true
  }

  /// One past the link whose text is `start..<close`: inline, full, collapsed or shortcut.
  private func linkEnd(from start: Int, closing close: Int) -> Int? {
    if let end = LinkSyntax.inlineTargetEnd(in: text, at: close + 1) { return end }
    guard !definitions.isEmpty else { return nil }
    if byte(close + 1) == UInt8(ascii: "["),
      let labelEnd = LinkSyntax.labelEnd(in: text, from: close + 2, end: text.count), labelEnd > close + 2
    {
      guard let label = LinkSyntax.labelHash(in: text, close + 2, labelEnd), definitions.contains(label) else {
        return nil
      }
      return labelEnd + 1
    }
    guard LinkSyntax.labelEnd(in: text, from: start, end: close + 1) == close,
      let label = LinkSyntax.labelHash(in: text, start, close), definitions.contains(label)
    else { return nil }
    let isCollapsed = byte(close + 1) == UInt8(ascii: "[") && byte(close + 2) == UInt8(ascii: "]")
    return close + (isCollapsed ? 3 : 1)
  }
}

/// The runs of backticks in a text, by length, for finding the end of a code span in O(log runs).
struct CodeRuns {
  private var starts: [Int: [Int]] = [:]

  init(_ text: [UInt8]) {
    var index = 0
    while index < text.count {
      guard text[index] == UInt8(ascii: "`") else {
        index += 1
        continue
      }
      let start = index
      while index < text.count, text[index] == UInt8(ascii: "`") { index += 1 }
      starts[index - start, default: []].append(start)
    }
  }

  /// One past the first run of `count` backticks at or after `offset`.
  func end(ofRunLike count: Int, after offset: Int) -> Int? {
    guard let runs = starts[count] else { return nil }
    let next = runs.partitionPoint { $0 >= offset }
    return next < runs.count ? runs[next] + count : nil
  }
}
