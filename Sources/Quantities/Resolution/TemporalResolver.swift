package import DocumentModel
import TextCore

/// Finds the day a draft counts from and resolves every date and time by it.
package struct TemporalResolver: DocumentAnalyzer {
  package init() {}

  package var reads: Set<Layer> { [.quantities] }
  package var provides: Set<Layer> { [.times] }

  package func analyze(_ draft: inout DraftLayers) {
    if draft.givenReference == nil {
      let written =
        frontMatterMoment(draft) ?? datelineDate(draft).map { ReferenceMoment($0) } ?? draft.projectReference
      draft.referenceDate = written?.day
      draft.referenceClock = written?.clock
    }
    var reading = TemporalReading(reference: draft.referenceDate, clock: draft.referenceClock)
    for (paragraph, analyzed) in draft.paragraphs.enumerated() {
      let quantities = analyzed.layers.quantities
      reading.anchor = nil
      for index in quantities.indices {
        let quantity = quantities[index]
        guard quantity.kind.isTemporal, case .temporal(let expression) = quantity.value,
          var time = reading.resolve(expression)
        else { continue }
        if quantity.modifier == .atLeast, isSince(quantity, draft.document.paragraphs[paragraph].paragraph.bytes) {
          time = begun(time, by: draft.referenceDate)
        }
        draft.times[QuantityReference(paragraph, index)] = time
        if quantity.kind == .date || quantity.kind == .daterange, let span = reading.spans(expression).first {
          reading.anchor = span
        }
      }
    }
  }

  /// Whether "since" stands before a date: it has begun then.
  private func isSince(_ quantity: Quantity, _ bytes: [UInt8]) -> Bool {
    let start = quantity.outerSpan.start
    guard start >= 0, start + 5 <= min(quantity.span.start, bytes.count) else { return false }
    return bytes[start..<start + 5].map { $0.inLowerCase }.elementsEqual("since".utf8)
  }

  /// The reading that has begun by the reference day first: "since January" is no January to come.
  private func begun(_ time: ResolvedTime, by reference: CivilDate?) -> ResolvedTime {
    guard let reference else { return time }
    let readings = [time] + time.alternatives
    guard let index = readings.firstIndex(where: { ($0.value ?? $0.low).map { $0 <= reference.iso } ?? false }),
      index > 0
    else { return time }
    var first = readings[index]
    first.alternatives = readings.enumerated().filter { $0.offset != index }.map { reading in
      var plain = reading.element
      plain.alternatives = []
      return plain
    }
    return first
  }

  /// `date:` of the front matter, in ISO 8601.
  private func frontMatterMoment(_ draft: DraftLayers) -> ReferenceMoment? {
    guard let front = draft.document.frontMatter, let written = front["date"] ?? front["published"] else { return nil }
    let plain = written.filter { $0 != "\"" && $0 != "'" }
    return ReferenceMoment(iso: String(plain.drop { $0 == " " }))
  }

  /// A full date at the top: in a dateline, or alone on one of the first lines.
  private func datelineDate(_ draft: DraftLayers) -> CivilDate? {
    for (paragraph, layers) in draft.paragraphs.prefix(4).enumerated() {
      let length = draft.document.paragraphs[paragraph].paragraph.bytes.count
      for quantity in layers.quantities {
        guard case .temporal(.calendar(let year?, let month?, let day?, _)) = quantity.value else { continue }
        guard quantity.span.end <= 60 || quantity.span.count * 2 >= length else { continue }
        if let date = CivilDate(year: year, month: month, day: day) { return date }
      }
    }
    return nil
  }
}
