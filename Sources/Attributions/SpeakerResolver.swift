package import DocumentModel
import TextCore

/// Ties attributions to the entity that speaks, and quotations that run on without a cue of their own to the speaker before
/// them. Works over mentions and quotations, in order of reading; linear in both.
package struct SpeakerResolver: DocumentAnalyzer {
  package init() {}

  package var reads: Set<Layer> { [.mentions, .quotations, .attributions, .entities] }
  package var provides: Set<Layer> { [.speakers] }

  package func analyze(_ draft: inout DraftLayers) {
    var speakers: [AttributionReference: Int] = [:]
    var running: [QuotationReference: Int] = [:]
    /// Who spoke last, and in which paragraph.
    var last: (entity: Int, paragraph: Int)?
    var isOpen = false
    for (paragraph, analyzed) in draft.paragraphs.enumerated() {
      let (attributions, quotations) = (analyzed.attributions, analyzed.quotations)
      if attributions.isEmpty, quotations.isEmpty { continue }
      for (index, attribution) in attributions.enumerated() {
        guard let mention = attribution.sourceMention,
          let entity = draft.entityOfMention[MentionReference(paragraph: paragraph, mention: mention)]
        else { continue }
        speakers[AttributionReference(paragraph, index)] = entity
      }
      for (index, quotation) in quotations.enumerated() where !quotation.isInner && quotation.form == .direct {
        if let attribution = quotation.attribution {
          last = speakers[AttributionReference(paragraph, attribution)].map { ($0, paragraph) }
        } else if let speaker = last, speaker.paragraph == paragraph || isOpen && speaker.paragraph == paragraph - 1 {
          running[QuotationReference(paragraph, index)] = speaker.entity
          last = (speaker.entity, paragraph)
        }
        isOpen = quotation.isOpen
      }
      if quotations.isEmpty { isOpen = false }
    }
    draft.speakers = speakers
    draft.quotationSpeakers = running
  }
}
