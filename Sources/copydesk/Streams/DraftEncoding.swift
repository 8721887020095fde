/// The bytes of a draft's file as UTF-8.
struct DraftEncoding {
  let bytes: [UInt8]
  /// What the reader of the results must know of the file, as the end of a sentence that begins with its name.
  let note: String?

  /// Takes UTF-8, and UTF-16 that says so by its byte order mark. What has NUL bytes is no text: it is refused, so that no
  /// one takes "nothing found" for an answer. Other encodings cannot be told from each other, and are repaired with a note.
  ///
  /// - Parameter name: as people are told it.
  init(_ file: [UInt8], name: String) throws(CommandFailure) {
    if let text = DraftEncoding.utf16(file) {
      bytes = Array(text.utf8)
      note = "is UTF-16; it was converted, and offsets in bytes count UTF-8"
      return
    }
    guard !file.contains(0) else {
      throw .unusable("\(name) is no text: it has NUL bytes. A draft in another encoding must be saved as UTF-8")
    }
    bytes = Array(String(decoding: file, as: UTF8.self).utf8)
    guard bytes != file else {
      note = nil
      return
    }
    let place = zip(bytes, file).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? file.count
    let line = file.prefix(place).count { $0 == 0x0A } + 1
    note =
      "is not UTF-8 (line \(line)): bytes that cannot be read were replaced by U+FFFD, and offsets count the repaired text"
  }

  /// nil without a byte order mark of UTF-16; that of UTF-32 begins alike, with two NUL bytes behind it.
  private static func utf16(_ file: [UInt8]) -> String? {
    let isBig = file.starts(with: [0xFE, 0xFF])
    guard isBig || file.starts(with: [0xFF, 0xFE]) && !file.starts(with: [0xFF, 0xFE, 0, 0]) else { return nil }
    let units = stride(from: 0, to: file.count, by: 2).map { index -> UInt16 in
      // Half a unit at the end is no character.
      guard index + 1 < file.count else { return 0xFFFD }
      let (first, second) = (UInt16(file[index]), UInt16(file[index + 1]))
      return isBig ? first << 8 | second : second << 8 | first
    }
    return String(decoding: units, as: UTF16.self)
  }
}
