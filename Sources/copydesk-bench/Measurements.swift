import DocumentModel
import DraftAnalysis
import English
import FoundationEssentials
import Quantities
import Reading
import Segmentation
import TextCore
import Transformer

/// Each measurement adds its lines to the table.
struct Measurements {
  let executable: String
  private(set) var lines: [(what: String, figure: String)] = []

  init(executable: String) { self.executable = executable }

  mutating func start(runs: Int = 20) throws {
    var timings = Timings()
    for _ in 0..<runs {
      var session: EditorSession?
      try timings.measure { session = try EditorSession(executable) }
      try session?.end()
    }
    add("process start to initialize answered, p50", "\(brief(timings.percentile(0.5))) ms")
  }

  mutating func editing(words: Int, keystrokes: Int) throws {
    var generator = NewsGenerator(seed: UInt64(words))
    let text = generator.draft(words: words)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(\.utf16.count)
    let session = try EditorSession(executable)
    var opening = Timings()
    var reading = Timings()
    try reading.measure {
      try opening.measure { try session.open(text) }
      try session.waitUntilRead()
    }
    var typing = Timings()
    var hovering = Timings()
    for _ in 0..<keystrokes {
      let line = generator.below(lines.count / 2) * 2
      let column = generator.below(max(1, lines[line]))
      try typing.measure { try session.type("e", line: line, column: column) }
      try hovering.measure { try session.hover(line: line, column: column) }
    }
    let name = "\(grouped(words)) words"
    add("didOpen to first diagnostics, \(name)", "\(brief(opening.percentile(1))) ms")
    add("didOpen to the whole draft read, \(name)", "\(brief(reading.percentile(1))) ms")
    let shares = [0.5, 0.95, 0.99].map { brief(typing.percentile($0)) }
    add("keystroke to diagnostics, \(name), p50 / p95 / p99", shares.joined(separator: " / ") + " ms")
    add("hover, \(name), p95", "\(brief(hovering.percentile(0.95))) ms")
    add("server's peak memory, \(name)", "\(brief(Double(session.peakMemory) / 1024)) MiB")
    try session.end()
  }

  /// The whole analysis, all layers, on one core; the rules not included.
  mutating func throughput() throws {
    let pipeline = try Pipeline.standard(English.language, model: English.model())
    throughput(pipeline, .none, words: 300_000, "by the tables alone")
    throughput(pipeline, .whole, words: 40_000, "with the reader")
  }

  /// Quantities alone, from text: tokens, sentences, then the quantities themselves.
  mutating func quantities(words: Int = 300_000) {
    var generator = NewsGenerator(seed: 5)
    let paragraphs = generator.draft(words: words).split(separator: "\n").map { Paragraph(plain: String($0)) }
    let tokenizer = Tokenizer(English.language)
    let splitter = SentenceSplitter(English.language)
    let recognizer = QuantityRecognizer(English.language)
    var (whole, recognizing) = (0.0, 0.0)
    var found = 0
    for paragraph in paragraphs {
      var layers = ParagraphLayers()
      let start = ContinuousClock.now
      layers.tokens = tokenizer.tokenize(paragraph.bytes)
      layers.sentences = splitter.sentences(in: layers.tokens, bytes: paragraph.bytes)
      let cut = ContinuousClock.now
      recognizer.analyze(paragraph, into: &layers)
      let end = ContinuousClock.now
      whole += (end - start).milliseconds / 1000
      recognizing += (end - cut).milliseconds / 1000
      found += layers.quantities.count
    }
    let megabytes = Double(paragraphs.reduce(0) { $0 + $1.bytes.count }) / 1e6
    add(
      "quantities alone on one core, from text / from tokens",
      "\(brief(megabytes / whole)) / \(brief(megabytes / recognizing)) MB/s, \(grouped(found)) found in \(brief(megabytes)) MB"
    )
  }

  private mutating func throughput(
    _ pipeline: Pipeline, _ depth: AnalysisHost.ReadingDepth, words: Int, _ how: String
  ) {
    var generator = NewsGenerator(seed: 7)
    let drafts = (0..<(words / 1000)).map { _ in TextSnapshot(generator.draft(words: 1000)) }
    let host = AnalysisHost(pipeline, cachedParagraphs: 0)
    let start = ContinuousClock.now
    for draft in drafts { _ = host.analysis(of: draft, language: .plaintext, AnalysisHost.Options(depth: depth)) }
    let seconds = (ContinuousClock.now - start).milliseconds / 1000
    let megabytes = Double(drafts.reduce(0) { $0 + $1.count }) / 1e6
    add(
      "analysis on one core, \(how)",
      "\(brief(megabytes / seconds)) MB/s, \(grouped(Int(Double(words) / seconds))) words/s")
  }

  /// The reader's pass over a paragraph of median length, on each kind of instructions that this processor has.
  mutating func reading(pieces: Int = 43, runs: Int = 100) throws {
    let model = try English.model()
    let inputs = ReaderInputBuilder(try WordPieceTokenizer(model))
    let tables = Pipeline.standard(English.language)
    var generator = NewsGenerator(seed: 3)
    let drafts = generator.draft(words: 20_000).split(separator: "\n").map { Paragraph(plain: String($0)) }
    for paragraph in drafts {
      let layers = tables.layers(of: paragraph)
      guard inputs.inputs(paragraph, layers.tokens, layers.sentences, hints: []).map(\.pieces.count) == [pieces] else {
        continue
      }
      for path in EncoderPath.supported {
        let reader = try ParagraphReader(model, path: path)
        var timings = Timings()
        for _ in 0..<runs {
          var copy = layers
          timings.measure { reader.analyze(paragraph, into: &copy) }
        }
        add(
          "one paragraph of \(pieces) pieces read, \(path.rawValue), p50 / p95",
          "\(brief(timings.percentile(0.5))) / \(brief(timings.percentile(0.95))) ms")
      }
      return
    }
  }

  /// `annotate --jsonl` over `megabytes` of drafts: time and peak memory.
  mutating func batch(megabytes: Int = 8) throws {
    var generator = NewsGenerator(seed: 11)
    var input: [UInt8] = []
    var count = 0
    while input.count < megabytes * 1_000_000 {
      let text = generator.draft(words: 600).split(separator: "\n").joined(separator: "\\n")
      input += Array("{\"id\": \(count), \"text\": \"\(text)\"}\n".utf8)
      count += 1
    }
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("copydesk-bench.jsonl")
    try Data(input).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let start = ContinuousClock.now
    let (status, peak) = try Subprocess([executable, "annotate", "--jsonl", file.path]).finish()
    let seconds = (ContinuousClock.now - start).milliseconds / 1000
    guard status == 0 else { return add("annotate --jsonl", "failed with status \(status)") }
    add("annotate --jsonl, \(count) drafts, all cores", "\(brief(Double(input.count) / 1e6 / seconds)) MB/s")
    add("annotate's peak memory", "\(brief(Double(peak) / 1024)) MiB")
  }

  /// The executable without symbols.
  mutating func size() throws {
    let stripped = FileManager.default.temporaryDirectory.appendingPathComponent("copydesk-stripped")
    defer { try? FileManager.default.removeItem(at: stripped) }
    guard try Subprocess(["strip", "-o", stripped.path, executable]).finish().status == 0 else {
      return add("executable, stripped", "strip failed")
    }
    add("executable, stripped", "\(brief(Double(try Data(contentsOf: stripped).count) / 1_048_576)) MiB")
  }

  private mutating func add(_ what: String, _ figure: String) { lines.append((what, figure)) }

  /// "100,000"
  private func grouped(_ number: Int) -> String {
    let digits = String(number)
    return digits.enumerated().reduce(into: "") { text, item in
      if item.offset > 0, (digits.count - item.offset) % 3 == 0 { text += "," }
      text.append(item.element)
    }
  }
}
