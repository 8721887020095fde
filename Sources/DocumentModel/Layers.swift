package import TextCore

/// The layers of annotation over one paragraph. They stand off: each holds spans, none holds text.
package struct ParagraphLayers: Sendable {
  package var tokens = TokenBuffer()
  /// In order, covering every token.
  package var sentences: [Sentence] = []
  /// In order of reading; names do not overlap each other.
  package var mentions: [Mention] = []
  /// For each token the key by which names are compared: its hash, in names without diacritics and Arabic article, so that
  /// "Orbán" is "Orban" and "al-Sudani" "Sudani".
  package var nameKeys: [UInt64] = []
  /// Tokens from a double quotation mark through the next one; through the end of the paragraph if there is none.
  package var quotedTokens: [Range<Int>] = []
  /// In order of reading, not overlapping.
  package var quantities: [Quantity] = []
  package var quotations: [Quotation] = []
  /// What stands between quotation marks, marks included: the quotations in order, those joined that share a byte.
  package var quotedSpans: [TextSpan] = []
  package var attributions: [Attribution] = []
  package var claims: [Claim] = []
  /// What the trained reader saw; nil until the paragraph has been read.
  package var reading: ReadSpans?

  package init() {}

  /// The quantities that share a byte with a span, by bisection: a paragraph may be a whole book of figures.
  package func quantities(in span: TextSpan) -> ArraySlice<Quantity> {
    let start = quantities.partitionPoint { $0.span.end > span.start }
    return quantities[start..<max(start, quantities.partitionPoint { $0.span.start >= span.end })]
  }

  /// Whether a span shares a byte with words between quotation marks.
  package func isQuoted(_ span: TextSpan) -> Bool {
    let place = quotedSpans.partitionPoint { $0.end > span.start }
    return place < quotedSpans.count && quotedSpans[place].overlaps(span)
  }

  /// The mentions that begin within a run of tokens, by bisection.
  package func mentions(beginningIn run: Range<Int>) -> ArraySlice<Mention> {
    let start = mentions.partitionPoint { $0.tokens.start >= run.lowerBound }
    return mentions[start..<max(start, mentions.partitionPoint { $0.tokens.start >= run.upperBound })]
  }

  /// Index of the sentence that holds an offset.
  package func sentenceIndex(at offset: Int) -> Int? {
    let index = sentences.partitionPoint { $0.span.end > offset }
    guard index < sentences.count else { return sentences.isEmpty ? nil : sentences.count - 1 }
    return index
  }
}

/// The layers, as an analyser names what it reads and provides.
package enum Layer: String, Sendable, CaseIterable {
  case tokens, sentences, mentions, quantities, quotations, attributions, claims
  /// The reader's spans, before they become mentions and attributions.
  case reading
  /// Draft-wide.
  case entities, speakers, times
}

/// Analyses one paragraph, alone. Total: never throws, asks no clock, reads nothing but its arguments.
package protocol ParagraphAnalyzer: Sendable {
  var reads: Set<Layer> { get }
  var provides: Set<Layer> { get }
  func analyze(_ paragraph: Paragraph, into layers: inout ParagraphLayers)
}

/// All paragraphs of a draft with their layers, and what can only be told of the draft as a whole.
package struct DraftLayers: Sendable {
  package let document: Document
  /// Parallel to `document.paragraphs`.
  package let paragraphs: [AnalyzedParagraph]
  /// The day that "Tuesday" is counted from: given, from the front matter or from the dateline.
  package var referenceDate: CivilDate?
  /// The time of that day, where it is told: what "in two hours" counts from.
  package var referenceClock: ClockTime?
  /// What the caller asked for this draft (`--reference`), before front matter and dateline.
  package let givenReference: ReferenceMoment?
  /// What a project has set for all its drafts, after front matter and dateline: those know their own day better.
  package let projectReference: ReferenceMoment?

  package var entities: [Entity] = []
  /// For each mention that belongs to an entity, the entity's index.
  package var entityOfMention = LayerTable()
  /// Names that the draft as a whole tells to be of another kind than their paragraph does.
  package var kindOfMention: [MentionReference: EntityKind] = [:]
  /// The entity that speaks in an attribution, by place; absent if unknown.
  package var speakers: [AttributionReference: Int] = [:]
  /// Speaker of quotations that no attribution of their own paragraph covers (running quotations).
  package var quotationSpeakers: [QuotationReference: Int] = [:]
  /// Quotations that an attribution of an earlier paragraph goes on in.
  package var continuations: [QuotationReference: AttributionReference] = [:]
  /// Resolved dates and times, by place.
  package var times: [QuantityReference: ResolvedTime] = [:]

  package init(
    document: Document, paragraphs: [AnalyzedParagraph], givenReference: ReferenceMoment? = nil,
    projectReference: ReferenceMoment? = nil
  ) {
    self.document = document
    self.paragraphs = paragraphs
    self.givenReference = givenReference
    self.projectReference = projectReference
    referenceDate = givenReference?.day
    referenceClock = givenReference?.clock
  }

  /// Nil if there is no such mention.
  package func mention(_ reference: MentionReference) -> Mention? {
    guard paragraphs.indices.contains(reference.paragraph) else { return nil }
    let mentions = paragraphs[reference.paragraph].layers.mentions
    return mentions.indices.contains(reference.mention) ? mentions[reference.mention] : nil
  }

  /// The prose of a paragraph's span.
  package func text(_ paragraph: Int, _ span: TextSpan) -> String {
    document.paragraphs[paragraph].paragraph.text(span)
  }
}

/// A place in one of a paragraph's layers.
package struct LayerReference<Item>: Hashable, Sendable {
  package let paragraph: Int
  package let index: Int
  package init(_ paragraph: Int, _ index: Int) {
    self.paragraph = paragraph
    self.index = index
  }
}

package typealias AttributionReference = LayerReference<Attribution>
package typealias QuotationReference = LayerReference<Quotation>
package typealias QuantityReference = LayerReference<Quantity>

/// Joins what the paragraphs say into what the draft says: over mentions and quotations, not over text.
package protocol DocumentAnalyzer: Sendable {
  var reads: Set<Layer> { get }
  var provides: Set<Layer> { get }
  func analyze(_ draft: inout DraftLayers)
}
