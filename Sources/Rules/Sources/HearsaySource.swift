import DocumentModel
package import DraftAnalysis
package import Lexicons
import TextCore

/// "Reports say", "there were rumours that", "according to some sources": what nobody is said to have said.
struct HearsaySource: ParagraphRule {
  static let code = "hearsay-source"
  private let phrases: Lexicon
  private let nouns: Lexicon
  private let words: RuleWords
  private let closed: WordClasses
  private let fixWords: FixWords
  /// For each row of the phrases: what must follow.
  private let takes: [Takes]

  private enum Takes: String {
    /// "Of", "about" or "that".
    case about
    /// Anything.
    case clause
    /// Anything; it stands beside the verb of what is passed on.
    case adverb
  }

  init(_ language: Language) {
    let phrases = language.lexicon("hearsay-phrases")
    self.phrases = phrases
    nouns = language.lexicon("hearsay-nouns")
    words = RuleWords(language)
    closed = WordClasses(language)
    fixWords = FixWords(language)
    takes = (0..<phrases.rowCount).map { Takes(rawValue: phrases.text($0, 0)) ?? .clause }
  }

  var code: String { HearsaySource.code }
  var severity: Severity? { .warning }

  func matches(in paragraph: AnalyzedParagraph) -> [RuleMatch] {
    guard paragraph.isCopy else { return [] }
    var spans = paragraph.layers.attributions.compactMap { span(of: $0, paragraph) }
    addPhrases(paragraph, &spans)
    return spans.filter { !isAsked($0, paragraph) && !isDenied($0, paragraph) }.sorted().map {
      // One word that many desks let pass is told more softly.
      RuleMatch(
        $0, "Whose report? Name the source, or leave it out.",
        severity: isAdverb($0, paragraph) ? .information : nil)
    }
  }

  private func isAdverb(_ span: TextSpan, _ paragraph: AnalyzedParagraph) -> Bool {
    let run = paragraph.layers.tokens.tokens(in: span)
    guard let match = phrases.longestMatch(paragraph.layers.tokens.hashes, at: run.start, limit: run.end),
      let row = match.rows.first
    else { return false }
    return takes[row] == .adverb
  }

  /// Source and cue of a report whose source is hearsay. "The reports" point back at something, and what sources told an
  /// outlet is that outlet's.
  private func span(of attribution: Attribution, _ paragraph: AnalyzedParagraph) -> TextSpan? {
    guard attribution.kind == .hearsay, let source = attribution.sources.first, let cue = attribution.cues.first else {
      return nil
    }
    let span = source.union(cue)
    let tokens = paragraph.layers.tokens
    let first = tokens.firstToken(endingAfter: source.start)
    guard let hash = paragraph.hash(first), words[hash] != .definite, !paragraph.isQuoted(span),
      span.count <= source.count + cue.count + 2
    else { return nil }
    var after = tokens.firstToken(endingAfter: cue.end)
    if let article = paragraph.hash(after), words[article] == .definite { after += 1 }
    let isOutlet =
      cue.start > source.start
      && paragraph.layers.mentions(beginningIn: max(0, after - HearsaySource.longestName)..<after + 1).contains {
        $0.tokens.contains(after) && $0.kind == .organization
      }
    return isOutlet && attribution.contents.allSatisfy { $0.start > tokens.span(after).start } ? nil : span
  }

  /// In tokens.
  private static let longestName = 32

  private func addPhrases(_ paragraph: AnalyzedParagraph, _ spans: inout [TextSpan]) {
    let tokens = paragraph.layers.tokens
    var index = 0
    while index < tokens.count {
      guard let match = phrases.longestMatch(tokens.hashes, at: index), let row = match.rows.first else {
        index += 1
        continue
      }
      var end = index + match.count
      if let and = paragraph.hash(end), words[and] == .and, let noun = paragraph.hash(end + 1), nouns.contains(noun) {
        end += 2
      }
      let span = tokens.span(TokenSpan(index, end))
      let next = paragraph.hash(afterDay(end, paragraph)).flatMap { words[$0] }
      if takes[row] != .about || next == .that || next == .about, !paragraph.isQuoted(span),
        !spans.contains(where: { $0.overlaps(span) }), !isReported(span, paragraph),
        takes[row] != .adverb || !isToldBeside(span, paragraph) && !isOfHeadline(index, paragraph)
      {
        spans.append(span)
      }
      index = end
    }
  }

  /// The token after a day that begins at one: "rumours swirled Tuesday that".
  private func afterDay(_ token: Int, _ paragraph: AnalyzedParagraph) -> Int {
    let tokens = paragraph.layers.tokens
    guard tokens.indices.contains(token),
      let day = paragraph.layers.quantities(in: tokens.span(token)).first(where: {
        $0.span.start == tokens.span(token).start
      }),
      case .temporal = day.value
    else { return token }
    return tokens.tokens(in: day.span).end
  }

  /// "Do reports say that it sank?": a question passes nothing on.
  private func isAsked(_ span: TextSpan, _ paragraph: AnalyzedParagraph) -> Bool {
    paragraph.text(paragraph.sentence(at: span.start).end - 1) == "?"
  }

  /// "No reports say so", "what reports say is wrong": nothing is passed on.
  private func isDenied(_ span: TextSpan, _ paragraph: AnalyzedParagraph) -> Bool {
    let first = paragraph.layers.tokens.firstToken(endingAfter: span.start)
    return [first - 1, first].contains { token in
      paragraph.hash(token).map { $0 == HearsaySource.no || $0 == HearsaySource.what } ?? false
    }
  }

  private static let no = CaseFolding.hash("no")
  private static let what = CaseFolding.hash("what")

  /// Whether somebody says that there were such reports: the words of the phrase itself are no content of it.
  private func isReported(_ span: TextSpan, _ paragraph: AnalyzedParagraph) -> Bool {
    paragraph.layers.attributions.contains { attribution in
      attribution.kind != .none && attribution.kind != .hearsay
        && attribution.contents.contains { $0.start <= span.start && $0.overlaps(span) }
    }
  }

  /// "Mayor Reportedly Quits": a capital amid the sentence.
  private func isOfHeadline(_ token: Int, _ paragraph: AnalyzedParagraph) -> Bool {
    let tokens = paragraph.layers.tokens
    return token > paragraph.sentence(at: tokens.span(token).start).start && tokens.shapes[token].isCapitalized
  }

  /// "He reportedly sold it, the Courier wrote": whose report it is stands in the sentence or in the one before.
  private func isToldBeside(_ span: TextSpan, _ paragraph: AnalyzedParagraph) -> Bool {
    let layers = paragraph.layers
    guard let own = layers.sentenceIndex(at: span.start) else { return false }
    // By halves: a paragraph may be a whole book.
    let start = layers.sentences[max(0, own - 2)].span.start
    let end = layers.sentences[own].span.end
    let near = layers.attributions[layers.attributions.partitionPoint { $0.extent.start >= start }...]
    return near.prefix { $0.extent.start < end }.contains { attribution in
      guard attribution.kind != .none, attribution.kind != .hearsay,
        let first = layers.sentenceIndex(at: attribution.extent.start),
        let last = layers.sentenceIndex(at: max(attribution.extent.start, attribution.extent.end - 1))
      else { return false }
      return first <= own && own - 1 <= last
    }
  }

  func corrections(of finding: Finding, in analysis: Analysis) -> [Correction] {
    guard let passage = Passage(finding, in: analysis) else { return [] }
    if isAdverb(passage.span, passage.analyzed) {
      return HearsayAdverb(passage, closed).edits.map {
        [Correction("Name the outlet and the day", $0, isPreferred: true)]
      }
        ?? []
    }
    let template = HearsayTemplate(passage, phrases: phrases, words: words, closed: closed, fixWords: fixWords)
    guard let edits = template.edits else { return [] }
    return [Correction("Name the outlet and the day", edits, isPreferred: true)]
  }

  var manual: Manual {
    Manual(
      finds: "A report, rumour or source that is not named.",
      why: """
        “Reports say” tells the reader nothing that can be checked. Agencies name the outlet that reported and describe \
        the source as closely as they can.
        """,
      instead: "Name the outlet and the day, or whoever told it; else leave it out.",
      standards: ["NPR Ethics Handbook", "AP news values", "Reuters Handbook of Journalism"],
      fires: [
        .init(
          "«Reports say» that the ferry was overloaded.",
          fixed: "[outlet] reported on [date] that the ferry was overloaded."),
        .init(
          "«There were reports and rumours» of a leak at the dam.",
          fixed: "[outlet] on [date] published a report of a leak at the dam."),
        .init(
          "«According to some sources», the mayor has resigned.",
          fixed: "According to a report by [outlet] on [date], the mayor has resigned."),
        .init(
          "Shares in the mill fell «amid reports» of a cash shortage.",
          fixed: "Shares in the mill fell amid a report by [outlet] on [date] of a cash shortage."),
        .init(
          "The mill, «it is rumoured», will close by spring.",
          fixed: "The mill, [outlet] reported on [date], will close by spring."),
        .init(
          "«There is speculation» over whether the mill will close.",
          fixed: "[outlet] on [date] published a report about whether the mill will close."),
        .init(
          "«Sources said» on Monday that the coach had resigned.",
          fixed: "[outlet] reported on Monday that the coach had resigned."),
        .init(
          "«Reports say»: the coach has signed.", fixed: "[outlet] reported on [date]: the coach has signed."),
        "«Sources denied» that the coach had resigned.",
        "«There has been speculation» that the club will be sold.",
        "«Rumors swirled» Tuesday that the club will be sold.",
        "«It's rumoured» that the club will be sold.",
        "«Rumour has it» the bridge will never open.",
        "«The rumour mill has it» that the bridge will never open.",
        "«There has been much speculation» about the sale.",
        .init(
          "The coach is «reportedly» in talks with a club abroad.",
          fixed: "The coach is in talks with a club abroad, [outlet] reported on [date]."),
      ],
      silent: [
        "The Harbour Gazette reported on Monday that the ferry was overloaded.",
        "“There were reports of a leak,” said Ana Ruiz, the dam's engineer.",
        "Ruiz said there were rumours of a sale.",
        "He filed two reports to the council.",
        "The reports say the dam is safe.",
        "Do reports say that the dam is safe?",
        "The coach is reportedly in talks with a club abroad, the Harbour Gazette wrote.",
        "No reports say so.",
        "What reports say is wrong.",
        "# Reports say dam leaks",
      ])
  }
}
