import Glibc

/// The process's two ways of speaking: results to standard output, everything else to standard error.
enum Output {
  /// Writes results. A reader that has gone (`| head`) ends the process quietly; a full disk ends it with status 2.
  ///
  /// - Parameter ifUnread: the status to leave with if the reader has gone: what the results would have had.
  static func write(_ bytes: [UInt8], ifUnread status: Int32 = ExitStatus.clean) {
    guard !send(bytes, to: STDOUT_FILENO) else { return }
    if errno == EPIPE { exit(status) }
    complain("cannot write the results: \(reason())")
    exit(ExitStatus.unusable)
  }

  static func write(_ text: String) { write(Array(text.utf8)) }

  /// One line for the person at the keyboard.
  static func complain(_ sentence: String) {
    _ = send(Array("copydesk: \(escapingControls(sentence))\n".utf8), to: STDERR_FILENO)
  }

  /// Whether colours are wanted: a terminal that is not told otherwise (no-color.org).
  static var isColored: Bool { isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR") == nil }

  private static func send(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var sent = 0
      while sent < buffer.count {
        let count = Glibc.write(descriptor, buffer.baseAddress.map { $0 + sent }, buffer.count - sent)
        if count > 0 {
          sent += count
        } else if errno == EAGAIN {
          var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          poll(&wait, 1, -1)
        } else if errno != EINTR {
          return false
        }
      }
      return true
    }
  }
}

/// The system's words for the last failure.
func reason() -> String { String(cString: strerror(errno)) }
