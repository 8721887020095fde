import Foundation
import TableCompiler

// Compiles the language tables that the executable carries.
//
//   swift run copydesk-tables                                        the readable tables → english.bin
//   swift run -c release copydesk-tables --gazetteers ../shared/gazetteers    also the names → names.bin, PROVENANCE.tsv

let help = """
  usage: copydesk-tables [--gazetteers FOLDER] [--data FOLDER]

  Compiles Sources/EnglishData/tables/*.tsv into english.bin; with --gazetteers also the facts of that folder into
  names.bin, and notes their fingerprints in PROVENANCE.tsv.
  """

func run(_ arguments: [String]) throws {
  var data = URL(fileURLWithPath: "Sources/EnglishData")
  var gazetteers: URL?
  var rest = arguments[...]
  while let option = rest.popFirst() {
    switch option {
    case "--data", "--gazetteers":
      guard let value = rest.popFirst() else { throw TableError("\(option) wants a folder.") }
      if option == "--data" { data = URL(fileURLWithPath: value) } else { gazetteers = URL(fileURLWithPath: value) }
    case "--help", "-h":
      print(help)
      return
    default: throw TableError("“\(option)” is no option.\n\(help)")
    }
  }
  let folder = data.appendingPathComponent("tables")
  let readable = try TableCompiler.tables(in: folder)
  guard let abbreviations = readable.first(where: { $0.name == "abbreviations" }) else {
    throw TableError("There is no abbreviations.tsv in \(folder.path); run this in the package's folder.")
  }
  let compiler = try TableCompiler(abbreviations: abbreviations)
  try write(compiler.file(readable, fingerprint: try TableCompiler.fingerprint(of: folder)), data, "english.bin")
  guard let gazetteers else { return }
  let tables = try Gazetteers.tables(gazetteers)
  try write(compiler.file(tables, fingerprint: try Gazetteers.fingerprint(of: gazetteers)), data, "names.bin")
  for table in tables {
    print("\(table.name): \(table.rows.count) rows, \(table.rows.reduce(0) { $0 + $1.phrases.count }) phrases")
  }
  try Provenance.text(gazetteers).write(
    to: data.appendingPathComponent("PROVENANCE.tsv"), atomically: true, encoding: .utf8)
}

func write(_ bytes: [UInt8], _ folder: URL, _ name: String) throws {
  try Data(bytes).write(to: folder.appendingPathComponent(name))
  print("\(name): \(bytes.count) bytes")
}

do {
  try run(Array(CommandLine.arguments.dropFirst()))
} catch {
  FileHandle.standardError.write(Data("copydesk-tables: \(error)\n".utf8))
  exit(2)
}
