import DocumentModel

/// `copydesk annotate`: everything the engine knows about a draft, for other programs.
enum AnnotateCommand {
  static let syntax = CommandSyntax(
    name: "annotate", summary: "print entities, quantities, attributions, claims and findings as JSON",
    operands: "FILE…",
    options: [
      .flag("jsonl", "read one JSON object a line ({\"id\", \"text\"}), write one a line, in order"),
      .choice("format", ["json", "text"], "json (the default), or text for people"),
      .choice("offsets", OffsetUnit.allCases.map(\.rawValue), "what start and end count; code-point is the default"),
    ] + DraftOptions.all,
    notes: """
      FILE may be - for standard input, or a folder: then the files in it and below it that end in \(DraftFiles.endings) are read.

      The form of the output is described in protocol/annotations.schema.json.

      With --jsonl a line may also have "reference" (a date, with or without a time) and "language"; a line that cannot be \
      used gives a line with "error", and the exit status is 1.
      """)

  static func run(_ arguments: Arguments) throws(CommandFailure) -> Int32 {
    let unit = arguments["offsets"].flatMap(OffsetUnit.init) ?? .codePoint
    let desk = Desk(.english)
    let options = try DraftOptions(arguments, catalog: desk.catalog)
    if arguments.has("jsonl") { return try batch(arguments, options, unit, desk) }
    guard !arguments.operands.isEmpty else {
      throw .unusable("annotate needs a file", advice: "Type \"copydesk annotate FILE\", or - for standard input.")
    }
    let isForPeople = arguments["format"] == "text"
    let unread = try eachDraft(arguments.operands, options) { name, bytes, reading in
      guard let (analysis, findings) = desk.read(bytes, reading, workers: coreCount) else { return }
      if isForPeople { return Output.write(AnnotationListing(analysis, findings: findings, name: name.shown).lines) }
      var id = JSONWriter()
      id.string(name.text)
      var writer = JSONWriter(indented: true)
      writer.annotations(AnnotatedDraft(analysis, findings: findings, unit: unit), id: id.bytes)
      Output.write(writer.bytes)
    }
    return unread == 0 ? ExitStatus.clean : ExitStatus.unusable
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
    let name = arguments.operands.first ?? Argument("-")
    var options = options
    var reading = try options.reading(of: name)
    // The extension is that of the batch, not of the drafts in it.
    if reading.isByExtension { reading.markup = .plaintext }
    let isGood = try Batch(desk: desk, unit: unit, reading: reading).run(try Input(name))
    return isGood ? ExitStatus.clean : ExitStatus.findings
  }
}
