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
  /// "To cut 120 jobs", "will cut", "said it would cut": yet to come.
  let isPlan: Bool
}

/// Reads such statements out of a paragraph; see `event-verbs.tsv` and `event-words.tsv`.
struct FigureStatements: Sendable {
  let verbs: Lexicon
  private let words: Lexicon
  private let countWords: Lexicon
  private let synonyms: Lexicon

  init(_ language: Language) {
    verbs = language.lexicon("event-verbs")
    words = language.lexicon("event-words")
    countWords = language.lexicon("count-words")
    synonyms = language.lexicon("headline-words")
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
    case .number, .count, .money, .age: true
    case .percent: quantity.unit?.name == "percent"
    default: false
    }
  }

  private func statement(_ quantity: Quantity, _ paragraph: AnalyzedParagraph, _ year: Int?, _ events: Set<String>?)
    -> FigureStatement?
  {
    let sentence = paragraph.sentence(at: quantity.span.start)
    let tokens = paragraph.layers.tokens
    let figure = tokens.tokens(in: quantity.outerSpan)
    guard let said = told(quantity, figure, sentence, paragraph), events?.contains(said.event) ?? true,
      !isOfAnotherTime(sentence, paragraph, year),
      !sentence.range.contains(where: { !said.tokens.contains($0) && isOther($0, sentence, paragraph) })
    else { return nil }
    var whole = said.tokens
    if quantity.kind == .count,
      let last = (whole.end..<max(whole.end, min(whole.end + 5, sentence.end))).first(where: {
        paragraph.text($0).lowercased().hasPrefix(String(said.noun.prefix(3)))
      })
    {
      whole = TokenSpan(whole.start, last + 1)
    }
    let span = tokens.span(whole)
    return FigureStatement(
      key: .init(event: said.event, noun: said.noun), quantity: quantity, span: span,
      context: context(sentence, except: span, paragraph), isAlone: isAlone(quantity, sentence, paragraph),
      before: figure.start > sentence.start ? stem(figure.start - 1, paragraph) : nil,
      isPlan: isPlan(whole.start, sentence, paragraph))
  }

  private struct Told {
    let event: String
    let noun: String
    /// Verb and figure, which may hold words of other events: "more than 80".
    let tokens: TokenSpan
  }

  /// What became of how many of what; nil where the figure tells no such thing.
  private func told(_ quantity: Quantity, _ figure: TokenSpan, _ sentence: TokenSpan, _ paragraph: AnalyzedParagraph)
    -> Told?
  {
    switch quantity.kind {
    case .age:
      return aged(quantity, figure, paragraph).map { Told(event: "age", noun: $0, tokens: figure) }
    case .percent:
      guard let verb = trend(before: figure, sentence, paragraph) else { return nil }
      return Told(
        event: verbs.text(verb.row, 0), noun: "percent", tokens: TokenSpan(verb.tokens.start, figure.end))
    default: break
    }
    let verb = verb(of: quantity, sentence, paragraph)
    let event = verb.map { verbs.text($0.row, 0) } ?? ""
    let counted = verb.map { verbs.text($0.row, 1) } ?? ""
    guard counted != "percent", verb != nil || quantity.kind == .count && quantity.modifier == nil else { return nil }
    let own = verb.map { TokenSpan(min($0.tokens.start, figure.start), max($0.tokens.end, figure.end)) } ?? figure
    var noun: String
    switch quantity.kind {
    case .money: noun = quantity.unit?.name ?? ""
    case .count: noun = (quantity.unit?.name).map { $0 == "person" ? "people" : $0 } ?? ""
    default: noun = counted
    }
    // "140 workers will lose their jobs"
    if quantity.kind == .count, counted == "job" { noun = counted }
    if let cut = jobCuts(noun, figure, paragraph) { return cut }
    return noun.isEmpty ? nil : Told(event: event, noun: noun, tokens: own)
  }

  /// "140 job cuts", "140 workers at the mill will lose their jobs".
  private func jobCuts(_ noun: String, _ figure: TokenSpan, _ paragraph: AnalyzedParagraph) -> Told? {
    let next = figure.end
    if noun == "cut", paragraph.text(next).lowercased() == "job" {
      return Told(event: "cut", noun: "job", tokens: TokenSpan(figure.start, next + 2))
    }
    guard isOfPeople(noun) else { return nil }
    let tokens = paragraph.layers.tokens
    let end = min(next + 10, paragraph.sentence(at: tokens.span(figure).start).end)
    for at in next..<max(next, end) where tokens.kinds[at] == .word {
      if let match = verbs.longestMatch(tokens.hashes, at: at), let row = match.rows.first, verbs.text(row, 1) == "job"
      {
        return Told(event: "cut", noun: "job", tokens: TokenSpan(figure.start, at + match.count))
      }
    }
    return nil
  }

  /// Whom an age is of: "Boy, 9,", "an 8-year-old boy".
  private func aged(_ quantity: Quantity, _ figure: TokenSpan, _ paragraph: AnalyzedParagraph) -> String? {
    let person =
      paragraph.text(figure.start - 1) == ","
      ? figure.start - 2 : figure.count > 1 || isWorded(quantity) ? figure.end : -1
    guard person >= 0, isWord(person, "person", paragraph) else { return nil }
    return paragraph.text(person).lowercased()
  }

  /// "8-year-old"
  private func isWorded(_ quantity: Quantity) -> Bool {
    quantity.numerals.first.map { $0.span != quantity.span } ?? false
  }

  /// "Rise by 8 percent", "fell 8 percent", "an increase of 8 percent".
  private func trend(before figure: TokenSpan, _ sentence: TokenSpan, _ paragraph: AnalyzedParagraph) -> Verb? {
    var at = figure.start - 1
    if ["by", "of"].contains(paragraph.text(at).lowercased()) { at -= 1 }
    guard at >= sentence.start, let hash = paragraph.hash(at), let row = verbs.row(hash),
      verbs.text(row, 1) == "percent"
    else { return nil }
    return Verb(tokens: TokenSpan(at, at + 1), row: row)
  }

  /// A word of another event; "would" after "said" is a plan.
  private func isOther(_ token: Int, _ sentence: TokenSpan, _ paragraph: AnalyzedParagraph) -> Bool {
    // "May" is a month.
    guard isWord(token, "other", paragraph),
      !paragraph.layers.quantities(in: paragraph.layers.tokens.span(token)).contains(where: { $0.kind.isTemporal })
    else { return false }
    guard paragraph.text(token).lowercased() == "would" else { return true }
    return !(max(sentence.start, token - 5)..<token).contains { isSaying($0, paragraph) }
  }

  func isSaying(_ token: Int, _ paragraph: AnalyzedParagraph) -> Bool { isWord(token, "saying", paragraph) }

  private func isPlan(_ start: Int, _ sentence: TokenSpan, _ paragraph: AnalyzedParagraph) -> Bool {
    (max(sentence.start, start - 2)..<max(sentence.start, start)).contains {
      ["to", "will", "would"].contains(paragraph.text($0).lowercased())
    }
  }

  /// Whether a counted noun, in the singular, is of people.
  func isOfPeople(_ noun: String) -> Bool {
    words.row(CaseFolding.hash(noun)).map { words.text($0, 0) == "person" } ?? false
  }

  private func isAlone(_ quantity: Quantity, _ sentence: TokenSpan, _ paragraph: AnalyzedParagraph) -> Bool {
    let span = paragraph.layers.tokens.span(sentence)
    let isOnly = !paragraph.layers.quantities(in: span).contains {
      $0.span != quantity.span && isCounting($0) && $0.kind != .age && $0.kind != .percent
    }
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
    if quantity.kind == .money, let verb = verb(ofSum: run.start, sentence, paragraph) { return verb }
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

  /// "Paid the club a fee of 12 million euros": what the sum is stands between.
  private func verb(ofSum figure: Int, _ sentence: TokenSpan, _ paragraph: AnalyzedParagraph) -> Verb? {
    guard paragraph.text(figure - 1) == "of", ["a", "an", "the"].contains(paragraph.text(figure - 3)) else {
      return nil
    }
    for at in (max(sentence.start, figure - 7)..<max(sentence.start, figure - 3)).reversed() {
      if let hash = paragraph.hash(at), let row = verbs.row(hash) {
        return Verb(tokens: TokenSpan(at, at + 1), row: row)
      }
    }
    return nil
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
      // "Its owner said on Monday, May 4, 2026": the day of the saying.
      let start = paragraph.layers.tokens.tokens(in: quantity.outerSpan).start
      if isDay(quantity),
        (max(sentence.start, start - 2)..<max(sentence.start, start)).contains(where: { isSaying($0, paragraph) })
      {
        return false
      }
      guard case .temporal(let time) = quantity.value else { return false }
      return isOfAnotherTime(time, year)
    }
  }

  /// A day of the calendar or a weekday: "said in May" is of an older story.
  func isDay(_ quantity: Quantity) -> Bool {
    switch quantity.value {
    case .temporal(.calendar(_, .some, .some, _)), .temporal(.weekday), .temporal(.dateTime): true
    default: false
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
    for token in sentence.range where tokens.kinds[token] == .word && !span.overlaps(tokens.span(token)) {
      if let row = synonyms.row(tokens.hashes[token]) {
        found.insert(CaseFolding.hash(synonyms.text(row, 0)))
      } else if tokens.ends[token] - tokens.starts[token] >= 4, !isStop(token, paragraph) {
        found.insert(stem(token, paragraph))
      }
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
      guard isCounting(quantity), quantity.kind != .age, quantity.kind != .percent,
        case .exact(let value) = quantity.value
      else { return nil }
      return value
    }
  }
}
