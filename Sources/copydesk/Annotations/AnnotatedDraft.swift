import DocumentModel
import DraftAnalysis
import Rules
import TextCore

/// A finished analysis as other programs are told it: places in the file in the unit they asked for, and names by which the
/// layers point at each other. `protocol/annotations.schema.json` is the contract.
struct AnnotatedDraft {
  let analysis: Analysis
  let findings: [ReportedFinding]
  private let scale: OffsetScale
  /// For each paragraph, how many attributions stand before it.
  private let attributionsBefore: [Int]

  /// Version of the contract; a change that could break a reader raises it.
  static let version = 1

  init(_ analysis: Analysis, findings: [ReportedFinding], unit: OffsetUnit) {
    self.analysis = analysis
    self.findings = findings
    scale = OffsetScale(analysis.snapshot, unit: unit)
    var counts: [Int] = []
    var total = 0
    for layers in analysis.draft.paragraphs {
      counts.append(total)
      total += layers.attributions.count
    }
    attributionsBefore = counts
  }

  var draft: DraftLayers { analysis.draft }

  func entityName(_ index: Int) -> String { "e\(index + 1)" }

  func attributionName(_ paragraph: Int, _ index: Int) -> String { "a\(attributionsBefore[paragraph] + index + 1)" }

  /// A place of the file in the reader's unit.
  func place(_ span: TextSpan) -> (start: Int, end: Int) { (scale(span.start), scale(span.end)) }

  /// The same for a place in a paragraph's prose.
  func place(_ paragraph: Int, _ span: TextSpan) -> (start: Int, end: Int) { place(analysis.fileSpan(paragraph, span)) }
}

extension JSONWriter {
  /// The whole object; `id` is JSON.
  mutating func annotations(_ draft: AnnotatedDraft, id: [UInt8]) {
    object { writer in
      writer.key("id")
      writer.raw(id)
      writer.field("version", AnnotatedDraft.version)
      writer.sentences(draft)
      writer.entities(draft)
      writer.chains(draft)
      writer.quantities(draft)
      writer.quotations(draft)
      writer.attributions(draft)
      writer.claims(draft)
      writer.findings(draft)
    }
    endLine()
  }

  /// `"start"` and `"end"`.
  mutating func extent(_ place: (start: Int, end: Int)) {
    field("start", place.start)
    field("end", place.end)
  }

  /// `[start, end]`
  mutating func pair(_ place: (start: Int, end: Int)) {
    array { writer in
      writer.separate()
      writer.integer(place.start)
      writer.separate()
      writer.integer(place.end)
    }
  }

  /// A field with an item for everything of one kind in all paragraphs.
  mutating func layer<Item>(
    _ name: StaticString, _ draft: AnnotatedDraft, _ items: KeyPath<AnalyzedParagraph, [Item]>,
    _ write: (inout JSONWriter, _ item: Item, _ paragraph: Int, _ index: Int) -> Void
  ) {
    key(name)
    array { writer in
      for (paragraph, layers) in draft.draft.paragraphs.enumerated() {
        for (index, item) in layers[keyPath: items].enumerated() { write(&writer, item, paragraph, index) }
      }
    }
  }
}
