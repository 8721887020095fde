import Dispatch
package import DocumentModel
package import Lexicons
import Segmentation
package import Synchronization
package import TextCore

/// Takes text and edits, gives frozen analyses.
///
/// The central invariant: typing inside one paragraph never analyses another. Paragraphs come from the analysis before,
/// or from the cache by their content; only what is new to both is read. The draft-wide pass runs each time, over mentions
/// and quotations, not over text.
package final class AnalysisHost: Sendable {
  package let language: Language
  package let pipeline: Pipeline
  private let cache: ParagraphCache
  private let segmenter = DocumentSegmenter()
  /// Paragraphs read since the host was made: what the invariant's tests count.
  package let paragraphsRead = Atomic<Int>(0)

  /// - Parameter cachedParagraphs: how many paragraphs' layers are kept beyond those of live analyses; 0 for batch work,
  ///   where texts do not come back.
  package init(_ language: Language, pipeline: Pipeline? = nil, cachedParagraphs: Int = 1024) {
    self.language = language
    self.pipeline = pipeline ?? .standard(language)
    cache = ParagraphCache(capacity: max(0, cachedParagraphs))
    isCaching = cachedParagraphs > 0
  }
  private let isCaching: Bool

  /// The analysis of a text; nil if cancelled. `isCancelled` is asked between paragraphs.
  ///
  /// - Parameters:
  ///   - reference: the day relative dates count from; nil leaves it to front matter and dateline.
  ///   - workers: how many cores may read paragraphs side by side.
  package func analysis(
    of snapshot: TextSnapshot, language markup: MarkupLanguage, reference: CivilDate? = nil, workers: Int = 1,
    isCancelled: @Sendable () -> Bool = { false }
  ) -> Analysis? {
    finish(segmenter.document(snapshot, language: markup), after: nil, reference, workers, isCancelled)
  }

  /// The analysis after edits that turned the text of `previous` into `snapshot`; nil if cancelled.
  ///
  /// - Parameter edits: in order, each in the coordinates of the text that the one before it left.
  package func analysis(
    after previous: Analysis, snapshot: TextSnapshot, edits: [TextReplacement], workers: Int = 1,
    isCancelled: @Sendable () -> Bool = { false }
  ) -> Analysis? {
    finish(
      segmenter.document(snapshot, after: previous.document, edits: edits), after: previous,
      previous.draft.givenReference, workers, isCancelled)
  }

  private func finish(
    _ document: Document, after previous: Analysis?, _ reference: CivilDate?, _ workers: Int,
    _ isCancelled: @Sendable () -> Bool
  ) -> Analysis? {
    guard let analyzed = read(document, after: previous, workers, isCancelled), !isCancelled() else { return nil }
    var draft = DraftLayers(document: document, paragraphs: analyzed, givenReference: reference)
    pipeline.complete(&draft)
    return Analysis(draft: draft, language: language)
  }

  /// The document's paragraphs with their layers; nil if cancelled.
  private func read(
    _ document: Document, after previous: Analysis?, _ workers: Int, _ isCancelled: @Sendable () -> Bool
  ) -> [AnalyzedParagraph]? {
    var result = [AnalyzedParagraph?](repeating: nil, count: document.paragraphs.count)
    var missing: [Int] = []
    reuse(document, from: previous, into: &result)
    for index in result.indices where result[index] == nil {
      if isCaching, let cached = cache.find(document.paragraphs[index].paragraph) {
        result[index] = cached
      } else {
        missing.append(index)
      }
    }
    if workers > 1, missing.count > 8 {
      guard let fresh = readConcurrently(missing.map { document.paragraphs[$0].paragraph }, workers, isCancelled) else {
        return nil
      }
      for (index, analyzed) in zip(missing, fresh) { result[index] = analyzed }
    } else {
      for index in missing {
        if isCancelled() { return nil }
        result[index] = analyze(document.paragraphs[index].paragraph)
      }
    }
    return result.compactMap(\.self)
  }

  /// Takes over the paragraphs that the edit left alone: the same objects, at the front and at the back of both lists.
  private func reuse(_ document: Document, from previous: Analysis?, into result: inout [AnalyzedParagraph?]) {
    guard let previous else { return }
    let old = previous.draft.paragraphs
    let new = document.paragraphs
    var front = 0
    while front < old.count, front < new.count, old[front].paragraph === new[front].paragraph {
      result[front] = old[front]
      front += 1
    }
    var back = 0
    while back < old.count - front, back < new.count - front,
      old[old.count - 1 - back].paragraph === new[new.count - 1 - back].paragraph
    {
      result[new.count - 1 - back] = old[old.count - 1 - back]
      back += 1
    }
  }

  private func analyze(_ paragraph: Paragraph) -> AnalyzedParagraph {
    paragraphsRead.add(1, ordering: .relaxed)
    let analyzed = AnalyzedParagraph(paragraph, pipeline.layers(of: paragraph))
    if isCaching { cache.insert(analyzed) }
    return analyzed
  }

  private func readConcurrently(
    _ paragraphs: [Paragraph], _ workers: Int, _ isCancelled: @Sendable () -> Bool
  ) -> [AnalyzedParagraph]? {
    let shares = min(workers, paragraphs.count)
    let finished = Mutex([Int: AnalyzedParagraph]())
    DispatchQueue.concurrentPerform(iterations: shares) { share in
      var own: [(Int, AnalyzedParagraph)] = []
      // Every worker takes each `shares`-th paragraph: neighbours are of like length, so the shares come out even.
      for index in stride(from: share, to: paragraphs.count, by: shares) {
        if isCancelled() { return }
        own.append((index, analyze(paragraphs[index])))
      }
      finished.withLock { finished in for (index, analyzed) in own { finished[index] = analyzed } }
    }
    let all = finished.withLock { $0 }
    guard all.count == paragraphs.count else { return nil }
    return paragraphs.indices.compactMap { all[$0] }
  }
}
