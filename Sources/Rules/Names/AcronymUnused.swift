import DocumentModel
package import DraftAnalysis
import TextCore

/// An acronym given in brackets and never used again.
struct AcronymUnused: DraftRule {
  var code: String { "acronym-unused" }
  var severity: Severity? { .information }
  /// The acronym is there to be used further on.
  var patience: Patience { .paragraph }

  func isConcerned(with paragraph: AnalyzedParagraph) -> Bool {
    AcronymUses.isConcerned(with: paragraph)
  }

  func matches(in analysis: Analysis, of paragraphs: [Int]) -> [(paragraph: Int, match: RuleMatch)] {
    AcronymUses(analysis, paragraphs).uses.values.compactMap { uses in
      guard uses.count == 1, let use = uses.first, use.longForm != nil else { return nil }
      let paragraph = analysis.analyzed[use.paragraph]
      let tokens = paragraph.layers.tokens
      let span = tokens.span(TokenSpan(use.token - 1, use.token + 2))
      guard paragraph.isCopy, !paragraph.isQuoted(span) else { return nil }
      return (use.paragraph, RuleMatch(span, "\(paragraph.text(use.token)) is not used again: leave it out."))
    }
  }

  /// Deletes the bracket with the spaces before it.
  func corrections(of finding: Finding, in analysis: Analysis) -> [Correction] {
    guard let passage = Passage(finding, in: analysis) else { return [] }
    let start = passage.span.start
    let bytes = passage.analyzed.paragraph.bytes
    var (from, end) = (start, passage.span.end)
    while from > 0, bytes[from - 1] == UInt8(ascii: " ") { from -= 1 }
    // At the start of a line the space after it goes.
    if from == 0 { while end < bytes.count, bytes[end] == UInt8(ascii: " ") { end += 1 } }
    return [
      Correction("Delete the acronym", [passage.replace(TextSpan(from, end), with: "")], isPreferred: true)
    ]
  }

  var manual: Manual {
    Manual(
      finds: "An acronym in brackets after its long form that the draft never uses again.",
      why: "It asks readers to learn what they will not need.",
      instead: "The long form alone.",
      standards: ["Reuters Handbook of Journalism"],
      fires: [
        .init(
          "The Harbour Ferry Transport Board «(HFTB)» met on Monday.",
          fixed: "The Harbour Ferry Transport Board met on Monday."),
        .init(
          "Money from the Coastal Defence Fund «(CDF)» paid for the wall.",
          fixed: "Money from the Coastal Defence Fund paid for the wall."),
        "He joined the Union of Sailors and Pilots «(USP)», his father said.",
        "The Harbour Traders' Association «(HTA)» met on Monday.",
      ],
      silent: [
        "The Harbour Ferry Transport Board (HFTB) met. The HFTB said the ferry was safe.",
        "LISBURN (AP) — The ferry sank on Monday.",
        "Sen. Tom Okoro (D) voted against it.",
        "The ferry (HMS) sank on Monday.",
        "“The Harbour Ferry Transport Board (HFTB) is asleep,” Okoro said.",
      ])
  }
}
