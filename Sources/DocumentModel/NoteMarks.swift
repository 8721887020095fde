package import TextCore

extension TokenBuffer {
  /// Whether a token is a mark of a note, or part of one, that hugs the stop before it: "in March.²", "in March.*", "in March.†",
  /// "in March.^2^", and "in March.2" whose figure was raised by a tag.
  package func isNoteMark(_ token: Int, in bytes: [UInt8]) -> Bool {
    guard indices.contains(token), token > 0, !hasSpaceBefore(token) else { return false }
    let text = span(token).clamped(to: bytes.count)
    guard text.start < text.end else { return false }
    switch kinds[token] {
    case .number:
      return text.count <= TokenBuffer.longestNote
        && bytes[text.start..<text.end].allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    case .symbol, .punctuation, .word: return TokenBuffer.isNoteMark(bytes[text.start..<text.end])
    default: return false
    }
  }

  /// Digits of a note's number.
  private static let longestNote = 2

  /// "*", "^", a raised digit, a dagger.
  private static func isNoteMark(_ mark: ArraySlice<UInt8>) -> Bool {
    let bytes = Array(mark)
    switch bytes.count {
    case 1: return bytes[0] == UInt8(ascii: "*") || bytes[0] == UInt8(ascii: "^")
    case 2: return bytes[0] == 0xC2 && [0xB2, 0xB3, 0xB9].contains(bytes[1])
    case 3...:
      // Two raised digits may be one word.
      guard bytes[0] == 0xE2 else { return false }
      if bytes[1] == 0x80 { return bytes.count == 3 && (bytes[2] == 0xA0 || bytes[2] == 0xA1) }
      return bytes[1] == 0x81 && bytes[2] >= 0xB0 && bytes[2] <= 0xB9
    default: return false
    }
  }
}
