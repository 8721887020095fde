import Dispatch
package import DocumentModel
import Segmentation
package import Synchronization
package import TextCore

/// Takes text and edits, gives frozen analyses.
///
/// The central invariant: typing inside one paragraph never analyses another. Paragraphs come from the analysis before,
/// or from the cache by their content; only what is new to both is analysed. The draft-wide pass runs each time, over
/// mentions and quotations, not over text.
///
/// The reader's pass costs a thousand times what the tables cost, so a caller says how much of it an analysis may wait
/// for; what is left unread comes with the tables' layers, and `analysis(readingOn:)` goes on with it.
package final class AnalysisHost: Sendable {
  package let pipeline: Pipeline
  private let cache: ParagraphCache
  private let segmenter = DocumentSegmenter()
  /// Paragraphs analysed since the host was made: what the invariant's tests count.
  package let paragraphsRead = Atomic<Int>(0)
  private let isCaching: Bool

  /// - Parameter cachedParagraphs: how many paragraphs' layers are kept beyond those of live analyses; 0 for batch work,
  ///   where texts do not come back.
  package init(_ pipeline: Pipeline, cachedParagraphs: Int = 1024) {
    self.pipeline = pipeline
    cache = ParagraphCache(capacity: max(0, cachedParagraphs))
    isCaching = cachedParagraphs > 0
  }

  /// How much of a draft the reader goes through before an analysis is given.
  package enum ReadingDepth: Hashable, Sendable {
    /// None: the tables alone.
    case none
    /// All of it.
    case whole
    /// Paragraphs of some bytes altogether, the nearest to an offset first; what is longer than `longestParagraph` is
    /// left to the tables.
    case some(bytes: Int, near: Int)

    /// Ten thousand words without a break are no paragraph of a newspaper, and reading them again takes a second a key.
    package static let longestParagraph = 64_000

    /// Whether a paragraph of so many bytes is read sooner or later.
    func reads(_ bytes: Int) -> Bool {
      switch self {
      case .none: false
      case .whole: true
      case .some: bytes <= ReadingDepth.longestParagraph
      }
    }
  }

  /// What an analysis is to be made with.
  package struct Options: Sendable {
    /// The day relative dates count from; nil leaves it to front matter and dateline.
    package var reference: ReferenceMoment?
    /// The day where neither of these tells one.
    package var projectReference: ReferenceMoment?
    package var depth: ReadingDepth
    /// How many cores may analyse paragraphs side by side.
    package var workers: Int

    package init(
      reference: ReferenceMoment? = nil, projectReference: ReferenceMoment? = nil, depth: ReadingDepth = .whole,
      workers: Int = 1
    ) {
      self.reference = reference
      self.projectReference = projectReference
      self.depth = depth
      self.workers = workers
    }

    /// The same, but days count from where they did.
    fileprivate func counting(as previous: Analysis) -> Options {
      var options = self
      options.reference = previous.draft.givenReference
      options.projectReference = previous.draft.projectReference
      return options
    }
  }

  /// The analysis of a text; nil if cancelled. `isCancelled` is asked between paragraphs.
  package func analysis(
    of snapshot: TextSnapshot, language markup: MarkupLanguage, _ options: Options = Options(),
    isCancelled: @Sendable () -> Bool = { false }
  ) -> Analysis? {
    finish(segmenter.document(snapshot, language: markup), after: nil, options, isCancelled)
  }

  /// The analysis after edits that turned the text of `previous` into `snapshot`; nil if cancelled.
  ///
  /// - Parameter options: the reference day stays that of `previous`.
  package func analysis(
    after previous: Analysis, snapshot: TextSnapshot, _ options: Options = Options(),
    isCancelled: @Sendable () -> Bool = { false }
  ) -> Analysis? {
    finish(
      segmenter.document(snapshot, after: previous.document), after: previous, options.counting(as: previous),
      isCancelled)
  }

  /// The same text with more of it read; nil if cancelled.
  package func analysis(
    readingOn previous: Analysis, _ options: Options, isCancelled: @Sendable () -> Bool = { false }
  ) -> Analysis? {
    finish(previous.document, after: previous, options.counting(as: previous), isCancelled)
  }

  private func finish(
    _ document: Document, after previous: Analysis?, _ options: Options, _ isCancelled: @Sendable () -> Bool
  ) -> Analysis? {
    guard let analyzed = paragraphs(of: document, after: previous, options, isCancelled), !isCancelled() else {
      return nil
    }
    var draft = DraftLayers(
      document: document, paragraphs: analyzed, givenReference: options.reference,
      projectReference: options.projectReference)
    pipeline.complete(&draft)
    let unread =
      pipeline.canRead
      ? analyzed.count { !$0.isRead && options.depth.reads($0.paragraph.bytes.count) } : 0
    return Analysis(draft: draft, language: pipeline.language, unread: unread, title: title(of: document))
  }

  /// The front matter's title, as a headline.
  private func title(of document: Document) -> AnalyzedParagraph? {
    guard let text = document.frontMatter?["title"], !text.isEmpty else { return nil }
    let paragraph = Paragraph(plain: text, kind: .heading(1))
    if isCaching, let cached = cache.find(paragraph, isRead: false) { return cached }
    let title = AnalyzedParagraph(paragraph, pipeline.layers(of: paragraph))
    if isCaching { cache.insert(title) }
    return title
  }

  /// The document's paragraphs with their layers; nil if cancelled.
  private func paragraphs(
    of document: Document, after previous: Analysis?, _ options: Options, _ isCancelled: @Sendable () -> Bool
  ) -> [AnalyzedParagraph]? {
    var result = [AnalyzedParagraph?](repeating: nil, count: document.paragraphs.count)
    reuse(document, from: previous, into: &result)
    let wantsReading = options.depth != .none && pipeline.canRead
    var unread: [Int] = []
    var missing: [Int] = []
    for index in result.indices {
      if let found = result[index], found.isRead == wantsReading || found.isRead && options.depth != .none { continue }
      if isCaching, let cached = cache.find(document.paragraphs[index].paragraph, isRead: wantsReading) {
        result[index] = cached
      } else if wantsReading {
        unread.append(index)
      } else {
        missing.append(index)
      }
    }
    let toRead = affordable(unread, in: document, options.depth)
    for index in unread where !toRead.contains(index) && result[index] == nil {
      result[index] = isCaching ? cache.find(document.paragraphs[index].paragraph, isRead: false) : nil
      if result[index] == nil { missing.append(index) }
    }
    guard analyze(missing, isReading: false, document, options.workers, isCancelled, into: &result),
      analyze(Array(toRead).sorted(), isReading: true, document, options.workers, isCancelled, into: &result)
    else { return nil }
    return result.compactMap(\.self)
  }

  /// Which of the unread paragraphs are read now.
  private func affordable(_ unread: [Int], in document: Document, _ depth: ReadingDepth) -> Set<Int> {
    switch depth {
    case .none: return []
    case .whole: return Set(unread)
    case .some(let bytes, let offset):
      var left = bytes
      let near = unread.filter { depth.reads(document.paragraphs[$0].paragraph.bytes.count) }.sorted {
        distance(document.paragraphs[$0].span, offset) < distance(document.paragraphs[$1].span, offset)
      }
      return Set(
        near.prefix { index in
          defer { left -= document.paragraphs[index].paragraph.bytes.count }
          return left > 0
        })
    }
  }

  private func distance(_ span: TextSpan, _ offset: Int) -> Int {
    span.start > offset ? span.start - offset : max(0, offset - span.end)
  }

  /// Takes over the paragraphs that the edit left alone: the same objects, at the front and at the back of both lists.
  private func reuse(_ document: Document, from previous: Analysis?, into result: inout [AnalyzedParagraph?]) {
    guard let previous else { return }
    let old = previous.draft.paragraphs
    let new = document.paragraphs
    // The document's own: what came from the cache holds another object of the same content.
    let ends = CommonEnds(previous.document.paragraphs.map(\.paragraph), new.map(\.paragraph)) { $0 === $1 }
    for index in 0..<ends.front { result[index] = old[index] }
    for index in 1..<(ends.back + 1) { result[new.count - index] = old[old.count - index] }
  }

  /// Fills the places of some paragraphs; false if cancelled.
  private func analyze(
    _ places: [Int], isReading: Bool, _ document: Document, _ workers: Int, _ isCancelled: @Sendable () -> Bool,
    into result: inout [AnalyzedParagraph?]
  ) -> Bool {
    // The tables' work on a few paragraphs is done before another thread has begun.
    if workers > 1, places.count > (isReading ? 1 : 8) {
      let paragraphs = places.map { document.paragraphs[$0].paragraph }
      guard let fresh = analyzeConcurrently(paragraphs, isReading, workers, isCancelled) else { return false }
      for (index, analyzed) in zip(places, fresh) { result[index] = analyzed }
      return true
    }
    for index in places {
      if isCancelled() { return false }
      result[index] = analyze(document.paragraphs[index].paragraph, isReading)
    }
    return true
  }

  private func analyze(_ paragraph: Paragraph, _ isReading: Bool) -> AnalyzedParagraph {
    paragraphsRead.add(1, ordering: .relaxed)
    let analyzed = AnalyzedParagraph(
      paragraph, pipeline.layers(of: paragraph, isReading: isReading), isRead: isReading)
    if isCaching { cache.insert(analyzed) }
    return analyzed
  }

  private func analyzeConcurrently(
    _ paragraphs: [Paragraph], _ isReading: Bool, _ workers: Int, _ isCancelled: @Sendable () -> Bool
  ) -> [AnalyzedParagraph]? {
    let next = Atomic(0)
    let finished = Mutex([Int: AnalyzedParagraph]())
    DispatchQueue.concurrentPerform(iterations: min(workers, paragraphs.count)) { _ in
      var own: [(Int, AnalyzedParagraph)] = []
      while !isCancelled() {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < paragraphs.count else { break }
        own.append((index, analyze(paragraphs[index], isReading)))
      }
      finished.withLock { finished in for (index, analyzed) in own { finished[index] = analyzed } }
    }
    let all = finished.withLock { $0 }
    guard all.count == paragraphs.count else { return nil }
    return paragraphs.indices.compactMap { all[$0] }
  }
}
