/// The commands, in the order help lists them.
enum Command: CaseIterable {
  case serve, check, annotate

  var syntax: CommandSyntax {
    switch self {
    case .serve: ServeCommand.syntax
    case .check: CheckCommand.syntax
    case .annotate: AnnotateCommand.syntax
    }
  }

  func run(_ arguments: Arguments) throws(CommandFailure) -> Int32 {
    switch self {
    case .serve: try ServeCommand.run(arguments)
    case .check: try CheckCommand.run(arguments)
    case .annotate: try AnnotateCommand.run(arguments)
    }
  }
}
