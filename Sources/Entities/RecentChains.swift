/// The chains named last, each once, the latest at the end; few enough to be looked through for every pointer.
struct RecentChains {
  struct Naming {
    let chain: Int
    /// Counted over the draft.
    let sentence: Int
    /// Named with a possessive: "Verdi's".
    let isOwner: Bool
  }

  private(set) var namings: [Naming] = []
  private static let most = 8

  mutating func note(_ chain: Int, _ sentence: Int, isOwner: Bool) {
    namings.removeAll { $0.chain == chain }
    namings.append(Naming(chain: chain, sentence: sentence, isOwner: isOwner))
    if namings.count > RecentChains.most { namings.removeFirst() }
  }
}
