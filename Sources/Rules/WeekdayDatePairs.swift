import DocumentModel
import TextCore

extension WeekdayDate {
  /// The dates of a paragraph that have a weekday, in order: those that are read as one ("Monday, May 5, 2026"), and pairs of a
  /// weekday and a whole date that a bracket or an apposition joins: "Monday (May 5, 2026)", "May 5, 2026, a Monday".
  func days(in paragraph: AnalyzedParagraph) -> [Quantity] {
    let quantities = paragraph.layers.quantities
    return quantities.indices.compactMap { index in
      let quantity = quantities[index]
      if case .temporal(.calendar(_, .some, .some, .some)) = quantity.value { return quantity }
      guard isDate(quantity) else { return nil }
      if index > 0, joint(quantities[index - 1], quantity, paragraph) == " (" {
        return pair(quantity, quantities[index - 1])
      }
      guard index + 1 < quantities.count, joint(quantity, quantities[index + 1], paragraph) == ", a " else {
        return nil
      }
      return pair(quantity, quantities[index + 1])
    }
  }

  /// A whole date without a weekday.
  func isDate(_ quantity: Quantity) -> Bool {
    if case .temporal(.calendar(.some, .some, .some, nil)) = quantity.value { true } else { false }
  }

  private func joint(_ first: Quantity, _ second: Quantity, _ paragraph: AnalyzedParagraph) -> String? {
    guard first.span.end < second.span.start else { return nil }
    return paragraph.paragraph.text(TextSpan(first.span.end, second.span.start))
  }

  private func pair(_ date: Quantity, _ name: Quantity) -> Quantity? {
    guard case .temporal(.calendar(let year, let month, let day, nil)) = date.value,
      case .temporal(.weekday(let weekday, nil)) = name.value
    else { return nil }
    var pair = date
    pair.span = date.span.union(name.span)
    pair.value = .temporal(.calendar(year: year, month: month, day: day, weekday: weekday))
    return pair
  }
}
