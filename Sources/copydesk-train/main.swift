import English
import Foundation
import ModelTraining
import Transformer

// Prepares what the reader is trained on. The training itself is Sources/ModelTraining/recipe/train.py, which calls this.

let help = """
  usage: copydesk-train prepare --tokenizer FILE [--recased EVERY] [--clean] [--known] [--exchanged COPIES [--names CORPUS]…] CORPUS…
         copydesk-train jsonl CORPUS…

  The second prints marked texts as JSON lines, with the offsets in code points that scorers count in. The first prints one training example a line, as JSON: pieces, rows of the further embeddings, labels.
  A corpus is a file of JSON lines (.jsonl) or of marked texts (.txt).

    --tokenizer FILE   a model file with vocabulary and folding
    --recased EVERY    of every EVERY texts one comes again in capitals, small letters or title case
    --exchanged COPIES instead of each text, so many copies with its names exchanged for others of the same kind
    --names CORPUS     further names to exchange: its people, organizations, places, works and products
    --clean            for corpora labelled by programs: leaves out texts with known names that are not labelled, and mends
                       labels that the tables know better
    --known            for corpora without names: labels the people of the tables, and leaves open what else is a name
  """

func run(_ arguments: [String]) throws {
  var rest = arguments[...]
  switch rest.popFirst() {
  case "prepare": break
  case "jsonl":
    for file in rest { for text in try texts(URL(fileURLWithPath: file)) { print(text.json) } }
    return
  default: return print(help)
  }
  var tokenizer: String?
  var recased = 0
  var isCleaning = false
  var isLabellingKnown = false
  var copies = 0
  var exchange = NameExchange()
  var corpora: [URL] = []
  while let argument = rest.popFirst() {
    switch argument {
    case "--tokenizer": tokenizer = rest.popFirst()
    case "--recased": recased = rest.popFirst().flatMap { Int($0) } ?? 0
    case "--exchanged": copies = rest.popFirst().flatMap { Int($0) } ?? 0
    case "--names":
      for text in try texts(URL(fileURLWithPath: rest.popFirst() ?? "")) {
        exchange.learn(text, kinds: NameExchange.shared)
      }
    case "--clean": isCleaning = true
    case "--known": isLabellingKnown = true
    default: corpora.append(URL(fileURLWithPath: argument))
    }
  }
  guard let tokenizer, !corpora.isEmpty else { throw Corpus.Fault(description: help) }
  let model = try ModelFile(contentsOf: URL(fileURLWithPath: tokenizer))
  let builder = ExampleBuilder(English.language, try WordPieceTokenizer(model))
  var dropped = 0
  if copies > 0 {
    for corpus in corpora { for text in try texts(corpus) { exchange.learn(text, kinds: NameExchange.all) } }
  }
  for corpus in corpora {
    var lines = ""
    for (number, original) in try texts(corpus).enumerated() {
      let text = isLabellingKnown ? builder.withKnownPeople(original) : original
      if isCleaning, builder.hasMissedNames(text) {
        dropped += 1
        continue
      }
      let versions =
        copies > 0 ? (0..<copies).map { _ in exchange.copy(text) } : [isCleaning ? builder.mended(text) : text]
      for version in versions { for example in builder.examples(version) { lines += example.json + "\n" } }
      if recased > 0, number % recased == 0 {
        let casings: [ExampleBuilder.Casing] = [.upper, .title, .lower]
        for example in builder.examples(text, casing: casings[number / recased % 3]) { lines += example.json + "\n" }
      }
    }
    FileHandle.standardOutput.write(Data(lines.utf8))
  }
  if isCleaning { FileHandle.standardError.write(Data("\(dropped) texts with missed names were left out.\n".utf8)) }
}

func texts(_ corpus: URL) throws -> [LabelledText] {
  corpus.pathExtension == "txt" ? try Corpus.marked(corpus) : try Corpus.jsonLines(corpus)
}

extension ModelFile {
  /// Reads a file whole; its memory stays until the process ends.
  init(contentsOf file: URL) throws {
    let data = try Data(contentsOf: file)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: data.count, alignment: 64)
    data.copyBytes(to: buffer)
    try self.init(UnsafeRawBufferPointer(buffer))
  }
}

do {
  try run(Array(CommandLine.arguments.dropFirst()))
} catch {
  FileHandle.standardError.write(Data("copydesk-train: \(error)\n".utf8))
  exit(2)
}
