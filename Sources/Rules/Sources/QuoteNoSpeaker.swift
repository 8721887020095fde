import DocumentModel
package import DraftAnalysis
import TextCore

/// A quotation with nobody to say it.
struct QuoteNoSpeaker: DraftRule {
  static let code = "quote-no-speaker"
  /// Shorter ones are slogans, titles and single words.
  private static let fewestWords = 5

  var code: String { QuoteNoSpeaker.code }
  var severity: Severity? { .warning }
  /// The speaker may come with the next sentence.
  var patience: Patience { .paragraph }

  func isConcerned(with paragraph: AnalyzedParagraph) -> Bool {
    paragraph.isCopy && paragraph.paragraph.kind == .paragraph
      && paragraph.layers.quotations.contains { $0.form == .direct && $0.attribution == nil }
  }

  func matches(in analysis: Analysis, of paragraphs: [Int]) -> [(paragraph: Int, match: RuleMatch)] {
    var found: [(paragraph: Int, match: RuleMatch)] = []
    // Beside double marks, single ones are for titles and words.
    let isSingleSpeech = !analysis.analyzed.contains { $0.layers.tokens.kinds.contains(.doubleQuote) }
    for index in paragraphs {
      let paragraph = analysis.analyzed[index]
      for (number, quotation) in paragraph.layers.quotations.enumerated()
      where quotation.form == .direct && quotation.attribution == nil {
        guard !quotation.isInner, isSingleSpeech || isDoublyMarked(quotation, paragraph), !quotation.isOpen,
          !quotation.isContinued,
          quotation.fault == nil,
          analysis.draft.quotationSpeakers[QuotationReference(index, number)] == nil,
          standsAlone(quotation, paragraph), !hasCueNearby(quotation, index, analysis),
          !hasOneSpeaker(before: quotation, index, analysis)
        else { continue }
        found.append((index, RuleMatch(quotation.span, "Who says this? Name the speaker by the end of the sentence.")))
      }
    }
    return found
  }

  private func isDoublyMarked(_ quotation: Quotation, _ paragraph: AnalyzedParagraph) -> Bool {
    paragraph.kind(paragraph.layers.tokens.firstToken(endingAfter: quotation.span.start)) == .doubleQuote
  }

  /// Whether the quotation has words enough, and its sentences hold no other words: what stands beside a quotation may
  /// well tell whose it is.
  private func standsAlone(_ quotation: Quotation, _ paragraph: AnalyzedParagraph) -> Bool {
    let layers = paragraph.layers
    guard let first = layers.sentenceIndex(at: quotation.span.start),
      let last = layers.sentenceIndex(at: max(quotation.span.start, quotation.span.end - 1))
    else { return false }
    var words = 0
    for token in layers.sentences[first].tokens.start..<layers.sentences[last].tokens.end
    where layers.tokens.kinds[token] == .word || layers.tokens.kinds[token] == .number {
      guard quotation.span.contains(layers.tokens.span(token)) else { return false }
      words += 1
    }
    return words >= QuoteNoSpeaker.fewestWords
  }

  /// Whether the sentence before or after, here or in the paragraphs beside, says who speaks; a colon does so too.
  private func hasCueNearby(_ quotation: Quotation, _ index: Int, _ analysis: Analysis) -> Bool {
    let layers = analysis.analyzed[index].layers
    guard let first = layers.sentenceIndex(at: quotation.span.start),
      let last = layers.sentenceIndex(at: max(quotation.span.start, quotation.span.end - 1))
    else { return true }
    if layers.attributions.contains(where: { isSaid(in: max(0, first - 1)...last + 1, $0, layers) }) { return true }
    // “It leaks.” ― Ana Ruiz
    if isDash(layers.tokens.tokens(in: quotation.span).end, analysis.analyzed[index]) { return true }
    // Quotation beside quotation: the speaker of one speaks on, or two people talk.
    if hasSpeech(analysis.analyzed[index], besides: quotation) { return true }
    // "Will it sink?" Okoro wondered: what follows the question may be its cue.
    let tokens = layers.tokens.tokens(in: quotation.span)
    let stop = analysis.analyzed[index].text(tokens.end - 2)
    if stop == "?" || stop == "!", last + 1 < layers.sentences.count { return true }
    if first == 0, index > 0 {
      let before = analysis.analyzed[index - 1]
      let final = before.layers.sentences.count - 1
      if hasSpeech(before) || isLabel(before) { return true }
      if before.layers.quotations.last?.isOpen == true || before.paragraph.bytes.last == UInt8(ascii: ":")
        || before.layers.attributions.contains(where: {
          isSaid(in: max(0, final - 1)...max(0, final), $0, before.layers)
        })
      {
        return true
      }
    }
    if last == layers.sentences.count - 1, index + 1 < analysis.analyzed.count {
      let after = analysis.analyzed[index + 1].layers
      // "— Ana Ruiz, Lisburn"
      if hasSpeech(analysis.analyzed[index + 1]) || isDash(0, analysis.analyzed[index + 1])
        || isSignature(analysis.analyzed[index + 1])
      {
        return true
      }
      return after.attributions.contains { isSaid(in: 0...0, $0, after) }
    }
    return false
  }

  /// "Haines said" two sentences before, and only "he" since: one person alone speaks in the paragraph up to the quotation and
  /// in the one before it.
  private func hasOneSpeaker(before quotation: Quotation, _ index: Int, _ analysis: Analysis) -> Bool {
    let draft = analysis.draft
    var speakers = Set<Int>()
    for paragraph in max(0, index - 1)...index {
      if analysis.analyzed[paragraph].layers.attributions.count > QuoteNoSpeaker.mostSayings { return false }
      for (number, attribution) in analysis.analyzed[paragraph].layers.attributions.enumerated()
      where paragraph < index || attribution.extent.end <= quotation.span.start {
        if attribution.sources.isEmpty { continue }
        guard let speaker = draft.speakers[AttributionReference(paragraph, number)] else { return false }
        speakers.insert(speaker)
      }
    }
    return speakers.count == 1
      && analysis.analyzed[index].layers.attributions.contains {
        !$0.sources.isEmpty && $0.extent.end <= quotation.span.start
      }
  }

  /// Attributions of a paragraph in which one person alone may speak.
  private static let mostSayings = 40

  private func hasSpeech(_ paragraph: AnalyzedParagraph, besides own: Quotation? = nil) -> Bool {
    paragraph.layers.quotations.contains { $0.form != .mention && $0.span != own?.span && !$0.isInner }
  }

  private func isDash(_ token: Int, _ paragraph: AnalyzedParagraph) -> Bool {
    paragraph.kind(token) == .punctuation && ["-", "–", "—", "―"].contains(paragraph.text(token))
  }

  /// "**Tom Okoro, 29, builder**": a line of its own that only says who speaks next.
  private func isLabel(_ paragraph: AnalyzedParagraph) -> Bool {
    let tokens = paragraph.layers.tokens
    return tokens.count <= 14 && paragraph.paragraph.bytes.last != UInt8(ascii: ".")
      && paragraph.mentions.contains { $0.kind == .person && $0.form == .name }
  }

  /// "- Okoro.", read as an item of a list: a name and hardly more.
  private func isSignature(_ paragraph: AnalyzedParagraph) -> Bool {
    paragraph.layers.tokens.count <= 6 && paragraph.mentions.contains { $0.kind == .person }
  }

  private func isSaid(in sentences: ClosedRange<Int>, _ attribution: Attribution, _ layers: ParagraphLayers) -> Bool {
    let extent = attribution.extent
    let first = layers.sentenceIndex(at: extent.start) ?? 0
    let last = layers.sentenceIndex(at: max(extent.start, extent.end - 1)) ?? 0
    return first <= sentences.upperBound && sentences.lowerBound <= last
  }

  /// The speaker goes after the first quoted sentence; the full stop before the mark becomes the comma that the words after
  /// it ask for.
  func corrections(of finding: Finding, in analysis: Analysis) -> [Correction] {
    guard let passage = Passage(finding, in: analysis) else { return [] }
    let edits = afterFirstSentence(passage) ?? afterQuotation(passage)
    return edits.isEmpty ? [] : [Correction("Name the speaker", edits, isPreferred: true)]
  }

  /// “We never saw it,” [name] said. “It was dark.” Nil where there is one sentence, or where it ends is not plain.
  private func afterFirstSentence(_ passage: Passage) -> [TextReplacement]? {
    let tokens = passage.layers.tokens
    let run = passage.tokens
    let paragraph = passage.analyzed
    let sentence = paragraph.sentence(at: passage.span.start)
    let stop = sentence.end - 1
    guard stop > run.start + 1, sentence.end < run.end - 1, isStop(stop, paragraph),
      paragraph.kind(sentence.end) == .word, tokens.shapes[sentence.end].isCapitalized,
      !paragraph.quotations.contains(where: { $0.isInner && passage.span.contains($0.span) })
    else { return nil }
    let mark = paragraph.text(stop) == "." ? "," : paragraph.text(stop)
    return [
      passage.replace(tokens.span(stop), with: mark + paragraph.text(run.end - 1) + " [name] said."),
      passage.insert(paragraph.text(run.start), at: tokens.span(sentence.end).start),
    ]
  }

  private func afterQuotation(_ passage: Passage) -> [TextReplacement] {
    let tokens = passage.layers.tokens
    let run = passage.tokens
    let paragraph = passage.analyzed
    // “Nobody came that night”. The stop outside goes after the speaker.
    if paragraph.kind(run.end) == .punctuation, paragraph.text(run.end) == "." {
      return [passage.append(", [name] said", after: passage.span.end)]
    }
    let speaker = passage.append(" [name] said.", after: passage.span.end)
    var last = run.end - 2
    while paragraph.kind(last) == .singleQuote { last -= 1 }
    guard last > run.start else { return [] }
    let span = tokens.span(last)
    if paragraph.kind(last) != .punctuation { return [passage.append(",", after: span.end), speaker] }
    return isStop(last, paragraph) && paragraph.text(last) == "."
      ? [passage.replace(span, with: ","), speaker] : [speaker]
  }

  /// A stop of one mark, which nothing like it stands before; a bracket may.
  private func isStop(_ token: Int, _ paragraph: AnalyzedParagraph) -> Bool {
    paragraph.kind(token) == .punctuation && [".", "?", "!"].contains(paragraph.text(token))
      && (paragraph.kind(token - 1) != .punctuation || [")", "]"].contains(paragraph.text(token - 1)))
  }

  var manual: Manual {
    Manual(
      finds: "A quotation with no speaker in its sentence or beside it.",
      why:
        "Readers must know who speaks by the end of the first quoted sentence; a quotation is evidence only with a name.",
      instead: "Add the speaker: “We were not told,” Okoro said.",
      standards: ["Reuters Handbook of Journalism"],
      fires: [
        .init(
          "The ferry sank in March. «“We never saw the rocks at all.”» Its owners have been fined.",
          fixed: "The ferry sank in March. “We never saw the rocks at all,” [name] said. Its owners have been fined."),
        .init(
          "The ferry sank in March. «“We never saw the rocks. It was dark.”» Its owners have been fined.",
          fixed:
            "The ferry sank in March. “We never saw the rocks,” [name] said. “It was dark.” Its owners have been fined."
        ),
        .init(
          "The sea was rough. «“Did nobody see the rocks that night?”»",
          fixed: "The sea was rough. “Did nobody see the rocks that night?” [name] said."),
        "«\"Nobody came to help us that night.\"» The sea was rough.",
        .init(
          "The ferry sank in March. «‘We never saw the rocks at all.’» Its owners have been fined.",
          fixed: "The ferry sank in March. ‘We never saw the rocks at all,’ [name] said. Its owners have been fined."),
        "The harbour was closed.\n\n«“It was the worst storm in years.”»\n\nThe boats stayed in.",
      ],
      silent: [
        "“We never saw the rocks at all,” said Tom Okoro.",
        "Okoro told the inquiry what he saw. “There were no rocks on the chart.”",
        "“It was the worst storm I have seen,” Ana Ruiz said. “We lost two boats that night.”",
        "The sign on the quay read: “No swimming beyond this point at any time.”",
        "> “We never saw the rocks at all.”",
        "“It was old,” Okoro said, laughing at the crew.\n\n“Nobody had painted it in forty years.”\n\nHe left.",
        "“Has anybody counted the lifeboats?” The captain shrugged.",
        "Tom Okoro said that the chart was old. He had sailed for years. He sold his boat in May. “We never saw the rocks.”",
        "They called it “the long night”.",
        "They called it “the long night”. ‘We never saw the rocks at all.’ Its owners have been fined.",
        "The harbour was closed.\n\n“It was the worst storm in years.”\n\n- Tom Okoro.\n\nThe boats stayed in.",
        "**Tom Okoro, 29, builder**\n\n“We never saw the rocks at all.”",
        "The inquiry opens in June. “We never saw the rocks at all.” ― Tom Okoro",
      ])
  }
}
