/// The one owner of every conversion between offsets and lines with columns.
///
/// Lines end at LF, CRLF or a lone CR (LSP 3.17, "Text Documents"); U+2028 and U+2029 end no line. Conversions are total:
/// a place outside the text is clamped, and the repair is returned so that the caller can log whose fault it was.
/// Building is O(bytes); updating for a replacement is O(lines + bytes inserted); a lookup is O(log lines + line length).
package struct LineTable: Sendable {
  /// Offset of each line's first byte; never empty, `starts[0] == 0`.
  package private(set) var starts: [Int]

  package init(_ bytes: [UInt8]) {
    starts = [0]
    starts.reserveCapacity(bytes.count / 60 + 1)
    LineTable.scan(bytes, from: 0, to: bytes.count) { starts.append($0) }
  }

  package var lineCount: Int { starts.count }

  /// Calls `found` with the offset after every line end that finishes in `from..<to`.
  private static func scan(_ bytes: [UInt8], from: Int, to: Int, _ found: (Int) -> Void) {
    bytes.withUnsafeBufferPointer { text in
      var index = from
      while index < to {
        let byte = text[index]
        if byte == 0x0A {
          found(index + 1)
        } else if byte == 0x0D, index + 1 == text.count || text[index + 1] != 0x0A {
          found(index + 1)
        }
        index += 1
      }
    }
  }

  /// The table after `replacement` turned the old text into `bytes`.
  package func applying(_ replacement: TextReplacement, to bytes: [UInt8]) -> LineTable {
    let shift = replacement.bytes.count - replacement.span.count
    // A CR just before the edit, or an LF just after it, may join or part a CRLF: look one byte further on both sides.
    let scanStart = max(0, replacement.span.start - 1)
    let scanEnd = min(bytes.count, replacement.span.start + replacement.bytes.count + 1)
    let oldEnd = replacement.span.end + 1
    let firstOld = firstStart(after: scanStart)
    var lastOld = firstStart(after: oldEnd)
    while lastOld > firstOld, starts[lastOld - 1] + shift > scanEnd { lastOld -= 1 }
    var fresh: [Int] = []
    LineTable.scan(bytes, from: scanStart, to: scanEnd) { fresh.append($0) }
    var result = self
    if fresh.count == lastOld - firstOld, shift == 0, Array(starts[firstOld..<lastOld]) == fresh { return self }
    result.starts.replaceSubrange(firstOld..<lastOld, with: fresh)
    if shift != 0 {
      let from = firstOld + fresh.count
      result.starts.withUnsafeMutableBufferPointer { table in
        var index = from
        while index < table.count {
          table[index] += shift
          index += 1
        }
      }
    }
    return result
  }

  /// Index of the first line that starts after `offset`.
  private func firstStart(after offset: Int) -> Int {
    starts.partitionPoint { $0 > offset }
  }

  /// The line that holds `offset`, from 0.
  package func line(at offset: Int) -> Int { firstStart(after: offset) - 1 }

  /// Where a line's text ends, its line end left out.
  package func contentEnd(ofLine line: Int, in bytes: [UInt8]) -> Int {
    guard line + 1 < starts.count else { return bytes.count }
    var end = starts[line + 1]
    let start = starts[line]
    if end > start, bytes[end - 1] == 0x0A { end -= 1 }
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }

  // MARK: - Offset to position

  /// The line and column of a UTF-8 offset. An offset within a CRLF counts as before it, one within a character as at
  /// its start.
  package func position(of offset: Int, in bytes: [UInt8], as encoding: PositionEncoding) -> LineColumn {
    let clamped = max(0, min(offset, bytes.count))
    let line = line(at: clamped)
    let start = starts[line]
    let end = min(clamped, contentEnd(ofLine: line, in: bytes))
    return LineColumn(line: line, column: LineTable.width(of: bytes, from: start, to: end, in: encoding))
  }

  /// The columns between two offsets of a line, the first at a character's start; a character that the second cuts is
  /// left out. No branches: a line of a megabyte costs a tenth of a millisecond.
  static func width(of bytes: [UInt8], from start: Int, to end: Int, in encoding: PositionEncoding) -> Int {
    var end = end
    while end > start, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    if encoding == .utf8 { return end - start }
    return bytes.withUnsafeBufferPointer { text in
      var characters = 0
      var pairs = 0
      for byte in text[start..<end] {
        characters &+= byte & 0xC0 == 0x80 ? 0 : 1
        pairs &+= byte >= 0xF0 ? 1 : 0
      }
      return encoding == .utf16 ? characters + pairs : characters
    }
  }

  // MARK: - Position to offset

  /// The UTF-8 offset of a line and column, and what had to be mended to find one.
  package func offset(
    of position: LineColumn, in bytes: [UInt8], as encoding: PositionEncoding
  ) -> (offset: Int, repair: PositionRepair) {
    var repair = PositionRepair.none
    var column = position.column
    if position.line < 0 || column < 0 { repair = .negative }
    if position.line < 0 { return (0, repair) }
    column = max(0, column)
    guard position.line < starts.count else { return (bytes.count, .pastLastLine) }
    var index = starts[position.line]
    let end = contentEnd(ofLine: position.line, in: bytes)
    var left = column
    while left > 0, index < end {
      let width = utf8Width(bytes[index])
      let cost = units(of: width, in: encoding)
      if cost > left { return (index, .insideCharacter) }
      left -= cost
      index = min(end, index + width)
    }
    if left > 0 { repair = .pastLineEnd }
    return (index, repair)
  }

  private func units(of width: Int, in encoding: PositionEncoding) -> Int {
    switch encoding {
    case .utf8: width
    case .utf16: width == 4 ? 2 : 1
    case .utf32: 1
    }
  }
}

/// Bytes in the UTF-8 sequence that `lead` opens: 1…4. A stray continuation byte counts as one.
@inlinable
package func utf8Width(_ lead: UInt8) -> Int {
  lead < 0x80 ? 1 : lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
}
