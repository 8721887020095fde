package import DocumentModel
import FoundationEssentials
import Glibc
import LanguageServerProtocol
package import Rules

/// What a project has set for everyone who works on it: the file `copydesk.json` in its root, with the settings that
/// editors send. `check` and `annotate` look for it in the folder of each draft and above, the server in the root of its workspace
/// and above.
package struct ProjectSettings: Sendable {
  package private(set) var rules = RuleSettings()
  package private(set) var reference: ReferenceMoment?
  /// Whether the trained model is used.
  package private(set) var isReading = true
  /// Sentences about what cannot be used; what else stands in the file holds.
  package private(set) var complaints: [String] = []

  /// What the file is to hold, as the end of a sentence.
  package static let form = "settings are one JSON object, without comments"

  private static let names = ["copydesk.json", ".copydesk.json"]

  /// A project that has set nothing.
  package init() {}

  /// - Parameter json: the content of the file.
  package init(json: [UInt8], catalog: RuleCatalog) {
    switch ProjectSettings.value(json) {
    case .failure(let fault): complaints = [fault.sentence]
    case .success(let value):
      let reading = SettingsReader.read([value], isOurs: true, catalog: catalog)
      rules = reading.settings.rules
      reference = reading.settings.reference
      isReading = reading.settings.isReading
      complaints = reading.complaints
    }
  }

  /// The file of the nearest folder that has one.
  ///
  /// - Parameter folder: an absolute path without links, in bytes.
  package static func file(above folder: [UInt8]) -> [UInt8]? {
    var folder = folder[...]
    while true {
      if let file = file(in: Array(folder)) { return file }
      guard let slash = folder.lastIndex(of: 0x2F), folder.count > 1 else { return nil }
      folder = folder[...max(folder.startIndex, slash - 1)]
    }
  }

  private static func file(in folder: [UInt8]) -> [UInt8]? {
    for name in names {
      let path = folder + (folder.last == 0x2F ? [] : [0x2F]) + Array(name.utf8)
      if (path.map(CChar.init(bitPattern:)) + [0]).withUnsafeBufferPointer({ isThere($0.baseAddress) }) { return path }
    }
    return nil
  }

  private static func isThere(_ path: UnsafePointer<CChar>?) -> Bool { path.map { access($0, F_OK) == 0 } ?? false }

  /// Whether a path leads to a regular file: reading a pipe or a terminal would wait for somebody to write.
  package static func isRegularFile(_ path: [UInt8]) -> Bool {
    var status = stat()
    let name = path.map(CChar.init(bitPattern:)) + [0]
    return name.withUnsafeBufferPointer { $0.baseAddress.map { stat($0, &status) == 0 } ?? false }
      && status.st_mode & S_IFMT == S_IFREG
  }

  struct Fault: Error {
    let sentence: String
  }

  static func value(_ json: [UInt8]) -> Result<JSONValue, Fault> {
    do {
      let value = try JSONDecoder().decode(JSONValue.self, from: Data(json))
      guard case .object(var fields) = value else {
        return .failure(Fault(sentence: "settings are a JSON object: {\"rules\": {…}}."))
      }
      // Editors complete by it; to us it says nothing.
      fields["$schema"] = nil
      return .success(.object(fields))
    } catch {
      return .failure(Fault(sentence: "this is not JSON: \(form)."))
    }
  }
}
