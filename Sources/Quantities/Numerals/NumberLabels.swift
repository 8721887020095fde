import DocumentModel

/// Two figures on either side of a slash.
struct SlashedPair: Equatable {
  var first: Int
  var second: Int

  /// "9/11", the attacks.
  static let september11 = SlashedPair(first: 9, second: 11)
  /// "7/7", the attacks on London.
  static let july7 = SlashedPair(first: 7, second: 7)
  /// "24/7", around the clock.
  static let always = SlashedPair(first: 24, second: 7)
  static let names = [september11, july7, always]

  /// "12/24", "25/4": a figure that is no month, so that the other may be one.
  var hasDayBeyondMonths: Bool { first > 12 || second > 12 }

  /// "60/40", a split.
  var isSplit: Bool { first + second == 100 && first >= second }
}

/// Numbers that are part of a name or code, and count nothing: "Boeing 787", "B-52", "3-1", "4K".
extension QuantityReader {
  /// Whether a numeral that begins at a lexeme is part of a name or code.
  func isLabel(_ numeral: WrittenNumeral, _ index: Int, _ hasCurrency: Bool) -> Bool {
    guard !hasCurrency, !numeral.isInWords else { return false }
    if isLetteredThousand(numeral, index) || isSlashedName(numeral, index) || isGluedToCode(index) { return true }
    let before = index - 1
    if lexemes.gap(index) == .hyphen || lexemes.gap(index) == .dash {
      // "B-52", "COVID-19", the second half of "52-48".
      return !isNumberWord(before) && !isCompoundWord(before) && !isSecondSide(index)
    }
    if isPartedFromName(numeral, index) { return true }
    if let row = words.countWords.row(lexemes.hash(before)), row.role == .label, lexemes.isWord(before) {
      // "Channel 5s coverage" has lost its apostrophe.
      return !hasMeasure(numeral.end)
        || lexemes.gap(numeral.end) == .none && lexemes.length(numeral.end) == 1 && lexemes.isWord(numeral.end)
    }
    return isScore(numeral) || isTelephone(numeral, index) || isBeforeColon(numeral) || isModelNumber(numeral, index)
  }

  /// "4K", "8K": the sharpness of a picture; "a 10K race": its length.
  private func isLetteredThousand(_ numeral: WrittenNumeral, _ index: Int) -> Bool {
    guard numeral.scale == Rational(1000), numeral.end == index + 2,
      lexemes.byte(index + 1).inLowerCase == UInt8(ascii: "k"), lexemes.gap(index + 1) == .none
    else { return false }
    let isPicture =
      lexemes.isMark(index + 1, "K")
      && (lexemes.byte(index) == UInt8(ascii: "4") || lexemes.byte(index) == UInt8(ascii: "8"))
    return isPicture || isIn(.kilometreRaces, index + 2)
  }

  /// "9/11", "7/7", "24/7", "60/40": days, a habit and a split, no fractions.
  private func isSlashedName(_ numeral: WrittenNumeral, _ index: Int) -> Bool {
    guard numeral.isFraction, let pair = slashedPair(at: index) else { return false }
    return SlashedPair.names.contains(pair) || pair.isSplit
  }

  /// The figures at a lexeme and at the one after its neighbour, which the caller knows for a slash.
  func slashedPair(at index: Int) -> SlashedPair? {
    guard let first = lexemes.digits(index), let second = lexemes.digits(index + 2) else { return nil }
    return SlashedPair(first: first, second: second)
  }

  /// Glued to a letter or within a dotted or slashed code: "x5", "10.0.1", "#5".
  private func isGluedToCode(_ index: Int) -> Bool {
    let before = index - 1
    guard lexemes.gap(index) == .none, before >= 0 else { return false }
    switch lexemes.kind(before) {
    case .word, .figure, .other: return true
    // "35°C/95°F", "10km/6 miles"
    case .mark
    where lexemes.isMark(before, "/") && lexemes.isWord(before - 1)
      && (hasMeasure(before - 1) || hasMeasure(before - 2)):
      return false
    case .mark: return lexemes.isMark(before, "/") || lexemes.isMark(before, ":") || lexemes.isMark(before, ".")
    case .symbol: return lexemes.isMark(before, "#") || lexemes.isMark(before, "@")
    default: return false
    }
  }

  /// "COVID -19", a name that lost its hyphen; "Hall B 12", a letter that the number belongs to.
  private func isPartedFromName(_ numeral: WrittenNumeral, _ index: Int) -> Bool {
    let before = index - 1
    guard lexemes.isWord(before), lexemes.isCapital(lexeme: before),
      lexemes.gap(index) == .minus && lexemes.length(index) < 3
        || lexemes.gap(index) == .space && lexemes.length(before) == 1
    else { return false }
    return !hasMeasure(numeral.end) && !opensSentence(before)
  }

  /// Scores: "3-1" and "52-48"; not "3-5 years", "20-30", "aged 25-34".
  private func isScore(_ numeral: WrittenNumeral) -> Bool {
    guard lexemes.gap(numeral.end) == .hyphen, lexemes.isFigure(numeral.end), !numeral.isFraction else { return false }
    guard let second = numerals.numeral(at: numeral.end), numeral.value < second.value else { return true }
    return !isMeasured(second) && !areRoundBounds(numeral, second) && !areAges(numeral, second)
  }

  /// Three bare figures in a row are a telephone number or a code.
  private func isTelephone(_ numeral: WrittenNumeral, _ index: Int) -> Bool {
    let before = index - 1
    guard numeral.end == index + 1 else { return false }
    if lexemes.isFigure(index + 1), lexemes.isFigure(index + 2) || lexemes.isFigure(before) { return true }
    return lexemes.isFigure(before) && lexemes.isFigure(index - 2) && !lexemes.isMark(before, "/")
  }

  /// "3:1", "10:45:12"
  private func isBeforeColon(_ numeral: WrittenNumeral) -> Bool {
    lexemes.gap(numeral.end) == .none && lexemes.isMark(numeral.end, ":") && lexemes.isFigure(numeral.end + 1)
  }

  /// "Boeing 787": a capitalized word within the sentence, then a bare figure.
  private func isModelNumber(_ numeral: WrittenNumeral, _ index: Int) -> Bool {
    let before = index - 1
    return lexemes.isWord(before) && !takesNumber(before) && lexemes.gap(index) == .space
      && lexemes.isCapital(lexeme: before) && !opensSentence(before) && !hasUnit(numeral.end)
      && numeral.scale == Rational(1) && numeral.precision == Rational(1) && !isCalendar(before)
      && numeral.value < Rational(10_000) && !hasSeparator(index) && !isVote(numeral)
  }

  /// "passed the Senate 52 to 48"
  private func isVote(_ numeral: WrittenNumeral) -> Bool {
    guard lexemes.hash(numeral.end) == words.particles.to, let fewer = lexemes.digits(numeral.end + 1) else {
      return false
    }
    return Rational(Int64(fewer)) < numeral.value
  }

  private func isNumberWord(_ index: Int) -> Bool {
    lexemes.isWord(index)
      && words.numbers.row(lexemes.hash(index)).map { $0.role != .scaleLetter && $0.role != .scaleAbbreviation }
        ?? false
  }

  private func isCompoundWord(_ index: Int) -> Bool {
    lexemes.hash(index) == words.particles.mid || lexemes.hash(index) == words.particles.minus
      || lexemes.hash(index) == words.particles.sub
  }

  /// Capitalized words that make no name with the number after them: "Mach 5", "Americans 65 and older".
  private func takesNumber(_ index: Int) -> Bool {
    lexemes.hash(index) == words.particles.mach || words.persons.row(lexemes.hash(index)) == .many
  }

  /// The 30 of "a 20-by-30-foot room".
  private func isSecondSide(_ index: Int) -> Bool {
    lexemes.hash(index - 1) == words.particles.by && lexemes.gap(index - 1) == .hyphen
      && (lexemes.isFigure(index - 2) || isNumberWord(index - 2))
  }

  private func isCalendar(_ index: Int) -> Bool {
    words.months.row(lexemes.hash(index)) != nil || words.weekdays.row(lexemes.hash(index)) != nil
  }
}
