import Rules
import TextCore

/// Where places of a text are after some edits, and whether these went through them.
struct MovedPlaces {
  /// In order, each in the text that the one before it left.
  let edits: [TextReplacement]

  /// The place after the edits; what is put in within it belongs to it.
  func moved(_ span: TextSpan) -> TextSpan { edits.reduce(span) { MovedPlaces.moved($0, $1) } }

  /// Whether an edit changed the words of a place, or went on with them at its end. What is put in right before it leaves it alone.
  func haveTouched(_ span: TextSpan) -> Bool {
    var span = span
    for edit in edits {
      if edit.span.start <= span.end, edit.span.end > span.start { return true }
      span = MovedPlaces.moved(span, edit)
    }
    return false
  }

  private static func moved(_ span: TextSpan, _ edit: TextReplacement) -> TextSpan {
    if edit.span.end <= span.start { return span.shifted(by: edit.shift) }
    if edit.span.start >= span.end { return span }
    let after = edit.span.start + edit.bytes.count
    return TextSpan(
      edit.span.start < span.start ? after : span.start,
      edit.span.end > span.end ? min(span.end, edit.span.start) : span.end + edit.shift)
  }

  /// - Parameter paragraph: of the text after the edits; none holds what is shown though it is no longer found.
  func moved(_ finding: Finding, paragraph: Int) -> Finding {
    Finding(
      rule: finding.rule, category: finding.category, severity: finding.severity, span: moved(finding.span),
      message: finding.message, related: finding.related.map { RelatedPlace(moved($0.span), $0.message) },
      paragraph: paragraph)
  }
}
