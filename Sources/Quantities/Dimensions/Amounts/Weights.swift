import DocumentModel

/// Words that are weights where something weighs them: "weighs 2 million pounds", "a coin weighing one drachma".
extension QuantityReader {
  /// Whether a word of weighing stands before a figure, past a modifier: "weighed about 5 million pounds".
  func isWeighed(_ start: Int) -> Bool {
    guard start > 0 else { return false }
    let first = modifier(before: start, ofDate: false)?.start ?? start
    return lexemes.isWord(first - 1) && isIn(.weighing, first - 1)
  }

  /// "weighing one drachma": an eighth of an ounce of the apothecaries, which is also called a drachm and a dram.
  func drachma(_ figure: Figure) -> Reading? {
    let hash = lexemes.hash(figure.end)
    guard hash == AmountParticle.drachma || hash == AmountParticle.drachmas, isWeighed(figure.start),
      let dram = words.units.row(AmountParticle.drachm)
    else { return nil }
    return quantity(figure, to: figure.end + 1, kind: .measure, unit: dram.unit)
  }

  /// "32K of memory", "a 64K memory board": by the letter alone these are bytes, 1,024 to the K.
  func memory(_ figure: Figure) -> Reading? {
    guard !figure.isRange, !figure.low.isInWords, figure.low.scale == Rational(1000),
      lexemes.byte(figure.low.end - 1).inLowerCase == UInt8(ascii: "k"), lexemes.gap(figure.low.end - 1) == .none,
      let kibibyte = words.units.row(AmountParticle.kibibyte)
    else { return nil }
    var at = figure.end
    while at < figure.end + 4, lexemes.isWord(at), lexemes.gap(at) != .dash {
      if isIn(.memory, at) {
        var reading = quantity(figure, to: figure.end, kind: .measure, unit: kibibyte.unit, over: Rational(1000))
        reading?.quantity?.numerals = []
        return reading
      }
      guard lexemes.hash(at) == words.particles.of || !isStop(at) else { return nil }
      at += 1
    }
    return nil
  }

  /// "an exposure of 0.5 R": roentgens, where radiation is spoken of.
  func isIrradiated(_ index: Int) -> Bool {
    (max(0, index - 12)..<min(lexemes.count, index + 8)).contains { isIn(.radiation, $0) }
  }

  /// "above one quarter", "under one quarter": a share of a whole, as "three quarters" is. Of time only "for" and its
  /// like tell: "for more than one quarter".
  func boundedQuarter(_ figure: Figure) -> Reading? {
    let p = words.particles
    guard figure.low.isInWords, figure.low.value == Rational(1), !figure.isRange, figure.end == figure.start + 1,
      lexemes.hash(figure.end) == p.quarter, lexemes.gap(figure.end) == .space,
      let bound = modifier(before: figure.start, ofDate: false), let first = bound.start,
      bound.modifier.isLowerBound || bound.modifier.isUpperBound,
      bound.modifier == .moreThan || bound.modifier == .lessThan,
      ![p.for, p.in, p.within, p.after, p.during, p.last].contains(lexemes.hash(first - 1)),
      isWithoutNoun(figure.end + 1), words.dates.row(lexemes.hash(figure.end + 1)) == nil,
      let quarter = Rational(1, over: 4)
    else { return nil }
    var whole = figure
    whole.low.value = quarter
    whole.low.isFraction = true
    whole.low.end = figure.end + 1
    return quantity(whole, to: figure.end + 1, kind: .number, unit: nil)
  }
}
