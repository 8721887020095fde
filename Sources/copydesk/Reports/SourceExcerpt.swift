import TextCore

/// The part of a line that a finding is about, with carets below it. A paragraph is often one long line: then only the
/// neighbourhood is shown.
struct SourceExcerpt {
  let line: String
  let carets: String

  /// Characters shown at most, and how many of them stand before the finding.
  private static let width = 100
  private static let lead = 30

  init(_ span: TextSpan, in snapshot: TextSnapshot) {
    let number = snapshot.lines.line(at: min(span.start, snapshot.count))
    let start = snapshot.lines.starts[number]
    let end = max(start, snapshot.lines.contentEnd(ofLine: number, in: snapshot.bytes))
    let characters = Array(snapshot.text(TextSpan(start, end)).map(SourceExcerpt.shown))
    let first = snapshot.text(TextSpan(start, min(span.start, end))).count
    let marked = max(1, snapshot.text(TextSpan(min(span.start, end), min(span.end, end))).count)
    var from = 0
    var to = characters.count
    if to > SourceExcerpt.width {
      from = min(max(0, first - SourceExcerpt.lead), to - SourceExcerpt.width)
      to = from + SourceExcerpt.width
    }
    let opening = from > 0 ? "…" : ""
    line = opening + String(characters[from..<to]) + (to < characters.count ? "…" : "")
    carets =
      String(repeating: " ", count: opening.count + max(0, first - from))
      + String(repeating: "^", count: max(1, min(marked, to - first)))
  }

  /// One column for each character: control characters and tabs show as spaces, so that carets stand where they should.
  private static func shown(_ character: Character) -> Character {
    character.unicodeScalars.first.map { $0.value < 0x20 || $0.value == 0x7F } ?? false ? " " : character
  }
}
