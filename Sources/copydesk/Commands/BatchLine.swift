import DocumentModel

/// One line of a batch: a document to annotate, or the reason why it is none.
struct BatchLine {
  /// JSON, given back as it came; `null` if there was none.
  private(set) var id = Array("null".utf8)
  private(set) var text: [UInt8] = []
  private(set) var language = MarkupLanguage.plaintext
  private(set) var reference: ReferenceMoment?
  /// A sentence without its full stop.
  private(set) var error: String?

  init(_ line: ArraySlice<UInt8>, language standard: MarkupLanguage, reference standardDay: ReferenceMoment?) {
    language = standard
    reference = standardDay
    var reader = JSONReader(line)
    var text: String?
    var input: String?
    var day: String?
    var markup: String?
    do throws(JSONReader.Fault) {
      try reader.wholeObject { (reader, name) throws(JSONReader.Fault) in
        switch name {
        case "id": id = try reader.rawScalar()
        case "text": text = try reader.optionalString()
        case "input": input = try reader.optionalString()
        case "reference": day = try reader.optionalString()
        case "language": markup = try reader.optionalString()
        default: try reader.skipValue()
        }
      }
    } catch {
      self.error = "not a JSON object: \(error.expected) was expected at byte \(error.offset)"
      return
    }
    guard let prose = text ?? input else {
      error = "the object has no \"text\""
      return
    }
    self.text = Array(prose.utf8)
    if let day {
      reference = ReferenceMoment(iso: day)
      if reference == nil { error = "\"reference\" is no ISO 8601 date: \"\(day.prefix(40))\"" }
    }
    if let markup {
      if let known = MarkupLanguage(rawValue: markup) {
        language = known
      } else {
        error = "\"language\" must be \"markdown\" or \"plaintext\", not \"\(markup.prefix(40))\""
      }
    }
  }
}
