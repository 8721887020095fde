package import TextCore

/// A table of phrases with a row of facts for each, found by longest match over token hashes.
///
/// Keys are sequences of `CaseFolding` hashes, one a token, rolled into one 64-bit hash a phrase; texts of phrases are not
/// stored. Slots hold 32 bits of the hash, so that a phrase not in the table is taken for one about once in a thousand
/// million look-ups. Looking up is O(tokens matched).
///
/// Section layout, little endian `UInt32`s: slot count, row count, column count, longest phrase in tokens, offset of columns,
/// offset of lists, offset of strings, offset of symbols (0: texts are plain); then slots of seven bytes, a key of four and a
/// value of three — value 0 is empty; bit 23: longer phrases begin so; bit 22: bits 0…21 are an index into lists; else bits
/// 0…21 are row + 1 (0: prefix only). Columns, at a multiple of four: for each its offset in the section and its width in bytes
/// (1 to 4), then row-count numbers of that width — an integer (signed only in four bytes), or the offset of a string (`UInt16`
/// length, UTF-8; as `SymbolTable` tells where there are symbols). Lists: count, then rows.
///
/// Whatever the bytes say, no read leaves the section: a damaged table answers nonsense, it does not trap.
package struct Lexicon: @unchecked Sendable {
  // Unchecked: read-only memory that lives as long as the process.
  private let base: UnsafeRawPointer
  private let slotCount: Int
  private let columns: Int
  private let lists: UnsafeRawPointer
  private let listWords: Int
  private let strings: UnsafeRawBufferPointer
  private let symbols: SymbolTable?
  package let rowCount: Int
  package let columnCount: Int
  /// Tokens in the longest phrase.
  package let longestPhrase: Int

  package static let headerSize = 32
  package static let slotSize = 7
  /// Of a slot's value.
  package enum Mark {
    package static let isPrefix: UInt32 = 0x80_0000
    package static let isList: UInt32 = 0x40_0000
    package static let index: UInt32 = 0x3F_FFFF
  }

  /// Nil if the section is cut short.
  package init?(_ section: UnsafeRawBufferPointer) {
    guard section.count >= Lexicon.headerSize + 8, let base = section.baseAddress else { return nil }
    func word(_ offset: Int) -> Int { Int(base.loadUnaligned(fromByteOffset: offset, as: UInt32.self)) }
    self.base = base
    slotCount = word(0)
    rowCount = word(4)
    columnCount = word(8)
    longestPhrase = word(12)
    columns = word(16)
    let listsAt = word(20)
    let stringsAt = word(24)
    let symbolsAt = word(28)
    guard slotCount > 0, Lexicon.headerSize + slotCount * Lexicon.slotSize < section.count,
      columns + columnCount * 8 <= section.count,
      listsAt <= stringsAt, stringsAt <= section.count, symbolsAt == 0 || stringsAt...section.count ~= symbolsAt
    else { return nil }
    for column in 0..<columnCount {
      let width = word(columns + column * 8 + 4)
      guard 1...4 ~= width, word(columns + column * 8) + rowCount * width <= section.count
      else { return nil }
    }
    lists = base + listsAt
    listWords = (stringsAt - listsAt) / 4
    strings = UnsafeRawBufferPointer(rebasing: section[stringsAt..<(symbolsAt == 0 ? section.count : symbolsAt)])
    symbols = symbolsAt == 0 ? nil : SymbolTable(UnsafeRawBufferPointer(rebasing: section[symbolsAt...]))
  }

  /// Where the search for a phrase begins: its low half scaled to the number of slots, which need not be a power of two.
  package static func firstSlot(_ phrase: UInt64, of slotCount: Int) -> Int {
    Int(truncatingIfNeeded: ((phrase & 0xFFFF_FFFF) &* UInt64(truncatingIfNeeded: slotCount)) >> 32)
  }

  /// The rolling hash of a phrase, one token longer.
  @inlinable
  package static func extend(_ phrase: UInt64, by token: UInt64) -> UInt64 {
    StableHash.finish((phrase &* 0x9e37_79b9_7f4a_7c15) ^ token)
  }

  /// A phrase of the table found in a text.
  package struct Match: Sendable {
    /// Tokens matched; at least 1.
    package let count: Int
    package let rows: Rows
  }

  /// The rows of one phrase, best first.
  package struct Rows: Sendable, RandomAccessCollection {
    fileprivate let lexicon: Lexicon
    fileprivate let value: UInt32
    package var startIndex: Int { 0 }
    package var endIndex: Int {
      value & Mark.isList != 0 ? Int(lexicon.list(value & Mark.index, 0)) : 1
    }
    package subscript(position: Int) -> Int {
      value & Mark.isList != 0
        ? Int(lexicon.list(value & Mark.index, position + 1)) : Int(value & Mark.index) - 1
    }
  }

  /// The longest phrase that begins with the token at `index`, looking no further than `limit`.
  package func longestMatch(_ hashes: [UInt64], at index: Int, limit: Int = .max) -> Match? {
    hashes.withUnsafeBufferPointer { longestMatch($0, at: index, limit: limit) }
  }

  package func longestMatch(_ hashes: UnsafeBufferPointer<UInt64>, at index: Int, limit: Int = .max) -> Match? {
    var phrase: UInt64 = 0
    var best: Match?
    var next = index
    let end = min(hashes.count, limit)
    while next < end {
      phrase = Lexicon.extend(phrase, by: hashes[next])
      next += 1
      let value = find(phrase)
      if value == 0 { break }
      if value & ~Mark.isPrefix != 0 {
        best = Match(count: next - index, rows: Rows(lexicon: self, value: value & ~Mark.isPrefix))
      }
      if value & Mark.isPrefix == 0 { break }
    }
    return best
  }

  /// The rows of a whole phrase; nil if it is not in the table.
  package func rows(_ hashes: some Sequence<UInt64>) -> Rows? {
    var phrase: UInt64 = 0
    for hash in hashes { phrase = Lexicon.extend(phrase, by: hash) }
    let value = find(phrase) & ~Mark.isPrefix
    return value == 0 ? nil : Rows(lexicon: self, value: value)
  }

  /// The rows of a single token; nil if it is not in the table.
  @inline(__always)
  package func rows(_ hash: UInt64) -> Rows? {
    let value = find(Lexicon.extend(0, by: hash)) & ~Mark.isPrefix
    return value == 0 ? nil : Rows(lexicon: self, value: value)
  }

  /// The best row of a single token; nil if it is not in the table.
  @inline(__always)
  package func row(_ hash: UInt64) -> Int? { rows(hash)?[0] }

  package func contains(_ hash: UInt64) -> Bool { row(hash) != nil }

  /// The part of a one-token phrase's hash that slots hold.
  static func key(ofToken token: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: extend(0, by: token) >> 32) }

  /// Phrases and beginnings of phrases.
  var phraseCount: Int {
    var count = 0
    forEachKey { _ in count += 1 }
    return count
  }

  /// The keys of all phrases and beginnings of phrases.
  func forEachKey(_ body: (UInt32) -> Void) {
    for slot in 0..<slotCount {
      let at = Lexicon.headerSize + slot * Lexicon.slotSize
      guard value(at) != 0 else { continue }
      body(base.loadUnaligned(fromByteOffset: at, as: UInt32.self))
    }
  }

  /// The value of the slot at an offset. There is a byte after the last slot.
  @inline(__always)
  private func value(_ slot: Int) -> UInt32 {
    UInt32(littleEndian: base.loadUnaligned(fromByteOffset: slot + 4, as: UInt32.self)) & 0xFF_FFFF
  }

  private func find(_ phrase: UInt64) -> UInt32 {
    let key = UInt32(truncatingIfNeeded: phrase >> 32)
    var slot = Lexicon.firstSlot(phrase, of: slotCount)
    for _ in 0..<slotCount {
      let at = Lexicon.headerSize + slot * Lexicon.slotSize
      let value = value(at)
      if value == 0 { return 0 }
      if base.loadUnaligned(fromByteOffset: at, as: UInt32.self) == key { return value }
      slot += 1
      if slot == slotCount { slot = 0 }
    }
    return 0
  }

  /// A word of the lists; 0 outside them.
  fileprivate func list(_ list: UInt32, _ index: Int) -> UInt32 {
    let position = Int(list) + index
    guard position >= 0, position < listWords else { return 0 }
    return lists.loadUnaligned(fromByteOffset: position * 4, as: UInt32.self)
  }

  /// The integer in a column; 0 when row or column do not exist. Of a text column: the same number for the same text.
  package func integer(_ row: Int, _ column: Int) -> Int {
    guard row >= 0, row < rowCount, column >= 0, column < columnCount else { return 0 }
    let start = Int(base.loadUnaligned(fromByteOffset: columns + column * 8, as: UInt32.self))
    switch base.loadUnaligned(fromByteOffset: columns + column * 8 + 4, as: UInt32.self) {
    case 1: return Int(base.load(fromByteOffset: start + row, as: UInt8.self))
    case 2: return Int(base.loadUnaligned(fromByteOffset: start + row * 2, as: UInt16.self))
    case 3:
      let low = Int(base.loadUnaligned(fromByteOffset: start + row * 3, as: UInt16.self))
      return low | Int(base.load(fromByteOffset: start + row * 3 + 2, as: UInt8.self)) << 16
    default: return Int(base.loadUnaligned(fromByteOffset: start + row * 4, as: Int32.self))
    }
  }

  /// The string in a column; empty when row or column do not exist.
  package func text(_ row: Int, _ column: Int) -> String {
    guard row >= 0, row < rowCount, column >= 0, column < columnCount else { return "" }
    let offset = integer(row, column)
    if let symbols { return symbols.text(strings, at: offset) }
    guard offset >= 0, offset + 2 <= strings.count else { return "" }
    let count = Int(strings.loadUnaligned(fromByteOffset: offset, as: UInt16.self))
    guard offset + 2 + count <= strings.count else { return "" }
    return String(decoding: UnsafeRawBufferPointer(rebasing: strings[offset + 2..<offset + 2 + count]), as: UTF8.self)
  }
}
