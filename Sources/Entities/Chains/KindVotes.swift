import DocumentModel
import Lexicons
import TextCore

/// Which kind of name each name of a draft is, by what all its mentions are taken for: one sense a discourse (Gale, Church and
/// Yarowsky 1992). A reader that sees one paragraph takes "Kaveri" for a place where another tells of Kaveri Seeds.
struct KindVotes {
  let lexicons: NameLexicons
  /// From a name's phrase hash to its row of `votes`.
  private var rows = PhraseIndex()
  /// [names][kinds]: sums of confidence.
  private var votes: [Float] = []
  /// For each name, what people bearing it as a surname, or as a first word that may be one, add to person.
  private var bearers: [Float] = []
  /// For each name, what datelines add to place, unless a club of the draft is called so.
  private var datelines: [Float] = []
  /// For each name, whether it stood alone before anybody bearing it was named.
  private var isFirst: [Bool] = []

  init(_ lexicons: NameLexicons) { self.lexicons = lexicons }

  /// In the order of `vote`.
  private static let kinds: [EntityKind] = [.person, .organization, .place, .product, .event, .work, .law, .other]

  /// A mention surer than this keeps its kind; chosen on the development halves.
  static let sure: Float = 0.9

  /// Nil for mentions that have no vote: pointers, roles, languages, and groups, which share their words with places.
  private static func vote(_ mention: Mention) -> Int? {
    guard mention.form == .name || mention.form == .acronym else { return nil }
    return switch mention.kind {
    case .person: 0
    case .organization: 1
    case .place: 2
    case .product: 3
    case .event: 4
    case .work: 5
    case .law: 6
    case .other: 7
    case .group, .role, .language: nil
    }
  }

  mutating func count(_ page: DraftPage) {
    for mention in page.mentions {
      guard let kind = KindVotes.vote(mention), lexicons.river(mention, page) == nil,
        let row = row(page.key(mention.tokens.range))
      else { continue }
      if isDateline(mention, page) {
        datelines[row] += mention.confidence
        continue
      }
      votes[row * KindVotes.kinds.count + kind] += mention.confidence
      if bearers[row] == 0 { isFirst[row] = true }
      // A person's surname speaks for the surname alone, and the first word may be the family's: "Kim Dae-hyun".
      guard mention.kind == .person else { continue }
      let name = lexicons.person(mention.tokens, page.keys)
      guard name.given != 0 else { continue }
      for word in [name.surname, name.given] {
        guard word != name.given || lexicons.givenWeight(word) == 0 else { continue }
        if let row = self.row(Lexicon.extend(0, by: word)) { bearers[row] += mention.confidence }
      }
    }
  }

  private mutating func row(_ key: UInt64) -> Int? {
    if rows[key] == nil {
      rows[key] = bearers.count
      votes.append(contentsOf: repeatElement(0, count: KindVotes.kinds.count))
      bearers.append(0)
      datelines.append(0)
      isFirst.append(false)
    }
    return rows[key]
  }

  /// The kind that most of a name's mentions have, if this one is not sure of another.
  ///
  /// - Parameter isForm: whether the name is a part of a firm's in the draft.
  func kind(_ mention: Mention, in page: DraftPage, isForm: Bool) -> EntityKind {
    if isDateline(mention, page) { return .place }
    guard mention.confidence < KindVotes.sure, let own = KindVotes.vote(mention),
      let row = rows[page.key(mention.tokens.range)]
    else { return mention.kind }
    let first = row * KindVotes.kinds.count
    let isFirm = isFirm(mention, row, page, isForm: isForm)
    func sum(_ kind: Int) -> Float {
      switch KindVotes.kinds[kind] {
      case .person: votes[first + kind] + (isFirm ? 0 : bearers[row])
      case .place: votes[first + kind] + (isForm ? 0 : datelines[row])
      default: votes[first + kind]
      }
    }
    let best = KindVotes.kinds.indices.max { sum($0) < sum($1) } ?? own
    return sum(best) > sum(own) ? KindVotes.kinds[best] : mention.kind
  }

  /// Whether a firm is told from its namesakes: the table or a longer name tells it and it was named before them, or its
  /// shares or its chairman are told beside it. "Ford said" is the firm, though Bill Ford is its chairman.
  private func isFirm(_ mention: Mention, _ row: Int, _ page: DraftPage, isForm: Bool) -> Bool {
    guard mention.kind == .organization else { return false }
    let isListed = mention.fact.map { lexicons.facts.kind($0) == .organization } ?? false
    if isFirst[row], isListed || isForm { return true }
    let end = mention.tokens.end
    if page.kind(end) == .possessive, lexicons.chainWords[page.hash(end + 1)] == .holding { return true }
    return hasShares(mention, page)
  }

  /// "shares of Ford", "12 percent of Ford", "Ford shares".
  func hasShares(_ mention: Mention, _ page: DraftPage) -> Bool {
    let chain = lexicons.chainWords
    let start = mention.tokens.start
    if chain[page.hash(mention.tokens.end)] == .holding { return true }
    let joint = page.hash(start - 1)
    guard start >= 2, chain[joint] == .reference || joint == KindVotes.in else { return false }
    return chain[page.hash(start - 2)] == .holding || page.hash(start - 2) == KindVotes.percent
      || page.isMark(start - 2, UInt8(ascii: "%"))
  }

  private static let `in` = CaseFolding.hash("in")
  private static let percent = CaseFolding.hash("percent")

  /// "MADRID - Real Madrid won", "MILAN (Reuters)", "BUFFALO, N.Y. -": a place in capitals that opens a paragraph is where the
  /// story was written, whatever club bears its name.
  func isDateline(_ mention: Mention, _ page: DraftPage) -> Bool {
    let range = mention.tokens.range.clamped(to: page.tokens.hashes.indices)
    guard range.lowerBound == 0, range.count > 0,
      range.allSatisfy({ page.tokens.kinds[$0] == .word && page.tokens.shapes[$0] == .upper }),
      lexicons.names.rows(page.tokens.hashes[range])?.contains(where: { lexicons.facts.kind($0) == .place }) == true
    else { return false }
    let end = range.upperBound
    if page.isDash(end) || page.isMark(end, UInt8(ascii: "(")) { return true }
    return page.isMark(end, UInt8(ascii: ","))
      && (end + 2..<end + KindVotes.longestState).contains { page.isDash($0) || page.isMark($0, UInt8(ascii: "(")) }
  }

  /// Tokens of ", South Carolina -" and one more.
  private static let longestState = 5
}
