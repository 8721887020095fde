import DocumentModel
import TextCore

/// Parts of a whole that no colon announces: an apposition, classes that shut each other out, votes.
extension TieFinder {
  /// "The 86 passengers, 51 men, 22 women and 15 children, were saved": kinds of people that make up everybody.
  var apposition: FigureTie? {
    for index in figures.indices.dropLast(2) {
      let whole = figures[index]
      guard isPeople(whole), sort(whole) == nil, isEverybody(whole) else { continue }
      var end = index + 1
      while end < figures.count, sort(figures[end]) != nil, figures[end].modifier == nil, isExact(figures[end]),
        end == index + 1 || isNext(figures[end - 1], figures[end])
      { end += 1 }
      let parts = Array(figures[(index + 1)..<end])
      guard let first = parts.first, let last = parts.last, isWholeOf(parts), isLast(last),
        parts.count < 3 || text(from: parts[parts.count - 2].span.end, to: last.span.start).hasSuffix(" and ")
      else { continue }
      let lead = text(from: whole.span.end, to: first.span.start)
      let nouns = lead.split(separator: " ").count
      guard lead.utf8.count <= 40, ["(", ", ", " - ", " — ", " – "].contains(where: { lead.hasSuffix($0) }),
        !lead.dropLast(2).contains(","), !lead.contains(":")
      else { continue }
      // "The two officers, three women and four men": a list, no sum.
      guard isNear(whole, parts) else { continue }
      // "Eleven people were killed, seven men and five women."
      return nouns <= 3 ? .total(whole: whole, parts: parts) : .parts(whole: whole, parts: parts)
    }
    return nil
  }

  /// "Eleven people", "the 86 passengers": not "two officers, three women and four men".
  private func isEverybody(_ whole: Quantity) -> Bool {
    if ["people", "person"].contains(whole.unit?.name ?? "") { return true }
    let token = paragraph.layers.tokens.tokens(in: whole.span).start - 1
    return words.word(at: token, in: paragraph)?.role == .people
  }

  /// Whether the parts come to about the whole.
  private func isNear(_ whole: Quantity, _ parts: [Quantity]) -> Bool {
    guard case .exact(let said) = whole.value, let sum = Figures.sum(parts), let off = sum - said else { return false }
    return off.magnitude.double <= max(2, said.double / 4)
  }

  /// " men, " or " men and ", and no more than that.
  private func isNext(_ first: Quantity, _ second: Quantity) -> Bool {
    let between = text(from: first.span.end, to: second.span.start)
    let words = wordsBetween(first.span.end, second.span.start)
    return words.count <= 2 && (between.hasSuffix(", ") || between.hasSuffix(" and "))
      && (words.count == 1 || words.last == "and")
  }

  /// The noun of the last part is followed by a mark: "and 15 children, were taken", not "and three women critically".
  private func isLast(_ part: Quantity) -> Bool {
    let rest = rest(after: part.span.end)
    let noun = rest.prefix { $0.isLetter || $0 == " " }
    guard noun.split(separator: " ").count == 1, noun.first == " " else { return false }
    let mark = rest.dropFirst(noun.count)
    return mark.isEmpty || [",", ")", ".", ";", "-", "—", "–"].contains { mark.hasPrefix($0) }
  }

  private func sort(_ quantity: Quantity) -> Int? {
    quantity.kind == .count ? quantity.unit.flatMap { words.sort(of: $0.name) } : nil
  }

  /// Men and women, or adults and children.
  private func isWholeOf(_ parts: [Quantity]) -> Bool {
    let sorts = Set(parts.compactMap(sort))
    return parts.count > 1 && (sorts.isSuperset(of: [1, 2]) || sorts.isSuperset(of: [3, 4]))
  }

  private func isPeople(_ quantity: Quantity) -> Bool {
    quantity.kind == .count && quantity.modifier == nil && isExact(quantity)
  }

  /// "Of the 86 passengers, 51 were men and 37 women", "51 were Finns and the other 37 Swedes".
  var classes: FigureTie? {
    guard figures.count == 3, let whole = figures.first, isPeople(whole), isOpening(whole) else { return nil }
    let (first, second) = (figures[1], figures[2])
    guard
      [first, second].allSatisfy({ $0.modifier == nil && isExact($0) && ($0.kind == .number || $0.kind == .count) }),
      isLed(whole, first)
    else { return nil }
    var between = wordsBetween(first.span.end, second.span.start)
    let hasRest = between.suffix(2) == ["the", "other"] || between.suffix(2) == ["the", "remaining"]
    if hasRest { between.removeLast(2) }
    guard between.last == "and", between.count <= 4, between.first == "were" || between.first == "are" else {
      return nil
    }
    if hasRest { return .total(whole: whole, parts: [first, second]) }
    var after = wordsBetween(second.span.end, sentence.span.end)[...]
    if after.first == "were" || after.first == "are" { after = after.dropFirst() }
    guard between.count == 3, let one = words.sort(of: between[1]),
      let other = after.first.flatMap({ words.sort(of: $0) }),
      Set([one, other]) == [1, 2] || Set([one, other]) == [3, 4]
    else { return nil }
    return .total(whole: whole, parts: [first, second])
  }

  /// "Of the 86 passengers" at the head of its sentence.
  private func isOpening(_ whole: Quantity) -> Bool {
    let lead = text(from: sentence.span.start, to: whole.span.start).lowercased()
    return lead == "of " || lead == "of the " || lead == "of its " || lead == "of their "
  }

  /// Only the noun and a comma between.
  private func isLed(_ whole: Quantity, _ first: Quantity) -> Bool {
    let between = text(from: whole.span.end, to: first.span.start)
    return between.utf8.count <= 40 && between.hasSuffix(", ") && !between.dropLast(2).contains(",")
  }

  /// "Of the 25 councillors, 13 voted for, nine against and two abstained"; nobody votes twice.
  var votes: FigureTie? {
    guard (3...4).contains(figures.count), let whole = figures.first, isPeople(whole), isOpening(whole) else {
      return nil
    }
    let parts = Array(figures.dropFirst())
    guard let first = parts.first, isLed(whole, first),
      parts.allSatisfy({ $0.modifier == nil && isExact($0) && ($0.kind == .number || $0.kind == .count) })
    else { return nil }
    for (index, part) in parts.enumerated() {
      let end = index + 1 < parts.count ? parts[index + 1].span.start : sentence.span.end
      let run = paragraph.layers.tokens.tokens(in: TextSpan(part.span.end, end))
      guard words.first(.vote, in: run.range, of: paragraph)?.number == Int64(index + 1) else { return nil }
    }
    let rest = sentence.span.end > whole.span.end ? text(from: whole.span.end, to: sentence.span.end) : ""
    return parts.count == 3 && rest.contains("all present")
      ? .total(whole: whole, parts: parts) : .parts(whole: whole, parts: parts)
  }

  /// "It earned $40 million, $25 million at home and $18 million abroad", "eleven people were killed, seven on the first bus and
  /// five on the second".
  var contrast: FigureTie? {
    for index in figures.indices.dropLast(2) {
      let (whole, first, second) = (figures[index], figures[index + 1], figures[index + 2])
      guard [whole, first, second].allSatisfy({ $0.modifier == nil && isExact($0) }), whole.kind != .percent,
        [first, second].allSatisfy({ $0.unit == whole.unit && $0.kind == whole.kind || $0.kind == .number }),
        whole.kind == .money ? first.kind == .money && second.kind == .money : whole.kind == .count,
        let one = contrast(after: first, until: second.span.start),
        let other = contrast(after: second, until: sentence.span.end), one % 2 == 0, other == one + 1,
        text(from: first.span.end, to: second.span.start).hasSuffix(" and ")
      else { continue }
      let lead = text(from: whole.span.end, to: first.span.start)
      guard lead.utf8.count <= 40, lead.hasSuffix(", ") || lead.hasSuffix(": "), !lead.dropLast(2).contains(",") else {
        continue
      }
      return whole.kind == .money && one == 10
        ? .total(whole: whole, parts: [first, second]) : .parts(whole: whole, parts: [first, second])
    }
    return nil
  }

  /// The place right after a figure, "of them" between.
  private func contrast(after figure: Quantity, until end: Int) -> Int64? {
    var run = paragraph.layers.tokens.tokens(in: TextSpan(figure.span.end, end))
    if TieJoints.ofThem.contains(where: { text(from: figure.span.end, to: end).hasPrefix($0) }) {
      run = TokenSpan(min(run.start + 2, run.end), run.end)
    }
    guard let word = words.word(at: run.start, in: paragraph), word.role == .contrast else { return nil }
    return word.number
  }
}
