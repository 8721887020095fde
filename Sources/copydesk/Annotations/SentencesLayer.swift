import DocumentModel

extension JSONWriter {
  mutating func sentences(_ draft: AnnotatedDraft) {
    layer("sentences", draft, \.sentences) { writer, sentence, paragraph, _ in
      writer.separate()
      writer.pair(draft.place(paragraph, sentence.span))
    }
  }
}
