import DocumentModel
import DraftAnalysis
import TextCore

extension Correction {
  /// Whether an edit would put a placeholder's brackets into a link's text, "[[outlet] reported](url)", or right before a bracket
  /// that would make a link of them, "[source](url)".
  func nestsBrackets(in analysis: Analysis) -> Bool {
    guard analysis.document.language != .plaintext else { return false }
    return edits.contains { edit in
      guard edit.bytes.contains(UInt8(ascii: "[")), let index = analysis.document.paragraphIndex(at: edit.span.start)
      else { return false }
      let bytes = analysis.snapshot.bytes
      let next = edit.span.end < bytes.count ? bytes[edit.span.end] : 0
      if edit.bytes.last == UInt8(ascii: "]"), next == UInt8(ascii: "[") || next == UInt8(ascii: "(") { return true }
      return isBracketed(edit.span, within: analysis.document.paragraphs[index].span, bytes)
    }
  }

  /// Whether "[" stands open before a place and "]" after it, near enough for the words of a link.
  private func isBracketed(_ span: TextSpan, within block: TextSpan, _ bytes: [UInt8]) -> Bool {
    let whole = block.clamped(to: bytes.count)
    let place = span.clamped(to: bytes.count)
    guard whole.start <= place.start, place.end <= whole.end else { return false }
    let isMark: (UInt8) -> Bool = { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]") }
    return bytes[whole.start..<place.start].suffix(longestLink).last(where: isMark) == UInt8(ascii: "[")
      && bytes[place.end..<whole.end].prefix(longestLink).first(where: isMark) == UInt8(ascii: "]")
  }
}

/// Bytes of a link's words before or after an edit in them: a paragraph may be a megabyte, a link is a few words.
private let longestLink = 1_000
