import TextCore

/// The few words of the grammar that only dates know; what they share with amounts is in `Particles`.
enum DateParticle {
  /// What "annual" says the length of, rather than how often it comes; and plants.
  static let yearlyMeasures = Set(
    [
      "rate", "rates", "pace", "growth", "decline", "inflation", "increase", "change", "return", "returns", "yield",
      "percentage", "plants", "herbs", "flowers", "grass", "meadow", "grasses",
    ].map { CaseFolding.hash($0) })

  static let circa = CaseFolding.hash("circa")
  static let halves = CaseFolding.hash("halves")
  static let quarters = CaseFolding.hash("quarters")
  static let centuries = CaseFolding.hash("centuries")
  static let decade = CaseFolding.hash("decade")
  static let decades = CaseFolding.hash("decades")
  static let fiscal = CaseFolding.hash("fiscal")
  static let financial = CaseFolding.hash("financial")
  static let pre = CaseFolding.hash("pre")
  static let post = CaseFolding.hash("post")
  static let end = CaseFolding.hash("end")
  static let ended = CaseFolding.hash("ended")
  static let ending = CaseFolding.hash("ending")
  static let through = CaseFolding.hash("through")
  /// "died 1443"
  static let lives = Set(["born", "died"].map { CaseFolding.hash($0) })
  static let asWord = CaseFolding.hash("as")
  static let july = CaseFolding.hash("july")
  static let june = CaseFolding.hash("june")
  static let till = CaseFolding.hash("till")
  static let mar = CaseFolding.hash("mar")
  static let ampersand = CaseFolding.hash("&")
  /// "ca. 1180", "c. 1650": as one lexeme, or before its dot.
  static let circaDotted = Set(["ca.", "c."].map { CaseFolding.hash($0) })
  static let circaPlain = Set(["ca", "c"].map { CaseFolding.hash($0) })
  static let beforeChrist = Set(["bc", "bce", "b.c.", "b.c", "b.c.e.", "b.c.e"].map { CaseFolding.hash($0) })
  /// Before "Independence Day".
  static let america = Set(["american", "america", "u.s.", "us", "u.s", "this", "on"].map { CaseFolding.hash($0) })
  /// "opens in two weeks"
  static let beginning = Set(
    ["opens", "starts", "begins", "resumes", "returns", "expires", "due", "reopens"].map { CaseFolding.hash($0) })
  /// "Remind me in 10 days."
  static let asking = Set(["remind", "ping", "wake", "call", "see", "ask", "text"].map { CaseFolding.hash($0) })
  /// What three months are told with: "the July-September quarter".
  static let periods = Set(["quarter", "period", "season"].map { CaseFolding.hash($0) })
  /// Words by which "the 80s" are degrees.
  static let weather = Set(
    [
      "temperature", "temperatures", "temps", "high", "highs", "low", "lows", "degree", "degrees", "heat", "humid",
      "humidity", "sunny", "sunshine", "cloudy", "warm", "warmer", "cool", "cooler", "forecast", "thermometer",
      "thermometers", "mercury", "will", "'ll", "’ll",
    ].map { CaseFolding.hash($0) })
}
