import DocumentModel
import TextCore

/// Makes a paragraph of a block: reads its inline markup and keeps the way back into the file.
struct ProseBuilder {
  let bytes: [UInt8]
  /// Hashes of the labels that are defined somewhere in the draft.
  let definitions: Set<UInt64>

  /// The block's paragraph at its place; nil if it holds no prose, only images, code or markup.
  func paragraph(_ block: ProseBlock) -> PlacedParagraph? {
    guard let start = block.lines.first?.start, let end = block.lines.last?.end else { return nil }
    var text: [UInt8] = []
    text.reserveCapacity(end - start)
    var textStarts: [Int] = []
    for (index, line) in block.lines.enumerated() {
      if index > 0 { text.append(0x0A) }
      textStarts.append(text.count)
      text.append(contentsOf: bytes[line.start..<line.end])
    }
    while let last = text.last, last == 0x20 || last == 0x09 { text.removeLast() }
    let skip = block.kind == .listItem ? taskMarkWidth(text) : 0
    let pieces = InlineScanner.pieces(of: text, definitions: definitions)
    var prose = Prose(start: start)
    var line = 0
    for piece in pieces {
      while line + 1 < textStarts.count, textStarts[line + 1] <= piece.start { line += 1 }
      var from = max(piece.start, skip)
      guard from < piece.end else { continue }
      switch piece.role {
      case .markup: break
      case .placeholder: prose.appendBare([0xEF, 0xBF, 0xBC])
      case .entity:
        prose.append(Array(String(Character(piece.scalar)).utf8), from: fileOffset(from), count: piece.end - from)
      case .lineBreak:
        // The newline of the file is the newline of the prose, so that places at a break stay exact.
        let lineEnd = block.lines[line].end
        if text[from] == 0x0A, lineEnd < bytes.count, bytes[lineEnd] == 0x0A {
          prose.append(bytes, lineEnd..<(lineEnd + 1))
        } else {
          prose.appendBare([0x0A])
        }
      case .text:
        if prose.bytes.isEmpty || prose.bytes.last == 0x0A {
          while from < piece.end, text[from] == 0x20 || text[from] == 0x09 { from += 1 }
        }
        guard from < piece.end else { continue }
        let source = fileOffset(from)
        prose.append(bytes, source..<(source + piece.end - from))
      }
    }
    func fileOffset(_ offset: Int) -> Int { block.lines[line].start + offset - textStarts[line] }
    guard prose.hasInk else { return nil }
    return PlacedParagraph(
      Paragraph(
        kind: block.kind, bytes: prose.bytes, segments: prose.segments, sourceCount: end - start,
        quoteDepth: block.quoteDepth),
      at: start)
  }

  /// The width of `[ ] ` or `[x] ` before a task.
  private func taskMarkWidth(_ text: [UInt8]) -> Int {
    guard text.count > 4, text[0] == UInt8(ascii: "["), text[2] == UInt8(ascii: "]"), text[3] == 0x20 else { return 0 }
    return text[1] == 0x20 || text[1] | 0x20 == UInt8(ascii: "x") ? 4 : 0
  }
}

/// Prose as it grows, with its segments.
private struct Prose {
  let start: Int
  var bytes: [UInt8] = []
  var segments: [ProseSegment] = []
  /// Whether anything but space and placeholders is there.
  var hasInk = false

  init(start: Int) { self.start = start }

  /// Prose that stands in the file at `range`; it joins the segment before if nothing lies between.
  mutating func append(_ file: [UInt8], _ range: Range<Int>) {
    if let last = segments.last, last.count == last.sourceCount, last.prose + last.count == bytes.count,
      last.source + last.count + start == range.lowerBound
    {
      segments[segments.count - 1] = ProseSegment(
        prose: last.prose, source: last.source, count: last.count + range.count)
    } else {
      segments.append(ProseSegment(prose: bytes.count, source: range.lowerBound - start, count: range.count))
    }
    for byte in file[range] {
      bytes.append(byte)
      if !MarkdownBytes.isSpace(byte) { hasInk = true }
    }
  }

  /// Prose that stands for `count` bytes of the file at `from`.
  mutating func append(_ prose: [UInt8], from: Int, count: Int) {
    segments.append(ProseSegment(prose: bytes.count, source: from - start, count: prose.count, sourceCount: count))
    bytes.append(contentsOf: prose)
    hasInk = true
  }

  /// Prose that stands nowhere in the file.
  mutating func appendBare(_ prose: [UInt8]) { bytes.append(contentsOf: prose) }
}
