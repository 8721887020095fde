import DocumentModel
import DraftAnalysis
package import TextCore

/// An entry of the draft's outline.
package struct OutlineItem: Sendable, Equatable {
  package enum Kind: Sendable { case heading, person, quotation }

  package let name: String
  package let detail: String?
  package let kind: Kind
  /// In the file: a heading's reaches to the next one of its level.
  package let span: TextSpan
  /// In the file, within `span`: where the editor jumps.
  package let selection: TextSpan
  package let children: [OutlineItem]
}

/// Headings by level; below each, in order, the people first named there and the quotations.
struct Outline {
  private let analysis: Analysis
  /// An outline is for finding one's way: longer names are cut.
  private static let longestName = 60

  init(_ analysis: Analysis) { self.analysis = analysis }

  private enum Entry {
    case heading(level: Int, paragraph: Int)
    case leaf(OutlineItem)
  }

  var items: [OutlineItem] {
    var rest = entries[...]
    return children(&rest, below: 0, until: analysis.snapshot.count)
  }

  /// In order of reading.
  private var entries: [Entry] {
    let people = firstNames
    var entries: [Entry] = []
    for (index, paragraph) in analysis.analyzed.enumerated() {
      if case .heading(let level) = paragraph.paragraph.kind {
        entries.append(.heading(level: level, paragraph: index))
        continue
      }
      var leaves = people[index] ?? []
      for (number, quotation) in paragraph.quotations.enumerated() where quotation.form == .direct && !quotation.isInner
      {
        let span = analysis.fileSpan(index, quotation.span)
        guard !span.isEmpty else { continue }
        leaves.append(
          OutlineItem(
            name: cut(analysis.text(index, quotation.span)),
            detail: analysis.speaker(ofQuotation: number, in: index), kind: .quotation, span: span, selection: span,
            children: []))
      }
      entries += leaves.sorted { $0.span.start < $1.span.start }.map(Entry.leaf)
    }
    return entries
  }

  /// The people of the draft at the place where each is first named, by paragraph.
  private var firstNames: [Int: [OutlineItem]] {
    var found: [Int: [OutlineItem]] = [:]
    for entity in analysis.draft.entities where entity.kind == .person {
      guard
        let first = entity.mentions.first(where: {
          analysis.mention($0)?.form == .name && !analysis.analyzed[$0.paragraph].paragraph.kind.isHeading
        }), let mention = analysis.mention(first)
      else { continue }
      let span = analysis.fileSpan(first.paragraph, mention.span)
      guard !span.isEmpty else { continue }
      found[first.paragraph, default: []].append(
        OutlineItem(
          name: cut(entity.name), detail: entity.description.map(cut), kind: .person, span: span, selection: span,
          children: []))
    }
    return found
  }

  private func children(_ rest: inout ArraySlice<Entry>, below level: Int, until end: Int) -> [OutlineItem] {
    var items: [OutlineItem] = []
    while let entry = rest.first {
      switch entry {
      case .leaf(let item):
        rest.removeFirst()
        items.append(item)
      case .heading(let own, let paragraph):
        guard own > level else { return items }
        rest.removeFirst()
        let selection = analysis.document.paragraphs[paragraph].span
        let end = min(end, nextHeading(in: rest, upTo: own) ?? end)
        let below = children(&rest, below: own, until: end)
        let name = cut(analysis.text(paragraph, TextSpan(0, analysis.analyzed[paragraph].paragraph.bytes.count)))
        items.append(
          OutlineItem(
            name: name.isEmpty ? "—" : name, detail: nil, kind: .heading,
            span: TextSpan(selection.start, max(selection.end, end)), selection: selection, children: below))
      }
    }
    return items
  }

  private func nextHeading(in rest: ArraySlice<Entry>, upTo level: Int) -> Int? {
    for case .heading(let own, let paragraph) in rest where own <= level {
      return analysis.document.paragraphs[paragraph].start
    }
    return nil
  }

  /// On one line.
  private func cut(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count <= Outline.longestName ? line : line.prefix(Outline.longestName - 1) + "…"
  }
}
