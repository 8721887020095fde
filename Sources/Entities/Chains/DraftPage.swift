import DocumentModel
import Lexicons
import TextCore

/// A paragraph as the chains read it: taken out of its layers once, since each array taken from a struct of arrays costs a
/// count; a class, since chains hand it about for every mention.
final class DraftPage: Sendable {
  let paragraph: Int
  let isHeading: Bool
  let mentions: [Mention]
  let tokens: TokenBuffer
  let sentences: [Sentence]
  let bytes: [UInt8]
  let keys: [UInt64]
  let quotations: [Range<Int>]

  init(_ analyzed: AnalyzedParagraph, paragraph: Int) {
    self.paragraph = paragraph
    isHeading = analyzed.paragraph.kind.isHeading
    mentions = analyzed.layers.mentions
    tokens = analyzed.layers.tokens
    sentences = analyzed.layers.sentences
    bytes = analyzed.paragraph.bytes
    keys = analyzed.layers.nameKeys
    quotations = analyzed.layers.quotedTokens
  }

  /// The place among the quotations of the one that a token is in.
  func quotation(at token: Int) -> Int? {
    let place = quotations.partitionPoint { $0.upperBound > token }
    return quotations.indices.contains(place) && quotations[place].contains(token) ? place : nil
  }

  func reference(_ mention: Int) -> MentionReference { MentionReference(paragraph: paragraph, mention: mention) }

  /// The hash of a token; 0 past the ends.
  func hash(_ token: Int) -> UInt64 { tokens.hashes.indices.contains(token) ? tokens.hashes[token] : 0 }

  /// The phrase hash of a run of tokens.
  func key(_ range: Range<Int>) -> UInt64 {
    range.clamped(to: keys.indices).reduce(0) { Lexicon.extend($0, by: keys[$1]) }
  }

  func kind(_ token: Int) -> TokenKind? { tokens.kinds.indices.contains(token) ? tokens.kinds[token] : nil }

  /// Whether the token is this one ASCII byte.
  func isMark(_ token: Int, _ byte: UInt8) -> Bool { tokens.isMark(token, byte, in: bytes) }

  /// A hyphen, en or em dash that stands alone.
  func isDash(_ token: Int) -> Bool {
    if isMark(token, UInt8(ascii: "-")) { return true }
    guard tokens.kinds.indices.contains(token) else { return false }
    let span = tokens.span(token)
    return span.count == 3 && bytes.indices.contains(span.start + 2) && bytes[span.start] == 0xE2
      && bytes[span.start + 1] == 0x80 && (bytes[span.start + 2] == 0x93 || bytes[span.start + 2] == 0x94)
  }

  func isCapitalized(_ token: Int) -> Bool {
    tokens.shapes.indices.contains(token) && tokens.kinds[token] == .word && tokens.shapes[token].isCapitalized
  }
}
