import DocumentModel
package import DraftAnalysis
import TextCore

/// Figures of one sentence that cannot all be right: a change against what it goes from and to, a share against its part
/// and whole, parts against the total they are said to make up.
struct NumbersDisagree: ParagraphRule {
  var code: String { "numbers-disagree" }
  var severity: Severity? { .warning }
  var needsReading: Bool { false }

  func matches(in paragraph: AnalyzedParagraph) -> [RuleMatch] {
    let all = paragraph.layers.quantities
    guard all.count > 1 else { return [] }
    var found: [RuleMatch] = []
    var start = 0
    while start < all.count {
      let sentence = paragraph.layers.sentenceIndex(at: all[start].span.start)
      var end = start + 1
      while end < all.count, paragraph.layers.sentenceIndex(at: all[end].span.start) == sentence { end += 1 }
      // A sentence of many figures is a table in prose; who belongs to whom is not for a program to guess.
      if end - start <= 12, !paragraph.isQuoted(all[start].span) {
        let figures = all[start..<end].filter { !$0.kind.isTemporal && $0.kind != .ordinal && $0.kind != .duration }
        found += [change(figures, paragraph), total(figures, paragraph)].compactMap { $0 }
        found += shares(figures, paragraph)
      }
      start = end
    }
    return found
  }

  // MARK: - Changes

  /// "Rose 20 percent from 50 to 65", where these are all the figures of the sentence.
  private func change(_ figures: [Quantity], _ paragraph: AnalyzedParagraph) -> RuleMatch? {
    let percents = figures.filter { $0.kind == .percent }
    guard let percent = percents.first, percents.count == 1, case .exact = percent.value,
      let (first, second) = ends(figures.filter { $0.kind != .percent }, paragraph),
      gap(between: percent.span, and: first.span.start < percent.span.start ? second.span : first.span) <= 60,
      percent.modifier == .up || percent.modifier == .down || word(before: percent.span.start, paragraph) == "by"
        || isRestated(from: second.span.end, to: percent.outerSpan.start, paragraph),
      let verdict = Figures.change(from: first, to: second, percent: percent)
    else { return nil }
    let said = percent.modifier
    let isContrary = said == .up && !verdict.isRise || said == .down && verdict.isRise
    guard !verdict.agrees || isContrary else { return nil }
    let ends = "From \(numerals(first, paragraph)) to \(numerals(second, paragraph))"
    return RuleMatch(
      percent.span,
      "\(ends) is a \(verdict.isRise ? "rise" : "fall") of \(verdict.right) percent, not \(isContrary ? said == .up ? "a rise" : "a fall" : paragraph.paragraph.text(percent.span)).",
      related: [(nil, first.span, "From this figure."), (nil, second.span, "To this figure.")])
  }

  /// The two figures after "from" and "to", in either order, of one unit; nil unless they are the only ones.
  private func ends(_ figures: [Quantity], _ paragraph: AnalyzedParagraph) -> (Quantity, Quantity)? {
    if let range = figures.first, figures.count == 1, case .range(let low?, let high?) = range.value,
      range.numerals.count == 2, word(before: range.span.start, paragraph) == "from"
    {
      var (first, second) = (range, range)
      first.value = .exact(low)
      second.value = .exact(high)
      // "From $50 to $65 million" scales both.
      first.span = range.numerals[0].span
      second.span = range.numerals[1].span
      first.modifier = nil
      second.modifier = nil
      return (first, second)
    }
    guard figures.count == 2, figures.allSatisfy({ if case .exact = $0.value { true } else { false } }),
      figures[0].unit == figures[1].unit || figures[0].unit == nil || figures[1].unit == nil
    else { return nil }
    let words = figures.map { word(before: $0.span.start, paragraph) }
    if words == ["from", "to"] { return (figures[0], figures[1]) }
    return words == ["to", "from"] ? (figures[1], figures[0]) : nil
  }

  // MARK: - Shares

  /// "30 of the 50 members (40 percent)", "one in five, or 25 percent".
  private func shares(_ figures: [Quantity], _ paragraph: AnalyzedParagraph) -> [RuleMatch] {
    figures.indices.compactMap { index in
      let percent = figures[index]
      guard percent.kind == .percent, index > 0, percent.modifier == nil,
        isRestated(from: figures[index - 1].span.end, to: percent.outerSpan.start, paragraph)
      else { return nil }
      let base = figures[index - 1]
      if base.kind == .number, case .exact(let fraction) = base.value, base.numerals.count == 1, !fraction.isWhole,
        base.precision == nil, paragraph.paragraph.text(base.span).contains(" "), base.modifier == nil,
        let verdict = Figures.share(fraction, percent: percent), !verdict.agrees
      {
        return match(percent, verdict.right, paragraph.paragraph.text(base.span), [base], paragraph)
      }
      guard index > 1, let part = Optional(figures[index - 2]), part.modifier == nil, base.modifier == nil,
        part.kind == .number || part.kind == .count, base.kind == .number || base.kind == .count,
        FigureJoints.isOutOf(paragraph.text(from: part.span.end, to: base.span.start)),
        let verdict = Figures.share(of: part, in: base, percent: percent), !verdict.agrees
      else { return nil }
      let whole = "\(numerals(part, paragraph)) of \(numerals(base, paragraph))"
      return match(percent, verdict.right, whole, [part, base], paragraph)
    }
  }

  private func match(
    _ percent: Quantity, _ right: String, _ whole: String, _ related: [Quantity], _ paragraph: AnalyzedParagraph
  ) -> RuleMatch {
    RuleMatch(
      percent.span, "\(whole) is \(right) percent, not \(paragraph.paragraph.text(percent.span)).",
      related: related.map { (nil, $0.span, "Reckoned from this.") })
  }

  /// Whether a figure says again what stood before it: in brackets, or after ", or".
  private func isRestated(from end: Int, to start: Int, _ paragraph: AnalyzedParagraph) -> Bool {
    guard end < start, start - end <= 48 else { return false }
    let between = paragraph.text(from: end, to: start)
    return between.hasSuffix("(") || between.hasSuffix("(or ") || between.hasSuffix(", or ")
  }

  // MARK: - Totals

  /// "20 people: 12 men and 9 women."
  private func total(_ figures: [Quantity], _ paragraph: AnalyzedParagraph) -> RuleMatch? {
    guard figures.count >= 3, let whole = figures.first, whole.kind == .count, whole.modifier == nil,
      case .exact(let sum) = whole.value,
      figures.allSatisfy({ $0.kind == .count && $0.modifier == nil || $0.kind == .number && $0.modifier == nil }),
      FigureJoints.opensList(paragraph.text(from: whole.span.end, to: figures[1].span.start)),
      let last = figures.last, let sentence = paragraph.layers.sentenceIndex(at: whole.span.start),
      FigureJoints.closesList(paragraph.text(from: last.span.end, to: paragraph.layers.sentences[sentence].span.end))
    else { return nil }
    var parts = Rational(0)
    for (index, part) in figures.enumerated().dropFirst() {
      guard case .exact(let value) = part.value, let more = parts + value else { return nil }
      parts = more
      guard
        index == 1
          || FigureJoints.continuesList(
            paragraph.text(from: figures[index - 1].span.end, to: part.span.start), isLast: index == figures.count - 1)
      else { return nil }
    }
    guard parts != sum else { return nil }
    return RuleMatch(
      whole.span, "The parts add up to \(parts.text), not to \(numerals(whole, paragraph)).",
      related: figures.dropFirst().map { (nil, $0.span, "A part.") })
  }

  // MARK: - Words around figures

  private func numerals(_ quantity: Quantity, _ paragraph: AnalyzedParagraph) -> String {
    paragraph.paragraph.text(quantity.span)
  }

  private func gap(between a: TextSpan, and b: TextSpan) -> Int { max(a.start, b.start) - min(a.end, b.end) }

  /// The word before an offset, in small letters; empty at the beginning.
  private func word(before offset: Int, _ paragraph: AnalyzedParagraph) -> String {
    var end = min(offset, paragraph.paragraph.bytes.count)
    let bytes = paragraph.paragraph.bytes
    while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
    var start = end
    while start > 0, bytes[start - 1] | 0x20 >= 0x61, bytes[start - 1] | 0x20 <= 0x7A { start -= 1 }
    return paragraph.text(from: start, to: end).lowercased()
  }

  func corrections(of finding: Finding, in analysis: Analysis) -> [Correction] { [] }

  var manual: Manual {
    Manual(
      finds: "Figures of one sentence that cannot all be right.",
      why: "Readers do the sum. A figure that does not follow from its neighbours casts doubt on all of them.",
      instead: "Ask for the right figures; which of them is wrong only the source can tell.",
      standards: ["BBC News Style Guide", "Reuters Handbook of Journalism"],
      fires: [
        "Ticket sales rose «20 percent» from 50 to 65 on Monday.",
        "The fare rose «10 percent» to $66 from $55.",
        "The herd fell by «25 percent» from 800 to 400.",
        "Of the herd, 30 of the 50 goats («40 percent») had a cough.",
        "One in five bakers, or «25 percent», bakes at night.",
        "The boat carried «20» people: 12 men and 9 women.",
      ],
      silent: [
        "Ticket sales rose 30 percent from 50 to 65 on Monday.",
        "The fare rose 4 percent from $48 to $50.",
        "The fare rose about 20 percent from $48 to $60.",
        "Turnout rose by 5 percent from 40 to 45 percent.",
        "Of the herd, 30 of the 50 goats (60 percent) had a cough.",
        "One in five bakers, or 20 percent, bakes at night.",
        "The boat carried 20 people: 12 men and 8 women.",
        "The boat carried 20 people, including 12 men and 3 women.",
        "Sales rose 20 percent in May and 50 shops opened, up from 40 a year earlier.",
        "Ana Ruiz said: “Sales rose 20 percent from 50 to 65.”",
      ])
  }
}

/// The few words that may stand between figures that are reckoned together.
private enum FigureJoints {
  static func isOutOf(_ text: String) -> Bool {
    [" of ", " of the ", " out of ", " out of the ", " of its ", " of their ", " of all ", " of all the "].contains(
      text)
  }

  /// " people: ", " people (", with no word between the mark and the first part.
  static func opensList(_ text: String) -> Bool {
    text.utf8.count <= 32 && (text.hasSuffix(": ") || text.hasSuffix(" (") || text.hasSuffix(" — "))
      && !text.contains(",")
  }

  static func continuesList(_ text: String, isLast: Bool) -> Bool {
    guard text.utf8.count <= 32, !text.contains(";"), !text.contains(".") else { return false }
    return isLast ? text.hasSuffix(" and ") : text.hasSuffix(", ")
  }

  static func closesList(_ text: String) -> Bool {
    text.utf8.count <= 32 && !text.contains(",") && !text.contains(";") && !text.contains(" and ")
  }
}

extension AnalyzedParagraph {
  /// The prose between two offsets; empty if they are in disorder.
  fileprivate func text(from start: Int, to end: Int) -> String {
    start < end && end <= paragraph.bytes.count ? paragraph.text(TextSpan(start, end)) : ""
  }
}
