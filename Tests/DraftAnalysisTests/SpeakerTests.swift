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

  @Test func twoWhoTalkTakeTurns() {
    #expect(
      speakers(
        "“It was dark,” said Tom Okoro.\n\n“We saw nothing,” said Ana Ruiz.\n\n“Nobody told us of the storm.”"
          + "\n\n“Nobody tells us of any storm.”")
        == ["Tom Okoro", "Ana Ruiz", "Tom Okoro", "Ana Ruiz"])
  }

  @Test func aPronounIsWhoSpokeBefore() {
    #expect(
      speakers("Mr. Tom Okoro denied that Mr. Radek Kolev was hurt. “Ask the doctor,” he said.") == ["Tom Okoro"])
  }

  /// The speaker of each attribution, as the draft names it, and what kind of source it has.
  private func sources(_ draft: String) -> [String] {
    let analysis = analyze(draft)
    return analysis.analyzed.indices.flatMap { paragraph in
      analysis.analyzed[paragraph].attributions.enumerated().map { index, attribution in
        let entity = analysis.draft.speakers[AttributionReference(paragraph, index)]
        return "\(entity.map { analysis.draft.entities[$0].name } ?? "-"): \(attribution.kind.rawValue)"
      }
    }
  }

  /// Who is named along with the speaker does not speak.
  @Test(arguments: [
    ("Ana Ruiz left. Her lawyer said that she was ill.", "-: described"),
    ("Residents of Wellham said that the road was unsafe.", "-: described"),
    ("The foreign minister of France said that talks would go on.", "-: described"),
    ("A friend of Tom Okoro said that he was ill.", "-: described"),
    ("According to documents obtained by the Harbour Bank, the dam leaked.", "-: document"),
    ("A spokesman for the Harbour Bank said that it would close.", "Harbour Bank: named"),
    ("The director of the Harbour Bank said that it would close.", "-: described"),
    ("Historians say that the bridge was bombed.", "-: described"),
    ("Some residents say that the road is unsafe.", "-: vague"),
    ("Court records show that he paid.", "-: document"),
    ("According to minutes of a meeting in June, the dam leaked.", "-: document"),
    ("Two people familiar with the talks said that he paid.", "-: anonymous"),
    (
      "The Harbour Bank said that it would close. It said that forty would go.",
      "Harbour Bank: named|Harbour Bank: pronoun"
    ),
  ])
  func speaks(draft: String, expected: String) { #expect(sources(draft).joined(separator: "|") == expected) }
}
