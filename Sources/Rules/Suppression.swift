import DocumentModel
import DraftAnalysis
import TextCore

/// What a writer silenced with directives in the draft.
struct Suppression {
  private let directives: [Directive]

  init(_ directives: [Directive]) { self.directives = directives }

  func silences(_ finding: Finding) -> Bool {
    directives.contains { directive in
      directive.span.overlaps(finding.span) && (directive.codes.isEmpty || directive.codes.contains(finding.rule))
    }
  }
}

/// The correction that silences a rule where it spoke, as a directive in the comment form of the draft's markup.
enum Silencing {
  static func correction(of finding: Finding, in analysis: Analysis) -> Correction? {
    guard analysis.document.paragraphs.indices.contains(finding.paragraph) else { return nil }
    let placed = analysis.document.paragraphs[finding.paragraph]
    let snapshot = analysis.snapshot
    let first = snapshot.lines.line(at: placed.span.start)
    let last = snapshot.lines.line(at: max(placed.span.start, placed.span.end - 1))
    let own = snapshot.lines.line(at: finding.span.start)
    let lineStart = snapshot.lines.starts[first]
    let form = Form(analysis.document.language, snapshot, firstLine: first)
    let title = "Disable \(finding.rule) for this line"
    if let indent = indentation(snapshot, lineStart, placed) {
      let before = TextReplacement(
        TextSpan(lineStart, lineStart), with: form.before("disable-next-line \(finding.rule)", indent))
      if own == first { return Correction(title, [before]) }
      // A comment between two lines would part the paragraph, so it is put round all of it.
      let end = snapshot.lines.contentEnd(ofLine: last, in: snapshot.bytes)
      return Correction(
        "Disable \(finding.rule) for this paragraph",
        [
          TextReplacement(TextSpan(lineStart, lineStart), with: form.before("disable \(finding.rule)", indent)),
          TextReplacement(TextSpan(end, end), with: form.after("enable \(finding.rule)", indent)),
        ])
    }
    guard analysis.document.language == .markdown, own == last else { return nil }
    let end = placed.span.end
    return Correction(
      title, [TextReplacement(TextSpan(end, end), with: " <!-- copydesk-disable-line \(finding.rule) -->")])
  }

  /// The white space before a block that a comment line may stand before; nil for blocks that share their line with
  /// others or with a mark (list items, cells, block quotations).
  private static func indentation(_ snapshot: TextSnapshot, _ lineStart: Int, _ placed: PlacedParagraph) -> String? {
    guard placed.paragraph.quoteDepth == 0 else { return nil }
    switch placed.paragraph.kind {
    case .paragraph, .heading: break
    default: return nil
    }
    let before = snapshot.text(TextSpan(lineStart, placed.span.start))
    let marks = placed.paragraph.kind.isHeading ? " \t#*_[" : " \t*_[`"
    guard before.allSatisfy({ marks.contains($0) }) else { return nil }
    return String(before.prefix { $0 == " " || $0 == "\t" })
  }

  /// How a directive is written on a line of its own.
  private struct Form {
    private let isPlain: Bool
    private let newline: String

    init(_ language: MarkupLanguage, _ snapshot: TextSnapshot, firstLine: Int) {
      isPlain = language == .plaintext
      let end = snapshot.lines.contentEnd(ofLine: firstLine, in: snapshot.bytes)
      newline = snapshot.text(TextSpan(end, end + 2)) == "\r\n" ? "\r\n" : "\n"
    }

    /// In plain text a blank line keeps the directive from joining the paragraph.
    func before(_ directive: String, _ indent: String) -> String {
      written(directive, indent) + (isPlain ? newline + newline : newline)
    }

    func after(_ directive: String, _ indent: String) -> String {
      (isPlain ? newline + newline : newline) + written(directive, indent)
    }

    private func written(_ directive: String, _ indent: String) -> String {
      indent + (isPlain ? "[copydesk-\(directive)]" : "<!-- copydesk-\(directive) -->")
    }
  }
}
