import Foundation
import Testing

/// `check`: what it prints and the status it leaves with.
struct CheckTests {
  /// One warning.
  static let hearsay = "Reports say the ferry was late.\n"
  static let clean = "The ferry was late, Ana Lopes said.\n"

  @Test func leavesWithOneForFindings() throws {
    let result = try Executable.run("check", "-", input: CheckTests.hearsay)
    #expect(result.status == 1)
    #expect(
      result.output.hasPrefix(
        """
        -:1:1: warning hearsay-source: Whose report? Name the source, or leave it out.
            Reports say the ferry was late.
            ^^^^^^^^^^^

        """))
    #expect(result.output.hasSuffix("1 warning in 1 draft\n"))
  }

  @Test func leavesWithZeroForNone() throws {
    let result = try Executable.run("check", "-", input: CheckTests.clean)
    #expect(result.status == 0)
    #expect(result.output == "nothing found in 1 draft\n")
  }

  @Test(arguments: [("hint", 1), ("information", 1), ("warning", 1), ("error", 0)])
  func failsOnTheSeverityAskedFor(limit: String, status: Int32) throws {
    #expect(try Executable.run("check", "--fail-on", limit, "-", input: CheckTests.hearsay).status == status)
  }

  /// The README shows people what they will see.
  @Test func printsWhatTheReadmeShows() throws {
    let readme = try String(contentsOfFile: "README.md", encoding: .utf8)
    let sample = try #require(
      readme.components(separatedBy: "```").first { $0.hasPrefix("\neditors/sample-draft.md:") })
    let output = try Executable.run("check", "editors/sample-draft.md").output
    let findings = sample.trimmingCharacters(in: .newlines).components(separatedBy: "\n\n")
    #expect(findings.count == 3)
    for finding in findings { #expect(output.contains(finding + "\n\n"), "\(finding)") }
  }

  @Test func saysNothingIsFoundOnlyOfWhatWasRead() throws {
    let folder = try DraftFolder()
    let draft = try folder.write("a.md", CheckTests.clean)
    let none = try Executable.run("check", "no-such-draft.md")
    #expect(none.status == 2)
    #expect(none.output.isEmpty)
    let one = try Executable.run("check", draft, "no-such-draft.md")
    #expect(one.status == 2)
    #expect(one.output == "nothing found in 1 draft; 1 could not be read\n")
  }

  @Test func countsADraftOnce() throws {
    #expect(try Executable.run("check", "-", "-", input: CheckTests.clean).output == "nothing found in 1 draft\n")
  }

  @Test func leavesWithOneWhenNobodyReadsOn() throws {
    let result = try Executable.shell(
      #"yes 'Reports say so.' | head -n 3000 | "$COPYDESK" check --no-reader - | head -n 1 >&2; echo ${PIPESTATUS[2]}"#)
    #expect(result.output == "1\n")
  }

  @Test func writesJSON() throws {
    let result = try Executable.run("check", "--format", "json", "-", input: CheckTests.hearsay)
    let finding = try #require((result.object["findings"] as? [[String: Any]])?.first)
    #expect(finding["code"] as? String == "hearsay-source")
    #expect(finding["path"] as? String == "-")
    #expect(finding["column"] as? Int == 1)
    #expect(finding["end_column"] as? Int == 12)
  }

  @Test func writesWorkflowCommandsOfGitHub() throws {
    let folder = try DraftFolder()
    let draft = try folder.write("a,b:c.md", CheckTests.hearsay)
    let name = draft.replacingOccurrences(of: ",", with: "%2C").replacingOccurrences(of: ":", with: "%3A")
    #expect(
      try Executable.run("check", "--format", "github", draft).output
        == "::warning file=\(name),line=1,endLine=1,col=1,endColumn=12,title=hearsay-source::"
        + "Whose report? Name the source, or leave it out.\n")
  }

  @Test func writesSARIF() throws {
    let folder = try DraftFolder()
    let draft = try folder.write("a b.md", "😀. " + CheckTests.hearsay)
    let result = try Executable.run("check", "--format", "sarif", draft)
    #expect(result.status == 1)
    #expect(result.object["version"] as? String == "2.1.0")
    let run = try #require((result.object["runs"] as? [[String: Any]])?.first)
    #expect(run["columnKind"] as? String == "utf16CodeUnits")
    let driver = (run["tool"] as? [String: Any])?["driver"] as? [String: Any]
    let rules = (driver?["rules"] as? [[String: Any]])?.compactMap { $0["id"] as? String } ?? []
    let finding = try #require((run["results"] as? [[String: Any]])?.first)
    #expect(finding["level"] as? String == "warning")
    #expect(rules.contains(finding["ruleId"] as? String ?? ""))
    let location = (finding["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any]
    let artifact = location?["artifactLocation"] as? [String: Any]
    #expect(artifact?["uri"] as? String == "file://" + draft.replacingOccurrences(of: " ", with: "%20"))
    #expect(location?["region"] as? [String: Int] == ["startLine": 1, "startColumn": 5, "endLine": 1, "endColumn": 16])
    let fix = (finding["fixes"] as? [[String: Any]])?.first
    #expect((fix?["artifactChanges"] as? [[String: Any]])?.count == 1)
  }

  /// A comment that silences a rule may say why, and is not particular about capitals.
  @Test(arguments: [
    "disable-line hearsay-source", "disable-line Hearsay-Source", "disable-line hearsay-source: the minutes say so",
    "disable-line hearsay-source -- see the minutes", "disable-line: as quoted", "disable-file hearsay-source",
  ])
  func commentsSilence(directive: String) throws {
    let result = try Executable.run(
      "check", "-", input: "Reports say the ferry was late. <!-- copydesk-\(directive) -->\n")
    #expect(result.output == "nothing found in 1 draft\n")
    #expect(result.complaints.isEmpty)
  }

  @Test func theNextLineMayBeOneWord() throws {
    let result = try Executable.run("check", "-", input: "<!-- copydesk-disable-nextline -->\n" + CheckTests.hearsay)
    #expect(result.output == "nothing found in 1 draft\n")
  }

  @Test func tellsOfCodesThatSilenceNothing() throws {
    let result = try Executable.run(
      "check", "-", input: "<!-- copydesk-disable-next-line hearsay-sorce -->\n" + CheckTests.hearsay)
    #expect(result.status == 1)
    #expect(result.complaints.contains(#""hearsay-sorce", which is no rule; did you mean hearsay-source?"#))
  }
}
