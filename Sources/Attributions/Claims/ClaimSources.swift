import DocumentModel
import Lexicons
import TextCore

/// Tells which sentences of a paragraph have somebody in them who tells something, and so may be the source of a claim made
/// there or beside it.
///
/// Only who says, finds or believes something tells it: "builders who wanted permits" and "the utility promised repairs" vouch
/// for nothing. Whatever stands in a content is covered by its attribution, and is no matter of this.
struct ClaimSources {
  let layers: ParagraphLayers
  let scanner: PhraseScanner
  let silencers: Lexicon
  let cues: CueFinder
  let words: ClaimWords

  let sentences: SentenceSources

  /// How far a sentence is sourced; a later case outweighs an earlier one.
  enum Sourcing: Int {
    case none
    /// Somebody wants, promises or threatens something.
    case wish
    /// In a relative clause: no source for the rest of the sentence, but maybe for the one beside it.
    case aside
    /// Nobody is named who tells it: "it was announced that".
    case nobodys
    /// Somebody only says that it is not so, or says nothing.
    case denied
    case told
  }

  /// How far a sentence is sourced by other words than a claim's own: `evidence`.
  func sourcing(of sentence: Int, besides evidence: TextSpan) -> Sourcing {
    if sentences.hasQuotation(sentence) { return .told }
    return sentences.attributions(in: sentence).lazy.map { layers.attributions[$0] }
      .filter { attribution in !attribution.cues.contains { $0.overlaps(evidence) } }
      .map { sourcing(of: $0) }.max { $0.rawValue < $1.rawValue } ?? .none
  }

  private func sourcing(of attribution: Attribution) -> Sourcing {
    if isDenial(attribution) { return .denied }
    if isWish(attribution.stance, attribution.lemma) { return .wish }
    if isNobodys(attribution) { return .nobodys }
    return isRelative(attribution) ? .aside : .told
  }

  /// "Has been described as": an attribution that names nobody is what a vague source is.
  func isNobodys(_ attribution: Attribution) -> Bool {
    attribution.kind == .none && attribution.sources.isEmpty
  }

  /// "Wants more gyms", "promised repairs", "ordered a recount": what somebody would have, not what is.
  private func isWish(_ stance: Attribution.Stance, _ lemma: String) -> Bool {
    switch stance {
    case .commissive, .directive: true
    case .cognitive: words[CaseFolding.hash(lemma)] != .belief
    default: false
    }
  }

  /// "Democrats, who have argued that": told of them, not by the sentence.
  private func isRelative(_ attribution: Attribution) -> Bool {
    guard attribution.kind == .pronoun, let source = attribution.sources.first else { return false }
    let run = layers.tokens.tokens(in: source)
    return run.count == 1 && isRelative(run.start)
  }

  private func isRelative(_ token: Int) -> Bool {
    scanner.isWord(token, "who") || scanner.isWord(token, "which") || scanner.isWord(token, "that")
  }

  /// "The owner denied this", "did not respond", "pleaded not guilty": no source for what was claimed before.
  private func isDenial(_ attribution: Attribution) -> Bool {
    attribution.cues.contains { cue in
      layers.tokens.tokens(in: cue).range.contains { token in
        silencers.row(layers.tokens.hashes[token]).map { silencers.text($0, 0) == "denial" } ?? false
      }
    }
  }

  /// Whether words of the sentence give it a source, besides those of the claim itself ("forged documents").
  func isSilenced(_ sentence: TokenSpan, besides evidence: TextSpan?, _ category: ClaimCategory? = nil) -> Bool {
    if scanner.isMark(sentence.end - 1, "?") { return true }
    let own = evidence.map { scanner.tokens.tokens(in: $0) }
    if namesSource(sentence, besides: own, category) { return true }
    return cues.cues(in: sentence, scanner).contains { cue in
      // "Was accused of ordering": what is told of so is no source either.
      if let own, own.contains(cue.head.start) || own.end == cue.head.start && cue.form == .gerund { return false }
      if isWish(cue.stance, cue.lemma) || isRelative(cue.tokens.start - 1) || isOfMeasure(cue.tokens) { return false }
      return switch cue.complement {
      case .speech, .addressed, .preposition: true
      default: false
      }
    }
  }

  /// "Per" of "two billion tons per year".
  private func isOfMeasure(_ cue: TokenSpan) -> Bool {
    let span = layers.tokens.span(cue)
    return layers.quantities(in: span).contains { $0.outerSpan.contains(span) }
  }

  /// Whether a word of the sentence names a source, a record, a market or a game.
  func namesSource(_ sentence: TokenSpan, besides own: TokenSpan? = nil, _ category: ClaimCategory? = nil) -> Bool {
    sentence.range.contains { index in
      // "In Okoro's words, …"
      if scanner.isWord(index, "words"), index > sentence.start, scanner.kind(index - 1) == .possessive { return true }
      guard let match = silencers.longestMatch(scanner.tokens.hashes, at: index, limit: sentence.end),
        // But "stole the ball" is no theft.
        own.map({ index < $0.start || index + match.count > $0.end }) ?? true
      else { return false }
      return match.rows.contains { row in
        switch silencers.text(row, 0) {
        case "sourced": true
        case "law": category == .prediction
        case "figure": category == .statistic || category == .prediction || category == .superlative
        default: false
        }
      }
    }
  }
}

/// Words that tell what a claim is about; see `claim-words.tsv`.
struct ClaimWords: Sendable {
  private let table: Lexicon
  /// Parallel to the table's rows.
  private let classes: [Class?]

  enum Class: String, Sendable {
    /// A lemma: who believes something vouches for it.
    case belief
    /// What went wrong: "crash", "outage".
    case effect
    /// A failing that somebody is to blame for: "negligence".
    case fault
    /// What reference books count: "of GDP".
    case reference
    /// "Accused", "suspected": what an authority does.
    case charge
    /// What only an opinion finds somebody or something to be: "a failure".
    case verdict
  }

  init(_ language: Language) {
    let table = language.lexicon("claim-words")
    self.table = table
    classes = (0..<table.rowCount).map { Class(rawValue: table.text($0, 0)) }
  }

  subscript(hash: UInt64) -> Class? {
    guard let row = table.row(hash), classes.indices.contains(row) else { return nil }
    return classes[row]
  }

  /// The class of the longest phrase that begins at a token: "human error".
  func phrase(at token: Int, _ tokens: TokenBuffer) -> Class? {
    guard tokens.hashes.indices.contains(token),
      let row = table.longestMatch(tokens.hashes, at: token)?.rows.first, classes.indices.contains(row)
    else { return nil }
    return classes[row]
  }
}
