/// The pieces of a vocabulary, found by their bytes: an open-addressed table over the list in the model file.
struct Vocabulary: @unchecked Sendable {
  // Unchecked: the bytes are read-only and live as long as the process.
  private let bytes: UnsafeRawBufferPointer
  /// Of the pieces' bytes, in the order of their rows; one more than there are pieces.
  private var starts: [UInt32] = [0]
  /// Row + 1 of the piece in each slot; 0: free. The length is a power of two.
  private var slots: [UInt32]
  /// Bytes of the longest piece.
  private var longestPiece = 0

  /// - Parameter list: the pieces in order, one a line; continuations begin with "##".
  init(_ list: UnsafeRawBufferPointer) {
    bytes = list
    for (index, byte) in list.enumerated() where byte == 0x0A { starts.append(UInt32(truncatingIfNeeded: index + 1)) }
    var size = 1024
    while size < 2 * starts.count { size *= 2 }
    slots = [UInt32](repeating: 0, count: size)
    for row in 0..<(starts.count - 1) {
      let (range, isContinuation) = piece(row)
      longestPiece = max(longestPiece, range.count)
      var hash = Vocabulary.seed(isContinuation)
      for index in range { hash = Vocabulary.step(hash, bytes[index]) }
      var slot = Int(truncatingIfNeeded: hash.multipliedFullWidth(by: UInt64(size)).high)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = UInt32(row + 1)
    }
  }

  /// The place of a piece in the list, without "##".
  private func piece(_ row: Int) -> (range: Range<Int>, isContinuation: Bool) {
    let start = Int(starts[row])
    let end = Int(starts[row + 1]) - 1
    let isContinuation = end - start > 2 && bytes[start] == 0x23 && bytes[start + 1] == 0x23
    return ((isContinuation ? start + 2 : start)..<end, isContinuation)
  }

  /// FNV-1a, its last word mixed by the multiplication that picks the slot.
  private static func seed(_ isContinuation: Bool) -> UInt64 {
    isContinuation ? 0x9AE1_6A3B_2F90_404F : 0xCBF2_9CE4_8422_2325
  }
  private static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15 }

  /// The row of a whole piece.
  func find(_ text: String) -> Int32? {
    var copy = Array(text.utf8)
    return copy.withUnsafeMutableBufferPointer { buffer in
      guard let found = longest(buffer, 0..<buffer.count, isContinuation: false), found.length == buffer.count else {
        return nil
      }
      return found.row
    }
  }

  /// The longest piece at the beginning of a range; nil if there is none.
  func longest(_ text: UnsafeMutableBufferPointer<UInt8>, _ range: Range<Int>, isContinuation: Bool)
    -> (row: Int32, length: Int)?
  {
    var hash = Vocabulary.seed(isContinuation)
    var best: (row: Int32, length: Int)?
    for index in range.prefix(longestPiece) {
      hash = Vocabulary.step(hash, text[index])
      let length = index + 1 - range.lowerBound
      if let row = lookUp(hash, text, range.lowerBound..<(range.lowerBound + length), isContinuation) {
        best = (row, length)
      }
    }
    return best
  }

  private func lookUp(
    _ hash: UInt64, _ text: UnsafeMutableBufferPointer<UInt8>, _ range: Range<Int>, _ isContinuation: Bool
  ) -> Int32? {
    var slot = Int(truncatingIfNeeded: hash.multipliedFullWidth(by: UInt64(slots.count)).high)
    while slots[slot] != 0 {
      let row = Int(slots[slot]) - 1
      let (place, continues) = piece(row)
      if continues == isContinuation, place.count == range.count,
        zip(place, range).allSatisfy({ bytes[$0] == text[$1] })
      {
        return Int32(row)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }
}
