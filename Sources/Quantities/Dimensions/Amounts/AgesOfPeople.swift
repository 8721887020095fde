import DocumentModel

/// Ages that no word for them tells, only the person beside them.
extension QuantityReader {
  /// "Ana Paulos, 65, a retired welder", "his wife, 80, died", "Ortiz, now 61, left": a number between commas after a person.
  func apposedAge(_ figure: Figure) -> Reading? {
    let start = figure.start
    guard let age = lexemes.digits(start), (1...OldestAge.ofBareNumber).contains(age), figure.end == start + 1,
      !figure.isRange
    else {
      return nil
    }
    if isBracketed(start) { return quantity(figure, to: figure.end, kind: .age, unit: year) }
    // "Ortiz, now 61," and "the couple, both 34,"
    let isLed = lexemes.hash(start - 1) == words.particles.now || lexemes.hash(start - 1) == AmountParticle.both
    var comma = isLed ? start - 2 : start - 1
    // "a tall man, about 30, fled"
    if !isLed, let bound = modifier(before: start, ofDate: false), bound.modifier == .about, let first = bound.start,
      words.persons.row(lexemes.hash(first - 2)) == .one
    {
      comma = first - 1
    }
    let name = comma - 1
    guard lexemes.isMark(comma, ","), lexemes.gap(comma) == .none, lexemes.gap(comma + 1) == .space,
      lexemes.gap(start) == .space, lexemes.isWord(name), words.months.row(lexemes.hash(name)) == nil,
      words.weekdays.row(lexemes.hash(name)) == nil
    else { return nil }
    let isPerson = words.persons.row(lexemes.hash(name)) == .one
    // "Ali Hassan, 12, Omar Hassan, 9, and Noor Hassan, 4."
    let isListed =
      isFullName(endingAt: name) && (isAfterApposed(name) || isFullNameApposed(after: figure.end)) || isChild(name)
    guard isPerson || isListed || lexemes.isCapital(lexeme: name) && age >= 16 else { return nil }
    let isBetween =
      lexemes.isMark(figure.end, ",") && lexemes.gap(figure.end) == .none && lexemes.gap(figure.end + 1) == .space
      && lexemes.isWord(figure.end + 1)
    let goesOn = lexemes.hash(figure.end) == words.particles.and && lexemes.isCapital(lexeme: figure.end + 1)
    guard isBetween || isListed && (goesOn || isClauseEnd(figure.end)) else { return nil }
    return quantity(figure, to: figure.end, kind: .age, unit: year)
  }

  /// "Marie Dupont (52) said", "Sean Byrne (34), from Cork": the age in brackets of one who is then told more about.
  private func isBracketed(_ index: Int) -> Bool {
    guard lexemes.isMark(index - 1, "("), lexemes.gap(index) == .none, lexemes.isMark(index + 1, ")"),
      lexemes.length(index) == 2, isFullName(endingAt: index - 2)
    else { return false }
    if lexemes.isMark(index + 2, ",") {
      return lexemes.hash(index + 3) == words.particles.from || lexemes.hash(index + 3) == words.particles.of
    }
    return lexemes.hash(index + 2) == words.particles.from || isIn(.saying, index + 2)
  }

  /// Whether two capitalized words end at a lexeme.
  private func isFullName(endingAt index: Int) -> Bool {
    lexemes.isWord(index) && lexemes.isCapital(lexeme: index) && lexemes.isWord(index - 1)
      && lexemes.isCapital(lexeme: index - 1) && lexemes.gap(index) != .none
  }

  /// Whether the age of another of the family stands not far before a name.
  private func isAfterApposed(_ name: Int) -> Bool {
    guard quantities.last?.kind == .age, name - free <= 7 else { return false }
    return (lexemes.isMark(free, ",") || lexemes.hash(free) == words.particles.and)
      && lexemes.hash(free - 3) == lexemes.hash(name)
  }

  /// "their sons, Tom, 9, and Ben, 7": a name right after the word for them, or after the age of another.
  private func isChild(_ name: Int) -> Bool {
    guard lexemes.isCapital(lexeme: name) else { return false }
    if lexemes.isMark(name - 1, ","), words.persons.row(lexemes.hash(name - 2)) != nil { return true }
    if lexemes.hash(name - 1) == words.particles.and, name - 1 == free { return isOfChild(quantities.last) }
    let between = lexemes.hash(name - 1) == words.particles.and ? name - 2 : name - 1
    return isOfChild(quantities.last) && lexemes.isMark(between, ",") && between == free
  }

  private func isOfChild(_ quantity: Quantity?) -> Bool {
    guard let quantity, quantity.kind == .age, case .exact(let age) = quantity.value else { return false }
    return age < Rational(16)
  }

  /// Whether ", Omar Hassan, 9" follows: one of the same family, since numbers of other lists are points and goals.
  private func isFullNameApposed(after index: Int) -> Bool {
    let hasComma = lexemes.isMark(index, ",")
    guard hasComma || lexemes.hash(index) == words.particles.and else { return false }
    var at = hasComma ? index + 1 : index
    if lexemes.hash(at) == words.particles.and { at += 1 }
    let first = at
    while at < first + 4, lexemes.isWord(at), lexemes.isCapital(lexeme: at) { at += 1 }
    return at - first >= 2 && lexemes.hash(at - 1) == lexemes.hash(index - 3) && lexemes.isMark(at, ",")
      && lexemes.digits(at + 1).map { (1...OldestAge.ofBareNumber).contains($0) } ?? false
      && (!lexemes.isWord(at + 2) || lexemes.hash(at + 2) == words.particles.and)
  }

  /// Whether a clause ends at a lexeme: a mark that no figure goes on after, or nothing.
  private func isClauseEnd(_ index: Int) -> Bool {
    if index >= lexemes.count { return true }
    guard lexemes.gap(index) == .none, !lexemes.isFigure(index + 1) || lexemes.gap(index + 1) == .space else {
      return false
    }
    return lexemes.isMark(index, ".") || lexemes.isMark(index, ",") || lexemes.isMark(index, ";")
      || lexemes.isMark(index, "!") || lexemes.isMark(index, "?") || lexemes.isMark(index, ")")
  }

  /// "He turned 50", "people over 65", "younger than 30", "At 17, she left", "65 and older": where nothing is measured by the
  /// number.
  func ageOfPeople(_ figure: Figure) -> Reading? {
    guard !figure.low.isOrdinal, figure.low.value.isWhole, figure.low.value > Rational(0),
      figure.last.value < Rational(Int64(OldestAge.ofBareNumber + 1)), figure.last.scale == Rational(1),
      lexemes.gap(figure.start) == .space,
      tellsAge(figure), isBare(figure)
    else { return nil }
    return quantity(figure, to: figure.end, kind: .age, unit: year)
  }

  private func tellsAge(_ figure: Figure) -> Bool {
    let p = words.particles
    let start = figure.start
    let before = lexemes.hash(start - 1)
    guard start > 0 || lexemes.hash(figure.end + 1) == AmountParticle.older else { return false }
    // "He turned 50", "He just turned three"
    if isIn(.birthdays, start - 1), !figure.isRange, figure.low.value >= Rational(figure.low.isInWords ? 3 : 2) {
      // The racing driver spun in turn 12, but she will turn 12.
      guard before != AmountParticle.turn || isIn(.beforeTurn, start - 2) || lexemes.hash(start - 2) == p.clitic else {
        return false
      }
      return !lexemes.isCapital(lexeme: start - 1) && !isIn(.afterTurned, figure.end)
        && lexemes.hash(figure.end) != p.of
    }
    // "He died at 91.", "At 17, he joined the army"
    if before == p.at, !figure.isRange, figure.low.value >= Rational(16) {
      if isIn(.lifeEvents, start - 2) {
        return !lexemes.isCapital(lexeme: figure.end) && (isClauseEnd(figure.end) || isStop(figure.end))
      }
      return opensSentence(start - 1) && lexemes.isMark(figure.end, ",")
        && isIn(.pronouns, figure.end + 1) && lexemes.gap(figure.end + 1) == .space
    }
    let isOfMany = lexemes.isWord(start - 1) && words.persons.row(before) == .many
    // "Americans 65 and older", "children 12 and under"
    if lexemes.hash(figure.end) == p.and || lexemes.hash(figure.end) == p.or {
      let bound = lexemes.hash(figure.end + 1)
      if bound == AmountParticle.older || bound == AmountParticle.younger { return true }
      if isOfMany, bound == AmountParticle.under || bound == p.over { return true }
    }
    // "voters 18 to 29"
    if isOfMany, figure.isRange, figure.low.value < figure.last.value { return true }
    // "women over 40", "anyone older than 65", "She was only 14 when"
    if let subject = subjectOfComingAge(before: start), isOfAge(subject, isBound: false) {
      return figure.low.value >= Rational(5) && !figure.isRange
        && (isAgeOfSomeDay(figure.end) || isClauseEnd(figure.end))
    }
    guard lexemes.isWord(start - 1) || AmountParticle.was.contains(before) else { return false }
    let bound = AmountParticle.was.contains(before) ? nil : modifier(before: start, ofDate: false)
    let first = bound?.start ?? start
    if AmountParticle.was.contains(lexemes.hash(first - 1)), isOfAge(first - 2, isBound: bound != nil) {
      return figure.low.value >= Rational(5) && !figure.isRange
        && (lexemes.hash(figure.end) == AmountParticle.when || isClauseEnd(figure.end))
    }
    guard let modifier = bound?.modifier, modifier.isLowerBound || modifier.isUpperBound else { return false }
    if before == p.than,
      lexemes.hash(start - 2) == AmountParticle.older || lexemes.hash(start - 2) == AmountParticle.younger
    {
      return true
    }
    return words.persons.row(lexemes.hash(first - 1)) == .many && first == start - 1
      && (before == p.over || before == AmountParticle.under)
  }

  /// Whether what "is" or "was" follows is somebody, or their age: "who is 54,", "Her mother was 90.", "His age was 22."
  private func isOfAge(_ index: Int, isBound: Bool) -> Bool {
    isIn(.pronouns, index) || !isBound && lexemes.hash(index) == words.particles.age
      || words.persons.row(lexemes.hash(index)) == .one
  }

  /// Whether no unit, no noun and no sign follows a figure.
  func isBare(_ figure: Figure) -> Bool {
    guard lexemes.kind(figure.end) != .symbol, lexemes.gap(figure.end) != .hyphen, lexemes.gap(figure.end) != .dash
    else { return false }
    return !hasMeasure(figure.end) && words.currencies.longest(lexemes, figure.end) == nil
      && noun(after: figure.end) == nil && !lexemes.isMark(figure.end, "/") && !lexemes.isMark(figure.end, "%")
  }
}
