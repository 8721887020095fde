import Foundation

/// The floors: what each target may import of the house. `ARCHITECTURE.md` tells the same to people.
enum House {
  private static let first: Set = ["TextCore", "DocumentModel", "Lexicons"]
  private static let second = first.union(["Segmentation", "Transformer", "Reading"])
  private static let third = second.union(["Entities", "Quantities", "Attributions"])
  private static let fifth = first.union(["DraftAnalysis"])
  private static let sixth = fifth.union(["Rules"])
  private static let wire: Set = ["Logging", "JSONRPC", "LanguageServerProtocol"]

  static let imports: [String: Set<String>] = [
    "TextCore": [], "Logging": [], "EnglishData": [],
    "DocumentModel": ["TextCore"], "Lexicons": ["TextCore"],
    "EncoderKernels": [], "Transformer": ["EncoderKernels"],
    "Segmentation": first,
    "Reading": ["DocumentModel", "Transformer"],
    "Entities": first, "Quantities": first, "Attributions": first,
    "English": ["Lexicons", "Transformer", "EnglishData"],
    "DraftAnalysis": third,
    "Rules": fifth,
    "EditorFeatures": sixth,
    "JSONRPC": [], "LanguageServerProtocol": ["JSONRPC"],
    "LanguageServer": sixth.union(wire).union(["EditorFeatures", "Segmentation"]),
    "ModelTraining": second.union(["DraftAnalysis"]),
    "copydesk-train": ["ModelTraining", "Transformer", "English"],
    "TableCompiler": ["TextCore", "Lexicons", "Segmentation"], "copydesk-tables": ["TableCompiler"],
    "copydesk": sixth.union(["LanguageServer", "Logging", "English"]),
    "copydesk-bench": second.union(["Quantities", "DraftAnalysis", "English"]),
  ]

  /// Targets that may talk to the world outside; the others are pure.
  static let doors: Set = ["copydesk", "copydesk-tables", "copydesk-train", "copydesk-bench"]
  static let edges = doors.union(["Logging", "JSONRPC", "LanguageServer", "TableCompiler", "ModelTraining"])

  /// Targets that no draft of a reporter's reaches.
  static let workshop: Set = ["TableCompiler", "copydesk-tables", "ModelTraining", "copydesk-train", "copydesk-bench"]

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  struct Source: CustomStringConvertible {
    let target: String
    let path: String
    let lines: [Substring]
    var description: String { path }

    /// Lines of code without what stands between quotation marks, in one line or in several.
    var words: [(number: Int, text: String)] {
      var isQuoted = false
      return code.compactMap { number, text in
        let pieces = text.components(separatedBy: "\"\"\"")
        defer { if pieces.count % 2 == 0 { isQuoted.toggle() } }
        let open = pieces.enumerated().filter { ($0.offset % 2 == 1) == isQuoted }.map(\.element).joined()
        let words = open.replacing(/"(?:\\.|[^"\\])*"/, with: "")
        return words.isEmpty ? nil : (number, words)
      }
    }

    /// Lines of code: what stands before a comment.
    var code: [(number: Int, text: String)] {
      lines.enumerated().compactMap { index, line in
        let code = line.range(of: "//").map { line[..<$0.lowerBound] } ?? line
        return code.allSatisfy(\.isWhitespace) ? nil : (index + 1, String(code))
      }
    }
  }

  /// The Swift files of all targets.
  static let sources: [Source] = {
    let folder = root.appendingPathComponent("Sources")
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
      guard let text = try? String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8) else { return nil }
      return Source(
        target: String(path.prefix { $0 != "/" }), path: path,
        lines: text.split(separator: "\n", omittingEmptySubsequences: false))
    }
  }()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }
}
