/// Mends the text of a message that was cut inside a character: halves of surrogate pairs, written as escapes (as
/// JavaScript's `JSON.stringify` does) or as bytes, and bytes that are no UTF-8. Control characters that stand in a string as
/// they are become escapes.
///
/// Each half becomes one U+FFFD, which counts one UTF-16 unit as the half did, so that later positions stay right.
enum TextRepair {
  private static let replacement = Array("\u{FFFD}".utf8)
  private static let escapedReplacement = Array(#"\ufffd"#.utf8)

  /// The message with its text mended; nil if there was nothing to mend.
  static func mended(_ body: [UInt8]) -> [UInt8]? {
    var bytes = body
    mendSurrogateBytes(&bytes)
    // What is still no UTF-8 is mended by the library.
    bytes = Array(String(decoding: bytes, as: UTF8.self).utf8)
    mendEscapes(&bytes)
    mendControls(&bytes)
    return bytes == body ? nil : bytes
  }

  /// Half a pair as three bytes (ED A0…BF 80…BF): the library would see three bad characters.
  private static func mendSurrogateBytes(_ bytes: inout [UInt8]) {
    var index = 0
    while index + 2 < bytes.count {
      if bytes[index] == 0xED, bytes[index + 1] >= 0xA0, bytes[index + 1] & 0xC0 == 0x80,
        bytes[index + 2] & 0xC0 == 0x80
      {
        bytes.replaceSubrange(index..<index + 3, with: replacement)
        index += 2
      }
      index += 1
    }
  }

  /// `\uD83D` without its other half. A backslash stands only in strings, where it takes the next byte along.
  private static func mendEscapes(_ bytes: inout [UInt8]) {
    var index = 0
    while index < bytes.count {
      guard bytes[index] == 0x5C else {
        index += 1
        continue
      }
      guard let unit = escapedUnit(at: index, bytes) else {
        index += 2
        continue
      }
      if 0xD800..<0xDC00 ~= unit, let next = escapedUnit(at: index + 6, bytes), 0xDC00..<0xE000 ~= next {
        index += 12
        continue
      }
      if 0xD800..<0xE000 ~= unit { bytes.replaceSubrange(index..<index + 6, with: escapedReplacement) }
      index += 6
    }
  }

  /// Line breaks and tabs between the quotation marks of a string, where JSON wants `\u000a` (RFC 8259, section 7).
  private static func mendControls(_ bytes: inout [UInt8]) {
    guard bytes.contains(where: { $0 < 0x20 }) else { return }
    var mended: [UInt8] = []
    mended.reserveCapacity(bytes.count)
    var isInString = false
    var isEscaped = false
    for byte in bytes {
      if isInString, byte < 0x20 {
        // Behind a backslash it means itself: the backslash is there already.
        mended += (isEscaped ? "u00" : "\\u00").utf8
        mended += [0x30 | byte >> 4, Array("0123456789abcdef".utf8)[Int(byte & 15)]]
        isEscaped = false
        continue
      }
      if byte == 0x22, !isEscaped { isInString.toggle() }
      isEscaped = isInString && byte == 0x5C && !isEscaped
      mended.append(byte)
    }
    bytes = mended
  }

  /// The 16-bit unit of a `\uXXXX`.
  private static func escapedUnit(at index: Int, _ bytes: [UInt8]) -> UInt16? {
    guard index + 6 <= bytes.count, bytes[index] == 0x5C, bytes[index + 1] == 0x75 else { return nil }
    var unit: UInt16 = 0
    for byte in bytes[(index + 2)..<(index + 6)] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }
}
