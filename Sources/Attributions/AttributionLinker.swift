import DocumentModel
import TextCore

/// A source, a cue and contents that belong together, in tokens of one paragraph.
struct LinkedAttribution {
  var source: TokenSpan?
  var cue: Cue
  var contents: [TokenSpan]
  /// First token of the clause that holds source and cue.
  var clauseStart: Int
  /// Content, or its first part, stands before the cue.
  var isPreposed: Bool
  var inner: [LinkedAttribution] = []

  var extent: TokenSpan {
    var start = min(clauseStart, cue.tokens.start)
    var end = cue.tokens.end
    for span in contents + [source].compactMap(\.self) {
      start = min(start, span.start)
      end = max(end, span.end)
    }
    return TokenSpan(start, end)
  }

  func holds(_ span: TokenSpan) -> Bool { contents.contains { $0.start <= span.start && span.end <= $0.end } }
}

/// Joins cues, sources and contents of one sentence, cuts contents where the next speaker begins, puts reports within
/// reports into `inner`, and lets quotations run on into the sentences after.
struct AttributionLinker {
  let scanner: PhraseScanner
  let sources: SourceFinder
  let contents: ContentFinder

  init(_ scanner: PhraseScanner, _ contents: ContentFinder) {
    self.scanner = scanner
    self.contents = contents
    sources = SourceFinder(scanner: scanner)
  }

  /// Cues of a sentence that are linked. Linking looks from each over the whole sentence; one with more cues is no prose, and
  /// must not take more than linear time.
  private static let mostCues = 128

  /// The attributions of a sentence, outermost first in order of reading.
  func link(_ cues: [Cue], in sentence: TokenSpan) -> [LinkedAttribution] {
    var linked: [LinkedAttribution] = []
    for cue in cues.prefix(AttributionLinker.mostCues) {
      // The sentence that a quotation interrupts belongs to the quotation's speaker.
      if let run = contents.quotation(at: cue.head.start), run.start < cue.tokens.start,
        let found = link(cue, within: run, in: sentence)
      {
        linked.append(found)
      } else if contents.quotation(at: cue.head.start) == nil, let found = link(cue, in: sentence, after: linked.last) {
        linked.append(found)
      }
    }
    cut(&linked)
    return nest(linked)
  }

  // MARK: - One cue

  private func link(_ cue: Cue, within run: TokenSpan, in sentence: TokenSpan) -> LinkedAttribution? {
    let inside = TokenSpan(max(run.start + 1, sentence.start), min(run.end - 1, sentence.end))
    guard cue.complement != .preposition, let source = sources.subject(before: cue.tokens, in: inside),
      let start = contents.start(after: cue, in: inside)
    else { return nil }
    let end = min(contents.end(from: start, cue, in: inside), inside.end)
    guard end > start else { return nil }
    return LinkedAttribution(
      source: source, cue: cue, contents: [TokenSpan(start, end)], clauseStart: source.start, isPreposed: false)
  }

  private func link(_ cue: Cue, in sentence: TokenSpan, after previous: LinkedAttribution?) -> LinkedAttribution? {
    switch cue.complement {
    case .preposition: return accordingTo(cue, in: sentence)
    case .noun: return noun(cue, in: sentence)
    default: break
    }
    if cue.voice == .passive { return passive(cue, in: sentence) }
    if cue.voice == .participial { return participial(cue, in: sentence, after: previous) }

    let isSpeech = cue.complement == .speech || cue.complement == .addressed || cue.complement == .clause
    if isSpeech, let inverted = inverted(cue, in: sentence) { return inverted }
    guard let source = sources.subject(before: cue.tokens, in: sentence) else {
      return shared(cue, in: sentence, after: previous)
    }
    let clauseStart = source.start
    let clauseEnd = cue.tokens.end
    if isSpeech, let before = contents.preposed(before: clauseStart, clauseEnd: clauseEnd, in: sentence) {
      var spans = [before]
      if let after = continued(after: clauseEnd, in: sentence) { spans.append(after) }
      return LinkedAttribution(source: source, cue: cue, contents: spans, clauseStart: clauseStart, isPreposed: true)
    }
    return following(cue, source, clauseStart, in: sentence)
  }

  private func following(_ cue: Cue, _ source: TokenSpan?, _ clauseStart: Int, in sentence: TokenSpan)
    -> LinkedAttribution?
  {
    guard let start = contents.start(after: cue, in: sentence) else { return nil }
    let end = contents.end(from: start, cue, in: sentence)
    guard end > start else { return nil }
    return LinkedAttribution(
      source: source, cue: cue, contents: [TokenSpan(start, end)], clauseStart: clauseStart, isPreposed: false)
  }

  /// "…,” said Pratt, wine director at the inn."
  private func inverted(_ cue: Cue, in sentence: TokenSpan) -> LinkedAttribution? {
    let before = cue.tokens.start - 1
    guard before >= sentence.start, cue.tokens == cue.head,
      scanner.isComma(before) || scanner.isQuote(before) || scanner.isDash(before),
      let source = sources.inverted(after: cue.tokens, in: sentence),
      let content = contents.preposed(before: cue.tokens.start, clauseEnd: source.end, in: sentence)
    else { return nil }
    var spans = [content]
    if let after = continued(after: source.end, in: sentence) { spans.append(after) }
    return LinkedAttribution(source: source, cue: cue, contents: spans, clauseStart: cue.tokens.start, isPreposed: true)
  }

  /// The second half of a content that its cue interrupts.
  private func continued(after token: Int, in sentence: TokenSpan) -> TokenSpan? {
    let limit = scanner.contentEnd(of: sentence)
    var index = scanner.afterAdverbial(token, to: limit)
    var steps = 0
    while index < limit, steps < 12, contents.quotation(openingAt: index) == nil {
      // "…,” she said, adding, “…": that quotation has a cue of its own.
      if scanner.ends(index, "ing") || scanner.ends(index, "ed") { return nil }
      index += 1
      steps += 1
    }
    guard let run = contents.quotation(openingAt: index),
      scanner.isComma(index - 1) || scanner.isMark(index - 1, ":") || index == token || scanner.isDash(index - 1)
    else {
      // "The levy is too high, he said, and nobody asked for it."
      if scanner.isComma(token), token + 1 < limit, !scanner.ends(token + 1, "ing"),
        !scanner.has(token + 1, [.relative, .preposition]), contents.quotation(at: token - 1) == nil,
        scanner.has(token + 1, .conjunction) || scanner.has(token + 1, .pronoun) || scanner.has(token + 1, .article)
      {
        return TokenSpan(token + 1, limit)
      }
      return nil
    }
    return run
  }

  /// "and added that", ", but warned": the subject is the cue's before.
  private func shared(_ cue: Cue, in sentence: TokenSpan, after previous: LinkedAttribution?) -> LinkedAttribution? {
    let before = cue.tokens.start - 1
    guard before > sentence.start, scanner.has(before, .conjunction) || scanner.isWord(before, "then"),
      cue.form == .past || cue.form == .thirdPerson || cue.tokens.count > 1
    else { return nil }
    let start = scanner.isComma(before - 1) ? before - 1 : before
    let source = previous?.source ?? sources.opening(of: TokenSpan(sentence.start, before))
    guard let source, source.end <= start else { return nil }
    return following(cue, source, start, in: sentence)
  }

  /// "…, adding that", "by saying".
  private func participial(_ cue: Cue, in sentence: TokenSpan, after previous: LinkedAttribution?) -> LinkedAttribution?
  {
    let before = cue.tokens.start - 1
    guard before > sentence.start else { return nil }
    let hangs =
      scanner.isComma(before) || scanner.isDash(before) || scanner.isQuote(before) || scanner.has(before, .conjunction)
      || scanner.isWord(before, "by")
    if hangs {
      var source = previous?.source ?? sources.opening(of: TokenSpan(sentence.start, before))
      if let found = source, found.end > before { source = nil }
      return following(cue, source, before, in: sentence)
    }
    // "a letter saying that", "a poll showing"
    guard cue.complement != .object, cue.complement != .infinitive, scanner.isContentWord(before),
      !scanner.isCapitalized(cue.head.start),
      let source = sources.subject(before: cue.tokens, in: sentence)
    else { return nil }
    return following(cue, source, source.start, in: sentence)
  }

  /// "was criticized by the union": the agent is the source. "is expected to": nobody is.
  private func passive(_ cue: Cue, in sentence: TokenSpan) -> LinkedAttribution? {
    let next = cue.tokens.end
    guard let subject = sources.subject(before: cue.tokens, in: sentence) else { return nil }
    if scanner.isWord(next, "by"), let agent = sources.object(after: next + 1, in: sentence), cue.complement != .speech
    {
      var spans = [subject]
      let limit = scanner.contentEnd(of: sentence)
      if agent.end < limit,
        scanner.isWord(agent.end, "as") || scanner.isWord(agent.end, "for") || scanner.isWord(agent.end, "of")
          || scanner.isWord(agent.end, "to")
      {
        spans.append(TokenSpan(agent.end, limit))
      }
      return LinkedAttribution(source: agent, cue: cue, contents: spans, clauseStart: subject.start, isPreposed: true)
    }
    if scanner.isWord(next, "to"),
      cue.complement == .infinitive || cue.complement == .clause || cue.complement == .speech
    {
      let limit = contents.end(from: next, cue, in: sentence)
      guard limit > next + 1 else { return nil }
      return LinkedAttribution(
        source: nil, cue: cue, contents: [subject, TokenSpan(next, limit)], clauseStart: subject.start,
        isPreposed: false)
    }
    return nil
  }

  /// "According to X, …", "…, according to X", and both sides of it.
  private func accordingTo(_ cue: Cue, in sentence: TokenSpan) -> LinkedAttribution? {
    guard let phrase = sources.object(after: cue.tokens.end, in: sentence) else { return nil }
    let limit = scanner.contentEnd(of: sentence)
    var source = phrase
    if cue.tokens.start == sentence.start
      || cue.tokens.start == sentence.start + 1 && scanner.has(sentence.start, .conjunction)
    {
      // Opening the sentence: the content begins at the comma that is not an apposition's.
      var comma = phrase.end
      while comma < limit, !scanner.isComma(comma) { comma += 1 }
      guard comma + 1 < limit else { return nil }
      source = TokenSpan(phrase.start, comma)
      let start = comma + 1
      return LinkedAttribution(
        source: source, cue: cue, contents: [TokenSpan(start, limit)], clauseStart: cue.tokens.start, isPreposed: false)
    }
    var spans: [TokenSpan] = []
    var end = cue.tokens.start
    if scanner.isComma(end - 1) { end -= 1 }
    var start = sentence.start
    while start < end, scanner.has(start, .conjunction) { start += 1 }
    if let run = contents.quotation(at: start), run.start < start, run.end <= end { start = run.start }
    guard end > start else { return nil }
    spans.append(TokenSpan(start, end))
    if scanner.isComma(phrase.end), phrase.end + 1 < limit {
      source = sources.withApposition(phrase, to: limit)
      if scanner.isComma(source.end), source.end + 1 < limit, !scanner.has(source.end + 1, .relative) {
        spans.append(TokenSpan(source.end + 1, limit))
      }
    } else if phrase.end < limit, !scanner.isComma(phrase.end) {
      source = TokenSpan(phrase.start, limit)
      var comma = phrase.end
      while comma < limit {
        if scanner.isComma(comma) {
          source = TokenSpan(phrase.start, comma)
          break
        }
        comma += 1
      }
    }
    return LinkedAttribution(source: source, cue: cue, contents: spans, clauseStart: cue.tokens.start, isPreposed: true)
  }

  /// "his claim that taxes rose".
  private func noun(_ cue: Cue, in sentence: TokenSpan) -> LinkedAttribution? {
    guard let source = sources.possessor(before: cue.head, in: sentence) else { return nil }
    let start = cue.tokens.end
    let end = contents.end(from: start, cue, in: sentence)
    guard end > start + 1 else { return nil }
    return LinkedAttribution(
      source: source, cue: cue, contents: [TokenSpan(start, end)], clauseStart: source.start, isPreposed: false)
  }

  // MARK: - The sentence

  /// Ends a content where a later clause of the same level begins: ", but X said", "and added", ", adding".
  private func cut(_ linked: inout [LinkedAttribution]) {
    guard linked.count > 1 else { return }
    for index in linked.indices.dropLast() {
      guard let last = linked[index].contents.last,
        contents.quotation(at: last.start) == nil || contents.quotation(at: last.start)?.start != last.start
      else { continue }
      for later in linked[(index + 1)...] {
        guard later.clauseStart > last.start, later.clauseStart < last.end,
          contents.quotation(at: later.clauseStart) == nil
        else { continue }
        guard let end = boundary(before: later, over: linked[index]), end > last.start else { continue }
        linked[index].contents[linked[index].contents.count - 1] = TokenSpan(last.start, end)
        break
      }
    }
  }

  /// The end of `outer`'s content before a clause on its own level; nil if the clause is part of the content.
  private func boundary(before later: LinkedAttribution, over outer: LinkedAttribution) -> Int? {
    let start = later.clauseStart
    if later.isPreposed { return nil }
    if let source = later.source, source == outer.source {
      // The same subject goes on; `clauseStart` is the comma or conjunction.
      return start
    }
    let before = start - 1
    if later.cue.voice == .participial { return start }
    guard scanner.has(before, [.conjunction]) || scanner.has(before, .subordinator) else { return nil }
    return scanner.isComma(before - 1) || scanner.isDash(before - 1) ? before - 1 : nil
  }

  /// Outermost attributions, each with those that lie within its contents.
  private func nest(_ linked: [LinkedAttribution]) -> [LinkedAttribution] {
    var parent = [Int?](repeating: nil, count: linked.count)
    for inner in linked.indices {
      for outer in linked.indices where outer != inner {
        guard linked[outer].holds(linked[inner].cue.tokens), !linked[inner].holds(linked[outer].cue.tokens) else {
          continue
        }
        if let known = parent[inner], linked[known].extent.count <= linked[outer].extent.count { continue }
        parent[inner] = outer
      }
    }
    var result: [LinkedAttribution] = []
    for index in linked.indices
    where parent[index] == nil && contents.quotation(at: linked[index].cue.head.start) == nil {
      var outer = linked[index]
      for inner in linked.indices where parent[inner] == index && outer.holds(linked[inner].extent) {
        outer.inner.append(linked[inner])
      }
      result.append(outer)
    }
    return withoutOverlaps(result)
  }

  /// No token belongs to two contents: the later span gives way.
  private func withoutOverlaps(_ linked: [LinkedAttribution]) -> [LinkedAttribution] {
    var result: [LinkedAttribution] = []
    for var attribution in linked {
      attribution.contents = attribution.contents.compactMap { span in
        var start = span.start
        for earlier in result {
          if earlier.cue.tokens.overlaps(TokenSpan(start, span.end)) { start = max(start, earlier.cue.tokens.end) }
          for taken in earlier.contents where taken.overlaps(TokenSpan(start, span.end)) {
            start = max(start, taken.end)
          }
        }
        while start < span.end, start > span.start, scanner.isComma(start) { start += 1 }
        return start < span.end ? TokenSpan(start, span.end) : nil
      }
      if !attribution.contents.isEmpty { result.append(attribution) }
    }
    return result
  }
}
