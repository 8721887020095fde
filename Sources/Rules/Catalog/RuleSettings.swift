/// What a newsroom changed of the rules.
package struct RuleSettings: Sendable, Equatable {
  /// By code; a code that is absent has the rule's own severity, a nil turns the rule off.
  package var severities: [String: Severity?]

  package init(severities: [String: Severity?] = [:]) { self.severities = severities }

  /// The severity of a rule; nil if it is off.
  package func severity(of rule: some Rule) -> Severity? {
    if let own = severities[rule.code] { return own }
    return rule.severity
  }
}
