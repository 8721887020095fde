import TextCore

/// The classes of bytes the Markdown grammar speaks of (CommonMark 0.31, section 2.1).
enum MarkdownBytes {
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == 0x0C
  }
  static func isAlphanumeric(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit }
  static func isPunctuation(_ byte: UInt8) -> Bool {
    (byte >= 0x21 && byte <= 0x2F) || (byte >= 0x3A && byte <= 0x40) || (byte >= 0x5B && byte <= 0x60)
      || (byte >= 0x7B && byte <= 0x7E)
  }

  /// Whether `word` (lower case) stands at `offset`, in any case.
  static func matches(_ word: StaticString, in bytes: [UInt8], at offset: Int, end: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard offset >= 0, offset + count <= min(end, bytes.count) else { return false }
    return word.withUTF8Buffer { letters in
      for index in 0..<count where bytes[offset + index].lowered != letters[index] { return false }
      return true
    }
  }

  /// Offset of the first occurrence of `word` (lower case) in `from..<end`.
  static func find(_ word: StaticString, in bytes: [UInt8], from: Int, end: Int) -> Int? {
    let limit = min(end, bytes.count) - word.utf8CodeUnitCount
    guard from >= 0, from <= limit else { return nil }
    let first = word.withUTF8Buffer { $0.first ?? 0 }
    var index = from
    while index <= limit {
      if bytes[index].lowered == first, matches(word, in: bytes, at: index, end: end) { return index }
      index += 1
    }
    return nil
  }

  /// The character that starts at `offset`, decoded; nil outside.
  static func scalar(in bytes: [UInt8], at offset: Int) -> Unicode.Scalar? {
    guard offset >= 0, offset < bytes.count else { return nil }
    let lead = bytes[offset]
    if lead < 0x80 { return Unicode.Scalar(lead) }
    let width = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard offset + width <= bytes.count else { return nil }
    var value = UInt32(lead) & (0xFF >> UInt32(width + 1))
    for index in 1..<width { value = value << 6 | UInt32(bytes[offset + index] & 0x3F) }
    return Unicode.Scalar(value)
  }

  /// The character that ends just before `offset`.
  static func scalar(in bytes: [UInt8], before offset: Int) -> Unicode.Scalar? {
    var index = offset - 1
    while index > 0, index < bytes.count, bytes[index] & 0xC0 == 0x80, offset - index < 4 { index -= 1 }
    return scalar(in: bytes, at: index)
  }

  static func isUnicodeSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80
      ? isSpace(UInt8(scalar.value)) : scalar.properties.generalCategory == .spaceSeparator
  }

  static func isUnicodePunctuation(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return isPunctuation(UInt8(scalar.value)) }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      return true
    default: return false
    }
  }
}
