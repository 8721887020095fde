import English
import Rules
import TextCore

/// `copydesk explain RULE`: the page of the manual about one rule, from the same words as an editor's hover.
enum ExplainCommand {
  static let syntax = CommandSyntax(
    name: "explain", summary: "explain a rule: what it finds, why, and what to write instead", operands: "RULE",
    options: [], notes: "copydesk rules lists them.")

  static func run(_ arguments: Arguments) throws(CommandFailure) -> Int32 {
    let catalog = RuleCatalog(English.language)
    guard !arguments.operands.isEmpty else {
      throw .unusable("explain needs a rule", advice: "Type \"copydesk rules\" for the list.")
    }
    for (index, code) in arguments.operands.map(\.text).enumerated() {
      guard let rule = catalog.rule(code) else {
        throw .unusable(
          "there is no rule \"\(code)\"",
          advice: nearestWord(to: code, among: catalog.rules.map(\.code)).map {
            "Did you mean \"copydesk explain \($0)\"?"
          }
            ?? "Type \"copydesk rules\" for the list.")
      }
      Output.write((index > 0 ? "\n" : "") + page(rule))
    }
    return ExitStatus.clean
  }

  private static func page(_ rule: any Rule) -> String {
    let manual = rule.manual
    var text = "\(rule.code) (\(rule.severity?.rawValue ?? "off unless asked for"))\n\n"
    text += wrapped(manual.finds) + "\n" + wrapped(manual.why) + "\n" + wrapped("Instead: " + manual.instead) + "\n"
    text += "Found (between « and »):\n" + manual.fires.map(example).joined()
    text += "\nNot found:\n" + manual.silent.map(example).joined()
    if !manual.standards.isEmpty { text += "\nStandards: \(manual.standards.joined(separator: "; ")).\n" }
    return text + "\n" + switching(rule)
  }

  /// How the rule is asked for or silenced: on the command line, in the project, in the draft.
  private static func switching(_ rule: any Rule) -> String {
    let level = rule.severity == nil ? Severity.warning.rawValue : "off"
    let settings = "  --rule \(rule.code)=\(level)\n  {\"rules\": {\"\(rule.code)\": \"\(level)\"}} in copydesk.json\n"
    guard rule.severity != nil else { return "To ask for it:\n" + settings }
    return "To silence it:\n" + settings + "  <!-- copydesk-disable \(rule.code) --> in the draft\n"
  }

  private static func example(_ example: Manual.Example) -> String {
    var text = wrapped(example.draft, indent: "  ")
    if let fixed = example.fixed { text += wrapped("→ " + fixed, indent: "    ") }
    return text
  }
}
