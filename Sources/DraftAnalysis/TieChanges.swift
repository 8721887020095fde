import DocumentModel
import TextCore

/// Changes that are told with both ends.
extension TieFinder {
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

  /// "Net profit was $60 million, up 25 percent from $50 million": amounts of one unit right beside each other.
  var risesFrom: [FigureTie] {
    guard change == nil else { return [] }
    return figures.indices.dropLast(2).compactMap { index in
      let (second, percent, first) = (figures[index], figures[index + 1], figures[index + 2])
      guard percent.kind == .percent, percent.modifier == .up || percent.modifier == .down, isExact(percent),
        second.kind != .percent, isExact(first), isExact(second), isOneUnit(first, second), first.modifier == nil,
        second.modifier == nil || second.modifier == .up || second.modifier == .down,
        text(from: percent.span.end, to: first.span.start) == " from "
      else { return nil }
      let between = text(from: second.span.end, to: percent.span.start)
      guard between.utf8.count <= 32, between.hasSuffix(", up ") || between.hasSuffix(", down "),
        !between.contains(" and "), !isHeld(within: TextSpan(second.span.end, percent.span.start))
      else { return nil }
      return .change(from: first, to: second, percent: percent)
    }
  }

  /// Whether a figure of any kind stands there that is no time.
  private func isHeld(within span: TextSpan) -> Bool { figures.contains { $0.span.overlaps(span) } }

  func isOneUnit(_ first: Quantity, _ second: Quantity) -> Bool {
    first.kind == second.kind && first.unit == second.unit || first.kind == .number && second.kind == .count
      || first.kind == .count && second.kind == .number
  }

  private func change(_ percent: Quantity, _ first: Quantity, _ second: Quantity) -> FigureTie? {
    guard min(gap(between: percent.span, and: first.span), gap(between: percent.span, and: second.span)) <= 60,
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
  func ends(_ figures: [Quantity]) -> (Quantity, Quantity)? {
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
    // "To 60 million, compared with 50 million a year earlier, an increase of 25 percent"
    let isCompared =
      words == ["to", "with"] && text(from: 0, to: figures[1].span.start).lowercased().hasSuffix("compared with ")
    return words == ["to", "from"] || isCompared ? (figures[1], figures[0]) : nil
  }

}
