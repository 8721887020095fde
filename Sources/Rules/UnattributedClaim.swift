import DocumentModel
package import DraftAnalysis
package import Lexicons

/// Claims in the paper's own voice for which a desk would want a source.
struct UnattributedClaim: ParagraphRule {
  static let code = "unattributed-claim"
  /// Claims that the finder is less sure of are left alone: a false alarm costs more than three misses.
  private static let threshold: Float = 0.5
  private let familyNamesFirst: Lexicon

  init(_ language: Language) { familyNamesFirst = language.lexicon("family-names-first") }

  var code: String { UnattributedClaim.code }
  var severity: Severity? { .warning }

  func matches(in paragraph: AnalyzedParagraph) -> [RuleMatch] {
    paragraph.layers.claims.compactMap { claim in
      guard claim.attribution == nil, claim.confidence >= UnattributedClaim.threshold, !claim.evidence.isEmpty else {
        return nil
      }
      return RuleMatch(
        claim.evidence, message(claim.category), category: claim.category.rawValue, severity: severity(claim.category))
    }
  }

  /// What a desk weighs rather than checks is told more softly; nil: the rule's own.
  private func severity(_ category: ClaimCategory) -> Severity? {
    switch category {
    case .prediction, .superlative: .hint
    case .loaded: .information
    default: nil
    }
  }

  func corrections(of finding: Finding, in analysis: Analysis) -> [Correction] {
    Passage(finding, in: analysis).map { SourceSuggestions($0, familyNamesFirst: familyNamesFirst).corrections } ?? []
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
        "The mayor, Radek Kolev, «embezzled» the ferry fund.",
        "The tunnel «has been described as» a death trap.",
      ],
      silent: [
        "Crime in the town fell by 40 percent last year, the police chief, Ana Ruiz, said.",
        "According to court papers, Okoro stole the boat.",
        "“They robbed half the harbour and nobody was charged,” said Tom Okoro.",
        "The council meets on Tuesday at the town hall.",
        "The helicopter dropped 2,000 loaves of bread on the island.",
        "Northmen looted the abbey in 1190.",
        "Okoro stole the ball from Reyes.",
        "Crude futures fell 3 percent on Monday.",
        "Two-thirds of the way up stands a chapel.",
        "About 80 percent of the air is nitrogen.",
        "At least 40 percent of the members must be present.",
        "# Harbour reopens after repairs",
      ])
  }
}
