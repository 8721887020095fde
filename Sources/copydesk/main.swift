import Glibc

// A reader that goes away shows as a failed write, which `Output` handles; the signal would end the process unheard.
signal(SIGPIPE, SIG_IGN)

/// Runs what was typed; the process's status.
func runCommandLine(_ words: ArraySlice<String>) throws(CommandFailure) -> Int32 {
  guard let first = words.first else {
    throw .unusable("no command was given", advice: "Type \"copydesk --help\" for the list.")
  }
  switch first {
  case "--version", "version":
    Output.write("copydesk \(copydeskVersion)\n")
    return ExitStatus.clean
  case "--help", "-h", "help":
    let topic = words.dropFirst().first
    Output.write(Command.allCases.first { $0.syntax.name == topic }.map { Help.text($0.syntax) } ?? Help.overview)
    return ExitStatus.clean
  default: break
  }
  guard let command = Command.allCases.first(where: { $0.syntax.name == first }) else {
    throw .unusable(
      "there is no command \"\(first)\"",
      advice: nearest(to: first, among: Command.allCases.map(\.syntax.name)).map { "Did you mean \"copydesk \($0)\"?" }
        ?? "Type \"copydesk --help\" for the list.")
  }
  let arguments = try command.syntax.parse(words.dropFirst())
  if arguments.asksForHelp {
    Output.write(Help.text(command.syntax))
    return ExitStatus.clean
  }
  return try command.run(arguments)
}

do throws(CommandFailure) {
  exit(try runCommandLine(CommandLine.arguments.dropFirst()))
} catch {
  Output.complain(error.sentence)
  if let advice = error.advice { Output.complain(advice) }
  exit(ExitStatus.unusable)
}
