import DocumentModel
import DraftAnalysis

/// Acronyms whose letters are the initials of a name somewhere in a draft: DFER of "Democrats for Education Reform", small words
/// counted or not. One pass over the draft, whatever the number of acronyms.
struct SpelledInitials {
  /// Of the acronyms looked for, by their packed letters.
  private var found: Set<UInt64> = []
  private let wanted: Set<UInt64>

  /// Letters of an acronym: of two there are too many.
  private static let lengths = 3...8

  /// - Parameter acronyms: those looked for.
  init(of acronyms: [String], in analysis: Analysis) {
    wanted = Set(acronyms.compactMap(SpelledInitials.key))
    guard !wanted.isEmpty else { return }
    for paragraph in analysis.analyzed { read(paragraph) }
  }

  func contains(_ acronym: String) -> Bool { SpelledInitials.key(acronym).map(found.contains) ?? false }

  /// Small letters, eight bits each; nil for what is too short or long.
  private static func key(_ acronym: String) -> UInt64? {
    lengths.contains(acronym.utf8.count) ? acronym.utf8.reduce(0) { pack($0, $1) } : nil
  }

  private static func pack(_ letters: UInt64, _ byte: UInt8) -> UInt64 { letters << 8 | UInt64(byte | 0x20) }

  private mutating func read(_ paragraph: AnalyzedParagraph) {
    let tokens = paragraph.layers.tokens
    for start in tokens.indices where tokens.shapes[start].isCapitalized && tokens.kinds[start] == .word {
      for countsSmall in [false, true] { read(from: start, countsSmall, tokens, paragraph.paragraph.bytes) }
    }
  }

  /// Notes each run of capitalized words, at most two small ones between, that begins at a token and has initials looked for.
  private mutating func read(from start: Int, _ countsSmall: Bool, _ tokens: TokenBuffer, _ bytes: [UInt8]) {
    var (at, letters, count, small) = (start, UInt64(0), 0, 0)
    while at < tokens.count, count < SpelledInitials.lengths.upperBound, tokens.kinds[at] == .word,
      tokens.shapes[at] != .upper
    {
      let isCapital = tokens.shapes[at].isCapitalized
      small = isCapital ? 0 : small + 1
      if small > 2 { return }
      if isCapital || countsSmall {
        letters = SpelledInitials.pack(letters, bytes[Int(tokens.starts[at])])
        count += 1
      }
      at += 1
      guard isCapital, count >= SpelledInitials.lengths.lowerBound, wanted.contains(letters) else { continue }
      let goesOn = at < tokens.count && tokens.kinds[at] == .word && tokens.shapes[at].isCapitalized
      if !goesOn { found.insert(letters) }
    }
  }
}
