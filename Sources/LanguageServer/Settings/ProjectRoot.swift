import Glibc
import LanguageServerProtocol

extension Session {
  /// Reads the project's settings in the root of the workspace, if there are any. What cannot be read is told.
  mutating func adoptProject(atURI uri: String) {
    guard let root = localPath(ofURI: uri), let path = ProjectSettings.file(above: Array(root.utf8)) else { return }
    let name = String(decoding: path, as: UTF8.self)
    guard let json = content(ofFile: name) else { return tell(.warning, "\(name) cannot be read.") }
    switch ProjectSettings.value(json) {
    case .success(let value): projectSettings = value
    case .failure(let fault): tell(.warning, "\(name): \(fault.sentence)")
    }
  }
}

private func content(ofFile name: String) -> [UInt8]? {
  guard let file = fopen(name, "re") else { return nil }
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

/// The path of a `file:` URI on this machine (RFC 8089); nil for other schemes.
private func localPath(ofURI uri: String) -> String? {
  guard uri.hasPrefix("file:///") else { return nil }
  var bytes: [UInt8] = []
  var rest = Array(uri.utf8.dropFirst("file://".utf8.count))[...]
  while let byte = rest.popFirst() {
    if byte == 0x25, let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
      bytes.append(code)
      rest = rest.dropFirst(2)
    } else {
      bytes.append(byte)
    }
  }
  // A root that ends in a slash is the folder itself.
  while bytes.count > 1, bytes.last == 0x2F { bytes.removeLast() }
  return String(decoding: bytes, as: UTF8.self)
}
