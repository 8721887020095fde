import DocumentModel
import TextCore

/// Finds what is said: after the cue, before it, or around it. Ends follow PolNeAR: quotation marks and "that" are inside,
/// the sentence's full stop and the comma before a cue are outside, unless the comma stands within quotation marks.
struct ContentFinder {
  let scanner: PhraseScanner
  /// Double quotations of the paragraph as token runs, in order, marks included.
  let quotations: [TokenSpan]
  /// For each token the index of the quotation it stands in; -1 outside.
  let quotationOfToken: [Int32]

  init(_ scanner: PhraseScanner, _ layer: [Quotation], isHeading: Bool) {
    self.scanner = scanner
    var runs: [TokenSpan] = []
    var membership = [Int32](repeating: -1, count: scanner.tokens.count)
    for quotation in layer where !quotation.isInner && quotation.fault != .unopened {
      let run = scanner.tokens.tokens(in: quotation.span)
      if let last = runs.last, last.end > run.start { continue }
      for token in run.range where membership.indices.contains(token) { membership[token] = Int32(runs.count) }
      runs.append(run)
    }
    quotations = runs
    quotationOfToken = membership
  }

  func quotation(at token: Int) -> TokenSpan? {
    guard quotationOfToken.indices.contains(token), quotationOfToken[token] >= 0 else { return nil }
    return quotations[Int(quotationOfToken[token])]
  }

  /// The quotation that begins with this token.
  func quotation(openingAt token: Int) -> TokenSpan? {
    guard let run = quotation(at: token), run.start == token else { return nil }
    return run
  }

  // MARK: - Before the cue

  /// The content that stands before a clause beginning at `clauseStart` ("…,” she said"); nil if what stands there does not
  /// end like one.
  func preposed(before clauseStart: Int, clauseEnd: Int, in sentence: TokenSpan) -> TokenSpan? {
    let last = clauseStart - 1
    guard last >= sentence.start else { return nil }
    if let run = quotation(at: last), run.end == last + 1, scanner.isQuote(last), endsLikeSpeech(run) {
      return fromClauseOpening(run, in: sentence)
    }
    guard scanner.isComma(last) else { return nil }
    if let run = quotation(at: last - 1), run.end == last, run.count > 4 { return fromClauseOpening(run, in: sentence) }
    // The comma must part clauses, not an introduction from its clause: something must end right after the cue.
    let after = scanner.afterAdverbial(clauseEnd, to: scanner.contentEnd(of: sentence))
    guard
      after >= scanner.contentEnd(of: sentence) || scanner.isComma(after) && quotation(openingAt: after + 1) != nil
        || quotation(openingAt: after) != nil || scanner.isComma(after) && hasClauseBefore(last, in: sentence)
    else { return nil }
    var start = sentence.start
    while start < last, scanner.has(start, .conjunction) { start += 1 }
    guard last - start >= 2 else { return nil }
    return TokenSpan(start, last)
  }

  /// Whether the words before a comma have a verb, as a clause would.
  private func hasClauseBefore(_ comma: Int, in sentence: TokenSpan) -> Bool {
    guard !scanner.has(sentence.start, [.preposition, .subordinator]) else { return false }
    var index = max(sentence.start + 1, comma - PhraseScanner.reach)
    while index < comma {
      if scanner.looksLikeVerb(index) { return true }
      index += 1
    }
    return false
  }

  private func endsLikeSpeech(_ run: TokenSpan) -> Bool {
    guard run.count >= 3 else { return false }
    let last = run.end - 2
    return scanner.isComma(last) || scanner.isStop(last) || scanner.isDash(last) || scanner.isQuote(last)
  }

  /// A quotation begins its content, unless the same sentence has words of the clause before it.
  private func fromClauseOpening(_ run: TokenSpan, in sentence: TokenSpan) -> TokenSpan {
    guard run.start > sentence.start else { return run }
    var start = sentence.start
    while start < run.start, scanner.has(start, .conjunction) { start += 1 }
    if let earlier = quotation(at: start), earlier != run, earlier.start < start { start = earlier.start }
    return TokenSpan(start, run.end)
  }

  // MARK: - After the cue

  /// Where a content after the cue begins; nil if nothing there can be one.
  func start(after cue: Cue, in sentence: TokenSpan) -> Int? {
    let limit = scanner.contentEnd(of: sentence)
    var index = cue.tokens.end
    if cue.complement == .addressed { index = afterAddressee(index, cue, limit) }
    if cue.complement == .speech || cue.complement == .clause || cue.complement == .addressed {
      index = afterAside(index, limit)
      let adverbial = scanner.afterAdverbial(index, to: limit)
      if adverbial > index, opensClause(adverbial) || scanner.isComma(adverbial) || scanner.isMark(adverbial, ":") {
        index = adverbial
      }
    }
    while index < limit, scanner.isComma(index) || scanner.isMark(index, ":") || scanner.isDash(index) {
      guard
        scanner.isMark(index, ":") || quotation(openingAt: index + 1) != nil || scanner.isQuote(index + 1)
          || scanner.isWord(index + 1, "that")
      else { return nil }
      index += 1
    }
    guard index < limit, allows(index, cue) else { return nil }
    return index
  }

  /// ", however," and the like.
  private func afterAside(_ token: Int, _ limit: Int) -> Int {
    guard scanner.isComma(token) else { return token }
    var index = token + 1
    while index < min(limit, token + 12) {
      if scanner.isComma(index) { return index + 1 < limit && !scanner.isQuote(index + 1) ? index + 1 : index }
      if scanner.isQuote(index) { return token }
      index += 1
    }
    return token
  }

  private func opensClause(_ token: Int) -> Bool {
    scanner.has(token, [.pronoun, .determiner, .possessive, .wh]) || scanner.isQuote(token)
      || scanner.isContentWord(token)
  }

  /// After "told reporters", "asked the committee".
  private func afterAddressee(_ token: Int, _ cue: Cue, _ limit: Int) -> Int {
    if scanner.isWord(token, "that") || scanner.isQuote(token) || scanner.isComma(token) || scanner.has(token, .wh) {
      return token
    }
    if scanner.has(token, .object) || scanner.has(token, .addressee) && !scanner.isCapitalized(token) {
      let next = token + 1
      // "told reporters in Baku on Monday that": whatever stands before "that" belongs to the telling.
      return clauseOpener(after: next, limit) ?? next
    }
    guard let phrase = scanner.nounPhrase(startingAt: token, to: limit) else { return token }
    if phrase.end < limit,
      scanner.isWord(phrase.end, "that") || scanner.isWord(phrase.end, "to") || scanner.has(phrase.end, .wh)
        || scanner.isComma(phrase.end) || scanner.isQuote(phrase.end)
        || scanner.has(phrase.end, [.pronoun, .determiner])
    {
      return phrase.end
    }
    return clauseOpener(after: phrase.end, limit) ?? (cue.lemma == "tell" ? phrase.end : token)
  }

  private func clauseOpener(after token: Int, _ limit: Int) -> Int? {
    var index = token
    while index < min(limit, token + 12) {
      if scanner.isWord(index, "that") || scanner.isQuote(index) || scanner.isMark(index, ":") { return index }
      if scanner.isComma(index), !scanner.isQuote(index + 1) { return nil }
      if scanner.looksLikeVerb(index) { return nil }
      index += 1
    }
    return nil
  }

  private func allows(_ token: Int, _ cue: Cue) -> Bool {
    if scanner.isQuote(token) { return true }
    if scanner.isStop(token) || scanner.has(token, .conjunction) { return false }
    switch cue.complement {
    case .infinitive: return !scanner.has(token, .preposition) || scanner.isWord(token, "to")
    case .object, .addressed:
      return !scanner.has(token, .preposition) || scanner.isWord(token, "to") || scanner.isWord(token, "about")
        || cue.head.count > 1
    case .noun: return true
    case .speech, .clause, .preposition:
      return !scanner.has(token, .preposition) || scanner.isWord(token, "about") || scanner.isWord(token, "to")
        || scanner.isWord(token, "in")
    }
  }

  /// Where a content that begins at `start` ends, if no later cue of the sentence cuts it off.
  func end(from start: Int, _ cue: Cue, in sentence: TokenSpan) -> Int {
    var limit = scanner.contentEnd(of: sentence)
    if let run = quotation(at: start) {
      // A quotation of several sentences is one content; the sentence may go on after it.
      if run.end >= limit { return run.end }
      if run.start == start, scanner.isComma(run.end - 2) { return run.end }
    }
    if let run = quotation(at: limit - 1), run.end > limit, run.start >= start { limit = run.end }
    guard cue.complement == .object || cue.complement == .infinitive || cue.complement == .noun else { return limit }
    var index = start
    while index < limit {
      if scanner.isComma(index) || scanner.isDash(index), quotation(at: index) == nil, isTail(index + 1) {
        return index
      }
      index += 1
    }
    return limit
  }

  /// What hangs on the writer's clause rather than on the content.
  private func isTail(_ token: Int) -> Bool {
    scanner.ends(token, "ing") || scanner.isWord(token, "but") || scanner.isWord(token, "who")
      || scanner.isWord(token, "which")
      || scanner.has(token, .subordinator) && !scanner.has(token, .wh)
      || scanner.has(token, .conjunction) && (scanner.has(token + 1, .pronoun) || scanner.looksLikeVerb(token + 1))
  }
}
