import LanguageServerProtocol
import Rules
import TextCore

/// The corrections of the findings that touch the range. Reads what was found; checks nothing again.
struct CodeActionHandler: DraftRequestHandler {
  static let quickFix = "quickfix"
  /// Findings that are answered for, those nearest the start of the range: nobody chooses from a list of more, and for a whole
  /// draft it would be as long as the draft, many times over.
  static let mostFindings = 100

  func announce(_ capabilities: inout ServerCapabilities, _ client: ClientSupport) {
    if client.takesActionLiterals { capabilities.codeActionProvider = .init(codeActionKinds: [Self.quickFix]) }
  }

  func answer(_ request: CodeActionRequest, _ view: SessionSnapshot) -> [CodeAction] {
    // "" asks for every kind; a kind asks for its sub-kinds too.
    if let only = request.context?.only, !only.contains(where: { $0.isEmpty || $0 == Self.quickFix }) { return [] }
    let span = view.from.span(request.range)
    let findings = view.reading.view.shown
    let touched = Array(
      findings.indices.lazy
        .filter { findings[$0].span.start <= span.end && findings[$0].span.end >= span.start }
        .prefix(Self.mostFindings))
    let corrections = touched.map { view.catalog.corrections(of: findings[$0], in: view.analysis) }
    // First what puts things right, then what silences: each finding's last correction silences it.
    var actions: [CodeAction] = []
    for isLast in [false, true] {
      for (index, own) in zip(touched, corrections) {
        let part = isLast ? own.suffix(1) : own.dropLast()
        actions += part.map { view.to.action($0, for: view.reading.diagnostics[index]) }
      }
    }
    return Self.withoutRepetitions(actions)
  }

  /// What does the same is offered once, for all findings it puts right.
  private static func withoutRepetitions(_ actions: [CodeAction]) -> [CodeAction] {
    struct Effect: Hashable {
      let title: String
      let edit: WorkspaceEdit
    }
    var places: [Effect: Int] = [:]
    var distinct: [CodeAction] = []
    for action in actions {
      let effect = Effect(title: action.title, edit: action.edit)
      if let place = places[effect] {
        distinct[place].diagnostics = (distinct[place].diagnostics ?? []) + (action.diagnostics ?? [])
        // A client may look for the preferred among them.
        distinct[place].isPreferred = distinct[place].isPreferred ?? action.isPreferred
      } else {
        places[effect] = distinct.count
        distinct.append(action)
      }
    }
    return distinct
  }
}
