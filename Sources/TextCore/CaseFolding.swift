/// The one folding that makes a token's lexicon key: ASCII and Latin letters (U+00C0…U+024F), Greek and Cyrillic in lower
/// case, curly apostrophes straight. Diacritics are kept. Table builders and the tokenizer share it, so keys agree.
package enum CaseFolding {
  /// The hash of folded UTF-8 `bytes[range]`.
  @inlinable
  package static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash = StableHash()
    fold(bytes, range) { hash.combine($0) }
    return hash.value
  }

  package static func hash(_ text: String) -> UInt64 {
    Array(text.utf8).withUnsafeBufferPointer { hash($0, 0..<$0.count) }
  }

  /// Folded UTF-8 of a text.
  package static func fold(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var folded: [UInt8] = []
    folded.reserveCapacity(bytes.count)
    bytes.withUnsafeBufferPointer { buffer in fold(buffer, 0..<buffer.count) { folded.append($0) } }
    return String(decoding: folded, as: UTF8.self)
  }

  /// Calls `emit` with the folded bytes.
  @inlinable
  package static func fold(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ emit: (UInt8) -> Void) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte < 0x80 {
        emit(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
        index += 1
        continue
      }
      let width = utf8Width(byte)
      if width == 2, index + 1 < range.upperBound {
        let scalar = (UInt32(byte & 0x1F) << 6) | UInt32(bytes[index + 1] & 0x3F)
        let lower = lowered(scalar)
        emit(UInt8(truncatingIfNeeded: 0xC0 | (lower >> 6)))
        emit(UInt8(truncatingIfNeeded: 0x80 | (lower & 0x3F)))
        index += 2
        continue
      }
      if width == 3, index + 2 < range.upperBound, byte == 0xE2, bytes[index + 1] == 0x80,
        bytes[index + 2] == 0x99 || bytes[index + 2] == 0x98
      {
        emit(0x27)
        index += 3
        continue
      }
      let end = min(index + width, range.upperBound)
      while index < end {
        emit(bytes[index])
        index += 1
      }
    }
  }

  /// Lower case of a two-byte scalar (U+0080…U+07FF), itself two bytes long.
  @inlinable
  package static func lowered(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xC0...0xDE where scalar != 0xD7: scalar + 32
    case 0x100...0x12F, 0x132...0x137, 0x14A...0x177, 0x182...0x185, 0x1A0...0x1A5, 0x1DE...0x1EF, 0x1F8...0x21F,
      0x222...0x233:
      scalar | 1
    case 0x139...0x148, 0x179...0x17E, 0x1CD...0x1DC: scalar & 1 == 1 ? scalar + 1 : scalar
    case 0x178: 0xFF
    case 0x18F: 0x259
    case 0x391...0x3A9: scalar + 32
    case 0x410...0x42F: scalar + 32
    case 0x400...0x40F: scalar + 80
    default: scalar
    }
  }
}
