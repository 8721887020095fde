package import Foundation
import Lexicons
import Segmentation
import TextCore

/// Compiles readable tables into the form the executable carries. Keys are cut by the product's own tokenizer, so that a
/// phrase in a table and in a draft are the same tokens.
package struct TableCompiler {
  private let tokenizer: Tokenizer

  /// - Parameter abbreviations: the table the tokenizer itself needs; its keys are single tokens.
  package init(abbreviations: ReadableTable) throws {
    var builder = LexiconBuilder(columnCount: abbreviations.columns.count)
    for row in abbreviations.rows { builder.add(row.phrases.map { [CaseFolding.hash($0)] }, row.cells) }
    let file = TableFileWriter.bytes(fingerprint: 0, sections: [("abbreviations", builder.section())])
    // Read in place for as long as the process lives, as the embedded tables are.
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: file.count, alignment: 8)
    memory.copyBytes(from: file)
    guard let table = TableFile(UnsafeRawBufferPointer(memory)) else {
      throw TableError("The abbreviations table does not read back.")
    }
    tokenizer = Tokenizer(Language([table]))
  }

  /// The folded token hashes of a phrase.
  package func key(_ phrase: String) -> [UInt64] { tokenizer.tokenize(Array(phrase.utf8)).hashes }

  /// The keys of a phrase. Some abbreviations keep their dot only with a capital ("Dec.", but "he said dec."); tables are
  /// written small, so a phrase with a dot is cut both ways.
  private func keys(_ phrase: String) -> [[UInt64]] {
    let small = key(phrase)
    guard phrase.utf8.contains(UInt8(ascii: ".")) else { return [small] }
    let words = phrase.split(separator: " ", omittingEmptySubsequences: false)
    let capitals = key(
      words.map { $0.hasSuffix(".") ? $0.prefix(1).uppercased() + $0.dropFirst() : String($0) }.joined(separator: " "))
    return capitals == small ? [small] : [small, capitals]
  }

  package func section(_ table: ReadableTable) -> [UInt8] {
    var builder = LexiconBuilder(columnCount: table.columns.count)
    for row in table.rows {
      builder.add(
        row.phrases.flatMap { table.name == "abbreviations" ? [[CaseFolding.hash($0)]] : keys($0) }, row.cells)
    }
    return builder.section()
  }

  package func file(_ tables: [ReadableTable], fingerprint: UInt64) -> [UInt8] {
    TableFileWriter.bytes(fingerprint: fingerprint, sections: tables.map { ($0.name, section($0)) })
  }

  /// The readable tables of a folder, by name.
  package static func tables(in folder: URL) throws -> [ReadableTable] {
    try files(in: folder).map(ReadableTable.init(contentsOf:))
  }

  /// Of the bytes of a folder's tables and their names; what `TableFile.fingerprint` is compared with.
  package static func fingerprint(of folder: URL) throws -> UInt64 {
    var hash = StableHash()
    for file in try files(in: folder) {
      for byte in file.lastPathComponent.utf8 { hash.combine(byte) }
      hash.combine(StableHash.of(try Data(contentsOf: file)))
    }
    return hash.value
  }

  private static func files(in folder: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "tsv" }.sorted { $0.lastPathComponent < $1.lastPathComponent }
  }
}
