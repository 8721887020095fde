extension MarkupLanguage {
  /// How the names of drafts end, as people are told it: Markdown with its relatives, and plain text.
  package static let fileEndings = ["md", "markdown", "mdown", "mkd", "mkdn", "mdx", "qmd", "rmd", "txt"]

  /// The ending of a path's file name in small letters, without its dot; nil if there is none.
  private static func ending(of path: String) -> String? {
    let name = path.split(separator: "/").last ?? ""
    return name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() }
  }

  /// Whether a path's name ends as those of drafts do.
  package static func isDraft(_ path: String) -> Bool { ending(of: path).map(fileEndings.contains) ?? false }

  /// The language of a file by its name's ending; plain text if that says nothing.
  package init(ofFile path: String) {
    switch MarkupLanguage.ending(of: path) {
    case "mdx": self = .mdx
    case let ending? where ending != "txt" && MarkupLanguage.fileEndings.contains(ending): self = .markdown
    default: self = .plaintext
    }
  }
}
