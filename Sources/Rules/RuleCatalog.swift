package import DraftAnalysis
package import Lexicons

/// The rules of the desk, in the order of their worth to a reporter.
package struct RuleCatalog: Sendable {
  package let rules: [any Rule]

  package init(_ language: Language) {
    rules = []
  }

  package func rule(_ code: String) -> (any Rule)? { rules.first { $0.code == code } }

  /// - Parameter previous: findings of an earlier version of the draft; what they say of paragraphs that still stand is
  ///   taken over.
  package func findings(
    in analysis: Analysis, settings: RuleSettings = RuleSettings(), after previous: DraftFindings? = nil
  ) -> DraftFindings {
    DraftFindings(analysis: analysis, settings: settings, all: [])
  }

  /// The quick fixes of a finding, the best first; the last one silences the rule for the line.
  package func corrections(of finding: Finding, in analysis: Analysis) -> [Correction] {
    rule(finding.rule)?.corrections(of: finding, in: analysis) ?? []
  }
}

/// The findings of one version of a draft.
package struct DraftFindings: Sendable {
  package let analysis: Analysis
  package let settings: RuleSettings
  /// In order of place.
  package let all: [Finding]
}
