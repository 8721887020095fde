import Foundation

extension NotedPeople {
  /// One row: a person in an office, as one source knows it.
  struct Term {
    let name: String
    /// The name without accents, which sources write or leave out.
    let key: String
    let aliases: [String]
    let role: String
    let country: String
    let countryRank: CountryRanks.Rank
    var start: String
    var end: String
    let gender: String
    let born: String
    /// When the source was current; ISO 8601, perhaps a year only.
    var date: String
    let weight: Int

    init?(_ row: [Substring], of file: GazetteerFile, _ countries: CountryRanks) {
      weight = file.integer(row, "weight")
      // Weight 8 is retired state legislators and news actors of before 2014.
      guard weight < 8 else { return nil }
      country = file.field(row, "country_iso2")
      countryRank = countries[country]
      let keepsOrder = NotedPeople.familyNameFirst.contains(country)
      name = Term.plainCase(file.field(row, "name"), keepingOrder: keepsOrder)
      guard Term.isFullName(name) || weight == 1 && !name.contains(" ") else { return nil }
      key = name.plainLetters
      aliases = file.list(row, "alt_names").map { Term.plainCase($0, keepingOrder: keepsOrder) }.filter(Term.isFullName)
      role = file.field(row, "role").withArticle
      let sources = file.field(row, "src").split(separator: "+").map(String.init)
      date = Term.date(sources)
      start = Term.known(file.field(row, "start"))
      end = Term.end(Term.known(file.field(row, "end")), from: start, date, sources)
      gender = file.field(row, "gender")
      born = file.field(row, "born")
    }

    /// When the newest source was current. What was composed from memory bears out no other source's open end, nor do lists
    /// of governors that tell the terms they were elected for.
    private static func date(_ sources: [String]) -> String {
      let sound = sources.filter { ($0 != "own2025" || sources.count == 1) && !isListOfTerms($0, sources) }
      return sound.compactMap { NotedPeople.dates[$0] }.max() ?? ""
    }

    private static func isListOfTerms(_ source: String, _ sources: [String]) -> Bool {
      source == "openstates2026" && sources.contains("wikidata2022")
    }

    /// "2025-01-01" stands for a year whose day nobody noted.
    private static func known(_ date: String) -> String { date.hasSuffix("-01-01") ? String(date.prefix(4)) : date }

    /// "2022?" and "2014+" are the end of what the source knew, not of the term; who was elected to 2025 may have been again.
    private static func end(_ end: String, from start: String, _ date: String, _ sources: [String]) -> String {
      if end.contains("?") || end.contains("+") { return "" }
      // Where the end comes first one of the two is wrong, but it is over.
      if end.count == 10, start.count == 10, end <= start { return end < start ? "past" : "" }
      return sources.contains { isListOfTerms($0, sources) } && end > date ? "" : end
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

    var year: String { String(start.prefix(4)) }

    /// A source of the last years, which would have told of a successor.
    var isNew: Bool { date >= "2025" }

    /// "prime minister of netherlands NL": the same for every holder of an office.
    var office: String {
      role.lowercased().split(separator: " ").filter { $0 != "the" }.joined(separator: " ") + " " + country
    }

    /// "President" of "President of Nigeria".
    private var head: String {
      let end = role.firstRange(of: " of ")?.lowerBound ?? role.endIndex
      return role[..<end].prefix { $0 != "," }.lowercased()
    }

    /// The same for every holder of an office that a country has one of, whatever sources call the country: "prime minister"
    /// of Czechia and of the Czech Republic.
    var seat: String { weight == 1 && !country.isEmpty ? head + "\t" + country : office }

    /// Whether two terms may be of one office; of lawmakers and lesser people all are.
    func isOffice(of other: Term) -> Bool {
      let (short, long) = head.count < other.head.count ? (head, other.head) : (other.head, head)
      // "First Lady" and "U.S. first lady", "Chancellor" and "Federal Chancellor", but not "Minister" and "Prime Minister".
      let isWhole = short.contains(" ") || long.hasPrefix("federal ")
      return other.weight > 4 || short == long || head == "leader" || isWhole && long.hasSuffix(" " + short)
    }

    /// Whether somebody else began in between: then two terms were told as one.
    func spans(_ other: Term) -> Bool {
      end.first?.isNumber == true && !start.isEmpty && other.year > year && other.year < end.prefix(4)
    }

    /// "Yoweri Museveni" and "Yoweri Kaguta Museveni" have not succeeded each other.
    func sharesName(with other: Term) -> Bool {
      !nameWords.isDisjoint(with: other.nameWords.filter { $0.count > 3 })
    }

    private var nameWords: Set<Substring> { Set(key.lowercased()[...].split { $0 == " " || $0 == "-" }) }

    /// Whether a newer source has the same person in the office, under a longer name perhaps, or for one term more.
    func bearsOut(_ other: Term) -> Bool {
      guard isNew, !other.isNew, end.isEmpty, !year.isEmpty else { return false }
      if year == other.year { return sharesName(with: other) }
      let (mine, others) = (key.lowercased().split(separator: " "), other.key.lowercased().split(separator: " "))
      return year > other.year && mine.first == others.first && mine.last == others.last
    }

    /// Whether the end was reckoned from who came next.
    var isOverSince: Bool { end.hasSuffix("at the latest") }
    var isEndKnown: Bool { end.first?.isNumber == true && !isOverSince }

    /// Whether two terms of a country have the same start, one perhaps told by its year only.
    func beginsWith(_ other: Term) -> Bool {
      country == other.country && !start.isEmpty && !other.start.isEmpty
        && (start.hasPrefix(other.start) || other.start.hasPrefix(start))
    }

    /// Whether two terms have a day in common; one without a start has none.
    func overlaps(_ other: Term) -> Bool {
      guard !start.isEmpty, !other.start.isEmpty else { return false }
      return (end.isEmpty || end > other.start) && (other.end.isEmpty || other.end > start)
    }

    /// The higher office, then that of the sovereign and larger country, then the later one. One that has ended counts two
    /// steps less; so does an old source's open one if the person has begun another since, or risen.
    func precedes(_ other: Term, among terms: [Term]) -> Bool {
      func rank(_ term: Term) -> Int {
        let isOver =
          !term.end.isEmpty
          || !term.isNew
            && terms.contains {
              $0.start > term.start && $0.isNew && $0.office != term.office
                || ($0.start.isEmpty ? $0.end : $0.start) > term.start && $0.weight < term.weight
            }
        return term.weight + (isOver ? 2 : 0)
      }
      let (mine, theirs) = (rank(self), rank(other))
      if mine != theirs { return mine < theirs }
      // Of an old source's lesser office nobody knows whether it goes on.
      if end.isEmpty != other.end.isEmpty, min(weight, other.weight) > 1 || (end.isEmpty ? self : other).isNew {
        return end.isEmpty
      }
      if weight != other.weight { return weight < other.weight }
      if countryRank != other.countryRank { return countryRank < other.countryRank }
      if year == other.year, date != other.date { return date > other.date }
      return (start, end, date) > (other.start, other.end, other.date)
    }

    /// Nobody is a minister for so long: that a list knows no end is no sign that there was none.
    private var isStale: Bool {
      guard weight > 1, !isNew, let from = Int(year), let to = Int(date.prefix(4)) else { return false }
      return to - from > 8
    }

    /// When the facts held: the term's dates, or the date of the source. An open end is not "still in office": of an old
    /// source's term it is said that it was "held in" that month. Of lawmakers and lesser people the years, which many of them
    /// share: days would take half a megabyte.
    var asOf: String {
      let (start, end) = weight > 4 && self.end != "past" ? (year, String(self.end.prefix(4))) : (start, end)
      if end == "past" { return start.isEmpty ? "in the past" : "from \(start), in the past" }
      if end == start || end == year + " at the latest", !end.isEmpty { return "in \(year)" }
      if !end.isEmpty { return start.isEmpty ? "until \(end)" : "\(start) to \(end)" }
      let known = date.isEmpty || isStale ? "" : (isNew ? "as of " : "held in ") + date
      if start.isEmpty || known.isEmpty { return start.isEmpty ? known : "from " + start }
      return (isNew ? "since " : "from ") + start + ", " + known
    }
  }

  /// Countries whose people English texts name family first.
  fileprivate static let familyNameFirst: Set = ["CN", "HK", "KP", "KR", "TW", "VN"]

  /// Dates of the sources, from the gazetteers' README.
  fileprivate static let dates = [
    "wikidata2022": "2022-10", "everypolitician2015": "2015-11", "openstates2026": "2026-08", "petrarch2014": "2014",
    "congress2026": "2026-06", "archigos": "2014", "own2025": "2025", "factbook2026": "2026-05",
  ]
}
