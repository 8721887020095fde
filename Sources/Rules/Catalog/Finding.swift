package import TextCore

/// How much a finding matters; the desk decides what stops a story.
package enum Severity: String, Sendable, CaseIterable, Comparable {
  case hint, information, warning, error

  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .hint: 0
    case .information: 1
    case .warning: 2
    case .error: 3
    }
  }
}

/// Something a copy desk would flag: a place in the file and a sentence about it.
package struct Finding: Sendable, Equatable {
  /// Code of the rule that found it.
  package let rule: String
  /// Which kind of the rule's subject it is ("statistic"); nil if the rule has only one.
  package let category: String?
  package let severity: Severity
  /// In the file.
  package let span: TextSpan
  /// One sentence, for the person who wrote the words.
  package let message: String
  /// Other places that the finding is about: the twin of a figure, the first spelling of a name.
  package let related: [RelatedPlace]
  /// Index of the paragraph that holds the span.
  package let paragraph: Int

  package init(
    rule: String, category: String? = nil, severity: Severity, span: TextSpan, message: String,
    related: [RelatedPlace] = [], paragraph: Int
  ) {
    self.rule = rule
    self.category = category
    self.severity = severity
    self.span = span
    self.message = message
    self.related = related
    self.paragraph = paragraph
  }
}

/// Another place in the file that a finding points to.
package struct RelatedPlace: Sendable, Equatable {
  package let span: TextSpan
  package let message: String

  package init(_ span: TextSpan, _ message: String) {
    self.span = span
    self.message = message
  }
}

/// A quick fix: what it does, in words, and the edits that do it. Never touches words between quotation marks, never
/// names a source that the draft does not name.
package struct Correction: Sendable, Equatable {
  /// An instruction: "Attribute to Maria Silva".
  package let title: String
  /// In the file as it stands, in order, not overlapping.
  package let edits: [TextReplacement]
  /// The one that an editor's "fix" key should take.
  package let isPreferred: Bool

  /// What stands in brackets where the writer has to fill in a word: "[source]". Other bracketed words are the draft's.
  package static let placeholders: Set = ["date", "name", "outlet", "source", "study", "whom"]

  package init(_ title: String, _ edits: [TextReplacement], isPreferred: Bool = false) {
    self.title = title
    self.edits = edits
    self.isPreferred = isPreferred
  }
}
