package import Foundation

/// Where the compiled facts come from: one line a gazetteer, taken from the gazetteers' own README.
package enum Provenance {
  /// The text of `PROVENANCE.tsv`: file, fingerprint (StableHash of its bytes), rows, provenance and licence, date of facts.
  package static func text(_ gazetteers: URL) throws -> String {
    let readme = try String(contentsOf: gazetteers.appendingPathComponent("README.md"), encoding: .utf8)
    var lines = ["file\tfingerprint\trows\tprovenance and licence\tdate of facts"]
    for file in Gazetteers.files {
      let section = readme.components(separatedBy: "### \(file).tsv").dropFirst().first ?? ""
      func entry(_ label: String) -> String {
        section.components(separatedBy: "\n").first { $0.hasPrefix("- \(label): ") }.map {
          String($0.dropFirst(label.count + 4))
        } ?? ""
      }
      let rows = entry("rows").components(separatedBy: ";").first ?? ""
      let hash = String(try Gazetteers.fingerprint(of: file, in: gazetteers), radix: 16)
      lines.append(
        [file + ".tsv", hash, rows, entry("provenance and licence"), entry("date of facts")].joined(separator: "\t"))
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
