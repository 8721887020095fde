package import DocumentModel
package import Lexicons
import TextCore

/// Finds assertions for which a desk would want a source, by the words that give them away (`claim-phrases.tsv`), and says
/// whether an attribution covers them.
///
/// Precision first: a sentence that names a document, a court or a poll, that holds any cue at all, or that stands beside a
/// sourced one, is taken to be sourced.
package struct ClaimFinder: ParagraphAnalyzer {
  private let words: WordClasses
  private let cues: CueFinder
  private let phrases: Lexicon
  /// Parallel to the rows of `phrases`.
  private let entries: [Entry?]
  private let silencers: Lexicon
  private let nouns: SourceNouns
  private let openings: PhraseFilter
  private let numbers: Lexicon
  /// Words beside numbers; those of many are what a statistic counts.
  private let counted: Lexicon

  private struct Entry: Sendable {
    let category: ClaimCategory
    let need: Need
    let confidence: Float
  }

  /// What must stand in the sentence besides the phrase.
  private enum Need: String, Sendable {
    case nothing = "-"
    /// Nobody after "by" or "from".
    case agentless
    /// Somebody named, or "he", "she", "they", right before.
    case agent
    /// A percentage or a large number.
    case figure
    /// One right after it, with nothing but "by", "to" or "more than" between: what rose or fell by how much.
    case change
    /// A count of people in round figures before it: "45,000 people took part".
    case crowd
    /// "most", "worst", "largest" before it.
    case superlative
  }

  package init(_ language: Language) {
    words = WordClasses(language)
    cues = CueFinder(language)
    phrases = language.lexicon("claim-phrases")
    silencers = language.lexicon("claim-silencers")
    nouns = SourceNouns(language)
    counted = language.lexicon("count-words")
    numbers = language.lexicon("number-words")
    let phrases = self.phrases
    entries = (0..<phrases.rowCount).map { row in
      guard let category = ClaimCategory(rawValue: phrases.text(row, 0)),
        let need = Need(rawValue: phrases.text(row, 1))
      else { return nil }
      return Entry(category: category, need: need, confidence: Float(phrases.integer(row, 2)) / 100)
    }
    openings = PhraseFilter([phrases, silencers])
  }

  package var reads: Set<Layer> { [.tokens, .sentences, .mentions, .quantities, .quotations, .attributions] }
  package var provides: Set<Layer> { [.claims] }

  package func analyze(_ paragraph: Paragraph, into layers: inout ParagraphLayers) {
    guard paragraph.kind == .paragraph, paragraph.quoteDepth == 0 else { return }
    var known: (scanner: PhraseScanner, sources: SentenceSources)?
    for index in layers.sentences.indices {
      let sentence = layers.sentences[index]
      let found = candidates(in: sentence.tokens, layers)
      let shares = shares(in: sentence, layers)
      guard !found.isEmpty || !shares.isEmpty else { continue }
      let (tools, sources) = known ?? (PhraseScanner(layers.tokens, paragraph.bytes, words), SentenceSources(layers))
      known = (tools, sources)
      let near = sources.attributions(in: index)
      let claims = (shares + found.compactMap { claim($0, in: sentence, layers, tools) }).map {
        attributed($0, to: near, layers)
      }
      layers.claims += claims.filter { $0.attribution != nil }
      guard let best = claims.filter({ $0.attribution == nil }).max(by: { $0.confidence < $1.confidence }) else {
        continue
      }
      func sourcing(_ sentence: Int) -> Sourcing {
        self.sourcing(of: sentence, sources, besides: best.category == .vagueSource ? best.evidence : nil, layers)
      }
      guard sourcing(index) == .none, !isSilenced(sentence.tokens, besides: best.evidence, tools),
        !best.category.carriesOver
          || !(max(0, index - 2)..<min(layers.sentences.count, index + 3)).contains(where: { sourcing($0) == .told }),
        !best.category.isOfEvents || !isOfHistory(sentence, layers),
        // "The shares fell 3 percent. They have risen this year."
        best.category != .statistic || index == 0
          || !isSilenced(layers.sentences[index - 1].tokens, besides: nil, tools)
      else { continue }
      layers.claims.append(best)
    }
    layers.claims.sort { $0.evidence.start < $1.evidence.start }
  }

  // MARK: - Candidates

  private struct Candidate {
    let entry: Entry
    let tokens: TokenSpan
  }

  private func candidates(in sentence: TokenSpan, _ layers: ParagraphLayers) -> [Candidate] {
    var found: [Candidate] = []
    var index = sentence.start
    while index < sentence.end {
      guard openings.mayBegin(layers.tokens.hashes[index]),
        let match = phrases.longestMatch(layers.tokens.hashes, at: index, limit: sentence.end)
      else {
        index += 1
        continue
      }
      for row in match.rows {
        if entries.indices.contains(row), let entry = entries[row] {
          found.append(Candidate(entry: entry, tokens: TokenSpan(index, index + match.count)))
        }
      }
      index += match.count
    }
    return found
  }

  private func claim(
    _ candidate: Candidate, in sentence: Sentence, _ layers: ParagraphLayers, _ scanner: PhraseScanner
  ) -> Claim? {
    var evidence = layers.tokens.span(candidate.tokens)
    let figures = ClaimFigures(layers: layers, scanner: scanner, numbers: numbers)
    switch candidate.entry.need {
    case .nothing: break
    case .agentless:
      let rest = candidate.tokens.end..<min(sentence.tokens.end, candidate.tokens.end + 14)
      if rest.contains(where: { scanner.isWord($0, "by") || scanner.isWord($0, "from") || scanner.isWord($0, "among") })
      {
        return nil
      }
    case .agent:
      guard hasAgent(before: candidate.tokens.start, in: sentence.tokens, layers, scanner) else { return nil }
    case .figure:
      guard let figure = figures.figure(in: sentence.span) else { return nil }
      evidence = figure.span
    case .change:
      guard let figure = figures.change(after: candidate.tokens.end, in: sentence) else { return nil }
      evidence = figure
    case .crowd:
      guard let crowd = figures.crowd(before: candidate.tokens.start, in: sentence) else { return nil }
      evidence = crowd
    case .superlative:
      let before = max(sentence.tokens.start, candidate.tokens.start - 10)..<candidate.tokens.start
      guard
        before.contains(where: {
          scanner.isWord($0, "most") || scanner.isWord($0, "worst") || scanner.isWord($0, "best")
            || scanner.ends($0, "est") && !scanner.isCapitalized($0)
        })
      else { return nil }
    }
    return claim(candidate.entry.category, evidence, candidate.entry.confidence, in: sentence, layers)
  }

  /// Nil inside quotation marks: those are somebody's words.
  private func claim(
    _ category: ClaimCategory, _ evidence: TextSpan, _ confidence: Float, in sentence: Sentence,
    _ layers: ParagraphLayers
  ) -> Claim? {
    if layers.isQuoted(evidence) { return nil }
    return Claim(span: sentence.span, evidence: evidence, category: category, confidence: confidence)
  }

  /// The claim with the attribution that it stands in, out of those of its sentence.
  private func attributed(_ claim: Claim, to near: [Int], _ layers: ParagraphLayers) -> Claim {
    var claim = claim
    claim.attribution = near.first { index in
      let attribution = layers.attributions[index]
      return attribution.contents.contains { $0.overlaps(claim.evidence) }
        && !(claim.category == .vagueSource && isNobodys(attribution))
    }
    return claim
  }

  /// "Has been described as": an attribution that names nobody is what a vague source is.
  private func isNobodys(_ attribution: Attribution) -> Bool {
    attribution.kind == .none && attribution.sources.isEmpty
  }

  /// "Looted the abbey in 793": a year so long ago that nobody is accused.
  private func isOfHistory(_ sentence: Sentence, _ layers: ParagraphLayers) -> Bool {
    layers.quantities(in: sentence.span).contains { quantity in
      guard sentence.span.contains(quantity.span) else { return false }
      switch quantity.value {
      case .temporal(.calendar(let year?, _, _, _)): return year < 1940
      case .temporal(.years(let first, _)): return first < 1940
      // Three digits after "in" are a year too.
      case .exact(let value):
        let token = layers.tokens.firstToken(endingAfter: quantity.span.start)
        return quantity.kind == .number && value < Rational(1000) && value > Rational(99)
          && token > sentence.tokens.start && layers.tokens.hashes[token - 1] == ClaimFinder.inWord
      default: return false
      }
    }
  }

  /// "40 percent of the voters", "about one-quarter of the oil": somebody has worked it out.
  private func shares(in sentence: Sentence, _ layers: ParagraphLayers) -> [Claim] {
    layers.quantities(in: sentence.span).compactMap { quantity in
      guard sentence.span.contains(quantity.span) else { return nil }
      let isRatio = isRatio(quantity, layers.tokens)
      switch (quantity.kind, quantity.value) {
      case (.percent, _): break
      case (.number, .exact) where isRatio: break
      case (.number, .exact(let value))
      where quantity.modifier != nil && value.numerator > 0 && value < Rational(1): break
      default: return nil
      }
      let next = layers.tokens.firstToken(endingAfter: quantity.span.end)
      if isRatio, isRatioOfPeople(next, in: sentence.tokens, layers.tokens) {
        return claim(.statistic, quantity.outerSpan, 0.55, in: sentence, layers)
      }
      if isRatio, quantity.modifier == nil { return nil }
      guard next < sentence.tokens.end, layers.tokens.hashes[next] == ClaimFinder.of,
        isCounted(after: next, in: sentence.tokens, layers.tokens)
      else { return nil }
      return claim(.statistic, quantity.outerSpan, 0.6, in: sentence, layers)
    }
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
  private func isRatioOfPeople(_ next: Int, in sentence: TokenSpan, _ tokens: TokenBuffer) -> Bool {
    guard next < sentence.end, tokens.shapes[next] == .lower, tokens.hashes[next] != ClaimFinder.voters else {
      return false
    }
    return isCounted(after: next - 1, in: TokenSpan(sentence.start, next + 1), tokens)
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
  private static let inWord = CaseFolding.hash("in")

  private func hasAgent(
    before start: Int, in sentence: TokenSpan, _ layers: ParagraphLayers, _ scanner: PhraseScanner
  ) -> Bool {
    var index = start - 1
    while index >= sentence.start, scanner.has(index, .verbGroup) || scanner.isAdverb(index) {
      // "The guard was murdered": who suffers it is no agent.
      if scanner.has(index, .be) { return false }
      index -= 1
    }
    // "The mayor, Radek Kolev, embezzled"
    if index > sentence.start, scanner.isMark(index, ",") { index -= 1 }
    guard index >= sentence.start else { return false }
    if scanner.isWord(index, "he") || scanner.isWord(index, "she") || scanner.isWord(index, "they") { return true }
    let near = layers.mentions(beginningIn: max(sentence.start, index - ClaimFinder.longestName)..<index + 1)
    return near.contains { isAgent($0, endingAt: index + 1) } || isOffice(index, in: sentence, scanner)
  }

  /// In tokens.
  private static let longestName = 32

  private func isAgent(_ mention: Mention, endingAt end: Int) -> Bool {
    guard mention.tokens.end == end else { return false }
    switch (mention.form, mention.kind) {
    case (.name, .person), (.name, .organization), (.name, .place), (.acronym, _): return true
    case (.descriptor, .person), (.descriptor, .organization): return true
    default: return false
    }
  }

  /// "The mayor", "two officers", "the army": the noun for a person or body that ends the phrase before the verb.
  private func isOffice(_ token: Int, in sentence: TokenSpan, _ scanner: PhraseScanner) -> Bool {
    switch nouns.kind(of: token, scanner) {
    case .body, .person, .spokesperson: break
    default: return false
    }
    return scanner.nounPhrase(endingAt: token, from: sentence.start).map { phrase in
      scanner.has(phrase.start, .determiner) || scanner.kind(phrase.start) == .number || phrase.start == sentence.start
    } ?? false
  }

  // MARK: - Sources

  private enum Sourcing {
    case none
    /// Somebody only says that it is not so, or says nothing.
    case denied
    case told
  }

  /// Whether anybody says anything in a sentence; where a vague source is looked for (`evidence`), whether anybody that is
  /// told, by other words than its own.
  private func sourcing(
    of sentence: Int, _ sources: SentenceSources, besides evidence: TextSpan?, _ layers: ParagraphLayers
  ) -> Sourcing {
    if sources.hasQuotation(sentence) { return .told }
    var sourcing = Sourcing.none
    for index in sources.attributions(in: sentence) {
      let attribution = layers.attributions[index]
      if let evidence, isNobodys(attribution) || attribution.cues.contains(where: { $0.overlaps(evidence) }) {
        continue
      }
      guard isDenial(attribution, layers) else { return .told }
      sourcing = .denied
    }
    return sourcing
  }

  /// "The owner denied this", "did not respond": no source for what was claimed before.
  private func isDenial(_ attribution: Attribution, _ layers: ParagraphLayers) -> Bool {
    attribution.cues.contains { cue in
      layers.tokens.tokens(in: cue).range.contains { token in
        silencers.row(layers.tokens.hashes[token]).map { silencers.text($0, 0) == "denial" } ?? false
      }
    }
  }

  /// Whether words of the sentence give it a source, besides those of the claim itself ("forged documents").
  private func isSilenced(_ sentence: TokenSpan, besides evidence: TextSpan?, _ scanner: PhraseScanner) -> Bool {
    if scanner.isMark(sentence.end - 1, "?") { return true }
    let own = evidence.map { scanner.tokens.tokens(in: $0) }
    for index in sentence.range {
      if let match = silencers.longestMatch(scanner.tokens.hashes, at: index, limit: sentence.end),
        // But "stole the ball" is no theft.
        own.map({ index < $0.start || index + match.count > $0.end }) ?? true,
        match.rows.contains(where: { silencers.text($0, 0) == "sourced" })
      {
        return true
      }
      // "In Okoro's words, …"
      if scanner.isWord(index, "words"), index > sentence.start, scanner.kind(index - 1) == .possessive { return true }
    }
    return cues.cues(in: sentence, scanner).contains { cue in
      // "Was accused of ordering": what is told of so is no source either.
      if let own, own.contains(cue.head.start) || own.end == cue.head.start && cue.form == .gerund { return false }
      return switch cue.complement {
      case .speech, .addressed, .preposition: true
      default: false
      }
    }
  }
}

extension ClaimCategory {
  /// Whether it tells of what happened, which is history when it happened long ago.
  fileprivate var isOfEvents: Bool { self == .allegation || self == .statistic || self == .causal }

  /// Whether the source of a sentence may stand in the one before or after: figures and events are told on; a judgement is
  /// the writer's wherever it stands.
  fileprivate var carriesOver: Bool {
    switch self {
    case .statistic, .event, .allegation, .motive, .nonpublic, .causal: true
    case .vagueSource, .prediction, .superlative, .loaded: false
    }
  }
}
