import DocumentModel
import TextCore

/// One reading of a paragraph for names.
struct NameScan {
  let tokens: TokenBuffer
  let bytes: [UInt8]
  let lexicons: NameLexicons
  /// In the order found; names do not overlap.
  var mentions: [Mention] = []

  init(tokens: TokenBuffer, bytes: [UInt8], lexicons: NameLexicons) {
    self.tokens = tokens
    self.bytes = bytes
    self.lexicons = lexicons
  }

  // MARK: - Words

  /// Classes of the word at a token; none past the ends.
  func word(_ index: Int) -> NameWord {
    guard index >= 0, index < tokens.count, tokens.kinds[index] == .word else { return [] }
    return lexicons.words[tokens.hashes[index]]
  }

  func isCapitalized(_ index: Int) -> Bool {
    index >= 0 && index < tokens.count && tokens.kinds[index] == .word && tokens.shapes[index].isCapitalized
  }

  /// Whether the token is this one ASCII byte.
  func isMark(_ index: Int, _ byte: UInt8) -> Bool { tokens.isMark(index, byte, in: bytes) }

  func isWord(_ index: Int, _ hash: UInt64) -> Bool {
    index >= 0 && index < tokens.count && tokens.hashes[index] == hash
  }

  /// Whether a token is an acronym that names nothing, or several of them: "ICU", "SUVs", "MoU".
  func isCommonAcronym(_ index: Int) -> Bool {
    guard isCapitalized(index), tokens.shapes[index] == .upper || tokens.shapes[index] == .mixed else { return false }
    if word(index).contains(.acronym) { return true }
    let span = tokens.span(index)
    guard span.count > 3, bytes[span.end - 1] == UInt8(ascii: "s") else { return false }
    let single = bytes.withUnsafeBufferPointer { CaseFolding.hash($0, span.start..<span.end - 1) }
    return lexicons.words[single].contains(.acronym)
  }

  // MARK: - Sentences

  /// How a sentence uses capitals.
  enum Casing { case sentence, title, upper }

  func casing(of span: TokenSpan) -> Casing {
    var words = 0
    var lower = 0
    var upper = 0
    for index in span.range where tokens.kinds[index] == .word {
      words += 1
      switch tokens.shapes[index] {
      case .lower: if !word(index).isDisjoint(with: [.stop, .particle]) { words -= 1 } else { lower += 1 }
      case .upper: upper += 1
      default: break
      }
    }
    if words >= 3, upper * 10 >= words * 7 { return .upper }
    // Headlines end without a full stop.
    if isMark(span.end - 1, UInt8(ascii: ".")) { return .sentence }
    return words >= 4 && lower * 5 <= words ? .title : .sentence
  }

  /// Finds the names of a sentence.
  mutating func readNames(in sentence: TokenSpan, isHeading: Bool) {
    let casing = casing(of: sentence)
    var index = sentence.start
    var first = sentence.start
    while first < sentence.end, tokens.kinds[first] != .word { first += 1 }
    if casing != .sentence {
      readKnownNames(in: sentence, casing: casing)
      return
    }
    while index < sentence.end {
      guard isCapitalized(index) else {
        index += 1
        continue
      }
      if let end = voteEnd(at: index, limit: sentence.end) {
        add(index - 1, end, .event, 0.85, .pattern)
        index = end
        continue
      }
      var end = index + 1
      while end < sentence.end {
        if isCapitalized(end) {
          end += 1
        } else if isJoint(end, sentence.end), end > index {
          end += 1
        } else {
          break
        }
      }
      var run = NameRun(
        start: index, end: end, sentence: sentence, opensSentence: index == first || followsOpening(index))
      readRun(&run)
      index = max(run.end, index + 1)
    }
  }

  /// Whether a capital at `index` may be no more than the start of a sentence within one: after a colon or an opening
  /// quotation mark.
  private func followsOpening(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    switch tokens.kinds[index - 1] {
    case .doubleQuote, .singleQuote: return true
    case .punctuation:
      return isMark(index - 1, UInt8(ascii: ":")) || isMark(index - 1, UInt8(ascii: "."))
        || isMark(index - 1, UInt8(ascii: "?"))
        || isMark(index - 1, UInt8(ascii: "!"))
    default: return false
    }
  }

  /// Whether a token joins capitalized words on both of its sides into one name: "van", "bin", "&".
  private func isJoint(_ index: Int, _ limit: Int) -> Bool {
    if isMark(index, UInt8(ascii: "&")) { return isCapitalized(index + 1) && index + 1 < limit }
    guard word(index).contains(.particle), tokens.kinds[index] == .word else { return false }
    var next = index + 1
    while next < limit, next < index + 3, word(next).contains(.particle), !isCapitalized(next) { next += 1 }
    return next < limit && isCapitalized(next)
  }

  /// In headlines and capitals only names of several words that the lexicon knows, and well-known single ones that are no
  /// common word.
  private mutating func readKnownNames(in sentence: TokenSpan, casing: Casing) {
    var index = sentence.start
    while index < sentence.end {
      guard isCapitalized(index), let match = knownName(at: index, limit: sentence.end) else {
        index += 1
        continue
      }
      let hash = tokens.hashes[index]
      if match.count > 1 {
        add(index, index + match.count, match.kind, 0.85, row: match.row, .lexicon)
      } else if match.weight <= 3, !match.isAmbiguous, !lexicons.isCommon(hash), word(index).isEmpty,
        match.kind == .place || match.kind == .group || match.kind == .organization
      {
        add(index, index + 1, match.kind, 0.8, row: match.row, .lexicon)
      }
      index += match.count
    }
  }

  /// People's surnames and names of one word that stand again, unread, elsewhere in the paragraph: "Orvik agreed."
  mutating func readRepeatedNames() {
    var kinds: [UInt64: EntityKind] = [:]
    var taken = [Bool](repeating: false, count: tokens.count)
    for mention in mentions {
      for index in mention.tokens.range { taken[index] = true }
      guard mention.kind == .person && mention.confidence >= 0.65 else { continue }
      let surname = lexicons.person(mention.tokens, tokens.hashes).surname
      if surname != 0 { kinds[surname] = mention.kind }
    }
    guard !kinds.isEmpty else { return }
    for index in tokens.indices where !taken[index] && tokens.shapes[index] == .title && tokens.kinds[index] == .word {
      guard let kind = kinds[tokens.hashes[index]], !lexicons.isCommon(tokens.hashes[index]), word(index).isEmpty else {
        continue
      }
      add(index, index + 1, kind, 0.75, .context)
    }
  }

  /// Capitalized words that no table knows and nothing explains: "Northcote left."
  mutating func readCandidates() {
    var taken = [Bool](repeating: false, count: tokens.count)
    for mention in mentions { for index in mention.tokens.range { taken[index] = true } }
    for index in tokens.indices
    where !taken[index] && tokens.shapes[index] == .title && tokens.kinds[index] == .word && word(index).isEmpty {
      guard tokens.span(index).count >= NameScan.shortestCandidate, !isCapitalized(index + 1),
        !lexicons.isCommon(tokens.hashes[index])
      else { continue }
      add(index, index + 1, .person, 0.6, form: .candidate, .context)
    }
  }

  /// In bytes.
  private static let shortestCandidate = 4

  // MARK: - Results

  mutating func add(
    _ start: Int, _ end: Int, _ kind: EntityKind, _ confidence: Float, row: Int? = nil, form: MentionForm = .name,
    linked: Int? = nil, _ provenance: StaticName
  ) {
    guard start < end, end <= tokens.count else { return }
    let span = TokenSpan(start, end)
    mentions.append(
      Mention(
        span: tokens.span(span), tokens: span, kind: kind, form: form, confidence: confidence, fact: row,
        linked: linked,
        provenance: Provenance(provenance)))
  }

  /// The mentions in order of reading, their links following them.
  func sortedMentions() -> [Mention] {
    let order = mentions.indices.sorted {
      (mentions[$0].tokens.start, mentions[$1].tokens.end) < (mentions[$1].tokens.start, mentions[$0].tokens.end)
    }
    var place = [Int](repeating: 0, count: mentions.count)
    for (new, old) in order.enumerated() { place[old] = new }
    return order.map { old in
      var mention = mentions[old]
      mention.linked = mention.linked.map { place[$0] }
      return mention
    }
  }
}

/// A run of capitalized words, and what has been read of it.
struct NameRun {
  var start: Int
  /// Grows when a name goes on beyond the capitals: "Ministry of Health".
  var end: Int
  let sentence: TokenSpan
  /// The first word would have a capital anyway.
  let opensSentence: Bool
}
