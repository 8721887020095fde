import DocumentModel

/// Tells who does what a claim is about: whoever is named or described right beside the verb.
struct ClaimAgents {
  let layers: ParagraphLayers
  let scanner: PhraseScanner
  let nouns: SourceNouns

  /// In tokens.
  static let longestName = 32

  /// "He left", "the mayor resigned", "Kolev never came", but not "he is ranked higher" or "the deal failed".
  func isAct(after start: Int, in sentence: TokenSpan) -> Bool {
    var end: Int?
    // "Democrat Hillary Clinton": a word or two may stand before the name.
    let name = layers.mentions(beginningIn: start..<start + 3).first { $0.kind == .person && $0.form == .name }
    if isPerson(start) {
      end = start + 1
    } else if let name,
      (start..<name.tokens.start).allSatisfy({ scanner.isContentWord($0) || scanner.has($0, .determiner) })
    {
      end = name.tokens.end
    } else if scanner.has(start, .determiner) {
      end = (start + 1..<min(start + 5, max(start + 1, sentence.end))).first { isOffice($0, in: sentence) }.map {
        $0 + 1
      }
    }
    guard var verb = end else { return false }
    // "Kolev and his allies"
    if scanner.has(verb, .conjunction), let others = scanner.nounPhrase(startingAt: verb + 1, to: sentence.end) {
      verb = others.end
    }
    while verb < sentence.end, scanner.isAdverb(verb) { verb += 1 }
    // "He is taking", but not "he is ranked".
    if scanner.has(verb, .be), verb + 1 < sentence.end, scanner.ends(verb + 1, "ing") { return true }
    return verb < sentence.end && scanner.kind(verb) == .word
      && !scanner.has(verb, [.be, .auxiliary, .modal, .preposition])
  }

  /// The last token of whoever does what the verb at `start` tells; nil if nobody is named there.
  func agent(before start: Int, in sentence: TokenSpan) -> Int? {
    var index = start - 1
    while index >= sentence.start, scanner.has(index, .verbGroup) || scanner.isAdverb(index) {
      // "The guard was murdered": who suffers it is no agent. "He never stole it": nobody is accused.
      if scanner.has(index, [.be, .negation]) { return nil }
      index -= 1
    }
    // "The mayor, Radek Kolev, embezzled"
    if index > sentence.start, scanner.isMark(index, ",") { index -= 1 }
    guard index >= sentence.start else { return nil }
    let near = layers.mentions(beginningIn: max(sentence.start, index - ClaimAgents.longestName)..<index + 1)
    let isAgent =
      isPerson(index) || near.contains { self.isAgent($0, endingAt: index + 1) } || isOffice(index, in: sentence)
    return isAgent ? index : nil
  }

  private func isPerson(_ token: Int) -> Bool {
    scanner.isWord(token, "he") || scanner.isWord(token, "she") || scanner.isWord(token, "they")
  }

  private func isAgent(_ mention: Mention, endingAt end: Int) -> Bool {
    guard mention.tokens.end == end else { return false }
    switch (mention.form, mention.kind) {
    case (.name, .person), (.name, .organization), (.name, .place), (.acronym, _): return true
    case (.descriptor, .person), (.descriptor, .organization): return true
    default: return false
    }
  }

  /// "The mayor", "two officers", "the army": the noun for a person or body that ends the phrase before the verb.
  private func isOffice(_ token: Int, in sentence: TokenSpan) -> Bool {
    switch nouns.kind(of: token, scanner) {
    case .body, .person, .spokesperson: break
    default: return false
    }
    return scanner.nounPhrase(endingAt: token, from: sentence.start).map { phrase in
      scanner.has(phrase.start, .determiner) || scanner.kind(phrase.start) == .number || phrase.start == sentence.start
    } ?? false
  }
}
