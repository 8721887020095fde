package import TextCore

/// What kind of block a paragraph's prose stands in.
package enum BlockKind: Hashable, Sendable {
  /// Running text.
  case paragraph
  /// A heading of level 1…6; a plain-text headline counts as level 1.
  case heading(Int)
  /// The text of a list item.
  case listItem
  /// A table cell.
  case tableCell
  /// Footnote text.
  case footnote

  package var isHeading: Bool { if case .heading = self { true } else { false } }
}

/// A stretch of prose that stands in the file byte for byte.
package struct ProseSegment: Hashable, Sendable {
  /// Offset of the first byte in the paragraph's prose.
  package let prose: Int
  /// Offset of the same byte in the file, counted from the paragraph's own start there.
  package let source: Int
  /// Length in bytes, in both. For an entity such as `&amp;` or an escape the lengths differ: then `sourceCount` tells.
  package let count: Int
  /// Length in the file.
  package let sourceCount: Int

  package init(prose: Int, source: Int, count: Int, sourceCount: Int? = nil) {
    self.prose = prose
    self.source = source
    self.count = count
    self.sourceCount = sourceCount ?? count
  }
}

/// One block's prose, free of markup, with the way back into the file. The unit of analysis and of caching: it holds
/// nothing of its surroundings, so equal paragraphs may share their annotations.
package final class Paragraph: Sendable {
  package let kind: BlockKind
  /// UTF-8. A soft line break is one space or newline; a hard break a newline. Code spans, HTML tags and images are left
  /// out or stand as U+FFFC (three bytes) where a word would be missing otherwise.
  package let bytes: [UInt8]
  /// In order of `prose`, without overlaps; bytes of no segment (U+FFFC) belong to the segment before.
  package let segments: [ProseSegment]
  /// Bytes from the paragraph's first to its last byte in the file.
  package let sourceCount: Int
  /// Depth of `>` quotation around the block; 0 outside.
  package let quoteDepth: Int
  /// Of kind, depth and bytes: equal hashes mean equal annotations.
  package let hash: UInt64

  package init(
    kind: BlockKind, bytes: [UInt8], segments: [ProseSegment], sourceCount: Int, quoteDepth: Int = 0
  ) {
    self.kind = kind
    self.bytes = bytes
    self.segments = segments
    self.sourceCount = sourceCount
    self.quoteDepth = quoteDepth
    var hash = StableHash(seed: StableHash.of(bytes))
    hash.combine(UInt64(quoteDepth))
    switch kind {
    case .paragraph: hash.combine(UInt64(1))
    case .heading(let level): hash.combine(UInt64(16 + level))
    case .listItem: hash.combine(UInt64(2))
    case .tableCell: hash.combine(UInt64(3))
    case .footnote: hash.combine(UInt64(4))
    }
    self.hash = hash.value
  }

  /// Prose that is its own source, for plain text and tests.
  package convenience init(plain bytes: [UInt8], kind: BlockKind = .paragraph) {
    self.init(
      kind: kind, bytes: bytes, segments: [ProseSegment(prose: 0, source: 0, count: bytes.count)],
      sourceCount: bytes.count)
  }

  package convenience init(plain text: String, kind: BlockKind = .paragraph) {
    self.init(plain: Array(text.utf8), kind: kind)
  }

  /// The prose of a span; clamped.
  package func text(_ span: TextSpan) -> String {
    let good = span.clamped(to: bytes.count)
    return String(decoding: bytes[good.start..<good.end], as: UTF8.self)
  }

  /// The span of the file (from the paragraph's own start) that holds a span of the prose, markup inside it included
  /// and markup around it left out.
  package func sourceSpan(of span: TextSpan) -> TextSpan {
    guard !segments.isEmpty else { return TextSpan(0, 0) }
    let start = sourceOffset(of: span.start, leaning: .forward)
    guard !span.isEmpty else { return TextSpan(start, start) }
    return TextSpan(start, max(start, sourceOffset(of: span.end, leaning: .backward)))
  }

  /// Which neighbour an offset between two segments belongs to.
  package enum Leaning: Sendable { case backward, forward }

  /// The place in the file (from the paragraph's own start) of an offset of the prose.
  package func sourceOffset(of offset: Int, leaning: Leaning) -> Int {
    guard let last = segments.last else { return 0 }
    var index = segmentIndex(atOrBefore: offset)
    if leaning == .backward, index > 0, segments[index].prose == offset { index -= 1 }
    let segment = segments[index]
    let within = offset - segment.prose
    if within <= 0 { return segment.source }
    if segment.count != segment.sourceCount {
      return segment.source + (within >= segment.count ? segment.sourceCount : 0)
    }
    return min(segment.source + min(within, segment.count), last.source + last.sourceCount)
  }

  /// The prose offset of a place in the file (from the paragraph's own start); markup counts as the prose before it.
  package func proseOffset(ofSource offset: Int) -> Int {
    let next = segments.partitionPoint { $0.source > offset }
    guard next > 0 else { return 0 }
    let segment = segments[next - 1]
    if segment.count != segment.sourceCount { return segment.prose }
    return segment.prose + min(offset - segment.source, segment.count)
  }

  private func segmentIndex(atOrBefore offset: Int) -> Int {
    max(0, segments.partitionPoint { $0.prose > offset } - 1)
  }
}

/// A paragraph at its place in a draft.
package struct PlacedParagraph: Sendable {
  package let paragraph: Paragraph
  /// Offset in the file of the paragraph's first byte.
  package let start: Int

  package init(_ paragraph: Paragraph, at start: Int) {
    self.paragraph = paragraph
    self.start = start
  }

  /// The paragraph's place in the file.
  package var span: TextSpan { TextSpan(start, start + paragraph.sourceCount) }

  /// The file's span for a span of the prose.
  package func sourceSpan(of span: TextSpan) -> TextSpan { paragraph.sourceSpan(of: span).shifted(by: start) }
}
