#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The editor that started the server: when it is gone, so is the reason to run.
enum ParentProcess {
  /// Whether a process exists; one that may not be signalled exists.
  static func isAlive(_ process: Int) -> Bool {
    guard let identifier = pid_t(exactly: process), identifier > 0 else { return true }
    return kill(identifier, 0) == 0 || errno == EPERM
  }
}
