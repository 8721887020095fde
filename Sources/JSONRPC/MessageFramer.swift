/// Cuts a stream of bytes into messages by their `Content-Length` headers (LSP 3.17, "Base Protocol").
///
/// Total: any bytes give messages or errors. A header block without a usable length is skipped and reported; the stream goes
/// on after it. Work is linear in the bytes received.
package struct MessageFramer: Sendable {
  package enum Output: Equatable, Sendable {
    case message([UInt8])
    /// A sentence that says what was wrong with a header.
    case fault(String)
  }

  /// Largest header block and largest message that are taken; a draft of 100,000 words is under one megabyte.
  package static let maximumHeader = 8 * 1024
  package static let maximumMessage = 256 * 1024 * 1024

  private var buffer: [UInt8] = []
  /// Bytes at the front of the buffer that were used up.
  private var consumed = 0
  /// Where the search for the header's end goes on.
  private var searched = 0
  /// Length of the body being waited for.
  private var bodyLength: Int?
  /// Bytes of an oversized body still to be thrown away.
  private var skipping = 0

  package init() {}

  /// Takes the next bytes of the stream; gives what is complete.
  package mutating func append(_ bytes: some Collection<UInt8>) -> [Output] {
    buffer.append(contentsOf: bytes)
    var outputs: [Output] = []
    while let output = next() { outputs.append(output) }
    if consumed > 0, consumed == buffer.count || consumed > 1 << 16 {
      buffer.removeFirst(consumed)
      searched = max(0, searched - consumed)
      consumed = 0
    }
    return outputs
  }

  /// Whether the stream stops in the middle of a message.
  package var isMidMessage: Bool { bodyLength != nil || consumed < buffer.count }

  private mutating func next() -> Output? {
    if skipping > 0 {
      let skipped = min(skipping, buffer.count - consumed)
      skipping -= skipped
      consumed += skipped
      searched = consumed
      if skipping > 0 { return nil }
    }
    if let length = bodyLength {
      guard buffer.count - consumed >= length else { return nil }
      let body = Array(buffer[consumed..<consumed + length])
      consumed += length
      searched = consumed
      bodyLength = nil
      return .message(body)
    }
    guard let (headerEnd, bodyStart) = findHeaderEnd() else {
      guard buffer.count - consumed > MessageFramer.maximumHeader else { return nil }
      consumed = buffer.count
      searched = consumed
      return .fault("A header of more than \(MessageFramer.maximumHeader) bytes was thrown away.")
    }
    let header = buffer[consumed..<headerEnd]
    consumed = bodyStart
    searched = bodyStart
    guard let length = MessageFramer.contentLength(header) else {
      return .fault("A header without a usable Content-Length was thrown away.")
    }
    guard length <= MessageFramer.maximumMessage else {
      skipping = length
      return .fault("A message of \(length) bytes is larger than this server takes and was thrown away.")
    }
    bodyLength = length
    return next()
  }

  /// The end of the header block: an empty line, ended by CRLF or, leniently, LF.
  private mutating func findHeaderEnd() -> (end: Int, bodyStart: Int)? {
    var index = max(searched, consumed)
    while index < buffer.count {
      if buffer[index] == 0x0A {
        if index + 1 < buffer.count, buffer[index + 1] == 0x0A { return (index, index + 2) }
        if index + 2 < buffer.count, buffer[index + 1] == 0x0D, buffer[index + 2] == 0x0A { return (index, index + 3) }
        if index + 2 >= buffer.count {
          searched = index
          return nil
        }
      }
      index += 1
    }
    searched = index
    return nil
  }

  /// The length a header block states; nil if there is none, or one that is no number, or two that differ.
  private static func contentLength(_ header: ArraySlice<UInt8>) -> Int? {
    var found: Int?
    for line in header.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      guard let colon = line.firstIndex(of: 0x3A) else { continue }
      let name = String(decoding: line[..<colon], as: UTF8.self).lowercased().filter { !$0.isWhitespace }
      guard name == "content-length" else { continue }
      let digits = line[(colon + 1)...].filter { $0 != 0x20 && $0 != 0x09 }
      guard !digits.isEmpty, digits.count <= 12, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
        let value = Int(String(decoding: digits, as: UTF8.self))
      else { return nil }
      if let found, found != value { return nil }
      found = value
    }
    return found
  }

  /// A message with its header.
  package static func frame(_ body: [UInt8]) -> [UInt8] {
    Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body
  }
}
