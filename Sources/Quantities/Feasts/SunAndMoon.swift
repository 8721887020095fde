/// Where sun and moon stand, for the feasts that they set: Meeus, "Astronomical Algorithms" (1998), chapters 25 and 47, the
/// terms of more than a hundredth of a degree. Moments are days since 1970-01-01 in universal time; longitudes are degrees
/// from the equinox of the day. A phase of the moon comes out within a quarter of an hour between 1900 and 2100, which
/// is finer than the places of the world differ.
enum SunAndMoon {
  /// The apparent longitude of the sun, 0 at the equinox of March.
  static func sun(at moment: Double) -> Double {
    let t = centuries(moment)
    return 280.46646 + 36_000.76983 * t + equationOfCenter(t) - 0.0057
  }

  /// How far the moon stands before the sun: 0 at new moon, 180 at full moon.
  static func elongation(at moment: Double) -> Double {
    let t = centuries(moment)
    let sun = 357.5291 + 35_999.05029 * t
    let moon = 134.9634 + 477_198.86751 * t
    let node = 93.2721 + 483_202.01752 * t
    let mean = meanElongation(t)
    var longitude = 6.2888 * sine(moon) + 1.2740 * sine(2 * mean - moon) + 0.6583 * sine(2 * mean)
    longitude += 0.2136 * sine(2 * moon) - 0.1851 * sine(sun) - 0.1143 * sine(2 * node)
    longitude += 0.0588 * sine(2 * mean - 2 * moon) + 0.0571 * sine(2 * mean - sun - moon)
    longitude += 0.0533 * sine(2 * mean + moon) + 0.0458 * sine(2 * mean - sun)
    longitude -= 0.0409 * sine(sun - moon) + 0.0347 * sine(mean) + 0.0304 * sine(sun + moon)
    longitude += 0.0153 * sine(2 * mean - 2 * node) - 0.0125 * sine(moon + 2 * node) + 0.0110 * sine(moon - 2 * node)
    return mean + longitude - equationOfCenter(t)
  }

  /// When the sun reaches a longitude, nearest to a moment.
  static func moment(ofSun longitude: Double, near moment: Double) -> Double {
    solve(longitude, near: moment, period: 365.2422, sun)
  }

  /// When the moon stands so far before the sun, nearest to a moment.
  static func moment(ofElongation degrees: Double, near moment: Double) -> Double {
    solve(degrees, near: moment, period: synodicMonth, elongation)
  }

  /// The last new moon at or before a moment.
  static func newMoon(before moment: Double) -> Double {
    let near = self.moment(ofElongation: 0, near: moment)
    return near <= moment ? near : self.moment(ofElongation: 0, near: near - synodicMonth)
  }

  /// From new moon to new moon, in days.
  static let synodicMonth = 29.530589

  /// Each step by the mean motion leaves about a tenth of the error.
  private static func solve(
    _ goal: Double, near moment: Double, period: Double, _ angle: (Double) -> Double
  ) -> Double {
    var moment = moment
    for _ in 0..<5 {
      let rest = (goal - angle(moment)).remainder(dividingBy: 360)
      moment += rest / 360 * period
    }
    return moment
  }

  /// Centuries from noon of 2000-01-01.
  private static func centuries(_ moment: Double) -> Double { (moment - 10_957.5) / 36_525 }

  private static func meanElongation(_ t: Double) -> Double { 297.8502 + 445_267.11140 * t }

  /// What the sun is ahead of its mean motion.
  private static func equationOfCenter(_ t: Double) -> Double {
    let anomaly = 357.5291 + 35_999.05029 * t
    return (1.9146 - 0.0048 * t) * sine(anomaly) + 0.0200 * sine(2 * anomaly)
  }

  /// Taylor's series about the nearest multiple of 180°, to 1e-8: this floor imports no C library.
  private static func sine(_ degrees: Double) -> Double {
    let halfTurns = (degrees / 180).rounded()
    let x = (degrees - 180 * halfTurns) * .pi / 180
    let square = x * x
    var term = x
    var sum = x
    for divisor in stride(from: 2.0, through: 12, by: 2) {
      term *= -square / (divisor * (divisor + 1))
      sum += term
    }
    return halfTurns.truncatingRemainder(dividingBy: 2) == 0 ? sum : -sum
  }
}
