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

  private typealias Place = (offset: Int, isInside: Bool)

  func offset(_ position: Position) -> Int { place(position).offset }

  /// - Returns: an offset, and whether the position stood inside the character that begins there.
  private func place(_ position: Position) -> Place {
    let (offset, repair) = snapshot.offset(
      of: LineColumn(line: position.line, column: position.character), as: encoding)
    switch repair {
    case .none, .pastLineEnd: break
    case .negative: log.error("A position was negative; taken as 0.")
    case .pastLastLine: notePastLastLine()
    case .insideCharacter where isEdit: log.error("A change on line \(position.line) ended inside a character.")
    case .insideCharacter: log.error("A position on line \(position.line) was inside a character; taken as its start.")
    }
    return (offset, repair == .insideCharacter)
  }

  private func notePastLastLine() {
    let message: LogMessage = "A position was past the last line, \(snapshot.lines.lineCount - 1); taken as the end."
    if isEdit { log.error(message) } else { log.debug(message) }
  }

  func span(_ range: LSPRange) -> TextSpan {
    let (start, end) = places(range)
    return TextSpan(start.offset, end.offset)
  }

  /// Both ends of a range, in order.
  private func places(_ range: LSPRange) -> (start: Place, end: Place) {
    let start = place(range.start)
    let end = place(range.end)
    let isReversed = end.offset < start.offset || end.offset == start.offset && start.isInside && !end.isInside
    if isReversed { log.error("A range ended before it began; its ends were exchanged.") }
    return isReversed ? (end, start) : (start, end)
  }

  /// A change of the document; without a range, what differs between the old text and the new. nil if it leaves a text that
  /// cannot be known: bytes of a character that it cuts.
  ///
  /// The half that a cut leaves of a surrogate pair becomes U+FFFD, which counts one UTF-16 unit as the half does, so that
  /// later positions stay right.
  func replacement(_ change: TextDocumentContentChangeEvent) -> TextReplacement? {
    guard let range = change.range else { return difference(to: Array(change.text.utf8)) }
    let (start, end) = places(range)
    guard start.isInside || end.isInside else {
      return TextReplacement(TextSpan(start.offset, end.offset), with: change.text)
    }
    guard encoding == .utf16 else { return nil }
    let half = "\u{FFFD}"
    let text = (start.isInside ? half : "") + change.text + (end.isInside ? half : "")
    let last = end.isInside ? end.offset + utf8Width(snapshot.bytes[end.offset]) : end.offset
    return TextReplacement(TextSpan(start.offset, last), with: text)
  }

  private func difference(to new: [UInt8]) -> TextReplacement {
    let old = snapshot.bytes
    let ends = CommonEnds(bytes: old, new)
    var (front, back) = (ends.front, ends.back)
    // Back to whole characters at both ends.
    while front > 0, front < new.count, new[front] & 0xC0 == 0x80 { front -= 1 }
    while front > 0, front < old.count, old[front] & 0xC0 == 0x80 { front -= 1 }
    while back > 0, new[new.count - back] & 0xC0 == 0x80 { back -= 1 }
    return TextReplacement(TextSpan(front, old.count - back), with: Array(new[front..<(new.count - back)]))
  }
}
