package import DocumentModel
import TextCore

/// Ties attributions to the entity that speaks, and quotations that run on without a cue of their own to the speaker before
/// them. Works over mentions and quotations, in order of reading; linear in both.
package struct SpeakerResolver: DocumentAnalyzer {
  package init() {}

  package var reads: Set<Layer> { [.tokens, .sentences, .mentions, .quotations, .attributions, .entities] }
  package var provides: Set<Layer> { [.speakers] }

  package func analyze(_ draft: inout DraftLayers) {
    var turns = SpeakerTurns()
    for (paragraph, analyzed) in draft.paragraphs.enumerated() {
      if analyzed.attributions.isEmpty, analyzed.quotations.isEmpty { continue }
      for index in analyzed.attributions.indices {
        let place = AttributionReference(paragraph, index)
        draft.speakers[place] = PointingSpeaker(draft, place)?.entity ?? named(place, draft)
      }
      turns.read(paragraph, &draft)
    }
  }

  /// Whom the source's mention belongs to.
  private func named(_ place: AttributionReference, _ draft: DraftLayers) -> Int? {
    draft.paragraphs[place.paragraph].attributions[place.index].sourceMention.flatMap {
      draft.entityOfMention[MentionReference(paragraph: place.paragraph, mention: $0)]
    }
  }
}

/// Whose turn it is, over quotations that nothing in their paragraph attributes.
private struct SpeakerTurns {
  /// Who spoke last, and in which paragraph.
  private var last: (entity: Int, paragraph: Int)?
  /// Who spoke last in the paragraph before that one.
  private var other: (entity: Int, paragraph: Int)?
  private var isOpen = false

  mutating func read(_ paragraph: Int, _ draft: inout DraftLayers) {
    let quotations = draft.paragraphs[paragraph].quotations
    for (index, quotation) in quotations.enumerated() where !quotation.isInner && quotation.form == .direct {
      if let attribution = quotation.attribution {
        note(draft.speakers[AttributionReference(paragraph, attribution)], paragraph)
      } else if let entity = running(quotation, paragraph, draft) {
        draft.quotationSpeakers[QuotationReference(paragraph, index)] = entity
        note(entity, paragraph)
      }
      isOpen = quotation.isOpen
    }
    if quotations.isEmpty { isOpen = false }
  }

  private mutating func note(_ entity: Int?, _ paragraph: Int) {
    if let last, last.paragraph != paragraph { other = last }
    last = entity.map { ($0, paragraph) }
  }

  private func running(_ quotation: Quotation, _ paragraph: Int, _ draft: DraftLayers) -> Int? {
    guard let last else { return nil }
    if last.paragraph == paragraph || isOpen && last.paragraph == paragraph - 1 { return last.entity }
    // Two have spoken in turn, and a paragraph of nothing but words quoted answers the second.
    guard let other, last.paragraph == paragraph - 1, other.paragraph == paragraph - 2, other.entity != last.entity,
      isPerson(other.entity, draft), isPerson(last.entity, draft), isAlone(quotation, paragraph, draft)
    else { return nil }
    return other.entity
  }

  private func isPerson(_ entity: Int, _ draft: DraftLayers) -> Bool {
    draft.entities.indices.contains(entity) && draft.entities[entity].kind == .person
  }

  private func isAlone(_ quotation: Quotation, _ paragraph: Int, _ draft: DraftLayers) -> Bool {
    let analyzed = draft.paragraphs[paragraph]
    guard let first = analyzed.sentences.first, let end = analyzed.sentences.last?.span.end else { return false }
    return !quotation.isOpen && !quotation.isContinued && quotation.fault == nil
      && quotation.span.start <= first.span.start && quotation.span.end >= end
  }
}

/// The speaker that a pronoun in the place of the source points at: "he said", "it said".
private struct PointingSpeaker {
  let entity: Int

  private static let he = CaseFolding.hash("he")
  private static let she = CaseFolding.hash("she")
  private static let it = CaseFolding.hash("it")
  /// Paragraphs back to who has spoken.
  private static let reach = 4
  /// Attributions of one paragraph that are looked back over; one with more is no prose.
  private static let mostAttributions = 32

  /// Nil where it is no pronoun, or what the mention's entity tells is as good.
  init?(_ draft: DraftLayers, _ place: AttributionReference) {
    let analyzed = draft.paragraphs[place.paragraph]
    let attribution = analyzed.attributions[place.index]
    guard let source = attribution.sources.first else { return nil }
    let tokens = analyzed.tokens.tokens(in: source)
    guard tokens.count == 1, analyzed.tokens.hashes.indices.contains(tokens.start) else { return nil }
    let found: Int?
    switch analyzed.tokens.hashes[tokens.start] {
    case PointingSpeaker.it: found = PointingSpeaker.body(draft, place)
    case PointingSpeaker.he where PointingSpeaker.isQuoting(place.index, analyzed):
      found = PointingSpeaker.person(.man, draft, place)
    case PointingSpeaker.she where PointingSpeaker.isQuoting(place.index, analyzed):
      found = PointingSpeaker.person(.woman, draft, place)
    default: found = nil
    }
    guard let found else { return nil }
    entity = found
  }

  /// Whether a direct quotation is in the content of an attribution: looked for backwards from its end.
  private static func isQuoting(_ attribution: Int, _ analyzed: AnalyzedParagraph) -> Bool {
    let extent = analyzed.attributions[attribution].extent
    var index = analyzed.quotations.partitionPoint { $0.span.start >= extent.end } - 1
    while index >= 0 {
      let quotation = analyzed.quotations[index]
      if quotation.attribution == attribution, quotation.form == .direct { return true }
      if !quotation.isInner, quotation.span.end <= extent.start { return false }
      index -= 1
    }
    return false
  }

  /// "It said": the body that spoke before it in its paragraph.
  private static func body(_ draft: DraftLayers, _ place: AttributionReference) -> Int? {
    guard place.index > 0,
      let before = draft.speakers[AttributionReference(place.paragraph, place.index - 1)],
      draft.entities.indices.contains(before), draft.entities[before].kind == .organization
    else { return nil }
    return before
  }

  private static func person(_ gender: Entity.Gender, _ draft: DraftLayers, _ place: AttributionReference) -> Int? {
    let mention = draft.paragraphs[place.paragraph].attributions[place.index].sourceMention
    let known = mention.flatMap { draft.entityOfMention[MentionReference(paragraph: place.paragraph, mention: $0)] }
    guard let known else { return onlySpeaker(gender, draft, place) }
    return speakerBefore(gender, besides: known, draft, place)
  }

  /// "Ruiz refused to say whether Kolev would play. “Ask the doctor,” he said": who spoke, not who was spoken of.
  private static func speakerBefore(
    _ gender: Entity.Gender, besides known: Int, _ draft: DraftLayers, _ place: AttributionReference
  ) -> Int? {
    let analyzed = draft.paragraphs[place.paragraph]
    guard place.index > 0,
      let speaker = draft.speakers[AttributionReference(place.paragraph, place.index - 1)], speaker != known,
      draft.entities.indices.contains(speaker), draft.entities[speaker].kind == .person,
      draft.entities[speaker].gender == gender
    else { return nil }
    let before = analyzed.attributions[place.index - 1]
    let own = analyzed.attributions[place.index]
    guard let first = analyzed.sentenceIndex(at: own.extent.start),
      let last = analyzed.sentenceIndex(at: max(before.extent.start, before.extent.end - 1)), last + 1 == first
    else { return nil }
    let start = analyzed.mentions.partitionPoint { $0.span.start >= before.extent.start }
    var isInContent = false
    for index in start..<analyzed.mentions.count {
      let mention = analyzed.mentions[index]
      if mention.span.start >= before.extent.end { break }
      guard draft.entityOfMention[MentionReference(paragraph: place.paragraph, mention: index)] == known else {
        continue
      }
      guard before.contents.contains(where: { $0.contains(mention.span) }) else { return nil }
      isInContent = true
    }
    return isInContent ? speaker : nil
  }

  /// The only person of that gender who has spoken in the paragraphs before; nil where anybody's gender is unknown.
  private static func onlySpeaker(_ gender: Entity.Gender, _ draft: DraftLayers, _ place: AttributionReference) -> Int?
  {
    var found: Int?
    for paragraph in max(0, place.paragraph - reach)...place.paragraph {
      let count = paragraph == place.paragraph ? place.index : draft.paragraphs[paragraph].attributions.count
      for index in max(0, count - mostAttributions)..<count {
        guard let speaker = draft.speakers[AttributionReference(paragraph, index)],
          draft.entities.indices.contains(speaker), draft.entities[speaker].kind == .person
        else { continue }
        guard let known = draft.entities[speaker].gender else { return nil }
        guard known == gender else { continue }
        if let found, found != speaker { return nil }
        found = speaker
      }
    }
    return found
  }
}
