import English
import Foundation
import Lexicons
import TableCompiler
import Testing
import TextCore

private let data = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appendingPathComponent("Sources/EnglishData")

@Suite struct TableTests {
  @Test func theEmbeddedTablesAreThoseOfTheFolder() throws {
    let expected = try TableCompiler.fingerprint(of: data.appendingPathComponent("tables"))
    #expect(English.files.first?.fingerprint == expected, "A table was changed: run `swift run copydesk-tables`.")
  }

  @Test func theNamesAreThoseOfTheProvenance() throws {
    let lines = try String(contentsOf: data.appendingPathComponent("PROVENANCE.tsv"), encoding: .utf8)
      .split(separator: "\n").dropFirst().map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    #expect(lines.map { String($0[0]) } == Gazetteers.files.map { $0 + ".tsv" })
    var hash = StableHash()
    for line in lines { hash.combine(try #require(UInt64(line[1], radix: 16))) }
    #expect(English.files.count == 2 && English.files[1].fingerprint == hash.value)
    for line in lines { #expect(line[3].count > 2, "\(line[0]) without provenance") }
  }

  @Test(arguments: try! TableCompiler.tables(in: data.appendingPathComponent("tables")).map(\.name))
  func tablesAreSortedUniqueAndTellTheirSource(name: String) throws {
    let file = data.appendingPathComponent("tables/\(name).tsv")
    let table = try ReadableTable(contentsOf: file)
    #expect(try String(contentsOf: file, encoding: .utf8).hasPrefix("#"), "\(name) does not tell its source")
    #expect(English.language.has(name))
    // A word may stand in several classes of contexts, once in each.
    let hasClasses = name == "quantity-contexts"
    var seen = Set<String>()
    for row in table.rows {
      if hasClasses { seen = [] }
      for phrase in row.phrases { #expect(seen.insert(phrase).inserted, "\(phrase) twice in \(name)") }
    }
  }

  @Test(arguments: [
    ("word:phrases\tn:int\nbank\tx", "t.tsv:2: “x” is no whole number."),
    ("word:phrases\tn:int\nbank", "t.tsv:2: 1 fields where the header has 2."),
    ("word\tn:int\n", "t.tsv:1: “word” is no column: write name:phrases, name:int or name:text."),
    ("# x\nword:text\n", "t.tsv:2: One column must be of type phrases."),
  ])
  func aTableThatCannotBeReadSaysWhere(text: String, message: String) {
    #expect { try ReadableTable(name: "t", text: text) } throws: { "\($0)" == message }
  }

  @Test(arguments: [
    ("benjamin netanyahu", 0), ("the hague", 2), ("united nations", 1), ("geneva conventions", 7), ("norwegian", 3),
  ])
  func namesAreFound(phrase: String, kind: Int) throws {
    let names = English.language.lexicon("names")
    let rows = try #require(names.rows(phrase.split(separator: " ").map { CaseFolding.hash(String($0)) }))
    #expect(rows.contains { names.integer($0, 0) == kind })
  }
}
