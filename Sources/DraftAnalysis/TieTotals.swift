import DocumentModel
import TextCore

/// Parts that are listed after their total.
extension TieFinder {
  /// "20 people: 12 men and 9 women.", "$4.8 million: $2.5 million for steel and $1.9 million for labour."
  var total: FigureTie? {
    // "It will cut 140 jobs after losses of $6.2 million: …": the total is the figure before the list.
    guard
      let start = figures.indices.dropLast(2).first(where: {
        TieJoints.opensList(text(from: figures[$0].span.end, to: figures[$0 + 1].span.start))
      })
    else { return nil }
    let listed = Array(figures[start...])
    guard let whole = listed.first, whole.modifier == nil, isExact(whole),
      listed.allSatisfy({ $0.modifier == nil }), areOfOneSort(listed),
      let last = listed.last, let sentence = paragraph.layers.sentenceIndex(at: whole.span.start),
      TieJoints.closesList(text(from: last.span.end, to: paragraph.layers.sentences[sentence].span.end))
    else { return nil }
    for (index, part) in listed.enumerated().dropFirst() {
      guard isExact(part),
        index == 1
          || TieJoints.continuesList(
            text(from: listed[index - 1].span.end, to: part.span.start), isLast: index == listed.count - 1)
      else { return nil }
    }
    return .total(whole: whole, parts: Array(listed.dropFirst()))
  }

  /// "900,000 kroner: 500,000 for the roof": the currency is told once.
  private func isSum(_ part: Quantity) -> Bool {
    guard part.kind == .number, case .exact(let value) = part.value, value >= Rational(1000) else { return false }
    return rest(after: part.span.end).hasPrefix(" for ")
  }

  /// Counts and bare numbers, or amounts of one currency in figures.
  private func areOfOneSort(_ figures: [Quantity]) -> Bool {
    guard let whole = figures.first else { return false }
    switch whole.kind {
    case .count: return figures.allSatisfy { $0.kind == .count || $0.kind == .number }
    case .money:
      return figures.allSatisfy { $0.precision != nil && ($0.kind == .money && $0.unit == whole.unit || isSum($0)) }
    default: return false
    }
  }

}

/// The few words that may stand between figures that are reckoned together.
enum TieJoints {
  static func isOutOf(_ text: String) -> Bool {
    if fixedOutOf.contains(text) { return true }
    // "120 of the school's 480 teachers"
    let words = text.split(separator: " ")
    return text.hasPrefix(" of ") && text.hasSuffix(" ") && (2...5).contains(words.count) && !text.contains(",")
      && (words.last.map { $0.hasSuffix("’s") || $0.hasSuffix("'s") } ?? false)
  }

  private static let fixedOutOf: Set = [
    " of ", " of the ", " out of ", " out of the ", " of its ", " of their ", " of all ", " of all the ", " of his ",
    " of her ", " of our ", " out of its ", " out of all ",
  ]

  /// What leads from a whole to its part: "480 teachers, of whom 120".
  static let pointsBack = [", of whom ", ", of which ", ", of them "]
  static let ofThem = [" of them", " of these"]

  /// " people: ", " people (", with no word between the mark and the first part.
  static func opensList(_ text: String) -> Bool {
    text.utf8.count <= 32 && (text.hasSuffix(": ") || text.hasSuffix(" (") || text.hasSuffix(" — "))
      && !text.contains(",")
  }

  static func continuesList(_ text: String, isLast: Bool) -> Bool {
    guard text.utf8.count <= 32, !text.contains(";"), !text.contains("."), !holdsOne(text) else { return false }
    return isLast ? text.hasSuffix(" and ") : text.hasSuffix(", ")
  }

  /// "Eight men, a woman and eight children": one who is counted by an article.
  private static func holdsOne(_ text: String) -> Bool {
    text.contains(", a ") || text.contains(", an ") || text.contains(", the ") || text.contains(" and a ")
      || text.contains(" and an ")
  }

  /// Nothing more to count: at most the noun, and after a comma who says so.
  static func closesList(_ text: String) -> Bool {
    let tail = text.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
    guard let noun = tail.first, noun.utf8.count <= 32, !text.contains(";"), !noun.contains(" and ") else {
      return false
    }
    guard tail.count > 1 else { return true }
    let words = tail[1].split { !$0.isLetter }.map { $0.lowercased() }
    return words.contains { saying.contains($0) } && !words.contains("and")
  }

  private static let saying: Set = ["said", "says", "according", "told", "reported", "announced"]
}
