package import DocumentModel

/// Whether a weekday agrees with the date it stands beside.
package enum WeekdayCheck {
  package struct Verdict: Sendable {
    package let agrees: Bool
    /// The weekday the date falls on, 1 Monday … 7 Sunday; nil without a year.
    package let actual: Int?
    /// The years near the reference in which the date does fall on the weekday said.
    package let agreeingYears: [Int]
  }

  /// Days from the reference within which a date without a year can be of no other year.
  private static let near = 60

  /// Nil unless weekday, month and day are said. Without a year the date is right when it agrees in the year of the
  /// reference, or, if that is not near, in a year beside it; without either nothing can be told.
  package static func verdict(_ quantity: Quantity, reference: CivilDate?) -> Verdict? {
    guard case .temporal(.calendar(let year, let month?, let day?, let weekday?)) = quantity.value else { return nil }
    let middle = year ?? reference?.year
    guard let middle else { return nil }
    let years = (middle - 6...middle + 6).filter { CivilDate(year: $0, month: month, day: day)?.weekday == weekday }
    let date = CivilDate(year: middle, month: month, day: day)
    let actual = date?.weekday
    var isSettled = year != nil
    if let date, let reference, abs(date.dayNumber - reference.dayNumber) <= near { isSettled = true }
    let fits = actual == weekday || actual.map { isJulian(weekday, $0, middle, month) } ?? false
    let agrees = isSettled ? fits : years.contains { abs($0 - middle) <= 1 }
    return Verdict(agrees: agrees, actual: actual, agreeingYears: years)
  }

  /// Whether the weekday is the date's in the Julian calendar, which Britain kept until 1752, Russia until 1918, Greece until
  /// 1923. Before 1753 a writer may mean either, or the local reckoning, and is believed.
  private static func isJulian(_ weekday: Int, _ gregorian: Int, _ year: Int, _ month: Int) -> Bool {
    guard year < 1924 else { return false }
    guard year >= 1753 else { return true }
    let start = month <= 2 ? year - 1 : year
    let days = start / 100 - start / 400 - 2
    return (gregorian - 1 + days) % 7 + 1 == weekday
  }

  /// English name of a weekday, 1 Monday … 7 Sunday.
  package static func name(_ weekday: Int) -> String {
    let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    return names.indices.contains(weekday - 1) ? names[weekday - 1] : ""
  }
}
