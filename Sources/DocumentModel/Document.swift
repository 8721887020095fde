package import TextCore

/// The written form of a draft.
package enum MarkupLanguage: String, Hashable, Sendable, CaseIterable {
  case markdown
  /// Markdown whose comments are written `{/* … */}`.
  case mdx
  case plaintext
}

/// What a writer told Copydesk inside the draft (`copydesk-disable …`), resolved to places.
package struct Directive: Hashable, Sendable {
  /// Rule codes; empty means every rule.
  package let codes: [String]
  /// The part of the file where findings are silenced.
  package let span: TextSpan

  package init(codes: [String], span: TextSpan) {
    self.codes = codes
    self.span = span
  }
}

/// What the front matter says, as far as Copydesk asks.
package struct FrontMatter: Hashable, Sendable {
  /// The whole block with its fences.
  package let span: TextSpan
  /// Keys of the top level and their plain values, in order; lists as they are written.
  package let fields: [(key: String, value: String)]
  /// What stands behind each key in its line, in the file.
  package let places: [TextSpan]

  package init(span: TextSpan, fields: [(key: String, value: String)], places: [TextSpan]) {
    self.span = span
    self.fields = fields
    self.places = places
  }

  /// Where the value of a key stands; nil if there is none.
  package func place(of key: String) -> TextSpan? { zip(fields, places).first { $0.0.key == key }?.1 }

  package subscript(key: String) -> String? { fields.first { $0.key == key }?.value }

  package static func == (left: FrontMatter, right: FrontMatter) -> Bool {
    left.span == right.span && left.fields.elementsEqual(right.fields) { $0 == $1 }
  }
  package func hash(into hasher: inout Hasher) { hasher.combine(span) }
}

/// What the segmenter remembers of a draft, so as to split again only what an edit touches.
package struct SplitMemory: Sendable {
  /// Offsets of lines at which no block was open, in order.
  package var restarts: [Int]
  /// Folded labels of link reference definitions, with the offsets of the definitions.
  package var labels: [(hash: UInt64, offset: Int)]

  package init(restarts: [Int] = [], labels: [(hash: UInt64, offset: Int)] = []) {
    self.restarts = restarts
    self.labels = labels
  }
}

/// A draft cut into paragraphs: what the segmenter makes of a snapshot.
package struct Document: Sendable {
  package let snapshot: TextSnapshot
  package let language: MarkupLanguage
  /// In order of `start`; they do not overlap.
  package let paragraphs: [PlacedParagraph]
  package let frontMatter: FrontMatter?
  package let directives: [Directive]
  package let memory: SplitMemory

  package init(
    snapshot: TextSnapshot, language: MarkupLanguage, paragraphs: [PlacedParagraph],
    frontMatter: FrontMatter? = nil, directives: [Directive] = [], memory: SplitMemory = SplitMemory()
  ) {
    self.snapshot = snapshot
    self.language = language
    self.paragraphs = paragraphs
    self.frontMatter = frontMatter
    self.directives = directives
    self.memory = memory
  }

  /// Index of the paragraph that holds (or ends at) a file offset.
  package func paragraphIndex(at offset: Int) -> Int? {
    let next = paragraphs.partitionPoint { $0.start > offset }
    guard next > 0, offset <= paragraphs[next - 1].span.end else { return nil }
    return next - 1
  }
}
