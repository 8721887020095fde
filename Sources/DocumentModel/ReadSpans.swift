/// What the trained reader saw in a paragraph, before anything is made of it.
package struct ReadSpans: Sendable {
  /// Names and roles, in order, not overlapping.
  package var names: [Name] = []
  /// Sources, cues and contents, in order, not overlapping.
  package var parts: [Part] = []

  package init() {}

  package struct Name: Hashable, Sendable {
    package let tokens: TokenSpan
    package let kind: EntityKind
    /// 0…1
    package let confidence: Float
    package init(tokens: TokenSpan, kind: EntityKind, confidence: Float) {
      self.tokens = tokens
      self.kind = kind
      self.confidence = confidence
    }
  }

  package enum Role: String, Sendable { case source, cue, content }

  package struct Part: Hashable, Sendable {
    package let tokens: TokenSpan
    package let role: Role
    /// 0…1
    package let confidence: Float
    /// For a content its cue, for a cue its source: an index among the parts; nil if it stands elsewhere or nowhere.
    package var link: Int?
    /// 0…1: how sure the link is, or that there is none.
    package var linkConfidence: Float

    package init(tokens: TokenSpan, role: Role, confidence: Float, link: Int? = nil, linkConfidence: Float = 1) {
      self.tokens = tokens
      self.role = role
      self.confidence = confidence
      self.link = link
      self.linkConfidence = linkConfidence
    }
  }
}
