import Rules
import TextCore

/// SARIF 2.1.0 (OASIS, 2020), for code scanning of GitHub, GitLab and others; lines and columns from 1, columns in UTF-16.
func sarifReport(_ drafts: CheckedDrafts) -> [UInt8] {
  var writer = JSONWriter(indented: true)
  writer.object { writer in
    writer.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
    writer.field("version", "2.1.0")
    writer.key("runs")
    writer.array(of: [drafts]) { writer, drafts in
      writer.object { writer in
        writer.tool(drafts.rules)
        writer.field("columnKind", "utf16CodeUnits")
        writer.key("results")
        writer.array { writer in
          for draft in drafts.all {
            let places = DraftPlaces(draft.snapshot, columns: .utf16)
            for finding in draft.findings {
              writer.separate()
              writer.result(finding, in: draft, places)
            }
          }
        }
      }
    }
  }
  writer.endLine()
  return writer.bytes
}

extension JSONWriter {
  fileprivate mutating func tool(_ rules: [any Rule]) {
    key("tool")
    object { writer in
      writer.key("driver")
      writer.object { writer in
        writer.field("name", "Copydesk")
        writer.field("version", copydeskVersion)
        writer.key("rules")
        writer.array(of: rules) { writer, rule in writer.rule(rule) }
      }
    }
  }

  private mutating func rule(_ rule: any Rule) {
    object { writer in
      writer.field("id", rule.code)
      writer.message("shortDescription", rule.manual.finds)
      writer.message("fullDescription", rule.manual.why)
      writer.message("help", rule.manual.instead)
      writer.key("defaultConfiguration")
      writer.object { writer in
        writer.key("enabled")
        writer.raw(Array((rule.severity == nil ? "false" : "true").utf8))
        writer.field("level", (rule.severity ?? .information).level)
      }
    }
  }

  fileprivate mutating func result(_ finding: ReportedFinding, in draft: CheckedDraft, _ places: DraftPlaces) {
    object { writer in
      writer.field("ruleId", finding.code)
      writer.field("level", finding.severity.level)
      writer.message("message", finding.message)
      writer.key("locations")
      writer.array(of: [finding.span]) { writer, span in
        writer.object { writer in
          writer.key("physicalLocation")
          writer.object { writer in
            writer.artifact(draft.name)
            writer.region("region", span, places)
          }
        }
      }
      writer.fixes(finding, in: draft, places)
    }
  }

  private mutating func fixes(_ finding: ReportedFinding, in draft: CheckedDraft, _ places: DraftPlaces) {
    let fixes = finding.fixes.filter { !$0.edits.isEmpty }
    guard !fixes.isEmpty else { return }
    key("fixes")
    array(of: fixes) { writer, fix in
      writer.object { writer in
        writer.message("description", fix.title)
        writer.key("artifactChanges")
        writer.array(of: [fix.edits]) { writer, edits in
          writer.object { writer in
            writer.artifact(draft.name)
            writer.key("replacements")
            writer.array(of: edits) { writer, edit in
              writer.object { writer in
                writer.region("deletedRegion", edit.span, places)
                writer.message("insertedContent", String(decoding: edit.bytes, as: UTF8.self))
              }
            }
          }
        }
      }
    }
  }

  private mutating func artifact(_ name: Argument) {
    key("artifactLocation")
    object { $0.field("uri", uriReference(of: name)) }
  }

  private mutating func message(_ name: StaticString, _ text: String) {
    key(name)
    object { $0.field("text", text) }
  }

  private mutating func region(_ name: StaticString, _ span: TextSpan, _ places: DraftPlaces) {
    let (start, end) = (places(span.start), places(span.end))
    key(name)
    object { writer in
      writer.field("startLine", start.line)
      writer.field("startColumn", start.column)
      writer.field("endLine", end.line)
      writer.field("endColumn", end.column)
    }
  }
}

extension Severity {
  /// SARIF 2.1.0, section 3.27.10.
  fileprivate var level: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .information, .hint: "note"
    }
  }
}

/// A path as a URI reference (RFC 3986): relative ones stay so, since code scanning joins them to the repository's root.
private func uriReference(of name: Argument) -> String {
  if name.isStandardInput { return "stdin" }
  let hexadecimal = Array("0123456789ABCDEF".utf8)
  var uri = Array((name.bytes.first == 0x2F ? "file://" : "").utf8)
  for byte in name.bytes {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E: uri.append(byte)
    default: uri += [0x25, hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
    }
  }
  return String(decoding: uri, as: UTF8.self)
}
