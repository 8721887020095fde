import EncoderKernels

/// The best labels of a row of tokens, and the spans they make.
package struct Viterbi: Sendable {
  package let scheme: LabelScheme

  package init(_ scheme: LabelScheme) { self.scheme = scheme }

  /// A labelled run of tokens.
  package struct Span: Hashable, Sendable {
    package let start: Int
    package let end: Int
    /// Index among the scheme's classes.
    package let kind: Int
    /// 0…1: the mean probability of its labels.
    package let confidence: Float
  }

  /// The spans of the path that has the highest score of all in which no inside label stands without its beginning (Viterbi
  /// 1967; scores of a position are comparable as they are, since its normalization is the same on every path).
  ///
  /// - Parameters:
  ///   - scores: [pieces][labels]
  ///   - rows: the piece of each token at which its labels are read.
  package func spans(_ scores: UnsafeBufferPointer<Float>, rows: [Int32]) -> [Span] {
    let labels = scheme.count
    guard labels > 0, !rows.isEmpty, rows.allSatisfy({ $0 >= 0 && (Int($0) + 1) * labels <= scores.count }) else {
      return []
    }
    var best = [Float](repeating: -.infinity, count: labels)
    var next = best
    var back = [Int16](repeating: -1, count: rows.count * labels)
    for (token, row) in rows.enumerated() {
      for label in 0..<labels {
        var top: Float = token == 0 ? (scheme.mayFollow(label, -1) ? 0 : -.infinity) : -.infinity
        if token > 0 {
          for previous in 0..<labels where best[previous] > top && scheme.mayFollow(label, previous) {
            top = best[previous]
            back[token * labels + label] = Int16(previous)
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
    return spans(of: path, scores, rows)
  }

  private func spans(of path: [Int], _ scores: UnsafeBufferPointer<Float>, _ rows: [Int32]) -> [Span] {
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
      var sum: Float = 0
      for token in start..<end { sum += probability(path[token], scores, Int(rows[token])) }
      result.append(Span(start: start, end: end, kind: kind, confidence: min(1, sum / Float(end - start))))
      start = end
    }
    return result
  }

  /// Of a label at a piece: softmax over all labels.
  private func probability(_ label: Int, _ scores: UnsafeBufferPointer<Float>, _ row: Int) -> Float {
    let labels = scheme.count
    let own = scores[row * labels + label]
    var total: Float = 0
    for other in 0..<labels { total += ek_exp(min(80, scores[row * labels + other] - own)) }
    return 1 / total
  }
}
