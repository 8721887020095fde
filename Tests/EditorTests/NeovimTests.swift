import Foundation
import TestSupport
import Testing

/// The real Neovim with the configuration that ships in `editors/neovim`.
@Suite struct NeovimTests {
  struct Report: Decodable {
    struct Found: Decodable {
      let code: String
      let line: Int
      let column: Int
      let message: String
    }
    let failure: String?
    let diagnostics: [Found]
    let hover: String?
    let actions: [String]
    let buffer: [String]?
    let after: [Found]?
  }

  static let draft = """
    # Bridge closed

    Reports say the bridge over the Orle will stay closed until spring.

    “We will have to take the ferry,” said Mara Lindqvist, who teaches in Osterby.
    """

  @Test(.enabled(if: Editor.canRun("nvim"), "needs Neovim"))
  func showsFindingsHoversAndFixes() throws {
    let neovim = try #require(Editor.find("nvim"))
    let report = try JSONDecoder().decode(
      Report.self,
      from: Editor.run(
        neovim,
        [
          "--headless", "-u", "NONE", "-i", "NONE", "--noplugin",
          "--cmd", "set runtimepath^=\(repository.path)/editors/neovim",
          "--cmd", "filetype on", "-c", "runtime plugin/copydesk.lua", "-c", "set filetype=markdown",
          "-c", "luafile \(repository.path)/Tests/EditorTests/neovim_session.lua",
        ],
        draft: Self.draft, environment: ["COPYDESK_HOVER": "Mara", "COPYDESK_FIX": "hearsay-source"]))
    #expect(report.failure == nil)
    let found = try #require(report.diagnostics.first { $0.code == "hearsay-source" })
    #expect(found.line == 2 && found.column == 0)
    #expect(report.hover?.contains("Mara Lindqvist") == true)
    #expect(report.actions.count >= 2 && report.actions.last?.contains("Disable") == true)
    let line = try #require(report.buffer)[2]
    #expect(!line.hasPrefix("Reports say") && line.contains("the bridge over the Orle will stay closed until spring."))
    #expect(report.after?.contains { $0.code == "hearsay-source" } == false)
  }
}
