import Lexicons

/// Chooses the symbols of a `SymbolTable` for some texts, and encodes texts by them.
struct SymbolCoder {
  private var codes: [ArraySlice<UInt8>: Int] = [:]
  private var symbols: [ArraySlice<UInt8>] = []

  /// Symbols grow by joining those that often stand side by side, round after round; those that spell the most bytes stay
  /// (after Boncz, Neumann and Leis, VLDB 2020). The same texts give the same symbols.
  ///
  /// - Parameter texts: the whole pool, of which some are looked at; every byte of any text gets a symbol of its own.
  init(_ texts: [[UInt8]]) {
    let singles = Set(texts.joined()).sorted().map { [$0][...] }
    choose(singles)
    let sample = stride(from: 0, to: texts.count, by: max(1, texts.count / SymbolCoder.sampleSize)).map { texts[$0] }
    for _ in 0..<SymbolCoder.rounds {
      var gain: [ArraySlice<UInt8>: Int] = [:]
      for text in sample {
        var previous = text[0..<0]
        forEachSymbol(text) { symbol in
          gain[symbol, default: 0] += symbol.count
          if !previous.isEmpty, previous.count + symbol.count <= SymbolTable.longestSymbol {
            gain[text[previous.startIndex..<symbol.endIndex], default: 0] += previous.count + symbol.count
          }
          previous = symbol
        }
      }
      let best = gain.filter { $0.key.count > 1 }.sorted {
        ($1.value, $0.key.count) < ($0.value, $1.key.count)
          || ($0.value, $0.key.count) == ($1.value, $1.key.count) && $0.key.lexicographicallyPrecedes($1.key)
      }
      choose(singles + best.prefix(SymbolTable.capacity - singles.count).map { Array($0.key)[...] })
    }
  }

  private static let sampleSize = 40_000
  private static let rounds = 8

  /// Takes symbols in their order, as many as the table's offsets reach.
  private mutating func choose(_ chosen: [ArraySlice<UInt8>]) {
    var bytes = 0
    symbols = Array(
      chosen.prefix { symbol in
        bytes += symbol.count
        return bytes <= Int(UInt16.max)
      })
    codes = Dictionary(uniqueKeysWithValues: symbols.enumerated().map { ($0.element, $0.offset) })
  }

  /// The longest symbols from the left.
  private func forEachSymbol(_ text: [UInt8], _ body: (ArraySlice<UInt8>) -> Void) {
    var at = 0
    while at < text.count {
      var end = min(text.count, at + SymbolTable.longestSymbol)
      while end > at + 1, codes[text[at..<end]] == nil { end -= 1 }
      body(text[at..<end])
      at = end
    }
  }

  /// As `SymbolTable` tells; at most 255 codes, the rest is cut.
  func encoded(_ text: [UInt8]) -> [UInt8] {
    var found: [Int] = []
    forEachSymbol(text) { found.append(codes[$0] ?? 0) }
    var result = [UInt8(min(255, found.count))]
    for (index, code) in found.prefix(255).enumerated() {
      if index % 2 == 0 {
        result += [UInt8(code & 0xFF), UInt8(code >> 8)]
      } else {
        result[result.count - 1] |= UInt8((code & 0xF) << 4)
        result.append(UInt8(code >> 4))
      }
    }
    return result
  }

  /// The table's bytes.
  var table: [UInt8] {
    var bytes: [UInt8] = []
    func put(_ number: some FixedWidthInteger) {
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
    put(UInt32(symbols.count))
    var offset: UInt16 = 0
    put(offset)
    for symbol in symbols {
      offset += UInt16(symbol.count)
      put(offset)
    }
    for symbol in symbols { bytes.append(contentsOf: symbol) }
    while bytes.count % 4 != 0 { bytes.append(0) }
    return bytes
  }
}
