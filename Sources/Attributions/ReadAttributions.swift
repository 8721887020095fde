import DocumentModel
import TextCore

/// Attributions out of what the reader saw: its cues with their sources and contents, as its links join them.
struct ReadAttributions {
  let scanner: PhraseScanner
  let contents: ContentFinder
  let sentences: [Sentence]
  /// The tables' cues of the paragraph: they tell lemma and stance, and the reports within reports.
  let cues: [Cue]

  /// Attributions below this confidence are left out; chosen on PolNeAR's development half, where sources and
  /// exact contents gain what overlaps lose.
  static let threshold: Float = 0.40

  /// A link that is no surer than this may give way to the nearest.
  private static let weakLink: Float = 0.35

  /// Tokens between two contents of one cue that do not part them; chosen on PolNeAR's development half.
  private static let widestGap = 4

  /// With the confidence of each, in order of reading.
  func attributions(_ reading: ReadSpans) -> [(linked: LinkedAttribution, confidence: Float)] {
    let parts = reading.parts
    var contentsOfCue: [Int: [Int]] = [:]
    var alone: [Int] = []
    for index in parts.indices where parts[index].role == .content {
      if let cue = parts[index].link ?? nearestCue(to: index, parts) {
        // What is not quoted is told in the cue's own sentence.
        guard
          contents.quotation(at: parts[index].tokens.start) != nil
            || sentence(of: parts[index].tokens.start) == sentence(of: parts[cue].tokens.start)
        else { continue }
        contentsOfCue[cue, default: []].append(index)
      } else {
        alone.append(index)
      }
    }
    var result: [(linked: LinkedAttribution, confidence: Float)] = []
    for index in parts.indices where parts[index].role == .cue {
      guard let contents = contentsOfCue[index] else {
        if isIntroduction(index, parts) {
          let source = parts[index].link.map { parts[$0].tokens }
          result.append((linked(cue: parts[index].tokens, source: source, []), parts[index].confidence))
        }
        continue
      }
      let source = parts[index].link
      let confidence = contents.reduce(parts[index].confidence) { $0 + parts[$1].confidence * parts[$1].linkConfidence }
      result.append(
        (
          linked(cue: parts[index].tokens, source: source.map { parts[$0].tokens }, joined(contents, parts)),
          confidence / Float(contents.count + 1)
        ))
    }
    for index in alone { add(parts[index], to: &result) }
    return result.sorted { $0.linked.extent.start < $1.linked.extent.start }
  }

  /// Contents of one cue that only a few unlabelled tokens part are one: a content is broken by its cue or source alone.
  private func joined(_ places: [Int], _ parts: [ReadSpans.Part]) -> [TokenSpan] {
    var result: [TokenSpan] = []
    var last: Int?
    for index in places {
      let span = parts[index].tokens
      if let end = result.last?.end, last == index - 1, span.start - end <= ReadAttributions.widestGap,
        contents.quotation(at: span.start) != nil || sentence(of: end - 1) == sentence(of: span.start)
      {
        result[result.count - 1] = TokenSpan(result[result.count - 1].start, span.end)
      } else {
        result.append(span)
      }
      last = index
    }
    return result
  }

  /// "Okoro continued:" at a paragraph's end: what is said stands in the next one.
  private func isIntroduction(_ cue: Int, _ parts: [ReadSpans.Part]) -> Bool {
    let tokens = scanner.tokens
    guard tokens.count > 0, scanner.isMark(tokens.count - 1, ":"), let link = parts[cue].link,
      sentence(of: parts[cue].tokens.start) == sentence(of: tokens.count - 1)
    else { return false }
    return parts[link].role == .source && cue >= parts.indices.last.map { $0 - 1 } ?? 0
  }

  private func sentence(of token: Int) -> Int { sentences.partitionPoint { $0.tokens.end > token } }

  /// For a content that no link holds firmly: the nearest cue of its sentence.
  private func nearestCue(to content: Int, _ parts: [ReadSpans.Part]) -> Int? {
    guard parts[content].linkConfidence < ReadAttributions.weakLink else { return nil }
    let span = parts[content].tokens
    return parts.indices.filter { parts[$0].role == .cue }.min {
      distance(parts[$0].tokens, span) < distance(parts[$1].tokens, span)
    }
  }

  private func distance(_ cue: TokenSpan, _ content: TokenSpan) -> Int {
    cue.start >= content.end ? cue.start - content.end : max(0, content.start - cue.end)
  }

  /// A content without a cue: words quoted on belong to the speaker before; others are nobody's, and left out.
  private func add(_ content: ReadSpans.Part, to result: inout [(linked: LinkedAttribution, confidence: Float)]) {
    guard contents.quotation(at: content.tokens.start) != nil,
      let before = result.lastIndex(where: { $0.linked.extent.end <= content.tokens.start })
    else { return }
    result[before].linked.contents.append(content.tokens)
  }

  private func linked(cue tokens: TokenSpan, source: TokenSpan?, _ contents: [TokenSpan]) -> LinkedAttribution {
    var cue =
      cues.first { $0.head.start >= tokens.start && $0.head.end <= tokens.end }
      ?? Cue(
        tokens: tokens, head: tokens, lemma: lemma(tokens), stance: .neutral, complement: .speech, voice: .active,
        form: .other)
    cue.tokens = tokens
    let start = min(source?.start ?? tokens.start, tokens.start)
    return LinkedAttribution(
      source: source, cue: cue, contents: contents.map(trimmed).sorted { $0.start < $1.start }, clauseStart: start,
      isPreposed: contents.allSatisfy { $0.start < tokens.start })
  }

  /// Without the comma before the cue, unless it stands within the quotation marks.
  private func trimmed(_ content: TokenSpan) -> TokenSpan {
    content.count > 1 && scanner.isComma(content.end - 1) && contents.quotation(at: content.end - 1) == nil
      ? TokenSpan(content.start, content.end - 1) : content
  }

  /// The cue's last word: the verb, where nothing follows it.
  private func lemma(_ cue: TokenSpan) -> String {
    guard let last = cue.range.last(where: { scanner.kind($0) == .word }) else { return ":" }
    let span = scanner.tokens.span(last)
    return CaseFolding.fold(String(decoding: scanner.bytes[span.start..<span.end], as: UTF8.self))
  }
}
