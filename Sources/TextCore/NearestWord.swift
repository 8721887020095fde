/// The word most like `word`, if one is close enough to be what was meant: some letters away, or begun by it.
package func nearestWord(to word: String, among words: [String]) -> String? {
  let ranked = words.map { (word: $0, distance: editDistance(word.lowercased(), $0.lowercased())) }
  guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
  if best.distance <= max(2, word.count / 3), best.distance < best.word.count { return best.word }
  return word.count < 2 ? nil : words.first { $0.lowercased().hasPrefix(word.lowercased()) }
}

/// Insertions, deletions, changes and swaps of neighbours that turn one word into the other (Damerau's distance, in the
/// restricted form of optimal string alignment).
private func editDistance(_ left: String, _ right: String) -> Int {
  let a = Array(left.unicodeScalars.prefix(64))
  let b = Array(right.unicodeScalars.prefix(64))
  var before: [Int] = []
  var last = Array(0...b.count)
  for i in 0..<a.count {
    var row = [i + 1]
    for j in 0..<b.count {
      var cost = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
      row.append(cost)
    }
    before = last
    last = row
  }
  return last[b.count]
}
