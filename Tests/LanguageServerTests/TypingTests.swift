import Logging
import Rules
import TestSupport
import Testing
import TextCore

@testable import LanguageServer

/// A draft whose changes come faster than it is read.
@Suite struct TypingTests {
  private let uri = TestClient.uri

  private func type(_ version: Int, _ session: inout Session) {
    session.drafts[uri]?.snapshot = TextSnapshot("Reports say so, \(version) times.", version: version)
    session.drafts[uri]?.revision += 1
    session.analyze(uri)
  }

  private func outcome(_ job: AnalysisJob, _ engine: Engine) throws -> AnalysisOutcome {
    let analysis = try #require(engine.parts.host.analysis(of: job.snapshot, language: job.markup))
    let reading = DraftReading(
      findings: engine.catalog.findings(in: analysis), settings: job.settings, revision: job.revision, diagnostics: [])
    return AnalysisOutcome(job: job, reading: reading, publication: nil)
  }

  /// Every second version is read to the end, and told with its number though a newer one waits.
  @Test func whoTypesOnSeesWhatWasRead() throws {
    let engine = Engine { sharedPipeline }
    var session = Session(version: "test", engine: engine, log: Logger(level: .error) { _ in })
    session.drafts[uri] = OpenDraft(
      uri: uri, markup: .markdown, opening: 1, snapshot: TextSnapshot("Reports say so.", version: 1))
    session.analyze(uri)
    for version in 2...3 { type(version, &session) }
    #expect(session.drafts[uri]?.isBehind == true)
    session.take(try outcome(try #require(session.jobs.last), engine))
    let told = session.outbox.map { String(decoding: $0, as: UTF8.self) }
    #expect(told.count == 1 && told[0].contains("publishDiagnostics") && told[0].contains(#""version":2"#))
    #expect(session.jobs.last?.snapshot.version == 3)
  }
}
