import DraftAnalysis
import English
import LanguageServer
import Logging

/// `copydesk serve`: the language server over standard input and output.
enum ServeCommand {
  static let syntax = CommandSyntax(
    name: "serve",
    summary: "serve an editor over standard input and output (LSP)",
    operands: nil,
    options: [
      .choice(
        "log-level", LogLevel.allCases.map { "\($0)" }, "what to write to standard error; without it error"),
      .flag("no-reader", "leave the trained model out: less memory, but fewer names and attributions are found"),
      CommandSyntax.Option(name: "stdio", help: "the only way to serve, and the default", isHidden: true),
      CommandSyntax.Option(
        name: "clientProcessId", value: "N", help: "the editor's process: the server ends when it does", isHidden: true),
    ],
    refused: Dictionary(
      uniqueKeysWithValues: ["socket", "pipe", "port", "node-ipc"].map {
        ($0, "Only standard input and output are served: leave --\($0) out, or type --stdio.")
      }),
    notes: "An editor starts this; the README says how to tell it to. A draft's text is never logged.")

  static func run(_ arguments: Arguments) throws(CommandFailure) -> Int32 {
    let level = arguments["log-level"].flatMap(LogLevel.init(name:)) ?? .error
    return serveStandardIO(
      version: copydeskVersion, log: Logger(level: level),
      parentProcess: arguments["clientProcessId"].flatMap(Int.init),
      pipeline: { arguments.has("no-reader") ? .standard(English.language) : .english })
  }
}
