import DocumentModel
import TextCore

/// Finds what a writer told Copydesk inside a draft and resolves it to places.
struct DirectiveReader {
  private enum Verb { case disable, enable, nextLine, line, file }

  /// One directive as it stands.
  private struct Mark {
    let verb: Verb
    let codes: [String]
    let offset: Int
    /// Nothing else stands on its line.
    let isAlone: Bool
  }

  let snapshot: TextSnapshot
  let language: MarkupLanguage

  func read(_ frontMatter: FrontMatter?) -> [Directive] {
    var directives: [Directive] = []
    if let codes = frontMatter.flatMap(codes(in:)) {
      directives.append(Directive(codes: codes, span: TextSpan(0, snapshot.count)))
    }
    var open = OpenMarks()
    let marks = marks(from: frontMatter?.span.end ?? 0)
    let targets = targets(of: marks)
    for (index, mark) in marks.enumerated() {
      switch mark.verb {
      case .disable: open.add(mark)
      case .enable: directives += open.close(by: mark).map { span(of: $0, to: mark.offset) }
      case .file: directives.append(Directive(codes: mark.codes, span: TextSpan(0, snapshot.count)))
      case .line: directives.append(Directive(codes: mark.codes, span: lineSpan(snapshot.lines.line(at: mark.offset))))
      case .nextLine:
        if targets[index] < snapshot.lines.lineCount {
          directives.append(Directive(codes: mark.codes, span: lineSpan(targets[index])))
        }
      }
    }
    directives += open.all.map { span(of: $0, to: snapshot.count) }
    return directives
  }

  /// What is disabled and not yet enabled again, by its codes: as many marks as a draft may hold, but few codes.
  private struct OpenMarks {
    private var marks: [[String]: [Mark]] = [:]

    /// In the order of the draft.
    var all: [Mark] { ordered(Array(marks.keys)) }

    mutating func add(_ mark: Mark) { marks[mark.codes, default: []].append(mark) }

    /// Takes out what a mark ends: everything, if it has no codes, else what was disabled with the same codes.
    mutating func close(by enable: Mark) -> [Mark] {
      let closed = marks.keys.filter { codes in
        enable.codes.isEmpty || (!codes.isEmpty && codes.allSatisfy(enable.codes.contains))
      }
      defer { for codes in closed { marks[codes] = nil } }
      return ordered(closed)
    }

    private func ordered(_ codes: [[String]]) -> [Mark] {
      codes.flatMap { marks[$0] ?? [] }.sorted { $0.offset < $1.offset }
    }
  }

  private func span(of mark: Mark, to end: Int) -> Directive {
    Directive(codes: mark.codes, span: TextSpan(mark.offset, end))
  }

  /// For each mark the next line that is neither blank nor a directive's own: two comments above a line both speak of it.
  private func targets(of marks: [Mark]) -> [Int] {
    var targets = [Int](repeating: 0, count: marks.count)
    /// The target of each line that is a directive and nothing else, from below.
    var known: [Int: Int] = [:]
    for index in marks.indices.reversed() {
      let own = snapshot.lines.line(at: marks[index].offset)
      var line = own + 1
      while line < snapshot.lines.lineCount, known[line] == nil, isBlank(line) { line += 1 }
      targets[index] = known[line] ?? line
      if marks[index].isAlone { known[own] = targets[index] }
    }
    return targets
  }

  private func lineSpan(_ line: Int) -> TextSpan {
    TextSpan(snapshot.lines.starts[line], snapshot.lines.contentEnd(ofLine: line, in: snapshot.bytes))
  }

  private func isBlank(_ line: Int) -> Bool {
    let span = lineSpan(line)
    return snapshot.bytes[span.start..<span.end].allSatisfy(MarkdownBytes.isSpace)
  }

  private func marks(from start: Int) -> [Mark] {
    var marks: [Mark] = []
    var index = start
    /// The line's end up to which each form of comment is known to have no closer.
    var unclosed = [Int](repeating: -1, count: DirectiveReader.forms.count)
    while let found = MarkdownBytes.find("copydesk-", in: snapshot.bytes, from: index, end: snapshot.count) {
      index = found + 9
      let line = lineSpan(snapshot.lines.line(at: found))
      guard let (form, open) = opening(before: found, in: line), unclosed[form] < line.end else { continue }
      let closer = DirectiveReader.forms[form].closer
      guard let close = MarkdownBytes.find(closer, in: snapshot.bytes, from: found, end: line.end) else {
        unclosed[form] = line.end
        continue
      }
      let comment = TextSpan(open, min(close + closer.utf8CodeUnitCount, line.end))
      if let mark = mark(TextSpan(index, close), comment, in: line) { marks.append(mark) }
      // No comment begins in another.
      index = comment.end
    }
    return marks
  }

  /// How comments begin and end; the last in plain text alone.
  private static let forms: [(opener: StaticString, closer: StaticString)] = [
    ("<!--", "-->"), ("{/*", "*/}"), ("[", "]"),
  ]

  /// The form of the comment whose first word begins at `offset`, and where it opens; nil if none does.
  private func opening(before offset: Int, in line: TextSpan) -> (form: Int, start: Int)? {
    let bytes = snapshot.bytes
    var end = offset
    while end > line.start, MarkdownBytes.isSpace(bytes[end - 1]) { end -= 1 }
    guard
      let form = DirectiveReader.forms.indices.first(where: {
        ends(end, with: DirectiveReader.forms[$0].opener, after: line.start)
      })
    else { return nil }
    let start = end - DirectiveReader.forms[form].opener.utf8CodeUnitCount
    if form == DirectiveReader.forms.count - 1 {
      guard language == .plaintext, bytes[line.start..<start].allSatisfy(MarkdownBytes.isSpace) else { return nil }
    }
    return (form, start)
  }

  /// The directive of a comment; `words`: what stands behind its "copydesk-".
  private func mark(_ words: TextSpan, _ comment: TextSpan, in line: TextSpan) -> Mark? {
    let bytes = snapshot.bytes
    let words = self.words(String(decoding: bytes[words.start..<max(words.start, words.end)], as: UTF8.self))
    let verb: Verb
    switch words.first {
    case "disable": verb = .disable
    case "enable": verb = .enable
    case "disable-next-line", "disable-nextline": verb = .nextLine
    case "disable-line", "ignore": verb = .line
    case "disable-file": verb = .file
    default: return nil
    }
    let isAlone =
      bytes[line.start..<comment.start].allSatisfy(MarkdownBytes.isSpace)
      && bytes[comment.end..<line.end].allSatisfy(MarkdownBytes.isSpace)
    return Mark(verb: verb, codes: Array(words.dropFirst()), offset: comment.start, isAlone: isAlone)
  }

  /// The words of a directive, in small letters, up to where a writer says why: behind a colon, or two hyphens.
  private func words(_ text: String) -> [String] {
    var words: [String] = []
    for word in text.lowercased().split(whereSeparator: { $0 == " " || $0 == "," || $0 == "\t" }) {
      if word.hasPrefix("--") || word.hasPrefix("—") { break }
      let name = word.prefix { $0 != ":" }
      if !name.isEmpty { words.append(String(name)) }
      if name.endIndex != word.endIndex { break }
    }
    return words
  }

  private func ends(_ offset: Int, with mark: StaticString, after start: Int) -> Bool {
    let from = offset - mark.utf8CodeUnitCount
    return from >= start && MarkdownBytes.matches(mark, in: snapshot.bytes, at: from, end: offset)
  }

  // MARK: - Front matter

  /// The codes of `copydesk: {disable: [a, b]}`, in flow or block style; empty for `disable: true`.
  private func codes(in frontMatter: FrontMatter) -> [String]? {
    guard let value = frontMatter["copydesk"] else { return nil }
    // TOML's `[copydesk]` opens a table: its keys follow as fields.
    let text = value.isEmpty ? "disable: " + (frontMatter["disable"] ?? "") : value
    let words = text.split { " ,\t\n[]{}:=\"'".contains($0) }.map(String.init)
    guard let start = words.firstIndex(of: "disable") else { return nil }
    let codes = words[(start + 1)...].filter { $0 != "-" }.map { $0.lowercased() }
    guard let first = codes.first, first != "false" else { return nil }
    return first == "true" || first == "all" ? [] : codes
  }
}
