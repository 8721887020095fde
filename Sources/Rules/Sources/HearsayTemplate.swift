import DocumentModel
import DraftAnalysis
import Lexicons
import TextCore

/// The edits that put an outlet and a day in place of hearsay, by the shape of the sentence: "reports say that" asks for
/// other words than "amid reports of". Nil where no template would parse.
struct HearsayTemplate {
  private let passage: Passage
  private let phrases: Lexicon
  private let words: RuleWords
  /// By which a clause is told from a noun.
  private let closed: WordClasses
  private let fixWords: FixWords

  init(_ passage: Passage, phrases: Lexicon, words: RuleWords, closed: WordClasses, fixWords: FixWords) {
    self.passage = passage
    self.phrases = phrases
    self.words = words
    self.closed = closed
    self.fixWords = fixWords
  }

  private var paragraph: AnalyzedParagraph { passage.analyzed }
  private var tokens: TokenBuffer { passage.layers.tokens }
  private var run: TokenSpan { passage.tokens }

  var edits: [TextReplacement]? {
    // In a line of capitals the words would stand out, and "that" cannot be told from a name.
    if run.range.allSatisfy({ tokens.shapes[$0] == .upper }) { return nil }
    if let match = phrases.longestMatch(tokens.hashes, at: run.start, limit: run.end), let row = match.rows.first {
      let kept = phrases.integer(row, 1)
      return kept > 0 ? report(TokenSpan(run.start + kept, run.end)) : outlet(nil)
    }
    guard
      let attribution = passage.layers.attributions.first(where: { $0.sources.contains { $0.overlaps(passage.span) } }),
      let source = attribution.sources.first, let cue = attribution.cues.first
    else { return nil }
    if cue.start < source.start, attribution.lemma.hasPrefix("according") { return report(tokens.tokens(in: source)) }
    guard isReporting(tokens.tokens(in: cue)) else { return nil }
    return cue.start > source.start || isAside ? outlet(attribution) : nil
  }

  /// "Amid a report by [outlet] on [date] about a sale", "according to a report by [outlet] on Monday".
  private func report(_ noun: TokenSpan) -> [TextReplacement]? {
    // "Unconfirmed reports from the region" are reports of the region; "reports of a coup and fears that …" holds two things.
    if isClass(.preposition, run.end), !isAbout(run.end), dayCount == 0 { return nil }
    if isAbout(run.end), dayCount == 0, isJoined(after: run.end) { return nil }
    let replaced = withoutDay(noun)
    let hasDay = replaced != noun || dayCount > 0 || isDay(noun.end)
    var edits = [
      passage.replace(tokens.span(replaced), with: "a report by [outlet]" + (hasDay ? "" : " on [date]"))
    ]
    if !hasDay, let preposition = preposition(at: run.end), preposition.text != paragraph.text(run.end) {
      edits.append(passage.replace(preposition.span, with: preposition.text))
    }
    return edits
  }

  /// "Media reports" of "media reports on Monday": the day that the draft gives stays.
  private func withoutDay(_ noun: TokenSpan) -> TokenSpan {
    let end = tokens.span(noun).end
    guard let day = passage.layers.quantities(in: TextSpan(end - 1, end)).last, day.span.end == end,
      case .temporal = day.value
    else {
      return noun
    }
    let on = tokens.tokens(in: day.span).start - 1
    return on > noun.start && isAbout(on) ? TokenSpan(noun.start, on) : noun
  }

  /// Whether "on Monday" begins at a token.
  private func isDay(_ on: Int) -> Bool {
    guard isAbout(on), tokens.indices.contains(on + 1) else { return false }
    let start = tokens.span(on + 1)
    return passage.layers.quantities(in: start).contains {
      if case .temporal = $0.value { return $0.span.start == start.start }
      return false
    }
  }

  /// "[outlet] reported on [date] that", with a day that the draft gives and the join that the words after it need.
  private func outlet(_ attribution: Attribution?) -> [TextReplacement]? {
    let day = dayCount
    let when = day > 0 ? "" : self.when
    let also = attribution.map { isAlso($0) } ?? false
    let verb = also ? "[outlet] also reported" : "[outlet] reported"
    let reported = passage.replace(passage.span, with: verb + when)
    let rest = run.end + day
    if isAside { return [reported] }
    // "The bank that reports say failed": the clause has its subject.
    if isClass([.relative, .wh], run.start - 1) {
      return opensSubject(rest) || paragraph.kind(rest) != .word || isAbout(rest) ? nil : [reported]
    }
    switch paragraph.hash(rest).flatMap({ words[$0] }) {
    case .that: return [reported]
    case .about: return attribution == nil ? about(rest, day) : nil
    case nil where day == 0 && opensDay(rest): return nil
    default: break
    }
    if follows(attribution) || paragraph.isMark(rest, ":") || (attribution != nil && paragraph.isMark(rest, ",")) {
      return [reported]
    }
    guard !isNoted(rest), let join = join(rest, attribution) else { return nil }
    if day > 0 { return [reported, passage.append(join, after: tokens.span(rest - 1).end)] }
    return [passage.replace(passage.span, with: verb + when + join)]
  }

  /// "Sources have also said": what was told before stays told before.
  private func isAlso(_ attribution: Attribution) -> Bool {
    attribution.cues.contains { cue in
      tokens.tokens(in: passage.span.union(cue)).range.contains { paragraph.hash($0) == Self.also }
    }
  }

  private static let also = CaseFolding.hash("also")

  /// Whether a second noun with its own words follows: "of diarrhea and concerns that", "of deaths and that thousands fled".
  private func isJoined(after start: Int) -> Bool {
    let end = paragraph.sentence(at: passage.span.start).end
    return (start..<max(start, end)).contains { token in
      guard words[tokens.hashes[token]] == .and else { return false }
      if paragraph.hash(token + 1).map({ words[$0] == .that }) ?? false { return true }
      return paragraph.kind(token + 1) == .word && paragraph.text(token + 1).hasSuffix("s")
        && paragraph.hash(token + 2).map { words[$0] == .that || words[$0] == .about } ?? false
    }
  }

  /// "[outlet] on [date] published a report of a leak", "… a report about closing the mill". Nil where what was talked or
  /// claimed "of" is no fact that an outlet could report: "claims of fraud".
  private func about(_ token: Int, _ day: Int) -> [TextReplacement]? {
    guard !isJoined(after: token), let preposition = preposition(at: token) else { return nil }
    var text = preposition.text
    if text == "of" {
      if isClass(.wh, token + 1) || run.range.contains(where: { fixWords.phrase(at: $0, in: paragraph) == .asserted }) {
        return nil
      }
      if paragraph.kind(token + 1) == .word, paragraph.text(token + 1).hasSuffix("ing"),
        opensObject(token + 2)
      {
        text = "about"
      }
    }
    // "[outlet] on Tuesday published a report of a coup": the draft's day stays where it is.
    var edits =
      day > 0
      ? [
        passage.replace(passage.span, with: "[outlet]"),
        passage.append(" published a report", after: tokens.span(token - 1).end),
      ] : [passage.replace(passage.span, with: "[outlet]" + when + " published a report")]
    if text != paragraph.text(token) { edits.append(passage.replace(preposition.span, with: text)) }
    return edits
  }

  /// What follows a gerund and hardly a noun: "of closing the mill", and not "of looting and of shots".
  private func opensObject(_ token: Int) -> Bool {
    isClass([.article, .determiner, .possessive], token)
  }

  /// " on [date]", or the day that the draft gives within the hearsay: "rumours swirled Tuesday"; nothing where the sentence
  /// begins with the day: "On Monday, sources said".
  private var when: String {
    if let day = passage.layers.quantities(in: passage.span).first, case .temporal = day.value {
      let on = tokens.tokens(in: day.span).start - 1
      return (isAbout(on) ? " " + paragraph.text(on) : "") + " " + paragraph.paragraph.text(day.span)
    }
    let comma = run.start - 1
    let start = paragraph.sentence(at: passage.span.start).start
    guard comma >= start, paragraph.isMark(comma, ","),
      passage.layers.quantities(in: TextSpan(tokens.span(comma).start - 1, tokens.span(comma).end)).contains(where: {
        quantity in
        guard case .temporal = quantity.value, quantity.kind != .time,
          tokens.firstToken(endingAfter: quantity.span.start) - start <= 1
        else { return false }
        return quantity.span.end == tokens.span(comma).start || quantity.span.end == tokens.span(comma).end
      })
    else { return " on [date]" }
    return ""
  }

  /// "Monday" of "sources said Monday the coach had left", where the day may be when it was said or when he left; not of "Monday's
  /// vote" or "Monday is a holiday".
  private func opensDay(_ token: Int) -> Bool {
    guard tokens.indices.contains(token),
      let day = passage.layers.quantities(in: tokens.span(token)).first(where: {
        $0.span.start == tokens.span(token).start
      }),
      case .temporal = day.value
    else { return false }
    let next = tokens.tokens(in: day.span).end
    return paragraph.kind(next) != .possessive && !isClass([.verb, .auxiliary], next)
  }

  /// "Reports say[^1] the mill": no word can go between the hearsay and the mark of its note.
  private func isNoted(_ token: Int) -> Bool {
    guard tokens.indices.contains(token) else { return false }
    let hearsay = passage.analysis.fileSpan(passage.index, passage.span)
    let word = passage.analysis.fileSpan(passage.index, tokens.span(token))
    return hearsay.end < word.start
      && passage.analysis.snapshot.text(TextSpan(hearsay.end, word.start)).contains("[^")
  }

  /// What joins a report to its subject: "of", or "about" in place of "on" and "over", which a day would crowd.
  private func preposition(at token: Int) -> (span: TextSpan, text: String)? {
    guard isAbout(token) else { return nil }
    return (tokens.span(token), paragraph.text(token) == "of" ? "of" : "about")
  }

  /// " that" before a clause, ":" before a quoted sentence; nil before anything else: "say nothing", "suggest a link".
  private func join(_ token: Int, _ attribution: Attribution?) -> String? {
    if paragraph.kind(token) == .doubleQuote {
      return paragraph.layers.tokens.indices.contains(token + 1) && tokens.shapes[token + 1].isCapitalized
        ? ":" : " that"
    }
    guard let attribution else { return opensSubject(token) ? " that" : nil }
    guard paragraph.kind(token) == .word || paragraph.kind(token) == .number,
      let content = attribution.contents.first(where: { tokens.tokens(in: $0).start == token }),
      !isClass([.wh, .preposition], token)
    else { return nil }
    // "He fled": a pronoun that is no object opens a clause whatever its verb is.
    if isClass(.personPronoun, token), !isClass(.object, token) { return " that" }
    let run = tokens.tokens(in: content).range
    // "40 dead, 20 hurt": no clause.
    if paragraph.kind(token) == .number {
      return run.prefix { paragraph.kind($0) != .punctuation }.contains { isClass(.auxiliary, $0) } ? " that" : nil
    }
    let hasVerb = run.contains { isClass([.verb, .auxiliary], $0) }
    let isSaid = attribution.cues.contains { cue in
      tokens.tokens(in: cue).range.contains { words[tokens.hashes[$0]] == .say }
    }
    return hasVerb || (isSaid && opensSubject(token)) ? " that" : nil
  }

  /// Whether all of the words before the hearsay are what it says: "“It sank,” sources said", "It sank, reports said in May".
  private func follows(_ attribution: Attribution?) -> Bool {
    guard let attribution, let content = attribution.contents.first else { return false }
    return isMarkBefore && content.start < passage.span.start
      && attribution.contents.allSatisfy { $0.end <= passage.span.start }
  }

  /// Whether the hearsay stands between marks: ", it is rumoured,", "(reports say)".
  private var isAside: Bool {
    let rest = run.end + dayCount
    let sentence = paragraph.sentence(at: passage.span.start)
    guard isMarkBefore else { return false }
    return rest >= sentence.end || (paragraph.kind(rest) == .punctuation && !paragraph.isMark(rest, ":"))
  }

  private var isMarkBefore: Bool {
    let before = run.start - 1
    guard before >= paragraph.sentence(at: passage.span.start).start else { return false }
    return paragraph.kind(before) == .punctuation || paragraph.kind(before) == .doubleQuote
  }

  /// Tokens of a day right after the hearsay: "on Monday", "on May 5"; "Monday" alone only where it is no subject.
  private var dayCount: Int {
    let isOn = isAbout(run.end) || paragraph.hash(run.end) == Self.in
    let start = run.end + (isOn ? 1 : 0)
    guard tokens.indices.contains(start),
      let day = passage.layers.quantities(in: tokens.span(start)).first(where: {
        $0.span.start == tokens.span(start).start
      }),
      case .temporal = day.value
    else { return 0 }
    let end = tokens.tokens(in: day.span).end
    let isThat = paragraph.hash(end).map { words[$0] == .that } ?? false
    guard paragraph.kind(end) != .possessive, isOn || isThat || paragraph.kind(end) == .punctuation else { return 0 }
    return end - run.end
  }

  private static let `in` = CaseFolding.hash("in")

  /// "Say", "have reported": what a report that is named may be put for; not "deny", "warn" or "describe".
  private func isReporting(_ cue: TokenSpan) -> Bool {
    guard let last = cue.range.last else { return false }
    let said = words[tokens.hashes[last]]
    return (said == .say || said == .report) && paragraph.kind(last) == .word
      && cue.range.dropLast().allSatisfy { words[tokens.hashes[$0]] == .perfect || tokens.hashes[$0] == Self.also }
  }

  /// "The mill", "she", "Kolev", "40 boats".
  private func opensSubject(_ token: Int) -> Bool {
    guard let kind = paragraph.kind(token) else { return false }
    if isClass([.wh, .preposition], token) { return false }
    return kind == .number || (kind == .word && tokens.shapes[token].isCapitalized)
      || isClass([.article, .determiner, .possessive, .subject], token)
  }

  private func isClass(_ any: WordClass, _ token: Int) -> Bool { closed.has(any, token, paragraph) }

  private func isAbout(_ token: Int) -> Bool { paragraph.hash(token).map { words[$0] == .about } ?? false }
}
