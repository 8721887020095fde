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
    (["check", "--fail-on=warn", "-"], "Did you mean --fail-on warning?"),
    (["check", "-dash.md"], "-- -dash.md"),
    (["check", "--rule", "numeral-stile=off", "-"], "--rule numeral-style=off"),
    (["check", "--rule", "numeral-style=warn", "-"], "--rule numeral-style=warning"),
    (["check", "--rule", "numeral-style", "-"], "off, hint, information, warning, error"),
    (["check", "--config", "a.json", "--no-config", "-"], "Leave one of them out"),
    (["help", "chck"], "copydesk help check"),
    (["explain", "vague-sourc"], "copydesk explain vague-source"),
    (["serve", "--pipe=/tmp/pipe"], "Only standard input and output"),
    (["serve", "--socket", "9"], "Only standard input and output"),
  ])
  func saysWhatToTypeNext(words: [String], advice: String) throws {
    let result = try Executable.run(Executable.url, words)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.complaints.contains(advice), "\(result.complaints)")
  }

  @Test(arguments: [
    ["--help"], ["help", "check"], ["check", "--help"], ["annotate", "-h"], ["--version"], ["-v"], ["-V"],
    ["check", "--version"], ["help"],
  ])
  func helps(words: [String]) throws {
    let result = try Executable.run(Executable.url, words)
    #expect(result.status == 0)
    #expect(result.output.contains("copydesk"))
    #expect(result.complaints.isEmpty)
  }

  @Test(arguments: ["serve", "check", "annotate", "explain", "rules"])
  func fitsATerminal(command: String) throws {
    let result = try Executable.run(command, "--help")
    #expect(result.lines.allSatisfy { $0.count <= 80 }, "\(result.output)")
  }

  @Test func goesOnAfterAFileItCannotRead() throws {
    let result = try Executable.run("annotate", "no-such-draft.md", "editors/sample-draft.md")
    #expect(result.status == 2)
    #expect(result.complaints.contains("cannot open no-such-draft.md"))
    #expect(result.object["id"] as? String == "editors/sample-draft.md")
  }
}
