package import DocumentModel

/// Finds the quotations that a report of the paragraph before goes on in: a block behind "Okoro continued:", and words that are
/// quoted on in paragraphs of their own. Linear in quotations.
package struct QuotationContinuations: DocumentAnalyzer {
  package init() {}

  package var reads: Set<Layer> { [.quotations, .attributions, .speakers] }
  package var provides: Set<Layer> { [] }

  package func analyze(_ draft: inout DraftLayers) {
    /// The report whose words the paragraph before ended with, or announced.
    var last: AttributionReference?
    for (paragraph, analyzed) in draft.paragraphs.enumerated() {
      let whole = last == nil ? nil : wholeQuotation(paragraph, draft)
      if let report = last, let whole {
        let place = QuotationReference(paragraph, whole)
        draft.continuations[place] = report
        if draft.quotationSpeakers[place] == nil { draft.quotationSpeakers[place] = draft.speakers[report] }
      }
      let introduction = analyzed.attributions.lastIndex { $0.contents.isEmpty }
      last =
        introduction.map { AttributionReference(paragraph, $0) }
        ?? endingReport(paragraph, draft, goesOn: whole == nil ? nil : last)
    }
  }

  /// The quotation that is all of a paragraph, in double marks and nobody else's: reports within it are what the speaker tells.
  private func wholeQuotation(_ paragraph: Int, _ draft: DraftLayers) -> Int? {
    let analyzed = draft.paragraphs[paragraph]
    guard let index = analyzed.quotations.firstIndex(where: { !$0.isInner }) else { return nil }
    let quotation = analyzed.quotations[index]
    guard analyzed.layers.tokens.kinds.first == .doubleQuote, quotation.span.start == 0,
      quotation.span.end >= analyzed.paragraph.bytes.count, opening(paragraph, draft) == nil,
      analyzed.attributions.allSatisfy({ quotation.span.contains($0.extent) })
    else { return nil }
    return index
  }

  /// A report that begins with the paragraph: "OKORO: …" in a transcript.
  private func opening(_ paragraph: Int, _ draft: DraftLayers) -> Int? {
    let tokens = draft.paragraphs[paragraph].layers.tokens
    guard tokens.count > 1 else { return nil }
    return draft.paragraphs[paragraph].attributions.firstIndex { report in
      report.lemma == ":" && report.sources.contains { $0.start <= Int(tokens.starts[1]) }
    }
  }

  /// The report whose quoted words a paragraph ends with and leaves open: the one that it goes on with, or its own.
  private func endingReport(
    _ paragraph: Int, _ draft: DraftLayers, goesOn: AttributionReference?
  ) -> AttributionReference? {
    guard let quotation = draft.paragraphs[paragraph].quotations.last(where: { !$0.isInner }), quotation.isOpen else {
      return nil
    }
    if let goesOn { return goesOn }
    return (opening(paragraph, draft) ?? quotation.attribution).map { AttributionReference(paragraph, $0) }
  }
}
