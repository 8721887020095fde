package import DocumentModel
package import Transformer

/// What the reader is fed for one stretch of a paragraph: pieces, and for each piece two rows of further embeddings. One
/// definition for training and for service.
package struct ReaderInput: Sendable {
  /// The pieces of the tokens, between a start and an end piece; those two carry the token -1.
  package var pieces = PieceBuffer()
  /// Row of the shape table for each piece: 0 for start and end, else `1 + 2 * shape + (1 within double quotation marks)`.
  package var shapes: [UInt8] = []
  /// Row of the hint table for each piece: what the name tables take its token for; see `NameHints`.
  package var hints: [UInt8] = []
  /// The tokens that were cut.
  package var tokens = TokenSpan(0, 0)
  /// For each of these tokens, its first piece: where the token's labels are read.
  package var firstPieces: [Int32] = []

  package init() {}
}

/// Cuts paragraphs into what the reader is fed.
package struct ReaderInputBuilder: Sendable {
  /// Pieces of one pass, start and end included: how many positions the model was trained on.
  package static let longestInput = 256
  /// Rows of the shape table.
  package static let shapeRows = 24

  private let tokenizer: WordPieceTokenizer

  package init(_ tokenizer: WordPieceTokenizer) { self.tokenizer = tokenizer }

  /// The whole paragraph where it fits one pass, else stretches of whole sentences (a sentence that is too long alone is
  /// cut between tokens). Together they hold every token once.
  package func inputs(
    _ paragraph: Paragraph, _ tokens: TokenBuffer, _ sentences: [Sentence], hints: [UInt8]
  ) -> [ReaderInput] {
    let quoted = ReaderInputBuilder.quoted(tokens, paragraph)
    var pieces = PieceBuffer()
    var firsts: [Int] = []
    firsts.reserveCapacity(tokens.count + 1)
    paragraph.bytes.withUnsafeBufferPointer { text in
      for token in tokens.indices {
        firsts.append(pieces.count)
        tokenizer.append(text, Int(tokens.starts[token])..<Int(tokens.ends[token]), token: token, to: &pieces)
      }
    }
    firsts.append(pieces.count)
    return stretches(firsts, sentences).map { stretch in
      var input = ReaderInput()
      input.tokens = stretch
      let last = min(firsts[stretch.end], firsts[stretch.start] + ReaderInputBuilder.longestInput - 2)
      input.append(id: tokenizer.start)
      for piece in firsts[stretch.start]..<last {
        let token = Int(pieces.tokens[piece])
        if piece == firsts[token] { input.firstPieces.append(Int32(input.pieces.count)) }
        input.pieces.append(pieces, piece)
        input.shapes.append(
          UInt8(1 + 2 * ReaderInputBuilder.shape(tokens.kinds[token], tokens.shapes[token]) + (quoted[token] ? 1 : 0)))
        input.hints.append(token < hints.count ? hints[token] : 0)
      }
      input.append(id: tokenizer.end)
      return input
    }
  }

  /// - Parameter firsts: the first piece of each token, and the number of pieces at the end.
  private func stretches(_ firsts: [Int], _ sentences: [Sentence]) -> [TokenSpan] {
    let room = ReaderInputBuilder.longestInput - 2
    let count = firsts.count - 1
    var result: [TokenSpan] = []
    var start = 0
    var sentence = 0
    while start < count {
      var end = count
      if firsts[count] - firsts[start] > room {
        end = start
        while sentence < sentences.count, firsts[min(sentences[sentence].tokens.end, count)] - firsts[start] <= room {
          end = max(end, sentences[sentence].tokens.end)
          sentence += 1
        }
        if end <= start {
          end = start + 1
          while end < count, firsts[end + 1] - firsts[start] <= room { end += 1 }
        }
      }
      result.append(TokenSpan(start, end))
      start = end
    }
    return result
  }

  /// Whether each token stands within double quotation marks; a mark that is never closed reaches to the end.
  private static func quoted(_ tokens: TokenBuffer, _ paragraph: Paragraph) -> [Bool] {
    var isInside = false
    return tokens.indices.map { token in
      guard tokens.kinds[token] == .doubleQuote else { return isInside }
      // U+201C and U+201D tell by themselves whether they open or close.
      let bytes = paragraph.bytes[Int(tokens.starts[token])..<Int(tokens.ends[token])]
      if bytes.elementsEqual([0xE2, 0x80, 0x9C]) {
        isInside = true
      } else if bytes.elementsEqual([0xE2, 0x80, 0x9D]) {
        isInside = false
      } else {
        isInside.toggle()
      }
      return false
    }
  }

  /// 0…10: how a token is written, since the pieces are lower case.
  private static func shape(_ kind: TokenKind, _ shape: TokenShape) -> Int {
    switch kind {
    case .word: Int(shape.rawValue)
    case .number: 7
    case .punctuation: 8
    case .doubleQuote, .singleQuote: 9
    default: 10
    }
  }
}

extension ReaderInput {
  fileprivate mutating func append(id: Int32) {
    pieces.ids.append(id)
    pieces.tokens.append(-1)
    pieces.starts.append(pieces.ends.last ?? 0)
    pieces.ends.append(pieces.ends.last ?? 0)
    shapes.append(0)
    hints.append(0)
  }
}

extension PieceBuffer {
  fileprivate mutating func append(_ other: PieceBuffer, _ piece: Int) {
    ids.append(other.ids[piece])
    tokens.append(other.tokens[piece])
    starts.append(other.starts[piece])
    ends.append(other.ends[piece])
  }
}
