import DocumentModel
import Lexicons
import TextCore

/// Which of the places of one name the draft means: the one in what stands after the comma ("Paris, Texas"), else the one in a
/// state or country that the draft names besides, else the best known if nothing speaks against it.
extension DraftFacts {
  /// Nil if no place of the name fits.
  func place(_ entity: Entity) -> Int? {
    guard var best = entity.fact, facts.kind(best) == .place else { return nil }
    guard let name = fullestName(entity), let rows = lexicons.names.rows(name) else { return best }
    var candidates = rows.filter { facts.kind($0) == .place }
    if isShip(entity, best) || isPartOfName(entity, best) { return nil }
    // A country or a state needs no other to tell it; "Lebanon, Pa." is neither.
    if facts.isCountry(best) { return town(candidates, entity) ?? country(candidates, best, entity) }
    if let told = told(candidates, asContainerOf: entity) { return told }
    if facts.subtype(best) == "us-state", entity.mentions.contains(where: isSeatOfOffice) { return best }
    if facts.subtype(best) == DraftFacts.province, !isBorneOut(best, entity, candidates) {
      candidates.removeAll { facts.subtype($0) == DraftFacts.province }
      guard let next = candidates.first else { return nil }
      best = next
    }
    // "New York" alone is the city.
    let state = facts.canonicalName(best)
    let isCity = { (row: Int) in facts.weight(row) <= 2 && areaNames(of: row).contains(state) }
    if facts.isRegion(best), let city = candidates.first(where: isCity) { return city }
    var seat: Int?
    for reference in entity.mentions {
      guard let container = container(of: reference) ?? containerWithin(reference) else {
        if facts.weight(best) >= 4, isBeforeUnlisted(reference) { return nil }
        continue
      }
      if let found = candidates.first(where: { lies($0, in: container) })
        ?? candidates.first(where: { isCapital($0) && isOfCountry($0, container) })
      {
        if let seat, seat != found { return nil }
        seat = found
      } else if isStrict(container), facts.subtype(best) == "city", !isBorneOut(best) {
        return nil
      } else if isUnlisted(container), facts.weight(best) >= 4 {
        return nil
      }
    }
    return seat ?? supported(best, among: candidates)
  }

  /// "Washington" of "Vancouver, Washington" is the state.
  private func told(_ candidates: [Int], asContainerOf entity: Entity) -> Int? {
    for reference in entity.mentions {
      let before = MentionReference(paragraph: reference.paragraph, mention: reference.mention - 1)
      guard container(of: before) == reference, let name = words(before), let rows = lexicons.names.rows(name) else {
        continue
      }
      for area in candidates where facts.isRegion(area) && rows.contains(where: { lies($0, within: area) }) {
        return area
      }
    }
    return nil
  }

  /// "Ludlow, Shropshire": a name that the table does not know, nor read as one yet.
  private func isBeforeUnlisted(_ reference: MentionReference) -> Bool {
    guard let place = mention(reference), isMark(reference.paragraph, place.tokens.end, UInt8(ascii: ",")) else {
      return false
    }
    let tokens = draft.paragraphs[reference.paragraph].layers.tokens
    let next = place.tokens.end + 1
    return next < tokens.count && tokens.shapes[next] == .title && !isPlace([tokens.hashes[next]])
      && lexicons.words[tokens.hashes[next]].isEmpty
  }

  /// "Ludlow, Shropshire": a place that the table does not know.
  private func isUnlisted(_ container: MentionReference) -> Bool {
    guard let found = mention(container), found.kind == .place || found.tokens.count == 1,
      let name = words(container)
    else { return false }
    return !isPlace(name)
  }

  /// Whether the names table has a place of a name.
  private func isPlace(_ name: ArraySlice<UInt64>) -> Bool {
    lexicons.names.rows(name)?.contains { facts.kind($0) == .place } ?? false
  }

  /// "Georgia" is the state where the draft names others of its country, and nothing of the republic's. Of two countries of
  /// one short name ("Congo") the one that the draft tells otherwise too.
  private func country(_ candidates: [Int], _ best: Int, _ entity: Entity) -> Int? {
    let isTold = { (row: Int) in
      countries[facts.countryKey(row)] ?? 0 > (row == best ? entity.mentions.count : 0)
    }
    // The chains know better which of two it is.
    if separated.contains(facts.canonicalKey(best)) || isTold(best) { return best }
    let others = candidates.filter { $0 != best && (facts.isCountry($0) || facts.subtype($0) == "us-state") }
    if let told = others.first(where: isTold) { return told }
    return others.contains(where: facts.isCountry) ? nil : best
  }

  /// "Lebanon, Pa.": what lies in a state is not the country.
  private func town(_ candidates: [Int], _ entity: Entity) -> Int?? {
    for reference in entity.mentions {
      guard let container = container(of: reference), let name = words(container),
        let state = lexicons.names.rows(name)?.first, facts.subtype(state) == "us-state", let area = mention(container)
      else { continue }
      if let town = candidates.first(where: { !isOfficial($0) && lies($0, within: state) }) { return town }
      if draft.text(container.paragraph, area.span).hasSuffix(".") { return .some(nil) }
    }
    return nil
  }

  /// Whether the draft tells elsewhere where a place lies: "In Kharkiv, Russia" puts no city of Ukraine into Russia.
  private func isBorneOut(_ row: Int) -> Bool {
    let own = areaNames(of: row)
    return own.contains { regions.contains($0) } || !regionCountries.contains(facts.countryKey(row)) && isNamed(row)
  }

  private func supported(_ best: Int, among candidates: [Int]) -> Int? {
    if facts.subtype(best) == "district" { return isNear(best) ? best : nil }
    guard facts.subtype(best) == "city" else { return best }
    let weight = facts.weight(best)
    let inRegion = candidates.filter { isNamed($0) && areaNames(of: $0).contains { regions.contains($0) } }
    if inRegion.contains(best) { return best }
    // "Moscow" beside Idaho, and nothing of Russia.
    if isCapital(best) {
      return !isNamed(best) && (inRegion.count == 1 || candidates.contains { isLarger($0, than: best) }) ? nil : best
    }
    // "Birmingham" beside Alabama, and nothing of Britain; a large city is its small namesake's only there.
    if inRegion.count == 1, weight > 3 || !isNamed(best) || weight == 3 && !isLesser(inRegion[0], than: best) {
      return inRegion[0]
    }
    if weight <= 2 { return best }
    let rivals = candidates.filter { $0 != best && facts.subtype($0) == "city" }
    if isNamed(best) {
      // The draft is about other states of the country: only a large city is known outside its own.
      if regionCountries.contains(facts.countryKey(best)) { return weight == 3 ? best : nil }
      return weight <= 4 || rivals.isEmpty ? best : nil
    }
    let inCountry = candidates.filter(isNamed)
    if !inCountry.isEmpty { return inCountry.count == 1 && weight > 3 ? inCountry[0] : nil }
    // One that the draft does not place is told only if it is large, or the draft names no country, and has no namesake.
    let isAlone = rivals.allSatisfy { isLesser($0, than: best) }
    return isAlone && (weight == 3 || weight == 4 && areas.isEmpty) ? best : nil
  }

  /// Whether a city is so much smaller than its namesake that nobody means it without saying where it is.
  private func isLesser(_ rival: Int, than city: Int) -> Bool {
    facts.weight(rival) >= facts.weight(city) + 2 || inhabitants(rival) * 5 < inhabitants(city)
  }

  /// "201,741" of "city in Geneva, Switzerland; city population 201,741"; 0 if it is not told.
  private func inhabitants(_ row: Int) -> Int {
    let told = facts.description(row)
    guard let start = told.firstRange(of: "population ")?.upperBound else { return 0 }
    return Int(told[start...].prefix { $0.isNumber || $0 == "," }.filter { $0 != "," }.prefix(9)) ?? 0
  }

  /// "Victoria" is not the capital of the Seychelles before it is a city of many more people, or a state.
  private func isLarger(_ rival: Int, than capital: Int) -> Bool {
    facts.isRegion(rival) && isNamed(rival) || inhabitants(rival) > 5 * inhabitants(capital)
  }

  private func isCapital(_ row: Int) -> Bool { facts.description(row).hasPrefix("capital city") }

  /// Whether the state after the comma is of a place's country: capitals are told without theirs.
  private func isOfCountry(_ row: Int, _ container: MentionReference) -> Bool {
    guard let name = words(container), let rows = lexicons.names.rows(name) else { return false }
    return rows.contains { facts.isRegion($0) && facts.countryKey($0) == facts.countryKey(row) }
  }

  /// The mention after a comma behind a place: "Texas" of "Paris, Texas".
  private func container(of reference: MentionReference) -> MentionReference? {
    let next = MentionReference(paragraph: reference.paragraph, mention: reference.mention + 1)
    guard let place = mention(reference), let container = mention(next),
      container.tokens.start == place.tokens.end + 1, container.form == .name || container.form == .acronym,
      isMark(reference.paragraph, place.tokens.end, UInt8(ascii: ","))
    else { return nil }
    return next
  }

  /// Whether what stands after the comma can be nothing but a country or state, in which the place before lies.
  private func isStrict(_ container: MentionReference) -> Bool {
    guard let name = words(container), let first = lexicons.names.rows(name)?.first else { return false }
    return isOfficial(first) && (facts.isCountry(first) || facts.subtype(first) != "admin1")
  }

  private func lies(_ row: Int, in container: MentionReference) -> Bool {
    guard let name = words(container), let rows = lexicons.names.rows(name) else { return false }
    return rows.contains { lies(row, within: $0) }
  }

  private func lies(_ row: Int, within area: Int) -> Bool {
    guard isOfficial(area), facts.countryKey(area) == facts.countryKey(row) else { return false }
    return facts.isCountry(area) || areaNames(of: row).contains(facts.canonicalName(area))
  }

  /// "Texas" and "United States" of "city in Texas, United States; city population 24,782".
  func areaNames(of row: Int) -> [String] {
    let told = facts.description(row)
    let head = told.prefix { $0 != ";" }
    guard let start = head.firstRange(of: " in ")?.upperBound else { return [] }
    return head[start...].split(separator: ",").map { String($0.drop { $0 == " " }) }
  }
}
