import Rules

/// `copydesk check`: what a copy desk would ask about a draft, for people and for continuous integration.
enum CheckCommand {
  static let syntax = CommandSyntax(
    name: "check", summary: "report what a copy desk would ask about drafts", operands: "FILE…",
    options: [
      .choice(
        "format", ReportFormat.allCases.map(\.rawValue),
        "text for people (the default), json, github annotations, or sarif (SARIF 2.1.0, for code scanning)"),
      .choice(
        "fail-on", Severity.allCases.map(\.rawValue),
        "the least severity that makes the exit status 1; warning is the default"),
    ] + DraftOptions.all,
    notes: """
      FILE may be - for standard input, or a folder: then the .md, .markdown and .txt files in it and below it are checked; \
      what is hidden is left out.

      Exit status: 0 nothing at or above --fail-on, 1 findings, 2 input or arguments that cannot be used.
      """)

  static func run(_ arguments: Arguments) throws(CommandFailure) -> Int32 {
    let format = arguments["format"].flatMap(ReportFormat.init) ?? .text
    let limit = arguments["fail-on"].flatMap(Severity.init) ?? .warning
    let desk = Desk(.english)
    let options = try DraftOptions(arguments, catalog: desk.catalog)
    guard !arguments.operands.isEmpty else {
      throw .unusable("check needs a file", advice: "Type \"copydesk check FILE\", or - for standard input.")
    }
    var drafts: [CheckedDraft] = []
    let unread = try eachDraft(arguments.operands, options) { name, bytes, reading in
      guard let (analysis, findings) = desk.read(bytes, reading, workers: coreCount) else { return }
      drafts.append(CheckedDraft(name: name, snapshot: analysis.snapshot, findings: findings))
    }
    let isClean = drafts.allSatisfy { $0.findings.allSatisfy { $0.severity < limit } }
    let status = unread > 0 ? ExitStatus.unusable : isClean ? ExitStatus.clean : ExitStatus.findings
    Output.write(format.report(CheckedDrafts(all: drafts, unread: unread, rules: desk.catalog.rules)), ifUnread: status)
    return status
  }
}
