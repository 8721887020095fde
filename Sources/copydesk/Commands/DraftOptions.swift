import DocumentModel
import Glibc
import Rules
import TextCore

/// The options that say how a draft is to be read, shared by `check` and `annotate`.
struct DraftOptions {
  /// nil: by each file's extension.
  private let language: MarkupLanguage?
  private let reference: ReferenceMoment?
  /// False: the trained model is left out, whatever the project says.
  private let mayRead: Bool
  /// What `--rule` says; it wins over the project's settings.
  private let rules: RuleSettings
  private var projects: Projects

  static let language = CommandSyntax.Option.choice(
    "language", MarkupLanguage.allCases.map(\.rawValue), "how to read the text; without it the file's extension decides"
  )
  static let reference = CommandSyntax.Option.value(
    "reference", "DATE",
    "the day that \"Tuesday\" and \"last year\" are counted from (2026-11-24); may have a time (2026-11-24T16:30)")

  static let noReader = CommandSyntax.Option.flag(
    "no-reader", "leave the trained model out: faster, but fewer names and attributions are found")

  static let rule = CommandSyntax.Option.value(
    "rule", "CODE=LEVEL",
    "switch a rule: on, off, hint, information, warning or error; once for each rule. \"copydesk rules\" lists the codes"
  )

  static let config = CommandSyntax.Option.value(
    "config", "FILE", "read settings from FILE, not from the copydesk.json of the draft's folder or of one above it")

  static let noConfig = CommandSyntax.Option.flag("no-config", "read no copydesk.json")

  static let all = [language, reference, rule, config, noConfig, noReader]

  init(_ arguments: Arguments, catalog: RuleCatalog) throws(CommandFailure) {
    mayRead = !arguments.has("no-reader")
    language = arguments["language"].flatMap(MarkupLanguage.init)
    if let day = arguments["reference"] {
      guard let date = ReferenceMoment(iso: day) else {
        throw .unusable(
          "--reference \"\(day)\" is no date", advice: "Type it as year-month-day: --reference 2026-11-24.")
      }
      reference = date
    } else {
      reference = nil
    }
    var rules = RuleSettings()
    for value in arguments.all("rule") { try rules.set(value.text, catalog) }
    self.rules = rules
    if let file = arguments.all("config").last {
      guard !arguments.has("no-config") else {
        throw .unusable("--config and --no-config do not go together", advice: "Leave one of them out.")
      }
      projects = Projects(only: try Projects.settings(from: file, catalog), catalog)
    } else {
      projects = Projects(isLooking: !arguments.has("no-config"), catalog)
    }
  }

  /// How one draft is to be read: what was typed, else what its project has set.
  mutating func reading(of name: Argument) throws(CommandFailure) -> DraftReading {
    let project = try projects.settings(for: name)
    return DraftReading(
      markup: language ?? MarkupLanguage(ofFile: name.text), isByExtension: language == nil,
      reference: reference, projectReference: project.reference, isReading: mayRead && project.isReading,
      rules: RuleSettings(severities: project.rules.severities.merging(rules.severities) { $1 }))
  }
}

/// How a draft is to be read.
struct DraftReading: Sendable {
  var markup: MarkupLanguage
  /// Nobody has said which markup it is.
  let isByExtension: Bool
  /// Given for this draft: it wins over what the draft says.
  var reference: ReferenceMoment?
  /// Set for a whole project: the draft's own day wins over it.
  let projectReference: ReferenceMoment?
  /// Whether the trained model is used.
  let isReading: Bool
  let rules: RuleSettings
}

extension RuleSettings {
  /// Takes `CODE=LEVEL`, with the words that settings have.
  fileprivate mutating func set(_ word: String, _ catalog: RuleCatalog) throws(CommandFailure) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let levels = ["on", "off"] + Severity.allCases.map(\.rawValue)
    let example = "Type it as --rule vague-source=off; it can be \(levels.joined(separator: ", "))."
    guard parts.count == 2 else { throw .unusable("--rule \"\(word)\" has no level", advice: example) }
    guard let rule = catalog.rule(parts[0]) else {
      throw .unusable(
        "there is no rule \"\(parts[0])\"",
        advice: nearestWord(to: parts[0], among: catalog.rules.map(\.code)).map {
          "Did you mean --rule \($0)=\(parts[1])?"
        } ?? "Type \"copydesk rules\" for the list.")
    }
    let level = parts[1].lowercased()
    guard levels.contains(level) else {
      throw .unusable(
        "--rule \(parts[0]) cannot be \"\(parts[1])\"",
        advice: nearestWord(to: level, among: levels).map { "Did you mean --rule \(parts[0])=\($0)?" } ?? example)
    }
    severities[parts[0]] = .some(level == "on" ? rule.severity ?? .information : Severity(rawValue: level))
  }
}

/// Cores this process may use.
let coreCount = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

/// Reads each draft and hands it over. What cannot be read is told, and the rest goes on; settings that cannot be used end
/// the run before anything is read.
///
/// - Returns: how many could not be read.
func eachDraft(
  _ operands: [Argument], _ options: DraftOptions,
  _ body: (_ name: Argument, _ bytes: [UInt8], _ reading: DraftReading) -> Void
) throws(CommandFailure) -> Int {
  let files = DraftFiles(operands)
  var options = options
  var readings: [DraftReading] = []
  for name in files.names { readings.append(try options.reading(of: name)) }
  for complaint in files.complaints { Output.complain(complaint) }
  var unread = files.complaints.count
  for (name, reading) in zip(files.names, readings) {
    do throws(CommandFailure) {
      let draft = try DraftEncoding(try Input(name).readAll(), name: name.told)
      if let note = draft.note { Output.complain("\(name.told) \(note)") }
      body(name, draft.bytes, reading)
    } catch {
      Output.complain(error.sentence)
      unread += 1
    }
  }
  return unread
}
