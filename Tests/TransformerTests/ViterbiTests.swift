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

  @Test func nothingOutOfNothing() { #expect(spans([]) == []) }
}
