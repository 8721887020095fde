import DocumentModel
import Glibc

/// `copydesk annotate`: everything the engine knows about a draft, for other programs.
enum AnnotateCommand {
  static let syntax = CommandSyntax(
    name: "annotate", summary: "print entities, quantities, attributions, claims and findings as JSON",
    operands: "FILE…",
    options: [
      .flag("jsonl", "read one JSON object a line ({\"id\", \"text\"}), write one a line, in order"),
      .choice("format", ["json", "text"], "json (the default), or text for people"),
      .choice("offsets", OffsetUnit.allCases.map(\.rawValue), "what start and end count; code-point is the default"),
      DraftOptions.language, DraftOptions.reference, DraftOptions.noReader,
    ],
    notes: """
      FILE may be - for standard input. The form of the output is described in protocol/annotations.schema.json.
      With --jsonl a line may also have "reference" (a date, with or without a time) and "language"; a line that cannot be used gives a line with
      "error", and the exit status is 1.
      """)

  static func run(_ arguments: Arguments) throws(CommandFailure) -> Int32 {
    let options = try DraftOptions(arguments)
    let unit = arguments["offsets"].flatMap(OffsetUnit.init) ?? .codePoint
    let desk = Desk(.english, isReading: options.isReading)
    if arguments.has("jsonl") { return try batch(arguments, options, unit, desk) }
    guard !arguments.operands.isEmpty else {
      throw .unusable("annotate needs a file", advice: "Type \"copydesk annotate FILE\", or - for standard input.")
    }
    let isForPeople = arguments["format"] == "text"
    return try eachFile(arguments.operands) { name, bytes in
      let language = options.language ?? MarkupLanguage(ofFile: name)
      guard let (analysis, findings) = desk.read(bytes, as: language, reference: options.reference, workers: coreCount)
      else { return }
      if isForPeople { return Output.write(AnnotationListing(analysis, findings: findings, name: name).lines) }
      var id = JSONWriter()
      id.string(name)
      var writer = JSONWriter(indented: true)
      writer.annotations(AnnotatedDraft(analysis, findings: findings, unit: unit), id: id.bytes)
      Output.write(writer.bytes)
    }
  }

  private static func batch(
    _ arguments: Arguments, _ options: DraftOptions, _ unit: OffsetUnit, _ desk: Desk
  ) throws(CommandFailure) -> Int32 {
    if arguments["format"] == "text" {
      throw .unusable("--jsonl and --format text do not go together", advice: "Leave one of them out.")
    }
    if arguments.operands.count > 1 {
      throw .unusable("--jsonl reads one file", advice: "Type cat FILES… | copydesk annotate --jsonl.")
    }
    let batch = Batch(
      desk: desk, unit: unit, language: options.language ?? .plaintext, reference: options.reference)
    let isGood = try batch.run(try Input(arguments.operands.first ?? "-"))
    return isGood ? ExitStatus.clean : ExitStatus.findings
  }
}
