package import TextCore

/// An exact fraction in lowest terms; nothing is ever rounded on the way. Arithmetic that would overflow gives nil.
package struct Rational: Hashable, Sendable, Comparable {
  package let numerator: Int64
  /// Always positive.
  package let denominator: Int64

  /// The smallest `Int64`, which has no negative, counts as the one above it.
  package init(_ whole: Int64) {
    numerator = max(whole, -Int64.max)
    denominator = 1
  }

  package init?(_ numerator: Int128, over denominator: Int128) {
    guard denominator != 0, numerator != Int128.min, denominator != Int128.min else { return nil }
    var a = numerator < 0 ? -numerator : numerator
    var b = denominator < 0 ? -denominator : denominator
    while b != 0 { (a, b) = (b, a % b) }
    let divisor = a == 0 ? 1 : a
    let sign: Int128 = denominator < 0 ? -1 : 1
    guard let top = Int64(exactly: sign * numerator / divisor),
      let bottom = Int64(exactly: sign * denominator / divisor), top != Int64.min
    else { return nil }
    self.numerator = top
    self.denominator = bottom
  }

  package static func + (left: Rational, right: Rational) -> Rational? {
    Rational(
      Int128(left.numerator) * Int128(right.denominator) + Int128(right.numerator) * Int128(left.denominator),
      over: Int128(left.denominator) * Int128(right.denominator))
  }
  package static func - (left: Rational, right: Rational) -> Rational? { left + right.negated }
  package static func * (left: Rational, right: Rational) -> Rational? {
    Rational(
      Int128(left.numerator) * Int128(right.numerator), over: Int128(left.denominator) * Int128(right.denominator))
  }
  package static func / (left: Rational, right: Rational) -> Rational? {
    Rational(
      Int128(left.numerator) * Int128(right.denominator), over: Int128(left.denominator) * Int128(right.numerator))
  }
  package static func < (left: Rational, right: Rational) -> Bool {
    Int128(left.numerator) * Int128(right.denominator) < Int128(right.numerator) * Int128(left.denominator)
  }

  /// `power`: -18…18; others give nil.
  package func timesPowerOfTen(_ power: Int) -> Rational? {
    guard (-18...18).contains(power) else { return nil }
    var scale: Int64 = 1
    for _ in 0..<abs(power) { scale *= 10 }
    return power < 0 ? self / Rational(scale) : self * Rational(scale)
  }

  package var negated: Rational { Rational(unchecked: -numerator, denominator) }
  package var magnitude: Rational { numerator < 0 ? negated : self }
  package var isWhole: Bool { denominator == 1 }
  /// For comparisons and display only.
  package var double: Double { Double(numerator) / Double(denominator) }

  private init(unchecked numerator: Int64, _ denominator: Int64) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Decimal if it ends ("2.5"), else a fraction ("1/3").
  package var text: String {
    var rest = denominator
    var twos = 0
    var fives = 0
    while rest % 2 == 0 { rest /= 2; twos += 1 }
    while rest % 5 == 0 { rest /= 5; fives += 1 }
    let places = max(twos, fives)
    guard rest == 1, places <= 18 else { return "\(numerator)/\(denominator)" }
    guard places > 0 else { return String(numerator) }
    var scale: Int128 = 1
    for _ in 0..<places { scale *= 10 }
    let scaled = Int128(numerator.magnitude) * (scale / Int128(denominator))
    var digits = String(scaled)
    while digits.utf8.count <= places { digits = "0" + digits }
    let whole = digits.dropLast(places)
    let fraction = digits.suffix(places)
    return (numerator < 0 ? "-" : "") + whole + "." + fraction
  }
}

package enum QuantityKind: String, Sendable, CaseIterable {
  case number, percent, ordinal, money, measure, age, temperature, duration, count
  case date, daterange, time, timerange, datetime, datetimerange, set

  /// Whether the value is a place on the calendar or the clock.
  package var isTemporal: Bool {
    switch self {
    case .date, .daterange, .time, .timerange, .datetime, .datetimerange, .set: true
    default: false
    }
  }
}

package enum QuantityModifier: String, Sendable, CaseIterable {
  case about
  case moreThan = "more_than"
  case atLeast = "at_least"
  case lessThan = "less_than"
  case atMost = "at_most"
  case up, down, exactly

  package var isLowerBound: Bool { self == .moreThan || self == .atLeast }
  package var isUpperBound: Bool { self == .lessThan || self == .atMost }
}

/// A unit of measure with its size, exact.
package struct MeasureUnit: Hashable, Sendable {
  /// Canonical English singular: "kilometre", "mile per hour"; for money the ISO 4217 code ("USD", "USD per barrel"); for a
  /// count the counted noun.
  package let name: String
  /// "length", "mass", "money", …; empty for counted nouns.
  package let dimension: String
  /// How many SI base units one is; nil where none is defined (money, counts). Temperatures: the size of a degree in
  /// kelvin.
  package let factor: Rational?
  package let system: System

  package enum System: UInt8, Sendable { case metric, customary, neutral }

  package init(name: String, dimension: String, factor: Rational?, system: System = .neutral) {
    self.name = name
    self.dimension = dimension
    self.factor = factor
    self.system = system
  }
}

/// What a quantity says.
package enum QuantityValue: Hashable, Sendable {
  case exact(Rational)
  /// Either side may be open (nil).
  case range(low: Rational?, high: Rational?)
  /// A date or time, still in the draft's words; `TemporalResolver` turns it into ISO 8601 once the reference day is known.
  case temporal(TemporalExpression)
}

/// A number, amount, measure, date or time in a paragraph.
package struct Quantity: Sendable {
  /// The value with its unit, without a leading modifier.
  package var span: TextSpan
  /// With the modifier.
  package var outerSpan: TextSpan
  package var kind: QuantityKind
  package var value: QuantityValue
  package var unit: MeasureUnit?
  package var modifier: QuantityModifier?
  /// The bare numbers inside, for readers that want those only.
  package var numerals: [Numeral]
  /// The length of time that a date tells, a duration: "nine days" of "nine days later".
  package var lengths: [Quantity] = []
  /// Digits after the point and rounding of the written figure: the size of the last written digit ("2.50" → 1/100,
  /// "4.8 million" → 100000), nil for words.
  package var precision: Rational?
  /// Index, in the same paragraph, of the quantity that stands in brackets as this one's conversion.
  package var conversion: Int?
  /// ISO 8601 duration for durations ("P1Y2D").
  package var iso: String?
  /// Written in words ("two hundred").
  package var isInWords: Bool

  package init(
    span: TextSpan, outerSpan: TextSpan? = nil, kind: QuantityKind, value: QuantityValue, unit: MeasureUnit? = nil,
    modifier: QuantityModifier? = nil, numerals: [Numeral] = [], precision: Rational? = nil, conversion: Int? = nil,
    iso: String? = nil, isInWords: Bool = false
  ) {
    self.span = span
    self.outerSpan = outerSpan ?? span
    self.kind = kind
    self.value = value
    self.unit = unit
    self.modifier = modifier
    self.numerals = numerals
    self.precision = precision
    self.conversion = conversion
    self.iso = iso
    self.isInWords = isInWords
  }
}

/// A bare number inside a quantity.
package struct Numeral: Hashable, Sendable {
  package let span: TextSpan
  package let value: Rational

  package init(span: TextSpan, value: Rational) {
    self.span = span
    self.value = value
  }
}
