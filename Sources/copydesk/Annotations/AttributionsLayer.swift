import DocumentModel
import TextCore

extension JSONWriter {
  mutating func attributions(_ draft: AnnotatedDraft) {
    let continuations = Dictionary(grouping: draft.draft.continuations, by: \.value).mapValues { $0.map(\.key) }
    layer("attributions", draft, \.attributions) { writer, attribution, paragraph, index in
      let goesOn = continuations[AttributionReference(paragraph, index)] ?? []
      // An introduction that nothing follows is no report.
      if attribution.contents.isEmpty, goesOn.isEmpty { return }
      writer.separate()
      writer.attribution(
        attribution, named: draft.attributionName(paragraph, index),
        speaker: draft.draft.speakers[AttributionReference(paragraph, index)], paragraph, goesOn: goesOn, of: draft)
    }
  }

  /// Reports inside a content are named after their parent: "a3.1". Only outermost ones have a known speaker.
  private mutating func attribution(
    _ attribution: Attribution, named name: String, speaker: Int?, _ paragraph: Int,
    goesOn: [QuotationReference] = [], of draft: AnnotatedDraft
  ) {
    object { writer in
      writer.field("id", name)
      writer.spans("source", attribution.sources, paragraph, of: draft)
      writer.spans("cue", attribution.cues, paragraph, of: draft)
      writer.contents(attribution.contents, paragraph, goesOn: goesOn, of: draft)
      writer.field("form", attribution.form.rawValue)
      writer.field("speaker", orNull: speaker.map(draft.entityName))
      writer.field("kind", attribution.kind.rawValue)
      writer.field("stance", attribution.stance.rawValue)
      writer.key("confidence")
      writer.share(attribution.confidence)
      guard !attribution.inner.isEmpty else { return }
      writer.key("inner")
      writer.array(of: attribution.inner.enumerated()) { writer, item in
        writer.attribution(item.element, named: "\(name).\(item.offset + 1)", speaker: nil, paragraph, of: draft)
      }
    }
  }

  /// The contents in the paragraph of the cue, and the quotations of later ones that go on with them.
  private mutating func contents(
    _ contents: [TextSpan], _ paragraph: Int, goesOn: [QuotationReference], of draft: AnnotatedDraft
  ) {
    key("content")
    let later = goesOn.sorted { ($0.paragraph, $0.index) < ($1.paragraph, $1.index) }.map {
      draft.place($0.paragraph, draft.draft.paragraphs[$0.paragraph].quotations[$0.index].span)
    }
    array(of: contents.map { draft.place(paragraph, $0) } + later) { writer, place in writer.pair(place) }
  }

  private mutating func spans(_ name: StaticString, _ spans: [TextSpan], _ paragraph: Int, of draft: AnnotatedDraft) {
    key(name)
    array(of: spans) { writer, span in writer.pair(draft.place(paragraph, span)) }
  }
}
