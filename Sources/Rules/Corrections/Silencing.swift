import DocumentModel
import DraftAnalysis
import TextCore

/// The correction that silences a rule where it spoke, as a directive in the comment form of the draft's markup.
struct Silencing {
  private let finding: Finding
  private let analysis: Analysis
  private let placed: PlacedParagraph
  /// Lines of the paragraph, and the finding's own.
  private let first: Int
  private let last: Int
  private let own: Int

  static func correction(of finding: Finding, in analysis: Analysis) -> Correction? {
    guard analysis.document.paragraphs.indices.contains(finding.paragraph) else { return nil }
    return Silencing(finding, analysis).correction
  }

  private init(_ finding: Finding, _ analysis: Analysis) {
    self.finding = finding
    self.analysis = analysis
    placed = analysis.document.paragraphs[finding.paragraph]
    let lines = analysis.snapshot.lines
    var first = lines.line(at: placed.span.start)
    var last = lines.line(at: max(placed.span.start, placed.span.end - 1))
    own = lines.line(at: finding.span.start)
    if analysis.document.language == .plaintext {
      // Short lines are paragraphs to the splitter; but a blank line would part the sentence that runs over them.
      while first > 0, Silencing.runsOn(first - 1, analysis.snapshot) { first -= 1 }
      while Silencing.runsOn(last, analysis.snapshot) { last += 1 }
    }
    self.first = first
    self.last = last
  }

  private var correction: Correction? {
    let snapshot = analysis.snapshot
    let lineStart = snapshot.lines.starts[first]
    let form = Form(analysis.document.language, snapshot, firstLine: first)
    guard let indent = indentation(lineStart) else { return atEndOfLine(form) }
    if own == first {
      let edit = TextReplacement(
        TextSpan(lineStart, lineStart), with: form.before("disable-next-line \(finding.rule)", indent))
      return Correction(title(ofParagraph: first == last && !placed.paragraph.kind.isHeading), [edit])
    }
    // A comment between two lines would part the paragraph, so it is put round all of it.
    let end = snapshot.lines.contentEnd(ofLine: last, in: snapshot.bytes)
    return Correction(
      title(ofParagraph: true),
      [
        TextReplacement(TextSpan(lineStart, lineStart), with: form.before("disable \(finding.rule)", indent)),
        TextReplacement(TextSpan(end, end), with: form.after("enable \(finding.rule)", indent)),
      ])
  }

  /// What it hides: everything that the rule says of the line, or of the paragraph.
  private func title(ofParagraph isParagraph: Bool) -> String {
    "Disable \(finding.rule) for this \(isParagraph ? "paragraph" : "line")"
  }

  /// A comment at the end of the finding's line, in blocks whose lines begin with a mark.
  private func atEndOfLine(_ form: Form) -> Correction? {
    guard analysis.document.language != .plaintext else { return nil }
    let snapshot = analysis.snapshot
    let end = own == last ? placed.span.end : snapshot.lines.contentEnd(ofLine: own, in: snapshot.bytes)
    guard own == last || isSoftBreak(at: end) else { return nil }
    return Correction(
      title(ofParagraph: false),
      [TextReplacement(TextSpan(end, end), with: " " + form.comment("disable-line \(finding.rule)"))])
  }

  /// Whether a line ends between two words of the prose: not in a link's address or a tag, where no comment can stand, and not
  /// with the mark of a hard break.
  private func isSoftBreak(at offset: Int) -> Bool {
    let before = analysis.snapshot.text(TextSpan(max(0, offset - 2), offset))
    guard before != "  ", !before.hasSuffix("\\") else { return false }
    let inside = offset - placed.start
    return placed.paragraph.segments.contains { $0.source <= inside && inside <= $0.source + $0.sourceCount }
  }

  /// Bytes from which a line may have been cut by a margin.
  private static let longEnough = 40

  /// Whether a line of plain text has words and its sentence goes on in the next one.
  private static func runsOn(_ line: Int, _ snapshot: TextSnapshot) -> Bool {
    guard line + 1 < snapshot.lines.lineCount else { return false }
    let text = trimmed(line, snapshot)
    guard let mark = text.last, let next = trimmed(line + 1, snapshot).first, !text.hasPrefix("[copydesk-"),
      !".!?:\"”’)".contains(mark)
    else { return false }
    // A short line without a stop is a headline, or an entry of a list, unless a small letter begins it or what follows.
    return next.isLowercase || text.first?.isLowercase ?? false || text.utf8.count >= longEnough
  }

  private static func trimmed(_ line: Int, _ snapshot: TextSnapshot) -> Substring {
    let end = snapshot.lines.contentEnd(ofLine: line, in: snapshot.bytes)
    let text = snapshot.text(TextSpan(snapshot.lines.starts[line], end))
    var rest = text.drop { $0 == " " || $0 == "\t" }
    while rest.last == " " || rest.last == "\t" { rest = rest.dropLast() }
    return rest
  }

  /// The white space before a block that a comment line may stand before; nil for blocks that share their line with
  /// others or with a mark (list items, cells, block quotations).
  private func indentation(_ lineStart: Int) -> String? {
    guard placed.paragraph.quoteDepth == 0 else { return nil }
    switch placed.paragraph.kind {
    case .paragraph, .heading: break
    default: return nil
    }
    let line = analysis.snapshot.lines.line(at: placed.span.start)
    let before = analysis.snapshot.text(TextSpan(analysis.snapshot.lines.starts[line], placed.span.start))
    let marks = placed.paragraph.kind.isHeading ? " \t#*_[" : " \t*_[`"
    guard before.allSatisfy({ marks.contains($0) }) else { return nil }
    return String(before.prefix { $0 == " " || $0 == "\t" })
  }

  /// How a directive is written.
  private struct Form {
    private let language: MarkupLanguage
    private let newline: String

    init(_ language: MarkupLanguage, _ snapshot: TextSnapshot, firstLine: Int) {
      self.language = language
      let end = snapshot.lines.contentEnd(ofLine: firstLine, in: snapshot.bytes)
      newline = snapshot.text(TextSpan(end, end + 2)) == "\r\n" ? "\r\n" : "\n"
    }

    func before(_ directive: String, _ indent: String) -> String { indent + comment(directive) + parting }

    func after(_ directive: String, _ indent: String) -> String { parting + indent + comment(directive) }

    /// In plain text a blank line keeps the directive from joining the paragraph.
    private var parting: String { language == .plaintext ? newline + newline : newline }

    func comment(_ directive: String) -> String {
      switch language {
      case .markdown: "<!-- copydesk-\(directive) -->"
      case .mdx: "{/* copydesk-\(directive) */}"
      case .plaintext: "[copydesk-\(directive)]"
      }
    }
  }
}
