import DocumentModel
import DraftAnalysis
import Lexicons
import TextCore

/// Where the story tells one figure of what the headline counts: one event, though the sentences share few words. "The company
/// would cut 140 jobs" under "Varnik to cut 120 jobs".
extension FigureInconsistent {
  /// Whether a statement can be of no other event: the story does not give the headline's figure anywhere, and its sentence
  /// tells of no other place, no other day and the same time, past or to come.
  ///
  /// - Parameter shared: words that both sentences have.
  func isSole(_ head: Heads.Head, _ twin: Twin, _ shared: Int, _ lede: Int, _ top: [Int], _ analysis: Analysis) -> Bool
  {
    let (own, said) = (head.statement, twin.statement)
    guard head.place != .lede, !own.key.event.isEmpty, own.key.event == said.key.event, own.isPlan == said.isPlan,
      case .exact(let value) = own.quantity.value, case .exact(let other) = said.quantity.value,
      !isTold(value, own.quantity, in: analysis), isOnly(said, of: twin.paragraph, in: analysis)
    else { return false }
    let paragraph = analysis.analyzed[twin.paragraph]
    guard !hasForeignName(said, paragraph, lede, analysis) || twin.paragraph == lede else { return false }
    // What is less may be a part.
    if twin.paragraph == lede { return shared >= 1 }
    return !hasOtherDay(said, paragraph) && shared >= (other > value ? 0 : 1)
  }

  /// "At least 60" for "at least 80": bounds of one kind are told to be one number.
  func areOtherBounds(_ first: Quantity, _ second: Quantity) -> Bool {
    guard let bound = first.modifier, bound == second.modifier, bound.isLowerBound || bound.isUpperBound,
      var one = Optional(first), var other = Optional(second)
    else { return false }
    one.modifier = nil
    other.modifier = nil
    guard let low = Interval(one), let high = Interval(other) else { return false }
    return !low.meets(high)
  }

  /// Whether the headline's figure stands beside the other in the story, as a bare figure or of the same noun, or elsewhere at the
  /// end of a clause: "Dell will lose 120."
  func isRepeated(_ head: Heads.Head, beside twin: Twin, _ top: [Int], _ analysis: Analysis) -> Bool {
    guard case .exact(let value) = head.statement.quantity.value else { return false }
    return top.contains { index in
      let paragraph = analysis.analyzed[index]
      return paragraph.layers.quantities.contains { quantity in
        guard quantity.value == .exact(value), quantity.span != twin.statement.quantity.span else { return false }
        if quantity.kind == .number, isClosing(quantity, paragraph) { return true }
        return index == twin.paragraph
          && (quantity.kind == .number || quantity.kind == head.statement.quantity.kind)
          && (quantity.unit == nil || quantity.unit == head.statement.quantity.unit
            || quantity.unit == twin.statement.quantity.unit)
      }
    }
  }

  private func isClosing(_ quantity: Quantity, _ paragraph: AnalyzedParagraph) -> Bool {
    let end = paragraph.layers.tokens.tokens(in: quantity.span).end
    return end >= paragraph.layers.tokens.count || paragraph.kind(end) == .punctuation
  }

  /// Whether the story gives a figure anywhere, of whatever it be.
  private func isTold(_ value: Rational, _ quantity: Quantity, in analysis: Analysis) -> Bool {
    analysis.analyzed.contains { paragraph in
      paragraph.isCopy
        && paragraph.layers.quantities.contains { found in
          switch found.value {
          case .exact(let said): return said == value
          case .range(let low, let high): return low == value || high == value
          case .temporal: return false
          }
        }
    }
  }

  /// Percentages, sums and ages: whether the story has but one.
  private func isOnly(_ statement: FigureStatement, of paragraph: Int, in analysis: Analysis) -> Bool {
    let kind = statement.quantity.kind
    guard kind == .percent || kind == .money || kind == .age else { return true }
    var values: Set<QuantityValue> = []
    for paragraph in analysis.analyzed where paragraph.isCopy {
      for quantity in paragraph.layers.quantities where quantity.kind == kind {
        values.insert(quantity.value)
        if values.count > 1 { return false }
      }
    }
    return true
  }

  /// A name after a preposition that neither headline nor first paragraph has: "The firm cut 90 jobs in Orven."
  private func hasForeignName(
    _ statement: FigureStatement, _ paragraph: AnalyzedParagraph, _ lede: Int, _ analysis: Analysis
  ) -> Bool {
    var known: Set<UInt64> = []
    for index in 0...max(0, lede) where analysis.analyzed.indices.contains(index) {
      known.formUnion(analysis.analyzed[index].layers.tokens.hashes)
    }
    if let title = analysis.title { known.formUnion(title.layers.tokens.hashes) }
    let tokens = paragraph.layers.tokens
    return told(statement, paragraph).contains { token in
      tokens.kinds[token] == .word && tokens.shapes[token].isCapitalized && !known.contains(tokens.hashes[token])
        && !paragraph.layers.quantities.contains { $0.outerSpan.overlaps(tokens.span(token)) }
        || paragraph.text(token).lowercased() == "across"
    }
  }

  /// The sentence without its first word and without who says so at its end.
  private func told(_ statement: FigureStatement, _ paragraph: AnalyzedParagraph) -> Range<Int> {
    let sentence = paragraph.sentence(at: statement.span.start)
    let own = paragraph.layers.tokens.tokens(in: statement.span)
    var end = sentence.end
    if own.end < sentence.end,
      let comma = (own.end..<sentence.end).first(where: { paragraph.text($0) == "," }),
      (comma..<sentence.end).contains(where: { statements.isSaying($0, paragraph) })
    {
      end = comma
    }
    return min(sentence.start + 1, end)..<end
  }

  /// A month or a day that is not the one on which somebody said so: "Four people died there in May." Of a plan, days are its term.
  private func hasOtherDay(_ statement: FigureStatement, _ paragraph: AnalyzedParagraph) -> Bool {
    let run = told(statement, paragraph)
    return paragraph.layers.quantities.contains { quantity in
      guard case .temporal(let time) = quantity.value else { return false }
      let tokens = paragraph.layers.tokens.tokens(in: quantity.outerSpan)
      guard run.contains(tokens.start) else { return false }
      if case .weekday = time { return false }
      let isSaying = (max(0, tokens.start - 2)..<tokens.start).contains { statements.isSaying($0, paragraph) }
      // Of a plan, days and months are its term: "by the end of March". But: "said in May that it would cut 400 jobs".
      return isSaying ? !statements.isDay(quantity) : !statement.isPlan
    }
  }
}
