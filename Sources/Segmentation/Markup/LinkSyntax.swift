import TextCore

/// A link reference definition, `[label]: target "title"`.
struct LinkDefinition: Hashable {
  /// Of the label, folded.
  let label: UInt64
  /// Where it starts in the file.
  let offset: Int

  /// Takes the definitions off the front of a paragraph's lines. A definition that ends within a line is none.
  static func take(from lines: inout [TextSpan], in bytes: [UInt8], _ found: (LinkDefinition) -> Void) {
    var taken = 0
    while taken < lines.count, bytes[lines[taken].start] == UInt8(ascii: "[") {
      guard let (label, count) = read(lines[taken...], in: bytes) else { break }
      found(LinkDefinition(label: label, offset: lines[taken].start))
      taken += count
    }
    if taken > 0 { lines.removeFirst(taken) }
  }

  /// Reads one definition at the start of `lines`: its label, and how many lines it takes.
  private static func read(_ lines: ArraySlice<TextSpan>, in bytes: [UInt8]) -> (UInt64, Int)? {
    guard let first = lines.first else { return nil }
    guard let close = LinkSyntax.labelEnd(in: bytes, from: first.start + 1, end: first.end) else { return nil }
    guard close + 1 < first.end, bytes[close + 1] == UInt8(ascii: ":") else { return nil }
    guard let label = LinkSyntax.labelHash(in: bytes, first.start + 1, close) else { return nil }
    var used = 1
    var line = first
    var index = skipBlanks(bytes, close + 2, line.end)
    if index >= line.end {
      guard lines.count > 1 else { return nil }
      line = lines[lines.startIndex + 1]
      used = 2
      index = skipBlanks(bytes, line.start, line.end)
    }
    guard let target = LinkSyntax.destinationEnd(in: bytes, at: index, end: line.end),
      target > index || bytes[index] == UInt8(ascii: "<")
    else { return nil }
    let afterTarget = skipBlanks(bytes, target, line.end)
    if afterTarget >= line.end {
      guard lines.count > used else { return (label, used) }
      let next = lines[lines.startIndex + used]
      let start = skipBlanks(bytes, next.start, next.end)
      if let title = LinkSyntax.titleEnd(in: bytes, at: start, end: next.end),
        skipBlanks(bytes, title, next.end) >= next.end
      {
        return (label, used + 1)
      }
      return (label, used)
    }
    guard afterTarget > target, let title = LinkSyntax.titleEnd(in: bytes, at: afterTarget, end: line.end),
      skipBlanks(bytes, title, line.end) >= line.end
    else { return nil }
    return (label, used)
  }

  private static func skipBlanks(_ bytes: [UInt8], _ from: Int, _ end: Int) -> Int {
    var index = from
    while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    return index
  }
}

/// The parts of links (CommonMark 0.31, 4.7 and 6.3). Every reader stops where another attempt of the same kind could
/// start, so that many failed attempts stay linear together.
enum LinkSyntax {
  /// Longest label, in bytes.
  static let maxLabel = 999

  /// Offset of the `]` that closes a label opened before `from`.
  static func labelEnd(in bytes: [UInt8], from: Int, end: Int) -> Int? {
    var index = from
    while index < end, index - from <= maxLabel {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "["): return nil
      case UInt8(ascii: "]"): return index
      default: index += 1
      }
    }
    return nil
  }

  /// A label's hash, its case folded and its white space as one space; nil for a blank or overlong label.
  static func labelHash(in bytes: [UInt8], _ start: Int, _ end: Int) -> UInt64? {
    guard end > start, end - start <= maxLabel, end <= bytes.count else { return nil }
    let text = String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
    var hash = StableHash()
    var isPending = false
    var hasInk = false
    for byte in text.utf8 {
      if MarkdownBytes.isSpace(byte) {
        isPending = hasInk
      } else {
        if isPending { hash.combine(0x20 as UInt8) }
        isPending = false
        hasInk = true
        hash.combine(byte)
      }
    }
    return hasInk ? hash.value : nil
  }

  /// One past a link target at `offset`; an empty target is allowed and returns `offset`.
  static func destinationEnd(in bytes: [UInt8], at offset: Int, end: Int) -> Int? {
    guard offset < end else { return offset == end ? offset : nil }
    var index = offset
    if bytes[index] == UInt8(ascii: "<") {
      index += 1
      while index < end {
        switch bytes[index] {
        case UInt8(ascii: ">"): return index + 1
        case UInt8(ascii: "<"), 0x0A, 0x0D: return nil
        case UInt8(ascii: "\\"): index += 2
        default: index += 1
        }
      }
      return nil
    }
    var depth = 0
    while index < end {
      let byte = bytes[index]
      if byte <= 0x20 || byte == 0x7F { break }
      if byte == UInt8(ascii: "\\"), index + 1 < end, MarkdownBytes.isPunctuation(bytes[index + 1]) {
        index += 2
        continue
      }
      if byte == UInt8(ascii: "(") {
        depth += 1
        if depth > 32 { return nil }
      } else if byte == UInt8(ascii: ")") {
        if depth == 0 { break }
        depth -= 1
      }
      index += 1
    }
    return depth == 0 ? index : nil
  }

  /// One past a quoted title at `offset`; nil if none stands there.
  static func titleEnd(in bytes: [UInt8], at offset: Int, end: Int) -> Int? {
    guard offset < end else { return nil }
    let open = bytes[offset]
    let close: UInt8
    switch open {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): close = open
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    default: return nil
    }
    var index = offset + 1
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if byte == close { return index + 1 }
      if byte == UInt8(ascii: "("), close == UInt8(ascii: ")") { return nil }
      index += 1
    }
    return nil
  }

  /// One past `(target "title")` at `offset`, where the `(` stands.
  static func inlineTargetEnd(in bytes: [UInt8], at offset: Int) -> Int? {
    let end = bytes.count
    guard offset < end, bytes[offset] == UInt8(ascii: "(") else { return nil }
    var index = skipSpaces(bytes, offset + 1)
    guard let target = destinationEnd(in: bytes, at: index, end: end) else { return nil }
    index = skipSpaces(bytes, target)
    if index > target, let title = titleEnd(in: bytes, at: index, end: end) { index = skipSpaces(bytes, title) }
    return index < end && bytes[index] == UInt8(ascii: ")") ? index + 1 : nil
  }

  private static func skipSpaces(_ bytes: [UInt8], _ from: Int) -> Int {
    var index = from
    while index < bytes.count, MarkdownBytes.isSpace(bytes[index]) { index += 1 }
    return index
  }
}
