/// What someone may have meant by a word that is none of those there are.
enum Spelling {
  /// The word with the same first letter, which is rarely mistyped, that is at most two letters away and shares more letters
  /// than it lacks; nil if there is none.
  static func nearest(to word: String, among words: [String]) -> String? {
    // A client's word may be of any length; those that are asked for are short.
    guard word.utf8.count <= 40 else { return nil }
    let near = words.filter { $0.first == word.lowercased().first }.map {
      (word: $0, distance: distance(Array(word.lowercased()), Array($0)))
    }
    .min { $0.distance < $1.distance }
    guard let near, near.distance <= 2, near.distance * 2 < near.word.count else { return nil }
    return near.word
  }

  static func complaint(about word: String, _ noun: String, among words: [String]) -> String {
    let meant = nearest(to: word, among: words).map { " Did you mean “\($0)”?" } ?? ""
    return "there is no \(noun) “\(word.prefix(40))”; there are \(words.joined(separator: ", "))." + meant
  }

  /// Letters to add, leave out or exchange (Levenshtein).
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var row = Array(0...right.count)
    for (index, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in right.indices {
        let exchanged = diagonal + (letter == right[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(exchanged, min(diagonal, row[column]) + 1)
      }
    }
    return row[right.count]
  }
}
