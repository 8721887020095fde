/// Why a command cannot go on, in a sentence, and what to type instead.
struct CommandFailure: Error {
  let sentence: String
  /// A whole sentence; nil if there is nothing better to say.
  let advice: String?

  /// Input or arguments nobody can use.
  static func unusable(_ sentence: String, advice: String? = nil) -> CommandFailure {
    CommandFailure(sentence: sentence, advice: advice)
  }
}

/// What the process leaves with.
enum ExitStatus {
  static let clean: Int32 = 0
  /// Findings at or above the limit, or lines of a batch that could not be read.
  static let findings: Int32 = 1
  /// Unusable input or arguments.
  static let unusable: Int32 = 2
}
