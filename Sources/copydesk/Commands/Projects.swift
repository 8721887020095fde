import Glibc
import LanguageServer
import Rules

/// The settings of the projects that drafts belong to; each file is read once.
struct Projects {
  private let catalog: RuleCatalog
  /// Whether drafts' folders are searched.
  private let isLooking: Bool
  /// For drafts without a file of settings.
  private let standard: ProjectSettings
  /// By the folder of a draft.
  private var known: [Argument: ProjectSettings] = [:]
  private var byFile: [Argument: ProjectSettings] = [:]

  init(isLooking: Bool, _ catalog: RuleCatalog) {
    self.isLooking = isLooking
    self.catalog = catalog
    standard = ProjectSettings()
  }

  init(only settings: ProjectSettings, _ catalog: RuleCatalog) {
    isLooking = false
    self.catalog = catalog
    standard = settings
  }

  /// Of the nearest folder that has a file of settings, from the draft's own upwards; standard input belongs to the folder
  /// of work.
  mutating func settings(for draft: Argument) throws(CommandFailure) -> ProjectSettings {
    guard isLooking else { return standard }
    let folder = Projects.folder(of: draft)
    if let settings = known[folder] { return settings }
    var settings = standard
    if let file = folder.withRealPath({ ProjectSettings.file(above: $0) }).flatMap(\.self).map(Argument.init(bytes:)) {
      guard ProjectSettings.isRegularFile(file.bytes) else {
        throw .unusable("\(file.shown) is no regular file", advice: Projects.advice)
      }
      if let read = byFile[file] { settings = read } else { settings = try Projects.settings(from: file, catalog) }
      byFile[file] = settings
    }
    known[folder] = settings
    return settings
  }

  /// Everything wrong with the file is told before the command ends.
  static func settings(from file: Argument, _ catalog: RuleCatalog) throws(CommandFailure) -> ProjectSettings {
    let json = try Input(file).readAll()
    var reader = JSONReader(json[...])
    do throws(JSONReader.Fault) {
      try reader.wholeObject { (reader, _) throws(JSONReader.Fault) in try reader.skipValue() }
    } catch {
      let line = json.prefix(error.offset).count { $0 == 0x0A } + 1
      if isBlank(json[...]) || isComment(json.dropFirst(error.offset)) {
        throw .unusable("\(file.shown):\(line): \(ProjectSettings.form)", advice: advice)
      }
      throw .unusable("\(file.shown):\(line): \(error.expected) was expected", advice: advice)
    }
    let settings = ProjectSettings(json: json, catalog: catalog)
    guard let last = settings.complaints.last else { return settings }
    for complaint in settings.complaints.dropLast() { Output.complain("\(file.shown): \(complaint)") }
    throw .unusable("\(file.shown): \(last)", advice: advice)
  }

  /// Whether a file says nothing at all.
  private static func isBlank(_ json: ArraySlice<UInt8>) -> Bool {
    json.allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
  }

  /// Whether the bytes that are no JSON begin a comment as other programs' settings have them: "//", "/*" or "#".
  private static func isComment(_ rest: ArraySlice<UInt8>) -> Bool { rest.first == 0x2F || rest.first == 0x23 }

  private static let advice = "Settings that are in doubt are not used; --no-config leaves them out."

  private static func folder(of draft: Argument) -> Argument {
    guard !draft.isStandardInput, let slash = draft.bytes.lastIndex(of: 0x2F) else { return Argument(".") }
    return Argument(bytes: Array(draft.bytes[...slash]))
  }
}

extension Argument {
  /// Calls `body` with the absolute path, links resolved; nil if there is nothing of that name.
  fileprivate func withRealPath<Result>(_ body: ([UInt8]) -> Result) -> Result? {
    guard let path = withCString({ realpath($0, nil) }) else { return nil }
    defer { free(path) }
    return body(Argument(path).bytes)
  }
}
