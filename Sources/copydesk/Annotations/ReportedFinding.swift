import TextCore

/// A finding as it is told outside: its words, its place in the file and the edits that would mend it.
struct ReportedFinding: Sendable {
  let span: TextSpan
  let code: String
  /// The kind of claim, for findings about claims.
  let category: String?
  let severity: Severity
  let message: String
  let fixes: [Fix]

  struct Fix: Sendable {
    let title: String
    let edits: [TextReplacement]
  }

  /// In order of weight.
  enum Severity: String, CaseIterable, Comparable, Sendable {
    case hint, information, warning, error

    static func < (left: Severity, right: Severity) -> Bool { left.weight < right.weight }
    private var weight: Int {
      switch self {
      case .hint: 0
      case .information: 1
      case .warning: 2
      case .error: 3
      }
    }
  }
}
