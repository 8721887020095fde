import DocumentModel
import DraftAnalysis
import TextCore

extension Correction {
  /// Whether an edit would change words between quotation marks or of a block quotation: nobody's words are mended but the writer's own. Edits
  /// of the marks themselves, and of the stop beside one, are not counted.
  func touchesQuotedWords(of analysis: Analysis) -> Bool {
    edits.contains { edit in
      guard let index = analysis.document.paragraphIndex(at: edit.span.start) else { return false }
      if leavesWords(edit, analysis) { return false }
      if analysis.analyzed[index].paragraph.quoteDepth > 0 { return true }
      let quoted = analysis.analyzed[index].layers.quotedSpans
      let place = quoted.partitionPoint { analysis.fileSpan(index, $0).end > edit.span.start }
      return quoted.indices.contains(place) && analysis.fileSpan(index, quoted[place]).overlaps(edit.span)
    }
  }

  /// Whether an edit puts marks and stops for marks and stops; words may follow a mark that closes the quotation before
  /// them: ".” becomes ",” [name] said."
  private func leavesWords(_ edit: TextReplacement, _ analysis: Analysis) -> Bool {
    let marks = "\"“”„«»‘’'`"
    let stops = ".,?!"
    guard analysis.snapshot.text(edit.span).allSatisfy({ marks.contains($0) || stops.contains($0) }) else {
      return false
    }
    let new = String(decoding: edit.bytes, as: UTF8.self)
    if new.allSatisfy({ marks.contains($0) || stops.contains($0) }) { return true }
    return new.drop { stops.contains($0) }.first.map { marks.contains($0) } ?? false
  }
}
