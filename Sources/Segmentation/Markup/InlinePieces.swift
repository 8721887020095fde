/// A stretch of a block's text after its inline markup was read.
struct InlinePiece {
  enum Role {
    /// Prose as it stands.
    case text
    /// Markup: no prose.
    case markup
    /// Something that is not prose but takes a word's place.
    case placeholder
    /// An entity; `scalar` is its character.
    case entity
    /// A line end that becomes a newline of the prose.
    case lineBreak
  }

  var role: Role
  /// Offsets in the block's text.
  var start: Int
  var end: Int
  var scalar: Unicode.Scalar = "\u{FFFD}"
}

/// Runs of `*`, `_` or `~` that may open or close emphasis: the delimiter stack of CommonMark 0.31's appendix.
struct EmphasisDelimiters {
  private struct Run {
    let piece: Int
    let mark: UInt8
    let count: Int
    var left: Int
    let canOpen: Bool
    let canClose: Bool
    /// Neighbours that are still on the stack; -1 for none.
    var previous: Int
    var next: Int
  }

  private var runs: [Run] = []
  /// The last run on the stack; -1 for none. Serves as a mark to come back to.
  private(set) var top = -1

  mutating func push(piece: Int, mark: UInt8, count: Int, canOpen: Bool, canClose: Bool) {
    if top >= 0 { runs[top].next = runs.count }
    runs.append(
      Run(
        piece: piece, mark: mark, count: count, left: count, canOpen: canOpen, canClose: canClose, previous: top,
        next: -1))
    top = runs.count - 1
  }

  /// Pairs the runs above `bottom` and takes them off the stack; what pairs is cut off its piece.
  mutating func pair(above bottom: Int, _ pieces: inout [InlinePiece]) {
    var floors = [Int](repeating: bottom, count: 18)
    var closer = top
    while closer >= 0, closer != bottom, runs[closer].previous != bottom { closer = runs[closer].previous }
    if closer == bottom { closer = -1 }
    while closer >= 0 {
      guard runs[closer].canClose else {
        closer = runs[closer].next
        continue
      }
      let floor = floorIndex(runs[closer])
      var opener = runs[closer].previous
      while opener >= 0, opener != bottom, opener != floors[floor], !matches(opener, closer) {
        opener = runs[opener].previous
      }
      if opener < 0 || opener == bottom || opener == floors[floor] {
        floors[floor] = runs[closer].previous
        let next = runs[closer].next
        if !runs[closer].canOpen { remove(closer) }
        closer = next
        continue
      }
      cut(opener, closer, &pieces)
      runs[opener].next = closer
      runs[closer].previous = opener
      if runs[opener].left == 0 { remove(opener) }
      if runs[closer].left == 0 {
        let next = runs[closer].next
        remove(closer)
        closer = next
      }
    }
    top = bottom
    if bottom >= 0 { runs[bottom].next = -1 }
  }

  private func floorIndex(_ run: Run) -> Int {
    let mark = run.mark == UInt8(ascii: "*") ? 0 : run.mark == UInt8(ascii: "_") ? 1 : 2
    return mark * 6 + (run.canOpen ? 3 : 0) + run.count % 3
  }

  private func matches(_ opener: Int, _ closer: Int) -> Bool {
    let (open, close) = (runs[opener], runs[closer])
    guard open.mark == close.mark, open.canOpen else { return false }
    if open.mark == UInt8(ascii: "~") { return open.count == close.count && open.count <= 2 }
    guard open.canClose || close.canOpen else { return true }
    return close.count % 3 == 0 || (open.count + close.count) % 3 != 0 || (open.count % 3 == 0)
  }

  private mutating func cut(_ opener: Int, _ closer: Int, _ pieces: inout [InlinePiece]) {
    let width = runs[opener].left >= 2 && runs[closer].left >= 2 ? 2 : 1
    runs[opener].left -= width
    runs[closer].left -= width
    pieces[runs[opener].piece].end -= width
    pieces[runs[closer].piece].start += width
  }

  private mutating func remove(_ run: Int) {
    let (previous, next) = (runs[run].previous, runs[run].next)
    if previous >= 0 { runs[previous].next = next }
    if next >= 0 { runs[next].previous = previous }
    if top == run { top = previous }
  }
}
