import DocumentModel
import DraftAnalysis
import TextCore

/// Where a draft spells a name as it is spelled in one place.
struct Misspelling {
  private let wrong: TextSpan
  private let passage: Passage

  /// - Parameter wrong: the surname, in the prose of the passage.
  init(_ wrong: TextSpan, _ passage: Passage) {
    self.wrong = wrong
    self.passage = passage
  }

  /// Spans of the file, in order: the surname alone or after the same first name, outside quotations. "Ana Northcot" is another
  /// person's.
  var places: [TextSpan] {
    let analysis = passage.analysis
    let bytes = passage.analyzed.paragraph.bytes[wrong.start..<wrong.end]
    let own = passage.layers.tokens.firstToken(endingAfter: wrong.start)
    guard let hash = passage.analyzed.hash(own) else { return [] }
    let given = givenName(own, passage.index)
    var spans: [TextSpan] = []
    for (index, paragraph) in analysis.analyzed.enumerated() where paragraph.paragraph.quoteDepth == 0 {
      let tokens = paragraph.layers.tokens
      for token in tokens.indices where tokens.hashes[token] == hash {
        let span = tokens.span(token)
        guard paragraph.paragraph.bytes[span.start..<span.end].elementsEqual(bytes), !paragraph.isQuoted(span) else {
          continue
        }
        let isOwn = index == passage.index && token == own
        let other = givenName(token, index)
        if isOwn || other == nil || given == nil || other == given { spans.append(analysis.fileSpan(index, span)) }
      }
    }
    return spans
  }

  /// Hash of the first word of the name that ends with a token; nil if the name is one word.
  private func givenName(_ token: Int, _ index: Int) -> UInt64? {
    let paragraph = passage.analysis.analyzed[index]
    let mention = passage.analysis.draft.paragraphs[index].mentions.first {
      $0.tokens.end == token + 1 && $0.form == .name && $0.tokens.count > 1
    }
    return mention.flatMap { paragraph.hash($0.tokens.start) }
  }
}
