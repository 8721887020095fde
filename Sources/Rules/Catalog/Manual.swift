/// A rule's page of the manual: hover text, `copydesk explain` and the tests all read this.
package struct Manual: Sendable {
  /// One sentence: what it finds.
  package let finds: String
  /// Why a desk flags it, with the standard behind it.
  package let why: String
  /// What to write instead.
  package let instead: String
  /// Newsroom standards: "Reuters Handbook of Journalism", "AP Stylebook".
  package let standards: [String]
  /// Drafts that draw a finding: the words between « and » are its span.
  package let fires: [Example]
  /// Drafts that draw none of this rule.
  package let silent: [Example]

  package init(
    finds: String, why: String, instead: String, standards: [String], fires: [Example], silent: [Example]
  ) {
    self.finds = finds
    self.why = why
    self.instead = instead
    self.standards = standards
    self.fires = fires
    self.silent = silent
  }

  package struct Example: Sendable, ExpressibleByStringLiteral {
    /// Markdown; « and » round what is found, where something is.
    package let draft: String
    /// The draft after the first correction, if the example shows it.
    package let fixed: String?

    package init(_ draft: String, fixed: String? = nil) {
      self.draft = draft
      self.fixed = fixed
    }

    package init(stringLiteral value: String) { self.init(value) }
  }
}
