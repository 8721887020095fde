import Testing

/// What reaches a terminal: nothing that it would obey, and carets below their words.
struct TerminalTests {
  @Test(arguments: [
    "\u{1B}[31m", "\u{7}", "\u{9B}31m", "\u{202E}", "\u{2066}", "\u{7F}",
  ])
  func showsNoControls(control: String) throws {
    let draft = "Critics say Ana Lopes \(control)was late in May.\n"
    for words in [["check", "-"], ["annotate", "--format", "text", "-"]] {
      let result = try Executable.run(Executable.url, words, input: .init(draft.utf8))
      let unsafe = result.output.unicodeScalars.filter { scalar in
        scalar != "\n"
          && (scalar.properties.generalCategory == .control || "\u{202E}\u{2066}".unicodeScalars.contains(scalar))
      }
      #expect(unsafe.isEmpty, "\(words)")
      #expect(!result.output.isEmpty)
    }
  }

  @Test func keepsNamesOnOneLine() throws {
    let folder = try DraftFolder()
    let draft = try folder.write("new\nline\u{1B}.md", "Reports say so.\n")
    let result = try Executable.run("check", draft, draft + "\u{1B}")
    #expect(result.output.contains(#"/new\nline\u{1B}.md:1:1: warning"#))
    #expect(result.complaints.contains(#"/new\nline\u{1B}.md\u{1B}: No such file"#))
  }

  /// Columns that stand before the caret: two for each wide character, none for what combines.
  @Test(arguments: [
    ("Ana Lopes said no. ", 19), ("東京. ", 6), ("한국. ", 6), ("😀. ", 4), ("👩‍🚀. ", 4), ("🇵🇹. ", 4), ("❤️. ", 4),
    ("e\u{301}a. ", 4),
    ("ＡＢ. ", 6), ("\t", 1),
  ])
  func marksBelowTheWords(before: String, columns: Int) throws {
    let result = try Executable.run("check", "--no-reader", "-", input: before + "Reports say so.\n")
    let carets = try #require(result.lines.first { $0.contains("^^") })
    #expect(carets == String(repeating: " ", count: 4 + columns) + "^^^^^^^^^^^", "\(result.output)")
  }
}
