import DocumentModel
import Segmentation
import Testing
import TextCore

/// What the segmenter makes of drafts beyond CommonMark: plain text, front matter, directives, footnotes.
@Suite struct MarkupDocumentTests {
  private func document(_ text: String, _ language: MarkupLanguage) -> Document {
    DocumentSegmenter().document(TextSnapshot(text), language: language)
  }

  private func prose(_ document: Document) -> [String] {
    document.paragraphs.map { String(decoding: $0.paragraph.bytes, as: UTF8.self) }
  }

  @Test func eachLongLineIsAParagraph() {
    let long =
      "The council of the small coastal town voted late on Tuesday evening to close the old fish market for good."
    let draft = document(
      "Town closes its market\nBy Ada Berg\n\(long)\n“It had to be,” the mayor said.\n\(long)", .plaintext)
    #expect(prose(draft) == ["Town closes its market", "By Ada Berg", long, "“It had to be,” the mayor said.", long])
    #expect(draft.paragraphs.map(\.paragraph.kind) == [.heading(1), .paragraph, .paragraph, .paragraph, .paragraph])
  }

  @Test func hardWrappedLinesJoin() {
    let draft = document(
      """
      The council of the small coastal town voted late on Tuesday
      evening to close the old fish market. The mayor said that
      the roof could no longer be repaired.

      Traders will move to the new hall by the harbour in June.
      """, .plaintext)
    #expect(draft.paragraphs.count == 2)
    #expect(draft.paragraphs.allSatisfy { $0.paragraph.kind == .paragraph })
  }

  @Test func loneUnfinishedLineIsNoHeadline() {
    #expect(document("The minister said", .plaintext).paragraphs.first?.paragraph.kind == .paragraph)
  }

  @Test func frontMatterIsRead() {
    let draft = document("---\ntitle: \"A vote\"\ncopydesk: {disable: [hedge, passive]}\n---\nText here.\n", .markdown)
    #expect(draft.frontMatter?["title"] == "A vote")
    #expect(draft.directives.map(\.codes) == [["hedge", "passive"]])
    #expect(prose(draft) == ["Text here."])
  }

  @Test(arguments: [
    (
      "<!-- copydesk-disable a b -->\n\nOne.\n\n<!-- copydesk-enable -->\n\nTwo.\n", MarkupLanguage.markdown,
      ["a", "b"], "One.", "Two."
    ),
    ("<!-- copydesk-disable-next-line a -->\nOne.\n\nTwo.\n", .markdown, ["a"], "One.", "Two."),
    ("One. <!-- copydesk-ignore a -->\n\nTwo.\n", .markdown, ["a"], "One.", "Two."),
    ("{/* copydesk-disable-next-line */}\n\nOne.\n\nTwo.\n", .markdown, [], "One.", "Two."),
    ("[copydesk-disable-next-line a]\nOne.\n\nTwo.\n", .plaintext, ["a"], "One.", "Two."),
  ])
  func directiveSilences(text: String, language: MarkupLanguage, codes: [String], silenced: String, heard: String) {
    let draft = document(text, language)
    #expect(prose(draft).map { $0.split(separator: " ").joined(separator: " ") } == [silenced, heard])
    #expect(draft.directives.map(\.codes) == [codes])
    guard draft.paragraphs.count == 2, let span = draft.directives.first?.span else { return }
    #expect(span.overlaps(draft.paragraphs[0].span))
    #expect(!span.overlaps(draft.paragraphs[1].span))
  }

  /// A comment that says nothing, or never ends, or holds another.
  @Test(arguments: [
    ("<!-- copydesk-->", 0), ("<!--copydesk---->", 0), ("{/*copydesk-*/}", 0), ("{/*copydesk-disable*/}", 1),
    ("<!-- copydesk-disable", 0), ("<!-- copydesk-disable\n-->", 0), ("copydesk-disable -->", 0), ("copydesk-", 0),
    ("<!-- copydesk-disable a <!-- copydesk-disable b -->", 1),
    ("<!-- copydesk-line a --> <!-- copydesk-ignore b -->", 1),
    ("<!-- copydesk-ignore a --><!-- copydesk-ignore b --> <!-- copydesk-ignore", 2),
  ])
  func onlyWholeCommentsAreDirectives(text: String, count: Int) {
    #expect(document(text, .markdown).directives.count == count)
    #expect(document("[copydesk-]\n" + text, .plaintext).directives.count == count)
  }

  /// `enable` ends what was disabled with the same codes; alone it ends everything.
  @Test(
    arguments: [
      ("disable a|disable b|enable a|One.", [["a"], ["b"]], ["b"]),
      ("disable a|disable b|enable|One.", [["a"], ["b"]], []),
      ("disable|enable a|One.", [[]], [""]), ("disable a b|enable a|One.", [["a", "b"]], ["a b"]),
      ("disable a b|enable b, a|One.", [["a", "b"]], []), ("disable a|disable a|enable a|One.", [["a"], ["a"]], []),
    ] as [(String, [[String]], [String])])
  func enablingEndsWhatItNames(text: String, codes: [[String]], open: [String]) {
    let lines = text.split(separator: "|").map { $0.hasSuffix(".") ? String($0) : "<!-- copydesk-\($0) -->" }
    let draft = document(lines.joined(separator: "\n\n"), .markdown)
    #expect(draft.directives.map(\.codes).sorted { $0.joined() < $1.joined() } == codes)
    let span = draft.paragraphs.first?.span
    #expect(
      draft.directives.filter { span.map($0.span.overlaps) ?? false }.map { $0.codes.joined(separator: " ") } == open)
  }

  @Test func kindsAreTold() {
    let draft = document(
      "# Head\n\nText[^1] here.\n\n- [x] item\n\n> said\n\n| a | b |\n|---|---|\n| c | |\n\n[^1]: A note.\n", .markdown)
    #expect(prose(draft) == ["Head", "Text here.", "item", "said", "a", "b", "c", "A note."])
    #expect(
      draft.paragraphs.map(\.paragraph.kind)
        == [.heading(1), .paragraph, .listItem, .paragraph, .tableCell, .tableCell, .tableCell, .footnote])
    #expect(draft.paragraphs.map(\.paragraph.quoteDepth) == [0, 0, 0, 1, 0, 0, 0, 0])
  }

  @Test(
    arguments: [
      ("markdown", nil, MarkupLanguage.markdown), (nil, "/a/story.qmd", .markdown), (nil, "notes.txt", .plaintext),
      ("quarto", "x.txt", .markdown), ("mdx", nil, .mdx), (nil, "/a/story.mdx", .mdx), (nil, nil, .plaintext),
    ] as [(String?, String?, MarkupLanguage)])
  func languageIsTold(id: String?, path: String?, expected: MarkupLanguage) {
    #expect(languageFor(languageID: id, path: path) == expected)
  }
}
