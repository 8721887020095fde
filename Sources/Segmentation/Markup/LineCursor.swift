/// A place in one line of the file, counted in bytes and in columns (a tab reaches to the next multiple of four).
///
/// A tab may be consumed in part: then `column` has moved and `offset` has not, which is all that is needed to know how
/// much of it is left.
struct LineCursor {
  let bytes: [UInt8]
  /// One past the last byte of the line, its line end left out.
  let end: Int
  private(set) var offset: Int
  private(set) var column = 0

  init(_ bytes: [UInt8], start: Int, end: Int) {
    self.bytes = bytes
    self.end = min(end, bytes.count)
    offset = start
  }

  /// The byte `distance` past the cursor; 0 outside the line.
  func peek(_ distance: Int = 0) -> UInt8 {
    let index = offset + distance
    return index >= 0 && index < end ? bytes[index] : 0
  }

  /// The byte at an offset of the file; 0 outside the line.
  func byte(at index: Int) -> UInt8 { index >= 0 && index < end ? bytes[index] : 0 }

  /// Offset of the first byte that is neither space nor tab.
  var firstInk: Int {
    var index = offset
    while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    return index
  }

  var isBlank: Bool { firstInk >= end }

  /// Columns of white space ahead.
  var indent: Int {
    var index = offset
    var reached = column
    while index < end {
      if bytes[index] == 0x20 {
        reached += 1
      } else if bytes[index] == 0x09 {
        reached += 4 - reached % 4
      } else {
        break
      }
      index += 1
    }
    return reached - column
  }

  mutating func advance(columns: Int) {
    var left = columns
    while left > 0, offset < end {
      if bytes[offset] == 0x09 {
        let width = 4 - column % 4
        column += min(left, width)
        if left >= width { offset += 1 }
        left -= min(left, width)
      } else {
        column += 1
        offset += 1
        left -= 1
      }
    }
  }

  /// Passes one column of white space if there is one.
  mutating func skipOneSpace() {
    if peek() == 0x20 || peek() == 0x09 { advance(columns: 1) }
  }

  mutating func skipSpaces() { advance(columns: indent) }
}
