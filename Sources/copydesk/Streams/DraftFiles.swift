import DocumentModel
import Glibc

/// The drafts that operands name: files, standard input, and the drafts in folders.
struct DraftFiles {
  /// In the order of the operands, those of a folder by name; what is named twice is read once.
  private(set) var names: [Argument] = []
  /// Folders without a draft, and those that cannot be read.
  private(set) var complaints: [String] = []
  private var seen: Set<Argument> = []

  init(_ operands: [Argument]) {
    for operand in operands {
      guard !operand.isStandardInput, DraftFiles.kind(of: operand) == .folder else {
        add(operand)
        continue
      }
      let before = (names.count, complaints.count)
      walk(operand)
      if before == (names.count, complaints.count) {
        complaints.append("there are no drafts in \(operand.shown) (files that end in \(DraftFiles.endings))")
      }
    }
  }

  private mutating func add(_ name: Argument) {
    if seen.insert(name).inserted { names.append(name) }
  }

  /// Hidden files and folders are left out, and folders behind links: these may lead in circles.
  private mutating func walk(_ folder: Argument) {
    guard let stream = folder.withCString({ opendir($0) }) else {
      complaints.append("cannot open \(folder.shown): \(reason())")
      return
    }
    var entries: [[UInt8]] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name.first != 0x2E { entries.append(name) }
    }
    closedir(stream)
    for entry in entries.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      let path = folder.appending(entry)
      switch DraftFiles.kind(of: path) {
      case .folder: if !DraftFiles.isLink(path) { walk(path) }
      case .file: if MarkupLanguage.isDraft(path.text) { add(path) }
      case .other: break
      }
    }
  }

  /// ".md, .markdown or .txt"
  static let endings: String = {
    let endings = MarkupLanguage.fileEndings.map { ".\($0)" }
    return endings.dropLast().joined(separator: ", ") + " or " + endings.suffix(1).joined()
  }()

  private enum Kind { case file, folder, other }

  private static func kind(of path: Argument) -> Kind {
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0 else { return .other }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: return .file
    default: return .other
    }
  }

  private static func isLink(_ path: Argument) -> Bool {
    var status = stat()
    return path.withCString { lstat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}
