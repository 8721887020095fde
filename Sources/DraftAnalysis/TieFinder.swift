import DocumentModel
import TextCore

/// Looks for ties among the figures of one sentence.
struct TieFinder {
  /// All figures of the sentence, in order.
  let all: [Quantity]
  /// Those that are no times and no stretches of time.
  let figures: [Quantity]
  let sentence: Sentence
  let paragraph: AnalyzedParagraph
  let words: TieWords

  init(all: [Quantity], sentence: Sentence, paragraph: AnalyzedParagraph, words: TieWords) {
    self.all = all
    figures = all.filter { !$0.kind.isTemporal && $0.kind != .ordinal && $0.kind != .duration }
    self.sentence = sentence
    self.paragraph = paragraph
    self.words = words
  }

  var ties: [FigureTie] {
    let changes = [change].compactMap { $0 } + risesFrom
    let totals = [total, apposition, classes, votes, contrast].compactMap { $0 }
    return changes + differences + amounts + multiples + shares + totals.prefix(1) + years
  }

  // MARK: - Words around figures

  func isExact(_ quantity: Quantity) -> Bool { if case .exact = quantity.value { true } else { false } }

  func gap(between a: TextSpan, and b: TextSpan) -> Int { max(a.start, b.start) - min(a.end, b.end) }

  /// The prose between two offsets; empty if they are in disorder.
  func text(from start: Int, to end: Int) -> String {
    start < end && end <= paragraph.paragraph.bytes.count ? paragraph.paragraph.text(TextSpan(start, end)) : ""
  }

  /// The word before an offset, in small letters; empty at the beginning.
  func word(before offset: Int) -> String {
    var end = min(offset, paragraph.paragraph.bytes.count)
    let bytes = paragraph.paragraph.bytes
    while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
    var start = end
    while start > 0, bytes[start - 1] | 0x20 >= 0x61, bytes[start - 1] | 0x20 <= 0x7A { start -= 1 }
    return text(from: start, to: end).lowercased()
  }

  /// The words of a stretch of prose, in small letters, without marks.
  func wordsBetween(_ start: Int, _ end: Int) -> [String] {
    text(from: start, to: end).lowercased().split { !($0.isLetter || $0 == "-" || $0 == "’" || $0 == "'") }
      .map(String.init)
  }

  /// What stands after an offset in the sentence.
  func rest(after offset: Int) -> String { text(from: offset, to: sentence.span.end) }
}
