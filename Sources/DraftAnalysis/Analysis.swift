package import DocumentModel
package import Lexicons
package import TextCore

/// A frozen view of a draft at one version: text, paragraphs, layers. Sendable and total; every question has an answer.
package final class Analysis: Sendable {
  package let draft: DraftLayers
  package let language: Language
  /// Paragraphs that the reader has yet to go over; 0 where it is not to be asked.
  package let unread: Int

  /// The title in the front matter, read by the tables alone; nil without one.
  package let title: AnalyzedParagraph?

  init(draft: DraftLayers, language: Language, unread: Int, title: AnalyzedParagraph? = nil) {
    self.title = title
    self.draft = draft
    self.language = language
    self.unread = unread
  }

  /// Parallel to the document's paragraphs.
  package var analyzed: [AnalyzedParagraph] { draft.paragraphs }

  package var document: Document { draft.document }
  package var snapshot: TextSnapshot { draft.document.snapshot }
  package var paragraphCount: Int { draft.paragraphs.count }

  /// The place in the file of a span of a paragraph's prose.
  package func fileSpan(_ paragraph: Int, _ span: TextSpan) -> TextSpan {
    guard draft.document.paragraphs.indices.contains(paragraph) else { return TextSpan(0, 0) }
    return draft.document.paragraphs[paragraph].sourceSpan(of: span)
  }

  /// The paragraph and the offset in its prose at a place in the file; nil between paragraphs.
  package func proseOffset(at offset: Int) -> (paragraph: Int, offset: Int)? {
    guard let index = draft.document.paragraphIndex(at: offset) else { return nil }
    let placed = draft.document.paragraphs[index]
    return (index, placed.paragraph.proseOffset(ofSource: offset - placed.start))
  }

  /// The prose of a span.
  package func text(_ paragraph: Int, _ span: TextSpan) -> String { draft.text(paragraph, span) }

  /// The place in the file of a span of the title: of the whole front matter if the title is written otherwise there.
  package func titleSpan(of span: TextSpan) -> TextSpan {
    guard let title, let matter = document.frontMatter else { return TextSpan(0, 0) }
    let place = matter.place(of: "title") ?? matter.span
    let line = snapshot.text(place).utf8
    guard let found = line.firstRange(of: title.paragraph.bytes) else { return matter.span }
    return span.shifted(by: place.start + line.distance(from: line.startIndex, to: found.lowerBound))
  }
}
