import DocumentModel
import DraftAnalysis
import Testing
import TestSupport

/// Who speaks, across the draft.
@Suite struct SpeakerTests {
  /// The speaker of each quotation in order of reading; "-" where none is known.
  private func speakers(_ draft: String) -> [String] {
    let analysis = analyze(draft)
    return analysis.analyzed.indices.flatMap { paragraph in
      analysis.analyzed[paragraph].quotations.enumerated().map { index, quotation in
        let entity =
          quotation.attribution.flatMap { analysis.draft.speakers[AttributionReference(paragraph, $0)] }
          ?? analysis.draft.quotationSpeakers[QuotationReference(paragraph, index)]
        return entity.map { analysis.draft.entities[$0].name } ?? "-"
      }
    }
  }

  @Test func surnamesSpeakForFullNames() {
    #expect(
      speakers("Ana Ruiz and Tom Okoro came.\n\n“We never saw the rocks,” Okoro said.\n\n“Nor did we,” said Ruiz.")
        == ["Tom Okoro", "Ana Ruiz"])
  }

  @Test func quotationsRunOnOverParagraphs() {
    #expect(
      speakers("“We never saw the rocks,” said Tom Okoro. “It was dark.\n\n“And nobody had told us about the storm.”")
        == ["Tom Okoro", "Tom Okoro", "Tom Okoro"])
  }

  @Test func aNewParagraphIsNotTheLastSpeakers() {
    #expect(
      speakers("“It was dark,” said Tom Okoro.\n\n“Somebody else says this to all of us.”") == ["Tom Okoro", "-"])
  }
}
