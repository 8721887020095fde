import DocumentModel
import DraftAnalysis
import TextCore

/// A place in the prose of a paragraph, with what the layers hold there.
struct Place {
  let analysis: Analysis
  let paragraph: Int
  let offset: Int

  /// Nil between paragraphs.
  init?(_ offset: Int, in analysis: Analysis) {
    guard let place = analysis.proseOffset(at: offset) else { return nil }
    self.analysis = analysis
    paragraph = place.paragraph
    self.offset = place.offset
  }

  var analyzed: AnalyzedParagraph { analysis.analyzed[paragraph] }

  /// A caret at the end of a word still points at it.
  func isIn(_ span: TextSpan) -> Bool { span.start <= offset && offset <= span.end && !span.isEmpty }

  /// Index of the smallest item of a layer that holds the place. Where two meet, the one that begins there.
  func smallest<Item>(_ items: [Item], _ span: (Item) -> TextSpan) -> Int? {
    items.indices.filter { isIn(span(items[$0])) }.min {
      let (left, right) = (span(items[$0]), span(items[$1]))
      if (left.end == offset) != (right.end == offset) { return right.end == offset }
      return left.count < right.count
    }
  }

  func text(_ span: TextSpan) -> String { analysis.text(paragraph, span) }
  func fileSpan(_ span: TextSpan) -> TextSpan { analysis.fileSpan(paragraph, span) }

  /// The entity that the mention at the place belongs to.
  var entity: (mention: Int, entity: Entity?)? {
    guard let mention = smallest(analyzed.mentions, { $0.span }) else { return nil }
    let entity = analysis.entity(of: MentionReference(paragraph: paragraph, mention: mention))
    if analyzed.mentions[mention].form == .candidate, entity == nil { return nil }
    return (mention, entity)
  }
}

extension Analysis {
  /// Nil if the mention belongs to none.
  func entity(of mention: MentionReference) -> Entity? {
    guard let index = draft.entityOfMention[mention], draft.entities.indices.contains(index) else { return nil }
    return draft.entities[index]
  }

  /// Nil if there is no such mention.
  func mention(_ reference: MentionReference) -> Mention? { draft.mention(reference) }

  /// Whoever speaks in an attribution, by the fullest name in the draft, or else in the words of the paragraph; nil if
  /// nobody is told.
  func speaker(of attribution: Int, in paragraph: Int) -> String? {
    if let index = draft.speakers[AttributionReference(paragraph, attribution)], draft.entities.indices.contains(index)
    {
      return draft.entities[index].name
    }
    let attributions = analyzed[paragraph].attributions
    guard attributions.indices.contains(attribution) else { return nil }
    let found = attributions[attribution]
    if let mention = found.sourceMention,
      let entity = entity(of: MentionReference(paragraph: paragraph, mention: mention))
    {
      return entity.name
    }
    return found.sources.first.map { text(paragraph, $0) }
  }

  /// Whoever speaks in a quotation; nil if unknown.
  func speaker(ofQuotation index: Int, in paragraph: Int) -> String? {
    let quotations = analyzed[paragraph].quotations
    guard quotations.indices.contains(index) else { return nil }
    if let attribution = quotations[index].attribution { return speaker(of: attribution, in: paragraph) }
    guard let entity = draft.quotationSpeakers[QuotationReference(paragraph, index)],
      draft.entities.indices.contains(entity)
    else { return nil }
    return draft.entities[entity].name
  }
}
