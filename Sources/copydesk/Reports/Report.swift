import Rules
import TextCore

/// A draft that was checked: its text and what was found, in order of reading.
struct CheckedDraft {
  let name: Argument
  let snapshot: TextSnapshot
  let findings: [ReportedFinding]
}

/// Everything that was checked.
struct CheckedDrafts {
  let all: [CheckedDraft]
  /// How many drafts or folders could not be read.
  let unread: Int
  /// All rules there are.
  let rules: [any Rule]
}

/// The forms in which `check` tells its findings.
enum ReportFormat: String, CaseIterable {
  /// For people: a line for each finding and the words it is about.
  case text
  /// For programs.
  case json
  /// Workflow commands that GitHub shows beside the lines of a pull request.
  case github
  /// The Static Analysis Results Interchange Format, for code scanning.
  case sarif

  func report(_ drafts: CheckedDrafts) -> [UInt8] {
    switch self {
    case .text: Array(TextReport(isColored: Output.isColored).text(drafts).utf8)
    case .json: jsonReport(drafts.all)
    case .github: Array(githubReport(drafts.all).utf8)
    case .sarif: sarifReport(drafts)
    }
  }
}
