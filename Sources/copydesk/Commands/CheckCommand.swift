import Rules
import TextCore

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
      FILE may be - for standard input, or a folder: then the files in it and below it that end in \(DraftFiles.endings) are checked; \
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
      complainOfUnknownCodes(analysis.document.directives.flatMap(\.codes), in: name, desk.catalog)
      drafts.append(CheckedDraft(name: name, snapshot: analysis.snapshot, findings: findings))
    }
    let isClean = drafts.allSatisfy { $0.findings.allSatisfy { $0.severity < limit } }
    let status = unread > 0 ? ExitStatus.unusable : isClean ? ExitStatus.clean : ExitStatus.findings
    Output.write(format.report(CheckedDrafts(all: drafts, unread: unread, rules: desk.catalog.rules)), ifUnread: status)
    return status
  }

  /// A comment that silences nothing because its code is misspelt would otherwise be found out only by its finding.
  private static func complainOfUnknownCodes(_ codes: [String], in name: Argument, _ catalog: RuleCatalog) {
    var told: Set<String> = []
    for code in codes where catalog.rule(code) == nil && told.insert(code).inserted {
      let guess = nearestWord(to: code, among: catalog.rules.map(\.code)).map { "; did you mean \($0)?" } ?? ""
      Output.complain("\(name.told) silences \"\(code.prefix(40))\", which is no rule\(guess)")
    }
  }
}
