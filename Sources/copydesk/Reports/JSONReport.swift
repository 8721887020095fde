import TextCore

/// Version of the contract with readers of this report, which `protocol/README.md` tells; a change that could break one
/// raises it.
private let reportVersion = 1

/// One object: `{"version": 1, "findings": [{"path", "line", "column", "end_line", "end_column", …}]}`; lines and columns
/// from 1, columns in characters. Edits are places of the same kind.
func jsonReport(_ drafts: [CheckedDraft]) -> [UInt8] {
  var writer = JSONWriter(indented: true)
  writer.object { writer in
    writer.field("version", reportVersion)
    writer.key("findings")
    writer.array { writer in
      for draft in drafts {
        let places = DraftPlaces(draft.snapshot, columns: .codePoint)
        for finding in draft.findings {
          writer.separate()
          writer.finding(finding, in: draft, places)
        }
      }
    }
  }
  writer.endLine()
  return writer.bytes
}

extension JSONWriter {
  fileprivate mutating func finding(_ finding: ReportedFinding, in draft: CheckedDraft, _ places: DraftPlaces) {
    object { writer in
      writer.field("path", draft.name.text)
      writer.range(finding.span, places)
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
              writer.range(edit.span, places)
              writer.field("text", String(decoding: edit.bytes, as: UTF8.self))
            }
          }
        }
      }
    }
  }

  private mutating func range(_ span: TextSpan, _ places: DraftPlaces) {
    let (start, end) = (places(span.start), places(span.end))
    field("line", start.line)
    field("column", start.column)
    field("end_line", end.line)
    field("end_column", end.column)
  }
}
