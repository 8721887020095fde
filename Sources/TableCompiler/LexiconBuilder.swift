import Lexicons
import TextCore

/// Writes a `Lexicon` section from rows: the layout is told there.
package struct LexiconBuilder {
  private let columnCount: Int
  private var columns: [[UInt32]]
  private var strings: [UInt8] = []
  private var stringOffsets: [String: UInt32] = [:]
  /// Rows of each phrase, in the order they were added.
  private var phrases: [UInt64: [UInt32]] = [:]
  private var prefixes: Set<UInt64> = []
  private var longest = 0
  private var rowCount: UInt32 = 0

  package init(columnCount: Int) {
    self.columnCount = columnCount
    columns = Array(repeating: [], count: columnCount)
  }

  /// Adds a row under its phrases, each a sequence of folded token hashes. Rows of one phrase are found in the order of
  /// adding, so add the best first. A phrase of no token is passed over.
  package mutating func add(_ keys: [[UInt64]], _ cells: [ReadableTable.Cell]) {
    let row = rowCount
    rowCount += 1
    for (index, cell) in cells.prefix(columnCount).enumerated() {
      switch cell {
      case .integer(let value): columns[index].append(UInt32(bitPattern: value))
      case .text(let text): columns[index].append(offset(of: text))
      }
    }
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

  private mutating func offset(of text: String) -> UInt32 {
    if let known = stringOffsets[text] { return known }
    let offset = UInt32(strings.count)
    let bytes = Array(text.utf8.prefix(Int(UInt16.max)))
    strings.append(UInt8(truncatingIfNeeded: bytes.count))
    strings.append(UInt8(truncatingIfNeeded: bytes.count >> 8))
    strings.append(contentsOf: bytes)
    stringOffsets[text] = offset
    return offset
  }

  /// The section's bytes. The same rows give the same bytes.
  package func section() -> [UInt8] {
    let keys = Set(phrases.keys).union(prefixes).sorted()
    var slotCount = 8
    while slotCount * 3 < keys.count * 4 { slotCount *= 2 }
    var slots = [(key: UInt32, value: UInt32)](repeating: (0, 0), count: slotCount)
    var lists: [UInt32] = []
    for key in keys {
      let rows = phrases[key] ?? []
      var value: UInt32 = prefixes.contains(key) ? 0x8000_0000 : 0
      if rows.count == 1 {
        value |= rows[0] + 1
      } else if rows.count > 1 {
        value |= 0x4000_0000 | UInt32(lists.count)
        lists.append(UInt32(rows.count))
        lists.append(contentsOf: rows)
      }
      var slot = Int(key & UInt64(slotCount - 1))
      while slots[slot].value != 0 { slot = (slot + 1) & (slotCount - 1) }
      slots[slot] = (UInt32(truncatingIfNeeded: key >> 32), value)
    }
    let columnsAt = Lexicon.headerSize + slotCount * 8
    let listsAt = columnsAt + Int(rowCount) * columnCount * 4
    let stringsAt = listsAt + lists.count * 4
    var bytes: [UInt8] = []
    bytes.reserveCapacity(stringsAt + strings.count + 8)
    func put(_ word: UInt32) { withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) } }
    for word in [slotCount, Int(rowCount), columnCount, longest, columnsAt, listsAt, stringsAt, 0] { put(UInt32(word)) }
    for slot in slots {
      put(slot.key)
      put(slot.value)
    }
    for column in columns { for word in column { put(word) } }
    for word in lists { put(word) }
    bytes.append(contentsOf: strings)
    // The empty string of a table without any.
    bytes.append(contentsOf: [0, 0])
    return bytes
  }
}
