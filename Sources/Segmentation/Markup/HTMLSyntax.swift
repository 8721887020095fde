import TextCore

/// HTML as Markdown sees it: tags, comments and the lines that open a block of it (CommonMark 0.31, 4.6 and 6.6).
enum HTMLSyntax {
  /// How an HTML block ends.
  enum BlockEnd {
    /// At the line that holds this.
    case mark(StaticString)
    /// At one of the closing tags of `<script>`, `<pre>`, `<style>`, `<textarea>`.
    case rawTextTag
    /// Before the next blank line.
    case blankLine
  }

  /// The kind of HTML block that a line opens at `offset`, where a `<` stands.
  static func blockStart(in bytes: [UInt8], at offset: Int, end: Int, mayBeAnyTag: Bool) -> BlockEnd? {
    guard offset + 1 < end, bytes[offset] == UInt8(ascii: "<") else { return nil }
    if MarkdownBytes.matches("<!--", in: bytes, at: offset, end: end) { return .mark("-->") }
    if MarkdownBytes.matches("<?", in: bytes, at: offset, end: end) { return .mark("?>") }
    if MarkdownBytes.matches("<![cdata[", in: bytes, at: offset, end: end) { return .mark("]]>") }
    if bytes[offset + 1] == UInt8(ascii: "!"), offset + 2 < end, bytes[offset + 2].isLetter {
      return .mark(">")
    }
    let isClosing = bytes[offset + 1] == UInt8(ascii: "/")
    let nameStart = offset + (isClosing ? 2 : 1)
    var nameEnd = nameStart
    while nameEnd < end, MarkdownBytes.isAlphanumeric(bytes[nameEnd]), nameEnd - nameStart < 16 { nameEnd += 1 }
    let after = nameEnd < end ? bytes[nameEnd] : 0x20
    let name = String(decoding: bytes[nameStart..<nameEnd], as: UTF8.self).lowercased()
    let isSpaceOrClose = after == 0x20 || after == 0x09 || after == UInt8(ascii: ">")
    if !isClosing, isSpaceOrClose, rawTextTags.contains(name) { return .rawTextTag }
    let isSelfClosing = after == UInt8(ascii: "/") && nameEnd + 1 < end && bytes[nameEnd + 1] == UInt8(ascii: ">")
    if isSpaceOrClose || isSelfClosing, blockTags.contains(name) { return .blankLine }
    guard mayBeAnyTag, let tagEnd = tagEnd(in: bytes, at: offset, end: end) else { return nil }
    var index = tagEnd
    while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    return index == end ? .blankLine : nil
  }

  /// Whether a line ends a block that ends `blockEnd`'s way; `blankLine` blocks are ended elsewhere.
  static func line(in bytes: [UInt8], from start: Int, to end: Int, ends blockEnd: BlockEnd) -> Bool {
    switch blockEnd {
    case .mark(let mark): MarkdownBytes.find(mark, in: bytes, from: start, end: end) != nil
    case .rawTextTag:
      MarkdownBytes.find("</script>", in: bytes, from: start, end: end) != nil
        || MarkdownBytes.find("</pre>", in: bytes, from: start, end: end) != nil
        || MarkdownBytes.find("</style>", in: bytes, from: start, end: end) != nil
        || MarkdownBytes.find("</textarea>", in: bytes, from: start, end: end) != nil
    case .blankLine: false
    }
  }

  /// One past the `>` of the opening or closing tag that starts at `offset`; nil if none does.
  static func tagEnd(in bytes: [UInt8], at offset: Int, end: Int) -> Int? {
    var index = offset + 1
    func byte() -> UInt8 { index < end ? bytes[index] : 0 }
    func skipSpaces() -> Bool {
      let from = index
      while index < end, MarkdownBytes.isSpace(bytes[index]) { index += 1 }
      return index > from
    }
    let isClosing = byte() == UInt8(ascii: "/")
    if isClosing { index += 1 }
    guard byte().isLetter else { return nil }
    while MarkdownBytes.isAlphanumeric(byte()) || byte() == UInt8(ascii: "-") { index += 1 }
    if isClosing {
      _ = skipSpaces()
      return byte() == UInt8(ascii: ">") ? index + 1 : nil
    }
    while true {
      let hadSpace = skipSpaces()
      if byte() == UInt8(ascii: ">") { return index + 1 }
      if byte() == UInt8(ascii: "/") {
        index += 1
        return byte() == UInt8(ascii: ">") ? index + 1 : nil
      }
      let first = byte()
      guard hadSpace, first.isLetter || first == UInt8(ascii: "_") || first == UInt8(ascii: ":") else {
        return nil
      }
      while isAttributeName(byte()) { index += 1 }
      let nameEnd = index
      _ = skipSpaces()
      guard byte() == UInt8(ascii: "=") else {
        index = nameEnd
        continue
      }
      index += 1
      _ = skipSpaces()
      let quote = byte()
      if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        index += 1
        while index < end, bytes[index] != quote { index += 1 }
        guard index < end else { return nil }
        index += 1
      } else {
        let from = index
        while index < end, isUnquotedValue(bytes[index]) { index += 1 }
        guard index > from else { return nil }
      }
    }
  }

  private static func isAttributeName(_ byte: UInt8) -> Bool {
    MarkdownBytes.isAlphanumeric(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }

  private static func isUnquotedValue(_ byte: UInt8) -> Bool {
    switch byte {
    case 0, 0x09, 0x0A, 0x0D, 0x20, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "="), UInt8(ascii: "<"),
      UInt8(ascii: ">"), UInt8(ascii: "`"):
      false
    default: true
    }
  }

  private static let rawTextTags: Set<String> = ["script", "pre", "style", "textarea"]

  /// CommonMark 0.31, HTML block start condition 6.
  private static let blockTags: Set<String> = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col", "colgroup",
    "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frame",
    "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link",
    "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "search", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
  ]
}
