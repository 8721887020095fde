package import DocumentModel
package import Lexicons
package import TextCore

/// A frozen view of a draft at one version: text, paragraphs, layers. Sendable and total; every question has an answer.
package final class Analysis: Sendable {
  package let draft: DraftLayers
  package let language: Language
  /// Paragraphs that the reader has yet to go over; 0 where it is not to be asked.
  package let unread: Int

  init(draft: DraftLayers, language: Language, unread: Int) {
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
}
