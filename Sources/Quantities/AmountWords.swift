import TextCore

/// Words around amounts that decide how these are read.
enum AmountWords {
  private static func hashes(_ words: [String]) -> Set<UInt64> { Set(words.map { CaseFolding.hash($0) }) }

  /// What degrees before a hyphen, and a letter C after "the", are degrees of: "100-degree heat", "the 2C limit".
  static let warming = hashes([
    "heat", "heatwave", "weather", "day", "days", "temperature", "temperatures", "goal", "goals", "target", "targets",
    "limit", "threshold", "rise", "rises", "increase", "warming", "world", "cap", "guardrail", "mark", "cold", "water",
    "global", "ceiling", "pathway", "pathways", "scenario", "sunshine", "sun", "average",
  ])
  /// What degrees are of that are no temperature: "six degrees of separation".
  static let degreesOf = hashes(["separation", "freedom", "difficulty", "certainty", "autonomy", "kinship", "severity"])
  /// "a six-figure sum", "a three-digit code": how long a number is.
  static let figures = hashes(["figure", "digit"])
  /// Words of no certain count before "hundred thousand".
  static let vague = hashes(["several", "few", "many", "couple"])
  /// What a letter K after a figure is kilometres of.
  static let races = hashes(["race", "races", "run", "runs", "walk", "marathon", "runner"])
  /// Words that a length in inches stands before: 10 " long.
  static let extents = hashes([
    "long", "wide", "tall", "high", "thick", "deep", "by", "x", "across", "in", "screen", "display",
  ])
  /// What falls from the sky and is measured in inches: "5 in of snow".
  static let fallen = hashes(["rain", "snow", "rainfall", "snowfall", "ice", "water", "sleet", "hail"])
  static let won = CaseFolding.hash("won")
  static let mo = CaseFolding.hash("mo")
  /// What an amount may be for, one at a time, told by the article: "$2 a dose", "99 cents a download".
  static let shares = hashes([
    "share", "head", "piece", "person", "unit", "ticket", "seat", "bottle", "night", "dose", "plate", "download", "pop",
    "visit", "ride", "trip", "copy", "pack", "packet", "carton", "case", "crate", "customer", "user", "household",
    "student", "pupil", "child", "lesson", "session", "class", "shift", "semester", "term", "word", "page", "slice",
    "cup", "pint", "meal", "pair", "vote", "vehicle", "car", "room", "passenger", "guest", "member", "shot", "song",
    "track", "test", "go", "throw", "game", "match", "episode", "season", "square", "kilo", "kilowatt-hour",
  ])
  /// The dollar an adjective after the amount names: "$50 Canadian".
  static let dollarNames: [UInt64: UInt64] = Dictionary(
    [("canadian", "cad"), ("australian", "aud"), ("us", "usd")].map { (CaseFolding.hash($0), CaseFolding.hash($1)) },
    uniquingKeysWith: { first, _ in first })

  /// What makes "the 25-34 age group" one of ages.
  static let ageClasses = hashes([
    "group", "groups", "range", "ranges", "bracket", "brackets", "band", "bands", "category", "cohort", "demographic",
  ])
  /// "He turned 50."
  static let turning = hashes(["turn", "turned", "turning", "turns"])
  static let turn = CaseFolding.hash("turn")
  /// What stands before a "turn" that is a birthday: "she will turn 12", "when you turn 18".
  static let subjects = hashes(["will", "would", "to", "you", "they", "we", "i", "who", "must", "'ll", "’ll"])
  /// "Marie Dupont (52) said"
  static let saying = hashes(["said", "says", "told", "added"])
  /// "She died at 91."
  static let lifeEvents = hashes(["died", "dies", "retire", "retired", "retires"])
  static let pronouns = hashes(["he", "she", "who"])
  static let both = CaseFolding.hash("both")
  static let yo = CaseFolding.hash("y.o.")
  static let was = hashes(["is", "was", "'s", "’s"])
  static let into = CaseFolding.hash("into")
  /// "Turned 30 away", "turned 50 into 60": no birthdays.
  static let afterTurned = Set(["into", "away", "back", "down", "out", "over", "to"].map { CaseFolding.hash($0) })
  static let when = CaseFolding.hash("when")
  static let older = CaseFolding.hash("older")
  static let younger = CaseFolding.hash("younger")

  /// Whose years of life a decade is: "in her 40s".
  static let owners = hashes(["his", "her", "their", "my", "our", "your"])
  /// Which part of a decade; the last four are said of no years.
  static let decadeParts = hashes(["early", "mid", "middle", "late", "low", "lower", "upper", "high"])
  static let degreeParts = hashes(["low", "lower", "upper", "high"])
  /// What stands in "the 70s" of a thermometer.
  static let thermometer = hashes([
    "temperature", "temperatures", "temps", "highs", "lows", "mercury", "thermometer", "thermometers", "readings",
  ])
  static let under = CaseFolding.hash("under")
}

/// A noun for one person, whose age may follow between commas ("the victim, 22, was"), or for many, whose age may be bounded
/// ("women over 40").
enum PersonNoun: String, Sendable { case one, many }
