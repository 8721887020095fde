import TextCore

/// What a line of Markdown can open.
enum BlockOpening {
  case quote
  /// The width of a list item's marker: "-" is 1, "12." is 3.
  case item(markerWidth: Int)
  /// The width of `[^label]:`.
  case footnote(width: Int)
  case heading(Int, text: TextSpan)
  case setext(Int)
  case fence(mark: UInt8, count: Int)
  case html(HTMLSyntax.BlockEnd)
  case indentedCode
  case thematicBreak

  /// What stands open where the line is read.
  struct Context {
    /// The line could go on an open paragraph.
    var interruptsParagraph = false
    /// A paragraph is open, perhaps in a container the line does not continue.
    var isParagraphOpen = false
    /// Whether a container may be opened.
    var mayNest = true
  }

  static func read(_ cursor: LineCursor, _ context: Context) -> BlockOpening? {
    guard !cursor.isBlank else { return nil }
    if cursor.indent >= 4 { return context.isParagraphOpen ? nil : .indentedCode }
    let start = cursor.firstInk
    switch cursor.byte(at: start) {
    case UInt8(ascii: ">"): return context.mayNest ? .quote : nil
    case UInt8(ascii: "#"): return heading(cursor, start)
    case UInt8(ascii: "`"), UInt8(ascii: "~"): return fence(cursor, start)
    case UInt8(ascii: "<"):
      return HTMLSyntax.blockStart(
        in: cursor.bytes, at: start, end: cursor.end, mayBeAnyTag: !context.isParagraphOpen
      ).map { .html($0) }
    case UInt8(ascii: "="): return context.interruptsParagraph && isUnderline(cursor, start) ? .setext(1) : nil
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "+"):
      if context.interruptsParagraph, cursor.byte(at: start) == UInt8(ascii: "-"), isUnderline(cursor, start) {
        return .setext(2)
      }
      if isThematicBreak(cursor, start) { return .thematicBreak }
      return context.mayNest ? item(cursor, start, context) : nil
    case 0x30...0x39: return context.mayNest ? item(cursor, start, context) : nil
    case UInt8(ascii: "["): return context.mayNest ? footnote(cursor, start) : nil
    default: return nil
    }
  }

  private static func heading(_ cursor: LineCursor, _ start: Int) -> BlockOpening? {
    var index = start
    while cursor.byte(at: index) == UInt8(ascii: "#") { index += 1 }
    let level = index - start
    guard level <= 6, index == cursor.end || isBlank(cursor.byte(at: index)) else { return nil }
    while index < cursor.end, isBlank(cursor.byte(at: index)) { index += 1 }
    var end = cursor.end
    while end > index, isBlank(cursor.byte(at: end - 1)) { end -= 1 }
    var close = end
    while close > index, cursor.byte(at: close - 1) == UInt8(ascii: "#") { close -= 1 }
    if close == index { return .heading(level, text: TextSpan(index, index)) }
    if close < end, isBlank(cursor.byte(at: close - 1)) {
      end = close
      while end > index, isBlank(cursor.byte(at: end - 1)) { end -= 1 }
    }
    return .heading(level, text: TextSpan(index, end))
  }

  private static func fence(_ cursor: LineCursor, _ start: Int) -> BlockOpening? {
    let mark = cursor.byte(at: start)
    var index = start
    while cursor.byte(at: index) == mark { index += 1 }
    let count = index - start
    guard count >= 3 else { return nil }
    if mark == UInt8(ascii: "`") {
      while index < cursor.end {
        if cursor.byte(at: index) == mark { return nil }
        index += 1
      }
    }
    return .fence(mark: mark, count: count)
  }

  /// Whether the rest of the line is one run of the mark at `start`.
  private static func isUnderline(_ cursor: LineCursor, _ start: Int) -> Bool {
    let mark = cursor.byte(at: start)
    var index = start
    while cursor.byte(at: index) == mark { index += 1 }
    while index < cursor.end, isBlank(cursor.byte(at: index)) { index += 1 }
    return index >= cursor.end
  }

  private static func isThematicBreak(_ cursor: LineCursor, _ start: Int) -> Bool {
    let mark = cursor.byte(at: start)
    guard mark != UInt8(ascii: "+") else { return false }
    var count = 0
    for index in start..<max(start, cursor.end) {
      let byte = cursor.byte(at: index)
      if byte == mark { count += 1 } else if !isBlank(byte) { return false }
    }
    return count >= 3
  }

  /// Only an item that has text, and if numbered the number 1, may follow a paragraph without a blank line.
  private static func item(_ cursor: LineCursor, _ start: Int, _ context: Context) -> BlockOpening? {
    var index = start
    if cursor.byte(at: start).isDigit {
      while cursor.byte(at: index).isDigit { index += 1 }
      guard index - start <= 9,
        cursor.byte(at: index) == UInt8(ascii: ".") || cursor.byte(at: index) == UInt8(ascii: ")")
      else { return nil }
      if context.interruptsParagraph, index - start != 1 || cursor.byte(at: start) != UInt8(ascii: "1") { return nil }
    } else if cursor.byte(at: start) == UInt8(ascii: "_") {
      return nil
    }
    index += 1
    guard index >= cursor.end || isBlank(cursor.byte(at: index)) else { return nil }
    let width = index - start
    if context.interruptsParagraph {
      while index < cursor.end, isBlank(cursor.byte(at: index)) { index += 1 }
      if index >= cursor.end { return nil }
    }
    return .item(markerWidth: width)
  }

  private static func footnote(_ cursor: LineCursor, _ start: Int) -> BlockOpening? {
    guard cursor.byte(at: start + 1) == UInt8(ascii: "^") else { return nil }
    var index = start + 2
    while index < cursor.end, cursor.byte(at: index) != UInt8(ascii: "]") {
      if isBlank(cursor.byte(at: index)) || cursor.byte(at: index) == UInt8(ascii: "[") { return nil }
      index += 1
    }
    guard index > start + 2, cursor.byte(at: index + 1) == UInt8(ascii: ":") else { return nil }
    return .footnote(width: index + 2 - start)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
