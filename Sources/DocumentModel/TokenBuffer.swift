package import TextCore

/// A half-open range of token indices in one paragraph.
package struct TokenSpan: Hashable, Sendable {
  package let start: Int
  package let end: Int

  @inlinable
  package init(_ start: Int, _ end: Int) {
    self.start = max(0, start)
    self.end = max(self.start, end)
  }

  @inlinable package var count: Int { end - start }
  @inlinable package var isEmpty: Bool { start == end }
  @inlinable package var range: Range<Int> { start..<end }
  @inlinable package func contains(_ token: Int) -> Bool { start <= token && token < end }
  @inlinable package func overlaps(_ other: TokenSpan) -> Bool { start < other.end && other.start < end }
}

package enum TokenKind: UInt8, Sendable {
  /// Letters, with inner apostrophes, hyphens and dots as they belong: "Netanyahu", "don", "U.S.", "anti-war", "Mr.".
  case word
  /// Figures with their separators: "4,000", "2.5", "1990s" is a number and a word.
  case number
  /// One mark: . , ; : ! ? ( ) [ ] – — … / & and the like.
  case punctuation
  /// One double quotation mark (straight, curly, „ « », or `` and '').
  case doubleQuote
  /// One single quotation mark that is not an apostrophe.
  case singleQuote
  /// $ € £ % ° + = # @ and the like.
  case symbol
  /// "'s" or "’s" and a bare "'" after s, split off their word.
  case possessive
  /// A clitic split off its word: n't 'll 've 're 'd 'm.
  case clitic
  case url
  case email
  /// @name
  case handle
  /// #topic
  case hashtag
  /// U+FFFC in place of code or an image.
  case placeholder
}

/// How a token's letters are cased.
package enum TokenShape: UInt8, Sendable {
  case lower
  /// One capital, then lower case: "Baku".
  case title
  /// Two or more capitals and no lower case: "NATO", "U.S.".
  case upper
  /// A single capital: "A", "J.".
  case initial
  /// Capitals inside: "iPhone", "McDonald", "YouTube".
  case mixed
  case digits
  /// No letters and no figures.
  case none

  /// Whether the token opens with a capital.
  @inlinable package var isCapitalized: Bool { self == .title || self == .upper || self == .initial || self == .mixed }
}

/// The tokens of one paragraph as parallel arrays. Tokens hold offsets, never text.
package struct TokenBuffer: Sendable {
  /// UTF-8 offsets in the paragraph's prose.
  package var starts: [Int32] = []
  package var ends: [Int32] = []
  package var kinds: [TokenKind] = []
  package var shapes: [TokenShape] = []
  /// `StableHash` of the token's text folded by `CaseFolding` (lower case, curly apostrophe made straight): the key of
  /// every lexicon.
  package var hashes: [UInt64] = []

  package init() {}

  @inlinable package var count: Int { starts.count }
  @inlinable package var isEmpty: Bool { starts.isEmpty }
  @inlinable package var indices: Range<Int> { 0..<starts.count }

  @inlinable
  package mutating func append(start: Int, end: Int, kind: TokenKind, shape: TokenShape, hash: UInt64) {
    starts.append(Int32(truncatingIfNeeded: start))
    ends.append(Int32(truncatingIfNeeded: end))
    kinds.append(kind)
    shapes.append(shape)
    hashes.append(hash)
  }

  @inlinable package func span(_ token: Int) -> TextSpan { TextSpan(Int(starts[token]), Int(ends[token])) }

  /// The text span of a run of tokens; empty runs give an empty span.
  @inlinable
  package func span(_ tokens: TokenSpan) -> TextSpan {
    guard !tokens.isEmpty, tokens.end <= count else { return TextSpan(0, 0) }
    return TextSpan(Int(starts[tokens.start]), Int(ends[tokens.end - 1]))
  }

  /// Whether white space (or anything else) stands between a token and the one before.
  @inlinable
  package func hasSpaceBefore(_ token: Int) -> Bool { token == 0 || starts[token] > ends[token - 1] }

  /// Whether a token is this one ASCII byte; false past the ends.
  @inlinable
  package func isMark(_ token: Int, _ byte: UInt8, in bytes: [UInt8]) -> Bool {
    guard starts.indices.contains(token), ends[token] - starts[token] == 1 else { return false }
    let start = Int(starts[token])
    return bytes.indices.contains(start) && bytes[start] == byte
  }

  /// Index of the first token that ends after `offset`.
  package func firstToken(endingAfter offset: Int) -> Int {
    ends.partitionPoint { Int($0) > offset }
  }

  /// The tokens that share a byte with a span.
  package func tokens(in span: TextSpan) -> TokenSpan {
    let first = firstToken(endingAfter: span.start)
    return TokenSpan(first, max(first, starts.partitionPoint { Int($0) >= span.end }))
  }
}

/// A sentence of a paragraph.
package struct Sentence: Hashable, Sendable {
  package let tokens: TokenSpan
  package let span: TextSpan

  package init(tokens: TokenSpan, span: TextSpan) {
    self.tokens = tokens
    self.span = span
  }
}
