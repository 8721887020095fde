/// A place between two characters. LSP 3.17, "Position".
package struct Position: Codable, Hashable, Sendable, Comparable {
  /// From 0.
  package var line: Int
  /// From 0, in units of the negotiated position encoding.
  package var character: Int

  package init(line: Int, character: Int) {
    self.line = line
    self.character = character
  }

  /// Takes any numbers: an edit at an odd place still says what was meant better than no edit would.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func number(_ key: CodingKeys) throws -> Int {
      // What is no number at all is told as such.
      try container.clamped(key) ?? container.decode(Int.self, forKey: key)
    }
    line = try number(.line)
    character = try number(.character)
  }

  package static func < (left: Position, right: Position) -> Bool {
    (left.line, left.character) < (right.line, right.character)
  }
}

/// A half-open range of a document. Named apart from Swift's own `Range`.
package struct LSPRange: Codable, Hashable, Sendable {
  package var start: Position
  /// Exclusive.
  package var end: Position

  package init(start: Position, end: Position) {
    self.start = start
    self.end = end
  }
}

/// A range of some document.
package struct Location: Codable, Hashable, Sendable {
  package var uri: String
  package var range: LSPRange

  package init(uri: String, range: LSPRange) {
    self.uri = uri
    self.range = range
  }
}
