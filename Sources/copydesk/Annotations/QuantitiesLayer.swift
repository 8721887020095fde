import DocumentModel
import TextCore

extension JSONWriter {
  mutating func quantities(_ draft: AnnotatedDraft) {
    layer("quantities", draft, \.quantities) { writer, quantity, paragraph, index in
      writer.separate()
      writer.object { writer in
        writer.quantity(quantity, paragraph, index, of: draft)
      }
    }
  }

  private mutating func quantity(_ quantity: Quantity, _ paragraph: Int, _ index: Int, of draft: AnnotatedDraft) {
    extent(draft.place(paragraph, quantity.span))
    field("text", draft.analysis.text(paragraph, quantity.span))
    if quantity.outerSpan != quantity.span {
      let outer = draft.place(paragraph, quantity.outerSpan)
      field("outer_start", outer.start)
      field("outer_end", outer.end)
    }
    field("kind", quantity.kind.rawValue)
    switch quantity.value {
    case .exact(let value): field("value", value.text)
    case .range(let low, let high):
      field("low", orNull: low?.text)
      field("high", orNull: high?.text)
    case .temporal:
      if let time = draft.draft.times[QuantityReference(paragraph, index)] {
        reading(time)
        if !time.alternatives.isEmpty {
          key("any")
          array(of: time.alternatives) { writer, other in writer.object { $0.reading(other) } }
        }
      }
    }
    field("unit", ifAny: quantity.unit?.name)
    field("iso", ifAny: quantity.iso)
    field("modifier", ifAny: quantity.modifier?.rawValue)
    numerals(quantity, paragraph, of: draft)
    if let conversion = quantity.conversion, draft.draft.paragraphs[paragraph].quantities.indices.contains(conversion) {
      key("conversion")
      pair(draft.place(paragraph, draft.draft.paragraphs[paragraph].quantities[conversion].span))
    }
  }

  /// A date or time on the calendar: a value or an interval, and its TIMEX3 form.
  private mutating func reading(_ time: ResolvedTime) {
    if let value = time.value {
      field("value", value)
    } else if time.low != nil || time.high != nil {
      field("low", orNull: time.low)
      field("high", orNull: time.high)
    }
    field("timex", ifAny: time.timex)
  }

  /// The bare numbers inside, where the quantity is not one itself; of a date the length of time it tells.
  private mutating func numerals(_ quantity: Quantity, _ paragraph: Int, of draft: AnnotatedDraft) {
    guard quantity.lengths.isEmpty else { return lengths(quantity.lengths, paragraph, of: draft) }
    guard !quantity.numerals.isEmpty, quantity.kind != .number else { return }
    key("numerals")
    array(of: quantity.numerals) { writer, numeral in
      writer.object { writer in
        writer.extent(draft.place(paragraph, numeral.span))
        writer.field("text", draft.analysis.text(paragraph, numeral.span))
        writer.field("kind", QuantityKind.number.rawValue)
        writer.field("value", numeral.value.text)
        // "more than thirty" of "more than thirty years old".
        if quantity.numerals.count == 1, let modifier = quantity.modifier,
          quantity.outerSpan.start < quantity.span.start,
          quantity.outerSpan.start < numeral.span.start
        {
          let outer = draft.place(paragraph, TextSpan(quantity.outerSpan.start, numeral.span.end))
          writer.field("outer_start", outer.start)
          writer.field("outer_end", outer.end)
          writer.field("modifier", modifier.rawValue)
        }
      }
    }
  }

  /// The durations within a date, in the place of its numbers.
  private mutating func lengths(_ lengths: [Quantity], _ paragraph: Int, of draft: AnnotatedDraft) {
    key("numerals")
    array(of: lengths) { writer, length in
      writer.object { $0.quantity(length, paragraph, 0, of: draft) }
    }
  }
}
