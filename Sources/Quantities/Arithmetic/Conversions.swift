package import DocumentModel

/// A measure in the units of the other system, and whether a writer's own conversion is right.
package enum UnitConversion {
  /// What the reader of the other system would be told: "43 miles" for 70 km, "68 degrees Fahrenheit" for 20 °C.
  package struct Converted: Sendable {
    package let value: Rational
    package let unit: MeasureUnit
    /// Rounded as the original was, ready to print.
    package var text: String {
      QuantityText.normalized(Quantity(span: .init(0, 0), kind: .measure, value: .exact(value), unit: unit))
    }
  }

  /// The original in the usual unit of the other system; nil where there is none.
  /// - Parameter isDivided: whether less than one is given in a smaller unit.
  package static func counterpart(of quantity: Quantity, isDivided: Bool = true) -> Converted? {
    guard case .exact(let value) = quantity.value, let unit = quantity.unit, let target = counterpart(of: unit),
      let exact = convert(value, from: unit, to: target)
    else { return nil }
    let part = isDivided && exact.magnitude < Rational(1) ? smaller(target) : nil
    guard let size = part.map({ convert(exact, from: target, to: $0) }) ?? exact else { return nil }
    var rounded = significant(size, digits: digits(value))
    // "1,234 km" are 767 miles, and "about 160" are 100: nobody measures the other system more finely than his own.
    if value.isWhole, size.magnitude >= Rational(10), !rounded.isWhole { rounded = Self.rounded(size, to: Rational(1)) }
    if isBlurred(quantity), value.isWhole, size.magnitude >= Rational(90) {
      rounded = Self.rounded(rounded, to: Rational(10))
    }
    return Converted(value: rounded, unit: part ?? target)
  }

  private static func isBlurred(_ quantity: Quantity) -> Bool {
    quantity.modifier != nil && quantity.modifier != .exactly
  }

  /// The unit for less than one of another: centimetres for "0.61 metres".
  private static func smaller(_ unit: MeasureUnit) -> MeasureUnit? {
    func part(_ name: String, _ count: Int64) -> MeasureUnit? {
      unit.factor.flatMap { $0 / Rational(count) }.map {
        MeasureUnit(name: name, dimension: unit.dimension, factor: $0, system: unit.system)
      }
    }
    switch unit.name {
    case "metre": return part("centimetre", 100)
    case "kilometre": return part("metre", 1000)
    case "kilogram": return part("gram", 1000)
    case "foot": return part("inch", 12)
    default: return nil
    }
  }

  /// A value of one unit in another of the same dimension, exact.
  package static func convert(_ value: Rational, from: MeasureUnit, to: MeasureUnit) -> Rational? {
    guard from.dimension == to.dimension, let a = from.factor, let b = to.factor else { return nil }
    if from.dimension == "temperature" {
      guard let base = kelvin(value, from), let zero = offset(to), let moved = base - zero else { return nil }
      return moved / b
    }
    return (value * a).flatMap { $0 / b }
  }

  /// Temperature in kelvin.
  private static func kelvin(_ value: Rational, _ unit: MeasureUnit) -> Rational? {
    guard let factor = unit.factor, let zero = offset(unit) else { return nil }
    return (value * factor).flatMap { $0 + zero }
  }

  /// The unit's zero in kelvin: 273.15 for Celsius, 273.15 − 32 · 5/9 for Fahrenheit; nil for degrees that do not say whose.
  private static func offset(_ unit: MeasureUnit) -> Rational? {
    switch unit.name {
    case "celsius": Rational(27_315, over: 100)
    case "fahrenheit": Rational(45_967, over: 180)
    case "kelvin", "rankine": Rational(0)
    default: nil
    }
  }

  /// The British measure of an American name: a gallon of 4.546 litres, and its parts.
  private static func imperial(_ unit: MeasureUnit) -> MeasureUnit? {
    let parts: Int128
    switch unit.name {
    case "gallon": parts = 1
    case "quart": parts = 4
    case "pint": parts = 8
    case "fluid ounce": parts = 160
    default: return nil
    }
    return MeasureUnit(
      name: unit.name, dimension: unit.dimension, factor: Rational(454_609, over: 100_000_000 * parts),
      system: unit.system)
  }

  /// What is wrong with a conversion in brackets.
  package struct Verdict: Sendable {
    package let isRight: Bool
    /// The right figure, rounded as the writer rounded.
    package let right: Rational
    package let exact: Rational
  }

  /// Whether a bracketed conversion is within honest rounding of its original: any value that rounds to the original as
  /// written, converted and rounded to the digits of the conversion, may stand; gallons and pints may be either country's. Nil
  /// when the two cannot be compared.
  package static func check(original: Quantity, converted: Quantity) -> Verdict? {
    let written = checkAsWritten(original, converted)
    guard let verdict = written, !verdict.isRight else { return written }
    var (from, to) = (original, converted)
    if let unit = original.unit.flatMap(imperial) { from.unit = unit }
    if let unit = converted.unit.flatMap(imperial) { to.unit = unit }
    return checkAsWritten(from, to).flatMap { $0.isRight ? $0 : nil } ?? verdict
  }

  private static func checkAsWritten(_ original: Quantity, _ converted: Quantity) -> Verdict? {
    guard case .exact(let from) = original.value, case .exact(let to) = converted.value, let a = original.unit,
      let b = converted.unit,
      let exact = convert(from, from: a, to: b)
    else { return nil }
    let step = converted.precision ?? significance(to)
    // The widest reading of each figure: half its last digit, and trailing zeros may be rounding too.
    let originalStep = max(original.precision ?? significance(from), significance(from))
    let half = Rational(1, over: 2) ?? Rational(0)
    // "1.70 metres" is not rounded to tenths, and degrees are rounded to five at most.
    let blur = step < Rational(1) ? step : max(step, significance(to))
    let slack = b.dimension == "temperature" ? min(blur, Rational(5)) : blur
    // No trailing zero blurs a figure by more than a seventh: "10 hectares" are not 14.
    guard let digit = originalStep * half, let share = from.magnitude / Rational(7), let low = from - min(digit, share),
      let high = from + min(digit, share),
      let one = convert(low, from: a, to: b),
      let other = convert(high, from: a, to: b), let width = slack * half
    else { return nil }
    let isExactFigure = original.modifier == nil || original.modifier == .exactly
    let floor = min(one, other)
    let ceiling = max(one, other)
    guard let least = floor - width, let most = ceiling + width else { return nil }
    var right = b.dimension == "temperature" ? rounded(exact, to: step) : honest(exact, step, floor...ceiling)
    // "12,000ft (4,500m)": both are round, and so is what is right.
    let round = significant(exact, digits: digits(from))
    if b.dimension != "temperature", slack > step, rounded(round, to: step) == round { right = round }
    let inside = least <= to && to <= most
    // A blurred original ("about 70 km") may be converted more loosely: one part in twenty.
    let loose = !isExactFigure && (exact - to).map { $0.magnitude.double <= exact.magnitude.double / 20 } ?? false
    return Verdict(isRight: inside || loose || to == right, right: right, exact: exact)
  }

  /// Rounded to the writer's step, or to a finer one where that step, chosen for a wrong figure, would tell too little of the
  /// right one: two miles in tens of kilometres are "0". One digit is enough where it is off by a twentieth at most, or by a
  /// twelfth where the original is no finer itself: "two miles (three kilometres)".
  private static func honest(_ exact: Rational, _ step: Rational, _ bounds: ClosedRange<Rational>) -> Rational {
    var step = step
    for _ in 0..<18 {
      let right = rounded(exact, to: step)
      if right != Rational(0), let off = right - exact {
        let share = off.magnitude.double / exact.magnitude.double
        if share <= 0.05 || right.isWhole && share <= 1.0 / 12 && bounds.contains(right) { return right }
      }
      guard let finer = step / Rational(10) else { break }
      step = finer
    }
    return significant(exact, digits: 2)
  }

  /// The size of the last digit that is not a trailing zero: 100 for 4,500; 1/10 for 2.5.
  static func significance(_ value: Rational) -> Rational {
    var step = Rational(1)
    if value.isWhole {
      var rest = value.numerator
      while rest != 0, rest % 10 == 0, let larger = step * Rational(10) { rest /= 10; step = larger }
      return step
    }
    var scaled = value
    for _ in 0..<12 where !scaled.isWhole {
      guard let more = scaled * Rational(10), let smaller = step / Rational(10) else { break }
      scaled = more
      step = smaller
    }
    return step
  }

  /// Half away from zero.
  static func rounded(_ value: Rational, to step: Rational) -> Rational {
    guard step != Rational(0), let units = value.magnitude / step else { return value }
    let half = (Int128(units.numerator) * 2 + Int128(units.denominator)) / (Int128(units.denominator) * 2)
    guard let whole = Int64(exactly: half), let back = Rational(whole) * step else { return value }
    return value < Rational(0) ? back.negated : back
  }

  /// Rounded to a number of significant digits, at least two.
  static func significant(_ value: Rational, digits: Int) -> Rational {
    guard value != Rational(0) else { return value }
    var step = Rational(1)
    let size = value.magnitude
    let wanted = max(2, min(6, digits))
    var magnitude = 0
    var probe = Rational(1)
    while probe <= size, magnitude < 17, let more = probe * Rational(10) { probe = more; magnitude += 1 }
    var places = magnitude - wanted
    while places > 0, let more = step * Rational(10) { step = more; places -= 1 }
    // Hundredths are fine enough, but for what is smaller than a tenth.
    if size.double >= 0.1 { places = max(places, -2) }
    while places < 0, let less = step / Rational(10) { step = less; places += 1 }
    return rounded(value, to: step)
  }

  /// Significant digits of a written figure; three for what no decimals tell: 6 feet 2 inches are 37/6 feet.
  private static func digits(_ value: Rational) -> Int {
    let step = significance(value)
    if step.double < 0.0001 { return 3 }
    guard let units = value.magnitude / step else { return 2 }
    return max(String(units.numerator).utf8.count, 2)
  }

  /// The unit a reader of the other system thinks in.
  private static func counterpart(of unit: MeasureUnit) -> MeasureUnit? {
    func one(_ name: String, _ top: Int128, _ bottom: Int128, _ system: MeasureUnit.System) -> MeasureUnit {
      MeasureUnit(name: name, dimension: unit.dimension, factor: Rational(top, over: bottom), system: system)
    }
    switch unit.name {
    case "kilometre": return one("mile", 1_609_344, 1000, .customary)
    case "metre": return one("foot", 3048, 10_000, .customary)
    case "centimetre", "millimetre": return one("inch", 254, 10_000, .customary)
    case "mile": return one("kilometre", 1000, 1, .metric)
    case "yard", "foot": return one("metre", 1, 1, .metric)
    case "inch": return one("centimetre", 1, 100, .metric)
    case "kilogram": return one("pound", 45_359_237, 100_000_000, .customary)
    case "gram": return one("ounce", 28_349_523_125, 1_000_000_000_000, .customary)
    case "tonne": return one("ton", 90_718_474, 100_000, .customary)
    case "pound", "stone": return one("kilogram", 1, 1, .metric)
    case "ounce": return one("gram", 1, 1000, .metric)
    case "ton", "long ton": return one("tonne", 1000, 1, .metric)
    case "litre": return one("gallon", 3_785_411_784, 1_000_000_000_000, .customary)
    case "gallon", "quart", "pint": return one("litre", 1, 1000, .metric)
    case "hectare": return one("acre", 40_468_564_224, 10_000_000, .customary)
    case "acre": return one("hectare", 10_000, 1, .metric)
    case "square kilometre": return one("square mile", 2_589_988_110_336, 1_000_000, .customary)
    case "square mile": return one("square kilometre", 1_000_000, 1, .metric)
    case "square metre": return one("square foot", 9_290_304, 100_000_000, .customary)
    case "square foot": return one("square metre", 1, 1, .metric)
    case "kilometre per hour": return one("mile per hour", 44_704, 100_000, .customary)
    case "mile per hour", "knot": return one("kilometre per hour", 5, 18, .metric)
    case "celsius": return one("fahrenheit", 5, 9, .customary)
    case "fahrenheit": return one("celsius", 1, 1, .metric)
    default: return nil
    }
  }
}
