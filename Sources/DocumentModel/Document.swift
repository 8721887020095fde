package import TextCore

/// The written form of a draft.
package enum MarkupLanguage: String, Hashable, Sendable, CaseIterable {
  case markdown
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

  package init(span: TextSpan, fields: [(key: String, value: String)]) {
    self.span = span
    self.fields = fields
  }

  package subscript(key: String) -> String? { fields.first { $0.key == key }?.value }

  package static func == (left: FrontMatter, right: FrontMatter) -> Bool {
    left.span == right.span && left.fields.elementsEqual(right.fields) { $0 == $1 }
  }
  package func hash(into hasher: inout Hasher) { hasher.combine(span) }
}

/// A draft cut into paragraphs: what the segmenter makes of a snapshot.
package struct Document: Sendable {
  package let snapshot: TextSnapshot
  package let language: MarkupLanguage
  /// In order of `start`; they do not overlap.
  package let paragraphs: [PlacedParagraph]
  package let frontMatter: FrontMatter?
  package let directives: [Directive]

  package init(
    snapshot: TextSnapshot, language: MarkupLanguage, paragraphs: [PlacedParagraph],
    frontMatter: FrontMatter? = nil, directives: [Directive] = []
  ) {
    self.snapshot = snapshot
    self.language = language
    self.paragraphs = paragraphs
    self.frontMatter = frontMatter
    self.directives = directives
  }

  /// Index of the paragraph that holds (or ends at) a file offset.
  package func paragraphIndex(at offset: Int) -> Int? {
    var low = 0
    var high = paragraphs.count
    while low < high {
      let middle = (low + high) / 2
      if paragraphs[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0, offset <= paragraphs[low - 1].span.end else { return nil }
    return low - 1
  }
}
