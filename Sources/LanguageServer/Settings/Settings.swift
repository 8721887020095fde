import DocumentModel
import EditorFeatures
import Rules

/// What a newsroom or a reporter has set; see the README's table.
struct Settings: Sendable, Equatable {
  var rules = RuleSettings()
  /// The day relative dates count from in drafts that tell none themselves.
  var reference: ReferenceMoment?
  /// Whether the trained model reads the drafts, or the tables alone do.
  var isReading = true
  var hints: Set<Hint.Kind> = [.speaker]
}
