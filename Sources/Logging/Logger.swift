#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif
import Synchronization

/// How much a line of the log matters; the level tells whose mistake it was.
package enum LogLevel: Int, Comparable, Sendable, CaseIterable {
  /// Steps of normal work.
  case debug
  /// What a user may want to know.
  case info
  /// The world's mistake: a file that cannot be read, a client that breaks the protocol.
  case error
  /// Our own mistake. Always logged.
  case fault

  package static func < (left: LogLevel, right: LogLevel) -> Bool { left.rawValue < right.rawValue }

  package init?(name: String) {
    guard let level = LogLevel.allCases.first(where: { "\($0)" == name }) else { return nil }
    self = level
  }
}

/// Writes sentences to standard error, one a line.
///
/// A draft may be under embargo, so its text is never logged: messages are made of `LogMessage`, which takes static text,
/// numbers and names of the protocol only. Whatever else is put in is written as its length.
package struct Logger: Sendable {
  private let level: LogLevel
  private let sink: @Sendable (String) -> Void

  package init(level: LogLevel, sink: @escaping @Sendable (String) -> Void = Logger.standardError) {
    self.level = level
    self.sink = sink
  }

  package func debug(_ message: @autoclosure () -> LogMessage) { log(.debug, message) }
  package func info(_ message: @autoclosure () -> LogMessage) { log(.info, message) }
  package func error(_ message: @autoclosure () -> LogMessage) { log(.error, message) }
  package func fault(_ message: @autoclosure () -> LogMessage) { log(.fault, message) }

  private func log(_ level: LogLevel, _ message: () -> LogMessage) {
    guard level >= self.level else { return }
    sink("copydesk \(level): \(message().text)")
  }

  /// One line to standard error; what cannot be written is lost, since there is nobody left to tell.
  package static let standardError: @Sendable (String) -> Void = { line in
    var text = line + "\n"
    text.withUTF8 { bytes in _ = write(2, bytes.baseAddress, bytes.count) }
  }
}

/// A message whose every part was declared fit for a log.
package struct LogMessage: ExpressibleByStringInterpolation, Sendable {
  package let text: String

  package init(stringLiteral value: String) { text = value }
  package init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    package init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }
    package mutating func appendLiteral(_ literal: String) { text += literal }
    package mutating func appendInterpolation(_ number: some BinaryInteger) { text += "\(number)" }
    /// A word of the protocol or the program: a method, a rule code, an error's name. Never a draft's words.
    package mutating func appendInterpolation(name: String) { text += String(name.prefix(80).filter { !$0.isNewline }) }
    /// Anything else is told by its length alone.
    package mutating func appendInterpolation(redacted text: String) { self.text += "<\(text.utf8.count) bytes>" }
  }
}
