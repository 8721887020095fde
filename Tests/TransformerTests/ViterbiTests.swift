import Foundation
import Testing
import Transformer

/// Scores in, spans out.
@Suite struct ViterbiTests {
  private let viterbi = Viterbi(LabelScheme(["O", "B-a", "I-a", "B-b", "I-b"]))

  private func spans(_ scores: [[Float]]) -> [String] {
    let flat = scores.flatMap(\.self)
    return flat.withUnsafeBufferPointer { buffer in
      viterbi.spans(buffer, rows: scores.indices.map { Int32($0) }).map {
        "\($0.start)-\($0.end) \(viterbi.scheme.classes[$0.kind])"
      }
    }
  }

  @Test func joinsInsideLabels() {
    #expect(spans([[0, 5, 0, 0, 0], [0, 0, 5, 0, 0], [5, 0, 0, 0, 0]]) == ["0-2 a"])
  }

  @Test func beginsAnew() { #expect(spans([[0, 5, 0, 0, 0], [0, 5, 0, 0, 0]]) == ["0-1 a", "1-2 a"]) }

  /// An inside label of another class cannot follow: the next best path is taken.
  @Test func neverGoesOnWithAnotherClass() { #expect(spans([[0, 5, 0, 0, 0], [0, 0, 4, 0, 5]]) == ["0-2 a"]) }

  @Test func neverOpensInside() { #expect(spans([[1, 0, 9, 0, 0]]) == []) }

  /// What was learned of the order tips the scale where the scores alone do not.
  @Test func followsTheLearnedOrder() {
    let scheme = LabelScheme(["O", "B-a", "I-a", "B-b", "I-b"])
    var learned = [Float](repeating: 0, count: 30)
    learned[2 * 5 + 1] = -6  // "B-a" after "B-a"
    let scores: [Float] = [0, 5, 0, 0, 0, 0, 5, 4, 0, 0]
    let found = scores.withUnsafeBufferPointer {
      Viterbi(scheme, LabelOrder(scheme, learned: learned)).spans($0, rows: [0, 1])
    }
    #expect(found.map { "\($0.start)-\($0.end)" } == ["0-2"])
  }

  /// Confidences are probabilities over all sequences: summed by hand for two tokens of three labels; the less
  /// likely token's counts.
  @Test func tellsTheShareOfAllSequences() throws {
    let scheme = LabelScheme(["O", "B-a", "I-a"])
    let learned: [Float] = [0.5, 0.2, 0, 0.1, -0.3, 0, 0.4, -1, 0.7, 0.2, 0.3, 0.6]
    let scores: [Float] = [0.3, 1.4, 9, 0.2, -0.5, 1.1]
    let order = LabelOrder(scheme, learned: learned)
    var total = 0.0
    var first = 0.0
    var second = 0.0
    for (one, two) in [(0, 0), (0, 1), (1, 0), (1, 1), (1, 2)] {
      let weight = exp(Double(learned[one] + scores[one] + learned[(one + 1) * 3 + two] + scores[3 + two]))
      total += weight
      if one == 1 { first += weight }
      if two == 2 { second += weight }
    }
    let span = try #require(scores.withUnsafeBufferPointer { Viterbi(scheme, order).spans($0, rows: [0, 1]) }.first)
    #expect(span.end == 2)
    #expect(abs(Double(span.confidence) - min(first, second) / total) < 1e-5)
  }

  @Test func nothingOutOfNothing() { #expect(spans([]) == []) }
}
