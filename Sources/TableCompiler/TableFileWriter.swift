import Lexicons
import TextCore

/// Writes a `TableFile` from named sections: the layout is told there.
package enum TableFileWriter {
  package static func bytes(fingerprint: UInt64, sections: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var file: [UInt8] = []
    func put<Word: FixedWidthInteger>(_ word: Word) {
      withUnsafeBytes(of: word.littleEndian) { file.append(contentsOf: $0) }
    }
    put(TableFile.magic)
    put(TableFile.version)
    put(fingerprint)
    put(UInt32(sections.count))
    put(UInt32(0))
    var offset = 24 + 24 * sections.count
    for section in sections {
      put(nameHash(section.name))
      put(UInt64(offset))
      put(UInt64(section.bytes.count))
      offset += (section.bytes.count + 7) & ~7
    }
    for section in sections {
      file.append(contentsOf: section.bytes)
      while file.count % 8 != 0 { file.append(0) }
    }
    return file
  }

  private static func nameHash(_ name: String) -> UInt64 {
    var hash = StableHash()
    for byte in name.utf8 { hash.combine(byte) }
    return hash.value
  }
}
