/// The best labels of a row of tokens, and the spans they make.
package struct Viterbi: Sendable {
  package let scheme: LabelScheme
  private let order: LabelOrder

  package init(_ scheme: LabelScheme, _ order: LabelOrder? = nil) {
    self.scheme = scheme
    self.order = order ?? LabelOrder(scheme)
  }

  /// A labelled run of tokens.
  package struct Span: Hashable, Sendable {
    package let start: Int
    package let end: Int
    /// Index among the scheme's classes.
    package let kind: Int
    /// 0…1: the least of its labels' probabilities, and of its ending where it does, over all sequences of labels.
    package let confidence: Float
  }

  /// The spans of the sequence of labels that has the highest score of all (Viterbi 1967).
  ///
  /// - Parameters:
  ///   - scores: [pieces][labels]
  ///   - rows: the piece of each token at which its labels are read.
  package func spans(_ scores: UnsafeBufferPointer<Float>, rows: [Int32]) -> [Span] {
    let labels = scheme.count
    guard labels > 0, !rows.isEmpty, rows.allSatisfy({ $0 >= 0 && (Int($0) + 1) * labels <= scores.count }) else {
      return []
    }
    let path = path(scores, rows)
    guard path.contains(where: { scheme.classOfLabel[$0] >= 0 }) else { return [] }
    return spans(of: path, Marginals(order, scores, rows: rows))
  }

  private func path(_ scores: UnsafeBufferPointer<Float>, _ rows: [Int32]) -> [Int] {
    let labels = scheme.count
    let follow = order.scores
    var best = [Float](repeating: -.infinity, count: labels)
    var next = best
    var back = [Int16](repeating: -1, count: rows.count * labels)
    for (token, row) in rows.enumerated() {
      for label in 0..<labels {
        var top = token == 0 ? follow[label] : -.infinity
        if token > 0 {
          for previous in 0..<labels {
            let score = best[previous] + follow[(previous + 1) * labels + label]
            if score > top {
              top = score
              back[token * labels + label] = Int16(truncatingIfNeeded: previous)
            }
          }
        }
        next[label] = top + scores[Int(row) * labels + label]
      }
      swap(&best, &next)
    }
    var label = best.indices.max { best[$0] < best[$1] } ?? 0
    var path = [Int](repeating: 0, count: rows.count)
    for token in stride(from: rows.count - 1, through: 0, by: -1) {
      path[token] = label
      label = max(0, Int(back[token * labels + label]))
    }
    return path
  }

  private func spans(of path: [Int], _ marginals: Marginals) -> [Span] {
    var result: [Span] = []
    var start = 0
    while start < path.count {
      let kind = scheme.classOfLabel[path[start]]
      guard kind >= 0 else {
        start += 1
        continue
      }
      var end = start + 1
      while end < path.count, scheme.isInside[path[end]] { end += 1 }
      var least: Float = 1
      for token in start..<end { least = min(least, marginals.probability(of: path[token], at: token)) }
      if end < path.count, let inside = scheme.isInside.indices.first(where: { goesOn($0, kind) }) {
        least = min(least, 1 - marginals.probability(of: inside, at: end))
      }
      result.append(Span(start: start, end: end, kind: kind, confidence: max(0, least)))
      start = end
    }
    return result
  }

  private func goesOn(_ label: Int, _ kind: Int) -> Bool {
    scheme.isInside[label] && scheme.classOfLabel[label] == kind
  }
}
