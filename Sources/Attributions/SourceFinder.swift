import DocumentModel
import Lexicons

/// Finds the noun phrase that speaks: before its verb, after it in inverted order, or after "according to" and "by".
struct SourceFinder {
  let scanner: PhraseScanner

  /// The subject before a verb group.
  func subject(before cue: TokenSpan, in sentence: TokenSpan) -> TokenSpan? {
    var last = cue.start - 1
    let floor = sentence.start
    guard last >= floor else { return nil }
    last = beforeTime(last, floor: floor)
    if last >= floor, scanner.isMark(last, ")") { last = beforeBracket(last, floor: floor) }
    guard last >= floor else { return nil }
    if scanner.isComma(last) || scanner.isDash(last) { return subjectWithAside(endingAt: last, floor: floor) }
    guard let phrase = scanner.nounPhrase(endingAt: last, from: floor) else { return nil }
    return withoutOpeners(phrase)
  }

  /// "on Tuesday" or "Tuesday" between subject and verb.
  private func beforeTime(_ token: Int, floor: Int) -> Int {
    var index = token
    while index > floor, token - index < 4,
      scanner.has(index, [.calendar, .weekday])
        || scanner.has(index, .time) && scanner.has(index - 1, [.time, .calendar])
    { index -= 1 }
    if index == token { return token }
    if scanner.has(index, .time), scanner.has(index, .determiner) { index -= 1 }
    return scanner.isWord(index, "on") || scanner.isWord(index, "in") ? index - 1 : index
  }

  private func beforeBracket(_ token: Int, floor: Int) -> Int {
    var index = token - 1
    while index > floor, token - index < 12 {
      if scanner.isMark(index, "(") { return index - 1 }
      index -= 1
    }
    return token
  }

  /// "Ms. Diaz, the harbour master, said": the phrase before the first comma, with the apposition and its closing comma.
  /// A clause between the commas is left out of the source; a short adverbial is passed over.
  private func subjectWithAside(endingAt comma: Int, floor: Int) -> TokenSpan? {
    var index = comma - 1
    var best: TokenSpan?
    let lowest = max(floor, comma - PhraseScanner.reach)
    while index >= lowest {
      if scanner.isQuote(index) || scanner.isStop(index) && scanner.kind(index) == .punctuation { break }
      if scanner.isComma(index) || scanner.isDash(index), index > floor {
        let inner = TokenSpan(index + 1, comma)
        guard
          let phrase = scanner.nounPhrase(
            endingAt: scanner.isMark(index - 1, ")") ? beforeBracket(index - 1, floor: floor) : index - 1, from: floor)
        else { break }
        if scanner.has(inner.start, .relative) || scanner.has(inner.start, .subordinator) {
          return withoutOpeners(phrase)
        }
        if inner.count <= 3, scanner.isAdverb(inner.start) || scanner.has(inner.start, [.preposition]) {
          return withoutOpeners(phrase)
        }
        if isApposition(inner, to: phrase) {
          best = withoutOpeners(TokenSpan(phrase.start, comma + 1))
          // "Ms. Diaz, 51, the harbour master, said": go on outwards while it reads as one name with its asides.
          if scanner.isCapitalized(phrase.end - 1) || scanner.has(phrase.start, [.determiner, .possessive]) {
            return best
          }
        } else if scanner.ends(inner.start, "ing") || scanner.ends(inner.start, "ed")
          || scanner.has(inner.start, .preposition)
        {
          return withoutOpeners(phrase)
        }
      }
      index -= 1
    }
    return best
  }

  private func isApposition(_ inner: TokenSpan, to phrase: TokenSpan) -> Bool {
    guard inner.count >= 1 else { return false }
    if scanner.kind(inner.start) == .number { return true }
    guard scanner.has(inner.start, [.determiner, .possessive]) || scanner.isContentWord(inner.start) else {
      return false
    }
    return scanner.isCapitalized(phrase.end - 1) || scanner.has(phrase.start, [.determiner, .possessive])
      || scanner.isPlural(phrase.end - 1)
  }

  private func withoutOpeners(_ span: TokenSpan) -> TokenSpan? {
    var start = span.start
    while start < span.end - 1,
      scanner.has(start, [.conjunction, .subordinator])
        || scanner.isAdverb(start) && !scanner.has(start, .determiner) && scanner.kind(start) == .word
          && !scanner.has(start, .personPronoun)
    {
      start += 1
    }
    return start < span.end ? TokenSpan(start, span.end) : nil
  }

  /// The speaker after an inverted verb: "said Pratt, wine director at the inn".
  func inverted(after cue: TokenSpan, in sentence: TokenSpan) -> TokenSpan? {
    let limit = scanner.contentEnd(of: sentence)
    guard cue.end < limit, !scanner.isQuote(cue.end), !scanner.isComma(cue.end),
      !scanner.has(cue.end, [.preposition, .wh]),
      !scanner.isWord(cue.end, "that"), !scanner.has(cue.end, .calendar),
      let phrase = scanner.nounPhrase(startingAt: cue.end, to: limit)
    else { return nil }
    return withApposition(phrase, to: limit)
  }

  /// The phrase with ", director at the inn" behind it.
  func withApposition(_ phrase: TokenSpan, to limit: Int) -> TokenSpan {
    var end = phrase.end
    var asides = 0
    while asides < 2, scanner.isComma(end), end + 1 < limit {
      let next = end + 1
      if scanner.kind(next) == .number {
        end = next + 1
        asides += 1
        continue
      }
      guard
        !scanner.has(next, [.relative, .pronoun, .conjunction, .preposition, .subordinator])
          || scanner.has(next, .determiner),
        !scanner.isQuote(next), !scanner.ends(next, "ing"), !scanner.isAdverb(next), !scanner.has(next, .calendar),
        let aside = scanner.nounPhrase(startingAt: next, to: limit)
      else { break }
      let stopsThere =
        aside.end >= limit || scanner.isComma(aside.end) || scanner.isQuote(aside.end) || scanner.isStop(aside.end)
        || scanner.has(aside.end, [.relative, .preposition])
      guard stopsThere else { break }
      end = aside.end
      asides += 1
    }
    return TokenSpan(phrase.start, end)
  }

  /// The phrase after "according to" or "by".
  func object(after token: Int, in sentence: TokenSpan) -> TokenSpan? {
    let limit = scanner.contentEnd(of: sentence)
    guard token < limit, let phrase = scanner.nounPhrase(startingAt: token, to: limit) else { return nil }
    return phrase
  }

  /// The owner before a noun cue: "his", "the mayor’s".
  func possessor(before cue: TokenSpan, in sentence: TokenSpan) -> TokenSpan? {
    var index = cue.start - 1
    while index > sentence.start, cue.start - index < 3, scanner.kind(index) == .word, !scanner.has(index, .possessive)
    { index -= 1 }
    guard index >= sentence.start else { return nil }
    if scanner.has(index, .possessive) { return TokenSpan(index, index + 1) }
    guard scanner.kind(index) == .possessive, let phrase = scanner.nounPhrase(endingAt: index - 1, from: sentence.start)
    else { return nil }
    return TokenSpan(phrase.start, index + 1)
  }

  /// The subject of the clause that a participle leans on ("…, saying that"): the phrase that opens the sentence.
  func opening(of sentence: TokenSpan) -> TokenSpan? {
    var start = sentence.start
    while start < sentence.end, scanner.has(start, .conjunction) || scanner.isQuote(start) { start += 1 }
    if scanner.has(start, [.preposition, .subordinator]) {
      // "On Monday, the council …"
      var index = start
      while index < min(sentence.end, start + 20), !scanner.isComma(index) { index += 1 }
      guard index < min(sentence.end, start + 20) else { return nil }
      start = index + 1
    }
    return scanner.nounPhrase(startingAt: start, to: sentence.end)
  }
}
