import Rules

/// Findings for people: where, how grave, which rule, what about it, the words themselves and the best way to mend them.
struct TextReport {
  let isColored: Bool

  func text(_ drafts: [CheckedDraft]) -> String {
    var text = ""
    for draft in drafts {
      for finding in draft.findings { text += lines(finding, in: draft) }
    }
    return text + summary(drafts)
  }

  private func lines(_ finding: ReportedFinding, in draft: CheckedDraft) -> String {
    let place = draft.place(of: finding)
    let excerpt = SourceExcerpt(finding.span, in: draft.snapshot)
    var text = "\(draft.path):\(place.start.line):\(place.start.column): "
    text += painted(finding.severity.rawValue, finding.severity.color) + " \(finding.code): \(finding.message)\n"
    text += "    \(excerpt.line)\n    \(painted(excerpt.carets, finding.severity.color))\n"
    if let fix = finding.fixes.first(where: \.isPreferred) ?? finding.fixes.first { text += "    fix: \(fix.title)\n" }
    return text + "\n"
  }

  /// "2 warnings, 1 hint in 3 drafts"
  private func summary(_ drafts: [CheckedDraft]) -> String {
    let findings = drafts.flatMap(\.findings)
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = findings.count { $0.severity == severity }
      return count == 0 ? nil : severity.counted(count)
    }
    let drafts = drafts.count == 1 ? "1 draft" : "\(drafts.count) drafts"
    return (counts.isEmpty ? "nothing found" : counts.joined(separator: ", ")) + " in \(drafts)\n"
  }

  /// - Parameter color: a parameter of ECMA-48 "select graphic rendition".
  private func painted(_ text: String, _ color: Int) -> String { isColored ? "\u{1B}[\(color)m\(text)\u{1B}[0m" : text }
}

extension Severity {
  fileprivate var color: Int {
    switch self {
    case .error: 31
    case .warning: 33
    case .information: 36
    case .hint: 2
    }
  }

  fileprivate func counted(_ count: Int) -> String {
    switch self {
    case .error: count == 1 ? "1 error" : "\(count) errors"
    case .warning: count == 1 ? "1 warning" : "\(count) warnings"
    case .information: "\(count) for information"
    case .hint: count == 1 ? "1 hint" : "\(count) hints"
    }
  }
}
