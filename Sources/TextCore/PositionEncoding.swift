/// What a column counts: the three encodings of LSP 3.17, `PositionEncodingKind`.
package enum PositionEncoding: String, Sendable, CaseIterable {
  /// Bytes.
  case utf8 = "utf-8"
  /// 16-bit code units; a character beyond the basic plane counts two. The protocol's default.
  case utf16 = "utf-16"
  /// Unicode scalars ("code points").
  case utf32 = "utf-32"
}

/// A place in a text as an editor says it. Both numbers count from 0.
package struct LineColumn: Hashable, Sendable, Comparable {
  package let line: Int
  /// In units of the encoding at hand, from the line's first character.
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (left: LineColumn, right: LineColumn) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// How a position that no text has was brought into it.
package enum PositionRepair: Equatable, Sendable {
  /// The position was good.
  case none
  /// A negative line or column counted as 0.
  case negative
  /// A line past the last became the end of the text.
  case pastLastLine
  /// A column past the end of its line became the end of that line (allowed by LSP: "defaults back to the line length").
  case pastLineEnd
  /// A column inside a character (a surrogate pair, or a UTF-8 sequence) went back to the character's start.
  case insideCharacter
}
