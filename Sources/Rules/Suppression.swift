import DocumentModel
import DraftAnalysis
import TextCore

/// What a writer silenced with directives in the draft.
struct Suppression {
  /// By start.
  private let directives: [Directive]
  /// How far the directives up to each reach, at most.
  private let reach: [Int]

  init(_ directives: [Directive]) {
    self.directives = directives.sorted { $0.span.start < $1.span.start }
    var furthest = 0
    reach = self.directives.map {
      furthest = max(furthest, $0.span.end)
      return furthest
    }
  }

  /// Looks only at directives that begin before the finding's end and may reach it.
  func silences(_ finding: Finding) -> Bool {
    var index = directives.partitionPoint { $0.span.start >= finding.span.end } - 1
    while index >= 0, reach[index] > finding.span.start {
      let directive = directives[index]
      if directive.span.overlaps(finding.span), directive.codes.isEmpty || directive.codes.contains(finding.rule) {
        return true
      }
      index -= 1
    }
    return false
  }
}
