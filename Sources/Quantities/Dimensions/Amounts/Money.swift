import DocumentModel
import TextCore

/// What money is told by beside its tables.
private enum Money {
  /// "1080p", "720p": lines of a picture.
  static let pictures = Set([480, 720, 1080, 1440, 2160].map { Rational($0) })
  /// Codes that are no English words, so that they may be written small.
  static let plainCodes: Set<String> = ["USD", "EUR", "GBP", "AUD", "JPY", "CHF", "CNY", "INR", "NZD", "HKD", "SGD"]
}

/// Amounts of money: "$5", "5 euros", "HK$3bn", "75 USD million", "5p".
extension QuantityReader {
  /// A currency before its figure: "$", "HK$", "USD", "Rs".
  func prefixCurrency(at index: Int) -> (row: CurrencyWord, end: Int)? {
    guard lexemes.kind(index) == .symbol || lexemes.isWord(index),
      let (row, end) = words.currencies.longest(lexemes, index), row.isBeforeFigure || isNamedFirst(row, index, end)
    else { return nil }
    if row.form == .word { return (row, end) }
    guard
      lexemes.kind(index) == .symbol || lexemes.isCapital(lexeme: index) || lexemes.kind(index + 1) == .symbol
        || lexemes.hash(index) == words.krone
    else { return nil }
    // A code is written in capitals; "all 5" and "try 3" are not money.
    if lexemes.kind(index) == .symbol, lexemes.kind(end - 1) == .word {
      // "$US5"
      guard lexemes.isCapital(lexeme: index + 1), lexemes.gap(index + 1) == .none, lexemes.gap(end) == .none else {
        return nil
      }
    } else if row.isCode || lexemes.kind(end - 1) == .word {
      guard lexemes.isCapital(lexeme: index) || lexemes.hash(index) == words.krone,
        isAllCapitals(index) || row.form == .prefix
      else { return nil }
    } else if lexemes.isWord(index), lexemes.length(index) == 1 {
      // "A$5" is Australian, "a $5 note" is not.
      guard
        lexemes.isCapital(lexeme: index)
          && (lexemes.gap(index + 1) == .none || lexemes.firstByte(index) == UInt8(ascii: "C"))
          // "c $ 5", as tokenized text has it
          || lexemes.byte(index) == UInt8(ascii: "c") && lexemes.gap(end) == .space
      else { return nil }
    }
    // "R500", but not "R8" or "Renault R25".
    if end == index + 1, lexemes.isWord(index), lexemes.length(index) == 1,
      lexemes.length(end) < 2 && !isScaleWord(end + 1)
        || lexemes.isCapital(lexeme: index - 1) && !opensSentence(index - 1)
    {
      return nil
    }
    guard lexemes.isFigure(end) || lexemes.isWord(end) || numerals.vulgarFraction(end) != nil else { return nil }
    return (row, end)
  }

  /// "dollar 22.5 million", "ringgit 42": the name before a large sum, or before one that stands alone.
  private func isNamedFirst(_ row: CurrencyWord, _ index: Int, _ end: Int) -> Bool {
    guard row.form == .word, row.parts == Rational(1), lexemes.isFigure(end), lexemes.gap(end) == .space,
      lexemes.hash(index - 1) != words.particles.the, !lexemes.isFigure(index - 1),
      words.numbers.row(lexemes.hash(index - 1)) == nil, !lexemes.isCapital(lexeme: index - 1)
    else { return false }
    if index == 0, end + 1 >= lexemes.count { return true }
    // "Clinton has won 15.6 million votes"
    guard lexemes.hash(index) != AmountParticle.won else { return false }
    guard let scale = words.numbers.row(lexemes.hash(end + 1)), scale.role == .scale || scale.role == .scaleAbbreviation
    else { return false }
    return words.currencies.longest(lexemes, end + 2) == nil
  }

  private func isScaleWord(_ index: Int) -> Bool {
    lexemes.isWord(index)
      && words.numbers.row(lexemes.hash(index)).map { $0.role == .scale || $0.role == .scaleAbbreviation } ?? false
  }

  /// "m", "b", "t" right after an amount of money; "$3.5 m" parts them.
  func moneyScale(_ numeral: inout WrittenNumeral) {
    let isParted = lexemes.gap(numeral.end) == .space && lexemes.byte(numeral.end) == UInt8(ascii: "m")
    guard numeral.scale == Rational(1), let word = words.numbers.row(lexemes.hash(numeral.end)),
      word.role == .scaleLetter,
      lexemes.isWord(numeral.end), lexemes.gap(numeral.end) == .none || isParted, let value = numeral.value * word.value
    else { return }
    numeral.value = value
    numeral.scale = word.value
    numeral.precision = numeral.precision.flatMap { $0 * word.value }
    numeral.end += 1
  }

  /// Whether an amount may be what its letters are: "COP 500,000" and "N5bn" are, "COP 26" and "SDG 5" are not.
  func isMoney(_ row: CurrencyWord, _ low: WrittenNumeral) -> Bool {
    guard row.form == .shyCode || row.form == .largePrefix else { return true }
    if low.scale > Rational(1) { return true }
    return lexemes.digits(low.start) == nil && (row.form == .largePrefix || low.value >= Rational(100))
  }

  /// A code with the scale of its sums, as tables of accounts head their columns: "MEUR", "KUSD", "EURm", "USDbn".
  func scaledCode(at index: Int) -> (row: CurrencyWord, scale: Rational)? {
    let length = lexemes.length(index)
    guard lexemes.isWord(index), length == 4 || length == 5, lexemes.isCapital(lexeme: index) || length == 4 else {
      return nil
    }
    let start = lexemes.starts[index]
    func isUpper(_ range: Range<Int>) -> Bool { lexemes.bytes[range].allSatisfy { $0.isCapitalLetter } }
    func code(_ range: Range<Int>) -> CurrencyWord? {
      guard isUpper(range) else { return nil }
      let hash = lexemes.bytes.withUnsafeBufferPointer { CaseFolding.hash($0, range) }
      return words.currencies.row(hash).flatMap { $0.form == .code ? $0 : nil }
    }
    if length == 4, let row = code((start + 1)..<(start + 4)) {
      switch lexemes.bytes[start] {
      case UInt8(ascii: "K"), UInt8(ascii: "k"), UInt8(ascii: "T"): return (row, Rational(1000))
      case UInt8(ascii: "M"): return (row, Rational(1_000_000))
      case UInt8(ascii: "B"), UInt8(ascii: "G"): return (row, Rational(1_000_000_000))
      default: break
      }
    }
    guard let row = code(start..<(start + 3)) else { return nil }
    switch (lexemes.bytes[start + 3], length) {
    case (UInt8(ascii: "k"), 4): return (row, Rational(1000))
    case (UInt8(ascii: "m"), 4), (UInt8(ascii: "M"), 4): return (row, Rational(1_000_000))
    case (UInt8(ascii: "b"), 5) where lexemes.lastByte(index) == UInt8(ascii: "n"):
      return (row, Rational(1_000_000_000))
    case (UInt8(ascii: "m"), 5) where lexemes.lastByte(index) == UInt8(ascii: "n"): return (row, Rational(1_000_000))
    default: return nil
    }
  }

  private func isAllCapitals(_ index: Int) -> Bool {
    guard index < lexemes.count else { return false }
    return lexemes.bytes[lexemes.starts[index]..<lexemes.ends[index]].allSatisfy { $0.isCapitalLetter }
  }

  /// An amount of money, its currency before the figure or after it, with the rate it may be ("$62 per barrel").
  func money(_ figure: Figure) -> Reading? {
    var figure = figure
    groupDots(&figure)
    if figure.currency == nil {
      if let reading = scaledCodeAmount(figure) ?? grand(figure) { return reading }
    }
    guard let (row, named) = currency(of: &figure) else { return nil }
    var end = named
    // "thirteen dollars and forty-five cents"
    if !figure.isRange, row.parts == Rational(1),
      let (cents, finish) = smallChange(end, row.unit, isSmall: figure.low.scale == Rational(1)),
      let sum = figure.low.value + cents
    {
      figure.low.value = sum
      end = finish
    }
    if let (high, finish) = secondSum(of: figure, row, after: end) {
      figure.high = high
      end = finish
    }
    return rated(figure, row, to: end)
  }

  /// The currency of a figure, before it or after it, and where it ends: "$5", "5 euros", "75 USD million".
  private func currency(of figure: inout Figure) -> (row: CurrencyWord, end: Int)? {
    let end = figure.end
    if let before = figure.currency {
      // "$5 million dollars" says it twice; "$5 US" and "$5 CAD" say which dollar.
      if let (again, next) = words.currencies.longest(lexemes, end), again.unit == before.unit, again.form == .word,
        again.parts == before.parts
      {
        return (before, next)
      }
      return dollarNamed(after: end, before) ?? (before, end)
    }
    guard let (row, next) = words.currencies.longest(lexemes, end), isMoney(row, figure, end, next) else { return nil }
    // "75 USD million"
    guard row.form == .code, figure.low.scale == Rational(1), !figure.isRange, lexemes.isWord(next),
      let scale = words.numbers.row(lexemes.hash(next)), scale.role == .scale,
      let value = figure.low.value * scale.value
    else { return (row, next) }
    figure.low.value = value
    figure.low.scale = scale.value
    figure.low.precision = figure.low.precision.flatMap { $0 * scale.value }
    return (row, next + 1)
  }

  /// "60 MEUR", "15 EURm"
  private func scaledCodeAmount(_ figure: Figure) -> Reading? {
    guard let (code, scale) = scaledCode(at: figure.end), lexemes.gap(figure.end) == .space,
      let low = figure.low.value * scale
    else { return nil }
    var scaled = figure
    scaled.low.value = low
    scaled.low.precision = figure.low.precision.flatMap { $0 * scale }
    if let high = figure.high?.value, let larger = high * scale { scaled.high?.value = larger }
    return quantity(scaled, to: figure.end + 1, kind: .money, unit: code.unit)
  }

  /// The end of a range whose first sum has a currency of its own: "$5 million to $7 million", "5 euros to 7 euros".
  private func secondSum(of figure: Figure, _ row: CurrencyWord, after end: Int) -> (high: WrittenNumeral, end: Int)? {
    guard !figure.isRange, figure.currency == nil || figure.low.end == figure.end else { return nil }
    let start = secondStart(end, from: figure.start)
    guard start > 0, let second = self.figure(at: start), !second.isRange, !second.low.isOrdinal,
      figure.low.value < second.low.value
    else { return nil }
    if second.currency?.unit == row.unit { return (second.low, second.end) }
    guard figure.currency == nil, let (again, finish) = words.currencies.longest(lexemes, second.end),
      again.unit == row.unit
    else { return nil }
    return (second.low, finish)
  }

  /// The amount with what it is per and a plus: "$62 per barrel", "$100+ a night", "a $1 trillion-plus plan".
  private func rated(_ figure: Figure, _ row: CurrencyWord, to last: Int) -> Reading? {
    let isPlus = isPlus(last)
    let rate = rate(at: isPlus ? last + 1 : last)
    let unit =
      rate.map { MeasureUnit(name: row.unit.name + " per " + $0.name, dimension: "money rate", factor: nil) }
      ?? row.unit
    let end = rate?.end ?? last
    var reading = quantity(figure, to: end, kind: .money, unit: unit, over: row.parts)
    guard isPlus, let start = reading?.quantity?.span.start else { return reading }
    let plus = end == figure.end || unit == row.unit ? end + 1 : end
    reading?.end = plus
    reading?.quantity?.modifier = .atLeast
    reading?.quantity?.outerSpan = TextSpan(start, lexemes.span(plus - 1, plus).end)
    return reading
  }

  /// "+" or "-plus", glued to an amount.
  private func isPlus(_ index: Int) -> Bool {
    lexemes.isMark(index, "+") && lexemes.gap(index) == .none
      || lexemes.gap(index) == .hyphen && lexemes.hash(index) == words.particles.plus
  }

  /// Which dollar, said after the amount: "$50 AUD", "$1.2M CAD", "$50 Canadian".
  private func dollarNamed(after index: Int, _ row: CurrencyWord) -> (row: CurrencyWord, end: Int)? {
    guard row.unit.name == "USD", row.parts == Rational(1), lexemes.isWord(index), lexemes.gap(index) == .space,
      lexemes.isCapital(lexeme: index)
    else { return nil }
    guard let word = words.dollars.row(lexemes.hash(index)), let named = words.currencies.row(word.code) else {
      return nil
    }
    switch word.form {
    case .code:
      guard isAllCapitals(index) else { return nil }
    case .adjective:
      // "$50 Canadian", but not "$50 Canadian Tire gift cards"
      guard isWithoutNoun(index + 1), !lexemes.isCapital(lexeme: index + 1) else { return nil }
    }
    return (named, index + 1)
  }

  /// Euros written as on the Continent: "€250.000" and "12.500 €" have their thousands after the dot. One digit before it and
  /// others than noughts after it may be the price of a litre: "€1.659".
  private func groupDots(_ figure: inout Figure) {
    guard figure.currency.map({ $0.unit.name == "EUR" }) ?? isEuro(figure.end) else { return }
    for isHigh in [false, true] {
      guard let numeral = isHigh ? figure.high : figure.low, numeral.scale == Rational(1),
        numeral.end == numeral.start + 1, hasGroupDot(numeral.start), rate(at: figure.end) == nil,
        let value = numeral.value * Rational(1000)
      else { continue }
      if isHigh {
        figure.high?.value = value
        figure.high?.precision = Rational(1)
      } else {
        figure.low.value = value
        figure.low.precision = Rational(1)
      }
    }
  }

  private func isEuro(_ index: Int) -> Bool {
    lexemes.kind(index) == .symbol && words.currencies.row(lexemes.hash(index))?.unit.name == "EUR"
  }

  /// Whether one dot stands before three digits of a figure that is no price with three decimals.
  private func hasGroupDot(_ index: Int) -> Bool {
    let length = lexemes.length(index)
    guard lexemes.isFigure(index), (5...7).contains(length), lexemes.firstByte(index) != UInt8(ascii: "0") else {
      return false
    }
    let digits = lexemes.bytes[lexemes.starts[index]..<lexemes.ends[index]]
    guard digits.dropLast(3).last == UInt8(ascii: "."),
      digits.count(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }) == 1
    else { return false }
    return length > 5 || digits.suffix(3).allSatisfy { $0 == UInt8(ascii: "0") }
  }

  /// "20 grand": thousands of dollars, where no Grand Prix, jury or slam follows.
  private func grand(_ figure: Figure) -> Reading? {
    guard lexemes.hash(figure.end) == words.grand, lexemes.gap(figure.end) == .space,
      !lexemes.isCapital(lexeme: figure.end), figure.last.value < Rational(1000),
      isWithoutNoun(figure.end + 1),
      let row = words.currencies.row(words.dollar), let low = figure.low.value * Rational(1000)
    else { return nil }
    var whole = figure
    whole.low.value = low
    whole.low.precision = Rational(1000)
    if let high = figure.high?.value, let scaled = high * Rational(1000) { whole.high?.value = scaled }
    return quantity(whole, to: figure.end + 1, kind: .money, unit: row.unit)
  }

  /// Coins after their money: "and 45 cents", as a part of one.
  private func smallChange(_ index: Int, _ unit: MeasureUnit, isSmall: Bool) -> (Rational, Int)? {
    let at = lexemes.hash(index) == words.particles.and ? index + 1 : index
    // "15 dollars 50", "thirteen dollars forty-five", "$100 and fifty"
    if isSmall, lexemes.gap(at) == .space, lexemes.kind(index - 1) != .figure || at > index,
      let numeral = numerals.numeral(at: at), !numeral.isOrdinal,
      numeral.value.isWhole, (Rational(10)...Rational(99)).contains(numeral.value), numeral.scale == Rational(1),
      numeral.end >= lexemes.count || lexemes.kind(numeral.end) == .mark && !lexemes.isFigure(numeral.end + 1),
      lexemes.kind(numeral.end) != .symbol, !lexemes.isMark(numeral.end, "%"),
      let part = numeral.value / Rational(100)
    {
      return (part, numeral.end)
    }
    guard lexemes.isFigure(at) || lexemes.isWord(at), let numeral = numerals.numeral(at: at), !numeral.isOrdinal,
      let (row, end) = words.currencies.longest(lexemes, numeral.end), numeral.value < row.parts,
      row.parts > Rational(1), row.form == .coin || row.form == .word,
      row.form == .coin || row.unit == unit || unit.name != "GBP" && row.unit.name == "USD"
    else { return nil }
    guard let part = numeral.value / row.parts else { return nil }
    // "five mao five": a last digit of the next smaller coin.
    if row.parts == Rational(10), let digit = numerals.numeral(at: end), !digit.isOrdinal, digit.value.isWhole,
      (Rational(1)...Rational(9)).contains(digit.value), digit.end >= lexemes.count || lexemes.kind(digit.end) == .mark,
      let last = digit.value / Rational(100), let sum = part + last
    {
      return (sum, digit.end)
    }
    return (part, end)
  }

  private func isMoney(_ row: CurrencyWord, _ figure: Figure, _ index: Int, _ end: Int) -> Bool {
    switch row.form {
    case .word:
      // "10 Euro Stoxx shares", "5 Rand Corp. analysts"
      return !figure.low.isVague && (row.unit.name != "GRD" || drachma(figure) == nil)
        && !(lexemes.isCapital(lexeme: index) && lexemes.isCapital(lexeme: end) && lexemes.gap(end) == .space
          && end == index + 1)
    case .coin, .largePrefix: return false
    case .prefix:
      // "10$ 50 cents": the coins tell that the sign goes with the figure before it.
      let isCoined =
        lexemes.gap(end) == .space && row.parts == Rational(1) && smallChange(end, row.unit, isSmall: false) != nil
      guard !lexemes.isFigure(end) || isCoined, !figure.low.isInWords else { return false }
      if lexemes.kind(index) == .symbol { return true }
      // "42 RM", "500 kr"
      return end == index + 1 && lexemes.isWord(index) && lexemes.length(index) == 2
        && (isAllCapitals(index) || lexemes.hash(index) == words.krone) && lexemes.gap(index) != .hyphen
        && !(lexemes.isCapital(lexeme: end) && lexemes.gap(end) == .space)
    case .symbol: return true
    case .code:
      return lexemes.isWord(index) && lexemes.gap(index) != .hyphen
        && !(lexemes.isFigure(end) && lexemes.gap(end) == .none)
        && (isAllCapitals(index) || Money.plainCodes.contains(row.unit.name) && lexemes.length(index) == 3)
    case .shyCode:
      return lexemes.isWord(index) && isAllCapitals(index) && lexemes.gap(index) == .space
        && (figure.last.scale > Rational(1) || figure.low.value >= Rational(100)) && !lexemes.isWord(end)
    // "1080p" is a picture.
    case .letter:
      return lexemes.gap(index) == .none && !Money.pictures.contains(figure.low.value) && !figure.low.isInWords
        && lexemes.byte(index) == UInt8(ascii: "p")
    // Pounds are money in large sums, a mass else.
    case .pound:
      // "tens of thousands of pounds", unless of cod or of what weighs them.
      if isWeighed(figure.start) { return false }
      return figure.last.scale >= Rational(1_000_000)
        || words.numbers.row(lexemes.hash(index - 2))?.role == .scales && lexemes.hash(index - 1) == words.particles.of
          && lexemes.hash(end) != words.particles.of && row.unit.name == "GBP"
        || row.unit.name == "GBP" && smallChange(end, row.unit, isSmall: false) != nil
    }
  }
}
