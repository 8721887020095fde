/// A word of the command line as the shell handed it over. A file's name on Linux is bytes, not always UTF-8: what opens
/// the file must be these bytes, not a repaired text.
struct Argument: Hashable {
  let bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }
  init(_ text: String) { bytes = Array(text.utf8) }

  /// - Parameter word: ends with a NUL.
  init(_ word: UnsafePointer<CChar>) {
    var length = 0
    while word[length] != 0 { length += 1 }
    bytes = (0..<length).map { UInt8(bitPattern: word[$0]) }
  }

  /// For comparing and for JSON; ill-formed bytes are U+FFFD.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// For people: on one line, with nothing a terminal would obey.
  var shown: String { escapingControls(text) }

  /// For sentences about the file.
  var told: String { isStandardInput ? "standard input" : shown }

  /// Whether it names standard input.
  var isStandardInput: Bool { bytes == [0x2D] }

  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    let terminated = bytes.map(CChar.init(bitPattern:)) + [0]
    return terminated.withUnsafeBufferPointer { buffer in
      var none: CChar = 0
      return buffer.baseAddress.map(body) ?? body(&none)
    }
  }

  /// The path of something in this folder.
  func appending(_ name: [UInt8]) -> Argument {
    Argument(bytes: bytes + (bytes.last == 0x2F ? [] : [0x2F]) + name)
  }

  /// The words after the program's name. `CommandLine.arguments` would repair them.
  static var ofThisProcess: [Argument] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { index in
      CommandLine.unsafeArgv[index].map { word in
        Argument(word)
      }
    }
  }
}
