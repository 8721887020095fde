import DocumentModel

/// Codes that are no English words, so that they may be written small.
private enum Money {
  static let plainCodes: Set<String> = ["USD", "EUR", "GBP", "AUD", "JPY", "CHF", "CNY", "INR", "NZD", "HKD", "SGD"]
}

extension QuantityReader {
  /// A currency before its figure: "$", "HK$", "USD", "Rs".
  func prefixCurrency(at index: Int) -> (row: CurrencyWord, end: Int)? {
    guard
      lexemes.kind(index) == .symbol
        || lexemes.isWord(index) && (lexemes.isCapital(lexeme: index) || lexemes.kind(index + 1) == .symbol),
      let (row, end) = words.currencies.longest(lexemes, index), row.form == .prefix || row.form == .code
    else { return nil }
    // A code is written in capitals; "all 5" and "try 3" are not money.
    if lexemes.kind(index) == .symbol, lexemes.kind(end - 1) == .word {
      // "$US5"
      guard lexemes.isCapital(lexeme: index + 1), lexemes.gap(index + 1) == .none, lexemes.gap(end) == .none else {
        return nil
      }
    } else if row.form == .code || lexemes.kind(end - 1) == .word {
      guard lexemes.isCapital(lexeme: index), isAllCapitals(index) || row.form == .prefix else { return nil }
    } else if lexemes.isWord(index), lexemes.length(index) == 1 {
      // "A$5" is Australian, "a $5 note" is not.
      guard lexemes.isCapital(lexeme: index), lexemes.gap(index + 1) == .none || lexemes.firstByte(index) == 0x43
      else { return nil }
    }
    // "R500", but not "R8" or "Renault R25".
    if end == index + 1, lexemes.isWord(index), lexemes.length(index) == 1,
      lexemes.length(end) < 2 || lexemes.isCapital(lexeme: index - 1) && !opensSentence(index - 1)
    {
      return nil
    }
    guard lexemes.isFigure(end) || lexemes.isWord(end) || numerals.vulgarFraction(end) != nil else { return nil }
    return (row, end)
  }

  private func isAllCapitals(_ index: Int) -> Bool {
    guard index < lexemes.count else { return false }
    return lexemes.bytes[lexemes.starts[index]..<lexemes.ends[index]].allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
  }

  /// An amount of money, its currency before the figure or after it, with the rate it may be ("$62 per barrel").
  func money(_ figure: Figure) -> Reading? {
    var figure = figure
    var end = figure.end
    let row: CurrencyWord
    if let before = figure.currency {
      row = before
      // "$5 million dollars" says it twice; "$5 US" and "$5 CAD" say which dollar.
      if let (again, next) = words.currencies.longest(lexemes, end), again.unit == row.unit, again.form == .word,
        again.parts == row.parts
      {
        end = next
      }
    } else {
      guard let (after, next) = words.currencies.longest(lexemes, end), isMoney(after, figure, end, next) else {
        return nil
      }
      row = after
      end = next
      // "75 USD million"
      if row.form == .code, figure.low.scale == Rational(1), !figure.isRange, lexemes.isWord(end),
        let scale = words.numbers.row(lexemes.hash(end)), scale.role == .scale,
        let value = figure.low.value * scale.value
      {
        figure.low.value = value
        figure.low.scale = scale.value
        figure.low.precision = figure.low.precision.flatMap { $0 * scale.value }
        end += 1
      }
    }
    // "thirteen dollars and forty-five cents"
    if !figure.isRange, figure.currency == nil, row.parts == Rational(1),
      let (cents, finish) = smallChange(end, row.unit), let sum = figure.low.value + cents
    {
      figure.low.value = sum
      end = finish
    }
    if !figure.isRange, figure.currency == nil || figure.low.end == figure.end {
      // "$5 million to $7 million" and "5 euros to 7 euros".
      let start = secondStart(end, from: figure.start)
      if start > 0, let second = self.figure(at: start), !second.isRange, !second.low.isOrdinal,
        figure.low.value < second.low.value
      {
        if second.currency?.unit == row.unit {
          figure.high = second.low; end = second.end
        } else if figure.currency == nil, let (again, finish) = words.currencies.longest(lexemes, second.end),
          again.unit == row.unit
        {
          figure.high = second.low
          end = finish
        }
      }
    }
    var unit = row.unit
    if let (name, next) = rate(at: end) {
      unit = MeasureUnit(name: unit.name + " per " + name, dimension: "money rate", factor: nil)
      end = next
    }
    return quantity(figure, to: end, kind: .money, unit: unit, over: row.parts)
  }

  /// Coins after their money: "and 45 cents", as a part of one.
  private func smallChange(_ index: Int, _ unit: MeasureUnit) -> (Rational, Int)? {
    let at = lexemes.hash(index) == words.particles.and ? index + 1 : index
    // "15 dollars 50", "thirteen dollars forty-five"
    if at == index, lexemes.gap(at) == .space, let numeral = numerals.numeral(at: at), !numeral.isOrdinal,
      numeral.value.isWhole, (Rational(10)...Rational(99)).contains(numeral.value), numeral.scale == Rational(1),
      numeral.end >= lexemes.count || lexemes.kind(numeral.end) == .mark && !lexemes.isFigure(numeral.end + 1),
      lexemes.kind(numeral.end) != .symbol, !lexemes.isMark(numeral.end, "%"),
      let part = numeral.value / Rational(100)
    {
      return (part, numeral.end)
    }
    guard let numeral = numerals.numeral(at: at), !numeral.isOrdinal, numeral.value < Rational(100),
      let (row, end) = words.currencies.longest(lexemes, numeral.end),
      row.form == .word, row.parts == Rational(100), row.unit == unit || unit.name != "GBP" && row.unit.name == "USD"
    else { return nil }
    return (numeral.value / row.parts).map { ($0, end) }
  }

  private func isMoney(_ row: CurrencyWord, _ figure: Figure, _ index: Int, _ end: Int) -> Bool {
    switch row.form {
    case .word: return !figure.low.isVague
    case .prefix: return lexemes.kind(index) == .symbol && !lexemes.isFigure(end) && !figure.low.isInWords
    case .symbol: return true
    case .code:
      return lexemes.isWord(index) && lexemes.gap(index) != .hyphen
        && (isAllCapitals(index) || Money.plainCodes.contains(row.unit.name) && lexemes.length(index) == 3)
    case .letter: return lexemes.gap(index) == .none && !figure.low.isInWords && lexemes.byte(index) == 0x70
    // Pounds are money in large sums, a mass else.
    case .pound: return figure.last.scale >= Rational(1_000_000)
    }
  }
}
