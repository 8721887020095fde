package import DocumentModel

/// How a writer writes a figure: in words or digits, with or without a comma, with "million". A figure that takes its place is
/// written alike.
package struct FigureStyle: Sendable {
  /// What stands for the scale, with what joins it to the digits: " million", "m"; empty for a bare figure.
  private let scaleText: String
  private let scale: Rational
  private let isInWords: Bool
  /// "1500": the draft writes four digits without a comma.
  private let isBare: Bool

  /// - Parameters:
  ///   - written: the figure alone, as it stands: "4.8 million".
  ///   - companion: a figure beside it, which may tell how four digits are written.
  package init(_ written: String, value: Rational, companion: String = "") {
    let digits = written.prefix { $0.isASCII && ($0.isNumber || $0 == "," || $0 == ".") }
    isInWords = digits.isEmpty
    isBare = FigureStyle.hasBareThousands(written) || FigureStyle.hasBareThousands(companion)
    let head = FigureStyle.value(digits)
    if let head, head != Rational(0), let ratio = value.magnitude / head, ratio > Rational(1) {
      scale = ratio
      scaleText = String(written.dropFirst(digits.count))
    } else {
      scale = Rational(1)
      scaleText = ""
    }
  }

  /// The value in this style.
  /// - Parameter spelling: words for a whole number, as the house spells them.
  package func text(_ value: Rational, spelling: (Int64) -> String?) -> String {
    if isInWords, value.isWhole, (1...9).contains(value.numerator), let words = spelling(value.numerator) {
      return words
    }
    if !scaleText.isEmpty, let scaled = value / scale, FigureStyle.isReadable(scaled) { return scaled.text + scaleText }
    if isInWords || scaleText.first == " " { return FigureStyle.readable(value, isBare: isBare) }
    return FigureStyle.grouped(value, isBare: isBare)
  }

  /// "1.2 million", "53 billion", "9,144".
  package static func readable(_ value: Rational, isBare: Bool = false) -> String {
    for (size, word) in [(Int64(1_000_000_000), " billion"), (1_000_000, " million")]
    where value.magnitude >= Rational(size) {
      if let scaled = value / Rational(size), scaled.text.utf8.count <= 5 { return scaled.text + word }
    }
    return grouped(value, isBare: isBare)
  }

  /// Digits in groups of three from 1,000 up; four digits stay bare where the draft writes them so.
  private static func grouped(_ value: Rational, isBare: Bool) -> String {
    let text = QuantityText.grouped(value)
    let whole = text.drop { $0 == "-" }.prefix { $0 != "." }
    guard !isBare, whole.count == 4, whole.allSatisfy(\.isNumber) else { return text }
    let sign = text.prefix { $0 == "-" }
    return sign + whole.prefix(1) + "," + whole.suffix(3) + text.dropFirst(sign.count + whole.count)
  }

  /// Whether a scaled figure reads well before its word: "124 million", not "0.04 million" or "12,400 million".
  private static func isReadable(_ scaled: Rational) -> Bool {
    scaled.magnitude >= Rational(1) && scaled.magnitude < Rational(1000) && scaled.text.utf8.count <= 5
  }

  private static func hasBareThousands(_ written: String) -> Bool {
    written.prefix { $0.isASCII && $0.isNumber }.count >= 4
  }

  private static func value(_ digits: Substring) -> Rational? {
    let parts = digits.filter { $0 != "," }.split(separator: ".", omittingEmptySubsequences: true)
    guard let whole = parts.first, parts.count <= 2, let top = Int64(whole) else { return nil }
    guard parts.count == 2 else { return Rational(top) }
    guard let rest = Int64(parts[1]), let decimals = Rational(rest).timesPowerOfTen(-parts[1].utf8.count) else {
      return nil
    }
    return Rational(top) + decimals
  }
}

extension QuantityText {
  /// A unit as it is written, in the number that its figure asks for: "miles" becomes "mile" after 1. Abbreviations stay.
  package static func unit(_ written: String, for value: Rational, of unit: MeasureUnit) -> String {
    let isOne = value == Rational(1)
    let american = written.replacing("meter", with: "metre").replacing("liter", with: "litre")
    if american.hasPrefix("degree"), american.contains(" ") {
      let rest = written.drop { $0 != " " }
      return (isOne ? "degree" : "degrees") + rest
    }
    if american == unit.name { return isOne ? written : plural(written) }
    guard isOne, american.utf8.count > 3, american.utf8.allSatisfy({ $0 == 0x20 || $0 >= 0x61 && $0 <= 0x7A }) else {
      return written
    }
    return singular(written)
  }

  private static func singular(_ written: String) -> String {
    for head in [" per ", " an ", " a "] {
      if let (first, rest) = split(written, head) { return singular(first) + head + rest }
    }
    for (many, one) in [("feet", "foot"), ("inches", "inch"), ("centuries", "century")] where written.hasSuffix(many) {
      return written.dropLast(many.count) + one
    }
    let one = String(written.dropLast())
    return plural(one) == written ? one : written
  }
}
