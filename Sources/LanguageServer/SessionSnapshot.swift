import DraftAnalysis
import EditorFeatures
import Logging
import Rules
import TextCore

/// What a request about a draft may look at: one version of it, frozen, and the ways in and out of its offsets.
struct SessionSnapshot {
  let reading: DraftReading
  let settings: Settings
  let client: ClientSupport
  let from: FromProtocol
  let to: ToProtocol
  private let engine: Engine

  init(uri: String, reading: DraftReading, _ session: Session) {
    self.reading = reading
    settings = session.settings
    client = session.client
    engine = session.engine
    from = FromProtocol(reading.findings.analysis.snapshot, session.client, session.log)
    to = ToProtocol(reading.findings.analysis.snapshot, uri: uri, client: session.client)
  }

  var analysis: Analysis { reading.findings.analysis }
  var features: EditorFeatures { engine.features }
  var catalog: RuleCatalog { engine.catalog }
}
