import DocumentModel
import TextCore

/// What stands around "70 km (43 miles)", where one amount may convert the other.
extension QuantityReader {
  /// Whether an amount in brackets opens in a gap.
  func bracketOpens(in gap: TextSpan) -> Bool {
    var opens = false
    for at in gap.start..<min(gap.end, lexemes.bytes.count) {
      switch lexemes.bytes[at] {
      case UInt8(ascii: "("), UInt8(ascii: "["): opens = true
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "."), UInt8(ascii: ";"): return false
      default: break
      }
    }
    return opens
  }

  /// "5 kilometres, or 3 miles,", "5 kilometres, about 3 miles, off": a measure of the other system between marks.
  func isRestated(_ first: Quantity, _ second: Quantity) -> Bool {
    guard first.kind == .measure || first.kind == .temperature, let a = first.unit, let b = second.unit,
      a.system != b.system, a.system != .neutral, b.system != .neutral, second.span.end < lexemes.bytes.count,
      [UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: ";")].contains(
        lexemes.bytes[second.span.end])
    else { return false }
    let gap = lexemes.bytes[first.span.end..<max(first.span.end, second.outerSpan.start)]
    return gap.elementsEqual(", or ".utf8) || gap.elementsEqual(", ".utf8) && second.modifier == .about
  }

  /// Whether a measure is one side of several: "28 by 11 metres (92 by 36 feet)", "4 m x 3 m". Which goes with which is not
  /// told.
  func isSide(_ index: Int) -> Bool { areSides(index - 1, index) || areSides(index, index + 1) }

  private func areSides(_ first: Int, _ second: Int) -> Bool {
    guard first >= 0, second < quantities.count else { return false }
    let (end, start) = (quantities[first].span.end, quantities[second].span.start)
    guard end < start, start - end <= 4, start <= lexemes.bytes.count else { return false }
    return QuantityReader.times.contains { lexemes.bytes[end..<start].elementsEqual($0) }
  }

  private static let times: [[UInt8]] = [" by ", " x ", "x", "-by-", " × ", "×"].map { Array($0.utf8) }

  /// What "C$6 (US$4.46) per share" and "9 billion shekels ($2.4 billion) a year" are per; the offset is where the conversion ends.
  func rateAfterBracket(_ offset: Int) -> String? {
    let bracket = lexemes.starts.partitionPoint { $0 >= offset }
    guard bracket < lexemes.count, lexemes.isMark(bracket, ")") else { return nil }
    return rate(at: bracket + 1)?.name
  }
}
