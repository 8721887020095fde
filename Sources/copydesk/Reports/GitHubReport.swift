import Rules

/// Workflow commands (GitHub Docs, "Workflow commands for GitHub Actions"): `::warning file=…,line=…::message`.
func githubReport(_ drafts: [CheckedDraft]) -> String {
  var text = ""
  for draft in drafts {
    let places = DraftPlaces(draft.snapshot, columns: .codePoint)
    for finding in draft.findings {
      let (start, end) = (places(finding.span.start), places(finding.span.end))
      let command =
        switch finding.severity {
        case .error: "error"
        case .warning: "warning"
        case .information, .hint: "notice"
        }
      text +=
        "::\(command) file=\(escaped(draft.name.text, isProperty: true)),line=\(start.line),endLine=\(end.line)"
      // Columns are told for findings within one line only; GitHub ignores them elsewhere.
      if start.line == end.line { text += ",col=\(start.column),endColumn=\(end.column)" }
      text += ",title=\(escaped(finding.code, isProperty: true))::\(escaped(finding.message, isProperty: false))\n"
    }
  }
  return text
}

/// Percent signs and line ends in data; colons and commas too in properties.
private func escaped(_ text: String, isProperty: Bool) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "%": result += "%25"
    case "\r": result += "%0D"
    case "\n": result += "%0A"
    case ":" where isProperty: result += "%3A"
    case "," where isProperty: result += "%2C"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
