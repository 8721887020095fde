import DocumentModel

/// Things counted by their price: "two $50 gift cards", "12 £20 notes", "three 20-euro vouchers".
extension QuantityReader {
  /// Where a price ends that stands between a number and the noun it counts.
  func priceEnd(at index: Int) -> Int? {
    guard lexemes.gap(index) == .space else { return nil }
    let end: Int
    if lexemes.isFigure(index) {
      guard lexemes.gap(index + 1) == .hyphen, let (row, next) = words.currencies.longest(lexemes, index + 1),
        row.form == .word
      else { return nil }
      end = next
    } else {
      guard lexemes.kind(index) == .symbol || lexemes.isCapital(lexeme: index),
        let (_, figure) = prefixCurrency(at: index),
        lexemes.isFigure(figure), lexemes.gap(figure) == .none, var numeral = numerals.numeral(at: figure)
      else { return nil }
      moneyScale(&numeral)
      end = numeral.end
    }
    // "fell 3 $50 dollars", "2 $5 per head"
    guard lexemes.isWord(end), lexemes.gap(end) == .space, words.currencies.longest(lexemes, end) == nil,
      rate(at: end) == nil
    else { return nil }
    return end
  }
}
