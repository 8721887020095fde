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

  /// Whether "[" stands open before a place and "]" after it.
  private func isBracketed(_ span: TextSpan, within block: TextSpan, _ bytes: [UInt8]) -> Bool {
    let whole = block.clamped(to: bytes.count)
    let place = span.clamped(to: bytes.count)
    guard whole.start <= place.start, place.end <= whole.end else { return false }
    let isMark: (UInt8) -> Bool = { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]") }
    return bytes[whole.start..<place.start].last(where: isMark) == UInt8(ascii: "[")
      && bytes[place.end..<whole.end].first(where: isMark) == UInt8(ascii: "]")
  }
}
