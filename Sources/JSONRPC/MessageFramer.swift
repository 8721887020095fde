/// Cuts a stream of bytes into messages by their `Content-Length` headers (LSP 3.17, "Base Protocol").
///
/// Total: any bytes give messages or faults. After a header without a usable length nobody knows where its body ends, so the
/// stream is searched for the next header that can be used, which stands behind that body without a line between; one fault
/// is reported for all that was lost. Work is linear in the bytes received.
package struct MessageFramer: Sendable {
  package enum Output: Equatable, Sendable {
    case message([UInt8])
    /// A sentence that says what was wrong with a header, and whether a message may have gone with it.
    case fault(String, losesMessage: Bool = true)
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
  /// Whether the place in the stream was lost, and reported: what comes is thrown away up to the next usable header.
  private var isLost = false

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
    while true {
      if let length = bodyLength {
        guard buffer.count - consumed >= length else { return nil }
        let body = Array(buffer[consumed..<consumed + length])
        consumed += length
        searched = consumed
        bodyLength = nil
        return .message(body)
      }
      guard let (headerEnd, bodyStart) = findHeaderEnd() else { return dropOverlongHeader() }
      let header = HeaderBlock(buffer[consumed..<headerEnd])
      consumed = bodyStart
      searched = bodyStart
      if let fault = take(header) { return fault }
    }
  }

  /// Waits for the body of a header that can be used. A fault if there was anything wrong that is not yet reported.
  private mutating func take(_ header: HeaderBlock) -> Output? {
    let wasLost = isLost
    isLost = true
    guard let length = header.contentLength else {
      return wasLost ? nil : .fault("A header without a usable Content-Length was thrown away.")
    }
    guard length <= MessageFramer.maximumMessage else {
      return wasLost
        ? nil : .fault("A message of \(length) bytes is larger than this server takes and was thrown away.")
    }
    isLost = false
    bodyLength = length
    return wasLost || !header.isGlued ? nil : .fault("Bytes before a header were thrown away.", losesMessage: false)
  }

  /// Keeps of a header that does not end as much as may be the beginning of a good one.
  private mutating func dropOverlongHeader() -> Output? {
    guard buffer.count - consumed > MessageFramer.maximumHeader else { return nil }
    consumed = buffer.count - MessageFramer.maximumHeader
    searched = max(searched, consumed)
    if isLost { return nil }
    isLost = true
    return .fault("A header of more than \(MessageFramer.maximumHeader) bytes was thrown away.")
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

  /// A message with its header.
  package static func frame(_ body: [UInt8]) -> [UInt8] {
    Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body
  }
}
