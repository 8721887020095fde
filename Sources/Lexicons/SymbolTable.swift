/// Frequent pieces of a table's texts, each told by a code of twelve bits, so that texts take half the room and any one of
/// them is read without the others: a fast static symbol table (Boncz, Neumann and Leis, VLDB 2020, there with codes of eight
/// bits; names need more symbols).
///
/// Layout, little endian: `UInt32` number of symbols, then the offset of each and of the end as `UInt16`s from the first
/// symbol's bytes, then these bytes. An encoded text is a `UInt8` number of codes, then two codes in every three bytes, the
/// first in the low bits.
package struct SymbolTable: @unchecked Sendable {
  // Unchecked: read-only memory that lives as long as the process.
  private let bytes: UnsafeRawBufferPointer
  private let count: Int

  /// The most symbols that twelve bits tell apart.
  package static let capacity = 4096
  /// The most bytes of a symbol.
  package static let longestSymbol = 24

  /// Nil if the table is cut short.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= 4 else { return nil }
    let count = Int(UInt32(littleEndian: bytes.loadUnaligned(as: UInt32.self)))
    guard count <= SymbolTable.capacity, 4 + (count + 1) * 2 <= bytes.count else { return nil }
    self.bytes = bytes
    self.count = count
  }

  /// A symbol's bytes; empty for a code without one.
  private func symbol(_ code: Int) -> UnsafeRawBufferPointer {
    guard code < count else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    let first = 4 + (count + 1) * 2
    let start = first + Int(UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 + code * 2, as: UInt16.self)))
    let end = first + Int(UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: 6 + code * 2, as: UInt16.self)))
    guard start <= end, end <= bytes.count else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return UnsafeRawBufferPointer(rebasing: bytes[start..<end])
  }

  /// The text encoded at an offset; what lies beyond the end is left out.
  func text(_ encoded: UnsafeRawBufferPointer, at offset: Int) -> String {
    guard offset >= 0, offset < encoded.count else { return "" }
    var result: [UInt8] = []
    var at = offset + 1
    for index in 0..<Int(encoded[offset]) {
      guard at + 1 < encoded.count else { break }
      let pair = Int(encoded[at]) | Int(encoded[at + 1]) << 8
      result.append(contentsOf: symbol(index % 2 == 0 ? pair & 0xFFF : pair >> 4))
      at += index % 2 == 0 ? 1 : 2
    }
    return String(decoding: result, as: UTF8.self)
  }
}
