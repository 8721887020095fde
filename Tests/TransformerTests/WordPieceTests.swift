import English
import TestSupport
import Testing
import Transformer

/// Words into pieces, and each piece's place in the text.
@Suite struct WordPieceTests {
  private let tokenizer: WordPieceTokenizer

  init() throws { tokenizer = try WordPieceTokenizer(English.model()) }

  /// The text of each piece of one word.
  private func pieces(_ word: String) -> [String] {
    let bytes = Array(word.utf8)
    var pieces = PieceBuffer()
    bytes.withUnsafeBufferPointer { tokenizer.append($0, 0..<bytes.count, token: 7, to: &pieces) }
    #expect(pieces.tokens.allSatisfy { $0 == 7 })
    return zip(pieces.starts, pieces.ends).map { String(decoding: bytes[Int($0)..<Int($1)], as: UTF8.self) }
  }

  @Test(arguments: [
    ("said", ["said"]),
    ("Netanyahu", ["Net", "any", "ahu"]),
    ("U.S.", ["U", ".", "S", "."]),
    ("anti-war", ["anti", "-", "war"]),
    ("café", ["café"]),
    ("Škoda", ["Šk", "oda"]),
    ("“", ["“"]),
    ("’s", ["’", "s"]),
  ])
  func keepsPlaces(word: String, expected: [String]) { #expect(pieces(word) == expected) }

  @Test(arguments: ["", "\u{301}", "👩‍🚀", String(repeating: "x", count: 5000), "\u{FFFC}", "北京"])
  func anyWordHasAPiece(word: String) { #expect(!pieces(word).isEmpty) }

  /// Case and accents are folded, curly marks are straightened.
  @Test(arguments: [("Café", "cafe"), ("“", "\""), ("SAID", "said"), ("’", "'")])
  func folds(word: String, folded: String) {
    func ids(_ text: String) -> [Int32] {
      let bytes = Array(text.utf8)
      var pieces = PieceBuffer()
      bytes.withUnsafeBufferPointer { tokenizer.append($0, 0..<bytes.count, token: 0, to: &pieces) }
      return pieces.ids
    }
    #expect(ids(word) == ids(folded))
  }
}
