package import DocumentModel
import Synchronization
package import Transformer

/// Reads a paragraph with the trained model: one pass, every task. It needs nothing but the paragraph, so the result is
/// cached with the paragraph's other layers.
package final class ParagraphReader: ParagraphAnalyzer {
  private let encoder: TransformerEncoder
  private let inputs: ReaderInputBuilder
  private let names: Task
  private let parts: Task
  private let links: LinkHead
  private let path: EncoderPath
  /// Workspaces that nobody reads with: as many as ever read at one time.
  private let idle = Mutex(Pool())

  private struct Task: Sendable {
    let head: LabelHead
    let viterbi: Viterbi
  }

  // Unchecked: a workspace in the pool is held by nobody, and the pool is behind a lock.
  private struct Pool: @unchecked Sendable { var workspaces: [EncoderWorkspace] = [] }

  /// A cue is left without a source only if the model is e^2 times as sure of that: chosen on PolNeAR's development half.
  private static let sourceless: Float = 2

  /// What the model file tells of its making.
  package let notes: [String: String]

  /// - Throws: one sentence if the file is not a model of this version.
  package init(_ file: ModelFile, path: EncoderPath = .best) throws(ModelFile.Fault) {
    let encoder = try TransformerEncoder(file)
    func task(_ name: String) throws(ModelFile.Fault) -> Task {
      let head = try LabelHead(file, name, width: encoder.width)
      let scheme = LabelScheme(file.labels[name] ?? [])
      guard scheme.count == head.outputs else {
        throw ModelFile.Fault("The model's head “\(name)” has \(head.outputs) outputs for \(scheme.count) labels.")
      }
      return Task(head: head, viterbi: Viterbi(scheme, try LabelOrder(file, name, scheme)))
    }
    self.encoder = encoder
    self.path = path
    inputs = ReaderInputBuilder(try WordPieceTokenizer(file))
    names = try task("names")
    parts = try task("attribution")
    links = try LinkHead(file, "links", width: encoder.width)
    guard links.kinds >= 2 else { throw ModelFile.Fault("The model has too few kinds of links.") }
    notes = file.notes
  }

  package var reads: Set<Layer> { [.tokens, .sentences, .mentions] }
  package var provides: Set<Layer> { [.reading] }

  package func analyze(_ paragraph: Paragraph, into layers: inout ParagraphLayers) {
    let workspace = takeWorkspace()
    defer { giveBack(workspace) }
    let hints = NameHints.hints(layers.mentions, tokenCount: layers.tokens.count)
    var result = ReadSpans()
    for input in inputs.inputs(paragraph, layers.tokens, layers.sentences, hints: hints) {
      read(input, in: workspace, into: &result)
    }
    layers.reading = result
  }

  private func read(_ input: ReaderInput, in workspace: EncoderWorkspace, into result: inout ReadSpans) {
    let first = input.tokens.start
    let hidden = encoder.encode(
      ids: input.pieces.ids, shapes: input.shapes, hints: input.hints, in: workspace, path: path)
    let nameScores = names.head.scores(hidden, in: workspace, path: path)
    for span in names.viterbi.spans(nameScores, rows: input.firstPieces) {
      guard let kind = EntityKind(rawValue: names.viterbi.scheme.classes[span.kind]) else { continue }
      result.names.append(
        ReadSpans.Name(
          tokens: TokenSpan(first + span.start, first + span.end), kind: kind, confidence: span.confidence))
    }
    let partScores = parts.head.scores(hidden, in: workspace, path: path)
    let spans = parts.viterbi.spans(partScores, rows: input.firstPieces)
    var found = spans.compactMap { span in
      ReadSpans.Role(rawValue: parts.viterbi.scheme.classes[span.kind]).map {
        ReadSpans.Part(
          tokens: TokenSpan(first + span.start, first + span.end), role: $0, confidence: span.confidence)
      }
    }
    link(&found, input, links.project(hidden, in: workspace, path: path), offset: result.parts.count)
    result.parts += found
  }

  /// Content to cue, cue to source.
  private func link(
    _ parts: inout [ReadSpans.Part], _ input: ReaderInput, _ projected: UnsafeBufferPointer<Float>, offset: Int
  ) {
    func piece(_ part: ReadSpans.Part) -> Int { Int(input.firstPieces[part.tokens.start - input.tokens.start]) }
    for (kind, from, to, reluctance) in [
      (0, ReadSpans.Role.content, ReadSpans.Role.cue, Float(0)), (1, .cue, .source, ParagraphReader.sourceless),
    ] {
      let targets = parts.indices.filter { parts[$0].role == to }
      let candidates = targets.map { piece(parts[$0]) }
      for index in parts.indices where parts[index].role == from {
        let best = links.best(kind, from: piece(parts[index]), among: candidates, in: projected, reluctance: reluctance)
        parts[index].link = best.choice.map { offset + targets[$0] }
        parts[index].linkConfidence = best.probability
      }
    }
  }

  private func takeWorkspace() -> EncoderWorkspace {
    let found = idle.withLock { pool in Pool(workspaces: pool.workspaces.popLast().map { [$0] } ?? []) }
    return found.workspaces.first ?? EncoderWorkspace(encoder, capacity: ReaderInputBuilder.longestInput)
  }

  private func giveBack(_ workspace: EncoderWorkspace) {
    let one = Pool(workspaces: [workspace])
    idle.withLock { pool in pool.workspaces += one.workspaces }
  }
}
