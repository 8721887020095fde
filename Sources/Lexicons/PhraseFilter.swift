package import TextCore

/// Tells of most tokens at once that no phrase of several tables begins with them: one look instead of one in each table.
///
/// A Bloom filter with one hash (Bloom, CACM 1970): what it rules out is certain, what it lets through is wrong about once in
/// sixteen.
package struct PhraseFilter: Sendable {
  private var bits: [UInt64]
  private let mask: UInt32

  package init(_ lexicons: [Lexicon]) {
    let phrases = lexicons.reduce(64) { $0 + $1.phraseCount }
    var size = 1024
    while size < phrases * 16, size < 1 << 24 { size *= 2 }
    bits = [UInt64](repeating: 0, count: size / 64)
    mask = UInt32(size - 1)
    for lexicon in lexicons { lexicon.forEachKey { insert(key: $0) } }
  }

  /// Lets a token through that begins no phrase of the tables.
  package mutating func insert(_ token: UInt64) { insert(key: Lexicon.key(ofToken: token)) }

  private mutating func insert(key: UInt32) {
    let place = key & mask
    bits[Int(place >> 6)] |= 1 << UInt64(place & 63)
  }

  /// False: certainly no phrase begins so.
  package func mayBegin(_ token: UInt64) -> Bool {
    let place = Lexicon.key(ofToken: token) & mask
    return bits[Int(place >> 6)] & (1 << UInt64(place & 63)) != 0
  }
}
