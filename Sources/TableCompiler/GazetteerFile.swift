import Foundation
import TextCore

/// One gazetteer: tab-separated with a header row, no quoting, lists in a field separated by `|`.
struct GazetteerFile {
  private let columns: [String: Int]
  let rows: [[Substring]]

  init(_ folder: URL, _ name: String) throws {
    let text = try String(contentsOf: folder.appendingPathComponent(name + ".tsv"), encoding: .utf8)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: true)[...]
    guard let header = lines.popFirst() else { throw TableError("\(name).tsv is empty.") }
    columns = Dictionary(
      header.split(separator: "\t", omittingEmptySubsequences: false).enumerated().map { (String($1), $0) },
      uniquingKeysWith: { first, _ in first })
    rows = lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
  }

  /// A field of a row; empty if the row or the column lacks it.
  func field(_ row: [Substring], _ column: String) -> String {
    guard let index = columns[column], index < row.count else { return "" }
    return String(row[index])
  }

  func list(_ row: [Substring], _ column: String) -> [String] {
    field(row, column).split(separator: "|").map(String.init)
  }

  func integer(_ row: [Substring], _ column: String) -> Int { Int(field(row, column)) ?? 0 }
}
