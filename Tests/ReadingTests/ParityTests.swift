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

  /// The label of each token in the best sequence: twice its class, one more where its span goes on, -1 outside.
  private func labelled(_ scores: UnsafeBufferPointer<Float>, _ name: String, _ record: Record) throws -> [Int] {
    let scheme = LabelScheme(model.labels[name] ?? [])
    let viterbi = Viterbi(scheme, try LabelOrder(model, name, scheme))
    var result = [Int](repeating: -1, count: record.first.count)
    for span in viterbi.spans(scores, rows: record.first.map(Int32.init)) {
      for token in span.start..<span.end { result[token] = span.kind * 2 + (token == span.start ? 0 : 1) }
    }
    return result
  }

  @Test(arguments: EncoderPath.supported)
  func agreesWithTheFramework(path: EncoderPath) throws {
    let encoder = try TransformerEncoder(model)
    let workspace = EncoderWorkspace(encoder, capacity: 256)
    var labels = 0
    var same = 0
    /// Tokens whose highest score is that of the same label, before any order of labels: near ties may turn.
    var highest = 0
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
          let first = piece * head.outputs
          let best = expected[piece].indices.max { scores[first + $0] < scores[first + $1] }
          if best == expected[piece].indices.max(by: { expected[piece][$0] < expected[piece][$1] }) { highest += 1 }
        }
        let own = try labelled(scores, name, record)
        let theirs = try expected.flatMap { $0 }.withUnsafeBufferPointer { try labelled($0, name, record) }
        labels += own.count
        same += zip(own, theirs).count { $0 == $1 }
      }
    }
    #expect(Double(same) / Double(labels) >= 0.999, "\(same) of \(labels) labels agree")
    #expect(Double(highest) / Double(labels) >= 0.996, "\(highest) of \(labels) highest scores agree")
    #expect(largest < 0.5, "activations differ by \(largest)")
  }

  /// All paths multiply the same integers, so that they differ by the rounding of few float steps alone.
  @Test(arguments: EncoderPath.supported)
  func pathsAgree(path: EncoderPath) throws {
    let encoder = try TransformerEncoder(model)
    let head = try LabelHead(model, "names", width: encoder.width)
    let workspace = EncoderWorkspace(encoder, capacity: 256)
    func labels(_ record: Record, _ path: EncoderPath) throws -> [Int] {
      let hidden = encoder.encode(
        ids: record.ids, shapes: record.shapes, hints: record.hints, in: workspace, path: path)
      return try labelled(head.scores(hidden, in: workspace, path: path), "names", record)
    }
    var all = 0
    var same = 0
    for record in records {
      for (one, other) in zip(try labels(record, path), try labels(record, .portable)) {
        all += 1
        if one == other { same += 1 }
      }
    }
    #expect(Double(same) >= 0.999 * Double(all), "\(same) of \(all) labels agree")
  }
}
