/// The lines before a message's body (LSP 3.17, "Header Part"), and what they say of its length.
///
/// Where the bytes before it were not read as a body, the header is glued to their end. No JSON has a line break in a string,
/// so the last `Content-Length:` of a line is the header's own, whatever a draft says of headers.
struct HeaderBlock {
  /// nil if there is none, or one that is no number, or two that differ.
  private(set) var contentLength: Int?
  /// Whether other bytes stood before the header.
  private(set) var isGlued = false

  /// In small letters; each byte has the bit set by which ASCII letters differ in case.
  private static let name = Array("content-length".utf8)
  /// Some programs put one before all they write.
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  init(_ bytes: ArraySlice<UInt8>) {
    var lengths: [Int?] = []
    for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      guard let (start, value) = HeaderBlock.lastField(in: line) else { continue }
      let length = HeaderBlock.number(value)
      if HeaderBlock.isNothing(line[..<start]) {
        lengths.append(length)
      } else {
        // All that came before belongs to something else; so does this, if it is no length.
        isGlued = true
        lengths = length.map { [$0] } ?? []
      }
    }
    if let first = lengths.first, lengths.allSatisfy({ $0 == first }) { contentLength = first }
  }

  /// Where the last `Content-Length:` of a line begins, and what stands behind it.
  private static func lastField(in line: ArraySlice<UInt8>) -> (start: Int, value: ArraySlice<UInt8>)? {
    var start = line.endIndex - name.count
    while start >= line.startIndex {
      if zip(line[start...], name).allSatisfy({ $0 | 0x20 == $1 }) {
        let rest = line[(start + name.count)...].drop(while: isSpace)
        if rest.first == 0x3A { return (start, rest.dropFirst()) }
      }
      start -= 1
    }
    return nil
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    let digits = bytes.filter { !isSpace($0) }
    guard !digits.isEmpty, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }

  private static func isNothing(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy(isSpace) || bytes.elementsEqual(byteOrderMark)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
