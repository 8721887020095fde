import TextCore

/// What may stand after a command's name on the command line, and how its help tells it.
struct CommandSyntax {
  let name: String
  /// One line, for the list of commands.
  let summary: String
  /// Names of the operands as help shows them; nil if none are taken.
  let operands: String?
  let options: [Option]
  /// What to say to options that others of its kind have and this command has not, by name.
  var refused: [String: String] = [:]
  /// Paragraphs below the options.
  var notes: String = ""

  /// `--name`, `--name VALUE` or `--name one|of|these`.
  struct Option {
    let name: String
    /// nil: a switch.
    var value: String?
    /// The only values allowed; empty: any.
    var choices: [String] = []
    let help: String
    /// Accepted, not shown: other programs pass it.
    var isHidden = false

    static func flag(_ name: String, _ help: String) -> Option { Option(name: name, help: help) }
    static func value(_ name: String, _ value: String, _ help: String) -> Option {
      Option(name: name, value: value, help: help)
    }
    static func choice(_ name: String, _ choices: [String], _ help: String) -> Option {
      Option(name: name, value: choices.joined(separator: "|"), choices: choices, help: help)
    }
  }

  /// Reads the words after the command's name. `--name=value` and `--name value` mean the same; `--` ends the options.
  func parse(_ words: ArraySlice<Argument>) throws(CommandFailure) -> Arguments {
    var arguments = Arguments()
    var rest = words
    while let word = rest.popFirst() {
      if word.text == "--" {
        arguments.operands += rest
        break
      }
      if ["-h", "--help"].contains(word.text) {
        arguments.asksForHelp = true
      } else if word.bytes.first == 0x2D, !word.isStandardInput {
        try read(word, &rest, into: &arguments)
      } else {
        arguments.operands.append(word)
      }
    }
    if operands == nil, let extra = arguments.operands.first, !arguments.asksForHelp {
      throw .unusable("\(name) takes no \"\(extra.shown)\"", advice: "Type \"copydesk \(name) --help\".")
    }
    return arguments
  }

  private func read(_ word: Argument, _ rest: inout ArraySlice<Argument>, into arguments: inout Arguments)
    throws(CommandFailure)
  {
    let parts = word.bytes.split(separator: 0x3D, maxSplits: 1, omittingEmptySubsequences: false).map {
      Argument(bytes: Array($0))
    }
    let head = parts.first?.text ?? ""
    guard let option = options.first(where: { "--" + $0.name == head }) else {
      throw .unusable("\(name) has no option \(head)", advice: advice(for: head, word))
    }
    guard option.value != nil else {
      if parts.count > 1 { throw .unusable("--\(option.name) takes no value", advice: "Type --\(option.name) alone.") }
      return arguments.values[option.name] = [Argument("")]
    }
    guard let value = parts.count > 1 ? parts[1] : rest.popFirst() else {
      throw .unusable("--\(option.name) needs a value", advice: "Type --\(option.name) \(option.value ?? "VALUE").")
    }
    if !option.choices.isEmpty, !option.choices.contains(value.text) {
      let guess = nearestWord(to: value.text, among: option.choices).map { "Did you mean --\(option.name) \($0)? " }
      throw .unusable(
        "--\(option.name) cannot be \"\(value.text)\"",
        advice: (guess ?? "") + "It can be \(option.choices.joined(separator: ", ")).")
    }
    arguments.values[option.name, default: []].append(value)
  }

  /// - Parameter word: the option as it was typed, with its value.
  private func advice(for option: String, _ word: Argument) -> String {
    if let advice = refused[String(option.drop { $0 == "-" })] { return advice }
    let known = options.filter { !$0.isHidden }.map { "--" + $0.name } + ["--help"]
    if let guess = nearestWord(to: option, among: known) { return "Did you mean \(guess)?" }
    if operands != nil, !option.hasPrefix("--"), word.text.contains(".") {
      return "A file of that name is passed as ./\(word.shown), or after two hyphens: -- \(word.shown)"
    }
    return "Type \"copydesk \(name) --help\" for the options."
  }
}

/// What was typed after a command's name.
struct Arguments {
  var operands: [Argument] = []
  var asksForHelp = false
  /// By option name, in the order they were typed; switches have an empty value.
  fileprivate(set) var values: [String: [Argument]] = [:]

  /// The last value typed.
  subscript(option: String) -> String? { values[option]?.last?.text }
  func all(_ option: String) -> [Argument] { values[option] ?? [] }
  func has(_ option: String) -> Bool { values[option] != nil }
}
