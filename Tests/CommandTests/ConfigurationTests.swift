import Testing

/// `copydesk.json`, `--config`, `--no-config` and `--rule`.
struct ConfigurationTests {
  static let draft = "Reports say the ferry was late.\n"

  @Test func takesTheNearestFileAboveTheDraft() throws {
    let folder = try DraftFolder()
    try folder.write("copydesk.json", #"{"rules": {"hearsay-source": "off"}}"#)
    let far = try folder.write("news/desk/a.md", ConfigurationTests.draft)
    try folder.write("sports/copydesk.json", #"{"copydesk": {"rules": {"hearsay-source": "error"}}, "$schema": "x"}"#)
    let near = try folder.write("sports/a.md", ConfigurationTests.draft)
    #expect(try Executable.run("check", far).status == 0)
    #expect(try Executable.run("check", near).output.contains("error hearsay-source"))
    #expect(try Executable.run("annotate", far).object["findings"] as? [String] == [])
    #expect(try Executable.run("check", "--no-config", far).status == 1)
    #expect(try Executable.run("check", "--rule", "hearsay-source=warning", far).status == 1)
    #expect(try Executable.run("check", "--config", folder.path + "/copydesk.json", near).status == 0)
  }

  @Test func readsStandardInputByTheFolderOfWork() throws {
    let folder = try DraftFolder()
    try folder.write("copydesk.json", #"{"rules": {"hearsay-source": "off"}}"#)
    let result = try Executable.shell("cd '\(folder.path)' && echo 'Reports say so.' | \"$COPYDESK\" check -")
    #expect(result.output == "nothing found in 1 draft\n")
  }

  @Test func asksForRulesThatAreOff() throws {
    let result = try Executable.run("check", "--rule", "numeral-style=warning", "-", input: "He saw 7 boats.\n")
    #expect(result.status == 1)
    #expect(result.output.contains("numeral-style"))
    let other = try Executable.run(
      "check", "--rule=hearsay-source=off", "--rule=numeral-style=hint", "-",
      input: ConfigurationTests.draft + "He saw 7 boats.\n")
    #expect(other.output.hasSuffix("1 hint in 1 draft\n"))
    #expect(other.status == 0)
  }

  @Test(arguments: [
    (#"{"rules": {"vague-sourc": "off"}}"#, "Did you mean “vague-source”?"),
    (#"{"rules": {"vague-source": "of"}}"#, "Did you mean “off”?"),
    (#"{"rule": {}}"#, "Did you mean “rules”?"),
    (#"["off"]"#, "copydesk.json:1: an object was expected"),
    ("{\n  \"rules\": {\n}", "copydesk.json:3: a comma or the end of the object was expected"),
  ])
  func saysWhatIsWrongWithTheFile(json: String, reason: String) throws {
    let folder = try DraftFolder()
    let file = try folder.write("copydesk.json", json)
    let draft = try folder.write("a.md", ConfigurationTests.draft)
    let result = try Executable.run("check", draft)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.complaints.contains("\(file):") && result.complaints.contains(reason), "\(result.complaints)")
  }

  @Test func countsDaysFromTheProjectsReference() throws {
    let folder = try DraftFolder()
    try folder.write("copydesk.json", #"{"reference": "2026-11-24"}"#)
    let draft = try folder.write("a.md", "The ferry sailed on Monday, Ana Lopes said.\n")
    #expect(try Executable.run("annotate", draft).output.contains("2026-11-23"))
    #expect(try Executable.run("annotate", "--reference", "2026-11-17", draft).output.contains("2026-11-16"))
  }

  /// A project's day is for drafts that tell none; what is typed is for this draft.
  @Test func theDraftsOwnDayWinsOverTheProjects() throws {
    let folder = try DraftFolder()
    try folder.write("copydesk.json", #"{"reference": "2026-11-24"}"#)
    let draft = try folder.write(
      "a.md", "---\ndate: 2026-12-01\n---\n\nThe ferry sailed on Monday, Ana Lopes said.\n")
    #expect(try Executable.run("annotate", draft).output.contains("2026-11-30"))
    #expect(try Executable.run("annotate", "--reference", "2026-11-17", draft).output.contains("2026-11-16"))
  }

  @Test(arguments: ["on", "ON", "Information"])
  func takesTheWordsOfTheSettings(level: String) throws {
    let result = try Executable.run("check", "--rule", "numeral-style=\(level)", "-", input: "He saw 7 boats.\n")
    #expect(result.output.contains("information numeral-style"))
  }

  @Test(arguments: ["", " \n", "// rules\n{}", "{\n  // none\n}", "# none\n{}"])
  func tellsWhatFormTheFileHas(json: String) throws {
    let folder = try DraftFolder()
    try folder.write("copydesk.json", json)
    let result = try Executable.run("check", try folder.write("a.md", ConfigurationTests.draft))
    #expect(result.status == 2)
    #expect(result.complaints.contains("settings are one JSON object, without comments"), "\(result.complaints)")
  }

  /// Reading a pipe would wait for somebody to write.
  @Test func refusesAFileThatIsNone() throws {
    let folder = try DraftFolder()
    let draft = try folder.write("a.md", ConfigurationTests.draft)
    let result = try Executable.shell(
      "mkfifo '\(folder.path)/copydesk.json'; timeout 20 \"$COPYDESK\" check '\(draft)'; echo $?")
    #expect(result.output == "2\n")
    #expect(result.complaints.contains("copydesk.json is no regular file"))
  }
}
