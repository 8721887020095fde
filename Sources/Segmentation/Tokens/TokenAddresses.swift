import DocumentModel
import TextCore

/// URLs, e-mail addresses, hashtags and handles: one token each, whatever marks stand in them.
extension TokenScan {
  func tagged(_ start: Int, as kind: TokenKind, _ tokens: inout TokenBuffer) -> Int {
    var index = start + 1
    var hasLetter = false
    while index < text.count {
      let (next, width) = peek(index)
      guard next.isLetter || next == .digit || next == .underscore else { break }
      hasLetter = hasLetter || next.isLetter
      index += width
    }
    let glued = before(start).isLetter || before(start) == .digit
    guard hasLetter, !glued else {
      emit(&tokens, start, start + 1, .symbol)
      return start + 1
    }
    emit(&tokens, start, index, kind, .lower)
    return index
  }

  /// The end of a URL or e-mail address that starts here; nil for plain words. Looks ahead only over word characters, so
  /// that the whole scan stays linear.
  func addressEnd(_ start: Int) -> (end: Int, kind: TokenKind)? {
    let byte = text[start] | 0x20
    if byte == 0x68 || byte == 0x77 || byte == 0x66,
      hasPrefix("http://", start) || hasPrefix("https://", start) || hasPrefix("www.", start)
        || hasPrefix("ftp://", start)
    {
      var end = start
      while end < text.count, peek(end).kind != .space, text[end] != 0x3C, text[end] != 0x3E, text[end] != 0x22,
        peek(end).kind != .doubleQuote
      {
        end += max(1, peek(end).width)
      }
      while end > start, isTrailing(text[end - 1]) { end -= 1 }
      return end > start + 4 ? (end, .url) : nil
    }
    var index = start
    while index < text.count, index - start < 64 {
      let byte = text[index]
      if byte == 0x40 {
        guard index > start, index + 1 < text.count, peek(index + 1).kind.isLetter || peek(index + 1).kind == .digit
        else { return nil }
        var end = index + 1
        var dots = 0
        while end < text.count {
          let next = text[end]
          if next == 0x2E, end + 1 < text.count, peek(end + 1).kind.isLetter {
            dots += 1
          } else if !isAddressByte(next) || next == 0x2E {
            break
          }
          end += 1
        }
        return dots > 0 ? (end, .email) : nil
      }
      guard isAddressByte(byte) else { return domainEnd(start, index) }
      index += 1
    }
    return nil
  }

  /// "example.com": a lower-case word, a dot and a well-known ending.
  private func domainEnd(_ start: Int, _ end: Int) -> (end: Int, kind: TokenKind)? {
    var last = end
    while last > start, text[last - 1] == 0x2E || text[last - 1] == 0x2D { last -= 1 }
    for ending: StaticString in [".com", ".org", ".net", ".gov", ".edu", ".co.uk", ".info"] {
      let count = ending.utf8CodeUnitCount
      if last - start > count + 1, hasPrefix(ending, last - count), text[start] >= 0x61 || text[last - 1] >= 0x61 {
        return (last, .url)
      }
    }
    return nil
  }

  private func hasPrefix(_ prefix: StaticString, _ start: Int) -> Bool {
    let count = prefix.utf8CodeUnitCount
    guard start + count <= text.count else { return false }
    for offset in 0..<count where text[start + offset] | 0x20 != prefix.utf8Start[offset] | 0x20 { return false }
    return true
  }

  private func isAddressByte(_ byte: UInt8) -> Bool {
    byte < 0x80
      && (CharacterClass.ascii[Int(byte)].isLetter || (byte >= 0x30 && byte <= 0x39) || byte == 0x2E || byte == 0x5F
        || byte == 0x2D || byte == 0x2B)
  }

  private func isTrailing(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2E, 0x2C, 0x3A, 0x3B, 0x21, 0x3F, 0x29, 0x5D, 0x27, 0x22: true
    default: false
    }
  }
}
