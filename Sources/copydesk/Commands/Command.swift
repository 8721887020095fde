/// The commands, in the order help lists them.
enum Command: CaseIterable {
  case serve, check, annotate, explain, rules

  var syntax: CommandSyntax {
    switch self {
    case .serve: ServeCommand.syntax
    case .check: CheckCommand.syntax
    case .annotate: AnnotateCommand.syntax
    case .explain: ExplainCommand.syntax
    case .rules: RulesCommand.syntax
    }
  }

  func run(_ arguments: Arguments) throws(CommandFailure) -> Int32 {
    switch self {
    case .serve: try ServeCommand.run(arguments)
    case .check: try CheckCommand.run(arguments)
    case .annotate: try AnnotateCommand.run(arguments)
    case .explain: try ExplainCommand.run(arguments)
    case .rules: try RulesCommand.run(arguments)
    }
  }
}
