/// A compiled data file, read in place: nothing is copied or parsed at start.
///
/// Layout, little endian: magic `CDTF`, `UInt32` version, `UInt64` fingerprint of the readable tables it was made from,
/// `UInt32` number of sections, `UInt32` zero; then for each section 24 bytes: `UInt64` stable hash of its name, `UInt64`
/// offset from the file's start (a multiple of 8), `UInt64` length in bytes.
package struct TableFile: @unchecked Sendable {
  // Unchecked: the memory is read-only and lives as long as the process (a byte array of the executable, or a test's
  // leaked buffer).
  package let bytes: UnsafeRawBufferPointer

  package static let magic: UInt32 = 0x4654_4443
  package static let version: UInt32 = 3

  /// Nil if the file is not one of this version, or is cut short.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    guard bytes.count >= 24, load(UInt32.self, 0) == TableFile.magic, load(UInt32.self, 4) == TableFile.version,
      bytes.count >= 24 + 24 * Int(load(UInt32.self, 16))
    else { return nil }
    for index in 0..<Int(load(UInt32.self, 16)) {
      let entry = 24 + 24 * index
      let end = load(UInt64.self, entry + 8).addingReportingOverflow(load(UInt64.self, entry + 16))
      guard !end.overflow, end.partialValue <= UInt64(bytes.count) else { return nil }
    }
  }

  /// Of the readable tables that the file was compiled from.
  package var fingerprint: UInt64 { load(UInt64.self, 8) }

  /// The bytes of a named section; nil if there is none.
  package func section(_ nameHash: UInt64) -> UnsafeRawBufferPointer? {
    for index in 0..<Int(load(UInt32.self, 16)) {
      let entry = 24 + 24 * index
      if load(UInt64.self, entry) == nameHash {
        let start = Int(load(UInt64.self, entry + 8))
        return UnsafeRawBufferPointer(rebasing: bytes[start..<start + Int(load(UInt64.self, entry + 16))])
      }
    }
    return nil
  }

  private func load<Value: FixedWidthInteger & BitwiseCopyable>(_: Value.Type, _ offset: Int) -> Value {
    Value(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Value.self))
  }
}
