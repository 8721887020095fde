import Rules
import DocumentModel

/// `copydesk check`: what a copy desk would ask about a draft, for people and for continuous integration.
enum CheckCommand {
  static let syntax = CommandSyntax(
    name: "check", summary: "report what a copy desk would ask about drafts", operands: "FILE…",
    options: [
      .choice(
        "format", ReportFormat.allCases.map(\.rawValue), "text for people (the default), json, or github annotations"),
      .choice(
        "fail-on", Severity.allCases.map(\.rawValue),
        "the least severity that makes the exit status 1; warning is the default"),
      DraftOptions.language, DraftOptions.reference, DraftOptions.noReader,
    ],
    notes: """
      FILE may be - for standard input.
      Exit status: 0 nothing at or above --fail-on, 1 findings, 2 input or arguments that cannot be used.
      """)

  static func run(_ arguments: Arguments) throws(CommandFailure) -> Int32 {
    let options = try DraftOptions(arguments)
    let format = arguments["format"].flatMap(ReportFormat.init) ?? .text
    let limit = arguments["fail-on"].flatMap(Severity.init) ?? .warning
    guard !arguments.operands.isEmpty else {
      throw .unusable("check needs a file", advice: "Type \"copydesk check FILE\", or - for standard input.")
    }
    let desk = Desk(.english, isReading: options.isReading)
    var drafts: [CheckedDraft] = []
    let status = try eachFile(arguments.operands) { name, bytes in
      let language = options.language ?? MarkupLanguage(ofFile: name)
      guard let (analysis, findings) = desk.read(bytes, as: language, reference: options.reference, workers: coreCount)
      else { return }
      drafts.append(CheckedDraft(path: name, snapshot: analysis.snapshot, findings: findings))
    }
    Output.write(format.report(drafts))
    guard status == ExitStatus.clean else { return status }
    return drafts.contains { $0.findings.contains { $0.severity >= limit } } ? ExitStatus.findings : ExitStatus.clean
  }
}
