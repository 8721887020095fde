import DocumentModel
package import DraftAnalysis
import TextCore

/// The findings of one version of a draft.
package struct DraftFindings: Sendable {
  package let analysis: Analysis
  package let settings: RuleSettings
  /// In order of place.
  package let all: [Finding]
  /// What the next version takes over.
  let checked: CheckedParagraphs

  /// The same with other findings to be shown in their place.
  package func showing(_ findings: [Finding]) -> DraftFindings {
    DraftFindings(analysis: analysis, settings: settings, all: findings, checked: checked)
  }
}

/// A match with the rule that made it, as an index of the catalogue.
struct PlacedMatch: Sendable {
  let rule: Int
  let match: RuleMatch
}

/// What the paragraph rules saw, paragraph by paragraph.
struct CheckedParagraphs: Sendable {
  private let paragraphs: [AnalyzedParagraph]
  /// In order, of the paragraphs that have any; most have none.
  let notes: [(paragraph: Int, notes: Notes)]

  /// What the rules said of one paragraph.
  struct Notes: Sendable {
    let matches: [PlacedMatch]
    /// Draft rules that the paragraph concerns, as indices of the catalogue.
    let concerned: [Int]
  }

  /// Checks the paragraphs that `previous` did not hold: those between the run at the front and the run at the back that
  /// are the same objects. O(paragraphs) comparisons of pointers, and rules for what was edited.
  init(
    _ paragraphs: [AnalyzedParagraph], after previous: DraftFindings?,
    check: (AnalyzedParagraph) -> Notes
  ) {
    self.paragraphs = paragraphs
    let old = previous?.checked.paragraphs ?? []
    let ends = CommonEnds(old, paragraphs) { $0 === $1 }
    let (front, back) = (ends.front, ends.back)
    let kept = previous?.checked.notes ?? []
    var result = Array(kept.prefix { $0.paragraph < front })
    for index in front..<(paragraphs.count - back) {
      let found = check(paragraphs[index])
      if !found.matches.isEmpty || !found.concerned.isEmpty { result.append((index, found)) }
    }
    let shift = paragraphs.count - old.count
    for entry in kept[(kept.firstIndex { $0.paragraph >= old.count - back } ?? kept.count)...] {
      result.append((entry.paragraph + shift, entry.notes))
    }
    notes = result
  }
}
