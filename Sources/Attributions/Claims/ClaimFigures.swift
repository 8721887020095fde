import DocumentModel
import Lexicons
import TextCore

/// Finds the figures that a claim is about: percentages, sums, counts and fractions that somebody must have counted.
struct ClaimFigures {
  let layers: ParagraphLayers
  let scanner: PhraseScanner
  /// The words that numbers are written in.
  let numbers: Lexicon

  /// A percentage, a sum or a count that somebody must have counted.
  func figure(in sentence: TextSpan, from start: Int = 0) -> Quantity? {
    layers.quantities(in: TextSpan(max(start, sentence.start), sentence.end)).first { quantity in
      guard sentence.contains(quantity.span), quantity.span.start >= start else { return false }
      switch quantity.kind {
      case .percent: return true
      case .money, .count, .number:
        guard case .exact(let value) = quantity.value else { return false }
        return value.double >= (quantity.kind == .money ? 1_000_000 : 1_000)
      default: return false
      }
    }
  }

  /// "About 45,000 people": a count of a thousand or more in hundreds, a few words before the verb. Nobody counts so evenly.
  func crowd(before token: Int, in sentence: Sentence) -> TextSpan? {
    let found = layers.quantities(in: sentence.span).last { $0.span.end <= layers.tokens.span(token).start }
    // A ballot is counted.
    guard let found, found.kind == .count, found.unit?.name != "voter", case .exact(let value) = found.value,
      value.isWhole,
      value.numerator >= 1000, value.numerator % 100 == 0,
      token - layers.tokens.tokens(in: found.span).end <= 4
    else { return nil }
    return found.outerSpan
  }

  /// "Fell by 40 percent", "climbed to 2,000", "rose by a third", but not "dropped 2,000 loaves" or "fell on 1,200 villages".
  func change(after token: Int, in sentence: Sentence) -> TextSpan? {
    if let fraction = fraction(after: token, in: sentence.tokens) { return fraction }
    let start = token < layers.tokens.count ? layers.tokens.span(token).start : sentence.span.end
    guard let figure = figure(in: sentence.span, from: start) else { return nil }
    let first = layers.tokens.firstToken(endingAfter: figure.outerSpan.start)
    guard token <= first, first - token <= 3 else { return nil }
    let isReached = (token..<first).contains { scanner.isWord($0, "by") || scanner.isWord($0, "to") }
    // A count is what was dropped, not by how much.
    if figure.kind == .count, !isReached { return nil }
    // "Tripled, to $900 million"
    let connects = (token..<first).allSatisfy { index in
      isConnecting(index) || index == token && isReached && scanner.isComma(index)
    }
    return connects ? figure.span : nil
  }

  /// "By a quarter", "by almost half", "by two thirds"; not "by half an hour" or "by a third party".
  private func fraction(after token: Int, in sentence: TokenSpan) -> TextSpan? {
    let by = scanner.isWord(token, "by") ? token : token - 1
    guard scanner.isWord(by, "by") else { return nil }
    var index = by + 1
    while index < min(sentence.end, by + ClaimFigures.reach), isConnecting(index) || role(index) == "one" {
      index += 1
    }
    guard index < sentence.end, isFraction(index), isClosed(index + 1, in: sentence) else { return nil }
    return layers.tokens.span(TokenSpan(by + 1, index + 1))
  }

  private func isFraction(_ token: Int) -> Bool {
    switch role(token) {
    case "half": true
    case "quarter", "ordinal": scanner.has(token - 1, .article) || scanner.isWord(token - 1, "one")
    case "parts": role(token - 1) == "one"
    default: false
    }
  }

  /// Nothing that the fraction would be of follows.
  private func isClosed(_ token: Int, in sentence: TokenSpan) -> Bool {
    token >= sentence.end || scanner.kind(token) == .punctuation
      || scanner.has(token, [.preposition, .subordinator, .conjunction, .time]) && !scanner.isWord(token, "of")
        && !scanner.isWord(token, "to")
  }

  private func isConnecting(_ token: Int) -> Bool {
    scanner.isAdverb(token)
      || layers.tokens.hashes.indices.contains(token) && ClaimFigures.connecting.contains(layers.tokens.hashes[token])
  }

  private func role(_ token: Int) -> Substring? {
    guard scanner.kind(token) == .word, let row = numbers.row(scanner.tokens.hashes[token]) else { return nil }
    return Substring(numbers.text(row, 0))
  }

  /// Words between "by" and its fraction: "by much more than a quarter".
  private static let reach = 6

  private static let connecting = Set(
    ["by", "to", "from", "at", "more", "another", "than", "as", "much", "a", "further", "some"].map {
      CaseFolding.hash($0)
    })
}
