import TextCore
import EncoderKernels
import TestSupport
import Testing
import Transformer

/// The kernels' paths against each other and against plain arithmetic.
@Suite struct KernelTests {
  /// 45 rows, so that every block size has a remainder.
  private let rows = 45
  private let inputs = 64
  private let outputs = 96

  @Test(arguments: EncoderPath.supported)
  func productsAreExact(path: EncoderPath) {
    var random = SeededGenerator(seed: 5)
    let weights = (0..<outputs * inputs).map { _ in Int8.random(in: -63...63, using: &random) }
    let x = (0..<rows * inputs).map { _ in UInt8.random(in: 1...255, using: &random) }
    var packed = [Int8](repeating: 0, count: weights.count)
    var sums = [Int32](repeating: 0, count: outputs)
    for output in 0..<outputs {
      for input in 0..<inputs {
        let panel = output / 16 * inputs * 16 + input / 4 * 64
        packed[panel + output % 16 * 4 + input % 4] = weights[output * inputs + input]
        sums[output] += Int32(weights[output * inputs + input])
      }
    }
    let ones = [Float](repeating: 1, count: max(rows, outputs))
    let zeros = [Float](repeating: 0, count: outputs)
    var result = [Float](repeating: .nan, count: rows * outputs)
    // Kernels read weights by aligned loads.
    withAligned(packed) { aligned in
      withUnsafeTemporaryAllocation(byteCount: 32 * inputs, alignment: 64) { scratch in
        var layer = ek_linear_layer(
          outputs: Int32(outputs), inputs: Int32(inputs), weights: aligned, sums: sums, scales: ones, bias: zeros)
        ek_linear(path.kernel, &layer, x, ones, Int32(rows), &result, scratch.baseAddress)
      }
    }
    for row in 0..<rows {
      for output in 0..<outputs {
        var sum: Int32 = 0
        for input in 0..<inputs {
          sum += (Int32(x[row * inputs + input]) - 128) * Int32(weights[output * inputs + input])
        }
        #expect(result[row * outputs + output] == Float(sum))
      }
    }
  }

  private func withAligned(_ values: [Int8], _ body: (UnsafePointer<Int8>) -> Void) {
    withUnsafeTemporaryAllocation(byteCount: values.count, alignment: 64) { buffer in
      values.withUnsafeBytes { buffer.copyMemory(from: $0) }
      if let base = buffer.baseAddress { body(base.assumingMemoryBound(to: Int8.self)) }
    }
  }

  @Test(arguments: EncoderPath.supported)
  func quantizationRoundsToTheNearest(path: EncoderPath) {
    let x: [Float] = [127, -127, 0.4, 0.6, -0.6, 1.5, 2.5, 63] + [Float](repeating: 0, count: 24)
    var q = [UInt8](repeating: 0, count: 32)
    var scale: [Float] = [0]
    ek_quantize(path.kernel, x, 1, 32, &q, &scale)
    #expect(scale == [1])
    #expect(q.prefix(8).map { Int($0) - 128 } == [127, -127, 0, 1, -1, 2, 2, 63])
  }

  @Test(arguments: EncoderPath.supported)
  func normGivesMeanZeroAndVarianceOne(path: EncoderPath) {
    var x = (0..<64).map { Float($0) }
    ek_add_norm(
      path.kernel, &x, nil, 1, 64, [Float](repeating: 1, count: 64), [Float](repeating: 0, count: 64))
    #expect(abs(x.reduce(0, +)) < 1e-3)
    #expect(abs(x.reduce(0) { $0 + $1 * $1 } / 64 - 1) < 1e-3)
  }

  /// Rows of equal keys share their attention evenly.
  @Test(arguments: EncoderPath.supported)
  func attentionAveragesEqualKeys(path: EncoderPath) {
    let rows = 5
    var qkv = [Float](repeating: 0, count: rows * 96)
    for row in 0..<rows { for column in 0..<32 { qkv[row * 96 + 64 + column] = Float(row) } }
    var y = [Float](repeating: .nan, count: rows * 32)
    withUnsafeTemporaryAllocation(byteCount: 16 * 65 * 4, alignment: 64) { scratch in
      ek_attention(path.kernel, qkv, Int32(rows), 1, &y, scratch.baseAddress?.assumingMemoryBound(to: Float.self))
    }
    #expect(y.allSatisfy { abs($0 - 2) < 1e-5 })
  }
}
