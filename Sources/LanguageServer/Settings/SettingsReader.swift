import DocumentModel
import EditorFeatures
import LanguageServerProtocol
import Rules
import TextCore

/// Settings out of whatever clients send: with or without a `copydesk` wrapper, nested or as flat dotted keys. A key that
/// cannot be used falls back alone, and is told in a sentence; the settings of other programs are passed over.
enum SettingsReader {
  struct Reading {
    var settings = Settings()
    /// Sentences for the person who wrote the settings.
    var complaints: [String] = []
  }

  /// - Parameters:
  ///   - sources: later ones win.
  ///   - isOurs: whether nobody else's settings stand in them, as in a file of our own.
  static func read(
    _ sources: [JSONValue], isOurs: Bool = false, catalog: @autoclosure () -> RuleCatalog
  ) -> Reading {
    var reading = Reading()
    for source in sources {
      let (own, isWrapped) = unwrap(source)
      guard case .object(let fields) = nest(own) else { continue }
      // Some clients send the sections of all programs, and nothing under our name because nothing is set there.
      let isOurs = isOurs || isWrapped || fields.keys.contains { keys.contains($0) }
      for (key, value) in fields.sorted(by: { $0.key < $1.key }) {
        if keys.contains(key) {
          set(key, value, catalog, &reading)
        } else if !clientKeys.contains(key), isOurs || isSlip(key) {
          reading.complaints.append(complaint(about: key))
        }
      }
    }
    return reading
  }

  private static let keys = ["rules", "hints", "reader", "reference"]
  /// What editors' extensions read themselves under our name.
  private static let clientKeys: Set = ["trace", "path", "positionEncoding", "diagnostics"]

  private static func set(_ key: String, _ value: JSONValue, _ catalog: () -> RuleCatalog, _ reading: inout Reading) {
    switch key {
    case "rules": setRules(value, catalog(), &reading)
    case "hints": setHints(value, &reading)
    case "reader":
      if let isOn = value.bool {
        reading.settings.isReading = isOn
      } else if value != .null {
        reading.complaints.append("“reader” is true or false.")
      }
    case "reference":
      if value == .null || value == .string("") {
        reading.settings.reference = nil
      } else if let date = value.string.flatMap({ ReferenceMoment(iso: $0) }) {
        reading.settings.reference = date
      } else {
        reading.complaints.append("“reference” is a date such as 2026-11-24.")
      }
    default: break
    }
  }

  private static func setRules(_ value: JSONValue, _ catalog: RuleCatalog, _ reading: inout Reading) {
    guard let fields = value.object else {
      if value != .null { reading.complaints.append("“rules” is an object of rule codes and severities.") }
      return
    }
    for (code, value) in fields.sorted(by: { $0.key < $1.key }) {
      guard let rule = catalog.rule(code) else {
        reading.complaints.append(
          "there is no rule “\(code.prefix(40))”; “copydesk rules” lists them."
            + guess(code, among: catalog.rules.map(\.code)))
        continue
      }
      let word = value.string?.lowercased()
      switch (value, word) {
      case (.bool(false), _), (_, "off"): reading.settings.rules.severities[code] = .some(nil)
      case (.bool(true), _), (_, "on"): reading.settings.rules.severities[code] = rule.severity ?? .information
      case (_, let word?) where Severity(rawValue: word) != nil:
        reading.settings.rules.severities[code] = Severity(rawValue: word)
      default:
        let meant = word.flatMap { otherWords[$0] ?? nearestWord(to: $0, among: severityWords) }
        reading.complaints.append(
          "“rules.\(code)” is one of \(severityWords.joined(separator: ", ")), true and false."
            + (meant.map { " Did you mean “\($0)”?" } ?? ""))
      }
    }
  }

  private static let severityWords = ["off", "on"] + Severity.allCases.map(\.rawValue)
  /// What other programs call them.
  private static let otherWords = [
    "info": "information", "suggestion": "hint", "warn": "warning", "none": "off", "ignore": "off", "disabled": "off",
    "disable": "off", "never": "off", "no": "off", "yes": "on", "enabled": "on", "enable": "on", "always": "on",
    "default": "on",
  ]

  private static func complaint(about key: String) -> String {
    "there is no setting “\(key.prefix(40))”; there are \(keys.joined(separator: ", "))." + guess(key, among: keys)
  }

  /// Whether a key is meant for us: a first letter is rarely mistyped, and "files" is no slip of "rules".
  private static func isSlip(_ key: String) -> Bool {
    nearestWord(to: key, among: keys).map { $0.first == key.lowercased().first } ?? false
  }

  private static func guess(_ word: String, among words: [String]) -> String {
    nearestWord(to: word, among: words).map { " Did you mean “\($0)”?" } ?? ""
  }

  /// "entity, conversion and speaker"
  private static var hintNames: String {
    let names = Hint.Kind.allCases.map(\.rawValue)
    return names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
  }

  private static func setHints(_ value: JSONValue, _ reading: inout Reading) {
    switch value {
    case .bool(let isOn): reading.settings.hints = isOn ? Set(Hint.Kind.allCases) : []
    case .object(let fields):
      for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
        guard let kind = Hint.Kind(rawValue: name), let isOn = value.bool else {
          reading.complaints.append(
            "“hints.\(name.prefix(40))” is no hint; \(hintNames) are true or false.")
          continue
        }
        if isOn { reading.settings.hints.insert(kind) } else { reading.settings.hints.remove(kind) }
      }
    case .null: break
    default: reading.complaints.append("“hints” is true, false or an object of hints.")
    }
  }

  /// What lies under `copydesk`, if the client wrapped it; flat keys lose their prefix.
  private static func unwrap(_ value: JSONValue) -> (own: JSONValue, isWrapped: Bool) {
    guard case .object(let fields) = value else { return (value, false) }
    if let inner = fields["copydesk"] { return (inner, true) }
    let prefix = "copydesk."
    guard fields.keys.contains(where: { $0.hasPrefix(prefix) }) else { return (value, false) }
    let own = fields.reduce(into: [String: JSONValue]()) { own, field in
      if field.key.hasPrefix(prefix) { own[String(field.key.dropFirst(prefix.count))] = field.value }
    }
    return (.object(own), true)
  }

  /// Dots of a key that mean depth: no setting lies deeper. A client's key of a hundred thousand dots is one name.
  private static let deepest = 4

  /// `{"rules.vague-source": "off"}` as `{"rules": {"vague-source": "off"}}`.
  private static func nest(_ value: JSONValue) -> JSONValue {
    guard case .object(let fields) = value else { return value }
    var nested: [String: JSONValue] = [:]
    for (key, value) in fields.sorted(by: { $0.key < $1.key }) {
      let parts = key.split(separator: ".", maxSplits: deepest, omittingEmptySubsequences: false)
      let inner = parts.dropFirst().reversed().reduce(nest(value)) { .object([String($1): $0]) }
      let name = parts.first.map { String($0) } ?? key
      nested[name] = join(nested[name], inner)
    }
    return .object(nested)
  }

  private static func join(_ old: JSONValue?, _ new: JSONValue) -> JSONValue {
    guard case .object(let before)? = old, case .object(let after) = new else { return new }
    return .object(before.merging(after) { join($0, $1) })
  }
}
