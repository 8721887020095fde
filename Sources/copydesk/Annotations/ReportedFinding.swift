import Rules
import TextCore

/// A finding as it is told outside, with the edits that would mend it.
struct ReportedFinding: Sendable {
  private let finding: Finding
  /// The best first. What would only silence the finding is left to editors.
  let fixes: [Correction]

  init(_ finding: Finding, fixes: [Correction]) {
    self.finding = finding
    self.fixes = fixes
  }

  var span: TextSpan { finding.span }
  var code: String { finding.rule }
  /// The kind of claim, for findings about claims.
  var category: String? { finding.category }
  var severity: Severity { finding.severity }
  var message: String { finding.message }
}
