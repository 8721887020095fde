import TextCore

/// Lines and columns of a draft from 1, as editors count them: a byte order mark is no character of the first line to them.
/// Places may be asked for in any order: a line may be a megabyte with ten thousand findings in it.
struct DraftPlaces {
  private let snapshot: TextSnapshot
  private let scale: OffsetScale
  private let hasMark: Bool

  /// The byte order mark that some editors begin files with.
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  init(_ snapshot: TextSnapshot, columns unit: OffsetUnit) {
    self.snapshot = snapshot
    scale = OffsetScale(snapshot, unit: unit)
    hasMark = snapshot.bytes.starts(with: DraftPlaces.byteOrderMark)
  }

  /// The place of an offset; within a line end it counts as before it, within a character as at its start.
  func callAsFunction(_ offset: Int) -> LineColumn {
    let clamped = max(0, min(offset, snapshot.count))
    let line = snapshot.lines.line(at: clamped)
    let start = snapshot.lines.starts[line]
    var end = max(start, min(clamped, snapshot.lines.contentEnd(ofLine: line, in: snapshot.bytes)))
    while end > start, end < snapshot.count, snapshot.bytes[end] & 0xC0 == 0x80 { end -= 1 }
    let column = scale(end) - scale(start)
    return LineColumn(line: line + 1, column: line == 0 && column > 0 && hasMark ? column : column + 1)
  }
}
