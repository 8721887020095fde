import Glibc
import LanguageServerProtocol

extension Session {
  /// Reads the project's settings in the root of the workspace or in the nearest folder above it, as `check` does, if there are
  /// any: from its first folder, where a client tells several. What cannot be read is told.
  mutating func adoptProject(of request: InitializeRequest) {
    let roots = [request.rootUri].compactMap(\.self) + (request.workspaceFolders?.elements.map(\.uri) ?? [])
    guard let root = roots.lazy.compactMap(localPath).first ?? request.rootPath.flatMap(absolute),
      let path = ProjectSettings.file(above: Array(root.utf8))
    else { return }
    let name = String(decoding: path, as: UTF8.self)
    guard let json = content(ofFile: name) else { return tell(.warning, "\(name) cannot be read.") }
    switch ProjectSettings.value(json) {
    case .success(let value): projectSettings = value
    case .failure(let fault): tell(.warning, "\(name): \(fault.sentence)")
    }
  }
}

/// nil too for what is no regular file: a pipe would be waited for, and with it every draft.
private func content(ofFile name: String) -> [UInt8]? {
  guard ProjectSettings.isRegularFile(Array(name.utf8)), let file = fopen(name, "re") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var block = [UInt8](repeating: 0, count: 4096)
  while bytes.count < longestFile {
    let count = fread(&block, 1, block.count, file)
    if count == 0 { return ferror(file) == 0 ? bytes : nil }
    bytes += block[..<count]
  }
  return nil
}

/// Bytes of a file of settings at most: a thousand times what all settings take.
private let longestFile = 1 << 20

/// The path of a `file:` URI on this machine (RFC 8089); nil for other schemes and other machines. Letters of the scheme and
/// of the host may have any case (RFC 3986, section 6.2.2.1).
private func localPath(ofURI uri: String) -> String? {
  let start = ["file://localhost/", "file:///", "file:/"].first { uri.prefix($0.count).lowercased() == $0 }
  guard let start, start != "file:/" || !uri.dropFirst(start.count).hasPrefix("/") else { return nil }
  var bytes: [UInt8] = []
  var rest = Array(uri.utf8.dropFirst(start.utf8.count - 1))[...]
  while let byte = rest.popFirst() {
    if byte == 0x25, let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
      bytes.append(code)
      rest = rest.dropFirst(2)
    } else {
      bytes.append(byte)
    }
  }
  return absolute(String(decoding: bytes, as: UTF8.self))
}

/// nil for a path that counts from a folder of work, which is not the client's. A root that ends in a slash is the folder
/// itself.
private func absolute(_ path: String) -> String? {
  guard path.hasPrefix("/") else { return nil }
  var path = path[...]
  while path.utf8.count > 1, path.hasSuffix("/") { path = path.dropLast() }
  return String(path)
}
