import Testing

/// What the command line answers to what was typed.
struct UsageTests {
  @Test(arguments: [
    ([], "copydesk --help"),
    (["anotate", "-"], "copydesk annotate"),
    (["chekc"], "copydesk check"),
    (["check"], "check FILE"),
    (["check", "--fial-on", "hint", "-"], "--fail-on"),
    (["check", "--fail-on", "warn", "-"], "hint, information, warning, error"),
    (["check", "--format", "jsno", "-"], "--format json"),
    (["check", "--fail-on"], "hint|information|warning|error"),
    (["annotate", "--jsonl=yes"], "--jsonl alone"),
    (["annotate", "--reference", "Tuesday", "-"], "2026-11-24"),
    (["annotate", "--jsonl", "a", "b"], "cat FILES"),
  ])
  func saysWhatToTypeNext(words: [String], advice: String) throws {
    let result = try Executable.run(Executable.url, words)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.complaints.contains(advice), "\(result.complaints)")
  }

  @Test(arguments: [["--help"], ["help", "check"], ["check", "--help"], ["annotate", "-h"], ["--version"]])
  func helps(words: [String]) throws {
    let result = try Executable.run(Executable.url, words)
    #expect(result.status == 0)
    #expect(result.output.contains("copydesk"))
    #expect(result.complaints.isEmpty)
  }

  @Test func goesOnAfterAFileItCannotRead() throws {
    let result = try Executable.run("annotate", "no-such-draft.md", "editors/sample-draft.md")
    #expect(result.status == 2)
    #expect(result.complaints.contains("cannot open no-such-draft.md"))
    #expect(result.object["id"] as? String == "editors/sample-draft.md")
  }
}
