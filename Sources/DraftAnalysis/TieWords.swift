import DocumentModel
import Lexicons
import TextCore

/// Words that tie figures together, by what they do; see `tie-words.tsv`.
struct TieWords: Sendable {
  private let table: Lexicon

  enum Role: String, Sendable {
    case times, part, loose, bound, sort, vote, contrast, owing, clause, base, people
  }

  struct Word {
    let role: Role
    /// A fraction; of a sort, a vote or a contrast its number.
    let value: Rational
    let tokens: TokenSpan

    /// Of a sort, a vote or a contrast.
    var number: Int64 { value.numerator }
  }

  init(_ language: Language) { table = language.lexicon("tie-words") }

  /// The longest such phrase that begins at a token.
  func word(at token: Int, in paragraph: AnalyzedParagraph) -> Word? {
    let tokens = paragraph.layers.tokens
    guard tokens.indices.contains(token), let match = table.longestMatch(tokens.hashes, at: token),
      let row = match.rows.first, let role = Role(rawValue: table.text(row, 0)),
      let value = Rational(Int128(table.integer(row, 1)), over: Int128(max(1, table.integer(row, 2))))
    else { return nil }
    return Word(role: role, value: value, tokens: TokenSpan(token, token + match.count))
  }

  /// The first phrase of a role among some tokens.
  func first(_ role: Role, in run: Range<Int>, of paragraph: AnalyzedParagraph) -> Word? {
    run.lazy.compactMap { word(at: $0, in: paragraph) }.first { $0.role == role && $0.tokens.end <= run.upperBound }
  }

  /// The sort of people that a counted noun is of: 1 men, 2 women, 3 adults, 4 children.
  func sort(of noun: String) -> Int? {
    guard let row = table.row(CaseFolding.hash(noun)), table.text(row, 0) == Role.sort.rawValue else { return nil }
    return table.integer(row, 1)
  }
}
