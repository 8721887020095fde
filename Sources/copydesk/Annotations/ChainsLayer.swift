import DocumentModel

extension JSONWriter {
  /// Each entity of the draft with every mention of it, in order of reading.
  mutating func chains(_ draft: AnnotatedDraft) {
    key("chains")
    array(of: draft.draft.entities.enumerated()) { writer, item in
      let (index, entity) = item
      writer.object { writer in
        writer.field("entity", draft.entityName(index))
        writer.field("name", entity.name)
        writer.field("kind", entity.kind.rawValue)
        writer.field("description", ifAny: entity.description)
        writer.key("mentions")
        writer.array { writer in
          for reference in entity.mentions { writer.mention(reference, of: draft) }
        }
      }
    }
  }

  /// `[start, end, form]`
  private mutating func mention(_ reference: MentionReference, of draft: AnnotatedDraft) {
    guard let mention = draft.draft.mention(reference) else { return }
    let place = draft.place(reference.paragraph, mention.span)
    separate()
    array { writer in
      writer.separate()
      writer.integer(place.start)
      writer.separate()
      writer.integer(place.end)
      writer.separate()
      writer.string((mention.form == .candidate ? .name : mention.form).rawValue)
    }
  }
}
