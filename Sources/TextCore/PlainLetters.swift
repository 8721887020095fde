/// Latin letters without their marks: newspapers write "Orbán" and "Orban", "Erdoğan" and "Erdogan".
extension CaseFolding {
  /// The `hash` of a text as it would be without diacritics; nil if it is in ASCII, and its `hash` the same.
  package static func plainHash(_ bytes: [UInt8], _ span: TextSpan) -> UInt64? {
    let range = (span.start..<max(span.start, span.end)).clamped(to: bytes.indices)
    guard bytes[range].contains(where: { $0 >= 0x80 }) else { return nil }
    var folded: [UInt8] = []
    bytes.withUnsafeBufferPointer { buffer in fold(buffer, range) { folded.append($0) } }
    var hash = StableHash()
    for scalar in String(decoding: folded, as: UTF8.self).unicodeScalars {
      for byte in plain(scalar) { hash.combine(byte) }
    }
    return hash.value
  }

  /// The letters that a scalar in lower case is written with in ASCII, or itself.
  private static func plain(_ scalar: Unicode.Scalar) -> [UInt8] {
    switch scalar.value {
    case 0x300...0x36F: []
    case 0xE6: Array("ae".utf8)
    case 0x153: Array("oe".utf8)
    case 0xDF: Array("ss".utf8)
    case 0xFE: Array("th".utf8)
    case 0xE0...0xFF: [letter(latin1, scalar.value - 0xE0)]
    case 0x100...0x17F: [letter(extended, scalar.value - 0x100)]
    case 0x1A1: [UInt8(ascii: "o")]
    case 0x1B0: [UInt8(ascii: "u")]
    case 0x219: [UInt8(ascii: "s")]
    case 0x21B: [UInt8(ascii: "t")]
    case 0x1EA0...0x1EB7: [UInt8(ascii: "a")]
    case 0x1EB8...0x1EC7: [UInt8(ascii: "e")]
    case 0x1EC8...0x1ECB: [UInt8(ascii: "i")]
    case 0x1ECC...0x1EE3: [UInt8(ascii: "o")]
    case 0x1EE4...0x1EF1: [UInt8(ascii: "u")]
    case 0x1EF2...0x1EF9: [UInt8(ascii: "y")]
    default: Array(String(scalar).utf8)
    }
  }

  private static func letter(_ letters: [UInt8], _ offset: UInt32) -> UInt8 {
    letters.indices.contains(Int(offset)) ? letters[Int(offset)] : UInt8(ascii: "?")
  }

  /// U+00E0…U+00FF; the two that become two letters stand for themselves above.
  private static let latin1 = Array("aaaaaaaceeeeiiiidnooooo/ouuuuyty".utf8)
  /// U+0100…U+017F.
  private static let extended = Array(
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
      .utf8)
}
