package import DocumentModel
import TextCore

/// Arithmetic over figures as they are written, each known to half of its last digit.
package enum FigureArithmetic {
  package struct Verdict: Sendable {
    package let agrees: Bool
    /// In percent, rounded as the percentage that was checked: "30", "4.2".
    package let right: String
    /// The second figure is the larger one.
    package let isRise: Bool
  }

  /// How far a percentage may be off in proportion, before rounding: writers round the figures they reckon from, too.
  private static let slack = 0.04

  /// Whether going from one figure to the other is a change of so many percent; nil where that cannot be told.
  package static func change(from first: Quantity, to second: Quantity, percent: Quantity) -> Verdict? {
    guard let a = bounds(first), let b = bounds(second), let said = bounds(percent), a.low > 0, b.low >= 0 else {
      return nil
    }
    let isRise = b.middle >= a.middle
    let smallest = isRise ? (b.low - a.high) / a.high : (a.low - b.high) / a.low
    let largest = isRise ? (b.high - a.low) / a.low : (a.high - b.low) / a.high
    return verdict(
      said, 100 * smallest, 100 * largest, abs(b.middle - a.middle) / a.middle * 100, percent, isRise: isRise)
  }

  /// Whether a part of a whole is so many percent of it.
  package static func share(of part: Quantity, in whole: Quantity, percent: Quantity) -> Verdict? {
    guard let a = bounds(part), let b = bounds(whole), let said = bounds(percent), b.low > 0, a.middle <= b.middle
    else {
      return nil
    }
    return verdict(
      said, 100 * a.low / b.high, 100 * a.high / b.low, 100 * a.middle / b.middle, percent, isRise: true)
  }

  /// Whether a share such as "one in five" is so many percent.
  package static func share(_ fraction: Rational, percent: Quantity) -> Verdict? {
    guard let said = bounds(percent) else { return nil }
    let right = 100 * fraction.double
    return verdict(said, right, right, right, percent, isRise: true)
  }

  struct Bounds {
    let low, middle, high: Double
  }

  /// Half a unit of the last written digit on either side; words are as exact as their scale; "about" is a tenth.
  static func bounds(_ quantity: Quantity) -> Bounds? {
    guard case .exact(let value) = quantity.value else { return nil }
    if quantity.modifier == .about {
      return Bounds(low: value.double * 0.9, middle: value.double, high: value.double * 1.1)
    }
    guard quantity.modifier.map({ $0 == .up || $0 == .down || $0 == .exactly }) ?? true else { return nil }
    let step = quantity.precision?.double ?? (abs(value.double) >= 1000 ? abs(value.double) / 20 : 0)
    return Bounds(low: value.double - step / 2, middle: value.double, high: value.double + step / 2)
  }

  private static func verdict(
    _ said: Bounds, _ low: Double, _ high: Double, _ right: Double, _ percent: Quantity, isRise: Bool
  ) -> Verdict {
    let room = max(0.05, right * slack)
    let step = percent.precision?.double ?? 1
    var places = 0
    while places < 4, step < 0.99 * decimals(-places) { places += 1 }
    let scale = decimals(places)
    let rounded = (right * scale).rounded() / scale
    let text = places == 0 ? String(Int(clamping: max(-1e9, min(1e9, rounded)))) : trimmed(rounded, places)
    return Verdict(agrees: said.high >= low - room && said.low <= high + room, right: text, isRise: isRise)
  }

  private static func decimals(_ places: Int) -> Double {
    var scale = 1.0
    for _ in 0..<abs(places) { scale = places < 0 ? scale / 10 : scale * 10 }
    return scale
  }

  private static func trimmed(_ value: Double, _ places: Int) -> String {
    let digits = pad(Int(clamping: max(-1e12, min(1e12, (value * decimals(places)).rounded()))), places + 1)
    let decimals = digits.suffix(places)
    // "25", not "25.0".
    return String(digits.dropLast(places)) + (decimals.allSatisfy { $0 == "0" } ? "" : "." + String(decimals))
  }
}
