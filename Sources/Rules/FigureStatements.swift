import DocumentModel
import DraftAnalysis
import Lexicons
import TextCore

/// A figure with the verb that says what became of so many: "12 killed", "cut 340 jobs", "cost $40 million".
struct FigureStatement {
  /// What is counted and what became of it: statements of one event and one noun may be twins.
  struct Key: Hashable {
    /// Empty where no verb of the table stands beside the figure.
    let event: String
    /// The counted noun in the singular, a currency, or "people".
    let noun: String
  }

  let key: Key
  let quantity: Quantity
  /// Figure, noun and verb.
  let span: TextSpan
  /// Hashes of the beginnings of the longer words of its sentence, without verb and noun.
  let context: Set<UInt64>
  /// Nobody and nothing else is counted in its sentence, and nobody is joined to those who are: "eight pupils and a driver".
  let isAlone: Bool
  /// Of the beginning of the word before the figure; nil at the head of a sentence.
  let before: UInt64?
}

/// Reads such statements out of a paragraph; see `event-verbs.tsv` and `event-words.tsv`.
struct FigureStatements: Sendable {
  private let verbs: Lexicon
  private let words: Lexicon
  private let countWords: Lexicon

  init(_ language: Language) {
    verbs = language.lexicon("event-verbs")
    words = language.lexicon("event-words")
    countWords = language.lexicon("count-words")
  }

  /// Whether the paragraph may hold any.
  func mayStand(in paragraph: AnalyzedParagraph) -> Bool {
    paragraph.layers.quantities.contains(where: isCounting)
  }

  /// In order, of some events (nil: of all). Those of sentences that tell of other events, parts or years are left out.
  func all(in paragraph: AnalyzedParagraph, year: Int?, events: Set<String>? = nil) -> [FigureStatement] {
    paragraph.layers.quantities.compactMap { quantity in
      guard isCounting(quantity), !paragraph.isQuoted(quantity.outerSpan) else { return nil }
      return statement(quantity, paragraph, year, events)
    }
  }

  private func isCounting(_ quantity: Quantity) -> Bool {
    switch quantity.kind {
    case .number, .count, .money: true
    default: false
    }
  }

  private func statement(_ quantity: Quantity, _ paragraph: AnalyzedParagraph, _ year: Int?, _ events: Set<String>?)
    -> FigureStatement?
  {
    let sentence = paragraph.sentence(at: quantity.span.start)
    let tokens = paragraph.layers.tokens
    let verb = verb(of: quantity, sentence, paragraph)
    // Verb and figure may hold such words: "more than 80".
    let figure = tokens.tokens(in: quantity.outerSpan)
    let own = verb.map { TokenSpan(min($0.tokens.start, figure.start), max($0.tokens.end, figure.end)) } ?? figure
    let event = verb.map { verbs.text($0.row, 0) } ?? ""
    guard events?.contains(event) ?? true, verb != nil || quantity.kind == .count && quantity.modifier == nil,
      !isOfAnotherTime(sentence, paragraph, year),
      !sentence.range.contains(where: { !own.contains($0) && isWord($0, "other", paragraph) })
    else { return nil }
    let noun: String
    switch quantity.kind {
    case .money: noun = quantity.unit?.name ?? ""
    case .count: noun = (quantity.unit?.name).map { $0 == "person" ? "people" : $0 } ?? ""
    default: noun = verb.map { verbs.text($0.row, 1) } ?? ""
    }
    guard !noun.isEmpty else { return nil }
    var whole = own
    if quantity.kind == .count,
      let last = (own.end..<max(own.end, min(own.end + 5, sentence.end))).first(where: {
        paragraph.text($0).lowercased().hasPrefix(String(noun.prefix(3)))
      })
    {
      whole = TokenSpan(own.start, last + 1)
    }
    let span = tokens.span(whole)
    return FigureStatement(
      key: .init(event: event, noun: noun), quantity: quantity, span: span,
      context: context(sentence, except: span, paragraph), isAlone: isAlone(quantity, sentence, paragraph),
      before: figure.start > sentence.start ? stem(figure.start - 1, paragraph) : nil)
  }

  /// Whether a counted noun, in the singular, is of people.
  func isOfPeople(_ noun: String) -> Bool {
    words.row(CaseFolding.hash(noun)).map { words.text($0, 0) == "person" } ?? false
  }

  private func isAlone(_ quantity: Quantity, _ sentence: TokenSpan, _ paragraph: AnalyzedParagraph) -> Bool {
    let span = paragraph.layers.tokens.span(sentence)
    let isOnly = !paragraph.layers.quantities(in: span).contains { $0.span != quantity.span && isCounting($0) }
    return isOnly && !sentence.range.contains { paragraph.text($0) == "and" }
  }

  // MARK: - Verbs

  private struct Verb {
    let tokens: TokenSpan
    let row: Int
  }

  /// Right before the figure ("kills 9 pupils"), or right after what is counted ("12 killed", "13 people were killed").
  private func verb(of quantity: Quantity, _ sentence: TokenSpan, _ paragraph: AnalyzedParagraph) -> Verb? {
    let tokens = paragraph.layers.tokens
    let run = tokens.tokens(in: quantity.outerSpan)
    // "Walked out" has two words.
    for length in [1, 2] where run.start - length >= sentence.start {
      let before = TokenSpan(run.start - length, run.start)
      guard let row = verbs.rows(tokens.hashes[before.range])?.first, isCounted(quantity, run.end, paragraph) else {
        continue
      }
      return Verb(tokens: before, row: row)
    }
    var at = run.end
    if quantity.kind == .count {
      // The counted noun is among the next words, as is what describes it.
      var steps = 0
      while at < sentence.end, steps < 4, verbs.longestMatch(tokens.hashes, at: at) == nil, tokens.kinds[at] == .word,
        !isAuxiliary(at, paragraph)
      {
        // What follows a preposition is another noun's.
        guard !isStop(at, paragraph) else { return nil }
        at += 1
        steps += 1
      }
      guard steps > 0 else { return nil }
    } else if quantity.kind == .money {
      return nil
    }
    let auxiliaries = at
    while at < sentence.end, isAuxiliary(at, paragraph) { at += 1 }
    guard at < sentence.end, let match = verbs.longestMatch(tokens.hashes, at: at), let row = match.rows.first,
      at > auxiliaries || isClosed(at + match.count, sentence, paragraph)
    else { return nil }
    return Verb(tokens: TokenSpan(at, at + match.count), row: row)
  }

  /// "Kills 9", but not "kills 9 percent more": a figure alone counts only where nothing follows that it might belong to.
  private func isCounted(_ quantity: Quantity, _ next: Int, _ paragraph: AnalyzedParagraph) -> Bool {
    quantity.kind != .number || isClosed(next, paragraph.sentence(at: quantity.span.start), paragraph)
  }

  /// The sentence ends here, or goes on with a preposition, a conjunction or a mark: the verb has no object.
  private func isClosed(_ token: Int, _ sentence: TokenSpan, _ paragraph: AnalyzedParagraph) -> Bool {
    guard token < sentence.end else { return true }
    switch paragraph.layers.tokens.kinds[token] {
    case .punctuation: return true
    case .word: return isWord(token, "closing", paragraph)
    default: return false
    }
  }

  private func isAuxiliary(_ token: Int, _ paragraph: AnalyzedParagraph) -> Bool {
    isWord(token, "auxiliary", paragraph)
  }

  private func isStop(_ token: Int, _ paragraph: AnalyzedParagraph) -> Bool {
    paragraph.hash(token).flatMap(countWords.row).map { countWords.text($0, 0) == "stop" } ?? false
  }

  private func isWord(_ token: Int, _ role: String, _ paragraph: AnalyzedParagraph) -> Bool {
    paragraph.hash(token).flatMap(words.row).map { words.text($0, 0) == role } ?? false
  }

  // MARK: - The sentence around it

  /// "In 2011, 31 people were killed": a year that is not the draft's, a stretch of years, or years ago.
  private func isOfAnotherTime(_ sentence: TokenSpan, _ paragraph: AnalyzedParagraph, _ year: Int?) -> Bool {
    let span = paragraph.layers.tokens.span(sentence)
    return paragraph.layers.quantities(in: span).contains { quantity in
      if quantity.kind == .duration { return true }
      guard case .temporal(let time) = quantity.value else { return false }
      return isOfAnotherTime(time, year)
    }
  }

  private func isOfAnotherTime(_ time: TemporalExpression, _ year: Int?) -> Bool {
    switch time {
    case .calendar(let said?, _, _, _): said != year
    case .calendar(nil, _, _, _), .time, .weekday, .present: false
    case .dateTime(let day, _): isOfAnotherTime(day, year)
    case .relative(let count, let unit, _): abs(count) > 1 || unit != .day && count < 0
    case .partOfDay(_, let day): day.map { isOfAnotherTime($0, year) } ?? false
    case .nth(_, _, _, let of): isOfAnotherTime(of, year)
    case .part(_, let of): of.map { isOfAnotherTime($0, year) } ?? false
    default: true
    }
  }

  private func context(_ sentence: TokenSpan, except span: TextSpan, _ paragraph: AnalyzedParagraph) -> Set<UInt64> {
    let tokens = paragraph.layers.tokens
    var found: Set<UInt64> = []
    for token in sentence.range where tokens.kinds[token] == .word && tokens.ends[token] - tokens.starts[token] >= 4 {
      guard !span.overlaps(tokens.span(token)), !isStop(token, paragraph) else { continue }
      found.insert(stem(token, paragraph))
    }
    return found
  }

  /// Five letters are a stem: "approves", "approved".
  private func stem(_ token: Int, _ paragraph: AnalyzedParagraph) -> UInt64 {
    let word = paragraph.text(token)
    return CaseFolding.hash(String(word.prefix(word.count == 5 && word.hasSuffix("s") ? 4 : 5)))
  }

  /// How often words of an event stand in a paragraph.
  func count(of event: String, in paragraph: AnalyzedParagraph) -> Int {
    paragraph.layers.tokens.hashes.count { hash in verbs.row(hash).map { verbs.text($0, 0) == event } ?? false }
  }

  /// The values of a paragraph's amounts and counts.
  func values(in paragraph: AnalyzedParagraph) -> [Rational] {
    paragraph.layers.quantities.compactMap { quantity in
      guard isCounting(quantity), case .exact(let value) = quantity.value else { return nil }
      return value
    }
  }
}
