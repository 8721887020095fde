import English
import Rules

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
    for (index, code) in arguments.operands.enumerated() {
      guard let rule = catalog.rule(code) else {
        throw .unusable(
          "there is no rule \"\(code)\"",
          advice: nearest(to: code, among: catalog.rules.map(\.code)).map { "Did you mean \"copydesk explain \($0)\"?" }
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
    text +=
      "\nTo silence it: <!-- copydesk-disable \(rule.code) --> in the draft, or \"rules\": {\"\(rule.code)\": \"off\"}\n"
    return text
  }

  private static func example(_ example: Manual.Example) -> String {
    var text = wrapped(example.draft, indent: "  ")
    if let fixed = example.fixed { text += wrapped("→ " + fixed, indent: "    ") }
    return text
  }

  /// Lines of at most 80 characters; line ends of the text stand.
  private static func wrapped(_ text: String, indent: String = "") -> String {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: true) {
      var line = indent
      for word in paragraph.split(separator: " ") {
        if line.count > indent.count, line.count + 1 + word.count > 80 {
          lines.append(line)
          line = indent
        }
        line += (line.count > indent.count ? " " : "") + word
      }
      lines.append(line)
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
