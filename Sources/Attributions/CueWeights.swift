import Lexicons
import TextCore

/// How often a cue of that lemma, followed by that kind of opening, was an attribution with this content in the training
/// half of PolNeAR, in percent. Counts only.
struct CueWeights: Sendable {
  /// Attributions below this confidence are left out: between the precision that serves F1 best and a desk's.
  static let threshold: Float = 0.4

  private let table: Lexicon

  init(_ language: Language) { table = language.lexicon("cue-weights") }

  /// How the content begins, as a column of the table.
  enum Opening: Int { case that = 0, infinitive, question, quotation, preposed, other }

  /// 0…1
  func confidence(of linked: LinkedAttribution, _ scanner: PhraseScanner) -> Float {
    let column = opening(of: linked, scanner).rawValue
    guard let row = table.row(CueWeights.key(linked.cue.lemma)) else { return CueWeights.unseen[column] }
    return Float(max(0, min(100, table.integer(row, column)))) / 100
  }

  private func opening(of linked: LinkedAttribution, _ scanner: PhraseScanner) -> Opening {
    if linked.isPreposed { return .preposed }
    guard let start = linked.contents.first?.start else { return .other }
    if scanner.isWord(start, "that") { return .that }
    if scanner.isWord(start, "to") { return .infinitive }
    if scanner.isQuote(start) { return .quotation }
    if scanner.has(start, .wh) { return .question }
    return .other
  }

  /// A lemma of several words is one key, its words joined by an underscore.
  private static func key(_ lemma: String) -> UInt64 { CaseFolding.hash(String(lemma.map { $0 == " " ? "_" : $0 })) }

  /// For lemmas too rare to have a row, by opening. Set by hand: such a lemma is among the cues for its
  /// meaning, not for its counts.
  private static let unseen: [Float] = [0.7, 0.6, 0.6, 0.7, 0.8, 0.4]
}
