import Foundation

/// People of the gazetteer, each once: the sources have a row for every term of office and every territory.
enum NotedPeople {
  static func entries(_ folder: URL) throws -> [NamesTable.Entry] {
    let file = try GazetteerFile(folder, "people")
    let countries = try CountryRanks(folder)
    var terms = file.rows.compactMap { Term($0, of: file, countries) }
    closeSucceeded(&terms)
    var people: [Person] = []
    var places: [String: Int] = [:]
    for term in terms {
      let key = term.key + "\t" + term.country
      if let place = places[key] {
        people[place].terms.append(term)
      } else {
        places[key] = people.count
        people.append(Person(terms: [term]))
      }
    }
    // "Donald Trump", also called "Donald J. Trump", of one source and "Donald J. Trump" of another are one person.
    for place in people.indices where people[place].standing <= 2 {
      for alias in people[place].aliases {
        let other = alias.plainLetters + "\t" + people[place].country
        guard let twin = places[other], twin != place, people[twin].standing <= 2 else { continue }
        people[place].terms += people[twin].terms
        people[twin].terms = []
      }
    }
    var named: [String: [Int]] = [:]
    for (place, person) in people.enumerated() {
      // "King Charles III" of one source is Charles III of the others.
      for key in Set(person.terms.map(\.key)) { named[key, default: []].append(place) }
    }
    for key in named.keys.sorted() { join(named[key] ?? [], in: &people) }
    return people.compactMap(\.entry)
  }

  /// Joins people of one name who are one person: who reigns over several countries at once, was born on one day, or left a
  /// high office for a body of no country.
  private static func join(_ places: [Int], in people: inout [Person]) {
    let order = places.sorted { (people[$0].standing, $0) < (people[$1].standing, $1) }
    for (index, place) in order.enumerated() where !people[place].terms.isEmpty {
      for other in order[(index + 1)...] where !people[other].terms.isEmpty {
        guard people[place].isSame(as: people[other]) else { continue }
        people[place].terms += people[other].terms
        people[other].terms = []
      }
    }
  }

  /// Ends what somebody else has begun since: an open end of a source is not "still in office". "Prime Minister of Portugal",
  /// open in 2022, ended before 2024, when a newer source has another in the office. Who is in office again after others
  /// ("Vladimir Putin" after Dmitry Medvedev) keeps no start, for sources tell that of the first term.
  private static func closeSucceeded(_ terms: inout [Term]) {
    var holders: [String: [Term]] = [:]
    for term in terms where term.weight == 1 {
      for key in Set([term.office, term.seat]) { holders[key, default: []].append(term) }
    }
    // A later source may weigh the same office less: it is one that somebody is known to lead by.
    for term in terms where term.weight == 2 {
      guard let first = holders[term.office]?.first else { continue }
      for key in Set([term.office, first.seat]) { holders[key, default: []].append(term) }
    }
    for index in terms.indices where terms[index].weight <= 2 {
      let term = terms[index]
      let all = holders[term.seat] ?? []
      let others = all.filter { !$0.sharesName(with: term) }
      if !term.end.isEmpty {
        if others.contains(where: { $0.office == term.office && term.spans($0) }) { terms[index].start = "" }
      } else if let same = all.first(where: { $0.bearsOut(term) }) {
        terms[index].date = same.date
        // Somebody else was in the office in between.
        if others.contains(where: { $0.year > term.year && $0.year < same.year }) { terms[index].start = "" }
      } else {
        close(&terms[index], by: others)
      }
    }
  }

  private static func close(_ term: inout Term, by others: [Term]) {
    let isNew = term.isNew
    let later = others.filter {
      !term.start.isEmpty && ($0.year > term.year || $0.isNew && !isNew && $0.start > term.date)
    }
    // Sources of one year tell the same day's holder.
    if later.contains(where: { $0.end.isEmpty && $0.date.prefix(4) >= term.date.prefix(4) }),
      let first = later.map(\.year).min()
    {
      term.end = first + " at the latest"
    } else if !isNew, let now = others.first(where: { $0.isNew && $0.end.isEmpty && $0.year < term.year }) {
      term.end = now.date.prefix(4) + " at the latest"
    } else if !later.isEmpty {
      term.start = ""
    }
  }

  /// The terms of somebody, as the sources know them.
  private struct Person {
    var terms: [Term]

    var key: String { terms.first?.key ?? "" }
    var country: String { terms.first?.country ?? "" }
    /// The best weight of any term.
    var standing: Int { terms.map(\.weight).min() ?? 9 }
    var aliases: [String] { terms.flatMap(\.aliases) }

    func isSame(as other: Person) -> Bool {
      let births = Set(terms.map(\.born).filter { $0.count > 4 })
      if !births.isDisjoint(with: other.terms.map(\.born)) { return true }
      if country.isEmpty || other.country.isEmpty { return standing <= 2 && other.standing <= 2 }
      return terms.contains { term in
        term.weight == 1 && other.terms.contains { $0.weight == 1 && term.overlaps($0) }
      }
    }

    /// An open term is dropped where another source tells its end; a newer source's is one begun since, nobody knows when.
    private var sound: [Term] {
      terms.compactMap { term in
        // Who succeeded tells the end less well than a source that knows it.
        if term.isOverSince, terms.contains(where: { $0.isEndKnown && $0.beginsWith(term) && $0.seat == term.seat }) {
          return nil
        }
        let ended = terms.filter { !$0.end.isEmpty && $0.beginsWith(term) && $0.isOffice(of: term) }
        guard term.end.isEmpty, !ended.isEmpty else { return term }
        if term.isNew, ended.allSatisfy({ $0.date < term.date }) {
          var again = term
          again.start = ""
          return again
        }
        return ended.contains { $0.weight <= term.weight || $0.date > term.date } ? nil : term
      }
    }

    /// The term to tell of: the source that knows it to go on may tell the start of its latest part only.
    private var best: Term? {
      guard var best = sound.max(by: { $1.precedes($0, among: sound) }) ?? terms.first else { return nil }
      guard best.weight == 1, best.end.isEmpty, !best.start.isEmpty else { return best }
      let starts = sound.filter { $0.end.isEmpty && $0.seat == best.seat && !$0.start.isEmpty }.map(\.start)
      let first = starts.min()?.prefix(4) ?? ""
      best.start = starts.filter { $0.hasPrefix(first) }.max() ?? best.start
      return best
    }

    var entry: NamesTable.Entry? {
      guard let best else { return nil }
      // The spelling with the accents is the full one.
      let spellings = ([best] + terms).map(\.name)
      let name = spellings.first { $0.plainLetters == best.key && $0 != best.key } ?? best.name
      var aliases: [String] = []
      for alias in spellings + self.aliases where alias != name && !aliases.contains(alias) { aliases.append(alias) }
      return NamesTable.Entry(
        kind: .person, subtype: best.gender, name: name, aliases: aliases, description: best.role, asOf: best.asOf,
        country: best.country, weight: standing, size: best.end.isEmpty ? 1 : 0)
    }
  }
}
