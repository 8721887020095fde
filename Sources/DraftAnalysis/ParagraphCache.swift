import DocumentModel
import Synchronization

/// Layers by the content of their paragraph: prose that was read once is not read again, wherever it moves.
///
/// Two generations bound the memory: when the young one is full it becomes the old one, and the old one is forgotten.
/// What is used is carried over, so a draft's live paragraphs stay.
final class ParagraphCache: Sendable {
  private struct Generations {
    var young: [UInt64: AnalyzedParagraph] = [:]
    var old: [UInt64: AnalyzedParagraph] = [:]
  }

  private let generations = Mutex(Generations())
  /// Paragraphs in a generation.
  private let capacity: Int

  init(capacity: Int) { self.capacity = capacity }

  /// The cached paragraph of the same content; nil if there is none (or, once in 2^64, another with the same hash).
  ///
  /// - Parameter isRead: whether the layers must come from the reader, or from the tables alone.
  func find(_ paragraph: Paragraph, isRead: Bool) -> AnalyzedParagraph? {
    let key = ParagraphCache.key(paragraph, isRead)
    let found = generations.withLock { generations -> AnalyzedParagraph? in
      if let found = generations.young[key] { return found }
      guard let found = generations.old[key] else { return nil }
      generations.young[key] = found
      return found
    }
    guard let found, found.paragraph.bytes == paragraph.bytes, found.paragraph.kind == paragraph.kind,
      found.isRead == isRead
    else {
      return nil
    }
    return found
  }

  func insert(_ analyzed: AnalyzedParagraph) {
    generations.withLock { generations in
      if generations.young.count >= capacity {
        generations.old = generations.young
        generations.young = [:]
      }
      generations.young[ParagraphCache.key(analyzed.paragraph, analyzed.isRead)] = analyzed
    }
  }

  private static func key(_ paragraph: Paragraph, _ isRead: Bool) -> UInt64 { paragraph.hash ^ (isRead ? 1 << 63 : 0) }
}
