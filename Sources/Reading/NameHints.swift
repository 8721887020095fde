package import DocumentModel

/// What the tables and patterns take each token for, as the reader is told: the small model knows few of the world's names,
/// the gazetteers many.
package enum NameHints {
  /// Rows of the hint table.
  package static let rows = 2 * kinds.count + 1

  private static let kinds: [EntityKind] = [
    .person, .organization, .place, .group, .product, .event, .work, .law, .other, .role, .language,
  ]

  /// A row for each token: 0 none, `1 + 2 * kind` where a name begins, one more inside it.
  package static func hints(_ mentions: [Mention], tokenCount: Int) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: tokenCount)
    for mention in mentions {
      guard mention.form == .name || mention.form == .acronym || mention.kind == .role,
        let kind = kinds.firstIndex(of: mention.kind)
      else { continue }
      for token in mention.tokens.range.clamped(to: 0..<tokenCount) {
        result[token] = UInt8(1 + 2 * kind + (token == mention.tokens.start ? 0 : 1))
      }
    }
    return result
  }
}
