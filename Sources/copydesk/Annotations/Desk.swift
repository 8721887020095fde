import DocumentModel
import DraftAnalysis
import Lexicons
import Rules
import TextCore

/// The engine behind `check` and `annotate`: one draft in, its analysis and findings out. Safe to use from several threads.
struct Desk: Sendable {
  private let host: AnalysisHost
  private let catalog: RuleCatalog
  private let depth: AnalysisHost.ReadingDepth

  /// - Parameter isReading: with the trained reader; without it, by the tables alone.
  init(_ pipeline: Pipeline, isReading: Bool) {
    host = AnalysisHost(pipeline, cachedParagraphs: 0)
    catalog = RuleCatalog(pipeline.language)
    depth = isReading ? .whole : .none
  }

  /// - Parameter workers: cores that may read paragraphs of this draft side by side.
  func read(_ bytes: [UInt8], as markup: MarkupLanguage, reference: ReferenceMoment?, workers: Int = 1) -> (
    Analysis, [ReportedFinding]
  )? {
    guard
      let analysis = host.analysis(
        of: TextSnapshot(repairing: bytes), language: markup,
        AnalysisHost.Options(reference: reference, depth: depth, workers: workers))
    else { return nil }
    let findings = catalog.findings(in: analysis).all.map { finding in
      // The last correction silences the finding: nothing for a program to apply.
      ReportedFinding(finding, fixes: Array(catalog.corrections(of: finding, in: analysis).dropLast()))
    }
    return (analysis, findings)
  }
}
