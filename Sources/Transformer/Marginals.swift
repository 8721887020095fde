import EncoderKernels

/// The probability of each label at each token, over all sequences of labels: the forward and backward sums of a linear chain,
/// scaled at each token so that they stay within what floats hold (Rabiner 1989).
struct Marginals {
  private let labels: Int
  /// [tokens][labels], 0…1.
  private var probabilities: [Float]

  /// - Parameters:
  ///   - scores: [pieces][labels]
  ///   - rows: the piece of each token; each lies within `scores`.
  init(_ order: LabelOrder, _ scores: UnsafeBufferPointer<Float>, rows: [Int32]) {
    let labels = order.labels
    let factors = order.factors
    self.labels = labels
    var emissions = [Float](repeating: 0, count: rows.count * labels)
    for (token, row) in rows.enumerated() {
      let own = Int(row) * labels
      let top = scores[own..<own + labels].max() ?? 0
      for label in 0..<labels {
        emissions[token * labels + label] = ek_exp(max(-80, (scores[own + label] - top) / order.temperature))
      }
    }
    var forward = emissions
    for token in rows.indices {
      let here = token * labels
      for label in 0..<labels {
        var sum = token == 0 ? factors[label] : 0
        if token > 0 {
          for previous in 0..<labels {
            sum += forward[here - labels + previous] * factors[(previous + 1) * labels + label]
          }
        }
        forward[here + label] *= sum
      }
      Marginals.normalize(&forward, here..<here + labels)
    }
    var backward = [Float](repeating: 1, count: rows.count * labels)
    for token in rows.indices.dropLast().reversed() {
      let here = token * labels
      let next = here + labels
      for label in 0..<labels {
        var sum: Float = 0
        for following in 0..<labels {
          sum +=
            factors[(label + 1) * labels + following] * emissions[next + following] * backward[next + following]
        }
        backward[here + label] = sum
      }
      Marginals.normalize(&backward, here..<here + labels)
    }
    for place in forward.indices { forward[place] *= backward[place] }
    for token in rows.indices { Marginals.normalize(&forward, token * labels..<(token + 1) * labels) }
    probabilities = forward
  }

  /// 0…1.
  func probability(of label: Int, at token: Int) -> Float { probabilities[token * labels + label] }

  /// To the sum of one; nothing stays nothing.
  private static func normalize(_ values: inout [Float], _ range: Range<Int>) {
    let sum = values[range].reduce(0, +)
    guard sum > 0, sum.isFinite else { return }
    for place in range { values[place] /= sum }
  }
}
