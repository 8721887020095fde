import DocumentModel

/// One line of a batch: a document to annotate, or the reason why it is none.
struct BatchLine {
  /// JSON, given back as it came; `null` if there was none.
  private(set) var id = Array("null".utf8)
  private(set) var text: [UInt8] = []
  private(set) var reading: DraftReading
  /// A sentence without its full stop.
  private(set) var error: String?

  /// - Parameter standard: how the line is read unless it says otherwise.
  init(_ line: ArraySlice<UInt8>, _ standard: DraftReading) {
    reading = standard
    var reader = JSONReader(line)
    var words = Words()
    do throws(JSONReader.Fault) {
      try reader.wholeObject { (reader, name) throws(JSONReader.Fault) in
        switch name {
        case "id":
          let isName = !reader.isAtContainer
          let value = try reader.rawValue()
          if isName { id = value } else { words.complain("\"id\" must be a string or a number") }
        case "text": words.text = try words.read(name, from: &reader)
        case "input": words.input = try words.read(name, from: &reader)
        case "reference": words.reference = try words.read(name, from: &reader)
        case "language": words.language = try words.read(name, from: &reader)
        default: try reader.skipValue()
        }
      }
    } catch {
      self.error = "not a JSON object: \(error.expected) was expected at byte \(error.offset)"
      return
    }
    take(words)
  }

  /// The fields that are strings. One that is something else is told, and the line is read on: its `id` may yet come.
  private struct Words {
    var text: String?
    var input: String?
    var reference: String?
    var language: String?
    /// The first fault.
    private(set) var complaint: String?

    /// nil for `null`.
    mutating func read(_ name: String, from reader: inout JSONReader) throws(JSONReader.Fault) -> String? {
      if reader.isAtString { return try reader.string() }
      let isNull = reader.isAtNull
      try reader.skipValue()
      if !isNull { complain("\"\(name)\": a string was expected") }
      return nil
    }

    mutating func complain(_ sentence: String) { complaint = complaint ?? sentence }
  }

  private mutating func take(_ words: Words) {
    if let complaint = words.complaint {
      error = complaint
      return
    }
    guard let prose = words.text ?? words.input else {
      error = "the object has no \"text\""
      return
    }
    self.text = Array(prose.utf8)
    if let day = words.reference {
      reading.reference = ReferenceMoment(iso: day)
      if reading.reference == nil { error = "\"reference\" is no ISO 8601 date: \"\(day.prefix(40))\"" }
    }
    if let markup = words.language {
      if let known = MarkupLanguage(rawValue: markup) {
        reading.markup = known
      } else {
        error = "\"language\" must be \"markdown\", \"mdx\" or \"plaintext\", not \"\(markup.prefix(40))\""
      }
    }
  }
}
