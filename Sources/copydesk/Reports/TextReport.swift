import Rules

/// Findings for people: where, how grave, which rule, what about it, the words themselves and the best way to mend them.
struct TextReport {
  let isColored: Bool

  func text(_ drafts: CheckedDrafts) -> String {
    var text = ""
    for draft in drafts.all {
      let places = DraftPlaces(draft.snapshot, columns: .codePoint)
      for finding in draft.findings { text += lines(finding, in: draft, places) }
    }
    return text + summary(drafts)
  }

  private func lines(_ finding: ReportedFinding, in draft: CheckedDraft, _ places: DraftPlaces) -> String {
    let place = places(finding.span.start)
    let excerpt = SourceExcerpt(finding.span, in: draft.snapshot)
    var text = "\(draft.name.shown):\(place.line):\(place.column): "
    text +=
      painted(finding.severity.rawValue, finding.severity.color)
      + " \(finding.code): \(escapingControls(finding.message))\n"
    text += "    \(excerpt.line)\n    \(painted(excerpt.carets, finding.severity.color))\n"
    if let fix = finding.fixes.first(where: \.isPreferred) ?? finding.fixes.first {
      text += "    fix: \(escapingControls(fix.title))\n"
    }
    return text + "\n"
  }

  /// "2 warnings, 1 hint in 3 drafts"; nothing if no draft was read, for then nothing is known.
  private func summary(_ drafts: CheckedDrafts) -> String {
    guard !drafts.all.isEmpty else { return "" }
    let findings = drafts.all.flatMap(\.findings)
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = findings.count { $0.severity == severity }
      return count == 0 ? nil : severity.counted(count)
    }
    let read = drafts.all.count == 1 ? "1 draft" : "\(drafts.all.count) drafts"
    let unread = drafts.unread == 0 ? "" : "; \(drafts.unread) could not be read"
    return (counts.isEmpty ? "nothing found" : counts.joined(separator: ", ")) + " in \(read)\(unread)\n"
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
