import DocumentModel
package import DraftAnalysis
package import Lexicons
import TextCore

/// Quotation marks that do not pair.
struct QuoteUnbalanced: DraftRule {
  private let closed: WordClasses

  init(_ language: Language) { closed = WordClasses(language) }

  var code: String { "quote-unbalanced" }
  var severity: Severity? { .warning }
  var needsReading: Bool { false }
  /// Every quotation is unclosed while its words are typed.
  var patience: Patience { .paragraph }

  func isConcerned(with paragraph: AnalyzedParagraph) -> Bool {
    paragraph.layers.quotations.contains { $0.fault != nil || $0.isOpen || $0.isContinued }
  }

  func matches(in analysis: Analysis, of paragraphs: [Int]) -> [(paragraph: Int, match: RuleMatch)] {
    var found: [(paragraph: Int, match: RuleMatch)] = []
    for index in paragraphs {
      let paragraph = analysis.analyzed[index]
      for quotation in paragraph.layers.quotations where !quotation.isInner {
        guard let match = match(quotation, index, analysis) else { continue }
        found.append((index, match))
      }
    }
    return found
  }

  private func match(_ quotation: Quotation, _ index: Int, _ analysis: Analysis) -> RuleMatch? {
    let layers = analysis.analyzed[index].layers
    let tokens = layers.tokens.tokens(in: quotation.span)
    guard !tokens.isEmpty else { return nil }
    let paragraph = analysis.analyzed[index].paragraph
    let opening = layers.tokens.span(tokens.start)
    let closing = layers.tokens.span(tokens.end - 1)
    // Two apostrophes in place of a mark look the same on both sides.
    if paragraph.text(opening) == "''" || paragraph.text(closing) == "''" { return nil }
    // A mark at the end with no words after it: what it failed to close was told already.
    if quotation.isOpen, tokens.count == 1, layers.quotations.contains(where: { $0.fault == .unclosed }) { return nil }
    switch quotation.fault {
    case .unclosed: return RuleMatch(opening, "This quotation is never closed.")
    case .mixedMarks:
      let isTwice = paragraph.text(opening) == paragraph.text(closing)
      return RuleMatch(
        closing,
        isTwice
          ? "The quotation closes with an opening mark." : "The quotation opens and closes with marks of two kinds.",
        related: [(nil, opening, "It opens here.")])
    case .unopened: return RuleMatch(closing, "This mark closes a quotation that was never opened.")
    case nil: break
    }
    // A quotation that runs on is opened again in the paragraph that follows.
    if quotation.isOpen, !isOpened(index + 1, analysis) {
      return RuleMatch(opening, "This quotation is never closed, and the next paragraph does not go on with it.")
    }
    if quotation.isContinued, index == 0 || analysis.analyzed[index - 1].layers.quotations.last?.isOpen != true {
      return RuleMatch(closing, "This mark closes a quotation that was never opened.")
    }
    return nil
  }

  /// Whether a paragraph begins within or with quoted words.
  private func isOpened(_ index: Int, _ analysis: Analysis) -> Bool {
    guard analysis.analyzed.indices.contains(index) else { return false }
    return analysis.analyzed[index].layers.quotations.contains { $0.span.start <= 1 || $0.isContinued }
  }

  func corrections(of finding: Finding, in analysis: Analysis) -> [Correction] {
    guard let passage = Passage(finding, in: analysis) else { return [] }
    let layers = passage.layers
    guard let quotation = layers.quotations.first(where: { !$0.isInner && $0.span.overlaps(passage.span) }) else {
      return []
    }
    let run = layers.tokens.tokens(in: quotation.span)
    // "It was "fair", he said: what seemed to close before a word opened within, and nothing tells where either ends.
    if layers.quotations.contains(where: {
      !$0.isInner && !$0.isOpen && $0.fault != .unclosed
        && opensWord(layers.tokens.tokens(in: $0.span).end - 1, passage)
    }) {
      return []
    }
    if quotation.fault == .mixedMarks { return matched(run, passage) }
    let mark = passage.analyzed.paragraph.text(passage.span)
    let delete =
      leavesAnother(passage) || isSpeech(passage) || goesOn(quotation, analysis, passage)
      ? [] : [Correction("Delete the mark", [passage.replace(passage.span, with: "")])]
    let repair = QuotationRepair(passage, closed)
    if quotation.isOpen || quotation.fault == .unclosed {
      if let wrong = repair.wrongClosing(of: passage.tokens.start, before: run.end) {
        return [Correction("Close the quotation", [passage.replace(wrong, with: closing(mark))], isPreferred: true)]
      }
      guard let place = repair.close(of: passage.tokens.start, before: run.end) else { return delete }
      if let wrong = repair.wrongMark(beside: place) {
        return [Correction("Close the quotation", [passage.replace(wrong, with: closing(mark))], isPreferred: true)]
      }
      if repair.isWithinInner(place, of: passage.tokens.start) { return [] }
      return [Correction("Close the quotation", [passage.append(closing(mark), after: place)])] + delete
    }
    let new = mark == "\"" ? "\"" : "“"
    if let wrong = repair.wrongOpening(of: passage.tokens.start) {
      return [Correction("Open the quotation", [passage.replace(wrong, with: new)], isPreferred: true)]
    }
    guard let place = repair.opening(of: passage.tokens.start) else { return delete }
    return [Correction("Open the quotation", [passage.insert(new, at: place)])] + delete
  }

  /// Whether the sentence is spoken, and would be the paper's own without the mark: "we were not told"; or words that a comma or
  /// colon introduces.
  private func isSpeech(_ passage: Passage) -> Bool {
    // A mark that is there twice: ““It was late.”
    if passage.analyzed.kind(passage.tokens.end) == .doubleQuote { return false }
    let before = passage.tokens.start - 1
    let sentence = passage.analyzed.sentence(at: passage.span.start)
    if passage.analyzed.kind(before) == .punctuation, [",", ":"].contains(passage.analyzed.text(before)),
      passage.layers.tokens.hasSpaceBefore(passage.tokens.start)
    {
      return true
    }
    return sentence.range.contains { token in
      passage.analyzed.hash(token).map { Self.spoken.contains($0) } ?? false || asks(token, passage)
    } || asks(before, passage)
  }

  private static let spoken = ["i", "me", "my", "our", "us", "we", "you", "your"].map { CaseFolding.hash($0) }

  /// "Why? he asked", with or without the mark between: no sentence of the paper's goes on after its stop.
  private func asks(_ token: Int, _ passage: Passage) -> Bool {
    let tokens = passage.layers.tokens
    guard passage.analyzed.kind(token) == .punctuation, [".", "?", "!"].contains(passage.analyzed.text(token)) else {
      return false
    }
    let next = passage.analyzed.kind(token + 1) == .doubleQuote ? token + 2 : token + 1
    return tokens.indices.contains(next) && tokens.kinds[next] == .word && tokens.shapes[next] == .lower
  }

  /// Whether the quotation goes on with an open one of the paragraph before, which would be open still without it.
  private func goesOn(_ quotation: Quotation, _ analysis: Analysis, _ passage: Passage) -> Bool {
    passage.index > 0 && quotation.span.start <= 1
      && analysis.analyzed[passage.index - 1].layers.quotations.last?.isOpen == true
  }

  /// Whether a mark has a space before it and a word right after it.
  private func opensWord(_ token: Int, _ passage: Passage) -> Bool {
    let tokens = passage.layers.tokens
    guard tokens.indices.contains(token), tokens.indices.contains(token + 1) else { return false }
    return tokens.hasSpaceBefore(token) && !tokens.hasSpaceBefore(token + 1) && tokens.kinds[token + 1] != .punctuation
  }

  /// Whether the paragraph's other marks would be odd without this one: “It is “cold” here,” needs all of them.
  private func leavesAnother(_ passage: Passage) -> Bool {
    let tokens = passage.layers.tokens
    // Among so many nobody could tell, and each finding would look at all.
    guard passage.layers.quotations.count <= QuoteUnbalanced.mostQuotations else { return true }
    let ends = Set(passage.layers.quotations.map { tokens.tokens(in: $0.span).end - 1 })
    let marks = tokens.indices.filter { token in
      guard tokens.kinds[token] == .doubleQuote else { return false }
      // Inches: 12".
      let isMeasure = token > 0 && tokens.kinds[token - 1] == .number && !tokens.hasSpaceBefore(token)
      return !isMeasure || ends.contains(token)
    }
    return marks.count % 2 == 0
  }

  /// Of a paragraph in which a lone mark may be deleted.
  private static let mostQuotations = 500

  /// Makes a pair of the two marks: a straight one becomes curly, or takes the form of the other.
  private func matched(_ run: TokenSpan, _ passage: Passage) -> [Correction] {
    let paragraph = passage.analyzed
    let opening = paragraph.text(run.start)
    let new = ["\"", "”", "“"].contains(opening) ? "“" : opening
    let marks = paragraph.text(run.end - 1) == "»" ? ("«", "»") : (new, closing(new))
    let edits = [(run.start, marks.0), (run.end - 1, marks.1)].filter { paragraph.text($0.0) != $0.1 }
      .map { passage.replace(passage.layers.tokens.span($0.0), with: $0.1) }
    return edits.isEmpty
      ? [] : [Correction("Match the marks: \(marks.0)…\(marks.1)", edits, isPreferred: true)]
  }

  private func closing(_ opening: String) -> String {
    switch opening {
    case "\"": "\""
    case "«": "»"
    case "``": "''"
    default: "”"
    }
  }

  var manual: Manual {
    Manual(
      finds: "A quotation mark without its partner, or a pair of a straight and a curly mark.",
      why: "Without the second mark nobody can tell where the speaker's words end and the paper's begin.",
      instead: "Close the quotation where the quoted words end; use one kind of mark.",
      standards: ["AP Stylebook", "Reuters Handbook of Journalism"],
      fires: [
        .init(
          "Tom Okoro spoke first. «“»We were not told.",
          fixed: "Tom Okoro spoke first. “We were not told.”"),
        .init("“We were not told,«\"» Okoro said.", fixed: "“We were not told,” Okoro said."),
        .init("«“»We were not told, Okoro said.", fixed: "“We were not told,” Okoro said."),
        .init(
          "«“»We were not told, said Tom Okoro, who owns a boat.",
          fixed: "“We were not told,” said Tom Okoro, who owns a boat."),
        .init(
          "The pier was shut. We were not told,«”» Okoro said.",
          fixed: "The pier was shut. “We were not told,” Okoro said."),
        .init("The mayor called it a \"plan«“» on Monday.", fixed: "The mayor called it a “plan” on Monday."),
        .init(
          "Okoro said «“»nobody was told and left the hall.", fixed: "Okoro said nobody was told and left the hall."),
        "Okoro said «\"»we were not told and left the hall.\n\nThe hall was empty.",
      ],
      silent: [
        "“We were not told,” Okoro said.",
        "“We were not told.\n\n“Nobody called,” Okoro said.",
        "„We were not told“, Okoro said.",
        "„We were not told,” Okoro said.",
        "The pipe is 12\" wide and 6' long.",
        "\"They call it “the long night” here,\" Okoro said.",
        "The sailors' boats were gone, and the captain’s too.",
        "He said \"yes\" and \"no\" in one breath.",
      ])
  }
}
