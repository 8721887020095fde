import TextCore

/// One object: `{"version": 1, "findings": [{"path", "line", "column", "end_line", "end_column", …}]}`; lines and columns
/// from 1, columns in characters. Edits are places of the same kind.
func jsonReport(_ drafts: [CheckedDraft]) -> [UInt8] {
  var writer = JSONWriter(indented: true)
  writer.object { writer in
    writer.field("version", AnnotatedDraft.version)
    writer.key("findings")
    writer.array { writer in
      for draft in drafts {
        for finding in draft.findings {
          writer.separate()
          writer.finding(finding, in: draft)
        }
      }
    }
  }
  writer.endLine()
  return writer.bytes
}

extension JSONWriter {
  fileprivate mutating func finding(_ finding: ReportedFinding, in draft: CheckedDraft) {
    object { writer in
      writer.field("path", draft.name.text)
      writer.range(finding.span, in: draft.snapshot)
      writer.field("severity", finding.severity.rawValue)
      writer.field("code", finding.code)
      writer.field("category", ifAny: finding.category)
      writer.field("message", finding.message)
      writer.key("fixes")
      writer.array(of: finding.fixes) { writer, fix in
        writer.object { writer in
          writer.field("title", fix.title)
          writer.key("edits")
          writer.array(of: fix.edits) { writer, edit in
            writer.object { writer in
              writer.range(edit.span, in: draft.snapshot)
              writer.field("text", String(decoding: edit.bytes, as: UTF8.self))
            }
          }
        }
      }
    }
  }

  private mutating func range(_ span: TextSpan, in snapshot: TextSnapshot) {
    let start = snapshot.place(of: span.start, in: .utf32)
    let end = snapshot.place(of: span.end, in: .utf32)
    field("line", start.line)
    field("column", start.column)
    field("end_line", end.line)
    field("end_column", end.column)
  }
}
