import DocumentModel
import TextCore

/// Numbers that nothing measures: ordinals, counts of a noun, shares of a whole.
extension QuantityReader {
  /// "first", "21st"; passed over where it is the "second" that is a unit of time.
  func ordinal(_ figure: Figure) -> Reading? {
    if figure.low.isInWords, figure.low.end - figure.low.start == 1,
      lexemes.hash(figure.start) == words.particles.second,
      lexemes.hash(figure.start - 1) == words.particles.per
        || lexemes.hash(figure.start - 1) == words.particles.a
          && (lexemes.hash(figure.start + 1) == 0 || isMoment(figure.start))
    {
      return nil
    }
    // "second to none"
    if lexemes.hash(figure.low.end) == words.particles.to, lexemes.hash(figure.low.end + 1) == words.particles.none {
      return nil
    }
    if let range = ordinalRange(figure) { return range }
    var reading = quantity(figure, to: figure.low.end, kind: .ordinal, unit: nil)
    reading?.quantity?.numerals = []
    return reading
  }

  /// "for a second", "within a second of the bell", where nothing follows that could be the second of its kind.
  private func isMoment(_ index: Int) -> Bool {
    let p = words.particles
    let before = lexemes.hash(index - 2)
    guard before == p.for || before == p.within || before == p.half, lexemes.isWord(index - 2) else { return false }
    return isWithoutNoun(index + 1)
  }

  /// "between the tenth and the fifteenth"
  private func ordinalRange(_ figure: Figure) -> Reading? {
    let p = words.particles
    var start = figure.start - 1
    if lexemes.hash(start) == p.the { start -= 1 }
    guard lexemes.hash(start) == p.between, lexemes.hash(figure.low.end) == p.and else { return nil }
    let next = lexemes.hash(figure.low.end + 1) == p.the ? figure.low.end + 2 : figure.low.end + 1
    guard let second = numerals.numeral(at: next), second.isOrdinal, figure.low.value < second.value else { return nil }
    var whole = figure
    whole.high = second
    var reading = quantity(whole, to: second.end, kind: .number, unit: nil)
    reading?.start = start
    reading?.quantity?.outerSpan = lexemes.span(start, second.end)
    reading?.quantity?.numerals = []
    return reading
  }

  /// A bare number: a count of the plural noun after it, else a number.
  func count(_ figure: Figure) -> Reading? {
    if figure.low.isVague || isWithinCount(figure) || isSize(figure) { return nil }
    let figure = dotParted(figure)
    // "11a", "5G", "1500b": letters glued to a figure make it a name; "3x" is still three times.
    if !figure.low.isInWords, lexemes.gap(figure.end) == .none, lexemes.isWord(figure.end),
      lexemes.byte(figure.end).inLowerCase != UInt8(ascii: "x")
    {
      return nil
    }
    if isBase(figure) { return Reading(start: figure.start, end: figure.end, quantity: nil) }
    if let share = share(figure) { return share }
    let isOne =
      figure.low.isInWords && figure.low.value == Rational(1) && !figure.isRange
      && figure.low.end == figure.low.start + 1
    if isOne && (!isCountingOne(figure) || isNameOfOne(figure.start)) { return nil }
    if figure.low.isInWords, figure.low.isFraction, figure.low.end == figure.low.start + 1, !isCountingHalf(figure) {
      return nil
    }
    if isOne, let thing = oneNoun(after: figure.end) {
      return quantity(figure, to: figure.end, kind: .count, unit: MeasureUnit(name: thing, dimension: "", factor: nil))
    }
    // "as much as 1/4 point"
    if figure.low.isFraction, !figure.low.isInWords, lexemes.hash(figure.end) == words.particles.point {
      return quantity(
        figure, to: figure.end, kind: .count, unit: MeasureUnit(name: "point", dimension: "", factor: nil))
    }
    // "50+ countries"
    let isPlus = lexemes.isMark(figure.end, "+") && lexemes.gap(figure.end) == .none
    guard
      let counted = noun(after: isPlus ? figure.end + 1 : afterBound(figure.end))
        ?? (isOne ? nil : nounOfWhole(after: figure.end)),
      !figure.low.isFraction || !figure.low.isInWords
    else {
      if isOne || isNamed(figure) { return nil }
      return quantity(figure, to: figure.end, kind: .number, unit: nil)
    }
    return quantity(figure, to: figure.end, kind: .count, unit: MeasureUnit(name: counted, dimension: "", factor: nil))
  }

  /// "12.345 new cases", "3.000 people": a dot that parts thousands, since cases come whole.
  private func dotParted(_ figure: Figure) -> Figure {
    guard !figure.isRange, !figure.low.isInWords, figure.low.end == figure.start + 1,
      figure.low.precision == Rational(1, over: 1000), figure.low.value >= Rational(1),
      let value = figure.low.value * Rational(1000),
      lexemes.firstByte(figure.start) != UInt8(ascii: "0")
    else { return figure }
    let isWhole = (figure.end..<(figure.end + 3)).contains { at in
      guard lexemes.isWord(at), let role = words.countWords.row(lexemes.hash(at))?.role else { return false }
      return role == .multitude || role == .plural && words.unit(lexemes, at) == nil
    }
    guard isWhole, noun(after: figure.end) != nil else { return figure }
    var whole = figure
    whole.low.value = value
    whole.low.precision = Rational(1)
    return whole
  }

  /// Where the noun may stand that is counted: after "more", "or so", "or more".
  private func afterBound(_ index: Int) -> Int {
    guard lexemes.isWord(index), lexemes.gap(index) == .space else { return index }
    if lexemes.hash(index) == words.particles.more { return index + 1 }
    guard let (row, end) = words.modifiers.longest(lexemes, index), row.place == .after else { return index }
    return end
  }

  /// The round number of "12 deaths per 100,000 people", which counts nobody.
  private func isBase(_ figure: Figure) -> Bool {
    let before = lexemes.hash(figure.start - 1)
    guard
      before == words.particles.per
        || before == words.particles.every && lexemes.hash(figure.start - 2) == words.particles.for,
      !figure.isRange, figure.start > free
    else { return false }
    return [100, 1000, 10_000, 100_000, 1_000_000].contains { Rational($0) == figure.low.value }
  }

  /// "sub-zero temperatures", "a six-figure sum": nothing is counted by these.
  private func isSize(_ figure: Figure) -> Bool {
    if lexemes.hash(figure.start) == words.particles.zero, lexemes.hash(figure.start - 1) == words.particles.sub {
      return true
    }
    guard lexemes.gap(figure.end) == .hyphen else { return false }
    // "a half-marathon"
    if figure.low.isInWords, figure.low.isFraction, lexemes.hash(figure.end - 1) == words.particles.half { return true }
    return isIn(.lengthsOfNumbers, figure.end)
  }

  /// "one in five", "two out of three": the share, as a fraction.
  private func share(_ figure: Figure) -> Reading? {
    let p = words.particles
    guard !figure.isRange, figure.low.value.isWhole, figure.low.scale == Rational(1), figure.low.value > Rational(0)
    else { return nil }
    var next = figure.end
    if lexemes.hash(next) == p.out, lexemes.hash(next + 1) == p.of {
      next += lexemes.hash(next + 2) == p.every ? 3 : 2
    } else if lexemes.hash(next) == p.in {
      next += lexemes.hash(next + 1) == p.every ? 2 : 1
    } else {
      return nil
    }
    guard let whole = numerals.numeral(at: next), !whole.isOrdinal, whole.value.isWhole, figure.low.value < whole.value,
      whole.value <= Rational(1000) && (whole.precision == nil || lexemes.length(next) < 4) || isChance(figure, whole),
      !hasMeasure(whole.end), isChance(figure, whole) || temporal(at: next) == nil,
      let value = figure.low.value / whole.value
    else { return nil }
    var both = figure
    both.low.value = value
    both.low.isFraction = true
    both.low.precision = nil
    both.low.end = whole.end
    return quantity(both, to: whole.end, kind: .number, unit: nil)
  }

  /// "one in 10,000", "1 in 1500 people", "one in 14 million": one of more than a thousand, and not of a year.
  private func isChance(_ figure: Figure, _ whole: WrittenNumeral) -> Bool {
    guard figure.low.value == Rational(1), whole.value >= Rational(1000), whole.value <= Rational(1_000_000_000) else {
      return false
    }
    return year(at: whole.start) == nil || noun(after: whole.end) != nil
  }

  /// "one" counts before a noun, never as a pronoun ("one of", "no one", "one another").
  private func isCountingOne(_ figure: Figure) -> Bool {
    guard lexemes.hash(figure.start - 1) != words.particles.no, lexemes.hash(figure.start - 1) != words.particles.that,
      lexemes.hash(figure.start - 1) != words.particles.this,
      lexemes.hash(figure.start - 1) != words.particles.another, lexemes.isWord(figure.end),
      lexemes.hash(figure.start) == words.particles.one
    else { return false }
    // "at one point", "at one time" tell of a moment.
    if lexemes.hash(figure.start - 1) == words.particles.at,
      lexemes.hash(figure.end) == words.particles.point || lexemes.hash(figure.end) == words.particles.time
    {
      return false
    }
    return lexemes.gap(figure.end) == .space
  }

  /// The One of "Formula One fans".
  private func isNameOfOne(_ index: Int) -> Bool {
    lexemes.isCapital(lexeme: index) && !opensSentence(index) && lexemes.isCapital(lexeme: index - 1)
      && lexemes.gap(index) == .space
  }

  /// What "one" counts: "one of the best players" a player, "one clear demand" a demand.
  private func oneNoun(after index: Int) -> String? {
    let p = words.particles
    var at = index
    if lexemes.hash(at) == p.of {
      return nounOfWhole(after: at)
    }
    if let plural = noun(after: at) { return plural }
    while at < index + 3, lexemes.isWord(at), lexemes.gap(at) == .space, !lexemes.isCapital(lexeme: at),
      words.countWords.row(lexemes.hash(at)) == nil,
      words.dates.row(lexemes.hash(at)) == nil, words.modifiers.lexicon.row(lexemes.hash(at)) == nil
    { at += 1 }
    // "one man survived", "one killed"
    while at > index, isParticiple(at - 1) { at -= 1 }
    return at > index ? text(at - 1) : nil
  }

  /// "survived", "three-legged", "reluctantly": no noun, by its ending.
  private func isParticiple(_ index: Int) -> Bool {
    let end = lexemes.ends[index]
    guard lexemes.length(index) > 4 else { return false }
    let ending = lexemes.bytes[(end - 2)..<end]
    return ending.elementsEqual("ed".utf8) || ending.elementsEqual("ly".utf8)
  }

  private func isPlainNoun(_ index: Int) -> Bool {
    words.countWords.row(lexemes.hash(index)).map { $0.role == .multitude } ?? true
  }

  /// The 737 of "two new 737 Max jets": within what the count before it counts.
  private func isWithinCount(_ figure: Figure) -> Bool {
    guard !figure.low.isInWords, free > 0, figure.start > free, figure.start - free <= 3,
      quantities.last?.kind == .count,
      lexemes.isCapital(lexeme: figure.end) || lexemes.isCapital(lexeme: figure.start - 1)
    else { return false }
    return (free..<figure.start).allSatisfy {
      lexemes.isWord($0) && lexemes.gap($0) == .space && !isStop($0)
    }
  }

  /// What is counted out of a whole: "two of his deputies", "12 of Johnson's aides".
  private func nounOfWhole(after index: Int) -> String? {
    guard lexemes.hash(index) == words.particles.of else { return nil }
    // "38 of 120 seats", "nine of the 12 jurors"
    let figure = lexemes.hash(index + 1) == words.particles.the ? index + 2 : index + 1
    if lexemes.isFigure(figure), let whole = numerals.numeral(at: figure), !whole.isOrdinal, !whole.isFraction {
      return noun(after: whole.end)
    }
    guard lexemes.isWord(index + 1) else { return nil }
    if isStop(index + 1) { return noun(after: index + 2) }
    // The possessive after a name is a lexeme of its own.
    guard lexemes.isCapital(lexeme: index + 1), lexemes.kind(index + 2) == .other, lexemes.gap(index + 2) == .none
    else {
      return nil
    }
    return noun(after: index + 3)
  }

  /// A bare figure that belongs to the name after it: "787 Dreamliner", or a capitalized number word within a name.
  private func isNamed(_ figure: Figure) -> Bool {
    guard figure.low.scale == Rational(1), !figure.isRange else { return false }
    if figure.low.isInWords {
      return lexemes.isCapital(lexeme: figure.start) && !opensSentence(figure.start)
        && lexemes.isCapital(lexeme: figure.start - 1) && !opensSentence(figure.start - 1)
    }
    return figure.low.precision == Rational(1) && lexemes.digits(figure.start) != nil && lexemes.isWord(figure.end)
      && lexemes.isCapital(lexeme: figure.end)
      && lexemes.gap(figure.end) == .space && !opensSentence(figure.end) && figure.low.value < Rational(10_000)
  }

  private func isCountingHalf(_ figure: Figure) -> Bool {
    let p = words.particles
    let next = lexemes.hash(figure.end)
    // "more than half came"
    if lexemes.isWord(figure.end), let bound = modifier(before: figure.start, ofDate: false), bound.start != nil {
      return lexemes.gap(figure.end) == .space
    }
    // "the second half of the year"
    if lexemes.isWord(figure.start - 1),
      words.numbers.row(lexemes.hash(figure.start - 1)).map({ $0.role == .ordinal || $0.role == .ordinalTen }) ?? false
    {
      return false
    }
    // "half of", "half its members"
    let opensWhole =
      next == p.of || next == p.the || next == p.a || next == p.an || words.contexts.isIn(.possessives, next)
    return lexemes.hash(figure.start) == p.half && opensWhole && lexemes.gap(figure.end) == .space
  }

  /// The noun a number counts, in the singular: the first plural among the next four words, or the word after a hyphen.
  func noun(after index: Int) -> String? {
    if let end = priceEnd(at: index) { return noun(after: end) }
    // "eight million 250ml bottles"
    if lexemes.isFigure(index), lexemes.gap(index) == .space, lexemes.gap(index + 1) != .space, hasMeasure(index + 1),
      lexemes.isWord(index + 2), lexemes.gap(index + 2) == .space
    {
      return noun(after: index + 2)
    }
    guard lexemes.isWord(index), lexemes.gap(index) == .space || lexemes.gap(index) == .hyphen else { return nil }
    if lexemes.gap(index) == .hyphen {
      // "40-odd people"
      if isIn(.looseEndings, index) {
        return lexemes.gap(index + 1) == .space ? noun(after: index + 1) : nil
      }
      if isStop(index) { return nil }
      // "six-sided dice"
      if isParticiple(index) { return lexemes.gap(index + 1) == .space ? noun(after: index + 1) : nil }
      return singular(index) ?? text(index)
    }
    var at = index
    while at < index + (lexemes.isCapital(lexeme: index) ? 7 : 5), lexemes.gap(at) != .dash {
      // "eight million 250ml bottles", "two 6-inch pipes"
      if at > index, lexemes.isFigure(at), lexemes.gap(at) == .space, lexemes.gap(at + 1) != .space, hasMeasure(at + 1)
      {
        at += 2
        continue
      }
      guard isWithinNounPhrase(at, from: index) else { break }
      if let row = words.countWords.row(lexemes.hash(at)), lexemes.isWord(at) {
        switch row.role {
        case .stop:
          // "two gas-only engines"
          let isCompounded = at > index && lexemes.gap(at) == .hyphen || lexemes.gap(at + 1) == .hyphen
          guard isPassedOver(at) || isCompounded else { return nil }
        case .plural: return row.singular
        case .label, .multitude, .mass: break
        }
      }
      if words.months.row(lexemes.hash(at)) != nil { return nil }
      // "up from 58 four years before"
      if at == index, lexemes.gap(at + 1) == .space, hasMeasure(at + 1),
        words.numbers.row(lexemes.hash(at)).map({ $0.role == .one || $0.role == .ten }) ?? false
      {
        return nil
      }
      // A plural that another follows is an adjective or the first of a compound; the last one is the head.
      if let one = singular(at) {
        if lexemes.isWord(at + 1), lexemes.gap(at + 1) == .space, let next = singular(at + 1),
          isPlainNoun(at + 1), lexemes.capitals[at]
        {
          return next
        }
        return one
      }
      at += 1
    }
    return nil
  }

  /// Words; and the figure of a model among them: "two new 737 Max jets".
  private func isWithinNounPhrase(_ index: Int, from start: Int) -> Bool {
    lexemes.isWord(index)
      || index > start && lexemes.isFigure(index) && lexemes.gap(index) == .space && lexemes.digits(index) != nil
        && lexemes.isWord(index + 1) && !hasMeasure(index + 1)
        && (lexemes.isCapital(lexeme: index + 1) || lexemes.isCapital(lexeme: index - 1))
  }

  /// Words that end no noun phrase after all: "20 most expensive", "460 Kia and Hyundai".
  private func isPassedOver(_ index: Int) -> Bool {
    let p = words.particles
    if lexemes.hash(index) == p.most {
      return lexemes.isWord(index + 1) && words.countWords.row(lexemes.hash(index + 1)) == nil
    }
    return lexemes.hash(index) == p.and && lexemes.isCapital(lexeme: index - 1) && lexemes.isCapital(lexeme: index + 1)
  }

  /// Singular of a regular plural; nil for other words.
  private func singular(_ index: Int) -> String? {
    guard lexemes.length(index) > 2, lexemes.isPluralForm(index) else { return nil }
    let word = text(index)
    // "MPs", "TDs"
    if lexemes.length(index) == 3 {
      let start = lexemes.starts[index]
      return lexemes.bytes[start..<(start + 2)].allSatisfy { $0.isCapitalLetter } ? String(word.dropLast()) : nil
    }
    for ending in ["ss", "us", "sis", "xis", "nnis", "bris", "uis", "this"] where word.hasSuffix(ending) { return nil }
    if word.hasSuffix("ies"), word.utf8.count > 4 { return word.dropLast(3) + "y" }
    for ending in ["ches", "shes", "sses", "xes"] where word.hasSuffix(ending) {
      return String(word.dropLast(2))
    }
    return String(word.dropLast(1))
  }
}

/// Appends the folded bytes of a range.
func foldInto(_ folded: inout [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
  CaseFolding.fold(bytes, range) { folded.append($0) }
}
