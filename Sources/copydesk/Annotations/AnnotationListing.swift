import DocumentModel
import DraftAnalysis
import TextCore

/// `annotate --format text`: the annotations as lines for people, in order of reading.
struct AnnotationListing {
  private let analysis: Analysis
  private let name: String
  private var entries: [(span: TextSpan, words: String)] = []

  init(_ analysis: Analysis, findings: [ReportedFinding], name: String) {
    self.analysis = analysis
    self.name = name
    for (paragraph, layers) in analysis.draft.paragraphs.enumerated() { list(layers, paragraph) }
    for finding in findings {
      entries.append(
        (finding.span, "\(finding.severity.rawValue) \(finding.code): \(escapingControls(finding.message))"))
    }
    // Sorting by place with the order of listing as the second key keeps equal places in a fixed order.
    entries = entries.enumerated().sorted { ($0.element.span, $0.offset) < ($1.element.span, $1.offset) }.map(\.element)
  }

  /// `path:line:column: what it is`, columns in characters from 1.
  var lines: String {
    var text = ""
    let places = DraftPlaces(analysis.snapshot, columns: .codePoint)
    for (span, words) in entries {
      let place = places(span.start)
      text += "\(name):\(place.line):\(place.column): \(words)\n"
    }
    return text
  }

  private mutating func list(_ layers: AnalyzedParagraph, _ paragraph: Int) {
    func quoted(_ span: TextSpan) -> String {
      let words = withoutControls(analysis.text(paragraph, span)).split(whereSeparator: \.isWhitespace)
      return "“" + words.joined(separator: " ") + "”"
    }
    func quoted(_ spans: [TextSpan]) -> String { spans.isEmpty ? "nobody" : spans.map(quoted).joined(separator: " … ") }
    func add(_ span: TextSpan, _ words: String) { entries.append((analysis.fileSpan(paragraph, span), words)) }

    for (index, mention) in layers.mentions.enumerated()
    where mention.isListed || mention.form == .candidate && analysis.draft.entityOfMention[paragraph, index] != nil {
      let kind = analysis.draft.kindOfMention[MentionReference(paragraph: paragraph, mention: index)] ?? mention.kind
      add(mention.span, "\(kind.rawValue) \(quoted(mention.span))")
    }
    for (index, quantity) in layers.quantities.enumerated() {
      let value = reading(of: quantity, QuantityReference(paragraph, index))
      add(quantity.outerSpan, "\(quantity.kind.rawValue) \(quoted(quantity.outerSpan))\(value)")
    }
    for attribution in layers.attributions {
      // What an introduction announces stands in the next paragraph.
      let said = attribution.contents.isEmpty ? "what follows" : quoted(attribution.contents)
      add(
        attribution.extent,
        "\(attribution.form.rawValue) speech of \(quoted(attribution.sources)) by \(quoted(attribution.cues)): \(said)")
    }
    for claim in layers.claims {
      add(
        claim.span,
        "claim (\(claim.category.rawValue)\(claim.attribution == nil ? ", no source" : "")) \(quoted(claim.span))")
    }
  }

  /// " = value unit"
  private func reading(of quantity: Quantity, _ place: QuantityReference) -> String {
    let value: String?
    switch quantity.value {
    case .exact(let exact): value = exact.text
    case .range(let low, let high): value = "\(low?.text ?? "")…\(high?.text ?? "")"
    case .temporal:
      let time = analysis.draft.times[place]
      value = time?.value ?? time?.timex ?? time.map { "\($0.low ?? "")…\($0.high ?? "")" }
    }
    guard let value else { return "" }
    return " = \(value)" + (quantity.unit.map { " \($0.name)" } ?? "")
  }
}
