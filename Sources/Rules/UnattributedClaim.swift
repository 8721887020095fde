import DocumentModel
package import DraftAnalysis

/// Claims in the paper's own voice for which a desk would want a source.
struct UnattributedClaim: ParagraphRule {
  static let code = "unattributed-claim"
  /// Claims that the finder is less sure of are left alone: a false alarm costs more than three misses.
  private static let threshold: Float = 0.5

  var code: String { UnattributedClaim.code }
  var severity: Severity? { .warning }

  func matches(in paragraph: AnalyzedParagraph) -> [RuleMatch] {
    paragraph.layers.claims.compactMap { claim in
      guard claim.attribution == nil, claim.confidence >= UnattributedClaim.threshold, !claim.evidence.isEmpty else {
        return nil
      }
      return RuleMatch(claim.evidence, message(claim.category), category: claim.category.rawValue)
    }
  }

  func corrections(of finding: Finding, in analysis: Analysis) -> [Correction] {
    Passage(finding, in: analysis).map { SourceSuggestions($0).corrections } ?? []
  }

  private func message(_ category: ClaimCategory) -> String {
    switch category {
    case .vagueSource: "Nobody is named who says this."
    case .nonpublic: "This is not public knowledge: say how it is known."
    case .allegation: "This accuses somebody: say who alleges it."
    case .statistic: "A figure needs a source."
    case .causal: "Who says that the one caused the other?"
    case .motive: "This tells what somebody thinks or wants: say who said so."
    case .prediction: "A prediction needs somebody who makes it."
    case .superlative: "Who counted? A superlative needs a source."
    case .event: "This was seen or told by somebody: say by whom."
    case .loaded: "This judges: attribute it, or describe instead."
    }
  }

  var manual: Manual {
    Manual(
      finds: "A claim in the paper's own voice that is not settled, not public and not the reporter's own observation.",
      why: """
        What has no source, the paper vouches for. Agencies ask for one for everything that is neither established nor \
        seen by their own people: charges, figures, causes, motives, predictions, superlatives.
        """,
      instead: "Name who said it, in the same sentence; or leave it out.",
      standards: ["Reuters Handbook of Journalism", "AP news values", "BBC Editorial Guidelines"],
      fires: [
        "Okoro «stole» the harbour's rescue boat in March.",
        "Crime in the town fell by «40 percent» last year.",
        "The flood «was caused by» a broken sluice.",
      ],
      silent: [
        "Crime in the town fell by 40 percent last year, the police chief, Ana Ruiz, said.",
        "According to court papers, Okoro stole the boat.",
        "“They robbed half the harbour and nobody was charged,” said Tom Okoro.",
        "The council meets on Tuesday at the town hall.",
        "# Harbour reopens after repairs",
      ])
  }
}
