import EncoderKernels

/// Scores of links between pieces: scaled products of a query and a key (Vaswani et al. 2017), a pointer network's attention
/// (Vinyals et al. 2015) over the paragraph. The start piece stands for "nothing here".
package struct LinkHead: Sendable {
  private let projection: LabelHead
  /// Columns of a query or a key.
  private let width: Int
  /// How many kinds of link there are: each has a query and a key in the projection.
  package let kinds: Int

  /// - Throws: one sentence if the file has no such head.
  package init(_ file: ModelFile, _ name: String, width encoderWidth: Int) throws(ModelFile.Fault) {
    projection = try LabelHead(file, name, width: encoderWidth)
    guard let width = file.notes["link"].flatMap({ Int($0) }), width > 0, projection.outputs % (2 * width) == 0 else {
      throw ModelFile.Fault("The model does not tell the width of its links.")
    }
    self.width = width
    kinds = projection.outputs / (2 * width)
  }

  /// The queries and keys of all pieces, in the workspace until its next use.
  package func project(
    _ hidden: UnsafeBufferPointer<Float>, in workspace: EncoderWorkspace, path: EncoderPath = .best
  ) -> UnsafeBufferPointer<Float> { projection.scores(hidden, in: workspace, path: path) }

  /// The most probable target of a link among candidate pieces and "nothing here".
  ///
  /// - Returns: index among the candidates, nil for none of them; and its probability, 0…1, among these choices.
  ///
  /// - Parameter reluctance: how much less than a candidate "nothing here" must score to be chosen all the same; in the
  ///   logarithm of probability.
  package func best(
    _ kind: Int, from piece: Int, among candidates: [Int], in projected: UnsafeBufferPointer<Float>,
    reluctance: Float = 0
  ) -> (choice: Int?, probability: Float) {
    guard 0..<kinds ~= kind, piece >= 0, (piece + 1) * projection.outputs <= projected.count else { return (nil, 1) }
    let none = score(kind, piece, 0, projected) - reluctance
    var best = none
    var choice: Int?
    var total: Float = 0
    for (index, candidate) in candidates.enumerated() {
      let score = score(kind, piece, candidate, projected)
      if score > best {
        best = score
        choice = index
      }
    }
    for candidate in candidates { total += ek_exp(score(kind, piece, candidate, projected) - best) }
    total += ek_exp(none - best)
    return (choice, 1 / total)
  }

  private func score(_ kind: Int, _ from: Int, _ to: Int, _ projected: UnsafeBufferPointer<Float>) -> Float {
    guard to >= 0, (to + 1) * projection.outputs <= projected.count else { return -.infinity }
    let query = from * projection.outputs + 2 * kind * width
    let key = to * projection.outputs + (2 * kind + 1) * width
    var sum: Float = 0
    for column in 0..<width { sum += projected[query + column] * projected[key + column] }
    return sum / Float(width).squareRoot()
  }
}
