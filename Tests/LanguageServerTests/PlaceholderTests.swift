import English
import Rules
import Testing

@testable import LanguageServer

/// Places that a fix leaves for the writer are tab stops; brackets of the draft are not.
@Suite struct PlaceholderTests {
  @Test(arguments: [
    (", according to [source]", ", according to ${1:[source]}"),
    ("[outlet] reported on [date] that", "${1:[outlet]} reported on ${2:[date]} that"),
    (
      "said he “could of [sic] paid $5”, according to [source]",
      #"said he “could of [sic] paid \$5”, according to ${1:[source]}"#
    ),
    ("the [sic] report", nil), ("[Source]", nil), ("[source", nil),
  ])
  func tabStops(text: String, snippet: String?) {
    #expect(Placeholders.snippet(of: text) == snippet)
  }

  /// What a rule writes in brackets is in the list, or it would be no tab stop.
  @Test func rulesWriteNoOthers() {
    for rule in RuleCatalog(English.language).rules {
      for example in rule.manual.fires {
        for words in (example.fixed ?? "").split(separator: "[").dropFirst() {
          let word = words.prefix { $0 != "]" }
          let isTheDrafts = example.draft.contains("[\(word)]")
          #expect(isTheDrafts || Correction.placeholders.contains(String(word)), "\(rule.code) writes [\(word)]")
        }
      }
    }
  }
}
