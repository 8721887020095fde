/// The memory of one pass, allocated once and used again. Not shared between threads: whoever reads holds one.
package final class EncoderWorkspace {
  /// Pieces of the longest pass.
  package let capacity: Int
  /// [pieces][width]: the activations, from the embeddings to the last layer's output.
  let hidden: UnsafeMutablePointer<Float>
  /// [pieces][width]: what a sublayer adds.
  let added: UnsafeMutablePointer<Float>
  /// [pieces][max(3 * width, inner)]: queries, keys and values, then the inner activations.
  let inner: UnsafeMutablePointer<Float>
  /// [pieces][inner]: quantized activations.
  let quantized: UnsafeMutablePointer<UInt8>
  /// [pieces]: their scales.
  let scales: UnsafeMutablePointer<Float>
  /// Of the attention.
  let attention: UnsafeMutablePointer<Float>
  /// Of a linear layer.
  let panel: UnsafeMutableRawPointer
  /// [pieces][labels or link width]: the output of a head.
  let scores: UnsafeMutablePointer<Float>
  private let block: UnsafeMutableRawPointer

  package init(_ encoder: TransformerEncoder, capacity: Int) {
    self.capacity = capacity
    let widest = max(3 * encoder.width, encoder.inner)
    let padded = (capacity + 15) & ~15
    let sizes = [
      capacity * encoder.width * 4, capacity * encoder.width * 4, capacity * widest * 4, capacity * encoder.inner,
      capacity * 4, padded * 65 * 4, 32 * encoder.inner, capacity * LabelHead.widest * 4,
    ].map { ($0 + 63) & ~63 }
    let block = UnsafeMutableRawPointer.allocate(byteCount: sizes.reduce(0, +), alignment: 64)
    self.block = block
    var offset = 0
    func next(_ index: Int) -> UnsafeMutableRawPointer {
      defer { offset += sizes[index] }
      return block + offset
    }
    hidden = next(0).assumingMemoryBound(to: Float.self)
    added = next(1).assumingMemoryBound(to: Float.self)
    inner = next(2).assumingMemoryBound(to: Float.self)
    quantized = next(3).assumingMemoryBound(to: UInt8.self)
    scales = next(4).assumingMemoryBound(to: Float.self)
    attention = next(5).assumingMemoryBound(to: Float.self)
    panel = next(6)
    scores = next(7).assumingMemoryBound(to: Float.self)
  }

  deinit { block.deallocate() }
}
