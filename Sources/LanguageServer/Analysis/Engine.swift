import DraftAnalysis
import EditorFeatures
import Rules
import Synchronization

/// The engine behind the server, made on first use.
final class Engine: Sendable {
  struct Parts: Sendable {
    let host: AnalysisHost
    let catalog: RuleCatalog
    let features: EditorFeatures
  }

  private let make: @Sendable () -> Pipeline
  private let made = Mutex<Parts?>(nil)

  init(_ pipeline: @escaping @Sendable () -> Pipeline) { make = pipeline }

  var parts: Parts {
    made.withLock { made in
      if let made { return made }
      let pipeline = make()
      let catalog = RuleCatalog(pipeline.language)
      // A draft of 100,000 words has some 3,000 paragraphs: all of them stay cached through a rewrite of its middle.
      let parts = Parts(
        host: AnalysisHost(pipeline, cachedParagraphs: 8192), catalog: catalog,
        features: EditorFeatures(pipeline.language, catalog: catalog))
      made = parts
      return parts
    }
  }

  var catalog: RuleCatalog { parts.catalog }
  var features: EditorFeatures { parts.features }
}
