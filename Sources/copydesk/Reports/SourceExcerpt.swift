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

  init(_ span: TextSpan, in snapshot: TextSnapshot) {
    let number = snapshot.lines.line(at: min(span.start, snapshot.count))
    let start = snapshot.lines.starts[number]
    let end = max(start, snapshot.lines.contentEnd(ofLine: number, in: snapshot.bytes))
    // A line may be a megabyte: characters are counted in the neighbourhood alone.
    let place = min(span.start, end)
    let before = SourceExcerpt.nearby(snapshot, from: max(start, place - SourceExcerpt.reach), to: place)
    let behind = SourceExcerpt.nearby(snapshot, from: place, to: min(end, place + SourceExcerpt.reach))
    let isCutBefore = place - SourceExcerpt.reach > start
    let isCutBehind = place + SourceExcerpt.reach < end
    let characters = before + behind
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

  /// The characters of a stretch of a line; one that its ends cut is left out.
  private static func nearby(_ snapshot: TextSnapshot, from start: Int, to end: Int) -> [Character] {
    let bytes = snapshot.bytes
    var from = start
    while from < end, bytes[from] & 0xC0 == 0x80 { from += 1 }
    var to = end
    while to > from, to < bytes.count, bytes[to] & 0xC0 == 0x80 { to -= 1 }
    return snapshot.text(TextSpan(from, to)).map(shown)
  }

  /// The character without what a terminal would obey, so that carets stand where they should.
  private static func shown(_ character: Character) -> Character {
    let text = withoutControls(String(character))
    return text.count == 1 ? text.first ?? " " : "\u{FFFD}"
  }
}
