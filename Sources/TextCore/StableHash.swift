/// A 64-bit hash that is the same on every run and machine, so that it may be written to files and compared later.
///
/// Bytes are mixed by FNV-1a (Fowler, Noll, Vo) and finished with the avalanche step of MurmurHash3 (Appleby), which
/// spreads short words well enough for open addressing. Not for untrusted keys where collisions could harm.
package struct StableHash: Sendable {
  @usableFromInline var state: UInt64

  @inlinable package init(seed: UInt64 = 0xcbf2_9ce4_8422_2325) { state = seed }

  @inlinable package mutating func combine(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  @inlinable package mutating func combine(_ word: UInt64) {
    state = (state ^ word) &* 0x9e37_79b9_7f4a_7c15
    state ^= state >> 29
  }

  @inlinable package var value: UInt64 { StableHash.finish(state) }

  @inlinable package static func finish(_ input: UInt64) -> UInt64 {
    var x = input
    x ^= x >> 33
    x = x &* 0xff51_afd7_ed55_8ccd
    x ^= x >> 33
    x = x &* 0xc4ce_b9fe_1a85_ec53
    x ^= x >> 33
    return x
  }

  /// The hash of a run of bytes; eight at a time, for paragraphs.
  package static func of(_ bytes: some Collection<UInt8>) -> UInt64 {
    bytes.withContiguousStorageIfAvailable { buffer in of(raw: UnsafeRawBufferPointer(buffer)) }
      ?? Array(bytes).withUnsafeBytes { of(raw: $0) }
  }

  private static func of(raw: UnsafeRawBufferPointer) -> UInt64 {
    var hash = StableHash()
    var index = 0
    while index + 8 <= raw.count {
      hash.combine(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
      index += 8
    }
    while index < raw.count {
      hash.combine(raw[index])
      index += 1
    }
    hash.combine(UInt64(raw.count))
    return hash.value
  }
}
