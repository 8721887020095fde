import DocumentModel
import DraftAnalysis
import Rules
import Testing
import TestSupport
import TextCore

/// Directives that a fix puts into a draft.
@Suite struct SilencingTests {
  /// Silences every finding, one after the other, as a writer would.
  private func silenced(_ text: String, _ language: MarkupLanguage) -> (text: String, titles: [String]) {
    var text = text
    var titles: [String] = []
    for _ in 0..<6 {
      let analysis = analyze(text, language)
      guard let finding = catalog.findings(in: analysis).all.first,
        let fix = catalog.corrections(of: finding, in: analysis).last, fix.title.hasPrefix("Disable")
      else { break }
      titles.append(fix.title)
      text = applied(fix, to: analysis.snapshot)
    }
    return (text, titles)
  }

  @Test(
    arguments: [
      (
        "Sources said it sank, and Okoro claimed that it was old.", MarkupLanguage.markdown,
        """
        <!-- copydesk-disable-next-line hearsay-source -->
        <!-- copydesk-disable-next-line loaded-attribution-verb -->
        Sources said it sank, and Okoro claimed that it was old.
        """
      ),
      (
        "- Reports say that it sank,\n  and more.", .markdown,
        "- Reports say that it sank, <!-- copydesk-disable-line hearsay-source -->\n  and more."
      ),
      (
        "Reports say that it sank.", .mdx,
        "{/* copydesk-disable-next-line hearsay-source */}\nReports say that it sank."
      ),
      (
        "The mill is shut.\nSources said the ferry\nsank on Monday.\n", .plaintext,
        "The mill is shut.\n[copydesk-disable-next-line hearsay-source]\n\nSources said the ferry\nsank on Monday.\n"
      ),
      (
        "It is shut, and now\nsources said the ferry\nsank on Monday.\n", .plaintext,
        """
        [copydesk-disable hearsay-source]

        It is shut, and now
        sources said the ferry
        sank on Monday.

        [copydesk-enable hearsay-source]

        """
      ),
    ])
  func everythingCanBeSilenced(text: String, language: MarkupLanguage, quiet: String) {
    let after = silenced(text, language)
    #expect(after.text == quiet)
    #expect(catalog.findings(in: analyze(after.text, language)).all.map(\.message) == [])
  }

  @Test func theTitleTellsHowMuch() {
    #expect(silenced("Reports say it sank.", .markdown).titles == ["Disable hearsay-source for this paragraph"])
    #expect(silenced("Reports say it sank,\nand more.", .markdown).titles == ["Disable hearsay-source for this line"])
  }
}
