package import DocumentModel

/// The markup of a text, from the editor's language identifier or else the file's name. Anything unknown is plain text.
package func languageFor(languageID: String?, path: String?) -> MarkupLanguage {
  if let id = languageID?.lowercased() {
    if id.hasSuffix("mdx") { return .mdx }
    if markdownIdentifiers.contains(id) { return .markdown }
    if id == "plaintext" || id == "text" { return .plaintext }
  }
  return path.map(MarkupLanguage.init(ofFile:)) ?? .plaintext
}

/// Language identifiers of VS Code, Vim, Emacs, Helix and Zed for Markdown and its relatives.
private let markdownIdentifiers: Set<String> = [
  "markdown", "markdown.gfm", "quarto", "rmd", "rmarkdown", "pandoc", "gfm", "vimwiki",
]
