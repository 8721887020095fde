import DocumentModel
import DraftAnalysis
import TextCore

extension Correction {
  /// Whether an edit would take away half of a pair of markup, or what the words point at: "Sources** said" leaves bold type
  /// open, "Sources](url) said" loses the address, and "Reports say[^a]" replaced as a whole loses the note.
  func breaksMarkup(in analysis: Analysis) -> Bool {
    guard analysis.document.language != .plaintext else { return false }
    return edits.contains { edit in
      !edit.span.isEmpty
        && MarkupBalance(
          analysis.snapshot.bytes[edit.span.clamped(to: analysis.snapshot.bytes.count)], isDeletion: edit.bytes.isEmpty
        ).isBroken
    }
  }
}

extension [UInt8] {
  fileprivate subscript(_ span: TextSpan) -> ArraySlice<UInt8> { self[span.start..<span.end] }
}

/// Whether each mark of markup in a piece of the file has its partner there.
private struct MarkupBalance {
  private(set) var isBroken = false
  /// Runs of marks, by the mark: "**" is one run of "*".
  private var runs: [UInt8: Int] = [:]
  private var openBrackets = 0
  private var openTags = 0
  /// What is deleted as a whole takes its address along: "([HFTB](url))".
  private let isDeletion: Bool

  init(_ bytes: ArraySlice<UInt8>, isDeletion: Bool) {
    self.isDeletion = isDeletion
    var index = bytes.startIndex
    while index < bytes.endIndex, !isBroken { index = read(bytes, index) }
    if openBrackets != 0 || openTags != 0 || runs.values.contains(where: { $0 % 2 != 0 }) { isBroken = true }
  }

  /// Reads one mark; the place after it.
  private mutating func read(_ bytes: ArraySlice<UInt8>, _ index: Int) -> Int {
    let byte = bytes[index]
    let next = index + 1 < bytes.endIndex ? bytes[index + 1] : 0
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "`"):
      var end = index + 1
      while end < bytes.endIndex, bytes[end] == byte { end += 1 }
      // One "~" is "about".
      if byte != UInt8(ascii: "~") || end > index + 1 { runs[byte, default: 0] += 1 }
      return end
    case UInt8(ascii: "["):
      // A note's mark is no words.
      if next == UInt8(ascii: "^") { isBroken = true }
      openBrackets += 1
    case UInt8(ascii: "]"):
      openBrackets -= 1
      // The address goes with the words.
      if openBrackets < 0 || !isDeletion && (next == UInt8(ascii: "(") || next == UInt8(ascii: "[")) { isBroken = true }
    case UInt8(ascii: "<"):
      if next == UInt8(ascii: "!") { isBroken = true }
      if next == UInt8(ascii: "/") { openTags -= 1 } else if next.isLetter { openTags += 1 }
      if openTags < 0 { isBroken = true }
    default: break
    }
    return index + 1
  }
}
