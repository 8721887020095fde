import TextCore

/// What `--help` prints.
enum Help {
  static let overview: String = {
    let width = Command.allCases.map { $0.syntax.name.count }.max() ?? 0
    let commands = Command.allCases.map { "  \($0.syntax.name.padded(to: width))  \($0.syntax.summary)" }
    return """
      Copydesk reads news drafts and says what a copy desk would ask about them.

      usage: copydesk COMMAND [OPTIONS] [FILE…]

      \(commands.joined(separator: "\n"))

      copydesk COMMAND --help tells more; copydesk --version prints the version.
      Exit status: 0 nothing found, 1 findings, 2 input or arguments that cannot be used.

      """
  }()

  /// What `help` answers: about a command, or about all.
  static func answer(to topic: String?) throws(CommandFailure) -> String {
    guard let topic, !["help", "version"].contains(topic) else { return overview }
    if let command = Command.allCases.first(where: { $0.syntax.name == topic }) { return text(command.syntax) }
    throw .unusable(
      "there is no command \"\(topic)\"",
      advice: nearestWord(to: topic, among: Command.allCases.map(\.syntax.name)).map {
        "Did you mean \"copydesk help \($0)\"?"
      } ?? "Type \"copydesk --help\" for the list.")
  }

  static func text(_ syntax: CommandSyntax) -> String {
    let shown = syntax.options.filter { !$0.isHidden }
    let heads = shown.map { "--\($0.name)" + ($0.value.map { " \($0)" } ?? "") }
    var text =
      "usage: copydesk \(syntax.name)\(shown.isEmpty ? "" : " [OPTIONS]")\(syntax.operands.map { " \($0)" } ?? "")\n\n"
    text += syntax.summary.prefix(1).uppercased() + syntax.summary.dropFirst() + ".\n"
    if !shown.isEmpty { text += "\n" }
    for (head, option) in zip(heads, shown) { text += "  \(head)\n" + wrapped(option.help, indent: "      ") }
    for note in syntax.notes.split(separator: "\n") { text += "\n" + wrapped(String(note)) }
    return text
  }
}

extension String {
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
