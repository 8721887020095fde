package import DocumentModel
import TextCore

/// Figures of one sentence that are reckoned from each other.
package enum FigureTie: Sendable {
  /// "Rose 20 percent from 50 to 65"; the ends may be percentages.
  case change(from: Quantity, to: Quantity, percent: Quantity)
  /// "30 of the 50 members (40 percent)".
  case share(part: Quantity, whole: Quantity, percent: Quantity)
  /// "One in five, or 25 percent".
  case fraction(Quantity, percent: Quantity)
  /// "20 people: 12 men and 9 women".
  case total(whole: Quantity, parts: [Quantity])

  /// The figures it ties together, in no order.
  package var figures: [Quantity] {
    switch self {
    case .change(let first, let second, let percent): [first, second, percent]
    case .share(let part, let whole, let percent): [part, whole, percent]
    case .fraction(let fraction, let percent): [fraction, percent]
    case .total(let whole, let parts): [whole] + parts
    }
  }

  /// The ties of a paragraph, sentence by sentence. O(quantities).
  package static func all(in paragraph: AnalyzedParagraph) -> [FigureTie] {
    let all = paragraph.layers.quantities
    guard all.count > 1 else { return [] }
    var found: [FigureTie] = []
    var start = 0
    while start < all.count {
      let sentence = paragraph.layers.sentenceIndex(at: all[start].span.start)
      var end = start + 1
      while end < all.count, paragraph.layers.sentenceIndex(at: all[end].span.start) == sentence { end += 1 }
      // A sentence of many figures is a table in prose; who belongs to whom is not for a program to guess.
      if end - start <= 12 {
        let figures = all[start..<end].filter { !$0.kind.isTemporal && $0.kind != .ordinal && $0.kind != .duration }
        let finder = TieFinder(figures: figures, paragraph: paragraph)
        found += [finder.change, finder.total].compactMap { $0 } + finder.differences + finder.shares
      }
      start = end
    }
    return found
  }
}

/// Looks for ties among the figures of one sentence.
private struct TieFinder {
  /// Those that are no times, in order.
  let figures: [Quantity]
  let paragraph: AnalyzedParagraph

  // MARK: - Changes

  /// "Rose 20 percent from 50 to 65", where these are all the figures of the sentence.
  var change: FigureTie? {
    let percents = figures.filter { $0.kind == .percent }
    if percents.count == figures.count { return differences.isEmpty ? changeOfPercentages : nil }
    guard let percent = percents.first, percents.count == 1, case .exact = percent.value,
      let (first, second) = ends(figures.filter { $0.kind != .percent })
    else { return nil }
    return change(percent, first, second)
  }

  /// "Rose 2 percent, from 5 percent to 7 percent".
  private var changeOfPercentages: FigureTie? {
    for index in figures.indices {
      guard isExact(figures[index]) else { continue }
      var others = figures
      let percent = others.remove(at: index)
      if let (first, second) = ends(others), let tie = change(percent, first, second) { return tie }
    }
    return nil
  }

  /// "7 percent of the market, up 2 percent from 5 percent".
  var differences: [FigureTie] {
    figures.indices.dropLast(2).compactMap { index in
      let (second, percent, first) = (figures[index], figures[index + 1], figures[index + 2])
      guard [first, second, percent].allSatisfy({ $0.kind == .percent && isExact($0) }), first.modifier == nil,
        percent.modifier == .up || percent.modifier == .down, word(before: percent.span.start) != "by",
        second.modifier == nil, word(before: first.span.start) == "from", first.span.start - percent.span.end <= 8,
        percent.span.start - second.span.end <= 32
      else { return nil }
      return .change(from: first, to: second, percent: percent)
    }
  }

  private func change(_ percent: Quantity, _ first: Quantity, _ second: Quantity) -> FigureTie? {
    guard gap(between: percent.span, and: first.span.start < percent.span.start ? second.span : first.span) <= 60,
      percent.modifier == .up || percent.modifier == .down || word(before: percent.span.start) == "by"
        || isNamed(before: percent.span.start)
        || isRestated(from: second.span.end, to: percent.outerSpan.start),
      // "Rates rose from 2 percent to 4 percent, and prices by 2 percent."
      percent.span.start < first.span.start
        || !text(from: max(first.span.end, second.span.end), to: percent.span.start).contains(" and ")
    else { return nil }
    return .change(from: first, to: second, percent: percent)
  }

  /// "an increase of 6 percent"
  private func isNamed(before start: Int) -> Bool {
    guard word(before: start) == "of" else { return false }
    let before = text(from: max(0, start - 14), to: start)
    return ["increase of ", "decrease of ", "rise of ", "fall of ", "drop of ", "gain of "].contains {
      before.hasSuffix($0)
    }
  }

  /// The two figures after "from" and "to", in either order, of one unit; nil unless they are the only ones.
  private func ends(_ figures: [Quantity]) -> (Quantity, Quantity)? {
    if let range = figures.first, figures.count == 1, case .range(let low?, let high?) = range.value,
      range.numerals.count == 2, word(before: range.span.start) == "from"
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
    guard figures.count == 2, figures.allSatisfy(isExact),
      figures[0].unit == figures[1].unit || figures[0].unit == nil || figures[1].unit == nil
    else { return nil }
    let words = figures.map { word(before: $0.span.start) }
    if words == ["from", "to"] { return (figures[0], figures[1]) }
    return words == ["to", "from"] ? (figures[1], figures[0]) : nil
  }

  // MARK: - Shares

  /// "30 of the 50 members (40 percent)", "one in five, or 25 percent".
  var shares: [FigureTie] {
    figures.indices.compactMap { index in
      let percent = figures[index]
      guard percent.kind == .percent, index > 0, percent.modifier == nil,
        isRestated(from: figures[index - 1].span.end, to: percent.outerSpan.start)
      else { return nil }
      let base = figures[index - 1]
      if base.kind == .number, case .exact(let fraction) = base.value, base.numerals.count == 1, !fraction.isWhole,
        base.precision == nil, paragraph.paragraph.text(base.span).contains(" "), base.modifier == nil
      {
        return .fraction(base, percent: percent)
      }
      guard index > 1, let part = Optional(figures[index - 2]), part.modifier == nil, base.modifier == nil,
        part.kind == .number || part.kind == .count, base.kind == .number || base.kind == .count
      else { return nil }
      let between = text(from: part.span.end, to: base.span.start)
      // "Of 400 teachers, 120, or 40 percent", "of the 40 judges in the court, 10, or 25 percent"
      if isWhole(part.span.start), between.hasSuffix(", "), between.utf8.count <= 32,
        !between.dropLast(2).contains(","),
        percent.outerSpan.start - base.span.end <= 5
      {
        return .share(part: base, whole: part, percent: percent)
      }
      guard FigureJoints.isOutOf(between) else { return nil }
      return .share(part: part, whole: base, percent: percent)
    }
  }

  /// "Of 400 teachers", "of the 400 teachers"
  private func isWhole(_ start: Int) -> Bool {
    let before = word(before: start)
    return before == "of" || before == "the" && text(from: max(0, start - 7), to: start).lowercased() == "of the "
  }

  /// Whether a figure says again what stood before it: in brackets, or after ", or".
  private func isRestated(from end: Int, to start: Int) -> Bool {
    guard end < start, start - end <= 48 else { return false }
    let between = text(from: end, to: start)
    return between.hasSuffix("(") || between.hasSuffix("(or ") || between.hasSuffix(", or ")
  }

  // MARK: - Totals

  /// "20 people: 12 men and 9 women.", "$4.8 million: $2.5 million for steel and $1.9 million for labour."
  var total: FigureTie? {
    // "It will cut 140 jobs after losses of $6.2 million: …": the total is the figure before the list.
    guard
      let start = figures.indices.dropLast(2).first(where: {
        FigureJoints.opensList(text(from: figures[$0].span.end, to: figures[$0 + 1].span.start))
      })
    else { return nil }
    let listed = Array(figures[start...])
    guard let whole = listed.first, whole.modifier == nil, isExact(whole),
      listed.allSatisfy({ $0.modifier == nil }), areOfOneSort(listed),
      let last = listed.last, let sentence = paragraph.layers.sentenceIndex(at: whole.span.start),
      FigureJoints.closesList(text(from: last.span.end, to: paragraph.layers.sentences[sentence].span.end))
    else { return nil }
    for (index, part) in listed.enumerated().dropFirst() {
      guard isExact(part),
        index == 1
          || FigureJoints.continuesList(
            text(from: listed[index - 1].span.end, to: part.span.start), isLast: index == listed.count - 1)
      else { return nil }
    }
    return .total(whole: whole, parts: Array(listed.dropFirst()))
  }

  /// Counts and bare numbers, or amounts of one currency in figures.
  private func areOfOneSort(_ figures: [Quantity]) -> Bool {
    guard let whole = figures.first else { return false }
    switch whole.kind {
    case .count: return figures.allSatisfy { $0.kind == .count || $0.kind == .number }
    case .money: return figures.allSatisfy { $0.kind == .money && $0.unit == whole.unit && $0.precision != nil }
    default: return false
    }
  }

  // MARK: - Words around figures

  private func isExact(_ quantity: Quantity) -> Bool { if case .exact = quantity.value { true } else { false } }

  private func gap(between a: TextSpan, and b: TextSpan) -> Int { max(a.start, b.start) - min(a.end, b.end) }

  /// The prose between two offsets; empty if they are in disorder.
  private func text(from start: Int, to end: Int) -> String {
    start < end && end <= paragraph.paragraph.bytes.count ? paragraph.paragraph.text(TextSpan(start, end)) : ""
  }

  /// The word before an offset, in small letters; empty at the beginning.
  private func word(before offset: Int) -> String {
    var end = min(offset, paragraph.paragraph.bytes.count)
    let bytes = paragraph.paragraph.bytes
    while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
    var start = end
    while start > 0, bytes[start - 1] | 0x20 >= 0x61, bytes[start - 1] | 0x20 <= 0x7A { start -= 1 }
    return text(from: start, to: end).lowercased()
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

  /// Nothing more to count: at most the noun, and after a comma who says so.
  static func closesList(_ text: String) -> Bool {
    let tail = text.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
    guard let noun = tail.first, noun.utf8.count <= 32, !text.contains(";"), !noun.contains(" and ") else {
      return false
    }
    guard tail.count > 1 else { return true }
    let words = tail[1].split { !$0.isLetter }.map { $0.lowercased() }
    return words.contains { saying.contains($0) } && !words.contains("and")
  }

  private static let saying: Set = ["said", "says", "according", "told", "reported", "announced"]
}
