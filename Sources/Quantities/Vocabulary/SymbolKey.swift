/// A short symbol as one number, its case kept.
enum SymbolKey {
  /// At most eight bytes count.
  static func of(_ bytes: [UInt8], _ start: Int, _ end: Int) -> UInt64 {
    var key: UInt64 = 0
    for at in start..<min(end, start + 8, bytes.count) { key = key << 8 | UInt64(bytes[at]) }
    return key
  }
}
