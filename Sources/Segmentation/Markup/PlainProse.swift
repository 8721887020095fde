import DocumentModel
import TextCore

/// Plain text as prose: as it stands, but for the white space around line ends.
enum PlainProse {
  static func paragraph(_ block: ProseBlock, in bytes: [UInt8]) -> PlacedParagraph? {
    guard let start = block.lines.first?.start, let end = block.lines.last?.end, end > start else { return nil }
    if block.lines.count == 1 {
      return PlacedParagraph(Paragraph(plain: Array(bytes[start..<end]), kind: block.kind), at: start)
    }
    var prose: [UInt8] = []
    var segments: [ProseSegment] = []
    for (index, line) in block.lines.enumerated() {
      if index > 0 { prose.append(0x0A) }
      segments.append(ProseSegment(prose: prose.count, source: line.start - start, count: line.count))
      prose.append(contentsOf: bytes[line.start..<line.end])
    }
    return PlacedParagraph(
      Paragraph(kind: block.kind, bytes: prose, segments: segments, sourceCount: end - start), at: start)
  }
}
