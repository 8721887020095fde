/// The commands, in the order help lists them.
enum Command: CaseIterable {
  case check, annotate

  var syntax: CommandSyntax {
    switch self {
    case .check: CheckCommand.syntax
    case .annotate: AnnotateCommand.syntax
    }
  }

  func run(_ arguments: Arguments) throws(CommandFailure) -> Int32 {
    switch self {
    case .check: try CheckCommand.run(arguments)
    case .annotate: try AnnotateCommand.run(arguments)
    }
  }
}
