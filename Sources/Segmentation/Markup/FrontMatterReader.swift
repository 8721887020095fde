import DocumentModel
import TextCore

/// Reads the YAML (`---`) or TOML (`+++`) block at the head of a draft. Only the top level is understood: a nested value
/// is kept as it is written.
enum FrontMatterReader {
  /// Whether the text opens like front matter, closed or not.
  static func opens(_ bytes: [UInt8]) -> Bool { fence(bytes) != nil }

  private static func fence(_ bytes: [UInt8]) -> UInt8? {
    guard bytes.count > 3, bytes[0] == UInt8(ascii: "-") || bytes[0] == UInt8(ascii: "+"), bytes[1] == bytes[0],
      bytes[2] == bytes[0]
    else { return nil }
    return bytes[0]
  }

  static func read(_ snapshot: TextSnapshot) -> FrontMatter? {
    let bytes = snapshot.bytes
    let lines = snapshot.lines
    guard let mark = fence(bytes), isFence(line: 0, mark, snapshot) else { return nil }
    var close = 1
    while close < lines.lineCount, !isFence(line: close, mark, snapshot) { close += 1 }
    guard close > 1, close < lines.lineCount else { return nil }
    var fields: [(key: String, value: String)] = []
    var places: [TextSpan] = []
    for line in 1..<close {
      let start = lines.starts[line]
      let end = lines.contentEnd(ofLine: line, in: bytes)
      guard start < end else { continue }
      if bytes[start] == 0x20 || bytes[start] == 0x09 || bytes[start] == UInt8(ascii: "-") {
        continueValue(&fields, snapshot.text(TextSpan(start, end)))
      } else if let field = field(
        bytes, start, end, separator: mark == UInt8(ascii: "-") ? UInt8(ascii: ":") : UInt8(ascii: "="))
      {
        fields.append(field)
        places.append(TextSpan(min(start + field.key.utf8.count, end), end))
      }
    }
    // A thematic break, prose and another break are no front matter.
    guard !fields.isEmpty else { return nil }
    return FrontMatter(span: TextSpan(0, lines.contentEnd(ofLine: close, in: bytes)), fields: fields, places: places)
  }

  private static func isFence(line: Int, _ mark: UInt8, _ snapshot: TextSnapshot) -> Bool {
    let start = snapshot.lines.starts[line]
    var end = snapshot.lines.contentEnd(ofLine: line, in: snapshot.bytes)
    while end > start, snapshot.bytes[end - 1] == 0x20 || snapshot.bytes[end - 1] == 0x09 { end -= 1 }
    return end - start == 3 && snapshot.bytes[start..<end].allSatisfy { $0 == mark }
  }

  private static func field(_ bytes: [UInt8], _ start: Int, _ end: Int, separator: UInt8) -> (
    key: String, value: String
  )? {
    if bytes[start] == UInt8(ascii: "["), separator == UInt8(ascii: "="),
      let close = bytes[start..<end].firstIndex(of: UInt8(ascii: "]"))
    {
      return (String(decoding: bytes[(start + 1)..<close], as: UTF8.self), "")
    }
    guard bytes[start] != UInt8(ascii: "#"), let middle = bytes[start..<end].firstIndex(of: separator), middle > start
    else {
      return nil
    }
    let key = plain(bytes[start..<middle])
    let isKey = bytes[start..<middle].allSatisfy {
      MarkdownBytes.isAlphanumeric($0) || "-_. \"'".utf8.contains($0) || $0 >= 0x80
    }
    guard !key.isEmpty, isKey else { return nil }
    return (key, plain(bytes[(middle + 1)..<end]))
  }

  /// An indented line belongs to the value of the key above it.
  private static func continueValue(_ fields: inout [(key: String, value: String)], _ line: String) {
    guard let last = fields.indices.last else { return }
    // In place: a list may have as many lines as a draft.
    if !fields[last].value.isEmpty { fields[last].value += "\n" }
    fields[last].value += line
  }

  /// Without white space and quotation marks around it.
  private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
    var slice = bytes
    while let first = slice.first, MarkdownBytes.isSpace(first) { slice = slice.dropFirst() }
    while let last = slice.last, MarkdownBytes.isSpace(last) { slice = slice.dropLast() }
    if slice.count >= 2, let first = slice.first, first == slice.last,
      first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
    {
      slice = slice.dropFirst().dropLast()
    }
    return String(decoding: slice, as: UTF8.self)
  }
}
