import DocumentModel
import DraftAnalysis
import TextCore

/// What a writer silenced with directives in the draft.
struct Suppression {
  /// Where each rule is silenced, in order and without overlaps; under no code where all are.
  private let silent: [String: [TextSpan]]

  init(_ directives: [Directive]) {
    var silent: [String: [TextSpan]] = [:]
    for directive in directives.sorted(by: { $0.span.start < $1.span.start }) {
      for code in directive.codes.isEmpty ? [Suppression.everyRule] : directive.codes {
        Suppression.add(directive.span, to: &silent[code, default: []])
      }
    }
    self.silent = silent
  }

  private static let everyRule = ""

  /// Joins what shares a byte.
  private static func add(_ span: TextSpan, to spans: inout [TextSpan]) {
    if let last = spans.last, span.start < last.end {
      spans[spans.count - 1] = last.union(span)
    } else {
      spans.append(span)
    }
  }

  func silences(_ finding: Finding) -> Bool {
    [Suppression.everyRule, finding.rule].contains { code in
      guard let spans = silent[code] else { return false }
      let place = spans.partitionPoint { $0.end > finding.span.start }
      return spans.indices.contains(place) && spans[place].overlaps(finding.span)
    }
  }
}
