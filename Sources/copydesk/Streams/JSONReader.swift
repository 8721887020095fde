/// Reads one JSON value out of bytes, step by step (RFC 8259). What the caller does not ask for is checked and skipped,
/// never built.
struct JSONReader {
  /// What is wrong, as the end of a sentence, and where.
  struct Fault: Error {
    let expected: String
    /// Byte, from 0.
    let offset: Int
  }

  private let bytes: ArraySlice<UInt8>
  private var index: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  /// Calls `field` for each field of an object, with its name; `field` must read or skip the value. Nothing may follow.
  mutating func wholeObject(_ field: (inout JSONReader, String) throws(Fault) -> Void) throws(Fault) {
    // A byte order mark, which RFC 8259 lets parsers pass over: editors and spreadsheets begin files with one.
    if bytes[index...].starts(with: [0xEF, 0xBB, 0xBF]) { index += 3 }
    skipSpace()
    try expect(0x7B, "an object")
    skipSpace()
    if !accept(0x7D) {
      repeat {
        skipSpace()
        let name = try string()
        skipSpace()
        try expect(0x3A, "a colon")
        skipSpace()
        try field(&self, name)
        skipSpace()
      } while accept(0x2C)
      try expect(0x7D, "a comma or the end of the object")
    }
    skipSpace()
    if index < bytes.endIndex { throw fault("nothing after the object") }
  }

  mutating func string() throws(Fault) -> String {
    try expect(0x22, "a string")
    var text: [UInt8] = []
    while true {
      let run = index
      while let byte = peek, byte != 0x22, byte != 0x5C, byte >= 0x20 { index += 1 }
      text.append(contentsOf: bytes[run..<index])
      guard let byte = peek, byte >= 0x20 else { throw fault("the end of the string") }
      index += 1
      if byte == 0x22 { return String(decoding: text, as: UTF8.self) }
      try appendEscape(to: &text)
    }
  }

  /// What stands at the reader, by its first byte: whether it is `null`, a string, or a container.
  var isAtNull: Bool { peek == 0x6E }
  var isAtString: Bool { peek == 0x22 }
  var isAtContainer: Bool { peek == 0x7B || peek == 0x5B }

  /// The bytes of a field's value as they stand; ill-formed UTF-8 is repaired. Of "0x10" the 0 is no value.
  mutating func rawValue() throws(Fault) -> [UInt8] {
    let start = index
    try skipValue()
    guard peek.map({ [0x20, 0x09, 0x0A, 0x0D, 0x2C, 0x7D].contains($0) }) ?? false else {
      throw fault("a comma or the end of the object")
    }
    return Array(String(decoding: bytes[start..<index], as: UTF8.self).utf8)
  }

  /// Steps over a value of any kind; brackets are counted, not recursed into, so depth costs nothing.
  mutating func skipValue() throws(Fault) {
    var closers: [UInt8] = []
    repeat {
      skipSpace()
      switch peek {
      case 0x7B:
        index += 1
        skipSpace()
        if !accept(0x7D) {
          try skipName()
          closers.append(0x7D)
          continue
        }
      case 0x5B:
        index += 1
        skipSpace()
        if !accept(0x5D) {
          closers.append(0x5D)
          continue
        }
      case 0x22: _ = try string()
      default: try skipWord()
      }
      try skipEnds(of: &closers)
    } while !closers.isEmpty
  }

  /// Behind a value: a comma before the next one, or the ends of the containers that it was the last of.
  private mutating func skipEnds(of closers: inout [UInt8]) throws(Fault) {
    while let closer = closers.last {
      skipSpace()
      if accept(0x2C) {
        guard closer == 0x7D else { return }
        skipSpace()
        return try skipName()
      }
      try expect(closer, closer == 0x7D ? "a comma or the end of the object" : "a comma or the end of the array")
      closers.removeLast()
    }
  }

  /// The name of a field and its colon.
  private mutating func skipName() throws(Fault) {
    _ = try string()
    skipSpace()
    try expect(0x3A, "a colon")
  }

  /// A number, `true`, `false` or `null`.
  private mutating func skipWord() throws(Fault) {
    for word: StaticString in ["true", "false", "null"] {
      let isWord = word.withUTF8Buffer { bytes[index...].starts(with: $0) }
      if isWord { return index += word.utf8CodeUnitCount }
    }
    guard peek == 0x2D || isAtDigit else { throw fault("a value") }
    try skipNumber()
  }

  /// RFC 8259, section 6: no leading zeros, and digits on either side of the point.
  private mutating func skipNumber() throws(Fault) {
    _ = accept(0x2D)
    if !accept(0x30) { try skipDigits() }
    if accept(0x2E) { try skipDigits() }
    if accept(0x65) || accept(0x45) {
      if !accept(0x2B) { _ = accept(0x2D) }
      try skipDigits()
    }
  }

  private mutating func skipDigits() throws(Fault) {
    guard isAtDigit else { throw fault("a digit") }
    while isAtDigit { index += 1 }
  }

  private var isAtDigit: Bool { peek.map { (0x30...0x39).contains($0) } ?? false }

  private mutating func appendEscape(to text: inout [UInt8]) throws(Fault) {
    guard let byte = peek else { throw fault("an escape") }
    index += 1
    switch byte {
    case 0x22, 0x5C, 0x2F: text.append(byte)
    case 0x62: text.append(0x08)
    case 0x66: text.append(0x0C)
    case 0x6E: text.append(0x0A)
    case 0x72: text.append(0x0D)
    case 0x74: text.append(0x09)
    case 0x75: try appendScalar(to: &text)
    default: throw fault("an escape")
    }
  }

  /// `\uXXXX`, or a pair of them; half a pair becomes U+FFFD.
  private mutating func appendScalar(to text: inout [UInt8]) throws(Fault) {
    var code = try hexadecimal()
    if (0xD800...0xDBFF).contains(code), peek == 0x5C, index + 1 < bytes.endIndex, bytes[index + 1] == 0x75 {
      let mark = index
      index += 2
      let low = try hexadecimal()
      if (0xDC00...0xDFFF).contains(low) {
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      } else {
        index = mark
      }
    }
    text.append(contentsOf: String(Character(Unicode.Scalar(code) ?? "\u{FFFD}")).utf8)
  }

  private mutating func hexadecimal() throws(Fault) -> UInt32 {
    guard index + 4 <= bytes.endIndex,
      let code = UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16), bytes[index] != 0x2B
    else { throw fault("four hexadecimal digits") }
    index += 4
    return code
  }

  private var peek: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { index += 1 }
  }

  private mutating func accept(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    index += 1
    return true
  }

  private mutating func expect(_ byte: UInt8, _ what: String) throws(Fault) {
    if !accept(byte) { throw fault(what) }
  }

  private func fault(_ expected: String) -> Fault { Fault(expected: expected, offset: index - bytes.startIndex) }
}
