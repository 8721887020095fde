import EncoderKernels

/// Learned scores of which label follows which: the linear chain of a conditional random field over a head's scores
/// (Lafferty, McCallum and Pereira 2001).
package struct LabelOrder: Sendable {
  let labels: Int
  /// [1 + labels][labels]: row 0 is the beginning, row 1 + l what may follow label l; minus infinity where the scheme forbids.
  let scores: [Float]
  /// What scores are divided by before they count as probabilities, above 1 for a model too sure of itself (Guo, Pleiss, Sun and
  /// Weinberger 2017). The best sequence stays the same.
  let temperature: Float
  /// e to the power of each score over the temperature.
  let factors: [Float]

  /// - Parameter learned: [1 + labels][labels]; any other count stands for zeros, the scheme alone.
  package init(_ scheme: LabelScheme, learned: some Collection<Float> = [Float](), temperature: Float = 1) {
    let labels = scheme.count
    self.labels = labels
    self.temperature = max(0.1, temperature)
    let isComplete = learned.count == (labels + 1) * labels
    var scores = [Float](repeating: 0, count: (labels + 1) * labels)
    for (place, score) in learned.enumerated() where isComplete && score.isFinite {
      scores[place] = max(-LabelOrder.steepest, min(LabelOrder.steepest, score))
    }
    for previous in -1..<labels {
      for label in 0..<labels where !scheme.mayFollow(label, previous) {
        scores[(previous + 1) * labels + label] = -.infinity
      }
    }
    self.scores = scores
    factors = scores.map { [temperature = self.temperature] in $0 == -.infinity ? 0 : ek_exp($0 / temperature) }
  }

  /// Beyond this a learned score is as good as a rule; it keeps `factors` within what floats hold.
  private static let steepest: Float = 30
}

extension LabelOrder {
  /// The order that a model file holds for a task.
  ///
  /// - Throws: one sentence if the file has none of the scheme's size.
  package init(_ file: ModelFile, _ task: String, _ scheme: LabelScheme) throws(ModelFile.Fault) {
    let count = scheme.count
    let learned = try file.floats(task + ".order", rows: count + 1, columns: count)
    self.init(
      scheme, learned: UnsafeBufferPointer(start: learned, count: (count + 1) * count),
      temperature: file.notes["temperature " + task].flatMap { Float($0) } ?? 1)
  }
}
