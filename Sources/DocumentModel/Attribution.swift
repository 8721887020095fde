package import TextCore

/// Words between quotation marks.
package struct Quotation: Sendable {
  /// How the quoted words stand in the sentence.
  package enum Form: String, Sendable {
    /// One sentence or more, or a clause with its own cue.
    case direct
    /// A phrase within the writer's sentence.
    case partial
    /// A title, a nickname or scare quotes: nobody's speech.
    case mention
  }

  /// The marks included; an unclosed quotation ends with its paragraph.
  package var span: TextSpan
  package var form: Form
  /// The paragraph ends before the closing mark.
  package var isOpen: Bool
  /// No opening mark: words quoted on from the paragraph before.
  package var isContinued: Bool
  /// A quotation inside another (single marks inside double).
  package var isInner: Bool
  /// Index, in the same paragraph, of the attribution that has it in its content.
  package var attribution: Int?
  /// What is wrong with the marks.
  package var fault: Fault?

  package enum Fault: String, Sendable {
    /// Never closed, and the next paragraph does not go on with it.
    case unclosed
    /// Straight and curly marks in one pair.
    case mixedMarks
    /// A closing mark with no opening one.
    case unopened
  }

  package init(
    span: TextSpan, form: Form, isOpen: Bool = false, isContinued: Bool = false, isInner: Bool = false,
    attribution: Int? = nil, fault: Fault? = nil
  ) {
    self.span = span
    self.form = form
    self.isOpen = isOpen
    self.isContinued = isContinued
    self.isInner = isInner
    self.attribution = attribution
    self.fault = fault
  }
}

/// Who said, thought or wants what: source, cue and content, after PolNeAR (Newell, Margolin and Ruths, LREC 2018).
package struct Attribution: Sendable {
  package enum Form: String, Sendable { case direct, indirect, mixed }

  /// What kind of source it is.
  package enum SourceKind: String, Sendable {
    /// A name: "Netanyahu", "the Jerusalem Post".
    case named
    /// A describable person or body: "the mayor", "a police spokesman".
    case described
    /// A document: report, poll, court papers.
    case document
    case pronoun
    /// "sources", "an official who asked not to be named".
    case anonymous
    /// "critics", "observers", "many".
    case vague
    /// "reports say", "rumours".
    case hearsay
    /// None is said.
    case none
  }

  /// How the cue takes its content; the stances of the table of reporting verbs.
  package enum Stance: String, Sendable {
    case neutral, assertive, doubtful, factive, cognitive, directive, commissive, communicative, manner
    case judgementNegative = "judgement-negative"
    case judgementPositive = "judgement-positive"
  }

  /// Spans of the paragraph's prose; any of the three may be empty. Without contents it introduces the next paragraph: "Okoro
  /// continued:".
  package var sources: [TextSpan]
  package var cues: [TextSpan]
  package var contents: [TextSpan]
  package var form: Form
  package var kind: SourceKind
  package var stance: Stance
  /// 0…1
  package var confidence: Float
  /// Lemma of the cue ("say", "according to").
  package var lemma: String
  /// Index, in the same paragraph, of the mention that is (or heads) the source.
  package var sourceMention: Int?
  /// Reports within the content.
  package var inner: [Attribution]

  package init(
    sources: [TextSpan], cues: [TextSpan], contents: [TextSpan], form: Form = .indirect, kind: SourceKind,
    stance: Stance = .neutral, confidence: Float, lemma: String, sourceMention: Int? = nil, inner: [Attribution] = []
  ) {
    self.sources = sources
    self.cues = cues
    self.contents = contents
    self.form = form
    self.kind = kind
    self.stance = stance
    self.confidence = confidence
    self.lemma = lemma
    self.sourceMention = sourceMention
    self.inner = inner
  }

  /// First to last byte of all its parts.
  package var extent: TextSpan {
    var all = (sources + cues + contents)[...]
    guard let first = all.popFirst() else { return TextSpan(0, 0) }
    return all.reduce(first) { $0.union($1) }
  }
}

/// Why a desk would want a source for a claim.
package enum ClaimCategory: String, Sendable, CaseIterable {
  case vagueSource = "vague_source"
  case nonpublic, allegation, statistic, causal, motive, prediction, superlative, event, loaded
}

/// An assertion a desk would want a source for, in somebody's voice.
package struct Claim: Sendable {
  /// The sentence or clause that makes it.
  package var span: TextSpan
  /// The words that show what it is: where the finding is drawn.
  package var evidence: TextSpan
  package var category: ClaimCategory
  /// Index, in the same paragraph, of the attribution that covers it; nil: the paper's own voice.
  package var attribution: Int?
  /// 0…1
  package var confidence: Float

  /// The confidence of a claim that two good desks would part over: up to this it is told more softly.
  package static let debatable: Float = 0.55

  package init(
    span: TextSpan, evidence: TextSpan, category: ClaimCategory, attribution: Int? = nil, confidence: Float
  ) {
    self.span = span
    self.evidence = evidence
    self.category = category
    self.attribution = attribution
    self.confidence = confidence
  }
}
