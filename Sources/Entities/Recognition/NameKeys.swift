import DocumentModel
import TextCore

/// What names are compared by over a draft, made once for a paragraph and kept with its layers.
enum NameKeys {
  /// Fills `nameKeys` and `quotedTokens` from tokens and mentions.
  static func fill(_ layers: inout ParagraphLayers, _ bytes: [UInt8]) {
    layers.nameKeys = keys(layers, bytes)
    layers.quotedTokens = quotedTokens(layers.tokens)
  }

  private static func keys(_ layers: ParagraphLayers, _ bytes: [UInt8]) -> [UInt64] {
    // Most paragraphs share the array of their tokens.
    var keys = layers.tokens.hashes
    for mention in layers.mentions where mention.form != .pronoun && mention.form != .descriptor {
      for token in mention.tokens.range.clamped(to: keys.indices) {
        let whole = layers.tokens.span(token)
        // "Ombrell" is all the name of "Ombrell-based".
        let named = TextSpan(max(whole.start, mention.span.start), min(whole.end, mention.span.end))
        // "al-Sudani" is "Sudani" after the first time.
        let start = hasArabicArticle(named, bytes) ? named.start + 3 : named.start
        let span = TextSpan(start, named.end - surplus(named, bytes))
        if span.isEmpty { continue }
        if let plain = CaseFolding.plainHash(bytes, span) {
          keys[token] = plain
        } else if span != whole {
          keys[token] = bytes.withUnsafeBufferPointer {
            CaseFolding.hash($0, (span.start..<span.end).clamped(to: bytes.indices))
          }
        }
      }
    }
    return keys
  }

  private static func hasArabicArticle(_ span: TextSpan, _ bytes: [UInt8]) -> Bool {
    guard span.count > 5, bytes.indices.contains(span.start), bytes.indices.contains(span.start + 2) else {
      return false
    }
    let opens = bytes[span.start] | 0x20
    return (opens == UInt8(ascii: "a") || opens == UInt8(ascii: "e")) && bytes[span.start + 1] == UInt8(ascii: "l")
      && bytes[span.start + 2] == UInt8(ascii: "-")
  }

  /// Bytes at the end that one spelling has and another has not: "Verkhovskyy" is "Verkhovsky", and so is "Verkhovskiy".
  private static func surplus(_ span: TextSpan, _ bytes: [UInt8]) -> Int {
    guard span.count > 6, span.start >= 0, span.end <= bytes.count else { return 0 }
    return endings.contains { bytes[..<span.end].suffix(4).elementsEqual($0.utf8) } ? 1 : 0
  }

  private static let endings = ["skyy", "skyi"]

  private static func quotedTokens(_ tokens: TokenBuffer) -> [Range<Int>] {
    var quotations: [Range<Int>] = []
    var opening: Int?
    for token in tokens.kinds.indices where tokens.kinds[token] == .doubleQuote {
      if let start = opening { quotations.append(start..<token + 1) }
      opening = opening == nil ? token : nil
    }
    if let opening { quotations.append(opening..<tokens.kinds.count) }
    return quotations
  }
}
