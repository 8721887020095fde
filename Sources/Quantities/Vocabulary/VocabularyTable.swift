import Lexicons

extension Vocabulary {
  /// A lexicon with its rows decoded.
  struct Table<Row: Sendable>: Sendable {
    let lexicon: Lexicon
    /// Most words are in no table, and looking for them in vain takes longest.
    private let filter: PhraseFilter
    private let rows: [Row]

    init(_ lexicon: Lexicon, _ decode: (Lexicon, Int) -> Row) {
      self.lexicon = lexicon
      filter = PhraseFilter([lexicon])
      rows = (0..<lexicon.rowCount).map { decode(lexicon, $0) }
    }

    /// The row of one lexeme.
    func row(_ hash: UInt64) -> Row? {
      guard filter.mayBegin(hash), let row = lexicon.row(hash), row < rows.count else { return nil }
      return rows[row]
    }

    /// The longest phrase at a lexeme and its best row.
    func longest(_ lexemes: Lexemes, _ index: Int) -> (row: Row, end: Int)? {
      guard index >= 0, index < lexemes.count, filter.mayBegin(lexemes.hash(index)),
        let match = lexicon.longestMatch(lexemes.hashes, at: index), let row = match.rows.first,
        row < rows.count
      else { return nil }
      return (rows[row], index + match.count)
    }
  }
}
