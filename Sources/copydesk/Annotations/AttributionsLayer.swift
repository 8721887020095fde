import DocumentModel
import TextCore

extension JSONWriter {
  mutating func attributions(_ draft: AnnotatedDraft) {
    layer("attributions", draft, \.attributions) { writer, attribution, paragraph, index in
      writer.separate()
      writer.attribution(
        attribution, named: draft.attributionName(paragraph, index),
        speaker: draft.draft.speakers[AttributionReference(paragraph, index)], paragraph, of: draft)
    }
  }

  /// Reports inside a content are named after their parent: "a3.1". Only outermost ones have a known speaker.
  private mutating func attribution(
    _ attribution: Attribution, named name: String, speaker: Int?, _ paragraph: Int, of draft: AnnotatedDraft
  ) {
    object { writer in
      writer.field("id", name)
      writer.spans("source", attribution.sources, paragraph, of: draft)
      writer.spans("cue", attribution.cues, paragraph, of: draft)
      writer.spans("content", attribution.contents, paragraph, of: draft)
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

  private mutating func spans(_ name: StaticString, _ spans: [TextSpan], _ paragraph: Int, of draft: AnnotatedDraft) {
    key(name)
    array(of: spans) { writer, span in writer.pair(draft.place(paragraph, span)) }
  }
}
