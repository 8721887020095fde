import DocumentModel
import Lexicons

/// Which kind of name each name of a draft is, by what all its mentions are taken for: one sense a discourse (Gale, Church and
/// Yarowsky 1992). A reader that sees one paragraph takes "Kaveri" for a place where another tells of Kaveri Seeds.
struct KindVotes {
  /// From a name's phrase hash to its row of `votes`.
  private var rows = PhraseIndex()
  /// [names][kinds]: sums of confidence.
  private var votes: [Float] = []

  private static let kinds: [EntityKind] = [.person, .organization, .place, .product, .event, .work, .law, .other]

  /// A mention surer than this keeps its kind; chosen on the development halves.
  private static let sure: Float = 0.9

  /// Nil for mentions that have no vote: pointers, roles, languages, and groups, which share their words with places.
  private static func vote(_ mention: Mention) -> Int? {
    mention.form == .name || mention.form == .acronym ? kinds.firstIndex(of: mention.kind) : nil
  }

  static func key(_ mention: Mention, _ hashes: [UInt64]) -> UInt64 {
    mention.tokens.range.clamped(to: hashes.indices).reduce(0) { Lexicon.extend($0, by: hashes[$1]) }
  }

  mutating func count(_ mentions: [Mention], _ hashes: [UInt64]) {
    for mention in mentions {
      guard let kind = KindVotes.vote(mention) else { continue }
      add(KindVotes.key(mention, hashes), kind, mention.confidence)
      // A person's surname speaks for the surname alone.
      if mention.kind == .person, mention.tokens.count > 1, hashes.indices.contains(mention.tokens.end - 1) {
        add(Lexicon.extend(0, by: hashes[mention.tokens.end - 1]), kind, mention.confidence)
      }
    }
  }

  private mutating func add(_ key: UInt64, _ kind: Int, _ confidence: Float) {
    let width = KindVotes.kinds.count
    if rows[key] == nil {
      rows[key] = votes.count / width
      votes.append(contentsOf: repeatElement(0, count: width))
    }
    if let row = rows[key] { votes[row * width + kind] += confidence }
  }

  /// The kind that most of a name's mentions have, if this one is not sure of another.
  func kind(_ mention: Mention, key: UInt64) -> EntityKind {
    guard mention.confidence < KindVotes.sure, let own = KindVotes.vote(mention), let row = rows[key] else {
      return mention.kind
    }
    let first = row * KindVotes.kinds.count
    let best = KindVotes.kinds.indices.max { votes[first + $0] < votes[first + $1] } ?? own
    return votes[first + best] > votes[first + own] ? KindVotes.kinds[best] : mention.kind
  }
}
