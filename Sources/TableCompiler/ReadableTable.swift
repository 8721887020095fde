package import Foundation

/// What is wrong with a readable table, in words that say where to look.
package struct TableError: Error, CustomStringConvertible {
  package let description: String
  package init(_ description: String) { self.description = description }
}

/// A table as people write it: `#` comments, a header of tab-separated `name:type`, then rows.
///
/// One column has the type `phrases`: the keys, separated by `|`. The others are `int` or `text`.
package struct ReadableTable: Sendable {
  package enum ColumnType: String, Sendable { case phrases, int, text }
  package enum Cell: Hashable, Sendable {
    case integer(Int32)
    case text(String)
  }
  package struct Row: Sendable {
    package let phrases: [String]
    /// The cells without the phrases, in header order.
    package let cells: [Cell]
    package init(phrases: [String], cells: [Cell]) {
      self.phrases = phrases
      self.cells = cells
    }
  }

  /// File name without its ending.
  package let name: String
  /// Names of the columns without the phrases.
  package let columns: [String]
  package var rows: [Row]

  package init(name: String, columns: [String], rows: [Row] = []) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }

  package init(contentsOf file: URL) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    try self.init(name: file.deletingPathExtension().lastPathComponent, text: text)
  }

  /// Parses the text of a table; the error names the table and the line.
  package init(name: String, text: String) throws {
    self.name = name
    var types: [ColumnType] = []
    var columns: [String] = []
    var rows: [Row] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty || line.hasPrefix("#") { continue }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      func wrong(_ what: String) -> TableError { TableError("\(name).tsv:\(number + 1): \(what)") }
      if types.isEmpty {
        for field in fields {
          let parts = field.split(separator: ":")
          guard parts.count == 2, let type = ColumnType(rawValue: String(parts[1])) else {
            throw wrong("“\(field)” is no column: write name:phrases, name:int or name:text.")
          }
          types.append(type)
          if type != .phrases { columns.append(String(parts[0])) }
        }
        guard types.count(where: { $0 == .phrases }) == 1 else { throw wrong("One column must be of type phrases.") }
        continue
      }
      guard fields.count == types.count else {
        throw wrong("\(fields.count) fields where the header has \(types.count).")
      }
      var phrases: [String] = []
      var cells: [Cell] = []
      for (field, type) in zip(fields, types) {
        switch type {
        case .phrases: phrases = field.split(separator: "|").map(String.init).filter { !$0.isEmpty }
        case .text: cells.append(.text(field))
        case .int:
          guard let value = Int32(field.isEmpty ? "0" : field) else { throw wrong("“\(field)” is no whole number.") }
          cells.append(.integer(value))
        }
      }
      guard !phrases.isEmpty else { throw wrong("A row without a phrase.") }
      rows.append(Row(phrases: phrases, cells: cells))
    }
    self.columns = columns
    self.rows = rows
  }
}
