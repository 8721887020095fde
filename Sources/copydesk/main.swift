import Glibc
import TextCore

// A reader that goes away shows as a failed write, which `Output` handles; the signal would end the process unheard.
signal(SIGPIPE, SIG_IGN)

/// Runs what was typed; the process's status.
func runCommandLine(_ words: ArraySlice<Argument>) throws(CommandFailure) -> Int32 {
  guard let first = words.first?.text else {
    throw .unusable("no command was given", advice: "Type \"copydesk --help\" for the list.")
  }
  switch first {
  case "--version", "-v", "-V", "version":
    Output.write("copydesk \(copydeskVersion)\n")
    return ExitStatus.clean
  case "--help", "-h", "help":
    Output.write(try Help.answer(to: words.dropFirst().first?.text))
    return ExitStatus.clean
  default: break
  }
  guard let command = Command.allCases.first(where: { $0.syntax.name == first }) else {
    throw .unusable(
      "there is no command \"\(first)\"",
      advice: nearestWord(to: first, among: Command.allCases.map(\.syntax.name)).map {
        "Did you mean \"copydesk \($0)\"?"
      }
        ?? "Type \"copydesk --help\" for the list.")
  }
  // Behind a command too, as people type it.
  if words.dropFirst().map(\.text) == ["--version"] {
    Output.write("copydesk \(copydeskVersion)\n")
    return ExitStatus.clean
  }
  let arguments = try command.syntax.parse(words.dropFirst())
  if arguments.asksForHelp {
    Output.write(Help.text(command.syntax))
    return ExitStatus.clean
  }
  return try command.run(arguments)
}

do throws(CommandFailure) {
  exit(try runCommandLine(Argument.ofThisProcess[...]))
} catch {
  Output.complain(error.sentence)
  if let advice = error.advice { Output.complain(advice) }
  exit(ExitStatus.unusable)
}
