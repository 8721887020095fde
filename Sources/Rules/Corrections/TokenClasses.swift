import DocumentModel
import Lexicons

/// What the words of a paragraph do in a phrase, as rules ask for it: token by token.
extension WordClasses {
  /// The classes of a token; none past the paragraph's ends.
  subscript(token: Int, paragraph: AnalyzedParagraph) -> WordClass { paragraph.hash(token).map { self[$0] } ?? [] }

  /// Whether a token is of one of some classes.
  func has(_ any: WordClass, _ token: Int, _ paragraph: AnalyzedParagraph) -> Bool {
    !self[token, paragraph].isDisjoint(with: any)
  }
}
