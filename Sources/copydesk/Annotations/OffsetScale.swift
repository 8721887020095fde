import TextCore

/// What the offsets of the annotations count.
enum OffsetUnit: String, CaseIterable {
  case codePoint = "code-point"
  case utf8 = "utf-8"
  case utf16 = "utf-16"
}

/// Turns UTF-8 offsets of one text into another unit. Making it is O(bytes), a look-up is O(1): a mark stands at every 64th
/// byte, and the bytes after it are counted. Plain ASCII needs no marks.
struct OffsetScale {
  private static let step = 64
  private let bytes: [UInt8]
  private let unit: OffsetUnit
  /// Units before each 64th byte; empty where a unit is a byte.
  private var marks: [Int32] = []

  init(_ snapshot: TextSnapshot, unit: OffsetUnit) {
    bytes = snapshot.bytes
    self.unit = unit
    guard unit != .utf8, bytes.contains(where: { $0 >= 0x80 }) else { return }
    marks.reserveCapacity(bytes.count / OffsetScale.step + 1)
    var total: Int32 = 0
    for (index, byte) in bytes.enumerated() {
      if index % OffsetScale.step == 0 { marks.append(total) }
      total += Int32(units(of: byte))
    }
    // A text whose length is a multiple of 64 ends on a mark.
    if bytes.count % OffsetScale.step == 0 { marks.append(total) }
  }

  /// The offset in the unit; an offset past the end counts as the end.
  func callAsFunction(_ offset: Int) -> Int {
    let offset = max(0, min(offset, bytes.count))
    guard !marks.isEmpty else { return offset }
    let mark = offset / OffsetScale.step
    var total = Int(marks[mark])
    for index in mark * OffsetScale.step..<offset { total += units(of: bytes[index]) }
    return total
  }

  /// A character counts where it begins.
  private func units(of byte: UInt8) -> Int {
    if byte & 0xC0 == 0x80 { return 0 }
    return byte >= 0xF0 && unit == .utf16 ? 2 : 1
  }
}
