import DocumentModel
import TextCore

/// A block that holds prose, before its inline markup is read.
struct ProseBlock {
  var kind: BlockKind
  var quoteDepth: Int
  /// The block's text in the file: one span a line, without indents, quote marks and line ends; never empty.
  var lines: [TextSpan]
}

/// Cuts Markdown into blocks, line by line, after the algorithm in the appendix of CommonMark 0.31, with the tables and
/// footnotes of GitHub. Only prose is kept: code, HTML and thematic breaks leave nothing behind.
///
/// Linear: a line looks at most at `maxDepth` containers, and nothing is read ahead.
struct BlockScanner {
  /// Containers nested deeper than this are read as text.
  static let maxDepth = 100

  /// A block that holds blocks.
  enum Container {
    case quote
    /// A list item; its content starts this many columns in.
    case item(indent: Int, isEmptySoFar: Bool)
    case footnote
  }

  /// The open block that holds text.
  enum Leaf {
    case none
    case paragraph
    case fence(mark: UInt8, count: Int)
    case indentedCode
    case html(HTMLSyntax.BlockEnd)
    case table(columns: Int)

    var isParagraph: Bool { if case .paragraph = self { true } else { false } }
  }

  let bytes: [UInt8]
  private(set) var blocks: [ProseBlock] = []
  /// Labels that link reference definitions gave a meaning, with the offsets of the definitions.
  private(set) var definitions: [LinkDefinition] = []
  /// Offsets of lines at which nothing was open: scanning may begin afresh at any of them.
  private(set) var restarts: [Int] = []
  private var containers: [Container] = []
  private var leaf = Leaf.none
  /// Lines of the open paragraph.
  private var lines: [TextSpan] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads the lines of `table` from `firstLine` on, until the end or until `stop` recognizes a restart.
  ///
  /// - Returns: the offset at which reading stopped.
  mutating func scan(_ table: LineTable, fromLine firstLine: Int, stop: (Int) -> Bool = { _ in false }) -> Int {
    var line = firstLine
    while line < table.lineCount {
      let start = table.starts[line]
      var cursor = LineCursor(bytes, start: start, end: table.contentEnd(ofLine: line, in: bytes))
      let matched = matchContainers(&cursor)
      let continues = matched == containers.count && leafContinues(&cursor)
      if matched == 0, !continues, !cursor.isBlank, opensFresh(cursor, matched: matched) {
        close(downTo: 0)
        if stop(start) { return start }
        restarts.append(start)
      }
      read(&cursor, matched: matched, leafContinues: continues)
      line += 1
    }
    close(downTo: 0)
    return bytes.count
  }

  // MARK: - Containers

  /// Passes the marks of the open containers that the line continues; returns how many there are.
  private mutating func matchContainers(_ cursor: inout LineCursor) -> Int {
    for index in containers.indices {
      let indent = cursor.indent
      switch containers[index] {
      case .quote:
        guard indent <= 3, cursor.byte(at: cursor.firstInk) == UInt8(ascii: ">") else { return index }
        cursor.advance(columns: indent + 1)
        cursor.skipOneSpace()
      case .item(let content, let isEmpty):
        if cursor.isBlank {
          if isEmpty { return index }
          cursor.skipSpaces()
        } else {
          guard indent >= content else { return index }
          cursor.advance(columns: content)
          containers[index] = .item(indent: content, isEmptySoFar: false)
        }
      case .footnote:
        if cursor.isBlank {
          cursor.skipSpaces()
        } else if indent >= 4 {
          cursor.advance(columns: 4)
        } else {
          return index
        }
      }
    }
    return containers.count
  }

  /// Whether the open leaf goes on in this line, all containers being matched.
  private func leafContinues(_ cursor: inout LineCursor) -> Bool {
    switch leaf {
    case .none: false
    case .paragraph: !cursor.isBlank
    case .fence: true
    case .indentedCode: cursor.indent >= 4 || cursor.isBlank
    case .html(.blankLine): !cursor.isBlank
    case .html: true
    case .table: !cursor.isBlank
    }
  }

  /// Whether a line that continues nothing starts anew, and is no lazy continuation of an open paragraph.
  private func opensFresh(_ cursor: LineCursor, matched: Int) -> Bool {
    guard leaf.isParagraph, matched < containers.count else { return true }
    return opening(cursor, allMatched: false, mayInterrupt: false) != nil
  }

  private mutating func close(downTo depth: Int) {
    closeLeaf()
    if containers.count > depth { containers.removeSubrange(depth...) }
  }

  private mutating func closeLeaf() {
    if leaf.isParagraph {
      takeDefinitions()
      if !lines.isEmpty { emit(paragraphKind, lines) }
    }
    lines.removeAll(keepingCapacity: true)
    leaf = .none
  }

  private mutating func takeDefinitions() {
    LinkDefinition.take(from: &lines, in: bytes) { definitions.append($0) }
  }

  // MARK: - One line

  private mutating func read(_ cursor: inout LineCursor, matched: Int, leafContinues: Bool) {
    var depth = matched
    var leafIsOpen = leafContinues
    if leafIsOpen {
      switch leaf {
      case .fence(let mark, let count):
        if isClosingFence(cursor, mark: mark, count: count) { leaf = .none }
        return
      case .html(let end):
        if HTMLSyntax.line(in: bytes, from: cursor.offset, to: cursor.end, ends: end) { leaf = .none }
        return
      case .indentedCode: return
      case .none, .paragraph, .table: break
      }
    }
    var opened = false
    while let start = opening(
      cursor, allMatched: depth == containers.count || opened, mayInterrupt: leafIsOpen && leaf.isParagraph)
    {
      if case .setext(let level) = start {
        takeDefinitions()
        guard !lines.isEmpty else { break }
        emit(.heading(level), lines)
        lines.removeAll(keepingCapacity: true)
        leaf = .none
        return
      }
      if !opened { close(downTo: depth) }
      opened = true
      leafIsOpen = false
      guard open(start, &cursor) else { return }
      depth = containers.count
    }
    if !opened, !leafIsOpen, depth < containers.count, leaf.isParagraph, !cursor.isBlank {
      addLine(cursor)
      return
    }
    if !leafIsOpen { close(downTo: depth) }
    guard !cursor.isBlank else { return }
    if case .table(let columns) = leaf {
      emitRow(cursor, columns: columns)
    } else if !openTable(cursor) {
      leaf = .paragraph
      addLine(cursor)
    }
  }

  private mutating func addLine(_ cursor: LineCursor) {
    lines.append(TextSpan(cursor.firstInk, cursor.end))
  }

  /// Opens what `start` says; whether the rest of the line may hold more.
  private mutating func open(_ start: BlockOpening, _ cursor: inout LineCursor) -> Bool {
    switch start {
    case .quote:
      cursor.advance(columns: cursor.indent + 1)
      cursor.skipOneSpace()
      containers.append(.quote)
      return true
    case .item(let markerWidth):
      let indent = cursor.indent
      cursor.advance(columns: indent + markerWidth)
      let gap = cursor.indent
      let isEmpty = cursor.isBlank
      let padding = isEmpty || gap >= 5 ? 1 : gap
      cursor.advance(columns: min(padding, gap))
      containers.append(.item(indent: indent + markerWidth + padding, isEmptySoFar: isEmpty))
      return true
    case .footnote(let width):
      cursor.advance(columns: cursor.indent + width)
      cursor.skipSpaces()
      containers.append(.footnote)
      return true
    case .heading(let level, let text):
      if !text.isEmpty { emit(.heading(level), [text]) }
    case .fence(let mark, let count): leaf = .fence(mark: mark, count: count)
    case .html(let end):
      if !HTMLSyntax.line(in: bytes, from: cursor.firstInk, to: cursor.end, ends: end) { leaf = .html(end) }
    case .indentedCode: leaf = .indentedCode
    case .thematicBreak, .setext: break
    }
    return false
  }

  /// What the line opens at the cursor.
  private func opening(_ cursor: LineCursor, allMatched: Bool, mayInterrupt: Bool) -> BlockOpening? {
    var context = BlockOpening.Context()
    context.interruptsParagraph = mayInterrupt
    context.isParagraphOpen = leaf.isParagraph && (mayInterrupt || !allMatched)
    context.mayNest = containers.count < BlockScanner.maxDepth
    return BlockOpening.read(cursor, context)
  }

  private func isClosingFence(_ cursor: LineCursor, mark: UInt8, count: Int) -> Bool {
    guard cursor.indent <= 3 else { return false }
    var index = cursor.firstInk
    let start = index
    while cursor.byte(at: index) == mark { index += 1 }
    guard index - start >= count else { return false }
    while index < cursor.end, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    return index >= cursor.end
  }

  // MARK: - Tables

  /// Turns the open paragraph's last line into a table's head if the line at the cursor is a delimiter row for it.
  private mutating func openTable(_ cursor: LineCursor) -> Bool {
    guard leaf.isParagraph, let head = lines.last,
      let columns = TableRow.delimiterColumns(in: bytes, TextSpan(cursor.firstInk, cursor.end))
    else { return false }
    let cells = TableRow.cells(in: bytes, head)
    guard cells.count == columns else { return false }
    lines.removeLast()
    closeLeaf()
    for cell in cells where !cell.isEmpty { emit(.tableCell, [cell]) }
    leaf = .table(columns: columns)
    return true
  }

  /// Cells past the head's last are not shown by any renderer, so they are not prose.
  private mutating func emitRow(_ cursor: LineCursor, columns: Int) {
    for cell in TableRow.cells(in: bytes, TextSpan(cursor.firstInk, cursor.end)).prefix(columns) where !cell.isEmpty {
      emit(.tableCell, [cell])
    }
  }

  // MARK: - Results

  private var paragraphKind: BlockKind {
    for container in containers.reversed() {
      switch container {
      case .item: return .listItem
      case .footnote: return .footnote
      case .quote: continue
      }
    }
    return .paragraph
  }

  private mutating func emit(_ kind: BlockKind, _ lines: [TextSpan]) {
    let depth = containers.reduce(0) { if case .quote = $1 { $0 + 1 } else { $0 } }
    blocks.append(ProseBlock(kind: kind, quoteDepth: depth, lines: lines))
  }
}
