import TextCore

/// The part of a line that a finding is about, with carets below it. A paragraph is often one long line: then only the
/// neighbourhood is shown.
struct SourceExcerpt {
  let line: String
  let carets: String

  /// Characters shown at most, and how many of them stand before the finding.
  private static let width = 100
  private static let lead = 30
  /// Bytes looked at on either side: as many as the widest of so many characters may take.
  private static let reach = 2_000
  /// Characters looked at on either side: more than are ever shown.
  private static let most = 2 * width

  init(_ span: TextSpan, in snapshot: TextSnapshot) {
    let number = snapshot.lines.line(at: min(span.start, snapshot.count))
    let start = snapshot.lines.starts[number]
    let end = max(start, snapshot.lines.contentEnd(ofLine: number, in: snapshot.bytes))
    // A line may be a megabyte: characters are counted in the neighbourhood alone.
    let place = min(span.start, end)
    let left = SourceExcerpt.nearby(snapshot, from: max(start, place - SourceExcerpt.reach), to: place)
    let right = SourceExcerpt.nearby(snapshot, from: place, to: min(end, place + SourceExcerpt.reach))
    let (before, behind) = (left.suffix(SourceExcerpt.most), right.prefix(SourceExcerpt.most))
    let isCutBefore = place - SourceExcerpt.reach > start || before.startIndex > left.startIndex
    let isCutBehind = place + SourceExcerpt.reach < end || behind.endIndex < right.endIndex
    let characters = before.map(SourceExcerpt.shown) + behind.map(SourceExcerpt.shown)
    let first = before.count
    let marked = max(1, snapshot.text(TextSpan(place, min(span.end, end, place + SourceExcerpt.reach))).count)
    var from = 0
    var to = characters.count
    if to > SourceExcerpt.width {
      from = min(max(0, first - SourceExcerpt.lead), to - SourceExcerpt.width)
      to = from + SourceExcerpt.width
    }
    let markedEnd = max(first, min(first + marked, to))
    let opening = from > 0 || isCutBefore ? "…" : ""
    line = opening + String(characters[from..<to]) + (to < characters.count || isCutBehind ? "…" : "")
    carets =
      String(repeating: " ", count: opening.count + DisplayWidth.columns(characters[from..<max(from, first)]))
      + String(repeating: "^", count: max(1, DisplayWidth.columns(characters[first..<markedEnd])))
  }

  /// A stretch of a line; a character that its ends cut is left out.
  private static func nearby(_ snapshot: TextSnapshot, from start: Int, to end: Int) -> String {
    let bytes = snapshot.bytes
    var from = start
    while from < end, bytes[from] & 0xC0 == 0x80 { from += 1 }
    var to = end
    while to > from, to < bytes.count, bytes[to] & 0xC0 == 0x80 { to -= 1 }
    return snapshot.text(TextSpan(from, to))
  }

  /// The character without what a terminal would obey, so that carets stand where they should.
  private static func shown(_ character: Character) -> Character {
    let text = withoutControls(String(character))
    return text.count == 1 ? text.first ?? " " : "\u{FFFD}"
  }
}
