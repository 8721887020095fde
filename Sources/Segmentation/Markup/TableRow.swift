import TextCore

/// Rows of GitHub's tables: cells between `|`.
enum TableRow {
  /// The trimmed cells of a row; an empty cell is an empty span.
  static func cells(in bytes: [UInt8], _ line: TextSpan) -> [TextSpan] {
    let row = trimmed(line, in: bytes)
    var cells: [TextSpan] = []
    var start = row.start
    var index = row.start
    if index < row.end, bytes[index] == UInt8(ascii: "|") {
      index += 1
      start = index
    }
    while index < row.end {
      if bytes[index] == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if bytes[index] == UInt8(ascii: "|") {
        cells.append(trimmed(TextSpan(start, index), in: bytes))
        start = index + 1
      }
      index += 1
    }
    if start < row.end { cells.append(trimmed(TextSpan(start, row.end), in: bytes)) }
    return cells
  }

  /// The number of columns a delimiter row such as `| :-- | --- |` sets; nil if the line is none.
  static func delimiterColumns(in bytes: [UInt8], _ line: TextSpan) -> Int? {
    var hasBar = false
    for index in line.start..<line.end {
      switch bytes[index] {
      case UInt8(ascii: "|"), UInt8(ascii: ":"): hasBar = true
      case UInt8(ascii: "-"), 0x20, 0x09: break
      default: return nil
      }
    }
    guard hasBar else { return nil }
    let cells = cells(in: bytes, line)
    for cell in cells {
      var start = cell.start
      var end = cell.end
      if start < end, bytes[start] == UInt8(ascii: ":") { start += 1 }
      if start < end, bytes[end - 1] == UInt8(ascii: ":") { end -= 1 }
      guard start < end, bytes[start..<end].allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
    }
    return cells.isEmpty ? nil : cells.count
  }

  private static func trimmed(_ span: TextSpan, in bytes: [UInt8]) -> TextSpan {
    var start = span.start
    var end = min(span.end, bytes.count)
    while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return TextSpan(start, end)
  }
}
