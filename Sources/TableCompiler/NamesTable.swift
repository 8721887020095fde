import Foundation

/// The `names` table: people, places, organizations, outlets, events, laws, groups and languages in one, so that one
/// look-up a token finds them all.
///
/// Columns: 0 kind (0 person, 1 organization, 2 place, 3 group, 4 product, 5 event, 6 work, 7 law, 8 other, 9 language);
/// 1 subtype ("city", "party", "outlet", "country", "nationality adj"); 2 canonical name, perhaps none; 3 description, what is known;
/// 4 as of; 5 country (ISO 3166-1 alpha-2); 6 weight, 1 best … 9; 7 flags, the sum of 1 also a common word, 2 acronym,
/// 4 alias. Rows of one phrase come best first.
enum NamesTable {
  static let columns = ["kind", "subtype", "name", "description", "as_of", "country", "weight", "flags"]

  enum Kind: Int32 { case person, organization, place, group, product, event, work, law, other, language }

  struct Entry {
    var kind: Kind
    var subtype: String
    var name: String
    var aliases: [String] = []
    var acronym: String = ""
    var description: String
    var asOf: String
    var country: String
    var weight: Int
    /// Breaks ties within a weight: the larger first (population).
    var size = 0

    /// Of people of lesser offices who have one name, and no accents that a draft may lack, the phrase is the name: to
    /// store it again would take a tenth of the table.
    var storedName: String {
      let isFound = kind == .person && weight > 2 && aliases.isEmpty && acronym.isEmpty
      return isFound && name.utf8.allSatisfy { $0 < 0x80 } ? "" : name
    }

    func with(name: String, aliases: [String], description: String? = nil) -> Entry {
      var other = self
      other.name = name
      other.aliases = aliases
      other.description = description ?? self.description
      return other
    }
  }

  static func table(_ folder: URL) throws -> ReadableTable {
    let words = try commonWords(folder)
    var entries = try countries(folder) + groups(folder) + places(folder) + organizations(folder) + outlets(folder)
    entries += try NotedPeople.entries(folder) + events(folder) + languages(folder)
    // A stable order: best first, so that rows of one phrase are.
    let ranked = entries.enumerated().sorted {
      ($0.element.weight, -$0.element.size, $0.offset) < ($1.element.weight, -$1.element.size, $1.offset)
    }
    var table = ReadableTable(name: "names", columns: columns)
    for (_, entry) in ranked {
      func add(_ phrases: [String], _ flags: Int32) {
        let good = phrases.filter(isName)
        guard !good.isEmpty else { return }
        let isWord: Int32 = good.contains { words.contains($0.lowercased()) } ? 1 : 0
        table.rows.append(
          ReadableTable.Row(
            phrases: good,
            cells: [
              .integer(entry.kind.rawValue), .text(entry.subtype), .text(entry.storedName), .text(entry.description),
              .text(entry.asOf), .text(entry.country), .integer(Int32(min(9, max(1, entry.weight)))),
              .integer(flags | isWord),
            ]))
      }
      add([entry.name], 0)
      add(entry.aliases.filter { $0 != entry.name }, 4)
      add([entry.acronym], 2)
    }
    return table
  }

  /// Phrases that are fit to be looked up: a capital or a figure, two letters at least, no brackets.
  private static func isName(_ phrase: String) -> Bool {
    phrase.count >= 2 && phrase.count <= 80 && phrase.contains { $0.isUppercase || $0.isNumber }
      && !phrase.contains { "()[]{}<>\"\\".contains($0) }
  }

  /// Names that the gazetteers mark as also being a plain word.
  static func commonWords(_ folder: URL) throws -> Set<String> {
    let file = try GazetteerFile(folder, "ambiguous")
    return Set(
      file.rows.filter { file.field($0, "detail").contains("word") }.map { file.field($0, "name").lowercased() })
  }

  private static func countries(_ folder: URL) throws -> [Entry] {
    let file = try GazetteerFile(folder, "countries")
    let isSovereign = { (row: [Substring]) in ["sovereign", ""].contains(file.field(row, "status")) }
    let sovereigns = file.rows.filter(isSovereign)
    let names = Set(sovereigns.map { file.field($0, "name") })
    let populations = Set(sovereigns.map { file.integer($0, "population") })
    // "Congo" is short for two: an alias of one that ends another's name is the other's too.
    let aliases = Set(
      sovereigns.flatMap { file.list($0, "alt_names") }.filter { !$0.contains(" ") && !names.contains($0) })
    let shared = { (name: String) in
      name.split(separator: " ").dropFirst().suffix(1).map(String.init).filter(aliases.contains)
    }
    return file.rows.map { row in
      let sovereign = isSovereign(row)
      let capitals = file.list(row, "capital")
      // Some territories come with the population of the country they belong to.
      let counted = file.integer(row, "population")
      let population = !sovereign && populations.contains(counted) ? 0 : counted
      let status = file.field(row, "status")
      var known = sovereign ? "country" : status == "disputed" ? "country or territory of disputed status" : status
      if !file.field(row, "subregion").isEmpty { known += " in " + file.field(row, "subregion") }
      if !capitals.isEmpty { known += (capitals.count > 1 ? "; capitals " : "; capital ") + listed(capitals) }
      if population > 0 { known += "; population \(grouped(population))" }
      return Entry(
        kind: .place, subtype: "country", name: file.field(row, "name"),
        aliases: file.list(row, "alt_names").filter { sovereign || !names.contains($0) }
          + shared(file.field(row, "name")),
        description: known, asOf: file.field(row, "population_year"), country: file.field(row, "iso2"), weight: 1,
        size: population)
    }
  }

  private static func groups(_ folder: URL) throws -> [Entry] {
    let file = try GazetteerFile(folder, "groups")
    let countries = try CountryRanks(folder)
    let ranked = file.rows.enumerated().sorted { left, right in
      let first = countries[file.field(left.element, "country_iso2")]
      let second = countries[file.field(right.element, "country_iso2")]
      return first == second ? left.offset < right.offset : first < second
    }
    return ranked.map { _, row in
      let refersTo = file.field(row, "refers_to")
      return Entry(
        kind: .group, subtype: file.field(row, "kind") + " " + file.field(row, "part_of_speech"),
        name: file.field(row, "form"),
        description: refersTo.isEmpty ? "" : "of " + refersTo, asOf: "",
        country: file.field(row, "country_iso2"), weight: 1)
    }
  }

  private static func places(_ folder: URL) throws -> [Entry] {
    let file = try GazetteerFile(folder, "places")
    let key = { (row: [Substring]) in file.field(row, "name") + "\t" + file.field(row, "country_iso2") }
    // "The Hague" is listed as a landmark besides, for news calls a court or a government by it.
    let cities = Set(file.rows.filter { file.integer($0, "population") > largeCity }.map(key))
    let landmarks = Set(file.rows.filter { file.field($0, "type") == "landmark" }.map(key)).intersection(cities)
    // Puerto Rico is listed among the states.
    let countries = try GazetteerFile(folder, "countries")
    let territories = Set(
      countries.rows.filter { countries.field($0, "status") == "territory" }.map { countries.field($0, "name") })
    return file.rows.compactMap { row -> Entry? in
      let population = file.integer(row, "population")
      let type = file.field(row, "type")
      // Natural Earth's "dragons-be-here" is the edge of its map.
      if type == "landmark" && landmarks.contains(key(row)) || type == "dragons-be-here" { return nil }
      let isCapital = file.field(row, "capital_of") == "country"
      let within = [file.field(row, "admin1"), file.field(row, "country")].filter {
        !$0.isEmpty && $0 != file.field(row, "name")
      }
      let isLake = type == "sea" && (file.field(row, "name") + " ").contains("Lake ")
      var known = isCapital ? "capital city" : isLake ? "lake" : typeNames[type] ?? type
      if type == "us-state", territories.contains(file.field(row, "name")) { known = "territory" }
      known = GazetteerCorrections.kinds[file.field(row, "name") + "\t" + file.field(row, "admin1")] ?? known
      if isCapital {
        known += " of " + file.field(row, "country")
      } else if !within.isEmpty {
        known += " in " + within.joined(separator: ", ")
      }
      // "Davos" is a town that news calls a meeting by.
      if type == "landmark", !file.field(row, "note").isEmpty { known = file.field(row, "note") }
      if population > 0 { known += "; \(type == "city" ? "city population" : "population") \(grouped(population))" }
      let weight =
        isCapital || type == "us-state"
        ? 1
        : population > 1_000_000 || population > largeCity && landmarks.contains(key(row))
          || ["region", "continent", "constituent-country", "disputed", "sea", "landmark"].contains(type)
          ? 2 : population > 200_000 || type == "admin1" ? 3 : population > 50_000 ? 4 : 5
      var aliases = file.list(row, "alt_names")
      let ascii = file.field(row, "ascii")
      if !ascii.isEmpty { aliases.append(ascii) }
      return Entry(
        kind: .place, subtype: type, name: file.field(row, "name"),
        aliases: aliases.filter { !$0.contains(",") }, description: isCapital ? known.withArticle : known,
        asOf: file.field(row, "as_of"),
        country: file.field(row, "country_iso2"), weight: weight, size: population)
    }
  }

  private static func organizations(_ folder: URL) throws -> [Entry] {
    let file = try GazetteerFile(folder, "organizations")
    let given = try words(of: "first-names", in: folder)
    let families = try words(of: "surnames", in: folder)
    return file.rows.compactMap { row in
      let type = GazetteerCorrections.bodies[file.field(row, "name")] ?? file.field(row, "type")
      let source = file.field(row, "src")
      // Phoenix rows of armed groups carry commanders' names as aliases: those are people.
      let aliases = source.contains("petrarch") ? [] : file.list(row, "alt_names")
      let words = file.field(row, "name").split(separator: " ").map(String.init)
      // So are some of the groups themselves.
      if type == "armed group", source.hasPrefix("petrarch"), (2...3).contains(words.count), let first = words.first,
        let last = words.last, given.contains(first) || first == "Abu", families.contains(last)
      {
        return nil
      }
      let name = GazetteerCorrections.renamed[file.field(row, "name")]
      return Entry(
        kind: .organization, subtype: type, name: name ?? file.field(row, "name"),
        aliases: name == nil ? aliases : aliases + [file.field(row, "name")],
        acronym: file.field(row, "acronym"),
        description: file.field(row, "note").isEmpty ? type : type + "; " + file.field(row, "note"),
        asOf: "", country: file.field(row, "country_iso2"), weight: file.integer(row, "weight"))
    }
  }

  private static func words(of gazetteer: String, in folder: URL) throws -> Set<String> {
    let file = try GazetteerFile(folder, gazetteer)
    return Set(file.rows.map { file.field($0, "name") })
  }

  private static func outlets(_ folder: URL) throws -> [Entry] {
    let file = try GazetteerFile(folder, "outlets")
    return file.rows.compactMap { row in
      let weight = file.integer(row, "weight")
      let name = file.field(row, "name")
      // Minor sites have no kind and no country, and many are plain words, or called "Pulse" for short as a night club is.
      guard weight <= 3 || name.contains(" ") else { return nil }
      let type = file.field(row, "type")
      return Entry(
        kind: .organization, subtype: "outlet", name: name,
        aliases: file.list(row, "alt_names").filter { weight <= 3 || $0.contains(" ") },
        description: type.isEmpty ? "news outlet" : type, asOf: "", country: file.field(row, "country_iso2"),
        weight: weight <= 3 ? weight : 8)
    }
  }

  private static func events(_ folder: URL) throws -> [Entry] {
    let file = try GazetteerFile(folder, "events")
    return file.rows.flatMap { row in
      let type = file.field(row, "type")
      let kind: Kind =
        switch type {
        case "weapon system", "product": .product
        case "treaty", "law": .law
        default: .event
        }
      let name = file.field(row, "name")
      let entry = Entry(
        kind: kind, subtype: type, name: name, aliases: file.list(row, "alt_names"),
        description: file.field(row, "note").isEmpty ? type : file.field(row, "note"), asOf: "",
        country: file.field(row, "country_iso2"), weight: 1)
      let others = entry.aliases.filter { isAnother($0, name) }
      let own = entry.with(name: name, aliases: entry.aliases.filter { !others.contains($0) })
      return [own] + others.map { entry.with(name: $0, aliases: [], description: kind == .law ? type : "") }
    }
  }

  /// "COP30" is not COP28, nor every Boeing 737 a 737 MAX.
  private static func isAnother(_ alias: String, _ name: String) -> Bool {
    alias != name && alias.filter { !$0.isNumber } == name.filter { !$0.isNumber }
      || alias.contains(" ") && name.hasPrefix(alias + " ")
  }

  private static func languages(_ folder: URL) throws -> [Entry] {
    let file = try GazetteerFile(folder, "languages")
    return file.rows.map { row in
      Entry(
        kind: .language, subtype: "language", name: file.field(row, "name"), aliases: file.list(row, "alt_names"),
        description: "language", asOf: "", country: "", weight: file.field(row, "iso639_1").isEmpty ? 6 : 2)
    }
  }

  /// Types of places in words, where the gazetteer has a code.
  private static let typeNames = [
    "us-state": "state", "admin1": "state, province or region", "pen/cape": "peninsula or cape",
    "range/mtn": "mountain range", "geoarea": "area", "disputed": "disputed area",
    "constituent-country": "constituent country",
  ]

  /// Inhabitants of a city that is better known than a landmark of its name.
  private static let largeCity = 400_000

  /// "La Paz and Sucre".
  private static func listed(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  /// 1234567 → "1,234,567"
  private static func grouped(_ number: Int) -> String {
    var digits = Array(String(number))
    var index = digits.count - 3
    while index > 0 {
      digits.insert(",", at: index)
      index -= 3
    }
    return String(digits)
  }
}
