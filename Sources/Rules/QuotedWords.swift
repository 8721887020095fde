import DocumentModel
import DraftAnalysis
import TextCore

extension Correction {
  /// Whether an edit would change words between quotation marks: nobody's words are mended but the writer's own. Edits
  /// of the marks themselves are not counted.
  func touchesQuotedWords(of analysis: Analysis) -> Bool {
    edits.contains { edit in
      guard let index = analysis.document.paragraphIndex(at: edit.span.start) else { return false }
      if isMarkOnly(edit, analysis) { return false }
      return analysis.analyzed[index].layers.quotations.contains { quotation in
        let quoted = analysis.fileSpan(index, quotation.span)
        return edit.span.isEmpty
          ? quoted.start < edit.span.start && edit.span.start < quoted.end : quoted.overlaps(edit.span)
      }
    }
  }

  private func isMarkOnly(_ edit: TextReplacement, _ analysis: Analysis) -> Bool {
    (analysis.snapshot.text(edit.span) + String(decoding: edit.bytes, as: UTF8.self))
      .allSatisfy { "\"“”„«»‘’'".contains($0) }
  }
}
