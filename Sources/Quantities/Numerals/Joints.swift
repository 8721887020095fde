import DocumentModel

/// What stands between two quantities.
extension QuantityReader {
  enum Joint { case or, and, comma, to }

  /// What stands between two amounts, if it only joins them; a hyphen left hanging on the first one goes with it.
  func joint(between end: Int, and start: Int) -> Joint? {
    guard end < start, start - end <= 8, start <= lexemes.bytes.count else { return nil }
    var bytes = lexemes.bytes[end..<start]
    if bytes.first == UInt8(ascii: "-") { bytes = bytes.dropFirst() }
    if bytes.elementsEqual(" or ".utf8) { return .or }
    if bytes.elementsEqual(" to ".utf8) { return .to }
    if bytes.elementsEqual(" and ".utf8) || bytes.elementsEqual(" x ".utf8) || bytes.elementsEqual(" by ".utf8)
      || bytes.elementsEqual("by-".utf8)
    {
      return .and
    }
    return bytes.elementsEqual(", ".utf8) || bytes.elementsEqual(", and ".utf8) || bytes.elementsEqual(", or ".utf8)
      ? .comma : nil
  }

  /// "led Reyes 46 to 40 percent"
  func isLead(_ more: Rational, _ fewer: Quantity) -> Bool {
    guard fewer.kind == .percent, case .exact(let less) = fewer.value else { return false }
    return less < more
  }

  /// " and " or " but ".
  func isConjunction(from end: Int, to start: Int) -> Bool {
    guard end < start, start - end <= 6, start <= lexemes.bytes.count else { return false }
    let bytes = lexemes.bytes[end..<start]
    return [" and ", " but ", ", and ", ", but "].contains { bytes.elementsEqual($0.utf8) }
  }

  /// Whether a number goes on with the ages before it: "aged 6, 8 and 11", where the word stands before the first.
  func isAgedListed(_ age: Quantity, _ next: Quantity) -> Bool {
    guard let joint = joint(between: age.span.end, and: next.outerSpan.start), joint != .or, joint != .to,
      lexemes.isListedAge(age), next.span == next.outerSpan, next.span.end <= lexemes.bytes.count
    else { return false }
    let rest = lexemes.bytes[next.span.end..<min(next.span.end + 5, lexemes.bytes.count)]
    // "aged 54, 12 were hurt"
    if next.span.start - age.span.end == 2 { return rest.starts(with: " and ".utf8) || rest.starts(with: ", ".utf8) }
    return ![" of ", " in ", " othe", " more"].contains { rest.starts(with: $0.utf8) }
  }
}

extension Lexemes {
  /// An age without its unit after "aged" or "ages", or after another of its list.
  fileprivate func isListedAge(_ age: Quantity) -> Bool {
    guard age.numerals.count == 1, age.numerals.first?.span == age.span, age.span.start >= 5,
      age.span.start <= bytes.count
    else { return false }
    let before = bytes[(age.span.start - 5)..<age.span.start]
    if before.elementsEqual("aged ".utf8) || before.elementsEqual("ages ".utf8) { return true }
    return before.suffix(2).elementsEqual(", ".utf8)
      && before.dropLast(2).last.map { $0.isDigit } ?? false
  }
}
