import Foundation
import LanguageServerProtocol
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

  /// A session with a draft in which keys were typed at its end, and read.
  private func typed(_ keys: String, in text: String, capabilities: JSONValue = [:]) throws -> Session {
    let engine = Engine { sharedPipeline }
    var session = Session(version: "test", engine: engine, log: Logger(level: .error) { _ in })
    session.client = ClientSupport(
      try JSONDecoder().decode(ClientCapabilities.self, from: JSONEncoder().encode(capabilities)))
    session.publisher.mode = session.client.pullsDiagnostics ? .pull : .push
    session.drafts[uri] = OpenDraft(
      uri: uri, markup: .markdown, opening: 1, snapshot: TextSnapshot(text, version: 1))
    session.analyze(uri)
    session.take(try outcome(try #require(session.jobs.last), engine))
    for key in keys {
      let end = session.drafts[uri]?.snapshot.count ?? 0
      let edit = TextReplacement(TextSpan(end, end), with: String(key))
      guard let snapshot = session.drafts[uri]?.snapshot else { continue }
      session.drafts[uri]?.take([edit], snapshot.applying(edit, version: snapshot.version + 1))
      session.analyze(uri)
      session.take(try outcome(try #require(session.jobs.last), engine))
    }
    session.outbox.removeAll()
    return session
  }

  private func told(_ session: inout Session) -> [String] {
    defer { session.outbox.removeAll() }
    return session.outbox.map { String(decoding: $0, as: UTF8.self) }
  }

  /// What waited for the end of a sentence is told after a rest, with the version that has long been told.
  @Test func aRestLetsGo() throws {
    var session = try typed("Reports say so", in: "The council met.\n\n")
    #expect(session.drafts[uri]?.reading?.diagnostics.isEmpty == true)
    for _ in 1..<Session.ticksOfRest { session.tick() }
    #expect(told(&session).isEmpty)
    session.tick()
    let first = told(&session)
    #expect(first.count == 1 && first[0].contains("hearsay-source") && first[0].contains(#""version":15"#))
    for _ in 0..<5 { session.tick() }
    #expect(told(&session).isEmpty)
  }

  @Test func aSaveLetsGo() throws {
    var session = try typed("“We were not told", in: "The council met.\n\n")
    for _ in 0..<5 { session.tick() }
    #expect(told(&session).isEmpty)
    session.noteSave(uri)
    #expect(told(&session).contains { $0.contains("quote-unbalanced") })
  }

  /// A client that pulls is asked to pull again.
  @Test func aPullingClientIsTold() throws {
    var session = try typed(
      "Reports say so", in: "The council met.\n\n",
      capabilities: [
        "textDocument": ["diagnostic": [:]], "workspace": ["diagnostics": ["refreshSupport": true]],
      ])
    session.noteSave(uri)
    let told = told(&session)
    #expect(told.count == 1 && told[0].contains("workspace/diagnostic/refresh"))
    #expect(session.drafts[uri]?.reading?.diagnostics.map(\.code) == ["hearsay-source"])
  }

  /// What was read by other settings answers no question.
  @Test func newSettingsAreNewText() throws {
    var session = try typed("Reports say so", in: "The council met.\n\n")
    session.adopt(["rules": ["hearsay-source": "off"]])
    #expect(session.drafts[uri]?.isCurrent == false)
  }
}
