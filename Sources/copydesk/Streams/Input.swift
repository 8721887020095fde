import DocumentModel
import Glibc

/// A file, or standard input under the name `-`, read by blocks.
struct Input: ~Copyable {
  let name: String
  private let descriptor: Int32

  init(_ name: String) throws(CommandFailure) {
    self.name = name
    if name == "-" {
      descriptor = STDIN_FILENO
      return
    }
    descriptor = open(name, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unusable("cannot open \(name): \(reason())") }
  }

  deinit { if descriptor > STDIN_FILENO { close(descriptor) } }

  /// Appends the next block, as much as is there; false at the end.
  func readBlock(into bytes: inout [UInt8], atMost limit: Int = 1 << 20) throws(CommandFailure) -> Bool {
    let used = bytes.count
    var count = 0
    bytes.append(contentsOf: repeatElement(0, count: limit))
    repeat {
      count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress.map { $0 + used }, limit) }
    } while count < 0 && errno == EINTR
    let problem = reason()
    bytes.removeLast(limit - max(0, count))
    guard count >= 0 else { throw .unusable("cannot read \(name): \(problem)") }
    return count > 0
  }

  /// The whole of it.
  consuming func readAll() throws(CommandFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    while try readBlock(into: &bytes) {}
    return bytes
  }
}

extension MarkupLanguage {
  /// The language of a file by its name's extension; plain text if that says nothing.
  init(ofFile name: String) {
    let file = name.split(separator: "/").last ?? ""
    let parts = file.split(separator: ".", omittingEmptySubsequences: false)
    let known: Set = ["md", "markdown", "mdown", "mkd", "mkdn", "qmd", "rmd"]
    let ending = parts.count > 1 ? parts[parts.count - 1].lowercased() : ""
    self = ending == "mdx" ? .mdx : known.contains(ending) ? .markdown : .plaintext
  }
}
