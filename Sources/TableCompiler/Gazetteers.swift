package import Foundation
import TextCore

/// The tables made from the gazetteers. `names` has a file of its own; the others are short.
package enum Gazetteers {
  /// The files read, in the order of the fingerprint.
  package static let files = [
    "acronyms", "ambiguous", "countries", "events", "first-names", "groups", "languages", "organizations", "outlets",
    "people", "places", "reporting-verbs", "roles", "surnames",
  ]

  package static func tables(_ folder: URL) throws -> [ReadableTable] {
    [
      try NamesTable.table(folder), try givenNames(folder), try surnames(folder), try roles(folder),
      try reportingVerbs(folder), try acronyms(folder),
    ]
  }

  package static func fingerprint(of folder: URL) throws -> UInt64 {
    var hash = StableHash()
    for file in files { hash.combine(try fingerprint(of: file, in: folder)) }
    return hash.value
  }

  package static func fingerprint(of file: String, in folder: URL) throws -> UInt64 {
    StableHash.of(try Data(contentsOf: folder.appendingPathComponent(file + ".tsv")))
  }

  /// Columns: 0 weight 1…255 on a logarithmic scale; 1 gender: 0 unknown, 1 male, 2 female.
  private static func givenNames(_ folder: URL) throws -> ReadableTable {
    let file = try GazetteerFile(folder, "first-names")
    var table = ReadableTable(name: "given-names", columns: ["weight", "gender"])
    for row in file.rows {
      let count = file.integer(row, "male") + file.integer(row, "female")
      let gender: Int32 =
        switch file.field(row, "gender") {
        case "m": 1
        case "f": 2
        default: 0
        }
      table.add([file.field(row, "name")], [.integer(logarithmic(count)), .integer(gender)])
    }
    return table
  }

  /// No columns: a name is one or not.
  private static func surnames(_ folder: URL) throws -> ReadableTable {
    let file = try GazetteerFile(folder, "surnames")
    var table = ReadableTable(name: "surnames", columns: [])
    // Weight 1 is a name that one census counted a handful of times.
    for row in file.rows where file.integer(row, "weight") > 1 {
      table.add([file.field(row, "name")], [])
    }
    return table
  }

  /// Columns: 0 kind ("head", "minister", "honorific", "occupation", "modifier", "suffix", "role").
  private static func roles(_ folder: URL) throws -> ReadableTable {
    let file = try GazetteerFile(folder, "roles")
    var table = ReadableTable(name: "roles", columns: ["kind"])
    for row in file.rows {
      let title = file.field(row, "title")
      var forms = [title, file.field(row, "uk_spelling"), file.field(row, "us_spelling")].filter { !$0.isEmpty }
      if file.field(row, "kind") != "honorific", file.field(row, "kind") != "modifier" { forms += forms.map(plural) }
      table.add(unique(forms), [.text(file.field(row, "kind"))])
    }
    return table
  }

  /// Columns: 0 lemma; 1 stance; 2 pattern; 3 form: 0 lemma, 1 third person singular, 2 past, 3 past participle, 4 gerund,
  /// 5 variant.
  private static func reportingVerbs(_ folder: URL) throws -> ReadableTable {
    let file = try GazetteerFile(folder, "reporting-verbs")
    var table = ReadableTable(name: "reporting-verbs", columns: ["lemma", "stance", "pattern", "form"])
    let rows = file.rows.sorted {
      file.integer($0, "polnear_train_cues_exact") > file.integer($1, "polnear_train_cues_exact")
    }
    for row in rows {
      let lemma = file.field(row, "lemma")
      var forms: [(String, Int32)] = [(lemma, 0)]
      for (form, column) in [
        (1, "third_singular"), (2, "past"), (3, "past_participle"), (4, "gerund"), (5, "variants"),
      ] {
        forms += file.list(row, column).map { ($0, Int32(form)) }
      }
      var seen = Set<String>()
      for (phrase, form) in forms where !phrase.isEmpty && seen.insert(phrase).inserted {
        table.add(
          [phrase],
          [
            .text(lemma), .text(file.field(row, "stance")), .text(file.field(row, "pattern")), .integer(form),
          ])
      }
    }
    return table
  }

  /// Column: 0 expansion. Expansions of one acronym come best first; those of three letters are left empty, since they may be
  /// any body's and are never offered.
  private static func acronyms(_ folder: URL) throws -> ReadableTable {
    let file = try GazetteerFile(folder, "acronyms")
    var table = ReadableTable(name: "acronyms", columns: ["expansion"])
    for row in file.rows.sorted(by: { file.integer($0, "weight") < file.integer($1, "weight") }) {
      let acronym = file.field(row, "acronym")
      table.add([acronym], [.text(acronym.utf8.count > 3 ? file.field(row, "expansion") : "")])
    }
    return table
  }

  /// 1…255, eight steps to a doubling.
  private static func logarithmic(_ count: Int) -> Int32 {
    var value = max(1, count)
    var steps: Int32 = 1
    while value > 1 {
      value /= 2
      steps += 8
    }
    return min(255, steps)
  }

  private static func unique(_ forms: [String]) -> [String] {
    var seen = Set<String>()
    return forms.filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  /// The plural of a title: its head noun's, which is the last word unless "of", "general" or a comma follows it.
  private static func plural(_ title: String) -> String {
    var words = title.split(separator: " ").map(String.init)
    let head =
      words.firstIndex { ["of", "for", "in", "to", "general", "at"].contains($0.lowercased()) }.map { max(0, $0 - 1) }
      ?? words.count - 1
    guard words.indices.contains(head) else { return title }
    words[head] =
      words[head].hasSuffix("man")
      ? String(words[head].dropLast(3)) + "men"
      : words[head].hasSuffix("y") && !words[head].hasSuffix("ey")
        ? String(words[head].dropLast()) + "ies"
        : words[head].hasSuffix("s") || words[head].hasSuffix("ch") ? words[head] + "es" : words[head] + "s"
    return words.joined(separator: " ")
  }
}

extension ReadableTable {
  fileprivate mutating func add(_ phrases: [String], _ cells: [Cell]) {
    guard phrases.contains(where: { !$0.isEmpty }) else { return }
    rows.append(Row(phrases: phrases.filter { !$0.isEmpty }, cells: cells))
  }
}
