import English
import Rules

/// `copydesk rules`: what the desk looks for, one line each.
enum RulesCommand {
  static let syntax = CommandSyntax(
    name: "rules", summary: "list the rules of the desk", operands: nil, options: [],
    notes: "copydesk explain RULE tells more of one.")

  static func run(_ arguments: Arguments) throws(CommandFailure) -> Int32 {
    let rules = RuleCatalog(English.language).rules
    let code = rules.map(\.code.count).max() ?? 0
    let severity = Severity.allCases.map(\.rawValue.count).max() ?? 0
    Output.write(
      rules.map { rule in
        let level = rule.severity?.rawValue ?? "off"
        return "\(rule.code.padded(to: code))  \(level.padded(to: severity))  \(rule.manual.finds)\n"
      }.joined())
    return ExitStatus.clean
  }
}
