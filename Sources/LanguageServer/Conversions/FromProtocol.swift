import LanguageServerProtocol
import Logging
import TextCore

/// The only way in: from the client's positions to UTF-8 offsets of one snapshot. A place that no text has is clamped, and
/// logged as the client's mistake.
struct FromProtocol {
  private let snapshot: TextSnapshot
  private let encoding: PositionEncoding
  private let log: Logger
  private let isEdit: Bool

  /// - Parameter isEdit: whether the places are those of a change, where one past the end means that the texts differ. In a
  ///   request it is a usual way to ask for all of a draft.
  init(_ snapshot: TextSnapshot, _ client: ClientSupport, _ log: Logger, isEdit: Bool = false) {
    self.snapshot = snapshot
    self.isEdit = isEdit
    encoding = client.encoding
    self.log = log
  }

  func offset(_ position: Position) -> Int {
    let (offset, repair) = snapshot.offset(
      of: LineColumn(line: position.line, column: position.character), as: encoding)
    switch repair {
    case .none, .pastLineEnd: break
    case .negative: log.error("A position was negative; taken as 0.")
    case .pastLastLine: notePastLastLine()
    case .insideCharacter: log.error("A position on line \(position.line) was inside a character; taken as its start.")
    }
    return offset
  }

  private func notePastLastLine() {
    let message: LogMessage = "A position was past the last line, \(snapshot.lines.lineCount - 1); taken as the end."
    if isEdit { log.error(message) } else { log.debug(message) }
  }

  func span(_ range: LSPRange) -> TextSpan {
    let start = offset(range.start)
    let end = offset(range.end)
    if end < start { log.error("A range ended before it began; its ends were exchanged.") }
    return TextSpan(min(start, end), max(start, end))
  }

  /// A change of the document; without a range, what differs between the old text and the new.
  func replacement(_ change: TextDocumentContentChangeEvent) -> TextReplacement {
    if let range = change.range { return snapshot.wholeCharacters(TextReplacement(span(range), with: change.text)) }
    return difference(to: Array(change.text.utf8))
  }

  private func difference(to new: [UInt8]) -> TextReplacement {
    let old = snapshot.bytes
    let shorter = min(old.count, new.count)
    var front = 0
    while front < shorter, old[front] == new[front] { front += 1 }
    var back = 0
    while back < shorter - front, old[old.count - 1 - back] == new[new.count - 1 - back] { back += 1 }
    // Back to whole characters at both ends.
    while front > 0, front < new.count, new[front] & 0xC0 == 0x80 { front -= 1 }
    while front > 0, front < old.count, old[front] & 0xC0 == 0x80 { front -= 1 }
    while back > 0, new[new.count - back] & 0xC0 == 0x80 { back -= 1 }
    return TextReplacement(TextSpan(front, old.count - back), with: Array(new[front..<(new.count - back)]))
  }
}
