package import DocumentModel
package import TextCore

/// Cuts a draft into paragraphs of prose.
package struct DocumentSegmenter: Sendable {
  package init() {}

  package func document(_ snapshot: TextSnapshot, language: MarkupLanguage) -> Document {
    Splitting(snapshot, language).whole(like: nil)
  }

  /// The document after edits: equal to a fresh one, with every paragraph the edits did not touch the same instance as
  /// before.
  ///
  /// What changed is found by comparing the two texts, which costs less than a keystroke's line table and cannot be
  /// misled.
  package func document(_ snapshot: TextSnapshot, after previous: Document) -> Document {
    Splitting(snapshot, previous.language).after(previous)
  }
}

/// One run of the segmenter.
private struct Splitting {
  /// Blocks of a stretch of the file, and where reading may begin afresh in it.
  struct Stretch {
    var blocks: [ProseBlock]
    var restarts: [Int]
    var labels: [(hash: UInt64, offset: Int)]
    /// Where reading stopped.
    var end: Int
  }

  let snapshot: TextSnapshot
  let language: MarkupLanguage
  let frontMatter: FrontMatter?

  init(_ snapshot: TextSnapshot, _ language: MarkupLanguage) {
    self.snapshot = snapshot
    self.language = language
    frontMatter = FrontMatterReader.read(snapshot)
  }

  private var firstLine: Int { frontMatter.map { snapshot.lines.line(at: $0.span.end) + 1 } ?? 0 }

  private func read(fromLine line: Int, stop: (Int) -> Bool) -> Stretch {
    switch language {
    case .plaintext:
      let result = PlainTextSplitter(bytes: snapshot.bytes).split(snapshot.lines, fromLine: line, stop: stop)
      return Stretch(blocks: result.blocks, restarts: result.restarts, labels: [], end: result.end)
    case .markdown, .mdx:
      var scanner = BlockScanner(snapshot.bytes)
      let end = scanner.scan(snapshot.lines, fromLine: line, stop: stop)
      return Stretch(
        blocks: scanner.blocks, restarts: scanner.restarts, labels: scanner.definitions.map { ($0.label, $0.offset) },
        end: end)
    }
  }

  /// Splits everything; paragraphs that `previous` has at the head or the tail are taken from it.
  func whole(like previous: Document?) -> Document {
    let stretch = read(fromLine: firstLine) { _ in false }
    var paragraphs = paragraphs(stretch.blocks, labels: Set(stretch.labels.map(\.hash)))
    if let previous { share(&paragraphs, with: previous.paragraphs[...]) }
    return document(paragraphs, SplitMemory(restarts: stretch.restarts, labels: stretch.labels))
  }

  func after(_ previous: Document) -> Document {
    let old = previous.snapshot.bytes
    let new = snapshot.bytes
    let ends = CommonEnds(bytes: old, new)
    let (head, tail) = (ends.front, ends.back)
    let shift = new.count - old.count
    let oldEnd = old.count - tail
    // Front matter reaches as far as its closing fence, wherever that is.
    guard !FrontMatterReader.opens(old) || (previous.frontMatter.map { $0.span.end < head } ?? false),
      !FrontMatterReader.opens(new) || frontMatter != nil,
      let restart = restart(previous, before: head)
    else { return whole(like: previous) }
    let restarts = previous.memory.restarts
    let stretch = read(fromLine: snapshot.lines.line(at: restart)) { offset in
      let before = offset - shift
      // The line before must be old as well: a paragraph or a headline may look at what follows.
      guard before > oldEnd, offset > restart else { return false }
      let index = lowerBound(restarts, before)
      return index < restarts.count && restarts[index] == before
    }
    let oldStop = stretch.end - shift
    let isAtEnd = stretch.end >= new.count
    let labelsBefore = previous.memory.labels.filter { $0.offset < restart }
    let labelsAfter =
      isAtEnd ? [] : previous.memory.labels.filter { $0.offset >= oldStop }.map { ($0.hash, $0.offset + shift) }
    let labels = labelsBefore + stretch.labels + labelsAfter
    let labelSet = Set(labels.map(\.hash))
    // A definition that comes or goes changes links anywhere.
    guard labelSet == Set(previous.memory.labels.map(\.hash)) else { return whole(like: previous) }

    let firstOld = previous.paragraphs.partitionPoint { $0.start >= restart }
    let lastOld = isAtEnd ? previous.paragraphs.count : previous.paragraphs.partitionPoint { $0.start >= oldStop }
    var middle = paragraphs(stretch.blocks, labels: labelSet)
    if firstOld <= lastOld { share(&middle, with: previous.paragraphs[firstOld..<lastOld]) }
    var all = Array(previous.paragraphs[..<firstOld])
    all += middle
    all += previous.paragraphs[lastOld...].map { PlacedParagraph($0.paragraph, at: $0.start + shift) }
    let kept = restarts[..<lowerBound(restarts, restart)] + stretch.restarts
    let rest = isAtEnd ? [] : restarts[lowerBound(restarts, oldStop)...].map { $0 + shift }
    return document(all, SplitMemory(restarts: kept + rest, labels: labels))
  }

  /// The last place at or before which nothing can have changed: two restarts back, because the line at the nearest may
  /// now continue what came before it, and a plain headline is told by what follows.
  private func restart(_ previous: Document, before head: Int) -> Int? {
    let index = lowerBound(previous.memory.restarts, head) - 2
    return index >= 0 && index < previous.memory.restarts.count ? previous.memory.restarts[index] : nil
  }

  private func paragraphs(_ blocks: [ProseBlock], labels: Set<UInt64>) -> [PlacedParagraph] {
    if language == .plaintext { return blocks.compactMap { PlainProse.paragraph($0, in: snapshot.bytes) } }
    let builder = ProseBuilder(bytes: snapshot.bytes, definitions: labels)
    return blocks.compactMap(builder.paragraph)
  }

  private func document(_ paragraphs: [PlacedParagraph], _ memory: SplitMemory) -> Document {
    Document(
      snapshot: snapshot, language: language, paragraphs: paragraphs, frontMatter: frontMatter,
      directives: DirectiveReader(snapshot: snapshot, language: language).read(frontMatter), memory: memory)
  }

  /// Puts old instances in place of new paragraphs equal to them, from both ends.
  private func share(_ paragraphs: inout [PlacedParagraph], with old: ArraySlice<PlacedParagraph>) {
    var head = 0
    while head < min(paragraphs.count, old.count),
      isSame(paragraphs[head].paragraph, old[old.startIndex + head].paragraph)
    {
      paragraphs[head] = PlacedParagraph(old[old.startIndex + head].paragraph, at: paragraphs[head].start)
      head += 1
    }
    var tail = 0
    while tail < min(paragraphs.count, old.count) - head {
      let (index, other) = (paragraphs.count - 1 - tail, old.endIndex - 1 - tail)
      guard isSame(paragraphs[index].paragraph, old[other].paragraph) else { return }
      paragraphs[index] = PlacedParagraph(old[other].paragraph, at: paragraphs[index].start)
      tail += 1
    }
  }

  private func isSame(_ one: Paragraph, _ other: Paragraph) -> Bool {
    one.hash == other.hash && one.sourceCount == other.sourceCount && one.kind == other.kind
      && one.quoteDepth == other.quoteDepth && one.segments == other.segments && one.bytes == other.bytes
  }

  private func lowerBound(_ offsets: [Int], _ value: Int) -> Int { offsets.partitionPoint { $0 >= value } }
}
