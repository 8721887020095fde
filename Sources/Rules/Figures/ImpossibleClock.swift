import DocumentModel
import DraftAnalysis
import TextCore

/// Times of day that no clock shows: "25:00", "12:75". Scores, verses and running times look alike, so a time is taken for
/// one only where its surroundings say so.
struct ImpossibleClock {
  let paragraph: AnalyzedParagraph
  let words: RuleWords

  var matches: [RuleMatch] {
    let bytes = paragraph.paragraph.bytes
    let tokens = paragraph.layers.tokens
    return tokens.indices.compactMap { token in
      guard tokens.kinds[token] == .number, let time = time(at: Int(tokens.starts[token]), bytes) else { return nil }
      let isHourWrong = time.hour > 24 || time.hour == 24 && time.minute > 0
      guard isHourWrong || time.minute > 59 else { return nil }
      let span = TextSpan(Int(tokens.starts[token]), time.end)
      guard !paragraph.isQuoted(span), isTimeOfDay(span, token, time) else { return nil }
      let reason = time.minute > 59 ? "An hour has 60 minutes" : "A day has 24 hours"
      return RuleMatch(span, "\(reason): \(paragraph.paragraph.text(span)) is no time of day.")
    }
  }

  private struct Time {
    let hour, minute, end: Int
  }

  /// One or two digits, a colon and two digits, with nothing of the kind around them.
  private func time(at start: Int, _ bytes: [UInt8]) -> Time? {
    func digit(_ index: Int) -> Int? {
      bytes.indices.contains(index) && (0x30...0x39).contains(bytes[index]) ? Int(bytes[index]) - 0x30 : nil
    }
    /// White space, or the end.
    func isFree(_ index: Int) -> Bool { !bytes.indices.contains(index) || bytes[index] == 0x20 || bytes[index] == 0x0A }
    guard isFree(start - 1), var hour = digit(start) else { return nil }
    var at = start + 1
    if let second = digit(at) { hour = hour * 10 + second; at += 1 }
    guard bytes.indices.contains(at), bytes[at] == UInt8(ascii: ":"), let tens = digit(at + 1), let ones = digit(at + 2)
    else { return nil }
    let end = at + 3
    let isClosed = isFree(end) || [0x2C, 0x2E, 0x3B, 0x29].contains(bytes[end]) && isFree(end + 1)
    return isClosed ? Time(hour: hour, minute: tens * 10 + ones, end: end) : nil
  }

  /// A half of the day after it; or a word for a point in time before it and a day beside it, or, where the minutes are
  /// too many for seconds as well, such a word alone.
  private func isTimeOfDay(_ span: TextSpan, _ token: Int, _ time: Time) -> Bool {
    var next = paragraph.layers.tokens.firstToken(endingAfter: span.end)
    if isWord(next, .halfDay) { return true }
    // "At 24:30 of the second half".
    let isClosed = paragraph.kind(next) != .word || isWord(next, .and) || isOn(next)
    guard token > 0, isWord(token - 1, .hourly), isClosed else { return false }
    if time.minute > 59 { return time.hour <= 24 }
    // "At 24:30", beside another time of day.
    let sentence = paragraph.layers.sentenceIndex(at: span.start)
    if time.hour == 24,
      paragraph.layers.quantities.contains(where: { quantity in
        if case .temporal(.time) = quantity.value {
          return paragraph.layers.sentenceIndex(at: quantity.span.start) == sentence
        }
        return false
      })
    {
      return true
    }
    if isWord(next, .about) { next += 1 }
    let after = paragraph.layers.tokens.indices.contains(next) ? Int(paragraph.layers.tokens.starts[next]) : span.end
    return paragraph.layers.quantities.contains { quantity in
      isDay(quantity) && (quantity.outerSpan.start == after || quantity.span.start == after)
        || isDay(quantity) && quantity.span.end < span.start
          && quantity.span.end + 1 == Int(paragraph.layers.tokens.starts[token - 1])
    }
  }

  /// "On Wednesday", "was".
  private func isOn(_ token: Int) -> Bool { paragraph.text(token) == "on" || isWord(token, .be) || isDay(at: token) }

  private func isDay(at token: Int) -> Bool {
    guard paragraph.layers.tokens.indices.contains(token) else { return false }
    let span = paragraph.layers.tokens.span(token)
    return paragraph.layers.quantities.contains { isDay($0) && $0.outerSpan.overlaps(span) }
  }

  private func isWord(_ token: Int, _ kind: RuleWords.Class) -> Bool {
    paragraph.hash(token).map { words[$0] == kind } ?? false
  }

  private func isDay(_ quantity: Quantity) -> Bool {
    switch quantity.value {
    case .temporal(.calendar(_, _, let day, let weekday)): day != nil || weekday != nil
    case .temporal(.weekday): true
    case .temporal(.relative(_, .day, _)): true
    default: false
    }
  }
}
