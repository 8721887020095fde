/// Turns offsets into lines and columns, and goes on from the last one where the next lies behind it in the same line: what is
/// in order costs a line's length once, not once for each place.
package final class PositionCursor {
  private let snapshot: TextSnapshot
  private let encoding: PositionEncoding
  /// A place whose column is known.
  private var offset = 0
  private var known = LineColumn(line: 0, column: 0)

  package init(_ snapshot: TextSnapshot, as encoding: PositionEncoding) {
    self.snapshot = snapshot
    self.encoding = encoding
  }

  /// As `TextSnapshot.position(of:as:)`.
  package func position(of next: Int) -> LineColumn {
    let clamped = max(0, min(next, snapshot.count))
    let line = snapshot.lines.line(at: clamped)
    guard line == known.line, clamped >= offset else {
      remember(clamped, snapshot.position(of: clamped, as: encoding))
      return known
    }
    let end = min(clamped, snapshot.lines.contentEnd(ofLine: line, in: snapshot.bytes))
    let columns = LineTable.width(of: snapshot.bytes, from: offset, to: max(offset, end), in: encoding)
    remember(max(offset, end), LineColumn(line: line, column: known.column + columns))
    return known
  }

  /// Only a character's start is a place to go on from.
  private func remember(_ place: Int, _ position: LineColumn) {
    known = position
    offset = place
    while offset > 0, offset < snapshot.count, snapshot.bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    offset = min(offset, snapshot.lines.contentEnd(ofLine: position.line, in: snapshot.bytes))
  }
}
