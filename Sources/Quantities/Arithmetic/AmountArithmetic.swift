package import DocumentModel

/// Whether two figures are so far apart as an amount or a word says.
extension FigureArithmetic {
  /// Whether one figure is so much more or less than the other; nil where that cannot be told. Small counts are exact, of others
  /// trailing zeros may be rounding.
  package static func difference(from first: Quantity, to second: Quantity, amount: Quantity)
    -> (agrees: Bool, right: Rational)?
  {
    guard case .exact(let a) = first.value, case .exact(let b) = second.value, case .exact(let said) = amount.value,
      a != b, let distance = b - a, let off = distance.magnitude - said
    else { return nil }
    let doubt = [first, second, amount].reduce(0) { $0 + self.doubt($1, amount) }
    return (off == Rational(0) || off.magnitude.double <= doubt + 1e-9, distance.magnitude)
  }

  private static func doubt(_ quantity: Quantity, _ amount: Quantity) -> Double {
    guard case .exact(let value) = quantity.value else { return 0 }
    let isCounted = amount.kind == .count && amount.unit?.name != "point" || amount.kind == .duration
    if isCounted, value.isWhole, value.magnitude < Rational(100) { return 0 }
    let step = quantity.precision ?? Rational(1)
    return max(step, value.isWhole ? UnitConversion.significance(value) : step).double / 2
  }

  /// Whether one figure is the multiple of the other that a word says, by a tenth more or less: "doubled" from 50 to 60 is not.
  package static func multiple(from first: Quantity, to second: Quantity, times: Rational, isBound: Bool) -> Bool? {
    guard let a = bounds(first), let b = bounds(second), a.low > 0, b.low >= 0, times > Rational(0) else { return nil }
    let factor = times.double
    let (least, most) = (b.low / a.high / factor, b.high / a.low / factor)
    // "More than halved" is less than a half.
    if isBound { return times < Rational(1) ? least <= 1 : most >= 1 }
    return most >= 0.9 && least <= 1.1
  }

  /// Whether the change is the part of the first figure that a word says: "by a quarter" from 50 to 60 is not.
  package static func part(from first: Quantity, to second: Quantity, of part: Rational) -> Bool? {
    guard let a = bounds(first), let b = bounds(second), a.low > 0, b.low >= 0, part > Rational(0) else { return nil }
    let isRise = b.middle >= a.middle
    let least = isRise ? (b.low - a.high) / a.high : (a.low - b.high) / a.low
    let most = isRise ? (b.high - a.low) / a.low : (a.high - b.low) / a.high
    return most >= part.double * 0.9 && least <= part.double * 1.1
  }

  /// Whether a part of a whole is the fraction that is said of it, by an eighth more or less: 1,500 of 6,000 are not "one in five".
  package static func portion(of part: Quantity, in whole: Quantity, fraction: Rational) -> Bool? {
    guard let a = bounds(part), let b = bounds(whole), b.low > 0, a.middle <= b.middle, fraction > Rational(0) else {
      return nil
    }
    return a.high / b.low >= fraction.double * 0.875 && a.low / b.high <= fraction.double * 1.125
  }
}
