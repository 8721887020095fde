/// The chains named last, each once, the latest at the end; few enough to be looked through for every pointer.
struct RecentChains {
  struct Naming {
    let chain: Int
    /// Counted over the draft.
    let sentence: Int
    /// Named with a possessive: "Verdi's".
    let isOwner: Bool
    /// The highest in that sentence.
    let rank: Rank
  }

  /// What a mention is to its sentence, the more salient the later (Grosz, Joshi and Weinstein 1995: the center of the next
  /// sentence is rather the subject of this one than its object).
  enum Rank: Int, Comparable {
    /// An object, a genitive, or in the phrase of a preposition.
    case other
    /// The subject of a clause that is a part of another.
    case clause
    /// The subject of the sentence, or who speaks it.
    case subject

    static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
  }

  private(set) var namings: [Naming] = []
  private static let most = 8

  mutating func note(_ chain: Int, _ sentence: Int, isOwner: Bool, rank: Rank) {
    let before = namings.first { $0.chain == chain && $0.sentence == sentence }?.rank ?? .other
    namings.removeAll { $0.chain == chain }
    namings.append(Naming(chain: chain, sentence: sentence, isOwner: isOwner, rank: max(rank, before)))
    if namings.count > RecentChains.most { namings.removeFirst() }
  }
}
