import DocumentModel
import LanguageServerProtocol
import Rules
import TextCore

/// Settings out of whatever clients send: with or without a `copydesk` wrapper, nested or as flat dotted keys. A key that
/// cannot be used falls back alone, and is told in a sentence.
enum SettingsReader {
  struct Reading {
    var settings = Settings()
    /// Sentences for the person who wrote the settings.
    var complaints: [String] = []
  }

  /// - Parameter sources: later ones win.
  static func read(_ sources: [JSONValue], catalog: @autoclosure () -> RuleCatalog) -> Reading {
    var reading = Reading()
    for source in sources {
      let nested = nest(unwrap(source))
      guard case .object(let fields) = nested else { continue }
      for (key, value) in fields.sorted(by: { $0.key < $1.key }) { set(key, value, catalog, &reading) }
    }
    return reading
  }

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
    default:
      reading.complaints.append(
        "there is no setting “\(key.prefix(40))”; there are rules, hints, reader and reference."
          + guess(key, among: ["rules", "hints", "reader", "reference"]))
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
      switch value {
      case .bool(false), .string("off"): reading.settings.rules.severities[code] = .some(nil)
      case .bool(true), .string("on"): reading.settings.rules.severities[code] = rule.severity ?? .information
      case .string(let word) where Severity(rawValue: word) != nil:
        reading.settings.rules.severities[code] = Severity(rawValue: word)
      default:
        reading.complaints.append(
          "“rules.\(code)” is one of off, hint, information, warning, error."
            + guess(value.string ?? "", among: ["off"] + Severity.allCases.map(\.rawValue)))
      }
    }
  }

  private static func guess(_ word: String, among words: [String]) -> String {
    nearestWord(to: word, among: words).map { " Did you mean “\($0)”?" } ?? ""
  }

  private static func setHints(_ value: JSONValue, _ reading: inout Reading) {
    switch value {
    case .bool(let isOn): reading.settings.hints = isOn ? Set(Settings.HintKind.allCases) : []
    case .object(let fields):
      for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
        guard let kind = Settings.HintKind(rawValue: name), let isOn = value.bool else {
          reading.complaints.append(
            "“hints.\(name.prefix(40))” is no hint; speaker, conversion and entity are true or false.")
          continue
        }
        if isOn { reading.settings.hints.insert(kind) } else { reading.settings.hints.remove(kind) }
      }
    case .null: break
    default: reading.complaints.append("“hints” is true, false or an object of hints.")
    }
  }

  /// What lies under `copydesk`, if the client wrapped it; flat keys lose their prefix.
  private static func unwrap(_ value: JSONValue) -> JSONValue {
    guard case .object(let fields) = value else { return value }
    if let inner = fields["copydesk"] { return inner }
    let prefix = "copydesk."
    guard fields.keys.contains(where: { $0.hasPrefix(prefix) }) else { return value }
    return .object(
      fields.reduce(into: [:]) { own, field in
        if field.key.hasPrefix(prefix) { own[String(field.key.dropFirst(prefix.count))] = field.value }
      })
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
