import Rules
import TextCore

extension JSONWriter {
  mutating func findings(_ draft: AnnotatedDraft) {
    key("findings")
    array(of: draft.findings) { writer, finding in
      writer.object { writer in
        writer.extent(draft.place(finding.span))
        writer.field("code", finding.code)
        writer.field("category", ifAny: finding.category)
        writer.field("severity", finding.severity.rawValue)
        writer.field("message", finding.message)
        writer.key("fixes")
        writer.array(of: finding.fixes) { writer, fix in writer.fix(fix, of: draft) }
      }
    }
  }

  private mutating func fix(_ fix: Correction, of draft: AnnotatedDraft) {
    object { writer in
      writer.field("title", fix.title)
      writer.key("edits")
      writer.array(of: fix.edits) { writer, edit in
        writer.object { writer in
          writer.extent(draft.place(edit.span))
          writer.field("text", String(decoding: edit.bytes, as: UTF8.self))
        }
      }
    }
  }
}
