/// The word pieces of a stretch of text as parallel arrays. Pieces hold offsets, never text.
package struct PieceBuffer: Sendable {
  /// Rows of the vocabulary.
  package var ids: [Int32] = []
  /// Index of the token a piece is cut from, in the caller's count.
  package var tokens: [Int32] = []
  /// UTF-8 offsets in the text the tokens came from: exact, whatever folding changed.
  package var starts: [Int32] = []
  package var ends: [Int32] = []

  package init() {}

  package var count: Int { ids.count }

  package mutating func removeAll() {
    ids.removeAll(keepingCapacity: true)
    tokens.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  mutating func append(id: Int32, token: Int, start: Int32, end: Int32) {
    ids.append(id)
    tokens.append(Int32(truncatingIfNeeded: token))
    starts.append(start)
    ends.append(end)
  }
}
