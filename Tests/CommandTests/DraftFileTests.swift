import Foundation
import Testing

/// Files as they come: encodings, names, folders, sizes.
struct DraftFileTests {
  static let draft = "Reports say the ferry was late.\n"

  @Test(arguments: [true, false])
  func readsUTF16(isBig: Bool) throws {
    let folder = try DraftFolder()
    let units = "\u{FEFF}\(DraftFileTests.draft)".utf16
    let draft = try folder.write(
      "a.md", bytes: units.flatMap { isBig ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)] })
    let result = try Executable.run("check", draft)
    #expect(result.status == 1)
    #expect(result.complaints.contains("\(draft) is UTF-16"))
  }

  @Test func tellsOfOtherEncodings() throws {
    let folder = try DraftFolder()
    let draft = try folder.write("a.md", bytes: Array("One.\n\nThe caf".utf8) + [0xE9] + Array(" is shut.\n".utf8))
    let result = try Executable.run("check", draft)
    #expect(result.status == 0)
    #expect(result.complaints.contains("\(draft) is not UTF-8 (line 3)"))
  }

  @Test func refusesWhatIsNoText() throws {
    let folder = try DraftFolder()
    let draft = try folder.write("a.md", bytes: [0x7F, 0x45, 0x4C, 0x46, 0, 0, 1])
    let result = try Executable.run("check", draft)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.complaints.contains("\(draft) is no text"))
  }

  @Test func stopsReadingAtTheLongestDraft() throws {
    let result = try Executable.shell(
      #""$COPYDESK" check - < /dev/zero; echo $?; "$COPYDESK" annotate --jsonl < /dev/zero"#)
    #expect(result.output == "2\n")
    #expect(result.complaints.contains("standard input is longer than 64 MiB"))
    #expect(result.complaints.contains("a line of standard input is longer than 64 MiB"))
  }

  @Test func opensNamesThatAreNotUTF8() throws {
    let folder = try DraftFolder()
    let result = try Executable.shell(
      #"cd '\#(folder.path)' && name=$'caf\xe9.md' && echo 'Reports say so.' > "$name" && "$COPYDESK" check "$name""#)
    #expect(result.status == 1)
    #expect(result.output.hasPrefix("caf\u{FFFD}.md:1:1: warning"))
  }

  @Test func walksFolders() throws {
    let folder = try DraftFolder()
    for name in ["b.md", "a/z.txt", "a/y.markdown", ".git/c.md", ".hidden.md", "notes.csv"] {
      try folder.write(name, DraftFileTests.draft)
    }
    let result = try Executable.run("check", folder.path)
    #expect(
      result.lines.filter { $0.contains(": warning ") }.map { $0.dropFirst(folder.path.count + 1).prefix { $0 != ":" } }
        == ["a/y.markdown", "a/z.txt", "b.md"])
    #expect(result.output.hasSuffix("3 warnings in 3 drafts\n"))
  }

  @Test func tellsOfFoldersWithoutDrafts() throws {
    let folder = try DraftFolder()
    try folder.write("notes.csv", "a,b\n")
    let result = try Executable.run("check", folder.path)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.complaints.contains("there are no drafts in \(folder.path)"))
  }

  /// The endings that are told are the ones that are taken.
  @Test func takesTheEndingsItTells() throws {
    let folder = try DraftFolder()
    let empty = try Executable.run("check", folder.path).complaints
    let told = try #require(empty.split(separator: "files that end in ").last).prefix { $0 != ")" }
    let endings = told.split { ", ".contains($0) }.filter { $0 != "or" }
    #expect(endings.first == ".md" && endings.last == ".txt" && endings.contains(".mdx"))
    for ending in endings { try folder.write("a\(ending)", DraftFileTests.draft) }
    try folder.write("a.org", DraftFileTests.draft)
    #expect(try Executable.run("check", folder.path).output.hasSuffix("in \(endings.count) drafts\n"))
  }

  /// Editors do not count a byte order mark.
  @Test(arguments: ["text", "json", "sarif", "github"])
  func countsNoByteOrderMark(format: String) throws {
    let plain = try Executable.run("check", "--format", format, "-", input: DraftFileTests.draft)
    let marked = try Executable.run("check", "--format", format, "-", input: "\u{FEFF}" + DraftFileTests.draft)
    func places(_ result: Executable.Result) -> [Substring] {
      result.lines.filter { $0.lowercased().contains("column") || $0.contains("1:1") || $0.contains("col=") }
    }
    #expect(!places(plain).isEmpty && places(plain) == places(marked))
  }
}
