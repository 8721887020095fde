import DocumentModel
import TextCore

/// Cuts plain text into paragraphs.
///
/// Blank lines always part paragraphs. Within a group of lines without a blank one, newlines part paragraphs unless the
/// group is hard-wrapped; that is decided from the group's own lines, so an edit can change no other group.
struct PlainTextSplitter {
  /// Lines longer than this were not wrapped by hand (characters).
  private static let longestWrapped = 100
  /// Lines shorter than this were not cut by a margin (characters).
  private static let shortestWrapped = 40
  /// A headline is no longer than this (characters).
  private static let longestHeadline = 90

  /// A line with ink, as it counts here.
  private struct Line {
    /// Without white space around it.
    let span: TextSpan
    /// In characters.
    let width: Int
    let endsSentence: Bool
    let startsLower: Bool
    /// Of the bullet or "By" that makes the line stand alone.
    let isByline: Bool
    let bulletWidth: Int
    let firstWordWidth: Int
  }

  let bytes: [UInt8]

  /// The blocks of `table`'s lines from `first` on, and the offsets of the groups' first lines. Reading ends where `stop`
  /// recognizes a group; the offset is returned.
  func split(_ table: LineTable, fromLine first: Int, stop: (Int) -> Bool = { _ in false })
    -> (blocks: [ProseBlock], restarts: [Int], end: Int)
  {
    var blocks: [ProseBlock] = []
    var restarts: [Int] = []
    var group: [Line] = []
    var groupStart = 0
    /// Where the text begins: nothing but white space stands before a group there.
    let top = bytes.firstIndex { !MarkdownBytes.isSpace($0) } ?? bytes.count
    var line = first
    while line < table.lineCount {
      let read = self.line(table.starts[line], table.contentEnd(ofLine: line, in: bytes))
      if let read {
        if group.isEmpty {
          groupStart = table.starts[line]
          if stop(groupStart) { return (blocks, restarts, groupStart) }
          restarts.append(groupStart)
        }
        group.append(read)
      } else if !group.isEmpty {
        emit(group, isFirst: groupStart <= top, into: &blocks)
        group.removeAll(keepingCapacity: true)
      }
      line += 1
    }
    emit(group, isFirst: groupStart <= top, into: &blocks)
    return (blocks, restarts, bytes.count)
  }

  // MARK: - Groups

  private func emit(_ group: [Line], isFirst: Bool, into blocks: inout [ProseBlock]) {
    guard !group.isEmpty else { return }
    let isWrapped = isWrapped(group)
    let margin = group.reduce(0) { max($0, $1.width) }
    var start = 0
    for index in group.indices {
      let isLast = index + 1 == group.count
      guard
        isLast || !isWrapped || parts(group[index], group[index + 1], margin: margin, isFirst: isFirst && index == 0)
      else { continue }
      let lines = Array(group[start...index])
      let next = isLast ? nil : group[index + 1]
      start = index + 1
      let isDirective = lines.count == 1 && self.isDirective(lines[0].span)
      if isDirective { continue }
      let kind = kind(
        lines, next: next, isTop: isFirst && lines[0].span == group[0].span, standsAlone: group.count == 1)
      var spans = lines.map(\.span)
      spans[0] = TextSpan(spans[0].start + lines[0].bulletWidth, spans[0].end)
      blocks.append(ProseBlock(kind: kind, quoteDepth: 0, lines: spans))
    }
  }

  /// Hard-wrapped: no line is long, and most lines but the last end at a margin, within a sentence.
  private func isWrapped(_ group: [Line]) -> Bool {
    guard group.count > 1, group.allSatisfy({ $0.width <= PlainTextSplitter.longestWrapped }) else { return false }
    let inner = group.dropLast()
    let cut = inner.count { $0.width >= PlainTextSplitter.shortestWrapped && !$0.endsSentence }
    if group.count == 2 { return cut == 1 && (group[1].startsLower || group[0].width >= 60) }
    return cut * 2 > inner.count
  }

  /// Whether a paragraph ends between two lines of a wrapped group: where the line ends well short of the margin.
  private func parts(_ line: Line, _ next: Line, margin: Int, isFirst: Bool) -> Bool {
    if line.isByline || next.isByline || next.bulletWidth > 0 { return true }
    let hadRoom = line.width + 1 + next.firstWordWidth + 8 < margin
    return hadRoom && !next.startsLower && (line.endsSentence || isFirst)
  }

  private func kind(_ lines: [Line], next: Line?, isTop: Bool, standsAlone: Bool) -> BlockKind {
    let line = lines[0]
    if line.bulletWidth > 0 { return .listItem }
    guard lines.count == 1, !line.endsSentence, !line.isByline, !line.startsLower,
      line.width <= PlainTextSplitter.longestHeadline
    else { return .paragraph }
    if isTop, next != nil || hasMore(after: line.span.end) { return .heading(1) }
    return (standsAlone || next.map { $0.width > PlainTextSplitter.longestWrapped } ?? false)
      && isTitleCase(line.span) ? .heading(1) : .paragraph
  }

  private func hasMore(after offset: Int) -> Bool {
    bytes[min(offset, bytes.count)...].contains { !MarkdownBytes.isSpace($0) }
  }

  /// Whether most words of more than three letters are capitalized, and there are two words or more.
  private func isTitleCase(_ span: TextSpan) -> Bool {
    var words = 0
    var long = 0
    var capital = 0
    for word in bytes[span.start..<span.end].split(separator: 0x20) {
      words += 1
      guard word.count > 3, let first = word.first, first.isLetter else { continue }
      long += 1
      if first < 0x61 { capital += 1 }
    }
    return words >= 2 && long > 0 && capital * 4 >= long * 3
  }

  /// A line such as `[copydesk-disable-next-line code]`.
  private func isDirective(_ span: TextSpan) -> Bool {
    MarkdownBytes.matches("[copydesk-", in: bytes, at: span.start, end: span.end)
      && bytes[span.end - 1] == UInt8(ascii: "]")
  }

  // MARK: - Lines

  private func line(_ lineStart: Int, _ lineEnd: Int) -> Line? {
    var start = lineStart
    var end = lineEnd
    while start < end, MarkdownBytes.isSpace(bytes[start]) { start += 1 }
    while end > start, MarkdownBytes.isSpace(bytes[end - 1]) { end -= 1 }
    guard start < end else { return nil }
    var width = 0
    var firstWord = 0
    for index in start..<end where bytes[index] & 0xC0 != 0x80 {
      width += 1
      if bytes[index] == 0x20, firstWord == 0 { firstWord = width - 1 }
    }
    let bullet = bulletWidth(start, end)
    return Line(
      span: TextSpan(start, end), width: width, endsSentence: endsSentence(start, end),
      startsLower: bytes[start] >= 0x61 && bytes[start] <= 0x7A,
      isByline: width < 80 && isByline(start, end), bulletWidth: bullet,
      firstWordWidth: firstWord == 0 ? width : firstWord)
  }

  /// "By" and a capital.
  private func isByline(_ start: Int, _ end: Int) -> Bool {
    guard start + 3 < end, MarkdownBytes.matches("by ", in: bytes, at: start, end: end),
      bytes[start] == UInt8(ascii: "B")
    else { return false }
    let first = bytes[start + 3]
    let last = bytes[end - 1]
    return (first >= 0x41 && first <= 0x5A || first >= 0x80) && last != UInt8(ascii: ".")
  }

  /// The width in bytes of "- ", "* " or "• ".
  private func bulletWidth(_ start: Int, _ end: Int) -> Int {
    let isDash = bytes[start] == UInt8(ascii: "-") || bytes[start] == UInt8(ascii: "*")
    var index = start + 1
    if !isDash {
      guard start + 3 < end, bytes[start] == 0xE2, bytes[start + 1] == 0x80, bytes[start + 2] == 0xA2 else { return 0 }
      index = start + 3
    }
    let mark = index
    while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    return index > mark && index < end ? index - start : 0
  }

  /// Whether the line ends in `.`, `!`, `?`, `…`, `:` or `;`, perhaps inside quotation marks or parentheses.
  private func endsSentence(_ start: Int, _ end: Int) -> Bool {
    var index = end
    while index > start {
      guard let scalar = MarkdownBytes.scalar(in: bytes, before: index) else { return false }
      switch scalar {
      case ".", "!", "?", "…", ":", ";": return true
      case "\"", "'", "”", "’", "»", ")", "]": index -= scalar.utf8.count
      default: return false
      }
    }
    return false
  }
}
