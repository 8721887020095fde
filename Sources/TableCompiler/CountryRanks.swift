import Foundation

/// Which of two countries a reader thinks of first, by the gazetteer: a sovereign one before a territory, then the one of more
/// people. "Dutch" is of the Netherlands before it is of Aruba.
struct CountryRanks {
  struct Rank: Comparable {
    let isTerritory: Bool
    let population: Int

    static func < (left: Rank, right: Rank) -> Bool {
      left.isTerritory != right.isTerritory ? right.isTerritory : left.population > right.population
    }
  }

  private let ranks: [String: Rank]

  init(_ folder: URL) throws {
    let file = try GazetteerFile(folder, "countries")
    ranks = Dictionary(
      file.rows.map { row in
        let status = file.field(row, "status")
        return (
          file.field(row, "iso2"),
          Rank(isTerritory: !["sovereign", ""].contains(status), population: file.integer(row, "population"))
        )
      }, uniquingKeysWith: min)
  }

  /// By ISO 3166-1 alpha-2; a country that is not listed comes last.
  subscript(code: String) -> Rank { ranks[code] ?? Rank(isTerritory: true, population: 0) }
}

extension String {
  /// Without accents: "Jonas Gahr Støre" as "Jonas Gahr Store". Letters that are no letter with a mark are written out.
  var plainLetters: String {
    let simple = folding(options: .diacriticInsensitive, locale: nil)
    guard !simple.utf8.allSatisfy({ $0 < 0x80 }) else { return simple }
    return simple.reduce(into: "") { $0 += String.plain[$1] ?? String($1) }
  }

  /// "President of United States" → "President of the United States".
  var withArticle: String {
    guard let country = firstRange(of: " of ")?.upperBound,
      String.countriesWithArticle.contains(where: { self[country...].hasPrefix($0) })
    else { return self }
    return self[..<country] + "the " + self[country...]
  }

  /// How countries' names begin that English gives an article.
  private static let countriesWithArticle = [
    "United ", "Netherlands", "Philippines", "Bahamas", "Gambia", "Maldives", "Solomon Islands", "Marshall Islands",
    "Comoros", "Seychelles", "Czech Republic", "Dominican Republic", "Central African Republic", "Democratic Republic",
    "Republic of", "Cook Islands",
  ]

  private static let plain: [Character: String] = [
    "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ł": "l", "Ł": "L", "ı": "i", "æ": "ae", "Æ": "Ae",
    "œ": "oe", "Œ": "Oe", "ß": "ss", "þ": "th", "Þ": "Th", "’": "'",
  ]
}
