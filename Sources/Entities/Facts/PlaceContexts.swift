import DocumentModel
import Lexicons
import TextCore

/// What the words beside a place's name tell of it: the ship called so, the state that a lawmaker is of, the country it is in.
extension DraftFacts {
  private static let `in` = CaseFolding.hash("in")
  private static let from = CaseFolding.hash("from")

  private func hash(_ paragraph: Int, _ token: Int) -> UInt64 {
    let hashes = draft.paragraphs[paragraph].layers.tokens.hashes
    return hashes.indices.contains(token) ? hashes[token] : 0
  }

  /// "The Dali, a ship": no city has an article, where no noun goes on.
  func isShip(_ entity: Entity, _ row: Int) -> Bool {
    guard facts.subtype(row) == "city" else { return false }
    return entity.mentions.contains { reference in
      guard let mention = mention(reference), mention.form == .name,
        hash(reference.paragraph, mention.tokens.start - 1) == NameLexicons.the
      else { return false }
      return [UInt8(ascii: ","), UInt8(ascii: ".")].contains { isMark(reference.paragraph, mention.tokens.end, $0) }
    }
  }

  /// "Lincoln" beside Lincoln Elementary is the school, if nobody is in, at or from it, nor its state is named.
  func isPartOfName(_ entity: Entity, _ row: Int) -> Bool {
    guard facts.subtype(row) == "city", facts.weight(row) >= 3, let name = fullestName(entity), name.count == 1,
      let first = name.first, opened[first] != nil, !areaNames(of: row).contains(where: regions.contains)
    else { return false }
    return !entity.mentions.contains { reference in
      guard let mention = mention(reference) else { return false }
      let before = lexicons.words[hash(reference.paragraph, mention.tokens.start - 1)]
      return before.contains(.placePreposition) || isMark(reference.paragraph, mention.tokens.end, UInt8(ascii: ","))
        || mention.tokens.start == 0
    }
  }

  /// "Representative Ana Orr of New York", "the governor of New York", "New York Gov. Ana Orr": of the state.
  func isSeatOfOffice(_ reference: MentionReference) -> Bool {
    guard let place = mention(reference) else { return false }
    let joint = hash(reference.paragraph, place.tokens.start - 1)
    return (-3...3).contains { step in
      let other = MentionReference(paragraph: reference.paragraph, mention: reference.mention + step)
      guard let role = mention(other), role.kind == .role || role.form == .descriptor, let last = words(other)?.last,
        let named = lexicons.officeClass(last), named == "lawmaker" || named == "governor"
      else { return false }
      if step > 0 { return role.tokens.start == place.tokens.end }
      guard joint == NameLexicons.of || joint == DraftFacts.from else { return false }
      let next = step < -1 ? mention(MentionReference(paragraph: other.paragraph, mention: other.mention + 1)) : nil
      let end = next.map { $0.kind == .person && role.linked == other.mention + 1 ? $0.tokens.end : 0 }
      return (end ?? role.tokens.end) == place.tokens.start - 1
    }
  }

  static let province = "admin1"

  /// Whether the draft speaks for a foreign province: the name of a small one is often also something nearer, and "the North"
  /// is none of Cameroon.
  func isBorneOut(_ row: Int, _ entity: Entity, _ candidates: [Int]) -> Bool {
    if countries[facts.countryKey(row)] ?? 0 > entity.mentions.count { return true }
    let isElsewhere = areas.contains { $0 != facts.countryKey(row) && $0 != 0 }
    let isPlain = entity.mentions.contains { reference in
      guard let mention = mention(reference), mention.tokens.count == 1 else { return false }
      return hash(reference.paragraph, mention.tokens.start - 1) == NameLexicons.the
    }
    return !isPlain && (!isElsewhere || candidates.count == 1)
  }

  /// Whether the draft names the state of a part of a city, or another city of it.
  func isNear(_ row: Int) -> Bool {
    areaNames(of: row).prefix(1).contains { regions.contains($0) || cityRegions.contains($0) }
  }

  /// The mention after ", in" behind a place: "Lebanon" of "Tripoli, in northern Lebanon".
  func containerWithin(_ reference: MentionReference) -> MentionReference? {
    let next = MentionReference(paragraph: reference.paragraph, mention: reference.mention + 1)
    guard let place = mention(reference), let container = mention(next), container.kind == .place,
      isMark(reference.paragraph, place.tokens.end, UInt8(ascii: ",")),
      hash(reference.paragraph, place.tokens.end + 1) == DraftFacts.in
    else { return nil }
    let between = container.tokens.start - place.tokens.end - 2
    guard between == 1 else { return between == 0 ? next : nil }
    let tokens = draft.paragraphs[reference.paragraph].layers.tokens
    let word = place.tokens.end + 2
    guard tokens.indices.contains(word) else { return nil }
    let text = draft.text(reference.paragraph, tokens.span(word))
    return text.hasSuffix("ern") || text == "central" ? next : nil
  }
}
