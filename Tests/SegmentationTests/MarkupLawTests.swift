import DocumentModel
import Segmentation
import TestSupport
import Testing
import TextCore

/// What holds of every text, however it was arrived at.
@Suite struct MarkupLawTests {
  private let segmenter = DocumentSegmenter()

  @Test(arguments: MarkupLanguage.allCases)
  func editedEqualsFresh(language: MarkupLanguage) {
    var numbers = SeededGenerator(seed: 11)
    let shreds = [
      "\n", "\n\n", "> ", "- ", "```\n", "# ", "*", "a", "<div>\n", "    ", "---\n", "[x]: /y\n", "[x]",
      "| a |\n|--|\n", "", "",
      "<!-- copydesk-disable -->\n", "é", "\r\n", "The mayor of Bergen said so. ",
    ]
    for round in 0..<40 {
      let text = MarkupSamples.documents(4, seed: UInt64(round)).joined(separator: "\n")
      var document = segmenter.document(TextSnapshot(text), language: language)
      for step in 0..<12 {
        let start = Int.random(in: 0...document.snapshot.count, using: &numbers)
        let cut = TextSpan(start, start + ([0, 0, 1, 7].randomElement(using: &numbers) ?? 0))
        let edit = document.snapshot.wholeCharacters(
          TextReplacement(cut, with: shreds.randomElement(using: &numbers) ?? ""))
        let snapshot = document.snapshot.applying(edit, version: step)
        document = segmenter.document(snapshot, after: document)
        let fresh = segmenter.document(snapshot, language: language)
        let isSame = same(document, fresh)
        #expect(isSame, "round \(round), step \(step), edit at \(edit.span)")
        if !isSame { return }
      }
    }
  }

  @Test func editKeepsOtherParagraphs() {
    let text = (0..<50).map { "Paragraph \($0) stands *here*." }.joined(separator: "\n\n")
    let before = segmenter.document(TextSnapshot(text), language: .markdown)
    let edit = TextReplacement(TextSpan(before.paragraphs[25].start, before.paragraphs[25].start), with: "New. ")
    let after = segmenter.document(before.snapshot.applying(edit, version: 1), after: before)
    let changed = zip(before.paragraphs, after.paragraphs).count { $0.paragraph !== $1.paragraph }
    #expect(changed == 1)
  }

  @Test(arguments: MarkupLanguage.allCases)
  func segmentsStandInTheFile(language: MarkupLanguage) {
    for text in MarkupSamples.drafts + MarkupSamples.documents(200, seed: 3) {
      let document = segmenter.document(TextSnapshot(text), language: language)
      var end = 0
      for placed in document.paragraphs {
        #expect(placed.start >= end)
        end = placed.span.end
        #expect(end <= document.snapshot.count)
        for segment in placed.paragraph.segments where segment.count == segment.sourceCount {
          let source = placed.start + segment.source
          let isEntity = document.snapshot.bytes[source] == UInt8(ascii: "&") && segment.count > 1
          #expect(
            isEntity
              || placed.paragraph.bytes[segment.prose..<(segment.prose + segment.count)]
                == document.snapshot.bytes[source..<(source + segment.count)]
          )
        }
      }
    }
  }

  @Test(arguments: [
    "*", "[", "`", ">", "<", "- ", "![", "](", "<!--", "a**b_", "[a](<", "&", "\\", "| ", "~", "<a b='", "{/*", "[^",
  ])
  func hardTextsEnd(unit: String) {
    for text in [String(repeating: unit, count: 20_000), String(repeating: unit + "\n", count: 2_000)] {
      let document = segmenter.document(TextSnapshot(text), language: .markdown)
      #expect(document.snapshot.count == text.utf8.count)
    }
  }

  private func same(_ one: Document, _ other: Document) -> Bool {
    one.paragraphs.count == other.paragraphs.count && one.directives == other.directives
      && one.frontMatter == other.frontMatter && one.memory.restarts == other.memory.restarts
      && zip(one.paragraphs, other.paragraphs).allSatisfy {
        $0.start == $1.start && $0.paragraph.kind == $1.paragraph.kind && $0.paragraph.bytes == $1.paragraph.bytes
          && $0.paragraph.segments == $1.paragraph.segments && $0.paragraph.quoteDepth == $1.paragraph.quoteDepth
          && $0.paragraph.sourceCount == $1.paragraph.sourceCount
      }
  }
}
