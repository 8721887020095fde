import Testing

/// `rules` and `explain`: the manual on the command line.
struct ManualTests {
  @Test func listsRulesWithTheirSeverity() throws {
    let result = try Executable.run("rules")
    #expect(result.status == 0)
    let rules = result.lines.map { $0.split(separator: " ").prefix(2).map(String.init) }
    #expect(rules.contains(["hearsay-source", "warning"]))
    #expect(rules.contains(["numeral-style", "off"]))
  }

  @Test func explainsEveryRuleThatIsListed() throws {
    let codes = try Executable.run("rules").lines.compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(codes.count >= 18)
    let result = try Executable.run(Executable.url, ["explain"] + codes)
    #expect(result.status == 0)
    for code in codes { #expect(result.output.contains("\(code) (")) }
    #expect(result.output.contains("Instead: "))
  }

  @Test(arguments: [
    ("vague-source", ["--rule vague-source=off\n", "copydesk.json", "<!-- copydesk-disable vague-source -->"]),
    (
      "numeral-style", ["--rule numeral-style=warning\n", #"{"rules": {"numeral-style": "warning"}} in copydesk.json"#]
    ),
  ])
  func saysWhereARuleIsSwitched(code: String, words: [String]) throws {
    let output = try Executable.run("explain", code).output
    for word in words { #expect(output.contains(word)) }
    #expect(!output.contains(code == "numeral-style" ? "=off" : "=warning"))
  }
}
