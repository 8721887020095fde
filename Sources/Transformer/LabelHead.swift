import EncoderKernels

/// A linear layer over the encoder's output, in float: label scores for each piece, or the queries and keys of links.
package struct LabelHead: @unchecked Sendable {
  // Unchecked: the pointers lead into the model file, which is read-only and lives as long as the process.

  /// The most outputs a head may have: what a workspace has room for.
  package static let widest = 512

  package let outputs: Int
  private let inputs: Int
  /// [outputs][inputs]
  private let weights: UnsafePointer<Float>
  private let bias: UnsafePointer<Float>

  /// - Throws: one sentence if the file has no such head of the encoder's width.
  package init(_ file: ModelFile, _ name: String, width: Int) throws(ModelFile.Fault) {
    guard let outputs = file.rows(name + ".weights"), 1...LabelHead.widest ~= outputs else {
      throw ModelFile.Fault("The model has no head “\(name)”.")
    }
    self.outputs = outputs
    inputs = width
    weights = try file.floats(name + ".weights", columns: width)
    bias = try file.floats(name + ".bias", rows: 1, columns: outputs)
  }

  /// [pieces][`outputs`], in the workspace until its next use.
  package func scores(
    _ hidden: UnsafeBufferPointer<Float>, in workspace: EncoderWorkspace, path: EncoderPath = .best
  ) -> UnsafeBufferPointer<Float> {
    let rows = hidden.count / inputs
    ek_dense(
      path.kernel, weights, bias, Int32(outputs), Int32(inputs), hidden.baseAddress, Int32(rows), workspace.scores)
    return UnsafeBufferPointer(start: workspace.scores, count: rows * outputs)
  }
}
