package import DocumentModel
package import Lexicons
import TextCore

/// Finds assertions for which a desk would want a source, by the words that give them away (`claim-phrases.tsv`), and says
/// whether an attribution covers them.
///
/// Precision first: a sentence that names a document, a court or a poll, in which somebody is told to say something, or that
/// stands beside such a one, is taken to be sourced. Who wants, promises or threatens something tells nothing, nor does who
/// is told of in a relative clause: see `ClaimSources`.
package struct ClaimFinder: ParagraphAnalyzer {
  private let words: WordClasses
  private let cues: CueFinder
  private let phrases: Lexicon
  /// Parallel to the rows of `phrases`.
  private let entries: [Entry?]
  private let silencers: Lexicon
  private let claimWords: ClaimWords
  private let nouns: SourceNouns
  private let openings: PhraseFilter
  private let numbers: Lexicon
  /// Words beside numbers; those of many are what a statistic counts.
  let counted: Lexicon

  private struct Entry: Sendable {
    let category: ClaimCategory
    let need: Need
    let confidence: Float
    /// What an agent follows: "by" in "considered by critics", "from" in "drew criticism from unions".
    let joint: String
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
    /// The same right before it, in one noun phrase: "the largest fire ever".
    case ever
    /// Somebody right after it, who does something: "that is why he left", not "why he is ranked higher".
    case act
    /// A failing right after it, or right before it: "due to negligence", "mismanagement led to".
    case fault, faulted
    /// The same right after it, or right before it what somebody may be to blame for: "the crash is due to".
    case effect
    /// Nobody after "by", and an opinion: "considered a failure", not "considered a felony".
    case verdict
    /// Opens the sentence, and nobody named beside it: "studies have shown".
    case opening
  }

  package init(_ language: Language) {
    words = WordClasses(language)
    cues = CueFinder(language)
    phrases = language.lexicon("claim-phrases")
    silencers = language.lexicon("claim-silencers")
    claimWords = ClaimWords(language)
    nouns = SourceNouns(language)
    counted = language.lexicon("count-words")
    numbers = language.lexicon("number-words")
    let phrases = self.phrases
    entries = (0..<phrases.rowCount).map { row in
      guard let category = ClaimCategory(rawValue: phrases.text(row, 0)),
        let need = Need(rawValue: phrases.text(row, 1))
      else { return nil }
      return Entry(
        category: category, need: need, confidence: Float(phrases.integer(row, 2)) / 100, joint: phrases.text(row, 3))
    }
    openings = PhraseFilter([phrases, silencers])
  }

  package var reads: Set<Layer> { [.tokens, .sentences, .mentions, .quantities, .quotations, .attributions] }
  package var provides: Set<Layer> { [.claims] }

  package func analyze(_ paragraph: Paragraph, into layers: inout ParagraphLayers) {
    guard paragraph.kind == .paragraph, paragraph.quoteDepth == 0 else { return }
    var tools: (scanner: PhraseScanner, sources: ClaimSources)?
    for index in layers.sentences.indices {
      let sentence = layers.sentences[index]
      let found = candidates(in: sentence.tokens, layers)
      let counts = hasShares(in: sentence, layers)
      guard !found.isEmpty || counts else { continue }
      let (scanner, sources) = tools ?? self.tools(paragraph, layers)
      tools = (scanner, sources)
      let claims =
        (shares(in: sentence, layers, scanner)
        + found.compactMap { claim($0, in: sentence, layers, scanner) }).map { attributed($0, in: index, sources) }
      layers.claims += claims.filter { $0.attribution != nil }
      guard let best = claims.filter({ $0.attribution == nil }).max(by: { $0.confidence < $1.confidence }) else {
        continue
      }
      let own = sources.sourcing(of: index, besides: best.evidence)
      guard best.category.stands(beside: own),
        !sources.isSilenced(sentence.tokens, besides: best.evidence, best.category),
        !isCarriedOver(best, at: index, sources),
        !best.category.isOfEvents || !isOfHistory(sentence, layers)
      else { continue }
      layers.claims.append(best)
    }
    layers.claims.sort { $0.evidence.start < $1.evidence.start }
  }

  private func tools(_ paragraph: Paragraph, _ layers: ParagraphLayers) -> (PhraseScanner, ClaimSources) {
    let scanner = PhraseScanner(layers.tokens, paragraph.bytes, words)
    return (
      scanner,
      ClaimSources(
        layers: layers, scanner: scanner, silencers: silencers, cues: cues, words: claimWords,
        sentences: SentenceSources(layers))
    )
  }

  private func agents(_ layers: ParagraphLayers, _ scanner: PhraseScanner) -> ClaimAgents {
    ClaimAgents(layers: layers, scanner: scanner, nouns: nouns)
  }

  // MARK: - Carrying over

  /// Whether the source of a sentence beside the claim's may stand for it too: figures and events are told on; a judgement is the
  /// writer's wherever it stands.
  private func isCarriedOver(_ claim: Claim, at index: Int, _ sources: ClaimSources) -> Bool {
    let sentences = sources.layers.sentences
    let reach: (back: Int, on: Int)
    switch claim.category {
    case .statistic, .event: reach = (2, 2)
    case .allegation: reach = (hasNewAgent(claim, at: index, sources) ? 0 : 1, 1)
    case .motive, .nonpublic, .causal: reach = (1, 1)
    case .vagueSource:
      // "According to the complaint, the fund was empty. Okoro was accused of hiding it."
      return index > 0 && isOfCharge(claim, sources)
        && sources.isSilenced(sentences[index - 1].tokens, besides: nil)
    case .prediction, .superlative, .loaded: return false
    }
    for other in max(0, index - reach.back)..<min(sentences.count, index + reach.on + 1) where other != index {
      switch sources.sourcing(of: other, besides: claim.evidence) {
      case .told, .aside: return true
      // "It was announced on Monday. The fund was looted": whoever announced it may go on, but does not come after.
      case .nobodys where other < index: return true
      default: break
      }
    }
    // "The shares fell 3 percent. They have risen this year."
    return claim.category == .statistic && index > 0
      && sources.isSilenced(sentences[index - 1].tokens, besides: nil, .statistic)
  }

  /// "Was accused of", "is suspected of": by whom is a matter of record, which the sentence before may name.
  private func isOfCharge(_ claim: Claim, _ sources: ClaimSources) -> Bool {
    let tokens = sources.layers.tokens
    return tokens.tokens(in: claim.evidence).range.contains { claimWords[tokens.hashes[$0]] == .charge }
  }

  /// "Ana Ruiz said that the boats were dry. Sala stole the fund": whoever spoke spoke of something else. Not after police or
  /// papers, which tell of all who were there.
  private func hasNewAgent(_ claim: Claim, at index: Int, _ sources: ClaimSources) -> Bool {
    let layers = sources.layers
    let verb = layers.tokens.firstToken(endingAfter: claim.evidence.start)
    let sentence = layers.sentences[index].tokens
    guard index > 0, let agent = agents(layers, sources.scanner).agent(before: verb, in: sentence),
      layers.mentions(beginningIn: max(sentence.start, agent - ClaimAgents.longestName)..<agent + 1)
        .contains(where: { $0.tokens.end == agent + 1 && $0.form == .name })
    else { return false }
    let before = layers.sentences[index - 1].tokens
    return !before.range.contains { layers.tokens.hashes[$0] == layers.tokens.hashes[agent] }
      && !sources.namesSource(before)
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
      guard isAgentless(candidate, in: sentence.tokens, scanner),
        !isSupposed(candidate.tokens.start, in: sentence.tokens, scanner)
      else { return nil }
    case .agent:
      guard agents(layers, scanner).agent(before: candidate.tokens.start, in: sentence.tokens) != nil,
        !isSupposed(candidate.tokens.start, in: sentence.tokens, scanner)
      else { return nil }
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
      guard hasSuperlative(before: candidate.tokens.start, within: 10, in: sentence.tokens, scanner) else { return nil }
    case .ever:
      guard hasSuperlative(before: candidate.tokens.start, within: 3, in: sentence.tokens, scanner) else { return nil }
    case .act:
      guard agents(layers, scanner).isAct(after: candidate.tokens.end, in: sentence.tokens) else { return nil }
    case .effect:
      guard
        hasWord(.effect, in: candidate.tokens.start - 4..<candidate.tokens.start, sentence.tokens, layers)
          || hasWord(.fault, in: candidate.tokens.end..<candidate.tokens.end + 5, sentence.tokens, layers)
      else { return nil }
    case .fault:
      guard hasWord(.fault, in: candidate.tokens.end..<candidate.tokens.end + 5, sentence.tokens, layers) else {
        return nil
      }
    case .faulted:
      guard hasWord(.fault, in: candidate.tokens.start - 4..<candidate.tokens.start, sentence.tokens, layers) else {
        return nil
      }
    case .verdict:
      guard isAgentless(candidate, in: sentence.tokens, scanner),
        hasWord(.verdict, in: candidate.tokens.end..<candidate.tokens.end + 4, sentence.tokens, layers)
      else { return nil }
    case .opening:
      guard candidate.tokens.start == sentence.tokens.start,
        isAgentless(candidate, in: sentence.tokens, scanner)
      else { return nil }
    }
    return claim(candidate.entry.category, evidence, candidate.entry.confidence, in: sentence, layers)
  }

  /// Nobody after "by", "among" or, where the phrase takes it, "from", before the next comma; nor "seen as he left".
  private func isAgentless(_ candidate: Candidate, in sentence: TokenSpan, _ scanner: PhraseScanner) -> Bool {
    let end = candidate.tokens.end
    if scanner.has(end, .personPronoun), scanner.isWord(end - 1, "as") { return false }
    for token in end..<max(end, min(sentence.end, end + ClaimFinder.reachOfAgent)) {
      if scanner.isWord(token, "by") || scanner.isWord(token, "among") { return false }
      if scanner.isWord(token, "from"), candidate.entry.joint != "by" { return false }
      // "Is seen, by some at least, as"
      if scanner.isComma(token) { return !scanner.isWord(token + 1, "by") && !scanner.isWord(token + 1, "from") }
    }
    return true
  }

  /// Words from a phrase to whoever thinks so.
  private static let reachOfAgent = 14

  /// "Whether Sala stole the fund", "if he lied": nobody says that it is so.
  private func isSupposed(_ verb: Int, in sentence: TokenSpan, _ scanner: PhraseScanner) -> Bool {
    (sentence.start..<max(sentence.start, verb)).contains {
      scanner.isWord($0, "whether") || scanner.isWord($0, "if") || scanner.isWord($0, "unless")
    }
  }

  private func hasSuperlative(
    before start: Int, within reach: Int, in sentence: TokenSpan, _ scanner: PhraseScanner
  ) -> Bool {
    (max(sentence.start, start - reach)..<start).contains {
      scanner.isWord($0, "most") || scanner.isWord($0, "worst") || scanner.isWord($0, "best")
        || scanner.ends($0, "est") && !scanner.isCapitalized($0)
    }
  }

  func hasWord(
    _ sort: ClaimWords.Class, in range: Range<Int>, _ sentence: TokenSpan, _ layers: ParagraphLayers
  ) -> Bool {
    range.clamped(to: sentence.range).contains { claimWords.phrase(at: $0, layers.tokens) == sort }
  }

  /// Nil inside quotation marks: those are somebody's words.
  func claim(
    _ category: ClaimCategory, _ evidence: TextSpan, _ confidence: Float, in sentence: Sentence,
    _ layers: ParagraphLayers
  ) -> Claim? {
    if layers.isQuoted(evidence) { return nil }
    return Claim(span: sentence.span, evidence: evidence, category: category, confidence: confidence)
  }

  /// The claim with the attribution that it stands in, out of those of its sentence.
  private func attributed(_ claim: Claim, in sentence: Int, _ sources: ClaimSources) -> Claim {
    var claim = claim
    claim.attribution = sources.sentences.attributions(in: sentence).first { index in
      let attribution = sources.layers.attributions[index]
      return attribution.contents.contains { $0.overlaps(claim.evidence) }
        && !(claim.category == .vagueSource && sources.isNobodys(attribution))
    }
    return claim
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

  static let inWord = CaseFolding.hash("in")
}

extension ClaimCategory {
  /// Whether it tells of what happened, which is history when it happened long ago.
  fileprivate var isOfEvents: Bool { self == .allegation || self == .statistic || self == .causal }

  /// Whether a claim is the paper's own beside what its sentence tells besides. What nobody is named for may be a source of facts,
  /// hardly of judgements; what somebody wants may be that of a prediction.
  fileprivate func stands(beside sourcing: ClaimSources.Sourcing) -> Bool {
    switch sourcing {
    case .none, .aside: true
    case .wish: self != .prediction
    case .nobodys: self == .vagueSource || self == .loaded || self == .prediction || self == .superlative
    case .denied, .told: false
    }
  }
}
