/// What the gazetteers tell wrong, put right where they are read: they are facts of others and stay as they came.
enum GazetteerCorrections {
  /// What places are, by name and state, where the gazetteer's type is wrong.
  static let kinds: [String: String] = [
    "Brooklyn\tNew York": "borough", "District of Columbia\t": "federal district", "Manhattan\tNew York": "borough",
    "Queens\tNew York": "borough", "Staten Island\tNew York": "borough", "The Bronx\tNew York": "borough",
  ]

  /// What bodies are.
  static let bodies: [String: String] = [
    "Democratic National Committee": "party body", "Republican National Committee": "party body",
  ]

  /// What bodies are called now, by the name in the gazetteer.
  static let renamed: [String: String] = ["Washington Redskins": "Washington Commanders"]
}
