import Lexicons

/// The people of a draft by the parts of their names. What two share belongs to neither.
struct PeopleIndex {
  /// By the whole name.
  private var byName = PhraseIndex()
  /// From a surname to its row of `bearers`.
  private var rows = PhraseIndex()
  /// For each surname the chains of those who bear it, the one named last at the end.
  private var bearers: [[Int]] = []
  /// By first word: "Guðrún", and "Xi" of "Xi Jinping"; -1 where two share it.
  private var byGiven = PhraseIndex()
  /// By what is left of a longer name: "Van Dyke" of "Peter Van Dyke"; -1 where two share it.
  private var byPart = PhraseIndex()
  /// By a word between the first and the last: "Quiroga" of "Ana Quiroga Peña"; -1 where two share it.
  private var byInner = PhraseIndex()

  /// A family larger than this is not told apart.
  private static let largestFamily = 8

  func named(_ key: UInt64) -> Int? { byName[key] }
  func withGiven(_ key: UInt64) -> Int? { byGiven[Lexicon.extend(0, by: key)] }
  func withInner(_ key: UInt64) -> Int? { byInner[Lexicon.extend(0, by: key)] }
  func withPart(_ key: UInt64) -> Int? { byPart[key] }

  func bearers(of surname: UInt64) -> [Int] {
    guard let row = rows[Lexicon.extend(0, by: surname)], bearers.indices.contains(row) else { return [] }
    return bearers[row]
  }

  mutating func name(_ key: UInt64, _ chain: Int) { byName[key] = chain }
  mutating func give(_ key: UInt64, to chain: Int) { PeopleIndex.note(&byGiven, Lexicon.extend(0, by: key), chain) }
  mutating func inner(_ key: UInt64, of chain: Int) { PeopleIndex.note(&byInner, Lexicon.extend(0, by: key), chain) }
  mutating func part(_ key: UInt64, of chain: Int) { PeopleIndex.note(&byPart, key, chain) }

  mutating func bear(_ surname: UInt64, _ chain: Int) {
    let key = Lexicon.extend(0, by: surname)
    guard let row = rows[key], bearers.indices.contains(row) else {
      rows[key] = bearers.count
      bearers.append([chain])
      return
    }
    if bearers[row].last == chain { return }
    bearers[row].removeAll { $0 == chain }
    bearers[row].append(chain)
    if bearers[row].count > PeopleIndex.largestFamily { bearers[row].removeFirst() }
  }

  private static func note(_ index: inout PhraseIndex, _ key: UInt64, _ chain: Int) {
    index[key] = index[key].map { $0 == chain ? chain : -1 } ?? chain
  }
}
