import DocumentModel
import DraftAnalysis
import Lexicons
import TextCore

/// The edits that put an outlet and a day at the end of a sentence in place of "reportedly": "The coach is in talks, [outlet]
/// reported on [date]." Nil where the end stands for more than what is passed on, or for other things: another clause, a list,
/// words that follow the verb's own clause.
struct HearsayAdverb {
  private let passage: Passage
  private let closed: WordClasses

  init(_ passage: Passage, _ closed: WordClasses) {
    self.passage = passage
    self.closed = closed
  }

  var edits: [TextReplacement]? {
    let tokens = passage.layers.tokens
    let run = passage.tokens
    let sentence = passage.analyzed.sentence(at: passage.span.start)
    guard run.start > sentence.start, tokens.indices.contains(run.end), passage.analyzed.kind(run.end) == .word,
      isPlain(sentence, besides: run), let source = passage.close(with: ", [outlet] reported on [date]", closed)
    else { return nil }
    // With the space after it.
    let adverb = TextSpan(passage.span.start, tokens.span(run.end).start)
    return [passage.replace(adverb, with: ""), source]
  }

  /// One clause, which no other thing is told in: neither marks nor words that open or join clauses.
  private func isPlain(_ sentence: TokenSpan, besides adverb: TokenSpan) -> Bool {
    sentence.range.dropLast().allSatisfy { token in
      if adverb.contains(token) { return true }
      switch passage.analyzed.kind(token) {
      case .punctuation, .doubleQuote, .singleQuote: return false
      default: break
      }
      return !closed.has([.conjunction, .wh, .relative], token, passage.analyzed)
    }
  }
}
