package import DocumentModel
package import DraftAnalysis
package import TextCore

/// One thing the desk looks for. Everything about it is in one file: what it finds, why that matters, what to write
/// instead, examples that fire and examples that stay silent, and how it is put right.
package protocol Rule: Sendable {
  /// What it finds, in words joined by hyphens: "allow vague-source" is a sentence.
  var code: String { get }
  /// nil: off unless asked for.
  var severity: Severity? { get }
  var manual: Manual { get }
  /// Whether it judges by names or attributions: what the trained reader may see otherwise than the tables did. Such a rule
  /// says nothing of a paragraph that is yet to be read.
  var needsReading: Bool { get }
  /// How long a new finding waits while its surroundings are typed. Of no matter to a draft that is checked as it stands.
  var patience: Patience { get }

  /// The quick fixes of one of this rule's findings, the best first. Made when asked for: a keystroke needs findings, not
  /// fixes.
  func corrections(of finding: Finding, in analysis: Analysis) -> [Correction]
}

extension Rule {
  package var needsReading: Bool { true }
  /// Most rules judge by a sentence.
  package var patience: Patience { .sentence }
}

/// A rule that looks at one paragraph at a time: its matches are kept as long as the paragraph stands.
package protocol ParagraphRule: Rule {
  func matches(in paragraph: AnalyzedParagraph) -> [RuleMatch]
}

/// A rule that looks at the draft as a whole; runs after every edit, over the paragraphs that concern it.
package protocol DraftRule: Rule {
  /// Whether the paragraph holds anything the rule asks about. Asked once, as long as the paragraph stands.
  func isConcerned(with paragraph: AnalyzedParagraph) -> Bool

  /// - Parameter paragraphs: indices of those that concern the rule, in order.
  /// - Returns: matches with the index of their paragraph.
  func matches(in analysis: Analysis, of paragraphs: [Int]) -> [(paragraph: Int, match: RuleMatch)]
}

/// What a rule saw, in the prose of its paragraph.
package struct RuleMatch: Sendable {
  /// In the paragraph's prose.
  package let span: TextSpan
  package let message: String
  package let category: String?
  /// Places in prose, with their paragraph (nil: the same one).
  package let related: [(paragraph: Int?, span: TextSpan, message: String)]
  /// Places in the file that are in no paragraph: front matter.
  package let elsewhere: [RelatedPlace]
  /// Lower than the rule's own where this match is less certain.
  package let severity: Severity?

  package init(
    _ span: TextSpan, _ message: String, category: String? = nil,
    related: [(paragraph: Int?, span: TextSpan, message: String)] = [], elsewhere: [RelatedPlace] = [],
    severity: Severity? = nil
  ) {
    self.span = span
    self.message = message
    self.category = category
    self.related = related
    self.elsewhere = elsewhere
    self.severity = severity
  }
}
