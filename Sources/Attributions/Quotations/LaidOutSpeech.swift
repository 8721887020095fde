import DocumentModel
import TextCore

/// Speech that the layout tells, without a verb: an interview's labels, and quotations signed by whom they are of.
struct LaidOutSpeech {
  private let layers: ParagraphLayers
  private let scanner: PhraseScanner

  /// How often such a form is what it looks like.
  static let confidence: Float = 0.8

  init(_ layers: ParagraphLayers, _ scanner: PhraseScanner) {
    self.layers = layers
    self.scanner = scanner
  }

  /// "MODERATOR: …" and "Poll: …": a short name and a colon open the paragraph.
  var label: LinkedAttribution? {
    guard let colon = (1..<min(6, max(1, layers.tokens.count))).first(where: { scanner.isMark($0, ":") }),
      colon + 1 < layers.tokens.count
    else { return nil }
    let name = TokenSpan(0, colon)
    guard name.range.allSatisfy({ scanner.isCapitalized($0) }),
      layers.sentences.first.map({ $0.tokens.start == 0 }) == true,
      scanner.kind(colon + 1) != .punctuation,
      layers.mentions.contains(where: {
        $0.tokens.start <= 1 && $0.tokens.end >= colon - 1 && ($0.kind == .person || $0.kind == .organization)
      })
    else { return nil }
    let end = scanner.contentEnd(of: TokenSpan(0, layers.tokens.count))
    // "Okoro: 1,769" is a count, "Correction: October 2" a heading.
    guard (colon + 1..<end).count(where: { scanner.kind($0) == .word }) > 2 else { return nil }
    return linked(source: name, mark: colon, content: TokenSpan(colon + 1, end), isPreposed: false)
  }

  /// "OKORO: …", "“OKORO: …": a transcript, with a name in capitals before the colon.
  var transcript: LinkedAttribution? {
    let start = scanner.isQuote(0) ? 1 : 0
    var colon = start
    while colon < start + 4, scanner.kind(colon) == .word, layers.tokens.shapes[colon] == .upper { colon += 1 }
    let name = TokenSpan(start, colon)
    // Within a quotation nothing else looks so; outside it may be a "CORRECTION:".
    guard !name.isEmpty, scanner.isMark(colon, ":"),
      start == 1 || layers.mentions.contains(where: { $0.kind == .person && $0.tokens.overlaps(name) })
    else { return nil }
    let end = scanner.contentEnd(of: TokenSpan(0, layers.tokens.count))
    guard (colon + 1..<max(colon + 1, end)).count(where: { scanner.kind($0) == .word }) > 2 else { return nil }
    return linked(source: name, mark: colon, content: TokenSpan(colon + 1, end), isPreposed: false)
  }

  /// "“We were not asked.” — Ana Ruiz, teacher": a quotation that opens the paragraph, a dash, and a name to its end.
  var signature: LinkedAttribution? {
    let tokens = layers.tokens
    // Whichever way the mark is curled: readers' letters are typed in haste.
    guard scanner.isQuote(0) else { return nil }
    let end = scanner.contentEnd(of: TokenSpan(0, tokens.count))
    // The last words of the paragraph alone may be a signature.
    for dash in stride(from: end - 2, through: max(1, end - LaidOutSpeech.longestSignature - 1), by: -1)
    where scanner.isDash(dash) {
      guard scanner.isQuote(dash - 1), scanner.isCapitalized(dash + 1) else {
        return nil
      }
      return linked(
        source: TokenSpan(dash + 1, end), mark: dash, content: TokenSpan(0, dash), isPreposed: true)
    }
    return nil
  }

  /// A name with an office, in tokens.
  private static let longestSignature = 10

  private func linked(source: TokenSpan, mark: Int, content: TokenSpan, isPreposed: Bool) -> LinkedAttribution {
    let mark = TokenSpan(mark, mark + 1)
    let cue = Cue(
      tokens: mark, head: mark, lemma: isPreposed ? "—" : ":", stance: .neutral, complement: .speech, voice: .active,
      form: .other)
    return LinkedAttribution(
      source: source, cue: cue, contents: [content], clauseStart: 0, isPreposed: isPreposed)
  }
}
