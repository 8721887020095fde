import Foundation
import Testing

/// Texts that would take hours if anything looked at all of a text for each of its parts. No race: a minute is many times what
/// they need.
@Suite struct LongTextTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let language: String
    let text: String

    init(_ name: String, _ text: String, as language: String = "markdown") {
      testDescription = name
      self.text = text
      self.language = language
    }
  }

  private static func many(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  static let sentences =
    "Critics say the plan cost 40 metres (98 feet) and \"it is bad,\" said Tom Ellery on Tuesday. Reports say it leaked. "

  static let cases = [
    Case("a line with a thousand findings", many(sentences, 900)),
    Case("the same in plain text", many(sentences, 900), as: "plaintext"),
    Case("comments that never close", many("<!-- copydesk-x ", 15_000)),
    Case("comments within a comment", many("<!-- copydesk-disable a ", 10_000) + "-->"),
    Case(
      "what is disabled and never enabled",
      many("<!-- copydesk-disable vague-source -->\n", 8000) + many("<!-- copydesk-enable hearsay-source -->\n", 8000)),
    Case("a list in the front matter", "---\ntags:\n" + many("- harbour\n", 60_000) + "---\n\nThe boat sank.\n"),
    Case("blank lines before the text", many("\n", 500_000) + many("Aa bb.\n\n", 2000), as: "plaintext"),
  ]

  @Test(.timeLimit(.minutes(1)), arguments: cases)
  func areChecked(example: Case) throws {
    let result = try Executable.run(
      "check", "-", "--no-config", "--no-reader", "--language", example.language, input: example.text)
    #expect(result.status <= 1)
  }

  @Test(.timeLimit(.minutes(1)), arguments: cases.prefix(2))
  func areListed(example: Case) throws {
    let result = try Executable.run(
      "annotate", "-", "--format", "text", "--no-config", "--no-reader", "--language", example.language,
      input: example.text)
    #expect(result.status == 0)
    #expect(result.lines.count > 900)
  }

  /// A byte order mark is no character of the first line, to `check` and to `annotate`.
  @Test(arguments: ["check", "annotate --format text"])
  func aByteOrderMarkHasNoColumn(command: String) throws {
    let result = try Executable.shell(
      #"printf '\xef\xbb\xbfReports say it sank.\n' | "$COPYDESK" \#(command) --no-reader -"#)
    #expect(result.output.contains(":1:1: "), "\(result.output)")
    #expect(!result.output.contains(":1:2: "), "\(result.output)")
  }
}
