import DocumentModel
import TextCore

/// Parts of a whole that are told as a share of it.
extension TieFinder {
  /// "30 of the 50 members (40 percent)", "one in five, or 25 percent", "1,500 of its 6,000 jobs, or one in five".
  var shares: [FigureTie] {
    figures.indices.dropFirst().compactMap { index in
      let said = figures[index]
      if let tie = partOfWhole(after: index) ?? half(at: index) { return tie }
      let base = figures[index - 1]
      guard said.modifier == nil, isShare(said), isRestated(base, as: said) else { return nil }
      if said.kind == .percent, isFraction(base), base.modifier == nil { return .fraction(base, percent: said) }
      guard index > 1, let (part, whole) = partAndWhole(figures[index - 2], base, before: said) else { return nil }
      return said.kind == .percent
        ? .share(part: part, whole: whole, percent: said) : .portion(part: part, whole: whole, fraction: said)
    }
  }

  private func isShare(_ quantity: Quantity) -> Bool { quantity.kind == .percent || isFraction(quantity) }

  /// "one in five", "a fifth": in words.
  private func isFraction(_ quantity: Quantity) -> Bool {
    guard quantity.kind == .number, case .exact(let fraction) = quantity.value, quantity.numerals.count == 1 else {
      return false
    }
    return !fraction.isWhole && fraction < Rational(1) && quantity.precision == nil
      && paragraph.paragraph.text(quantity.span).contains(" ")
  }

  /// Which of two figures is a part of the other.
  private func partAndWhole(_ first: Quantity, _ second: Quantity, before said: Quantity) -> (Quantity, Quantity)? {
    guard isCount(first), isCount(second), isPlain(second) else { return nil }
    let between = text(from: first.span.end, to: second.span.start)
    let next = text(from: second.span.end, to: said.outerSpan.start)
    let isWholeFirst =
      // "Of 400 teachers, 120, or 40 percent", "of the 40 judges in the court, 10, or 25 percent"
      isWhole(first.span.start) && between.hasSuffix(", ") && !between.dropLast(2).contains(",") && next.utf8.count <= 5
      // "480 teachers, of whom 120, or 30 percent"
      || TieJoints.pointsBack.contains { between.hasSuffix($0) } && !between.dropLast(10).contains(",")
        && next.utf8.count <= 5
      // "480 teachers; 120 of them, or 30 percent"
      || between.hasSuffix("; ") && TieJoints.ofThem.contains { next.hasPrefix($0) }
    if isWholeFirst, between.utf8.count <= 32, isPlain(first) { return (second, first) }
    guard TieJoints.isOutOf(between), isPlain(first) || first.modifier == .about else { return nil }
    return (first, second)
  }

  private func isCount(_ quantity: Quantity) -> Bool { quantity.kind == .number || quantity.kind == .count }

  /// "It will cut 1,500": a verb tells a direction, which is none of a share.
  private func isPlain(_ quantity: Quantity) -> Bool {
    quantity.modifier == nil || quantity.modifier == .up || quantity.modifier == .down
  }

  /// "Turnout was 62 percent: 6,000 of the 12,000 voters".
  private func partOfWhole(after index: Int) -> FigureTie? {
    let percent = figures[index - 1]
    guard percent.kind == .percent, percent.modifier == nil, index + 1 < figures.count else { return nil }
    let (part, whole) = (figures[index], figures[index + 1])
    guard isCount(part), isCount(whole), part.modifier == nil, isPlain(whole),
      [": ", " (", " — ", " – "].contains(text(from: percent.span.end, to: part.span.start)),
      TieJoints.isOutOf(text(from: part.span.end, to: whole.span.start)), percent.unit?.name == "percent"
    else { return nil }
    return .share(part: part, whole: whole, percent: percent)
  }

  /// "60 beds, half of them, 40, for children".
  private func half(at index: Int) -> FigureTie? {
    guard index > 1 else { return nil }
    let (whole, fraction, part) = (figures[index - 2], figures[index - 1], figures[index])
    guard isCount(whole), isPlain(whole), fraction.modifier == nil, fraction.kind == .number, isCount(part),
      part.modifier == nil, case .exact(let value) = fraction.value, !value.isWhole, value < Rational(1),
      fraction.precision == nil
    else { return nil }
    let between = text(from: whole.span.end, to: fraction.span.start)
    let after = rest(after: part.span.end)
    guard between.hasSuffix(", "), between.utf8.count <= 24, !between.dropLast(2).contains(","),
      [" of them, ", " of them (", " of these, ", " of whom, "].contains(
        text(from: fraction.span.end, to: part.span.start)),
      after.hasPrefix(",") || after.hasPrefix(")")
    else { return nil }
    return .portion(part: part, whole: whole, fraction: fraction)
  }

  /// "Of 400 teachers", "of the 400 teachers"
  private func isWhole(_ start: Int) -> Bool {
    let before = word(before: start)
    return before == "of" || before == "the" && text(from: max(0, start - 7), to: start).lowercased() == "of the "
  }

  /// Whether a figure says again what stood before it: in brackets, after ", or", or "a fifth of the total".
  private func isRestated(_ base: Quantity, as said: Quantity) -> Bool {
    let between = text(from: base.span.end, to: said.outerSpan.start)
    guard !between.isEmpty, between.utf8.count <= 48 else { return false }
    if isRestated(from: base.span.end, to: said.outerSpan.start) {
      // "120 of 480 teachers (30 percent of them women)"
      return !between.contains("(") || !rest(after: said.span.end).hasPrefix(" of")
    }
    // "120 of 480 teachers - 30 percent - stayed"
    if let dash = [" - ", " – ", " — "].first(where: { between.hasSuffix($0) }),
      rest(after: said.span.end).hasPrefix(dash)
    {
      return true
    }
    return said.kind == .number && between.hasSuffix(", ")
      && [" of the total", " of them", " of all"].contains { rest(after: said.span.end).hasPrefix($0) }
  }

  func isRestated(from end: Int, to start: Int) -> Bool {
    guard end < start, start - end <= 48 else { return false }
    let between = text(from: end, to: start)
    return between.hasSuffix("(") || between.hasSuffix("(or ") || between.hasSuffix(", or ")
  }
}
