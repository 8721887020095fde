package import DocumentModel
package import Lexicons

/// Chooses what to tell of a draft's entities: of the rows that a name has in the names table, the one that the draft bears out,
/// and none where it speaks against it. "Paris, Texas" is not in France, and a fire chief of a congressman's name is not he.
///
/// Asked for by hovers, so nothing of it is worked out while somebody types. Linear in the draft's mentions.
package struct DraftFacts {
  /// What is told, and whether of the one who bears the name here or only of somebody of that name.
  package struct Told: Hashable, Sendable {
    /// Of the names table.
    package let row: Int
    package let isNamesake: Bool
    /// Whether the draft gives the person an office, and the table tells of another one that was held once.
    package var isOfAnotherTime = false
  }

  let lexicons: NameLexicons
  let draft: DraftLayers
  /// Mentions of names that are of a country or in it, by `NameFacts.countryKey`: "Nairobi" and "Kenyan" are two of Kenya.
  private(set) var countries: [Int: Int] = [:]
  /// Those of them that the draft names themselves, or places in them.
  private(set) var areas: Set<Int> = []
  /// Canonical names of the states and provinces that the draft names.
  private(set) var regions: Set<String> = []
  /// The countries of these.
  private(set) var regionCountries: Set<Int> = []
  /// For each place among the entities, its row.
  private var places: [Int: Int] = [:]
  /// Names of several words by their initials: "Bank of Uland" under "BU".
  private(set) var initials: [String: [Int]] = [:]
  /// Names of several words by their first.
  private(set) var opened: [UInt64: [Int]] = [:]
  /// Canonical names that the draft has two places of, told apart by where they stand: "Georgia".
  private(set) var separated: Set<Int> = []
  /// States and provinces of the cities that the draft names.
  private(set) var cityRegions: Set<String> = []
  /// How many teams the draft names.
  private(set) var teams = 0
  /// Names of people, by their last word.
  private(set) var families: Set<UInt64> = []

  package init(_ tables: FactTables, _ draft: DraftLayers) {
    lexicons = tables.lexicons
    self.draft = draft
    var rows: [Int: Int] = [:]
    for (index, entity) in draft.entities.enumerated() {
      switch entity.kind {
      case .group: if let fact = entity.fact { note(fact, entity.mentions.count) }
      case .place:
        guard let fact = entity.fact else { break }
        if isOfficial(fact) {
          noteArea(fact, entity)
        } else if facts.subtype(fact) == "city" {
          cityRegions.formUnion(areaNames(of: fact).prefix(1))
        }
        let key = facts.canonicalKey(fact)
        if let other = rows[key], other != fact { separated.insert(key) }
        rows[key] = fact
      case .organization:
        noteLongForm(index)
        if let fact = entity.fact, DraftFacts.teamTypes.contains(facts.subtype(fact)) { teams += 1 }
      case .person: if let name = fullestName(entity), name.count > 1, let last = name.last { families.insert(last) }
      default: break
      }
    }
    for (index, entity) in draft.entities.enumerated() where entity.kind == .place {
      guard let place = place(entity) else { continue }
      places[index] = place
      if !isOfficial(place), facts.weight(place) <= 3 {
        note(place, entity.mentions.count)
        areas.insert(facts.countryKey(place))
      }
    }
  }

  var facts: NameFacts { lexicons.facts }

  /// Nil if nothing is known of an entity, or nothing that the draft bears out.
  package func told(of index: Int) -> Told? {
    guard draft.entities.indices.contains(index) else { return nil }
    let entity = draft.entities[index]
    guard let fact = entity.fact, facts.kind(fact) == entity.kind else { return nil }
    switch entity.kind {
    case .place: return places[index].map { Told(row: $0, isNamesake: false) }
    case .person: return person(entity, fact)
    case .organization: return organization(index, fact).map { Told(row: $0, isNamesake: false) }
    case .group: return Told(row: group(entity) ?? fact, isNamesake: false)
    default: return Told(row: fact, isNamesake: false)
    }
  }

  /// "Dominican" is of the country that the draft names besides, if it names one of the two.
  private func group(_ entity: Entity) -> Int? {
    guard let name = fullestName(entity), let rows = lexicons.names.rows(name) else { return nil }
    return rows.first { facts.kind($0) == .group && areas.contains(facts.countryKey($0)) }
  }

  static let teamTypes = ["sports", "football club"]

  // MARK: - What the draft names

  private mutating func note(_ row: Int, _ count: Int) {
    let country = facts.countryKey(row)
    if country != 0 { countries[country, default: 0] += count }
  }

  private mutating func noteArea(_ row: Int, _ entity: Entity) {
    note(row, entity.mentions.count)
    areas.insert(facts.countryKey(row))
    guard facts.isRegion(row) else { return }
    regions.insert(facts.canonicalName(row))
    regionCountries.insert(facts.countryKey(row))
  }

  /// A country, or a state or province: what others lie in.
  func isOfficial(_ row: Int) -> Bool { facts.isCountry(row) || facts.isRegion(row) }

  private mutating func noteLongForm(_ index: Int) {
    guard let reference = fullest(draft.entities[index]), let mention = mention(reference), mention.tokens.count > 1
    else {
      return
    }
    let layers = draft.paragraphs[reference.paragraph].layers
    guard mention.tokens.end <= layers.tokens.count else { return }
    opened[layers.tokens.hashes[mention.tokens.start], default: []].append(index)
    var letters = ""
    for token in mention.tokens.range where layers.tokens.shapes[token].isCapitalized {
      letters += draft.text(reference.paragraph, layers.tokens.span(token)).prefix(1)
    }
    initials[letters, default: []].append(index)
  }

  /// Whether the draft names the country of a row.
  func isNamed(_ row: Int) -> Bool { countries[facts.countryKey(row)] != nil }

  /// Whether it names no country more often.
  func isForemost(_ row: Int) -> Bool {
    guard let count = countries[facts.countryKey(row)] else { return false }
    return countries.values.allSatisfy { $0 <= count }
  }

  // MARK: - Names of the draft

  func mention(_ reference: MentionReference) -> Mention? { draft.mention(reference) }

  /// The name with the most words.
  func fullest(_ entity: Entity) -> MentionReference? {
    var best: (reference: MentionReference, count: Int)?
    for reference in entity.mentions {
      guard let mention = mention(reference), mention.form == .name || mention.form == .acronym else { continue }
      if mention.tokens.count > best?.count ?? 0 { best = (reference, mention.tokens.count) }
    }
    return best?.reference
  }

  func fullestName(_ entity: Entity) -> ArraySlice<UInt64>? { fullest(entity).flatMap(words) }

  /// Token hashes of a mention.
  func words(_ reference: MentionReference) -> ArraySlice<UInt64>? {
    guard let mention = mention(reference) else { return nil }
    let hashes = draft.paragraphs[reference.paragraph].layers.tokens.hashes
    return mention.tokens.end <= hashes.count ? hashes[mention.tokens.range] : nil
  }

  /// Whether the token is this one ASCII byte.
  func isMark(_ paragraph: Int, _ token: Int, _ byte: UInt8) -> Bool {
    let analyzed = draft.paragraphs[paragraph]
    return analyzed.layers.tokens.isMark(token, byte, in: analyzed.paragraph.bytes)
  }
}

/// The tables that facts are chosen with, looked up once.
package struct FactTables: Sendable {
  let lexicons: NameLexicons

  package init(_ language: Language) { lexicons = NameLexicons(language) }
}
