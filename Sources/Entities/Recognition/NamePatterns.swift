import DocumentModel
import TextCore

extension NameScan {
  private static let of = CaseFolding.hash("of")
  private static let `for` = CaseFolding.hash("for")
  private static let and = CaseFolding.hash("and")
  private static let the = CaseFolding.hash("the")

  /// Reads a run of capitalized words from left to right.
  mutating func readRun(_ run: inout NameRun) {
    var at = run.start
    var announced: Int?  // the title's mention that announces a person
    while at < run.end {
      let opens = run.opensSentence && at == run.start
      let contextClass = word(at)
      if !isCapitalized(at) || contextClass.contains(.calendar) && !isNameAfterCalendarWord(at, run) {
        at += 1
        announced = nil
        continue
      }
      // "The", "In", "Former": never the start of a name, unless a known one of several words begins so.
      let known = knownName(at: at, limit: run.sentence.end)
      let isStop = contextClass.contains(.stop) && known?.isPreferred != true
      if isStop || (opens && lexicons.isCommon(tokens.hashes[at]) && known?.isPreferred != true) {
        if let known, known.count > 1, !contextClass.contains(.stop) || known.weight <= 3 || known.count > 2,
          !isWord(at, NameScan.the)
        {
          take(known, &at, &run)
        } else if opens, let length = title(at: at, limit: run.sentence.end), at + length < run.end,
          isCapitalized(at + length)
        {
          announced = addTitle(at, length)
          at += length
        } else if opens, !contextClass.contains(.stop), let pattern = patternName(at, run),
          pattern.kind != .person || lexicons.givenWeight(tokens.hashes[at]) > 100
        {
          add(at, pattern.end, pattern.kind, 0.7, .pattern)
          at = pattern.end
          run.end = max(run.end, at)
        } else {
          at += 1
        }
        continue
      }
      if contextClass.contains(.honorific), at + 1 < run.end, isCapitalized(at + 1), known.map({ $0.count < 2 }) ?? true
      {
        announced = addTitle(at, 1)
        at += 1
        continue
      }
      if let announcedTitle = announced {
        let end = personEnd(from: at, in: run)
        if end > at, !isKnownThing(known, at, run) {
          link(announcedTitle, to: mentions.count)
          addPerson(at, end, 0.9)
          at = end
          announced = nil
          continue
        }
        announced = nil
      }
      let pattern = patternName(at, run)
      let office = title(at: at, limit: run.sentence.end)
      if let office, office > 1, office > known?.count ?? 0, at + office < run.sentence.end,
        (pattern?.end ?? 0) <= at + office
      {
        announced = addTitle(at, office)
        at += office
        continue
      }
      if let known, known.count >= (pattern.map { $0.end - at } ?? 0), isSound(known, at, run, opens: opens) {
        take(known, &at, &run)
        continue
      }
      if let length = office, at + length < run.sentence.end, (pattern?.end ?? 0) <= at + length {
        announced = addTitle(at, length)
        at += length
        continue
      }
      if let pattern {
        add(at, pattern.end, pattern.kind, pattern.confidence, .pattern)
        at = pattern.end
        run.end = max(run.end, at)
        continue
      }
      readUnknown(&at, run, opens: opens)
    }
  }

  /// "April Smith", "May Day": a calendar word that a known name begins with.
  private func isNameAfterCalendarWord(_ at: Int, _ run: NameRun) -> Bool {
    guard let known = knownName(at: at, limit: run.sentence.end) else { return false }
    return known.count > 1
  }

  private mutating func take(_ known: KnownName, _ at: inout Int, _ run: inout NameRun) {
    let end = at + known.count
    let confidence: Float = known.count > 1 ? 0.95 : known.isAmbiguous ? 0.7 : 0.85
    add(at, end, known.kind, confidence, row: known.row, form: known.isAcronym ? .acronym : .name, .lexicon)
    at = end
    run.end = max(run.end, end)
  }

  private mutating func addTitle(_ at: Int, _ length: Int) -> Int {
    add(at, at + length, .role, 0.9, .lexicon)
    return mentions.count - 1
  }

  private mutating func link(_ mention: Int, to other: Int) {
    guard mentions.indices.contains(mention) else { return }
    mentions[mention].linked = other
  }

  private mutating func addPerson(_ start: Int, _ end: Int, _ confidence: Float) {
    let known = knownName(at: start, limit: end)
    let row = known.flatMap { $0.kind == .person && $0.count == end - start ? $0.row : nil }
    add(start, end, .person, confidence, row: row, .pattern)
  }

  /// Whether what follows a title is a body or place rather than a person: "President Hotel".
  private func isKnownThing(_ known: KnownName?, _ at: Int, _ run: NameRun) -> Bool {
    guard let known, known.kind != .person else { return false }
    return known.kind == .group || known.count > 1 || (known.weight <= 2 && at + 1 >= run.end)
  }

  /// Whether a match of the lexicon may stand alone here.
  private func isSound(_ known: KnownName, _ at: Int, _ run: NameRun, opens: Bool) -> Bool {
    if known.count > 1 { return !isPersonListedAsBody(known, at) }
    let hash = tokens.hashes[at]
    if tokens.shapes[at] == .initial { return false }
    let classes = word(at)
    // "Party", "Council", "North" name nothing alone.
    if !classes.isDisjoint(with: .anyTail.union(.placeBefore)), known.weight > 2 { return false }
    if tokens.shapes[at] == .upper { return known.isPreferred || !lexicons.isCommon(hash) }
    if known.isAmbiguous {
      if opens, known.weight > 1 || lexicons.isCommon(hash) { return false }
      guard known.weight <= 3 else { return false }
    }
    if known.weight > 5, known.kind != .place { return false }
    // A surname after an unread given name, or a place before a surname, is part of a person.
    return true
  }

  /// Lists of armed groups hold some of their leaders: a given name and a surname without a word of bodies is a person.
  private func isPersonListedAsBody(_ known: KnownName, _ at: Int) -> Bool {
    let last = at + known.count - 1
    return known.kind == .organization && known.weight >= 4 && known.count <= 3
      && lexicons.givenWeight(tokens.hashes[at]) > 60
      && lexicons.isSurname(tokens.hashes[last]) && word(last).isDisjoint(with: .anyTail)
  }

  // MARK: - Patterns

  /// A name told by its own words.
  struct PatternName {
    let end: Int
    let kind: EntityKind
    let confidence: Float
  }

  func patternName(_ at: Int, _ run: NameRun) -> PatternName? {
    if let named = headedName(at, run) { return named }
    let classes = word(at)
    if let tailed = tailedName(at, run), !classes.contains(.feature) || tailed.kind != .person { return tailed }
    if classes.contains(.placeBefore), at + 1 < run.end, isCapitalized(at + 1),
      word(at + 1).isDisjoint(with: [.calendar, .stop]),
      !classes.contains(.particle), isFeature(at)
    {
      return PatternName(end: min(run.end, at + 2), kind: .place, confidence: 0.8)
    }
    if classes.contains(.eventBefore), at + 1 < run.end, isCapitalized(at + 1) {
      return PatternName(end: min(run.end, at + 2), kind: .event, confidence: 0.75)
    }
    return personName(at, run)
  }

  /// "Mount", "Lake": words that a name of a place begins with and few others do.
  private func isFeature(_ at: Int) -> Bool {
    word(at).contains(.feature) || title(at: at, limit: at + 1) == nil && lexicons.givenWeight(tokens.hashes[at]) < 40
  }

  /// "Ministry of Health and Welfare", "Gulf of Aden", "Treaty of Lisbon".
  private func headedName(_ at: Int, _ run: NameRun) -> PatternName? {
    var head = at
    // The head is the last word before "of": "Supreme Court of Justice".
    while head + 1 < run.end, isCapitalized(head + 1), head < at + 4 { head += 1 }
    guard head < run.sentence.end, head + 1 == run.end || !isCapitalized(head + 1) else { return nil }
    let classes = word(head)
    guard !classes.isDisjoint(with: .anyHead),
      isWord(head + 1, NameScan.of) || isWord(head + 1, NameScan.for) && !isWord(head + 2, NameScan.the),
      head + 1 < run.sentence.end
    else { return nil }
    var next = head + 2
    if isWord(next, NameScan.the) { next += 1 }
    guard next < run.sentence.end, isCapitalized(next), !word(next).contains(.calendar) else { return nil }
    var end = next + 1
    while end < run.sentence.end, end < next + 5 {
      if isCapitalized(end), !word(end).contains(.calendar) {
        if title(at: end, limit: run.sentence.end) != nil { break }
        end += 1
      } else if isWord(end, NameScan.and), end + 1 < run.sentence.end,
        classes.contains(.organizationHead), isCapitalized(end + 1), !word(end + 1).contains(.stop),
        knownName(at: end + 1, limit: run.sentence.end) == nil,
        knownName(at: next, limit: end) == nil
      {
        end += 2
      } else if isWord(end, NameScan.of), end + 1 < run.sentence.end, isCapitalized(end + 1),
        !word(end - 1).isDisjoint(with: .anyHead)
      {
        end += 2
      } else {
        break
      }
    }
    let kind: EntityKind =
      classes.contains(.organizationHead)
      ? .organization
      : classes.contains(.placeHead) ? .place : classes.contains(.lawHead) ? .law : .event
    return PatternName(end: end, kind: kind, confidence: 0.85)
  }

  /// "Justice Department", "Volga River", "Paris Agreement", "Acme Holdings Inc.".
  private func tailedName(_ at: Int, _ run: NameRun) -> PatternName? {
    var tail = at
    var index = at + 1
    while index < run.end, index < at + 8 {
      let classes = word(index)
      if classes.contains(.calendar)
        || !isCapitalized(index) && !isMark(index, UInt8(ascii: "&")) && !classes.contains(.particle)
      {
        break
      }
      if isCapitalized(index), !classes.isDisjoint(with: .anyTail) { tail = index }
      // A title within ends the name: "Justice Department Secretary Jones".
      if tail > at, classes.isDisjoint(with: .anyTail), title(at: index, limit: run.end) != nil { break }
      index += 1
    }
    guard tail > at else { return nil }
    let classes = word(tail)
    var end = tail + 1
    if isMark(end, UInt8(ascii: ",")), word(end + 1).contains(.corporateSuffix), isCapitalized(end + 1) { end += 2 }
    // "Rajon House" may be a person: a common given name and a tail that is also a surname needs more.
    if tail == at + 1, lexicons.givenWeight(tokens.hashes[at]) > 60, lexicons.isSurname(tokens.hashes[tail]),
      knownName(at: at, limit: tail)?.kind != .place
    {
      return nil
    }
    let kind: EntityKind =
      !classes.isDisjoint(with: [.corporateSuffix])
      ? .organization
      : classes.contains(.workTail)
        ? .other
        : classes.contains(.lawTail) && !classes.contains(.organizationTail)
          ? .law
          : classes.contains(.eventTail) && !classes.contains(.organizationTail)
            ? .event
            : classes.contains(.placeTail) && !classes.contains(.organizationTail)
              ? .place
              : classes.contains(.organizationTail) ? .organization : .place
    return PatternName(end: end, kind: kind, confidence: 0.8)
  }

  /// A common given name, initials or particles, and a surname.
  private func personName(_ at: Int, _ run: NameRun) -> PatternName? {
    let weight = lexicons.givenWeight(tokens.hashes[at])
    let initial = tokens.shapes[at] == .initial && isInitial(at)
    guard weight > 0 || initial, tokens.shapes[at] != .upper || initial else { return nil }
    let end = personEnd(from: at, in: run)
    guard end > at + 1 else { return nil }
    let last = tokens.hashes[end - 1]
    let surname = lexicons.isSurname(last)
    if weight < 20, !surname || lexicons.isCommon(tokens.hashes[at]) { return nil }
    if lexicons.isCommon(last), !surname { return nil }
    if let known = knownName(at: at, limit: end), known.kind != .person, known.weight <= 2, weight < 120 { return nil }
    return PatternName(end: end, kind: .person, confidence: surname ? 0.9 : 0.75)
  }

  /// "J." and the like: a capital with its dot, not the word "I" or "A".
  private func isInitial(_ index: Int) -> Bool {
    let span = tokens.span(index)
    return span.count == 2 && bytes[span.end - 1] == UInt8(ascii: ".")
  }

  /// Where a person's name that starts at a token ends: at most five words, no titles, no words of other names.
  func personEnd(from start: Int, in run: NameRun) -> Int {
    var end = start
    while end < run.end, end < start + 5 {
      if end > start, isCapitalized(end) {
        let classes = word(end)
        if !classes.isDisjoint(with: [.calendar, .stop]) && !lexicons.isSurname(tokens.hashes[end]) { break }
        if classes.contains(.corporateSuffix) && !isInitial(end) { break }
        if title(at: end, limit: run.end) != nil && !lexicons.isSurname(tokens.hashes[end]) { break }
      } else if end == start, !word(end).isDisjoint(with: [.calendar, .stop]) {
        break
      }
      if isMark(end, UInt8(ascii: "&")) { break }
      end += 1
    }
    while end > start, !isCapitalized(end - 1) { end -= 1 }
    return end
  }

  /// "2017 Norwegian parliamentary election": the year before, a country or its people, at most two words and the vote.
  func voteEnd(at index: Int, limit: Int) -> Int? {
    guard index > 0, tokens.kinds[index - 1] == .number, tokens.span(index - 1).count == 4,
      let known = knownName(at: index, limit: limit), known.kind == .place || known.kind == .group
    else { return nil }
    let start = index + known.count
    for at in start..<max(start, min(start + 3, limit)) {
      guard tokens.kinds[at] == .word, tokens.shapes[at] == .lower else { return nil }
      if NameScan.votes.contains(tokens.hashes[at]) { return at + 1 }
    }
    return nil
  }

  private static let votes = ["election", "elections", "referendum"].map { CaseFolding.hash($0) }

  // MARK: - What is left

  /// Words of a run that neither the lexicon nor a pattern tells: named on evidence beside them.
  private mutating func readUnknown(_ at: inout Int, _ run: NameRun, opens: Bool) {
    var end = at + 1
    while end < run.end {
      let classes = word(end)
      if !classes.isDisjoint(with: [.calendar, .stop, .honorific]) { break }
      if title(at: end, limit: run.sentence.end) != nil { break }
      if let known = knownName(at: end, limit: run.sentence.end), known.count > 1 || known.kind == .group { break }
      end += 1
    }
    while end > at + 1, !isCapitalized(end - 1) { end -= 1 }
    defer { at = end }
    let count = end - at
    let last = tokens.hashes[end - 1]
    let before = word(at - 1)
    let says =
      word(end).contains(.saying) || word(at - 1).contains(.saying) && word(end).isDisjoint(with: .placePreposition)
    let knownHere = knownName(at: at, limit: end)
    if count == 1 {
      let hash = tokens.hashes[at]
      if tokens.shapes[at] == .initial || !word(at).isEmpty || lexicons.isCommon(hash) || isCommonAcronym(at) { return }
      if tokens.shapes[at] == .upper {
        if tokens.span(at).count >= 3, !opens { add(at, end, .organization, 0.6, form: .acronym, .context) }
        return
      }
      if let knownHere, knownHere.isAmbiguous, opens { return }
      if says, lexicons.isSurname(last) { return add(at, end, .person, 0.75, .context) }
      if before.contains(.placePreposition), !isWord(at - 1, NameScan.the), !lexicons.isSurname(last) {
        return add(at, end, .place, 0.6, .context)
      }
      if lexicons.isSurname(last), !opens || knownHere == nil, !isWord(at - 1, NameScan.the) {
        return add(at, end, .person, 0.6, .context)
      }
      // "Hallworth said", "said Hallworth": who speaks is a person until something tells otherwise.
      if says, knownHere == nil, !isWord(at - 1, NameScan.the) { return add(at, end, .person, 0.55, .context) }
      return
    }
    let hasGiven = lexicons.givenWeight(tokens.hashes[at]) > 0 || lexicons.isSurname(tokens.hashes[at])
    if count <= 4, lexicons.isSurname(last), !lexicons.isCommon(last), !isWord(at - 1, NameScan.the), says || hasGiven {
      return add(at, end, .person, says ? 0.8 : 0.65, .context)
    }
    if isMark(end, UInt8(ascii: ",")), word(end + 2).contains(.placeNoun) { return add(at, end, .place, 0.7, .context) }
    if says, count <= 3, !isWord(at - 1, NameScan.the) { return add(at, end, .person, 0.65, .context) }
    if before.contains(.placePreposition), !isWord(at - 1, NameScan.the) { return add(at, end, .place, 0.6, .context) }
    if isWord(at - 1, NameScan.the), !opens { return add(at, end, .organization, 0.5, .context) }
    let hasCommon = (at..<end).contains { lexicons.isCommon(tokens.hashes[$0]) || tokens.shapes[$0] == .upper }
    if hasCommon ? opens : !hasGiven { return }
    add(at, end, hasCommon || count > 3 ? .organization : .person, 0.45, .context)
  }
}
