import DocumentModel
import TextCore

/// Shares and ratios that somebody must have counted: "40 percent of the voters", "seven in ten residents".
extension ClaimFinder {
  /// Whether a sentence has any.
  func hasShares(in sentence: Sentence, _ layers: ParagraphLayers) -> Bool {
    layers.quantities(in: sentence.span).contains {
      isShare($0, in: sentence, layers) || isRatioOfPeople($0, in: sentence, layers)
    }
  }

  /// "40 percent of the voters", "about one-quarter of the oil": somebody has worked it out. What reference books count is told
  /// with less confidence, and so is what holds at any time: "about 5 percent of the bikes are found".
  func shares(in sentence: Sentence, _ layers: ParagraphLayers, _ scanner: PhraseScanner) -> [Claim] {
    layers.quantities(in: sentence.span).compactMap { quantity in
      if isRatioOfPeople(quantity, in: sentence, layers) {
        return claim(.statistic, quantity.outerSpan, Claim.debatable, in: sentence, layers)
      }
      guard isShare(quantity, in: sentence, layers) else { return nil }
      let next = layers.tokens.firstToken(endingAfter: quantity.span.end)
      let isReference = hasWord(.reference, in: next + 1..<next + 6, sentence.tokens, layers)
      let confidence: Float = isReference || isTimeless(sentence, layers, scanner) ? Claim.debatable : 0.6
      return claim(.statistic, quantity.outerSpan, confidence, in: sentence, layers)
    }
  }

  private func isShare(_ quantity: Quantity, in sentence: Sentence, _ layers: ParagraphLayers) -> Bool {
    guard sentence.span.contains(quantity.span) else { return false }
    switch (quantity.kind, quantity.value) {
    case (.percent, _): break
    case (.number, .exact(let value))
    where quantity.modifier != nil && value.numerator > 0 && value < Rational(1): break
    default: return false
    }
    let next = layers.tokens.firstToken(endingAfter: quantity.span.end)
    return next < sentence.tokens.end && layers.tokens.hashes[next] == ClaimFinder.of
      && isCounted(after: next, in: sentence.tokens, layers.tokens)
  }

  /// "Is", "are" or "have", and neither a time nor a past form.
  private func isTimeless(_ sentence: Sentence, _ layers: ParagraphLayers, _ scanner: PhraseScanner) -> Bool {
    let hasTime = layers.quantities(in: sentence.span).contains { quantity in
      if case .temporal = quantity.value { return sentence.span.contains(quantity.span) }
      return false
    }
    let range = sentence.tokens.range
    return !hasTime
      && range.contains { scanner.isWord($0, "is") || scanner.isWord($0, "are") || scanner.isWord($0, "have") }
      && !range.contains { scanner.isWord($0, "was") || scanner.isWord($0, "were") || scanner.isWord($0, "had") }
  }

  /// "Seven in ten", in words or figures.
  private func isRatio(_ quantity: Quantity, _ tokens: TokenBuffer) -> Bool {
    guard quantity.kind == .number, case .exact(let value) = quantity.value, value < Rational(1),
      quantity.numerals.count == 1
    else { return false }
    let run = tokens.tokens(in: quantity.span)
    return run.count == 3 && tokens.hashes[run.start + 1] == ClaimFinder.inWord
  }

  /// "Seven in ten residents": the noun stands right after. Of voters and of nations polls tell, which the draft names elsewhere.
  private func isRatioOfPeople(_ quantity: Quantity, in sentence: Sentence, _ layers: ParagraphLayers) -> Bool {
    let tokens = layers.tokens
    let next = tokens.firstToken(endingAfter: quantity.span.end)
    guard sentence.span.contains(quantity.span), isRatio(quantity, tokens), next < sentence.tokens.end,
      tokens.shapes[next] == .lower, tokens.hashes[next] != ClaimFinder.voters
    else { return false }
    return isCounted(after: next - 1, in: TokenSpan(sentence.tokens.start, next + 1), tokens)
  }

  /// "Of the town's households", "of young voters": people and things that somebody counts, not "of the way" or "of the air".
  private func isCounted(after of: Int, in sentence: TokenSpan, _ tokens: TokenBuffer) -> Bool {
    ((of + 1)..<max(of + 1, min(of + 6, sentence.end))).contains { token in
      guard let row = counted.row(tokens.hashes[token]) else { return false }
      return ["multitude", "plural", "mass"].contains(counted.text(row, 0))
    }
  }

  private static let of = CaseFolding.hash("of")
  private static let voters = CaseFolding.hash("voters")
}
