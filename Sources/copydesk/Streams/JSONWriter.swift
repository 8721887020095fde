import TextCore

/// Writes JSON (RFC 8259) straight into bytes: no tree in between, no reflection.
///
/// The caller opens and closes containers in order; the writer sees to commas, line breaks and escapes. Indented output
/// gives each field of the outermost object and each item of its lists a line; what lies deeper stays on that line, so that
/// an annotation reads as one line of text.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  let isIndented: Bool
  /// Containers open.
  private var depth = 0
  /// Nothing stands in the innermost container yet.
  private var isAtStart = true
  /// Items of containers up to this depth get lines of their own.
  private static let brokenDepth = 2

  init(indented: Bool = false) { isIndented = indented }

  // MARK: - Containers

  mutating func object(_ fields: (inout JSONWriter) -> Void) { container(0x7B, 0x7D, fields) }

  mutating func array(_ items: (inout JSONWriter) -> Void) { container(0x5B, 0x5D, items) }

  mutating func array<Items: Sequence>(of items: Items, _ item: (inout JSONWriter, Items.Element) -> Void) {
    array { writer in
      for element in items {
        writer.separate()
        item(&writer, element)
      }
    }
  }

  /// The name of the field whose value is written next.
  mutating func key(_ name: StaticString) {
    separate()
    bytes.append(0x22)
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(0x22)
    bytes.append(0x3A)
    if isIndented { bytes.append(0x20) }
  }

  /// Makes room for the next item of an array.
  mutating func separate() {
    if !isAtStart { bytes.append(0x2C) }
    if isIndented {
      if depth <= JSONWriter.brokenDepth { breakLine() } else if !isAtStart { bytes.append(0x20) }
    }
    isAtStart = false
  }

  private mutating func container(_ opening: UInt8, _ closing: UInt8, _ body: (inout JSONWriter) -> Void) {
    bytes.append(opening)
    depth += 1
    isAtStart = true
    body(&self)
    depth -= 1
    if isIndented, !isAtStart, depth < JSONWriter.brokenDepth { breakLine() }
    isAtStart = false
    bytes.append(closing)
  }

  private mutating func breakLine() {
    bytes.append(0x0A)
    for _ in 0..<depth * 2 { bytes.append(0x20) }
  }

  // MARK: - Values

  mutating func null() { bytes.append(contentsOf: "null".utf8) }

  mutating func integer(_ value: Int) { bytes.append(contentsOf: String(value).utf8) }

  /// A share from 0 to 1, in hundredths.
  mutating func share(_ value: Float) {
    let hundredths = value.isNaN ? 0 : Int(clamping: Double((max(0, min(1, value)) * 100).rounded()))
    if hundredths % 100 == 0 { return integer(hundredths / 100) }
    bytes.append(contentsOf: "0.".utf8)
    bytes.append(0x30 + UInt8(hundredths / 10))
    if hundredths % 10 != 0 { bytes.append(0x30 + UInt8(hundredths % 10)) }
  }

  mutating func string(_ text: String) {
    var text = text
    text.withUTF8 { quote($0) }
  }

  /// JSON that somebody else has written.
  mutating func raw(_ json: [UInt8]) { bytes.append(contentsOf: json) }

  /// Ends a line of a stream of values.
  mutating func endLine() {
    bytes.append(0x0A)
    isAtStart = true
  }

  /// Copies runs that need no escape at once; the rest one by one.
  private mutating func quote(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(0x22)
    var run = 0
    for index in text.indices where text[index] < 0x20 || text[index] == 0x22 || text[index] == 0x5C {
      bytes.append(contentsOf: text[run..<index])
      escape(text[index])
      run = index + 1
    }
    bytes.append(contentsOf: text[run...])
    bytes.append(0x22)
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(0x5C)
    switch byte {
    case 0x22, 0x5C: bytes.append(byte)
    case 0x08: bytes.append(0x62)
    case 0x09: bytes.append(0x74)
    case 0x0A: bytes.append(0x6E)
    case 0x0C: bytes.append(0x66)
    case 0x0D: bytes.append(0x72)
    default:
      bytes.append(contentsOf: "u00".utf8)
      for nibble in [byte >> 4, byte & 15] { bytes.append(nibble < 10 ? 0x30 + nibble : 0x57 + nibble) }
    }
  }
}

extension JSONWriter {
  mutating func field(_ name: StaticString, _ value: Int) {
    key(name)
    integer(value)
  }

  mutating func field(_ name: StaticString, _ value: String) {
    key(name)
    string(value)
  }

  /// `null` stands for nil.
  mutating func field(_ name: StaticString, orNull value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  /// Left out for nil.
  mutating func field(_ name: StaticString, ifAny value: String?) {
    if let value { field(name, value) }
  }
}
