/// What may stand after a command's name on the command line, and how its help tells it.
struct CommandSyntax {
  let name: String
  /// One line, for the list of commands.
  let summary: String
  /// Names of the operands as help shows them; nil if none are taken.
  let operands: String?
  let options: [Option]
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
  func parse(_ words: ArraySlice<String>) throws(CommandFailure) -> Arguments {
    var arguments = Arguments()
    var rest = words
    while let word = rest.popFirst() {
      if word == "--" {
        arguments.operands += rest
        break
      }
      if word == "-h" || word == "--help" {
        arguments.asksForHelp = true
      } else if word.hasPrefix("-"), word != "-" {
        try read(word, &rest, into: &arguments)
      } else {
        arguments.operands.append(word)
      }
    }
    if operands == nil, let extra = arguments.operands.first, !arguments.asksForHelp {
      throw .unusable("\(name) takes no \"\(extra)\"", advice: "Type \"copydesk \(name) --help\".")
    }
    return arguments
  }

  private func read(_ word: String, _ rest: inout ArraySlice<String>, into arguments: inout Arguments)
    throws(CommandFailure)
  {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let option = options.first(where: { "--" + $0.name == parts[0] }) else {
      throw .unusable("\(name) has no option \(parts[0])", advice: advice(for: parts[0]))
    }
    guard option.value != nil else {
      if parts.count > 1 { throw .unusable("--\(option.name) takes no value", advice: "Type --\(option.name) alone.") }
      return arguments.values[option.name] = ""
    }
    guard let value = parts.count > 1 ? parts[1] : rest.popFirst() else {
      throw .unusable("--\(option.name) needs a value", advice: "Type --\(option.name) \(option.value ?? "VALUE").")
    }
    if !option.choices.isEmpty, !option.choices.contains(value) {
      throw .unusable(
        "--\(option.name) cannot be \"\(value)\"",
        advice: nearest(to: value, among: option.choices).map { "Did you mean --\(option.name) \($0)?" }
          ?? "It can be \(option.choices.joined(separator: ", ")).")
    }
    arguments.values[option.name] = value
  }

  private func advice(for word: String) -> String {
    let known = options.filter { !$0.isHidden }.map { "--" + $0.name } + ["--help"]
    return nearest(to: word, among: known).map { "Did you mean \($0)?" }
      ?? "Type \"copydesk \(name) --help\" for the options."
  }
}

/// What was typed after a command's name.
struct Arguments {
  var operands: [String] = []
  var asksForHelp = false
  /// By option name; switches have an empty value.
  fileprivate(set) var values: [String: String] = [:]

  subscript(option: String) -> String? { values[option] }
  func has(_ option: String) -> Bool { values[option] != nil }
}

/// The word most like `word`, if one is close enough to be what was meant.
func nearest(to word: String, among words: [String]) -> String? {
  let ranked = words.map { (word: $0, distance: editDistance(word.lowercased(), $0.lowercased())) }
  guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
  return best.distance <= max(2, word.count / 3) && best.distance < best.word.count ? best.word : nil
}

/// Insertions, deletions, changes and swaps of neighbours that turn one word into the other (Damerau's distance, in the
/// restricted form of optimal string alignment).
func editDistance(_ left: String, _ right: String) -> Int {
  let a = Array(left.unicodeScalars.prefix(64))
  let b = Array(right.unicodeScalars.prefix(64))
  var before: [Int] = []
  var last = Array(0...b.count)
  for i in 0..<a.count {
    var row = [i + 1]
    for j in 0..<b.count {
      var cost = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
      row.append(cost)
    }
    before = last
    last = row
  }
  return last[b.count]
}
