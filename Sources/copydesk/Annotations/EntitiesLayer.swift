import DocumentModel

extension JSONWriter {
  /// Names, acronyms, roles and languages; other ways of pointing at somebody stand in the chains.
  mutating func entities(_ draft: AnnotatedDraft) {
    layer("entities", draft, \.mentions) { writer, mention, paragraph, index in
      let reference = MentionReference(paragraph: paragraph, mention: index)
      let entity = draft.draft.entityOfMention[reference]
      guard mention.isListed || mention.form == .candidate && entity != nil else { return }
      writer.separate()
      writer.object { writer in
        writer.extent(draft.place(paragraph, mention.span))
        writer.field("text", draft.analysis.text(paragraph, mention.span))
        writer.field("kind", (draft.draft.kindOfMention[reference] ?? mention.kind).rawValue)
        writer.field("entity", orNull: entity.map(draft.entityName))
        writer.key("confidence")
        writer.share(mention.confidence)
      }
    }
  }
}

extension Mention {
  /// Whether the mention is one of `entities`, whatever the rest of the draft says.
  var isListed: Bool { form == .name || form == .acronym || kind == .role || kind == .language }
}
