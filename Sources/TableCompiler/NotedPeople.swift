import Foundation

/// People of the gazetteer, each once a country: the sources have a row for every term of office and every territory.
enum NotedPeople {
  static func entries(_ folder: URL) throws -> [NamesTable.Entry] {
    let file = try GazetteerFile(folder, "people")
    var order: [String] = []
    var best: [String: Term] = [:]
    for row in file.rows {
      guard let term = Term(file, row) else { continue }
      let key = term.name + "\t" + term.country
      guard let known = best[key] else {
        order.append(key)
        best[key] = term
        continue
      }
      best[key] = known.joined(with: term)
    }
    // "Donald Trump", also called "Donald J. Trump", of one source and "Donald J. Trump" of another are one person.
    for key in order {
      guard let term = best[key], term.standing <= 2 else { continue }
      for alias in term.aliases {
        let other = alias + "\t" + term.country
        guard other != key, let twin = best[other], twin.standing <= 2, let known = best[key] else { continue }
        best[key] = known.joined(with: twin)
        best[other] = nil
      }
    }
    return order.compactMap { best[$0]?.entry }
  }

  /// One row: a person in an office, as one source knows it.
  private struct Term {
    var name: String
    var aliases: [String]
    let role: String
    let country: String
    let start: String
    let end: String
    let gender: String
    let source: String
    let weight: Int
    /// The best weight of any of the person's terms.
    var standing: Int

    init?(_ file: GazetteerFile, _ row: [Substring]) {
      weight = file.integer(row, "weight")
      standing = weight
      // Weight 8 is retired state legislators and news actors of before 2014.
      guard weight < 8 else { return nil }
      country = file.field(row, "country_iso2")
      let keepsOrder = NotedPeople.familyNameFirst.contains(country)
      name = Term.plainCase(file.field(row, "name"), keepingOrder: keepsOrder)
      guard Term.isFullName(name) || weight == 1 && !name.contains(" ") else { return nil }
      aliases = file.list(row, "alt_names").map { Term.plainCase($0, keepingOrder: keepsOrder) }.filter(Term.isFullName)
      role = file.field(row, "role")
      start = file.field(row, "start")
      end = file.field(row, "end")
      gender = file.field(row, "gender")
      source = file.field(row, "src")
    }

    /// Two words or more, each begun by a capital but for particles ("de", "bin"), none of a single letter at the end.
    private static func isFullName(_ name: String) -> Bool {
      let words = name.split(separator: " ")
      guard let first = words.first?.first, let last = words.last, words.count >= 2, words.count <= 7 else {
        return false
      }
      guard !name.contains(where: { ",;/\\0123456789".contains($0) }) else { return false }
      return !first.isLowercase && last.count >= 2 && last.first?.isLowercase == false
    }

    /// "POLIDORI Catia" → "Catia Polidori": some sources set family names in capitals and first. Where families come first
    /// in English too, only the case changes.
    private static func plainCase(_ name: String, keepingOrder: Bool) -> String {
      let words = name.split(separator: " ")
      func shouts(_ word: Substring) -> Bool {
        word.count >= 2 && !word.contains(".") && word.allSatisfy { $0.isUppercase || $0 == "-" || $0 == "'" }
      }
      let family = words.prefix(while: shouts)
      guard !family.isEmpty, family.contains(where: { $0.count >= 3 }) || keepingOrder, family.count < words.count,
        words.dropFirst(family.count).allSatisfy({ !shouts($0) })
      else { return name }
      let given = words.dropFirst(family.count).map(String.init)
      let families = family.map(\.capitalized)
      return (keepingOrder ? families + given : given + families).joined(separator: " ")
    }

    /// The higher office, then the later one; an office that has ended counts two steps less.
    private func precedes(_ other: Term) -> Bool {
      func rank(_ term: Term) -> Int { term.weight + (term.end.isEmpty ? 0 : 2) }
      if rank(self) != rank(other) { return rank(self) < rank(other) }
      if end.isEmpty != other.end.isEmpty { return end.isEmpty }
      return (start, end) > (other.start, other.end)
    }

    /// This person with what another row of theirs adds; the name stays.
    func joined(with other: Term) -> Term {
      var kept = other.precedes(self) ? other : self
      kept.name = name
      kept.standing = min(standing, other.standing)
      kept.aliases = aliases + other.aliases.filter { !aliases.contains($0) }
      if other.name != name, !kept.aliases.contains(other.name) { kept.aliases.append(other.name) }
      return kept
    }

    /// When the facts held: the term's dates, or the date of the source. An open end is not "still in office".
    private var asOf: String {
      let date = source.split(separator: "+").compactMap { NotedPeople.dates[String($0)] }.max() ?? ""
      if !end.isEmpty { return start.isEmpty ? "until \(end)" : "\(start) to \(end)" }
      if start.isEmpty { return date.isEmpty ? "" : "as of \(date)" }
      return date.isEmpty ? "since \(start)" : "since \(start), as of \(date)"
    }

    var entry: NamesTable.Entry {
      NamesTable.Entry(
        kind: .person, subtype: gender, name: name, aliases: aliases, description: role, asOf: asOf, country: country,
        weight: standing, size: end.isEmpty ? 1 : 0)
    }
  }

  /// Countries whose people English texts name family first.
  private static let familyNameFirst: Set = ["CN", "HK", "KP", "KR", "TW", "VN"]

  /// Dates of the sources, from the gazetteers' README.
  private static let dates = [
    "wikidata2022": "2022-10", "everypolitician2015": "2015-11", "openstates2026": "2026-08", "petrarch2014": "2014",
    "congress2026": "2026-06", "archigos": "2014", "own2025": "2025", "factbook2026": "2026-05",
  ]
}
