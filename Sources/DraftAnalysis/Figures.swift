package import DocumentModel
import Quantities
import TextCore

/// What can be told of one figure of a draft: for hovers and for the rules.
package enum Figures {
  /// The value in plain words: "70 kilometres", "USD 4,500,000", "2026-05-04"; empty where none can be told.
  package static func text(_ quantity: Quantity, time: ResolvedTime? = nil) -> String {
    QuantityText.normalized(quantity, time: time)
  }

  /// The measure in the usual unit of the other system, rounded as it was: "43 miles" for 70 km. Nil where there is none.
  package static func counterpart(of quantity: Quantity) -> String? {
    guard case .range(let low?, let high?) = quantity.value else {
      return UnitConversion.counterpart(of: quantity).map { text($0.value, nil, $0.unit) }
    }
    // "Hundreds of miles" are no figure to convert.
    guard quantity.numerals.count == 2 else { return nil }
    var ends = (quantity, quantity)
    ends.0.value = .exact(low)
    ends.1.value = .exact(high)
    guard let to = UnitConversion.counterpart(of: ends.1),
      let from = [true, false].lazy.compactMap({ UnitConversion.counterpart(of: ends.0, isDivided: $0) })
        .first(where: { $0.unit == to.unit })
    else { return nil }
    return text(from.value, to.value, from.unit)
  }

  /// The same where it is a measure that a reader would convert: not where degrees tell a difference, "2 degrees warmer".
  package static func counterpart(of quantity: Quantity, in paragraph: AnalyzedParagraph) -> String? {
    if quantity.kind == .temperature, isDifference(quantity, paragraph) { return nil }
    guard let text = counterpart(of: quantity) else { return nil }
    return styled(text, like: paragraph.paragraph.text(quantity.span))
  }

  /// "Minus 40 Fahrenheit" for "minus 40 Celsius", "160 km/h" for "100 mph".
  private static func styled(_ text: String, like written: String) -> String {
    let own = written.lowercased()
    if own.hasPrefix("minus "), text.hasPrefix("-") {
      let warm = "minus " + text.dropFirst()
      return own.contains("degree") ? warm : warm.replacing(" degrees ", with: " ")
    }
    if own.hasSuffix("mph") { return text.replacing("kilometres per hour", with: "km/h") }
    return ["km/h", "kph", "kmh", "kmph"].contains { own.hasSuffix($0) }
      ? text.replacing("miles per hour", with: "mph") : text
  }

  private static func isDifference(_ quantity: Quantity, _ paragraph: AnalyzedParagraph) -> Bool {
    if quantity.modifier == .up || quantity.modifier == .down { return true }
    let tokens = paragraph.layers.tokens
    let run = tokens.tokens(in: quantity.outerSpan)
    func word(_ token: Int) -> String {
      tokens.indices.contains(token) ? paragraph.paragraph.text(tokens.span(token)).lowercased() : ""
    }
    return word(run.start - 1) == "by"
      || ["warmer", "cooler", "hotter", "colder", "higher", "lower", "above", "below", "of", "rise", "increase"]
        .contains(word(run.end))
  }

  /// "53 billion litres", "7,400 square metres", "8 to 11 kilometres".
  private static func text(_ value: Rational, _ high: Rational?, _ unit: MeasureUnit) -> String {
    let one = QuantityText.normalized(
      Quantity(span: TextSpan(0, 0), kind: .measure, value: .exact(high ?? value), unit: unit))
    let name = one.dropFirst(QuantityText.grouped(high ?? value).count)
    return [value, high].compactMap { $0.map { FigureStyle.readable($0) } }.joined(separator: " to ") + name
  }

  /// What is wrong with a conversion in brackets.
  package struct ConversionVerdict: Sendable {
    package let isRight: Bool
    /// The right figure, rounded as the writer rounded.
    package let figure: Rational
    /// With its unit: "43 miles".
    package let text: String
  }

  /// Whether a bracketed conversion is within honest rounding of its original; nil when the two cannot be compared.
  package static func conversion(of original: Quantity, as converted: Quantity) -> ConversionVerdict? {
    guard let verdict = UnitConversion.check(original: original, converted: converted) else { return nil }
    return ConversionVerdict(
      isRight: verdict.isRight, figure: verdict.right,
      text: converted.unit.map { text(verdict.right, nil, $0) } ?? FigureStyle.readable(verdict.right))
  }

  /// A figure in the style of another one that it takes the place of: "124 million" for "12 million". `companion` is a figure
  /// beside it; `spelling` gives the words of a whole number.
  package static func text(
    _ value: Rational, like written: String, of old: Rational, companion: String, spelling: (Int64) -> String?
  ) -> String {
    FigureStyle(written, value: old, companion: companion).text(value, spelling: spelling)
  }

  /// A unit as it is written, in the number that its figure asks for: "miles" becomes "mile" after 1.
  package static func unit(_ written: String, for value: Rational, of unit: MeasureUnit) -> String {
    QuantityText.unit(written, for: value, of: unit)
  }

  /// "Monday" … "Sunday".
  package static func weekdayName(of date: CivilDate) -> String { WeekdayCheck.name(date.weekday) }

  /// Whether a weekday agrees with the date it stands beside.
  package struct WeekdayVerdict: Sendable {
    package let agrees: Bool
    /// The weekday that is written.
    package let said: String
    /// The weekday that the date falls on in the year that is written, or else in the year of the reference.
    package let actual: String?
    /// The years within six of that one in which date and weekday agree, in order.
    package let agreeingYears: [Int]
  }

  /// Nil unless weekday, day and month are written, and a year is known from the words or from the reference.
  package static func weekday(_ quantity: Quantity, reference: CivilDate?) -> WeekdayVerdict? {
    guard case .temporal(.calendar(_, _, _, let said?)) = quantity.value,
      let verdict = WeekdayCheck.verdict(quantity, reference: reference)
    else { return nil }
    return WeekdayVerdict(
      agrees: verdict.agrees, said: WeekdayCheck.name(said), actual: verdict.actual.map(WeekdayCheck.name),
      agreeingYears: verdict.agreeingYears)
  }

  /// What a percentage should have been.
  package struct PercentVerdict: Sendable {
    package let agrees: Bool
    /// "30", rounded as the percentage is.
    package let right: String
    package let isRise: Bool

    init(_ verdict: FigureArithmetic.Verdict) {
      self.init(agrees: verdict.agrees, right: verdict.right, isRise: verdict.isRise)
    }

    init(agrees: Bool, right: String, isRise: Bool) {
      self.agrees = agrees
      self.right = right
      self.isRise = isRise
    }
  }

  /// "Rose 20 percent from 50 to 65": nil where the figures are too vague to tell.
  package static func change(from first: Quantity, to second: Quantity, percent: Quantity) -> PercentVerdict? {
    FigureArithmetic.change(from: first, to: second, percent: percent).map(PercentVerdict.init)
  }

  /// "30 of the 50 members (40 percent)".
  package static func share(of part: Quantity, in whole: Quantity, percent: Quantity) -> PercentVerdict? {
    FigureArithmetic.share(of: part, in: whole, percent: percent).map(PercentVerdict.init)
  }

  /// "One in five (25 percent)".
  package static func share(_ fraction: Rational, percent: Quantity) -> PercentVerdict? {
    FigureArithmetic.share(fraction, percent: percent).map(PercentVerdict.init)
  }

  /// What is wrong with a change that is told by an amount or a word.
  package struct ChangeVerdict: Sendable {
    package let agrees: Bool
    /// How far the figures are apart; positive.
    package let distance: Rational
  }

  /// "Grew by five ships, from 14 to 21".
  package static func difference(from first: Quantity, to second: Quantity, amount: Quantity) -> ChangeVerdict? {
    FigureArithmetic.difference(from: first, to: second, amount: amount).map {
      ChangeVerdict(agrees: $0.agrees, distance: $0.right)
    }
  }

  /// "Doubled to 60 from 50": whether the word is right, and the change in percent.
  package static func multiple(from first: Quantity, to second: Quantity, _ multiple: FigureMultiple) -> PercentVerdict?
  {
    let agrees =
      switch multiple.measure {
      case .times(let times):
        FigureArithmetic.multiple(from: first, to: second, times: times, isBound: multiple.isBound)
      case .part(let part): FigureArithmetic.part(from: first, to: second, of: part)
      }
    var percent = first
    percent.value = .exact(Rational(0))
    percent.precision = Rational(1)
    percent.modifier = nil
    guard let agrees, let verdict = FigureArithmetic.change(from: first, to: second, percent: percent) else {
      return nil
    }
    return PercentVerdict(agrees: agrees, right: verdict.right, isRise: verdict.isRise)
  }

  /// "1,500 of its 6,000 jobs, or one in five": whether that is so, and the share in percent.
  package static func portion(of part: Quantity, in whole: Quantity, fraction: Quantity) -> PercentVerdict? {
    guard case .exact(let said) = fraction.value,
      let agrees = FigureArithmetic.portion(of: part, in: whole, fraction: said)
    else { return nil }
    var percent = fraction
    percent.precision = Rational(1)
    guard let verdict = FigureArithmetic.share(of: part, in: whole, percent: percent) else { return nil }
    return PercentVerdict(agrees: agrees, right: verdict.right, isRise: true)
  }

  /// What a change between two percentages comes to in percentage points.
  package struct PointsVerdict: Sendable {
    /// Whether the percentage that is said is that number.
    package let agrees: Bool
    /// Whether it is so to the last digit, and the figures as they are written are no such change in percent.
    package let isPlain: Bool
    /// Positive.
    package let points: Rational
    /// "2 percentage points"
    package var text: String { "\(points.text) percentage \(points == Rational(1) ? "point" : "points")" }
  }

  /// "Rose 2 percent from 5 percent to 7 percent": nil unless both ends are percentages.
  package static func points(from first: Quantity, to second: Quantity, percent: Quantity) -> PointsVerdict? {
    guard first.kind == .percent || second.kind == .percent, case .exact(let a) = first.value,
      case .exact(let b) = second.value, case .exact(let said) = percent.value, let distance = b - a,
      let off = distance.magnitude - said,
      let half = (percent.precision ?? Rational(1)) * (Rational(1, over: 2) ?? Rational(0))
    else { return nil }
    let change = 100 * distance.magnitude.double / max(a.magnitude.double, 1e-9)
    let isChange = abs(change - said.double) <= half.double + change * 0.04
    return PointsVerdict(
      agrees: off == Rational(0) || off.magnitude < half, isPlain: off == Rational(0) && !isChange,
      points: distance.magnitude)
  }

  /// Nil if one of them is no exact figure.
  package static func sum(_ parts: [Quantity]) -> Rational? {
    var sum = Rational(0)
    for part in parts {
      guard case .exact(let value) = part.value, let more = sum + value else { return nil }
      sum = more
    }
    return sum
  }

  /// "5 million", "9,144".
  package static func readable(_ value: Rational) -> String { FigureStyle.readable(value) }

  /// Whether parts may make up a total that is written otherwise: each figure, the total too, stands for half a digit more or
  /// less. "$5 million: $2.4 million and $2.4 million".
  package static func mayBeRounded(_ whole: Quantity, sum: Rational, _ parts: [Quantity]) -> Bool {
    guard whole.kind == .money || (whole.precision ?? Rational(1)) > Rational(1), case .exact(let said) = whole.value,
      let difference = sum - said
    else { return false }
    var doubt = Rational(0)
    for figure in [whole] + parts {
      guard let half = (figure.precision ?? Rational(0)) / Rational(2), let more = doubt + half else { return true }
      doubt = more
    }
    return difference.magnitude < doubt
  }

  /// How the figures of a tie are reckoned from each other: "(65 − 50) ÷ 50 = 30%"; nil where they are too vague.
  package static func arithmetic(of tie: FigureTie) -> String? {
    func number(_ quantity: Quantity) -> String? {
      guard case .exact(let value) = quantity.value else { return nil }
      return QuantityText.grouped(value)
    }
    switch tie {
    case .change(let first, let second, let percent):
      guard let a = number(first), let b = number(second),
        let verdict = change(from: first, to: second, percent: percent)
      else { return nil }
      let (large, small) = verdict.isRise ? (b, a) : (a, b)
      let percentage = "(\(large) − \(small)) ÷ \(a) = \(verdict.right)%"
      guard let points = points(from: first, to: second, percent: percent) else { return percentage }
      return "\(large) − \(small) = \(points.text); \(percentage)"
    case .share(let part, let whole, let percent):
      guard let a = number(part), let b = number(whole), let verdict = share(of: part, in: whole, percent: percent)
      else { return nil }
      return "\(a) ÷ \(b) = \(verdict.right)%"
    case .difference(let first, let second, let amount):
      guard let a = number(first), let b = number(second),
        let verdict = difference(from: first, to: second, amount: amount), case .exact(let from) = first.value,
        case .exact(let to) = second.value
      else { return nil }
      return "\(from < to ? b : a) − \(from < to ? a : b) = \(QuantityText.grouped(verdict.distance))"
    case .multiple(let first, let second, let multiple):
      guard let a = number(first), let b = number(second),
        let verdict = Figures.multiple(from: first, to: second, multiple)
      else { return nil }
      return "(\(verdict.isRise ? b : a) − \(verdict.isRise ? a : b)) ÷ \(a) = \(verdict.right)%"
    case .portion(let part, let whole, let fraction):
      guard let a = number(part), let b = number(whole),
        let verdict = portion(of: part, in: whole, fraction: fraction)
      else { return nil }
      return "\(a) ÷ \(b) = \(verdict.right)%"
    case .years(_, _, let from, let to): return "\(to) − \(from) = \(to - from)"
    case .fraction(let base, let percent):
      guard case .exact(let value) = base.value, let verdict = share(value, percent: percent) else { return nil }
      return "\(value.numerator) ÷ \(value.denominator) = \(verdict.right)%"
    case .total(_, let parts), .parts(_, let parts):
      guard let sum = sum(parts) else { return nil }
      return parts.compactMap(number).joined(separator: " + ") + " = " + QuantityText.grouped(sum)
    }
  }
}
