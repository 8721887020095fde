import DocumentModel

/// Letters that stand for a scale: "5M", "400K", "35m of its devices", "12m voters", "8 B people".
extension NumeralParser {
  /// "5M", "400K": capitals only, since "5m" is a length; k in either case.
  func isScaleLetter(_ index: Int) -> Bool {
    let byte = lexemes.byte(index)
    return "KkMBb".utf8.contains(byte)
  }

  /// "35m of its devices", "12.3m tonnes", "7m voters": no length, since something else is measured or counted.
  func isMillion(_ index: Int) -> Bool {
    guard lexemes.byte(index) == UInt8(ascii: "m") else { return false }
    let p = words.particles
    // "a 3m-strong diaspora"
    if lexemes.gap(index + 1) == .hyphen { return lexemes.hash(index + 1) == p.strong }
    // "a population of 67m"
    if lexemes.hash(index - 2) == p.of, lexemes.hash(index - 3) == p.population { return true }
    guard lexemes.gap(index + 1) == .space, lexemes.isWord(index + 1) else { return false }
    if lexemes.hash(index + 1) == p.of { return words.contexts.isIn(.possessives, lexemes.hash(index + 2)) }
    if let (row, _) = words.currencies.longest(lexemes, index + 1) {
      return row.form == .word || row.form == .code || row.form == .pound
    }
    return words.unit(lexemes, index + 1).map { $0.row.form == .word } ?? false || countsMany(index)
  }

  /// "7.6m patients", "12m registered voters", "3m Syrians": what is counted in millions, at most two words on. "A 10m crane" has its
  /// article.
  private func countsMany(_ index: Int) -> Bool {
    let p = words.particles
    let before = lexemes.hash(index - 2)
    if before == p.a || before == p.an { return false }
    for at in (index + 1)...(index + 3) {
      guard lexemes.isWord(at), lexemes.gap(at) == .space else { return false }
      switch words.countWords.row(lexemes.hash(at))?.role {
      case .multitude: return true
      // "feet" are a length too.
      case .plural: return words.unit(lexemes, at) == nil
      case .stop where lexemes.hash(at) != p.more: return false
      default: break
      }
      if isPeople(at) { return true }
    }
    return false
  }

  /// "Syrians", "Afghans": a capital and the ending of many peoples.
  private func isPeople(_ index: Int) -> Bool {
    guard lexemes.isCapital(lexeme: index), lexemes.length(index) > 5 else { return false }
    let end = lexemes.ends[index]
    return lexemes.bytes[(end - 3)..<end].elementsEqual("ans".utf8)
  }

  /// "8 B people", "10 K": a capital of a scale that stands free, before a plain word or at the end.
  func isFreeScaleLetter(_ index: Int) -> Bool {
    guard lexemes.gap(index) == .space, lexemes.gap(index + 1) != .none || !lexemes.isWord(index + 1),
      lexemes.length(index - 1) < 4
    else { return false }
    switch lexemes.byte(index) {
    case UInt8(ascii: "k"), UInt8(ascii: "K"): return index + 1 >= lexemes.count
    case UInt8(ascii: "B"), UInt8(ascii: "M"):
      if index + 1 >= lexemes.count { return true }
      return lexemes.isWord(index + 1) && !lexemes.isCapital(lexeme: index + 1) && lexemes.isPluralForm(index + 1)
        && lexemes.gap(index + 1) == .space || lexemes.hash(index + 1) == words.people
    default: return false
    }
  }
}
