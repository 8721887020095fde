/// A draft's text at one version: immutable UTF-8 bytes with their line table.
///
/// Invariant: `bytes` is valid UTF-8 (built from `String`, or repaired on the way in).
package struct TextSnapshot: Sendable {
  package let bytes: [UInt8]
  package let lines: LineTable
  /// The client's document version; 0 for text that was never edited.
  package let version: Int

  package init(_ text: String, version: Int = 0) {
    self.init(validBytes: Array(text.utf8), version: version)
  }

  /// Takes any bytes; ill-formed sequences become U+FFFD.
  package init(repairing bytes: [UInt8], version: Int = 0) {
    self.init(String(decoding: bytes, as: UTF8.self), version: version)
  }

  private init(validBytes: [UInt8], version: Int) {
    bytes = validBytes
    lines = LineTable(validBytes)
    self.version = version
  }

  private init(bytes: [UInt8], lines: LineTable, version: Int) {
    self.bytes = bytes
    self.lines = lines
    self.version = version
  }

  package var count: Int { bytes.count }

  /// The edit with a span that lies outside the text clamped, and one that cuts a character widened.
  package func wholeCharacters(_ replacement: TextReplacement) -> TextReplacement {
    let start = characterStart(atOrBefore: min(replacement.span.start, bytes.count))
    let end = characterEnd(atOrAfter: min(replacement.span.end, bytes.count))
    return TextReplacement(TextSpan(start, end), with: replacement.bytes)
  }

  /// The text after one edit, its span brought to whole characters.
  package func applying(_ replacement: TextReplacement, version: Int) -> TextSnapshot {
    let good = wholeCharacters(replacement)
    let (start, end) = (good.span.start, good.span.end)
    var next: [UInt8] = []
    next.reserveCapacity(bytes.count + max(0, good.shift))
    next.append(contentsOf: bytes[..<start])
    next.append(contentsOf: good.bytes)
    next.append(contentsOf: bytes[end...])
    return TextSnapshot(bytes: next, lines: lines.applying(good, to: next), version: version)
  }

  /// The same text under another version number.
  package func renumbered(_ version: Int) -> TextSnapshot {
    TextSnapshot(bytes: bytes, lines: lines, version: version)
  }

  /// The text of a span; offsets outside the text are clamped.
  package func text(_ span: TextSpan) -> String {
    let good = span.clamped(to: bytes.count)
    return String(decoding: bytes[good.start..<good.end], as: UTF8.self)
  }

  package func position(of offset: Int, as encoding: PositionEncoding) -> LineColumn {
    lines.position(of: offset, in: bytes, as: encoding)
  }

  package func offset(
    of position: LineColumn, as encoding: PositionEncoding
  ) -> (offset: Int, repair: PositionRepair) {
    lines.offset(of: position, in: bytes, as: encoding)
  }

  private func characterStart(atOrBefore offset: Int) -> Int {
    var index = offset
    while index > 0, index < bytes.count, bytes[index] & 0xC0 == 0x80 { index -= 1 }
    return index
  }

  private func characterEnd(atOrAfter offset: Int) -> Int {
    var index = offset
    while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
    return index
  }
}
