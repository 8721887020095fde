import DocumentModel
import TextCore

extension WeekdayDate {
  /// The dates of a paragraph that have a weekday, in order: those that are read as one ("Monday, May 5, 2026"), and pairs of a
  /// weekday and a whole date that a bracket or an apposition joins: "Monday (May 5, 2026)", "May 5, 2026, a Monday". The years must be told.
  func days(in paragraph: AnalyzedParagraph) -> [Quantity] {
    let quantities = paragraph.layers.quantities
    return quantities.indices.flatMap { index -> [Quantity] in
      let quantity = quantities[index]
      guard isDate(quantity) else { return named(in: quantity, paragraph) }
      if index > 0, joint(quantities[index - 1], quantity, paragraph) == " (" {
        return pair(quantity, quantities[index - 1])
      }
      guard index + 1 < quantities.count, joint(quantity, quantities[index + 1], paragraph) == ", a " else { return [] }
      return pair(quantity, quantities[index + 1])
    }
  }

  /// The days with a weekday that a time is made of: "the evening of Monday 5 May 2026", and both ends of "from Monday, May 5 to
  /// Wednesday, May 7, 2026", where the year stands for both.
  private func named(in quantity: Quantity, _ paragraph: AnalyzedParagraph) -> [Quantity] {
    guard case .temporal(let expression) = quantity.value else { return [] }
    let run = paragraph.layers.tokens.tokens(in: quantity.span)
    let names = run.range.filter { weekdays.contains(paragraph.layers.tokens.hashes[$0]) }
    switch expression {
    case .calendar(_, .some, .some, .some): return [quantity]
    case .partOfDay(_, .some(let day)):
      guard names.count == 1, let name = names.first else { return [] }
      return [part(day, TokenSpan(name, run.end), of: quantity, paragraph)].compactMap { $0 }
    case .interval(.some(let low), .some(let high), _):
      guard names.count == 2, let first = names.first, let second = names.last,
        case .calendar(let year?, let last?, _, _) = high,
        case .calendar(let own, let month, let day, let weekday) = low
      else { return [] }
      let opening = TemporalExpression.calendar(
        year: own ?? (month.map { $0 > last } ?? false ? year - 1 : year), month: month, day: day, weekday: weekday)
      return [
        part(opening, TokenSpan(first, second - 1), of: quantity, paragraph),
        part(high, TokenSpan(second, run.end), of: quantity, paragraph),
      ].compactMap { $0 }
    default: return []
    }
  }

  private func part(
    _ day: TemporalExpression, _ run: TokenSpan, of quantity: Quantity, _ paragraph: AnalyzedParagraph
  ) -> Quantity? {
    guard case .calendar(.some, .some, .some, .some) = day, !run.isEmpty else { return nil }
    var part = quantity
    part.span = paragraph.layers.tokens.span(run)
    part.value = .temporal(day)
    return part
  }

  /// A whole date without a weekday.
  func isDate(_ quantity: Quantity) -> Bool {
    if case .temporal(.calendar(.some, .some, .some, nil)) = quantity.value { true } else { false }
  }

  private func joint(_ first: Quantity, _ second: Quantity, _ paragraph: AnalyzedParagraph) -> String? {
    guard first.span.end < second.span.start else { return nil }
    return paragraph.paragraph.text(TextSpan(first.span.end, second.span.start))
  }

  private func pair(_ date: Quantity, _ name: Quantity) -> [Quantity] {
    guard case .temporal(.calendar(let year, let month, let day, nil)) = date.value,
      case .temporal(.weekday(let weekday, nil)) = name.value
    else { return [] }
    var pair = date
    pair.span = date.span.union(name.span)
    pair.value = .temporal(.calendar(year: year, month: month, day: day, weekday: weekday))
    return [pair]
  }
}
