import Lexicons
import TextCore

/// Writes a `Lexicon` section from rows: the layout is told there.
package struct LexiconBuilder {
  private let columnCount: Int
  private var columns: [[ReadableTable.Cell]]
  /// Rows of each phrase, in the order they were added.
  private var phrases: [UInt64: [UInt32]] = [:]
  private var prefixes: Set<UInt64> = []
  private var longest = 0
  private var rowCount: UInt32 = 0

  /// Larger pools of texts are encoded by symbols; bytes.
  private let largestPlainPool: Int

  package init(columnCount: Int, largestPlainPool: Int = 1 << 18) {
    self.columnCount = columnCount
    self.largestPlainPool = largestPlainPool
    columns = Array(repeating: [], count: columnCount)
  }

  /// Adds a row under its phrases, each a sequence of folded token hashes. Rows of one phrase are found in the order of
  /// adding, so add the best first. A phrase of no token is passed over.
  package mutating func add(_ keys: [[UInt64]], _ cells: [ReadableTable.Cell]) {
    let row = rowCount
    rowCount += 1
    for index in 0..<columnCount { columns[index].append(index < cells.count ? cells[index] : .integer(0)) }
    for key in keys where !key.isEmpty {
      var phrase: UInt64 = 0
      for (index, token) in key.enumerated() {
        phrase = Lexicon.extend(phrase, by: token)
        if index + 1 < key.count { prefixes.insert(phrase) }
      }
      longest = max(longest, key.count)
      if phrases[phrase]?.contains(row) != true { phrases[phrase, default: []].append(row) }
    }
  }

  /// The section's bytes. The same rows give the same bytes.
  package func section() -> [UInt8] {
    let (slots, lists) = slotsAndLists()
    precondition(max(Int(rowCount), lists.count) < Int(Lexicon.Mark.index), "More rows than a slot's value can name.")
    let (numbers, strings, symbols) = pooled()
    let widths = numbers.map(LexiconBuilder.width)
    let columnsAt = (Lexicon.headerSize + slots.count * Lexicon.slotSize + 4) & ~3
    var at = columnsAt + columnCount * 8
    let starts = zip(numbers, widths).map { column, width in
      defer { at += (column.count * width + 3) & ~3 }
      return at
    }
    let listsAt = at
    let stringsAt = listsAt + lists.count * 4
    let symbolsAt = stringsAt + strings.count
    var bytes: [UInt8] = []
    bytes.reserveCapacity(stringsAt + strings.count)
    func put(_ word: UInt32) { withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) } }
    for word in [
      slots.count, Int(rowCount), columnCount, longest, columnsAt, listsAt, stringsAt, symbols.isEmpty ? 0 : symbolsAt,
    ] {
      put(UInt32(word))
    }
    for slot in slots {
      put(slot.key)
      withUnsafeBytes(of: slot.value.littleEndian) { bytes.append(contentsOf: $0.prefix(3)) }
    }
    while bytes.count < columnsAt { bytes.append(0) }
    for (start, width) in zip(starts, widths) {
      put(UInt32(start))
      put(UInt32(width))
    }
    for (column, width) in zip(numbers, widths) {
      for number in column { withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0.prefix(width)) } }
      while bytes.count % 4 != 0 { bytes.append(0) }
    }
    for word in lists { put(word) }
    bytes.append(contentsOf: strings)
    bytes.append(contentsOf: symbols)
    return bytes
  }

  /// The hash table, seven eighths full, and the row lists of phrases with several rows.
  private func slotsAndLists() -> (slots: [(key: UInt32, value: UInt32)], lists: [UInt32]) {
    let keys = Set(phrases.keys).union(prefixes).sorted()
    var slots = [(key: UInt32, value: UInt32)](repeating: (0, 0), count: keys.count * 8 / 7 + 1)
    var lists: [UInt32] = []
    for key in keys {
      let rows = phrases[key] ?? []
      var value: UInt32 = prefixes.contains(key) ? Lexicon.Mark.isPrefix : 0
      if rows.count == 1 {
        value |= rows[0] + 1
      } else if rows.count > 1 {
        value |= Lexicon.Mark.isList | UInt32(lists.count)
        lists.append(UInt32(rows.count))
        lists.append(contentsOf: rows)
      }
      var slot = Lexicon.firstSlot(key, of: slots.count)
      while slots[slot].value != 0 { slot = (slot + 1) % slots.count }
      slots[slot] = (UInt32(truncatingIfNeeded: key >> 32), value)
    }
    return (slots, lists)
  }

  /// The columns as numbers, texts as offsets into a pool where each text stands once. Columns with the fewest texts come
  /// first in the pool, so that their offsets are small and take fewer bytes.
  private func pooled() -> (columns: [[UInt32]], strings: [UInt8], symbols: [UInt8]) {
    var pool: [String] = []
    var known: Set<String> = [""]
    let texts = columns.map { column in Set(column.compactMap(\.text)) }
    for column in texts.indices.sorted(by: { (texts[$0].count, $0) < (texts[$1].count, $1) }) {
      for text in texts[column].sorted() where known.insert(text).inserted { pool.append(text) }
    }
    let isLarge = pool.reduce(0) { $0 + $1.utf8.count } > largestPlainPool
    let coder = isLarge ? SymbolCoder(pool.map { Array($0.utf8) }) : nil
    var strings: [UInt8] = [0, 0]
    var offsets: [String: UInt32] = ["": 0]
    for text in pool {
      offsets[text] = UInt32(strings.count)
      strings.append(contentsOf: coder?.encoded(Array(text.utf8)) ?? LexiconBuilder.plain(text))
    }
    while coder != nil, strings.count % 4 != 0 { strings.append(0) }
    let numbers = columns.map { column in
      column.map { cell in
        switch cell {
        case .integer(let value): UInt32(bitPattern: value)
        case .text(let text): offsets[text] ?? 0
        }
      }
    }
    return (numbers, strings, coder?.table ?? [])
  }

  private static func plain(_ text: String) -> [UInt8] {
    let bytes = text.utf8.prefix(Int(UInt16.max))
    return [UInt8(truncatingIfNeeded: bytes.count), UInt8(truncatingIfNeeded: bytes.count >> 8)] + bytes
  }

  /// Bytes that hold every number of a column; a negative one needs four.
  private static func width(_ column: [UInt32]) -> Int {
    let largest = column.max() ?? 0
    return largest < 0x100 ? 1 : largest < 0x1_0000 ? 2 : largest < 0x100_0000 ? 3 : 4
  }
}

extension ReadableTable.Cell {
  fileprivate var text: String? {
    if case .text(let text) = self { text } else { nil }
  }
}
