import Foundation

/// A folder for one test, with the files that it puts there.
struct DraftFolder: ~Copyable {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("copydesk-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, its folder too, and returns its path.
  @discardableResult
  borrowing func write(_ name: String, _ content: String) throws -> String {
    try write(name, bytes: Array(content.utf8))
  }

  @discardableResult
  borrowing func write(_ name: String, bytes: [UInt8]) throws -> String {
    let url = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return url.path
  }
}
