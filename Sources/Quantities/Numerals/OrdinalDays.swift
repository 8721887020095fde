import DocumentModel

/// Days of the month as ordinals: "the 18th", "the twenty-first".
extension QuantityReader {
  /// The day that an ordinal may tell, and where it ends.
  func ordinalDay(at index: Int) -> (day: Int, end: Int)? {
    guard let numeral = numerals.numeral(at: index), numeral.isOrdinal, numeral.value.isWhole,
      (Rational(1)...Rational(31)).contains(numeral.value)
    else { return nil }
    return (Int(numeral.value.numerator), numeral.end)
  }
}
