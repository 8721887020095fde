package import TextCore

/// The kinds of `protocol/annotations.schema.json`.
package enum EntityKind: String, Sendable, CaseIterable {
  case person, organization, place
  /// Nationality, religion, politics.
  case group
  case product, event, work, law, other
  /// A title or office: "prime minister". Never a member of the nine scored kinds.
  case role
  case language
}

/// How a mention points at its entity.
package enum MentionForm: String, Sendable {
  /// A proper name, whole or in part.
  case name
  /// An acronym for a longer name.
  case acronym
  /// "the prime minister", "the ministry".
  case descriptor
  /// "he", "she", "they".
  case pronoun
  /// A capitalized word that nothing in its paragraph tells to be a name: a surname, if the draft names its bearer elsewhere.
  /// One that belongs to no entity is not a mention at all.
  case candidate
}

/// Who said so: a rule or a model, with its version.
package struct Provenance: Hashable, Sendable {
  package let name: StaticName
  package init(_ name: StaticName) { self.name = name }
}

/// The analysers' names.
package enum StaticName: UInt8, Sendable {
  case lexicon, pattern, context, reader
}

/// One place in a paragraph that names or points at somebody or something.
package struct Mention: Sendable {
  /// In the paragraph's prose; a name's title is not part of it.
  package let span: TextSpan
  package let tokens: TokenSpan
  package var kind: EntityKind
  package var form: MentionForm
  /// 0…1, calibrated on development data.
  package var confidence: Float
  /// Row of the names table that tells what is known about the name; nil if unknown.
  package var fact: Int?
  /// Index, in the same paragraph, of a mention this one is tied to: a role to the name it describes, an acronym to the
  /// long form before it.
  package var linked: Int?
  package var provenance: Provenance

  package init(
    span: TextSpan, tokens: TokenSpan, kind: EntityKind, form: MentionForm = .name, confidence: Float,
    fact: Int? = nil, linked: Int? = nil, provenance: Provenance
  ) {
    self.span = span
    self.tokens = tokens
    self.kind = kind
    self.form = form
    self.confidence = confidence
    self.fact = fact
    self.linked = linked
    self.provenance = provenance
  }
}

/// A mention of the draft: paragraph and index in its layer.
package struct MentionReference: Hashable, Sendable {
  package let paragraph: Int
  package let mention: Int
  package init(paragraph: Int, mention: Int) {
    self.paragraph = paragraph
    self.mention = mention
  }
}

/// Somebody or something the draft speaks of, with all its mentions.
package struct Entity: Sendable {
  package enum Gender: Sendable { case man, woman }

  /// The fullest name in the draft.
  package var name: String
  package var kind: EntityKind
  /// As the draft tells it, or a person's given name; nil if unknown.
  package var gender: Gender?
  /// Role or description found in the draft: "prime minister of Israel".
  package var description: String?
  /// Row of the names table; nil if unknown or ambiguous.
  package var fact: Int?
  /// In order of reading.
  package var mentions: [MentionReference]

  package init(
    name: String, kind: EntityKind, gender: Gender? = nil, description: String? = nil, fact: Int? = nil,
    mentions: [MentionReference]
  ) {
    self.name = name
    self.kind = kind
    self.gender = gender
    self.description = description
    self.fact = fact
    self.mentions = mentions
  }
}
