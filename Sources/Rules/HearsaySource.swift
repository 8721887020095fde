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
  /// For each row of the phrases: whether "of", "about" or "that" must follow.
  private let needsSubject: [Bool]

  init(_ language: Language) {
    let phrases = language.lexicon("hearsay-phrases")
    self.phrases = phrases
    nouns = language.lexicon("hearsay-nouns")
    words = RuleWords(language)
    needsSubject = (0..<phrases.rowCount).map { phrases.text($0, 0) == "about" }
  }

  var code: String { HearsaySource.code }
  var severity: Severity? { .warning }

  func matches(in paragraph: AnalyzedParagraph) -> [RuleMatch] {
    guard paragraph.isCopy else { return [] }
    var spans = paragraph.layers.attributions.compactMap { span(of: $0, paragraph) }
    addPhrases(paragraph, &spans)
    return spans.sorted().map { RuleMatch($0, "Whose report? Name the source, or leave it out.") }
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
    let after = tokens.firstToken(endingAfter: cue.end)
    let told = cue.start > source.start && paragraph.layers.mentions.contains { $0.tokens.contains(after) }
    let isOutlet = told && paragraph.layers.mentions.contains { $0.tokens.contains(after) && $0.kind == .organization }
    return isOutlet && attribution.contents.allSatisfy { $0.start > tokens.span(after).start } ? nil : span
  }

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
      let next = paragraph.hash(end).flatMap { words[$0] }
      if !needsSubject[row] || next == .that || next == .about, !paragraph.isQuoted(span),
        !spans.contains(where: { $0.overlaps(span) }), !isReported(span, paragraph)
      {
        spans.append(span)
      }
      index = end
    }
  }

  /// Whether somebody says that there were such reports.
  private func isReported(_ span: TextSpan, _ paragraph: AnalyzedParagraph) -> Bool {
    paragraph.layers.attributions.contains { attribution in
      attribution.kind != .none && attribution.kind != .hearsay
        && attribution.contents.contains { $0.overlaps(span) }
    }
  }

  func corrections(of finding: Finding, in analysis: Analysis) -> [Correction] {
    guard let passage = Passage(finding, in: analysis) else { return [] }
    let tokens = passage.layers.tokens
    let end = passage.tokens.end
    let next = passage.analyzed.hash(end).flatMap { words[$0] }
    let attribution = passage.layers.attributions.first { $0.sources.contains { $0.overlaps(passage.span) } }
    let edit: TextReplacement
    if let attribution, let source = attribution.sources.first, let cue = attribution.cues.first,
      cue.start < source.start,
      attribution.lemma.hasPrefix("according")
    {
      edit = passage.replace(source, with: "a report by [outlet] on [date]")
    } else if next == .that {
      edit = passage.replace(passage.span, with: "[outlet] reported on [date]")
    } else if next == .about {
      edit = passage.replace(TextSpan(passage.span.start, tokens.span(end).end), with: "[outlet] on [date] reported")
    } else if let content = attribution?.contents.first, content.start < passage.span.start {
      edit = passage.replace(passage.span, with: "[outlet] reported on [date]")
    } else {
      edit = passage.replace(passage.span, with: "[outlet] reported on [date] that")
    }
    return [Correction("Name the outlet and the day", [edit], isPreferred: true)]
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
          fixed: "[outlet] on [date] reported a leak at the dam."),
        .init(
          "«According to some sources», the mayor has resigned.",
          fixed: "According to a report by [outlet] on [date], the mayor has resigned."),
        "«There has been speculation» that the club will be sold.",
        "«Rumour has it» the bridge will never open.",
      ],
      silent: [
        "The Harbour Gazette reported on Monday that the ferry was overloaded.",
        "“There were reports of a leak,” said Ana Ruiz, the dam's engineer.",
        "Ruiz said there were rumours of a sale.",
        "He filed two reports to the council.",
        "The reports say the dam is safe.",
        "# Reports say dam leaks",
      ])
  }
}
