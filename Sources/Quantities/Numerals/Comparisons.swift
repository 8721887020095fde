import DocumentModel

/// Numbers that take the unit of what they are compared with.
extension QuantityReader {
  /// A bare number that is held against the amount before it is one of the same: "24 percent, up from 18", "460 cars, compared
  /// with 63 a year ago", "12 seats in 2015, compared with eight in 2011".
  mutating func compareLike() {
    for index in quantities.indices.dropFirst() {
      let bare = quantities[index]
      guard bare.kind == .number, bare.unit == nil, case .exact(let value) = bare.value,
        let before = comparand(of: index), value.isWhole || before.kind != .count,
        let unit = before.unit, case .exact = before.value, !before.kind.isTemporal, before.kind != .age,
        before.kind != .duration,
        isHeldAgainst(before.span.end, bare.outerSpan.start),
        sentenceIndex(at: before.span.start) == sentenceIndex(at: bare.span.start)
      else { continue }
      quantities[index].kind = before.kind
      quantities[index].unit = unit
    }
  }

  /// The amount a bare number may be held against: the last one before it that is no date.
  private func comparand(of index: Int) -> Quantity? {
    for at in (max(0, index - 3)..<index).reversed() where !quantities[at].kind.isTemporal { return quantities[at] }
    return nil
  }

  /// Whether words of comparison end where the second amount begins.
  private func isHeldAgainst(_ end: Int, _ start: Int) -> Bool {
    guard start - end < 160, start <= lexemes.bytes.count else { return false }
    return words.comparisons.contains { phrase in
      start - end >= phrase.count && lexemes.bytes[(start - phrase.count)..<start].elementsEqual(phrase)
    }
  }
}
