import DocumentModel
import DraftAnalysis
import Lexicons
import Rules
import TextCore

/// The engine behind `check` and `annotate`: one draft in, its analysis and findings out. Safe to use from several threads.
struct Desk: Sendable {
  private let host: AnalysisHost
  let catalog: RuleCatalog

  init(_ pipeline: Pipeline) {
    host = AnalysisHost(pipeline, cachedParagraphs: 0)
    catalog = RuleCatalog(pipeline.language)
  }

  /// - Parameter workers: cores that may read paragraphs of this draft side by side.
  func read(_ bytes: [UInt8], _ reading: DraftReading, workers: Int = 1) -> (Analysis, [ReportedFinding])? {
    guard
      let analysis = host.analysis(
        of: TextSnapshot(repairing: bytes), language: reading.markup,
        AnalysisHost.Options(
          reference: reading.reference, projectReference: reading.projectReference,
          depth: reading.isReading ? .whole : .none, workers: workers))
    else { return nil }
    let findings = catalog.findings(in: analysis, settings: reading.rules).all.map { finding in
      // What only silences the finding is nothing for a program to apply.
      ReportedFinding(finding, fixes: catalog.fixes(of: finding, in: analysis))
    }
    return (analysis, findings)
  }
}
