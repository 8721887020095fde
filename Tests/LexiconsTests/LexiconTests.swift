import Lexicons
import TableCompiler
import Testing
import TextCore

/// A lexicon built and read back as the product does it, from phrases of space-separated words.
private func lexicon(_ rows: [([String], String)], largestPlainPool: Int = .max) -> Lexicon? {
  var builder = LexiconBuilder(columnCount: 1, largestPlainPool: largestPlainPool)
  for (phrases, value) in rows { builder.add(phrases.map(key), [.text(value)]) }
  let section = builder.section()
  let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: section.count, alignment: 8)
  memory.copyBytes(from: section)
  return Lexicon(UnsafeRawBufferPointer(memory))
}

private func key(_ phrase: String) -> [UInt64] { phrase.split(separator: " ").map { CaseFolding.hash(String($0)) } }

@Suite struct LexiconTests {
  @Test func theLongestPhraseWins() throws {
    let places = try #require(lexicon([(["New York"], "city"), (["New York City Hall"], "hall"), (["York"], "york")]))
    #expect(places.longestMatch(key("New York City"), at: 0)?.count == 2)
    #expect(places.longestMatch(key("in NEW york city hall now"), at: 1)?.count == 4)
    #expect(places.longestMatch(key("New Delhi"), at: 0) == nil)
    #expect(places.longestMatch(key("New York"), at: 0, limit: 1) == nil)
    #expect(places.text(try #require(places.row(CaseFolding.hash("york"))), 0) == "york")
  }

  @Test func rowsOfAnAmbiguousPhraseComeInTheirOrder() throws {
    let names = try #require(
      lexicon([(["Georgia", "Sakartvelo"], "country"), (["Georgia"], "state"), (["Paris"], "city")]))
    let rows = try #require(names.rows(key("georgia")))
    #expect(rows.map { names.text($0, 0) } == ["country", "state"])
    #expect(names.rows(key("sakartvelo"))?.map { names.text($0, 0) } == ["country"])
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func everyPhrasePutInIsFound(seed: UInt64) throws {
    var random = SeededWords(seed: seed)
    let phrases = Set((0..<500).map { _ in random.phrase() }).sorted()
    let table = try #require(lexicon(phrases.map { ([$0], $0) }))
    for phrase in phrases {
      #expect(try #require(table.rows(key(phrase))).map { table.text($0, 0) } == [phrase])
    }
  }

  /// Texts of a large table are encoded by symbols, and each reads back.
  @Test func textsOfALargeTableReadBack() throws {
    var random = SeededWords(seed: 7)
    let texts = (0..<300).map { "harbour master of \(random.phrase()) and Łódź; population \($0) thousand" } + [""]
    let rows = texts.enumerated().map { (["w\($0.offset)"], $0.element) }
    let table = try #require(lexicon(rows, largestPlainPool: 0))
    for (number, text) in texts.enumerated() {
      #expect(table.text(try #require(table.row(CaseFolding.hash("w\(number)"))), 0) == text)
    }
  }

  @Test func whatIsNotThereAnswersEmpty() throws {
    let table = try #require(lexicon([(["a"], "x")]))
    #expect(table.text(5, 0) == "" && table.text(0, 5) == "" && table.text(-1, 0) == "" && table.integer(9, 9) == 0)
    let none = Language([]).lexicon("no such table")
    #expect(none.longestMatch(key("a b"), at: 0) == nil && none.rowCount == 0)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func aDamagedTableNeverTraps(seed: UInt64) {
    var builder = LexiconBuilder(columnCount: 2, largestPlainPool: seed % 2 == 0 ? .max : 0)
    for phrase in ["north bank", "north", "mill"] {
      for _ in 0..<2 { builder.add([key(phrase)], [.text(phrase), .integer(70_000)]) }
    }
    var section = builder.section()
    for step in 0..<8 {
      let random = StableHash.finish(seed &* 31 &+ UInt64(step) &+ 1)
      section[Int(random % UInt64(section.count))] = UInt8(truncatingIfNeeded: random >> 40)
    }
    section.withUnsafeBytes { bytes in
      guard let table = Lexicon(bytes) else { return }
      for row in table.longestMatch(key("north bank"), at: 0)?.rows.prefix(4).map(\.self) ?? [] {
        _ = table.text(row, 0)
      }
      for row in 0..<6 { _ = (table.text(row, 0), table.text(row, 1), table.integer(row, 1)) }
    }
  }

  @Test(arguments: [[], [1, 2, 3], Array("CDTF".utf8) + Array(repeating: 255, count: 40)] as [[UInt8]])
  func aBrokenFileIsRefused(bytes: [UInt8]) {
    bytes.withUnsafeBytes { #expect(TableFile($0) == nil) }
  }
}

private struct SeededWords {
  var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func phrase() -> String {
    state = StableHash.finish(state &+ 0x9e37_79b9_7f4a_7c15)
    let words = ["river", "council", "bank", "north", "saint", "field", "port", "mill"]
    return (0...Int(state % 3)).map {
      "\(words[Int((state >> (8 * UInt64($0) + 8)) % 8)])\((state >> (16 + UInt64($0))) % 40)"
    }.joined(separator: " ")
  }
}
