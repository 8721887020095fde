/// Columns that characters take on a terminal.
enum DisplayWidth {
  static func columns(_ characters: some Sequence<Character>) -> Int { characters.reduce(0) { $0 + columns($1) } }

  /// 2 for East Asian wide and fullwidth characters and for emoji, 0 for what stands on or between others, else 1.
  static func columns(_ character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    if first.value < 0x300 { return character.unicodeScalars.contains("\u{FE0F}") ? 2 : 1 }
    if first.properties.isEmojiPresentation || isWide(first.value) { return 2 }
    // U+FE0F asks for the picture of a character that is text by itself.
    if first.properties.isEmoji, character.unicodeScalars.contains("\u{FE0F}") { return 2 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return 1
    }
  }

  private static func isWide(_ value: UInt32) -> Bool {
    guard value >= 0x1100 else { return false }
    return wide.contains { $0.contains(value) }
  }

  /// Wide (W) and fullwidth (F) ranges of EastAsianWidth.txt, Unicode 16.0, joined over what is unassigned between them;
  /// emoji are left to their own property.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF, 0x4E00...0xA4CF,
    0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60,
    0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FB, 0x1D300...0x1D376, 0x1F200...0x1F265,
    0x20000...0x3FFFD,
  ]
}
