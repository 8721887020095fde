import DocumentModel

/// Ages that are yet to come or only expected: "She will be 40 next month", "life expectancy fell to 71".
extension QuantityReader {
  /// Where the subject stands of "will be", "'ll be", "would have been" before a lexeme.
  func subjectOfComingAge(before index: Int) -> Int? {
    let p = words.particles
    var at = index - 1
    if lexemes.hash(at) == AmountParticle.been {
      guard lexemes.hash(at - 1) == AmountParticle.have else { return nil }
      at -= 1
    } else if lexemes.hash(at) != AmountParticle.be {
      return nil
    }
    let verb = lexemes.hash(at - 1)
    return [p.will, p.clitic, p.curlyClitic, AmountParticle.would].contains(verb) ? at - 2 : nil
  }

  /// Whether a word of time or the end of a clause follows an age: "will be 35 by then", "would have been 50 this week".
  func isAgeOfSomeDay(_ index: Int) -> Bool {
    let p = words.particles
    let hash = lexemes.hash(index)
    if hash == AmountParticle.when { return true }
    if hash == p.next || hash == p.this { return temporal(at: index) != nil }
    // "will be 7 in the rankings" is no age.
    return [p.by, p.in, p.on].contains(hash)
      && (temporal(at: index + 1) != nil || lexemes.hash(index + 1) == p.the && temporal(at: index + 2) != nil)
  }

  /// "Life expectancy for men is around 73", "life expectancy fell to 71.5 from 74", "the average age of voters is 52".
  func ageExpected(_ figure: Figure) -> Reading? {
    let p = words.particles
    guard figure.start > 1, !figure.low.isOrdinal, !figure.low.isInWords, figure.low.value > Rational(10),
      figure.last.value < Rational(Int64(OldestAge.ofBareNumber + 1)), lexemes.gap(figure.start) == .space
    else { return nil }
    // Most numbers have neither before them, and looking for a modifier takes longer.
    let nearest = (max(1, figure.start - 20)..<figure.start).last { at in
      let hash = lexemes.hash(at)
      return hash == AmountParticle.expectancy && lexemes.hash(at - 1) == AmountParticle.life
        || hash == p.age && lexemes.hash(at + 1) == p.of
    }
    guard let subject = nearest,
      (subject..<figure.start).allSatisfy({
        lexemes.isWord($0) || lexemes.isFigure($0) || lexemes.isMark($0, ",") || isCopula($0)
      })
    else { return nil }
    let first = modifier(before: figure.start, ofDate: false)?.start ?? figure.start
    let isTold = isCopula(first - 1)
    let isOfLife = lexemes.hash(subject) == AmountParticle.expectancy
    guard
      isTold || isOfLife && lexemes.isWord(first - 1) && [p.to, p.from, p.of, p.at].contains(lexemes.hash(first - 1)),
      isOfLife || first - subject < 7, isBare(figure)
    else { return nil }
    return quantity(figure, to: figure.end, kind: .age, unit: year)
  }

  private func isCopula(_ index: Int) -> Bool { AmountParticle.was.contains(lexemes.hash(index)) }
}
