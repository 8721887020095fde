import TextCore

/// What a scalar is to the tokenizer.
enum CharacterClass: UInt8 {
  case space, lower, upper, digit, apostrophe, hyphen, dash, period, comma, colon, slash, underscore, ampersand
  case doubleQuote, leftSingle, rightSingle, backtick, at, hash, symbol, punctuation, placeholder, joiner
  /// Letters without case (Arabic, Hebrew, CJK).
  case caseless

  @inline(__always) var isLetter: Bool { self == .lower || self == .upper || self == .caseless }

  /// Of the 128 ASCII characters.
  static let ascii: [CharacterClass] = (0..<128).map { code in
    switch UInt8(code) {
    case 0x61...0x7A: .lower
    case 0x41...0x5A: .upper
    case 0x30...0x39: .digit
    case 0...0x20, 0x7F: .space
    case 0x27: .apostrophe
    case 0x2D: .hyphen
    case 0x2E: .period
    case 0x2C: .comma
    case 0x3A: .colon
    case 0x2F: .slash
    case 0x5F: .underscore
    case 0x26: .ampersand
    case 0x22: .doubleQuote
    case 0x60: .backtick
    case 0x40: .at
    case 0x23: .hash
    case 0x24, 0x25, 0x2B, 0x3C, 0x3D, 0x3E, 0x5E, 0x7C, 0x7E, 0x2A, 0x5C: .symbol
    default: .punctuation
    }
  }

  /// Of a scalar beyond ASCII. The ranges follow the Unicode blocks that news prose meets; everything unknown above
  /// U+2E7F counts as a caseless letter, so that no script falls apart into single marks.
  static func of(_ scalar: UInt32) -> CharacterClass {
    switch scalar {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: .space
    case 0x200C, 0x200D, 0xAD, 0x2060, 0xFE00...0xFE0F, 0x300...0x36F: .joiner
    case 0x2018: .leftSingle
    case 0x2019: .rightSingle
    case 0x201A, 0x201B, 0x2039, 0x203A: .leftSingle
    case 0x201C, 0x201D, 0x201E, 0x201F, 0xAB, 0xBB, 0xFF02: .doubleQuote
    case 0x2010, 0x2011: .hyphen
    case 0x2012...0x2015, 0x2212: .dash
    case 0xBC...0xBE, 0x2150...0x215E, 0xB2, 0xB3, 0xB9: .symbol
    case 0xA1...0xA9, 0xAC, 0xAE...0xB1, 0xB4, 0xB6...0xB8, 0xBF, 0xD7, 0xF7: .symbol
    case 0xAA, 0xB5, 0xBA: .lower
    case 0xC0...0x24F: CaseFolding.lowered(scalar) != scalar ? .upper : .lower
    case 0x250...0x2FF: .lower
    case 0x370...0x5FF: scalar < 0x530 && CaseFolding.lowered(scalar) != scalar ? .upper : .lower
    case 0x1E00...0x1EFF: scalar & 1 == 0 ? .upper : .lower
    case 0x2016...0x2027, 0x2030...0x205E: .punctuation
    case 0x20A0...0x20CF, 0x2100...0x2BFF: .symbol
    case 0x3001...0x303F, 0xFF01...0xFF0F: .punctuation
    case 0xFFFC: .placeholder
    case 0x1F000...0x1FAFF: .symbol
    default: .caseless
    }
  }
}
