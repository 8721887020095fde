import DocumentModel

extension JSONWriter {
  mutating func claims(_ draft: AnnotatedDraft) {
    layer("claims", draft, \.claims) { writer, claim, paragraph, _ in
      writer.separate()
      writer.object { writer in
        writer.extent(draft.place(paragraph, claim.span))
        writer.field("category", claim.category.rawValue)
        writer.field("attribution", orNull: claim.attribution.map { draft.attributionName(paragraph, $0) })
        writer.key("confidence")
        writer.share(claim.confidence)
      }
    }
  }
}
