package import TextCore

/// The last change to a draft: where a reporter is at work, and how.
package struct LastEdit: Sendable {
  /// The end of what the change put in, in the text after it.
  package let cursor: Int
  /// Whether it was made by hand. What comes all at once, pasted or brought back by undo, was closed where it came from.
  let isTyped: Bool
  /// Whether it put in a blank, so that no word is under the cursor.
  let endsWord: Bool
  /// Whether the hand has rested since.
  package var isResting = false

  /// Characters that a change by hand puts in at most, and bytes that it takes away: a few keys that the client sent together.
  private static let mostTyped = 8

  /// - Parameter edits: of one change, in order; nil if there are none.
  package init?(_ edits: [TextReplacement]) {
    guard let last = edits.last else { return nil }
    cursor = last.span.start + last.bytes.count
    isTyped = edits.allSatisfy { edit in
      edit.span.count <= LastEdit.mostTyped && edit.bytes.count { $0 & 0xC0 != 0x80 } <= LastEdit.mostTyped
    }
    endsWord = last.bytes.last.map(isBlank) ?? false
  }
}

/// Whether a byte is a space, a tab or a line break.
func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
