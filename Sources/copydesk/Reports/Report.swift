import Rules
import TextCore

/// A draft that was checked: its text and what was found, in order of reading.
struct CheckedDraft {
  let name: Argument
  let snapshot: TextSnapshot
  let findings: [ReportedFinding]

  /// Where a finding begins and ends; lines and columns from 1, columns in characters.
  func place(of finding: ReportedFinding) -> (start: LineColumn, end: LineColumn) {
    (snapshot.place(of: finding.span.start, in: .utf32), snapshot.place(of: finding.span.end, in: .utf32))
  }
}

extension TextSnapshot {
  /// The byte order mark that some editors begin files with.
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Line and column from 1, as editors count them: a byte order mark is no character of the first line to them.
  func place(of offset: Int, in unit: PositionEncoding) -> LineColumn {
    let place = position(of: offset, as: unit)
    let hasMark = place.line == 0 && place.column > 0 && bytes.starts(with: TextSnapshot.byteOrderMark)
    return LineColumn(line: place.line + 1, column: place.column + (hasMark ? 0 : 1))
  }
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
