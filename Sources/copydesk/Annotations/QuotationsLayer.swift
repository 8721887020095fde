import DocumentModel

extension JSONWriter {
  mutating func quotations(_ draft: AnnotatedDraft) {
    layer("quotations", draft, \.quotations) { writer, quotation, paragraph, index in
      writer.separate()
      writer.object { writer in
        writer.extent(draft.place(paragraph, quotation.span))
        writer.field("form", quotation.form.rawValue)
        writer.field("speaker", orNull: draft.speaker(of: quotation, paragraph, index).map(draft.entityName))
      }
    }
  }
}

extension AnnotatedDraft {
  /// The entity whose words these are: by the attribution that covers them, or by the quotation they run on from.
  func speaker(of quotation: Quotation, _ paragraph: Int, _ index: Int) -> Int? {
    quotation.attribution.flatMap { draft.speakers[AttributionReference(paragraph, $0)] }
      ?? draft.quotationSpeakers[QuotationReference(paragraph, index)]
  }
}
