import DocumentModel
import Lexicons

/// Words beside a measure or a name that decide which fix can be made; see `fix-words.tsv`.
struct FixWords: Sendable {
  private let table: Lexicon
  private let classes: [Class?]

  enum Class: String, Sendable { case market, raced, preposition, body, attributive, asserted, extent }

  init(_ language: Language) {
    let table = language.lexicon("fix-words")
    self.table = table
    classes = (0..<table.rowCount).map { Class(rawValue: table.text($0, 0)) }
  }

  /// The class of the longest phrase that begins at a token: "to go".
  func phrase(at token: Int, in paragraph: AnalyzedParagraph) -> Class? {
    let hashes = paragraph.layers.tokens.hashes
    guard hashes.indices.contains(token), let row = table.longestMatch(hashes, at: token)?.rows.first,
      classes.indices.contains(row)
    else { return nil }
    return classes[row]
  }

  /// Whether a word heads the name of a body.
  func isBody(_ hash: UInt64) -> Bool {
    guard let row = table.row(hash), classes.indices.contains(row) else { return false }
    return classes[row] == .body
  }
}
