import EncoderKernels

/// The encoder of BERT (Vaswani et al. 2017; Devlin et al. 2019) in the small form of MiniLM (Wang et al. 2020): for each
/// layer self-attention and a feed-forward network, each added to its input and normalized after.
///
/// Weights are int8 with a scale for each output, activations are quantized row by row on the way into each product.
/// With T pieces, D = `width`, F = `inner`:
///
///     hidden [T][D]  = norm(word[id] + position[t] + shape[row] + hint[row])
///     qkv [T][3 D]   = hidden · qkv'          queries, keys, values; 32 columns a head
///     hidden [T][D]  = norm1(hidden + attention(qkv) · out')
///     inner [T][F]   = gelu(hidden · up')
///     hidden [T][D]  = norm2(hidden + inner · down')
package struct TransformerEncoder: @unchecked Sendable {
  // Unchecked: all pointers lead into the model file, which is read-only and lives as long as the process.
  package let width: Int
  package let inner: Int
  /// Pieces that a pass may have.
  package let longestInput: Int

  private let heads: Int
  private let vocabularySize: Int
  private let shapeRows: Int
  private let hintRows: Int
  /// [vocabulary][3/4 D], [vocabulary]: numbers of -31 to 31 and what one is worth in each row; four, raised by 32, are packed
  /// into three bytes, the first lowest.
  private let word: UnsafePointer<UInt8>
  private let wordScales: UnsafePointer<Float>
  /// [longest input][D]; the token type is added in.
  private let position: UnsafePointer<Float>
  private let shape: UnsafePointer<Float>
  private let hint: UnsafePointer<Float>
  private let norm: Norm
  private let layers: [Layer]

  private struct Norm {
    let gain: UnsafePointer<Float>
    let bias: UnsafePointer<Float>

    init(_ file: ModelFile, _ name: String, width: Int) throws(ModelFile.Fault) {
      gain = try file.floats(name + ".gain", rows: 1, columns: width)
      bias = try file.floats(name + ".bias", rows: 1, columns: width)
    }
  }

  private struct Layer {
    let qkv: ek_linear_layer
    let out: ek_linear_layer
    let up: ek_linear_layer
    let down: ek_linear_layer
    let attentionNorm: Norm
    let outputNorm: Norm

    init(_ file: ModelFile, _ index: Int, width: Int, inner: Int) throws(ModelFile.Fault) {
      func linear(_ name: String, _ outputs: Int, _ inputs: Int) throws(ModelFile.Fault) -> ek_linear_layer {
        let prefix = "layer\(index).\(name)."
        return ek_linear_layer(
          outputs: Int32(outputs), inputs: Int32(inputs),
          weights: try file.int8s(prefix + "weights", rows: outputs, columns: inputs),
          sums: try file.integers(prefix + "sums", rows: 1, columns: outputs),
          scales: try file.floats(prefix + "scales", rows: 1, columns: outputs),
          bias: try file.floats(prefix + "bias", rows: 1, columns: outputs))
      }
      qkv = try linear("qkv", 3 * width, width)
      out = try linear("out", width, width)
      up = try linear("up", inner, width)
      down = try linear("down", width, inner)
      attentionNorm = try Norm(file, "layer\(index).norm1", width: width)
      outputNorm = try Norm(file, "layer\(index).norm2", width: width)
    }
  }

  /// - Throws: one sentence if the file is not such an encoder.
  package init(_ file: ModelFile) throws(ModelFile.Fault) {
    guard let layerCount = file.notes["layers"].flatMap({ Int($0) }), 1...48 ~= layerCount,
      let heads = file.notes["heads"].flatMap({ Int($0) }), let width = file.columns("position"), width == heads * 32,
      let inner = file.rows("layer0.up.weights"), inner % 32 == 0, inner >= width,
      let vocabularySize = file.rows("word"),
      let longestInput = file.rows("position"), longestInput >= 8, let shapeRows = file.rows("shape"),
      let hintRows = file.rows("hint"), vocabularySize > 0, shapeRows > 0, hintRows > 0
    else { throw ModelFile.Fault("The model does not tell its layers, heads and widths.") }
    self.heads = heads
    self.width = width
    self.inner = inner
    self.vocabularySize = vocabularySize
    self.longestInput = longestInput
    self.shapeRows = shapeRows
    self.hintRows = hintRows
    word = try file.uint8s("word", columns: width / 4 * 3)
    wordScales = try file.floats("word.scales", rows: 1, columns: vocabularySize)
    position = try file.floats("position", columns: width)
    shape = try file.floats("shape", columns: width)
    hint = try file.floats("hint", columns: width)
    norm = try Norm(file, "norm", width: width)
    var layers: [Layer] = []
    for index in 0..<layerCount { layers.append(try Layer(file, index, width: width, inner: inner)) }
    self.layers = layers
  }

  /// Runs one pass. The result, [pieces][`width`], is in the workspace until its next use.
  ///
  /// - Parameters:
  ///   - ids: rows of the vocabulary; what is beyond the workspace's capacity is left out.
  ///   - shapes: parallel to `ids`.
  ///   - hints: parallel to `ids`.
  package func encode(
    ids: [Int32], shapes: [UInt8], hints: [UInt8], in workspace: EncoderWorkspace, path: EncoderPath = .best
  ) -> UnsafeBufferPointer<Float> {
    let count = min(ids.count, shapes.count, hints.count, workspace.capacity, longestInput)
    let rows = Int32(count)
    let kernel = path.kernel
    let hidden = workspace.hidden
    for piece in 0..<count { embed(piece, ids[piece], shapes[piece], hints[piece], into: hidden) }
    ek_add_norm(kernel, hidden, nil, rows, Int32(width), norm.gain, norm.bias)
    for layer in layers {
      linear(layer.qkv, hidden, workspace.inner, rows, workspace, kernel)
      ek_attention(kernel, workspace.inner, rows, Int32(heads), workspace.added, workspace.attention)
      linear(layer.out, workspace.added, workspace.inner, rows, workspace, kernel)
      ek_add_norm(
        kernel, hidden, workspace.inner, rows, Int32(width), layer.attentionNorm.gain, layer.attentionNorm.bias)
      linear(layer.up, hidden, workspace.inner, rows, workspace, kernel)
      ek_gelu(kernel, workspace.inner, rows * Int32(inner))
      linear(layer.down, workspace.inner, workspace.added, rows, workspace, kernel)
      ek_add_norm(kernel, hidden, workspace.added, rows, Int32(width), layer.outputNorm.gain, layer.outputNorm.bias)
    }
    return UnsafeBufferPointer(start: hidden, count: count * width)
  }

  /// Adds up the four embeddings of a piece; rows beyond a table count as its first.
  private func embed(
    _ piece: Int, _ id: Int32, _ shapeRow: UInt8, _ hintRow: UInt8, into hidden: UnsafeMutablePointer<Float>
  ) {
    let row = 0..<vocabularySize ~= Int(id) ? Int(id) : 0
    var packed = word + row * (width / 4 * 3)
    let scale = wordScales[row]
    let positions = position + piece * width
    let shapes = shape + (Int(shapeRow) < shapeRows ? Int(shapeRow) : 0) * width
    let hints = hint + (Int(hintRow) < hintRows ? Int(hintRow) : 0) * width
    let target = hidden + piece * width
    for column in stride(from: 0, to: width, by: 4) {
      let four = Int32(packed[0]) | Int32(packed[1]) << 8 | Int32(packed[2]) << 16
      packed += 3
      for place in 0..<4 {
        let weight = Float((four >> Int32(6 * place)) & 63 - 32)
        target[column + place] =
          weight * scale + positions[column + place] + shapes[column + place] + hints[column + place]
      }
    }
  }

  private func linear(
    _ layer: ek_linear_layer, _ input: UnsafePointer<Float>, _ output: UnsafeMutablePointer<Float>, _ rows: Int32,
    _ workspace: EncoderWorkspace, _ kernel: ek_path
  ) {
    ek_quantize(kernel, input, rows, layer.inputs, workspace.quantized, workspace.scales)
    withUnsafePointer(to: layer) {
      ek_linear(kernel, $0, workspace.quantized, workspace.scales, rows, output, workspace.panel)
    }
  }
}
