import Foundation
import Testing

/// The readable tables: sorted, so that a word has one place; unique, so that it has one meaning.
struct TableTests {
  static let names: [String] = {
    let folder = House.root.appendingPathComponent("Sources/EnglishData/tables").path
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".tsv") }
      .sorted()
  }()

  @Test(arguments: names)
  func isSortedAndUnique(name: String) throws {
    let lines = try House.text("Sources/EnglishData/tables/\(name)").split(separator: "\n")
    #expect(lines.first?.hasPrefix("#") == true, "the head tells source and columns")
    let rows = lines.drop { $0.hasPrefix("#") }
    let header = try #require(rows.first).split(separator: "\t", omittingEmptySubsequences: false)
    let column = try #require(header.firstIndex { $0.hasSuffix(":phrases") })
    var last = ""
    for row in rows.dropFirst() {
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
      #expect(cells.count == header.count, "\(name): \(row.prefix(60))")
      // The tables' order is that of their keys, which are in lower case.
      let phrase = cells[column].prefix { $0 != "|" }.lowercased()
      #expect(last.utf8.lexicographicallyPrecedes(phrase.utf8), "\(name): \"\(phrase)\" stands after \"\(last)\"")
      last = phrase
    }
  }
}
