import DocumentModel
import DraftAnalysis
import TextCore

/// What a writer silenced with directives in the draft.
struct Suppression {
  private let directives: [Directive]

  init(_ directives: [Directive]) { self.directives = directives }

  func silences(_ finding: Finding) -> Bool {
    directives.contains { directive in
      directive.span.overlaps(finding.span) && (directive.codes.isEmpty || directive.codes.contains(finding.rule))
    }
  }
}
