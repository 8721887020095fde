import English
import Foundation
import Testing
import Transformer

/// What the training framework computed for some paragraphs of our own corpus, written down by `recipe/export.py` with the
/// model: the Swift side must reproduce it.
@Suite struct ParityTests {
  private struct Record: Decodable {
    let id: String
    let ids: [Int32]
    let shapes: [UInt8]
    let hints: [UInt8]
    let first: [Int]
    /// The first two values of each piece.
    let activations: [[Float]]
    let attribution: [[Float]]
    let names: [[Float]]
  }

  private let records: [Record]
  private let model: ModelFile

  init() throws {
    let file = try #require(Bundle.module.url(forResource: "records", withExtension: "json"))
    records = try JSONDecoder().decode([Record].self, from: Data(contentsOf: file))
    model = try English.model()
  }

  @Test(arguments: EncoderPath.supported)
  func agreesWithTheFramework(path: EncoderPath) throws {
    let encoder = try TransformerEncoder(model)
    let workspace = EncoderWorkspace(encoder, capacity: 256)
    var labels = 0
    var same = 0
    var largest: Float = 0
    #expect(records.count >= 10)
    for record in records {
      let hidden = encoder.encode(
        ids: record.ids, shapes: record.shapes, hints: record.hints, in: workspace, path: path)
      for (piece, expected) in record.activations.enumerated() {
        for (column, value) in expected.enumerated() {
          // Activations are of the order of one; eight bits round them to a hundredth on the way through each layer.
          largest = max(largest, abs(hidden[piece * encoder.width + column] - value))
        }
      }
      for (name, expected) in [("attribution", record.attribution), ("names", record.names)] {
        let head = try LabelHead(model, name, width: encoder.width)
        let scores = head.scores(hidden, in: workspace, path: path)
        for piece in record.first {
          let own = scores[(piece * head.outputs)..<((piece + 1) * head.outputs)]
          let best = own.indices.max { own[$0] < own[$1] }.map { $0 - own.startIndex }
          labels += 1
          if best == expected[piece].indices.max(by: { expected[piece][$0] < expected[piece][$1] }) { same += 1 }
        }
      }
    }
    #expect(Double(same) / Double(labels) >= 0.999, "\(same) of \(labels) labels agree")
    #expect(largest < 0.5, "activations differ by \(largest)")
  }

  /// All paths multiply the same integers, so that they differ by the rounding of few float steps alone.
  @Test(arguments: EncoderPath.supported)
  func pathsAgree(path: EncoderPath) throws {
    let encoder = try TransformerEncoder(model)
    let head = try LabelHead(model, "names", width: encoder.width)
    let workspace = EncoderWorkspace(encoder, capacity: 256)
    func labels(_ record: Record, _ path: EncoderPath) -> [Int?] {
      let hidden = encoder.encode(
        ids: record.ids, shapes: record.shapes, hints: record.hints, in: workspace, path: path)
      let scores = head.scores(hidden, in: workspace, path: path)
      return record.first.map { piece in
        (0..<head.outputs).max { scores[piece * head.outputs + $0] < scores[piece * head.outputs + $1] }
      }
    }
    var all = 0
    var same = 0
    for record in records {
      for (one, other) in zip(labels(record, path), labels(record, .portable)) {
        all += 1
        if one == other { same += 1 }
      }
    }
    #expect(Double(same) >= 0.999 * Double(all), "\(same) of \(all) labels agree")
  }
}
