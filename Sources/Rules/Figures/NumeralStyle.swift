import DocumentModel
package import DraftAnalysis
package import Lexicons
import TextCore

/// Numbers in figures where the house spells them, and in words where it does not: one to nine in words, figures from 10,
/// no figure at the head of a sentence. Ages, percentages, money, measures, dates, times, scores and votes keep figures.
struct NumeralStyle: ParagraphRule {
  /// Figures from 1 to 99 as words.
  private let spellings: Lexicon
  private let plainWords: Lexicon
  private let words: RuleWords

  init(_ language: Language) {
    spellings = language.lexicon("number-spellings")
    plainWords = language.lexicon("event-words")
    words = RuleWords(language)
  }

  var code: String { "numeral-style" }
  /// Houses differ, and so do pages of one house.
  var severity: Severity? { nil }
  var needsReading: Bool { false }

  func matches(in paragraph: AnalyzedParagraph) -> [RuleMatch] {
    guard paragraph.isCopy, paragraph.paragraph.kind == .paragraph else { return [] }
    return paragraph.layers.quantities.compactMap { quantity in
      guard !paragraph.isQuoted(quantity.span), let fault = fault(of: quantity, paragraph) else { return nil }
      switch fault {
      case .smallFigure: return RuleMatch(quantity.span, "One to nine are written in words.")
      case .largeWord: return RuleMatch(quantity.span, "Numbers from 10 up are written in figures.")
      case .opening: return RuleMatch(quantity.span, "A figure does not open a sentence.")
      }
    }
  }

  private enum Fault {
    case smallFigure, largeWord, opening
  }

  private func fault(of quantity: Quantity, _ paragraph: AnalyzedParagraph) -> Fault? {
    let tokens = paragraph.layers.tokens
    let run = tokens.tokens(in: quantity.span)
    guard case .exact(let value) = quantity.value, value.isWhole, quantity.numerals.count == 1,
      let numeral = quantity.numerals.first, numeral.value == value || quantity.kind == .duration,
      numeral.value.isWhole, run.start < tokens.count
    else { return nil }
    let sentence = paragraph.sentence(at: quantity.span.start)
    let isFigure = tokens.kinds[run.start] == .number
    let head = head(of: sentence, paragraph)
    let isOpening = head == run.start && sentence.end - head >= 6 && endsAsSentence(sentence, paragraph)
    if isFigure, isOpening, run.start == 0 || quantity.span.start == numeral.span.start {
      // A year may open a sentence, and "1." is a place in a list.
      switch quantity.kind {
      case .count, .duration, .percent: return .opening
      default: return nil
      }
    }
    guard quantity.kind == .count || quantity.kind == .duration, isBeforeNoun(numeral, paragraph),
      !isScore(quantity, paragraph)
    else { return nil }
    if isFigure, (1...9).contains(numeral.value.numerator), numeral.span.count == 1 { return .smallFigure }
    // What opens a sentence, or what a colon or a dash sets off, is spelled.
    let isInside = run.start > sentence.start && tokens.kinds[run.start - 1] == .word
    if !isFigure, quantity.isInWords, isInside, (10...99).contains(numeral.value.numerator),
      spelling(numeral.value) == paragraph.paragraph.text(numeral.span).lowercased()
    {
      return .largeWord
    }
    return nil
  }

  /// The token that opens a sentence, after brackets and marks, and after a dateline: "LIMA (AP) — 8 people died".
  private func head(of sentence: TokenSpan, _ paragraph: AnalyzedParagraph) -> Int {
    let tokens = paragraph.layers.tokens
    guard let first = sentence.range.first(where: { tokens.kinds[$0] == .word || tokens.kinds[$0] == .number }) else {
      return sentence.start
    }
    let dashes = (first..<min(first + Self.longestDateline, sentence.end)).filter {
      ["—", "–", "-", "--"].contains(paragraph.text($0)) && tokens.hasSpaceBefore($0)
    }
    guard tokens.shapes[first] == .upper, sentence.start == 0, dashes.count == 1, let dash = dashes.first,
      dash + 1 < sentence.end
    else { return first }
    return dash + 1
  }

  /// Tokens of "CAIRO, Monday, March 10 (AP)".
  private static let longestDateline = 12

  /// Whether a lower-case word follows, right after a space: no score, ratio, label, name or compound.
  private func isBeforeNoun(_ numeral: Numeral, _ paragraph: AnalyzedParagraph) -> Bool {
    let tokens = paragraph.layers.tokens
    let bytes = paragraph.paragraph.bytes
    let next = tokens.firstToken(endingAfter: numeral.span.end)
    guard next < tokens.count, tokens.kinds[next] == .word, tokens.shapes[next] == .lower,
      bytes[numeral.span.end] == 0x20, Int(tokens.starts[next]) == numeral.span.end + 1
    else { return false }
    if plainWords.row(tokens.hashes[next]) != nil || paragraph.text(next) == "of" { return false }
    let first = tokens.firstToken(endingAfter: numeral.span.start)
    // "The Group of 8 states", "part 3 of 3 parts", "size 8 shoes".
    if let before = paragraph.hash(first - 1), words[before] == .label || paragraph.text(first - 1) == "of" {
      return false
    }
    // "By 2 goals to 1"
    if paragraph.hash(next + 1) == Self.to, paragraph.kind(next + 2) == .number { return false }
    // "No. 5 seeds", "Game 7": what stands before makes a name of it.
    guard first > 0 else { return true }
    return tokens.kinds[first - 1] != .symbol && tokens.kinds[first - 1] != .number
      && !(tokens.shapes[first - 1].isCapitalized && paragraph.sentence(at: numeral.span.start).start != first - 1)
  }

  private static let to = CaseFolding.hash("to")

  /// "Leads by 9 points"; "3 minutes 32 seconds"; "the 7 minute mark".
  private func isScore(_ quantity: Quantity, _ paragraph: AnalyzedParagraph) -> Bool {
    if quantity.kind == .count { return quantity.unit?.name == "point" }
    let text = paragraph.paragraph.text(quantity.span)
    return text.utf8.last != UInt8(ascii: "s") || text.dropFirst().contains { $0.isNumber && $0.isASCII }
  }

  private func endsAsSentence(_ sentence: TokenSpan, _ paragraph: AnalyzedParagraph) -> Bool {
    sentence.range.last.map { paragraph.kind($0) == .punctuation && [".", "?", "!"].contains(paragraph.text($0)) }
      ?? false
  }

  private func spelling(_ value: Rational) -> String? {
    guard value.isWhole, let row = spellings.row(CaseFolding.hash(String(value.numerator))) else { return nil }
    return spellings.text(row, 0)
  }

  func corrections(of finding: Finding, in analysis: Analysis) -> [Correction] {
    guard let passage = Passage(finding, in: analysis),
      let quantity = passage.layers.quantities(in: passage.span).first(where: { $0.span == passage.span }),
      let fault = fault(of: quantity, passage.analyzed), let numeral = quantity.numerals.first
    else { return [] }
    let sentence = passage.analyzed.sentence(at: passage.span.start)
    let isHead = head(of: sentence, passage.analyzed) == passage.tokens.start
    guard let words = fault == .largeWord ? String(numeral.value.numerator) : spelling(numeral.value) else { return [] }
    let new = isHead ? words.prefix(1).uppercased() + words.dropFirst() : words
    // "Twelve percent": no sign follows a word.
    guard quantity.kind == .percent, passage.analyzed.paragraph.text(quantity.span).hasSuffix("%") else {
      return [Correction("Change to \(new)", [passage.replace(numeral.span, with: new)], isPreferred: true)]
    }
    let percent = new + (writesPerCent(analysis) ? " per cent" : " percent")
    return [Correction("Change to \(percent)", [passage.replace(quantity.span, with: percent)], isPreferred: true)]
  }

  /// Whether the draft writes "per cent", as the British do.
  private func writesPerCent(_ analysis: Analysis) -> Bool {
    analysis.analyzed.contains { paragraph in
      paragraph.layers.quantities.contains {
        $0.kind == .percent && paragraph.paragraph.text($0.span).hasSuffix("per cent")
      }
    }
  }

  var manual: Manual {
    Manual(
      finds: "A number in figures that the house spells, or in words that it does not.",
      why: "One style throughout keeps readers at the story. The AP spells one to nine, and what opens a sentence.",
      instead: "Spell one to nine, write figures from 10, and begin sentences with words.",
      standards: ["AP Stylebook"],
      fires: [
        .init("The mayor has «3» goats.", fixed: "The mayor has three goats."),
        .init("The mayor has «twelve» goats.", fixed: "The mayor has 12 goats."),
        .init("«12» goats ran from the barn.", fixed: "Twelve goats ran from the barn."),
        .init("The trial lasted «6 days».", fixed: "The trial lasted six days."),
        .init("«3» goats were sold.", fixed: "Three goats were sold."),
        .init("ORLE (AP) — «8» goats died in the barn.", fixed: "ORLE (AP) — Eight goats died in the barn."),
        .init("«12%» of the goats were sold.", fixed: "Twelve percent of the goats were sold."),
      ],
      silent: [
        "The mayor has three goats.",
        "The mayor has 12 goats.",
        "The goat weighs 3 pounds and cost $5.",
        "Her son, 5, is 4 years old, she said at 8 p.m.",
        "Some 4 percent of goats are black.",
        "The council voted 5-4 and the team won 3-2.",
        "She leads by 9 points and ran for 3 minutes 32 seconds.",
        "Orle beat the visitors by 2 goals to 1.",
        "She wore size 8 shoes.",
        "2014 was a good year for goats.",
        "“I have 3 goats,” said Ana Ruiz.",
        "# Mayor buys 3 goats",
      ])
  }
}
