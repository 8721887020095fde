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
    var open: [Mark] = []
    let marks = marks(from: frontMatter?.span.end ?? 0)
    let targets = targets(of: marks)
    for (index, mark) in marks.enumerated() {
      switch mark.verb {
      case .disable: open.append(mark)
      case .enable:
        for other in open where closes(mark, other) { directives.append(span(of: other, to: mark.offset)) }
        open.removeAll { closes(mark, $0) }
      case .file: directives.append(Directive(codes: mark.codes, span: TextSpan(0, snapshot.count)))
      case .line: directives.append(Directive(codes: mark.codes, span: lineSpan(snapshot.lines.line(at: mark.offset))))
      case .nextLine:
        if targets[index] < snapshot.lines.lineCount {
          directives.append(Directive(codes: mark.codes, span: lineSpan(targets[index])))
        }
      }
    }
    directives += open.map { span(of: $0, to: snapshot.count) }
    return directives
  }

  /// `copydesk-enable` alone ends everything; with codes it ends what was disabled with the same codes.
  private func closes(_ enable: Mark, _ disable: Mark) -> Bool {
    enable.codes.isEmpty || (!disable.codes.isEmpty && disable.codes.allSatisfy(enable.codes.contains))
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
    while let found = MarkdownBytes.find("copydesk-", in: snapshot.bytes, from: index, end: snapshot.count) {
      if let mark = mark(at: found) { marks.append(mark) }
      index = found + 9
    }
    return marks
  }

  /// The directive whose "copydesk-" stands at `offset`, if it stands in a comment.
  private func mark(at offset: Int) -> Mark? {
    let bytes = snapshot.bytes
    let line = lineSpan(snapshot.lines.line(at: offset))
    var open = offset
    while open > line.start, MarkdownBytes.isSpace(bytes[open - 1]) { open -= 1 }
    let closer: StaticString
    if ends(open, with: "<!--", after: line.start) {
      closer = "-->"
      open -= 4
    } else if ends(open, with: "{/*", after: line.start) {
      closer = "*/}"
      open -= 3
    } else if language == .plaintext, ends(open, with: "[", after: line.start),
      bytes[line.start..<(open - 1)].allSatisfy(MarkdownBytes.isSpace)
    {
      closer = "]"
      open -= 1
    } else {
      return nil
    }
    guard let close = MarkdownBytes.find(closer, in: bytes, from: offset, end: line.end) else { return nil }
    let words = words(String(decoding: bytes[(offset + 9)..<close], as: UTF8.self))
    let verb: Verb
    switch words.first {
    case "disable": verb = .disable
    case "enable": verb = .enable
    case "disable-next-line", "disable-nextline": verb = .nextLine
    case "disable-line", "ignore": verb = .line
    case "disable-file": verb = .file
    default: return nil
    }
    let end = min(close + closer.utf8CodeUnitCount, line.end)
    let isAlone =
      bytes[line.start..<open].allSatisfy(MarkdownBytes.isSpace)
      && bytes[end..<line.end].allSatisfy(MarkdownBytes.isSpace)
    return Mark(verb: verb, codes: Array(words.dropFirst()), offset: open, isAlone: isAlone)
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
